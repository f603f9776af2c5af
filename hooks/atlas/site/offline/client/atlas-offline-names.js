/* The list of all names, in a copy of the atlas in a folder: of what is typed, or what the address asks
   for, those entries stay that have every word. Without it the list is whole. */

atlasOffline.load("atlas-fold.js").then(({ words }) => {
  const field = document.querySelector(".atlas-offline-names input");
  const said = document.querySelector(".atlas-offline-names output");
  const entries = [...document.querySelectorAll(".atlas-offline-list li")].map((item) => ({
    item,
    words: words(item.textContent),
  }));
  const parts = [...document.querySelectorAll(".atlas-offline-list > section")];

  function choose() {
    const asked = words(field.value);
    let left = 0;
    for (const { item, words: own } of entries) {
      item.hidden = !asked.every((word) => own.some((one) => one.startsWith(word)));
      if (!item.hidden) left += 1;
    }
    for (const part of parts) part.hidden = !part.querySelector("li:not([hidden])");
    said.textContent = `${left} / ${entries.length}`;
  }

  field.form.hidden = false;
  field.form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", choose);
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  choose();
});
