/* The list of cooperations: filters and a map that it follows, kept in the page's address. The list
   and all that is chosen from are the page's own; without this file they stand as they are. */

import { Filter } from "./atlas-explore-filter.js";
import { save } from "./atlas-downloads.js";
import { explain, sentence, unknownValues } from "./atlas-explore-none.js";
import { fileName, fill, isNothing, nothing, parts, query, read } from "./atlas-explore-question.js";
import { Records } from "./atlas-explore-records.js";
import { csv, geojson } from "./atlas-explore-save.js";
import { tableOf } from "./atlas-explore-table.js";
import { fetchJson } from "./atlas-fetch.js";
import { seen } from "./atlas-map-start.js";

const root = document.querySelector("[data-atlas-explore]");
const language = document.documentElement.lang || "en";
const status = root.querySelector(".atlas-explore-status");

function fetched(name) {
  return fetchJson(root.dataset.files + name);
}

async function start() {
  const [data, texts] = await Promise.all(["records.json", `${language}.json`].map(fetched));
  const records = new Records(data, texts, root);
  await new Promise((done) => setTimeout(done)); // a moment for the page to answer its reader
  explore(data, records);
}

function explore(data, records) {
  const called = (one) => `${records.title(one).text} ${records.since(one)}`;
  const all = Array.from({ length: records.count }, (_, one) => called(one));
  const filter = new Filter(data, all, records.phrases.common);
  const form = root.querySelector("form");
  const search = form.elements.q;
  const table = tableOf(root, records);
  const saves = [...root.querySelectorAll("[data-save]")];
  const heading = root.querySelector("#results");
  let { chosen, strange } = read(records);
  let found = [];
  let map;
  let frame;

  /* By all names, which are fetched when something is typed. */
  async function learn() {
    if (filter.knowsNames) return;
    filter.learn(await fetched("names.json"));
  }

  async function show() {
    const asked = chosen;
    if (asked.q) await learn().catch(() => {}); // then by titles
    if (asked !== chosen) return;
    const answer = filter.answer(chosen);
    found = answer.found;
    root.classList.toggle("atlas-explore-narrowed", !isNothing(chosen));
    showFilters(form, chosen, answer.counts, records);
    status.textContent = say(answer);
    showChips(records, chosen, choose);
    table.show(found);
    showNone(answer);
    root.ariaBusy = "false";
    for (const button of saves) button.disabled = !found.length;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => map?.show(found));
  }

  /* One sentence of what is found, and one for all that the address asks for in vain. */
  function say({ missing }) {
    const { phrases } = records;
    const vain = strange.map((name) => fill(phrases.no_filter, { words: name }));
    if (!found.length) return [sentence(chosen, missing, records), ...vain].join(" ");
    const number = records.counted(found.length);
    const rest = [...unknownValues(chosen, records), ...vain];
    return rest.length ? `${number}. ${rest.join(" ")}` : number;
  }

  function showNone({ missing }) {
    const box = root.querySelector(".atlas-explore-none");
    box.hidden = found.length > 0;
    for (const part of root.querySelectorAll(".atlas-map-block, .atlas-explore-save")) {
      part.hidden = !found.length;
    }
    if (box.hidden) return box.replaceChildren();
    const count = (other) => filter.answer(other).found.length;
    const { search: page } = root.dataset;
    explain(box, { chosen, missing, records, choose, count, search: page });
  }

  /* Each choice is a step to go back to; the letters of a search are one step together. A choice
     that was made beside the filters leads to its results. */
  function choose(next, { typed = false, within = false } = {}) {
    chosen = next;
    strange = [];
    const address = location.pathname + query(chosen);
    if (typed && history.state?.typed) history.replaceState({ typed }, "", address);
    else history.pushState({ typed }, "", address);
    leadOn(chosen);
    if (!typed && !within) heading.focus({ preventScroll: true });
    show();
  }

  form.addEventListener("change", ({ target }) => {
    if (target !== search) choose(chosenIn(form, chosen), { within: true });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    heading.focus();
  });
  search.addEventListener("focus", () => learn().catch(() => {}), { once: true });
  search.addEventListener("input", () => {
    choose({ ...chosen, q: search.value.trim() }, { typed: true });
  });
  root.querySelector(".atlas-explore-clear").addEventListener("click", () => {
    choose(nothing(records));
  });
  window.addEventListener("popstate", () => {
    ({ chosen, strange } = read(records));
    leadOn(chosen);
    show();
  });
  for (const button of saves) {
    button.addEventListener("click", async () => {
      const ones = found.map((one) => records.one(one));
      if (button.dataset.save === "csv") {
        save(`${fileName(chosen)}.csv`, "text/csv;charset=utf-8", await csv(ones));
      } else {
        const text = geojson(ones, (place) => records.place(place));
        save(`${fileName(chosen)}.geojson`, "application/geo+json", text);
      }
    });
  }
  fold(form);
  const early = { ...chosenIn(form, chosen), q: search.value.trim() }; // before this file was there
  if (isNothing(chosen) && !isNothing(early)) choose(early, { within: true });
  else show();
  leadOn(chosen);
  mapIn(root.querySelector(".atlas-map"), records, table.rows, () => found).then((made) => {
    if (!made) return;
    map = made;
    table.mark();
    map.show(found);
  });
}

/* The map comes when it is seen; filters and table do not wait for it. If it cannot be fetched, the
   picture stays. */
async function mapIn(box, records, rows, found) {
  await seen(box);
  const drawing = await import("./atlas-explore-map.js").catch(() => undefined);
  return drawing?.chart(box, records, rows, found());
}

/* In a narrow window the filters are folded away until they are asked for. */
function fold(form) {
  const button = form.querySelector(".atlas-explore-fold");
  button.addEventListener("click", () => {
    const isOpen = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(isOpen));
  });
}

/* The same choice in the other languages. */
function leadOn(chosen) {
  for (const link of document.querySelectorAll("a[hreflang]")) {
    const address = new URL(link.href);
    address.search = query(chosen);
    link.href = address.href;
  }
}

// The filters

/* What the filters say; values without a box stay. */
function chosenIn(form, chosen) {
  const next = { ...chosen, both: form.elements.countries.value !== "" };
  for (const element of form.querySelectorAll("[data-facet]")) {
    const name = element.dataset.facet;
    const values = new Set(chosen[name]);
    for (const { value, checked } of boxesOf(element)) {
      if (checked) values.add(value);
      else values.delete(value);
    }
    next[name] = values;
  }
  return next;
}

function boxesOf(element) {
  return [...element.querySelectorAll("input[type=checkbox]")];
}

function showFilters(form, chosen, counts, records) {
  let all = 0;
  for (const element of form.querySelectorAll("[data-facet]")) {
    const name = element.dataset.facet;
    for (const box of boxesOf(element)) {
      const count = counts[name][records.valueNumber(name, box.value)];
      box.checked = chosen[name].has(box.value);
      write(box.closest("label").querySelector("b"), records.number(count));
      box.closest("li").classList.toggle("atlas-explore-empty", !count && !box.checked);
    }
    write(element.querySelector("summary .atlas-explore-chosen"), numberChosen(chosen[name].size));
    all += chosen[name].size;
  }
  write(form.querySelector(".atlas-explore-fold .atlas-explore-chosen"), numberChosen(all));
  for (const one of form.elements.countries) one.checked = (one.value !== "") === chosen.both;
  if (form.elements.q.value.trim() !== chosen.q) form.elements.q.value = chosen.q;

  function numberChosen(number) {
    return number ? records.counted(number, records.phrases.chosen) : "";
  }
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/* What is chosen, each with a button that takes it away. */
function showChips(records, chosen, choose) {
  const line = root.querySelector(".atlas-explore-chips");
  const clear = line.querySelector(".atlas-explore-clear");
  const chips = parts(chosen, records).map(({ words, without }) => {
    const chip = document.createElement("button");
    Object.assign(chip, { type: "button", className: "atlas-explore-chip", textContent: words });
    chip.setAttribute("aria-label", fill(records.phrases.remove, { what: words }));
    chip.addEventListener("click", () => choose(without));
    return chip;
  });
  for (const chip of line.querySelectorAll(".atlas-explore-chip")) chip.remove();
  clear.before(...chips);
  clear.hidden = !chips.length;
  line.querySelector("span").hidden = chips.length > 0;
}

root.ariaBusy = "true"; // until what is asked for is there
const isAsked = [...new URLSearchParams(location.search).values()].some(Boolean);
if (isAsked) {
  root.classList.add("atlas-explore-narrowed");
  status.textContent = root.dataset.waiting;
}
start().catch((error) => {
  root.querySelector("form").hidden = true; // the list and the other lists stay
  status.textContent = root.dataset.failed;
  root.ariaBusy = "false";
  throw error;
});
