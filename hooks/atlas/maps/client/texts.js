/* What the page says of places and cooperations: names, links, rows, counts. What a map says of
   listed places and pairs, of which there may be thousands, stands in a file (`data-listed`). */
window.Atlas = {};
Atlas.texts = (() => {
  "use strict";

  const NAMED = 3; // places named in a marker's label
  const plural = new Intl.PluralRules(document.documentElement.lang || "en");
  let found; // read once for all maps of the page
  let run;

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

  /* The texts for the map in `box`; a map whose page has others gives the same functions. `listed`
     are those of what is listed, if any. */
  function ofPage(box, listed) {
    found ??= read();
    const { places, rows } = found;

    function placeLink(id) {
      if (places.has(id)) return copyOfLink(places.get(id));
      if (listed?.places.has(id)) return linkTo(listed.places.get(id));
      const name = document.createElement("bdi");
      name.textContent = id;
      return name;
    }

    const counted = (number) => count("count", number);

    /* The one of the texts `data-<name>-<category>` that goes with a number, and the number. */
    function count(name, number) {
      const other = box.getAttribute(`data-${name}-other`);
      const text = box.getAttribute(`data-${name}-${plural.select(number)}`) ?? other;
      return (text ?? "{n}").replace("{n}", number);
    }

    const cooperationLink = (id) => (rows.has(id) ? copyOfLink(rows.get(id)[0]) : null);

    /* What is said of a line, a text for each line of its tooltip. */
    function line({ places, cooperations, state: stands }) {
      const link = cooperations.length === 1 && cooperationLink(cooperations[0]);
      const said = link ? link.textContent : counted(cooperations.length);
      return [names(placeLink, places), said, state(stands)].filter(Boolean);
    }

    /* How ties stand, in words; nothing of those that are ongoing. */
    const state = (name) => box.getAttribute(`data-state-${name}`) ?? "";

    /* The same of a listed pair. */
    function tie({ places, number, state: stands }) {
      const said = listed?.said(number) ?? box.dataset.unchecked ?? "";
      return [names(placeLink, places), said, state(stands)].filter(Boolean);
    }

    function tieLink({ places: [a], number }) {
      const place = listed?.places.get(a);
      if (!place || !listed.pairs[number]) return null;
      const path = `${place.path}#${listed.pairs[number]}`;
      return linkTo({ path, name: listed.said(number), lang: "" });
    }

    /* To a page under the root of the language. */
    function linkTo({ path, name, lang }) {
      const link = document.createElement("a");
      link.setAttribute("href", (box.dataset.base ?? "") + path);
      link.textContent = name;
      if (lang) Object.assign(link, { lang, dir: "auto" });
      return link;
    }

    return {
      placeLink,
      cooperationLink,
      counted,
      countedListed: (number) => count("listed", number),
      unchecked: box.dataset.unchecked ?? "",
      line,
      state,
      tie,
      tieLink,
      rows: (id) => rows.get(id) ?? [],
    };
  }

  /* The same once the file is there that says what the page does not; `places` are the ids of its
     names. Without it places are called by their ids, as on any map that lacks a name. */
  async function ofMap(box, places) {
    const [file, html] = await Promise.all([box.dataset.listed, box.dataset.names].map(fetched));
    if (html) {
      const template = document.createElement("template");
      const { body } = new DOMParser().parseFromString(html, "text/html");
      template.content.append(...body.childNodes);
      box.append(template);
      found = undefined;
    }
    return ofPage(box, file && listedTexts(file, places));
  }

  const fetched = (address) =>
    address && fetch(address).then((answer) => answer.json()).catch(() => null);

  function listedTexts({ names, pairs, said, by }, places) {
    const entries = names.map((given, at) => {
      const [name, lang = "", path = ""] = [given].flat();
      return [places[at], { name, lang, path: path || `places/${places[at]}/` }];
    });
    return { places: new Map(entries), pairs, said: (number) => said[by ? by[number] : 0] };
  }

  /* What is counted of a group of places, a text for each tier that there is. */
  function counts(texts, { cooperations, listed }) {
    const found = cooperations.length || !listed.length ? [texts.counted(cooperations.length)] : [];
    return listed.length ? [...found, texts.countedListed(listed.length)] : found;
  }

  function names(placeLink, places) {
    return places.map((id) => placeLink(id).textContent).join(" – ");
  }

  function brief(placeLink, places) {
    return names(placeLink, places.slice(0, NAMED)) + (places.length > NAMED ? " …" : "");
  }

  /* Which way the page runs, for good: to ask takes long where much is added to it. */
  function direction() {
    run ??= getComputedStyle(document.body).direction;
    return run;
  }

  /* A box with a line for each text, for a tooltip. */
  function lines(...texts) {
    const box = document.createElement("div");
    box.dir = direction();
    for (const text of texts) box.appendChild(document.createElement("div")).textContent = text;
    return box;
  }

  return { ofPage, ofMap, names, brief, counts, direction, lines };
})();
