/* What the page says of places and cooperations: names, links, rows, counts. */
window.Atlas = {};
Atlas.texts = (() => {
  "use strict";

  const NAMED = 3; // places named in a marker's label
  const plural = new Intl.PluralRules(document.documentElement.lang || "en");
  let found; // read once for all maps of the page

  function read() {
    const places = new Map();
    const rows = new Map();
    for (const node of marked("data-place")) {
      if (!places.has(node.dataset.place)) places.set(node.dataset.place, node);
    }
    for (const row of marked("data-cooperation")) {
      const id = row.dataset.cooperation;
      if (!rows.has(id)) rows.set(id, []);
      rows.get(id).push(row);
    }
    return { places, rows };
  }

  /* What the page shows with this attribute, and then what the maps' templates hold. */
  function marked(attribute) {
    const hidden = [...document.querySelectorAll(".atlas-map > template")];
    const roots = [document, ...hidden.map((template) => template.content)];
    return roots.flatMap((root) => [...root.querySelectorAll(`[${attribute}]`)]);
  }

  function copyOfLink(node) {
    const link = node.matches("a[href]") ? node : node.querySelector("a[href]");
    const copy = document.createElement(link ? "a" : "bdi");
    if (link) copy.setAttribute("href", link.getAttribute("href"));
    copy.textContent = (link || node).textContent.trim();
    if (link?.lang) copy.lang = link.lang;
    if (link?.dir) copy.dir = link.dir;
    return copy;
  }

  /* The texts for the map in `box`; a map whose page has others gives the same functions. */
  function ofPage(box) {
    found ??= read();
    const { places, rows } = found;

    function placeLink(id) {
      if (places.has(id)) return copyOfLink(places.get(id));
      const name = document.createElement("bdi");
      name.textContent = id;
      return name;
    }

    function counted(number) {
      const text = box.getAttribute(`data-count-${plural.select(number)}`) ?? box.dataset.countOther;
      return (text ?? "{n}").replace("{n}", number);
    }

    const cooperationLink = (id) => (rows.has(id) ? copyOfLink(rows.get(id)[0]) : null);

    /* What is said of a line, a text for each line of its tooltip. */
    function line({ places, cooperations }) {
      const link = cooperations.length === 1 && cooperationLink(cooperations[0]);
      return [names(placeLink, places), link ? link.textContent : counted(cooperations.length)];
    }

    return { placeLink, cooperationLink, counted, line, rows: (id) => rows.get(id) ?? [] };
  }

  function names(placeLink, places) {
    return places.map((id) => placeLink(id).textContent).join(" – ");
  }

  function brief(placeLink, places) {
    return names(placeLink, places.slice(0, NAMED)) + (places.length > NAMED ? " …" : "");
  }

  function direction() {
    return getComputedStyle(document.body).direction;
  }

  /* A box with a line for each text, for a tooltip. */
  function lines(...texts) {
    const box = document.createElement("div");
    box.dir = direction();
    for (const text of texts) box.appendChild(document.createElement("div")).textContent = text;
    return box;
  }

  return { ofPage, names, brief, direction, lines };
})();
