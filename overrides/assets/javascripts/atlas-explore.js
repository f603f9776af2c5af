/* The page Explore: filters, a map and a table that follow them, kept in the page's address.
   Every text is the page's own or comes with the records; without this file the page has lists. */

import { Filter } from "./atlas-explore-filter.js";
import { Records, write } from "./atlas-explore-records.js";
import { save } from "./atlas-downloads.js";
import { csv, geojson } from "./atlas-explore-save.js";
import { seen } from "./atlas-map-start.js";
import { sortable, sorted } from "./atlas-table.js";

const NARROW = matchMedia("(max-width: 59.99em)");

const root = document.querySelector("[data-atlas-explore]");
const language = document.documentElement.lang || "en";

async function start() {
  const files = [root.dataset.records, root.dataset.texts].map(async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return answer.json();
  });
  const [data, texts] = await Promise.all(files);
  const records = new Records(data, texts, root);
  await new Promise((done) => setTimeout(done)); // a moment for the page to answer its reader
  root.append(root.querySelector("template").content.cloneNode(true));
  document.querySelector(".atlas-explore-lists").hidden = true;
  explore(data, records);
}

function explore(data, records) {
  const titles = Array.from({ length: records.count }, (_, one) => records.title(one).text);
  const filter = new Filter(data, titles);
  const facets = records.facets.map((name) => facetOf(name, records));
  const search = root.querySelector("[name=q]");
  const table = tableOf(records);
  const saves = [...root.querySelectorAll("[data-save]")];
  let chosen = read(records);
  let found = [];
  let map;
  let frame;

  function show() {
    const answer = filter.answer(chosen);
    found = answer.found;
    for (const facet of facets) facet.show(chosen[facet.name], answer.counts[facet.name]);
    if (search.value.trim() !== chosen.q) search.value = chosen.q;
    showChosen(facets, chosen, records);
    root.querySelector(".atlas-explore-status").textContent = records.counted(found.length);
    table.show(found);
    for (const button of saves) button.disabled = !found.length;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => map?.show(found));
  }

  function choose(next, typed) {
    chosen = next;
    remember(chosen, typed);
    show();
  }

  for (const facet of facets) {
    facet.element.addEventListener("change", () => {
      choose({ ...chosen, [facet.name]: facet.chosen() }, false);
    });
    if (chosen[facet.name].size) facet.element.open = true;
  }
  search.addEventListener("input", () => choose({ ...chosen, q: search.value.trim() }, true));
  root.querySelector(".atlas-explore-clear").addEventListener("click", () => {
    choose(nothing(records), false);
  });
  window.addEventListener("popstate", () => {
    chosen = read(records);
    show();
  });
  for (const button of saves) {
    button.addEventListener("click", async () => {
      const ones = found.map((one) => records.one(one));
      if (button.dataset.save === "csv") {
        save(`${nameOf(chosen)}.csv`, "text/csv;charset=utf-8", await csv(ones));
      } else {
        const text = geojson(ones, (place) => records.place(place));
        save(`${nameOf(chosen)}.geojson`, "application/geo+json", text);
      }
    });
  }
  fold();
  NARROW.addEventListener("change", fold);
  leadOn();
  show();
  mapIn(root.querySelector(".atlas-map"), records, table.rows, () => found).then((made) => {
    map = made;
    table.mark();
    map.show(found);
  });
}

/* What a file is called that holds what is chosen: "cooperations-country-BE-theme-health". */
function nameOf(chosen) {
  const parts = Object.entries(chosen).flatMap(([name, values]) =>
    name === "q" ? [values] : [...values].sort().flatMap((value) => [name, value]),
  );
  const plain = parts.map((part) => part.replace(/[^\p{L}\p{N}]+/gu, "-"));
  return ["cooperations", ...plain].filter(Boolean).join("-").slice(0, 100);
}

/* The map comes when it is seen; filters and table do not wait for it. */
async function mapIn(box, records, rows, found) {
  await seen(box);
  const { chart } = await import("./atlas-explore-map.js");
  return chart(box, records, rows, found());
}

/* On a narrow screen the filters are folded away; on a wide one they always stand open. */
function fold() {
  root.querySelector(".atlas-explore-filters").open = !NARROW.matches;
}

// The address

function nothing(records) {
  return { q: "", ...Object.fromEntries(records.facets.map((name) => [name, new Set()])) };
}

/* What the address asks for; values that no cooperation has are passed over. */
function read(records) {
  const asked = new URLSearchParams(location.search);
  const chosen = nothing(records);
  chosen.q = (asked.get("q") ?? "").trim();
  for (const name of records.facets) {
    const known = new Set(records.values(name));
    for (const value of asked.getAll(name)) if (known.has(value)) chosen[name].add(value);
  }
  return chosen;
}

/* Each choice is a step to go back to; the letters of a search are one step together. */
function remember(chosen, typed) {
  const asked = new URLSearchParams();
  for (const [name, values] of Object.entries(chosen)) {
    if (name !== "q") for (const value of [...values].sort()) asked.append(name, value);
  }
  if (chosen.q) asked.set("q", chosen.q);
  const address = location.pathname + (String(asked) && `?${asked}`);
  if (typed && history.state?.typed) history.replaceState({ typed }, "", address);
  else history.pushState({ typed }, "", address);
  leadOn();
}

/* The same choice in the other languages. */
function leadOn() {
  for (const link of document.querySelectorAll(".md-select a[hreflang]")) {
    const address = new URL(link.href);
    address.search = location.search;
    link.href = address.href;
  }
}
window.addEventListener("popstate", leadOn);

// Facets

function facetOf(name, records) {
  const element = root.querySelector(`[data-facet="${name}"]`);
  const list = element.querySelector("ul");
  const boxes = records.values(name).map((value, number) => boxOf(value, number, name, records));
  const order = [...boxes];
  if ("byName" in element.dataset) {
    const { compare } = new Intl.Collator(language);
    order.sort((a, b) => compare(a.name, b.name));
  }
  list.append(...order.map(({ item }) => item));

  function show(chosen, counts) {
    boxes.forEach(({ item, input, count }, number) => {
      input.checked = chosen.has(input.value);
      const text = records.number(counts[number]);
      if (count.textContent !== text) count.textContent = text;
      item.classList.toggle("atlas-explore-empty", !counts[number] && !input.checked);
    });
  }

  function chosen() {
    return new Set(boxes.filter(({ input }) => input.checked).map(({ input }) => input.value));
  }

  return { name, element, show, chosen };
}

function boxOf(value, number, facet, records) {
  const item = document.createElement("li");
  const label = item.appendChild(document.createElement("label"));
  const input = label.appendChild(document.createElement("input"));
  Object.assign(input, { type: "checkbox", name: facet, value, autocomplete: "off" });
  const text = records.label(facet, number);
  label.append(" ", write(document.createElement("span"), text), " ");
  const count = label.appendChild(document.createElement("span"));
  count.className = "atlas-explore-count";
  return { item, input, count, name: text.text };
}

/* How many values are chosen, on each facet and on all. */
function showChosen(facets, chosen, records) {
  const { dataset } = root;
  const say = (element, number) => {
    const text = number ? dataset.chosen.replace("{n}", records.number(number)) : "";
    element.querySelector("summary .atlas-explore-chosen").textContent = text;
  };
  let all = 0;
  for (const { name, element } of facets) {
    say(element, chosen[name].size);
    all += chosen[name].size;
  }
  say(root.querySelector(".atlas-explore-filters"), all);
}

// The table

function tableOf(records) {
  const atOnce = Number(root.dataset.atOnce);
  const table = root.querySelector(".atlas-table table");
  const body = table.tBodies[0];
  const rows = new Map(); // cooperation -> row
  const more = root.querySelector(".atlas-explore-more");
  const headings = [...root.querySelectorAll("thead th")].map((cell) => cell.textContent);
  const keys = [
    (one) => records.title(one).text,
    (one) => records.labelOf("form", one).text,
    (one) => records.partnerNames(one).join(" "),
    (one) => records.dayOf(one),
    (one) => records.labelOf("status", one).text,
  ];
  let found = [];
  let order = (ones) => ones;

  sortable(table, (column, direction) => {
    order = (ones) => sorted(ones, keys[column], direction);
    show(found);
  });

  function add() {
    const next = found.slice(body.rows.length, body.rows.length + atOnce);
    for (const one of next) rows.set(one, body.appendChild(rowOf(one, headings, records)));
    const left = Math.min(atOnce, found.length - body.rows.length);
    more.hidden = !left;
    more.textContent = root.dataset.more.replace("{n}", records.number(left));
  }

  more.addEventListener("click", () => {
    const first = body.rows.length;
    add();
    body.rows[first].querySelector("a").focus();
  });

  function show(next) {
    found = order(next);
    body.replaceChildren();
    rows.clear();
    add();
    root.querySelector(".atlas-table").hidden = !found.length;
    root.querySelector(".atlas-explore-none").hidden = found.length > 0;
  }

  /* Rows and their lines light each other, once there is a map. */
  function mark() {
    for (const [one, row] of rows) window.Atlas?.light.mark(row, [one]);
  }

  return { show, mark, rows: (one) => (rows.has(one) ? [rows.get(one)] : []) };
}

function rowOf(one, headings, records) {
  const row = document.createElement("tr");
  row.dataset.cooperation = records.id(one);
  window.Atlas?.light.mark(row, [one]);
  const name = row.appendChild(document.createElement("th"));
  name.scope = "row";
  name.append(records.link(one));
  const form = cell(row, headings[1]).appendChild(document.createElement("span"));
  form.className = `atlas-form atlas-form-${records.formOf(one)}`;
  write(form, records.labelOf("form", one));
  const partners = cell(row, headings[2]);
  for (const partner of records.partners(one)) partners.append(partnerOf(partner));
  const since = cell(row, headings[3]);
  since.textContent = records.since(one) || root.dataset.notRecorded;
  since.classList.toggle("atlas-unknown", !records.since(one));
  write(cell(row, headings[4]), records.labelOf("status", one));
  return row;
}

function cell(row, heading) {
  const made = row.insertCell();
  made.dataset.label = heading;
  return made;
}

function partnerOf({ link, countries }) {
  const partner = document.createElement("span");
  partner.className = "atlas-partner";
  const where = document.createElement("span");
  where.className = "atlas-where";
  countries.forEach((country, at) => where.append(at ? " · " : "", country));
  partner.append(link, " ", where);
  return partner;
}

start().catch((error) => {
  root.hidden = true; // the lists below it stay
  throw error;
});
