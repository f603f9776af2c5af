/* The menu button for the keyboard: without a script it is a label, which only a pointer reaches. */

(() => {
  const toggle = document.getElementById("__drawer");
  const label = document.querySelector('.md-header label[for="__drawer"]');
  const menu = document.querySelector(".md-sidebar--primary");
  if (!toggle || !label || !menu) {
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} atlas-menu`;
  button.setAttribute("aria-label", label.title);
  button.setAttribute("aria-expanded", String(toggle.checked));
  button.append(...label.childNodes);
  label.replaceWith(button);

  const close = () => {
    if (toggle.checked) {
      toggle.click();
    }
  };
  button.addEventListener("click", () => toggle.click());
  toggle.addEventListener("change", () => {
    button.setAttribute("aria-expanded", String(toggle.checked));
    if (toggle.checked) {
      menu.querySelector("nav a[href]:not([hidden])")?.focus();
    }
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) {
      close();
      button.focus();
    }
  });
})();
