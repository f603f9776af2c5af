/* The page for what does not exist: what was asked, looked for already, and first in the language
   of the address or of the visitor. It stands behind those parts, and runs before they are painted. */

(() => {
  "use strict";

  const parts = [...document.querySelectorAll(".atlas-missing > section")];
  const roots = parts.map((part) => new URL(part.dataset.root, location.href).pathname);
  const longest = roots
    .filter((root) => location.pathname.startsWith(root.replace(/\/*$/, "/")))
    .sort((a, b) => b.length - a.length)[0];
  const [top] = [...roots].sort((a, b) => a.length - b.length);

  /* The root says nothing of a language: there the visitor's own comes first. */
  function first() {
    if (longest && longest !== top) return parts[roots.indexOf(longest)];
    const read = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
    const code = read.find((one) => parts.some((part) => part.lang === one));
    return parts.find((part) => part.lang === code) ?? parts[0];
  }

  /* The words of the last part of the address, as far as it has any. */
  function asked() {
    const path = location.pathname.slice((longest ?? top).length);
    const last = path.split("/").filter(Boolean).pop() ?? "";
    let words = last;
    try {
      words = decodeURIComponent(last);
    } catch {
      /* an address that is no text is shown as it is */
    }
    return words
      .replace(/\.\w+$/, "")
      .replace(/[-_+\s]+/g, " ")
      .trim();
  }

  const words = asked();
  for (const part of words ? parts : []) {
    const line = part.querySelector(".atlas-asked");
    line.querySelector("bdi").textContent = words;
    line.hidden = false;
    part.querySelector("input").value = words;
  }
  first().parentElement.prepend(first());
})();
