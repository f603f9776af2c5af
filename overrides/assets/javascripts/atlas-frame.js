/* What stands around every page. It runs first in the body, so that the scheme is there before
   anything is painted; the rest waits for the page, and each part works or is not needed without. */

(() => {
  "use strict";

  const SCHEMES = { light: "default", dark: "slate" }; // the theme's names for them
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const wide = matchMedia("(min-width: 60em)");

  /* A browser may refuse to remember anything. */
  function recall(name) {
    try {
      return localStorage.getItem(`atlas.${name}`);
    } catch {
      return null;
    }
  }

  function remember(name, value) {
    try {
      localStorage.setItem(`atlas.${name}`, value);
    } catch {
      /* then it holds for this page alone */
    }
  }

  function scheme() {
    return recall("scheme") ?? (dark.matches ? "dark" : "light");
  }

  function paint() {
    document.body.dataset.mdColorScheme = SCHEMES[scheme()] ?? SCHEMES.light;
  }

  document.documentElement.classList.add("js");
  paint();

  /* The button says what it does: to the one scheme, or to the other. */
  function offerSchemes(button) {
    const names = { light: button.title, dark: button.dataset.other };
    function show() {
      paint();
      button.title = names[scheme()];
    }
    button.addEventListener("click", () => {
      remember("scheme", scheme() === "dark" ? "light" : "dark");
      show();
    });
    dark.addEventListener("change", show);
    show();
  }

  /* The browser opens and closes the menu; here it is told of, entered and left. */
  function tendMenu(button, menu) {
    if (!menu.showPopover) return;
    button.setAttribute("aria-expanded", "false");
    menu.addEventListener("toggle", (event) => {
      const open = event.newState === "open";
      button.setAttribute("aria-expanded", String(open));
      if (open) menu.querySelector("a[href]").focus();
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.hidePopover();
    });
    wide.addEventListener("change", () => {
      if (menu.matches(":popover-open")) menu.hidePopover();
    });
  }

  /* At the root, which speaks one language, a visitor who reads another of the site's is told so. */
  function hint() {
    const links = [...document.querySelectorAll(".md-select a[data-hint]")];
    for (const link of document.querySelectorAll("a[hreflang]")) {
      link.addEventListener("click", () => remember("hint", "seen"));
    }
    if (!links.length || recall("hint")) return;
    const here = document.documentElement.lang;
    const read = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
    const wanted = read.find((code) => code === here || links.some((one) => one.lang === code));
    const link = links.find((one) => one.lang === wanted);
    if (!link || wanted === here) return;

    const box = document.createElement("aside");
    box.className = "atlas-hint";
    box.lang = wanted;
    box.dir = link.dataset.dir;
    const there = document.createElement("a");
    there.href = link.href;
    there.hreflang = wanted;
    there.textContent = link.dataset.hint;
    there.addEventListener("click", () => remember("hint", "seen"));
    const close = document.createElement("button");
    close.type = "button";
    close.setAttribute("aria-label", link.dataset.close);
    close.addEventListener("click", () => {
      remember("hint", "seen");
      box.remove();
    });
    box.append(there, close);
    document.querySelector(".md-header").after(box);
  }

  /* The languages stand at the foot of a page too, where they are looked for at its end. */
  function repeatLanguages(foot) {
    const list = document.querySelector(".md-select ul");
    if (!list || !foot) return;
    const section = document.createElement("section");
    const heading = Object.assign(document.createElement("h2"), { textContent: list.dataset.foot });
    const copy = document.createElement("ul");
    for (const link of list.querySelectorAll("a")) {
      const again = document.createElement("a");
      Object.assign(again, { textContent: link.textContent, hreflang: link.lang, lang: link.lang });
      again.setAttribute("href", link.getAttribute("href"));
      const item = document.createElement("li");
      item.append(again);
      copy.append(item);
    }
    section.append(heading, copy);
    foot.append(section);
  }

  /* What is folded is opened for whoever is led into it, and for paper. */
  function unfold() {
    let opened = [];
    function reveal() {
      const target = document.querySelector(":target");
      for (let part = target; part; part = part.parentElement) {
        if (part.localName === "details") part.open = true;
      }
    }
    addEventListener("hashchange", reveal);
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("details:not([open])")];
      for (const one of opened) one.open = true;
    });
    addEventListener("afterprint", () => {
      for (const one of opened) one.open = false;
    });
    reveal();
  }

  function start() {
    offerSchemes(document.querySelector(".atlas-scheme"));
    tendMenu(document.querySelector(".atlas-menu"), document.querySelector(".atlas-doors"));
    const foot = document.querySelector(".atlas-footer");
    repeatLanguages(foot);
    if (foot?.querySelector("p")) import("./atlas-foot.js").catch(() => {}); // the line stays
    hint();
    unfold();
  }

  document.addEventListener("readystatechange", start, { once: true });
})();
