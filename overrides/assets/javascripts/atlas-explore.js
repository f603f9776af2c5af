/* The list of cooperations: filters and a map that it follows, kept in the page's address. The list
   and all that is chosen from are the page's own; without this file they stand as they are, and
   nothing is fetched until somebody asks for something else than the page shows. */

import { chosenIn, fold, showFilters } from "./atlas-explore-boxes.js";
import { lines } from "./atlas-csv.js";
import { save } from "./atlas-downloads.js";
import { explain, sentence, unknownValues } from "./atlas-explore-none.js";
import { fileName, fill, isNothing, nothing, parts, query, read, recognise } from "./atlas-explore-question.js";
import { Records } from "./atlas-explore-records.js";
import { geojson, savedTableOf } from "./atlas-explore-save.js";
import { tableOf } from "./atlas-explore-table.js";
import { LISTED, RESEARCHED, Tiers, askTiers, loadRows, tiersAsked } from "./atlas-explore-tiers.js";
import { fetchJson } from "./atlas-fetch.js";
import { seen } from "./atlas-map-start.js";
import { sortable } from "./atlas-table.js";

const root = document.querySelector("[data-atlas-explore]");
const language = document.documentElement.lang || "en";
const status = root.querySelector(".atlas-explore-status");
const form = root.querySelector("form");
const table = root.querySelector("table");
const mapBox = root.querySelector(".atlas-map");
const more = root.querySelector(".atlas-explore-more");
const tiersButton = root.querySelector(".atlas-explore-tiers button");
const saves = [...root.querySelectorAll("[data-save]")];

function fetched(name) {
  return fetchJson(root.dataset.files + name);
}

let loading;
let isThere = false; // what answers
const early = []; // what was asked before it was, each a copy of the form
let haveFew;
const few = new Promise((resolve) => (haveFew = resolve)); // found, which a map has at once

/* What answers, once what the list is filtered by has come. */
function ready() {
  loading ??= start();
  return loading;
}

async function start() {
  const [filters, words] = await Promise.all(["filters.json", `${language}.json`].map(fetched));
  const records = new Records(filters, words, root.dataset.base, fetched);
  await new Promise((done) => setTimeout(done)); // a moment for the page to answer its reader
  return explore(new Tiers(records, language, fetched));
}

async function explore(tiers) {
  const { records } = tiers;
  const search = form.elements.q;
  const rows = tableOf(root, tiers);
  const heading = root.querySelector("#results");
  const listedTies = Number(root.dataset.listed);
  let { chosen, strange } = read(records);
  let answer = tiers.answer(nothing(records));
  let map;
  let frame;

  /* What registers list comes when it is asked for, or when nothing is researched. Gives whether it
     could. */
  async function complete(asked) {
    if (asked.q) await tiers.learn();
    const isAsked = tiersAsked(asked).has(LISTED);
    if (tiers.hasListed || !listedTies) return true;
    if (!isAsked && tiers.answer(asked).found.length) return true;
    if (asked === chosen && isAsked) status.textContent = root.dataset.waiting;
    try {
      await tiers.addListed(root.dataset.base);
    } catch {
      return false;
    }
    if (asked.q) await tiers.learn();
    return true;
  }

  async function show() {
    const asked = chosen;
    root.ariaBusy = "true";
    const failed = !(await complete(asked));
    if (asked !== chosen) return;
    chosen = recognise(chosen, records);
    const now = chosen;
    answer = { ...tiers.answer(chosen), failed };
    const isComplete = tiers.hasListed || !listedTies;
    root.classList.toggle("atlas-explore-narrowed", !isNothing(chosen));
    root.classList.toggle("atlas-explore-with-listed", answer.listed.length > 0);
    showFilters(form, chosen, { ...answer, records, isComplete, isAll: isNothing(chosen) });
    showChips(records, chosen, choose);
    await rows.show([answer.researched, answer.listed]);
    if (now !== chosen) return;
    status.textContent = say();
    showTiers(isComplete);
    showNone();
    root.ariaBusy = "false";
    for (const button of saves) button.disabled = !answer.found.length;
    if (answer.found.length <= Number(root.dataset.few)) haveFew();
    cancelAnimationFrame(frame);
    if (map) frame = requestAnimationFrame(showMap);
  }

  /* The map shows what is found as soon as the rows of all of it are there. */
  async function showMap() {
    const { found } = answer;
    await loadPlaces(found);
    if (found === answer.found) map.show(found);
  }

  async function loadPlaces(found) {
    const tiersFound = new Set(found.map(({ of }) => of)).add(records);
    await Promise.all([loadRows(found), ...[...tiersFound].map((tier) => tier.loadMap())]);
  }

  /* Draws a map by what its script gives. */
  async function draw({ chart }) {
    const { found } = answer;
    await loadPlaces(found);
    map = await chart(mapBox, records, rows.rows, found);
    rows.mark();
    await showMap();
  }

  /* One sentence of what is found, and one for all that the address asks for in vain. */
  function say() {
    const { phrases } = records;
    const vain = strange.map((name) => fill(phrases.no_filter, { words: name }));
    if (answer.failed) vain.push(phrases.failed_listed);
    if (!answer.found.length) return [sentence(chosen, answer.missing, records), ...vain].join(" ");
    const rest = [...unknownValues(chosen, records), ...vain];
    if (!answer.researched.length && tiersAsked(chosen).has(RESEARCHED)) {
      rest.unshift(phrases.nothing_researched);
    }
    const number = counted(answer);
    return rest.length ? `${number}. ${rest.join(" ")}` : number;
  }

  /* The two tiers, each counted by itself. */
  function counted({ researched, listed }) {
    const { phrases } = records;
    const ours = researched.map(({ one }) => one);
    if (!listed.length) return records.countedAll(ours);
    const theirs = records.counted(listed.length, phrases.listed);
    if (!researched.length) return theirs;
    return `${records.countedAll(ours, phrases.researched)} · ${theirs}`;
  }

  /* One tap to what registers list, and one back. */
  function showTiers(isComplete) {
    if (!tiersButton) return;
    const { phrases } = records;
    const number = isComplete ? answer.others : isNothing(chosen) ? listedTies : undefined;
    const another = number === undefined ? phrases.add_listed : records.counted(number, phrases.listed);
    const isShown = answer.listed.length > 0;
    tiersButton.textContent = isShown ? phrases.researched_alone : `+ ${another}`;
    const isOfUse = isShown ? answer.researched.length > 0 : number !== 0;
    tiersButton.disabled = !isOfUse;
    tiersButton.parentElement.classList.toggle("atlas-explore-useless", !isOfUse);
  }

  function showNone() {
    const box = root.querySelector(".atlas-explore-none");
    box.hidden = answer.found.length > 0;
    for (const part of root.querySelectorAll(".atlas-map-block, .atlas-explore-save")) {
      part.hidden = !answer.found.length;
    }
    if (box.hidden) return box.replaceChildren();
    const { missing } = answer;
    const count = (other) => {
      const found = tiers.answer(other);
      return found.found.length ? counted(found) : "";
    };
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
    return tried(show());
  }

  form.addEventListener("change", ({ target }) => {
    if (target !== search) choose(chosenIn(form, chosen), { within: true });
  });
  search.addEventListener("focus", () => tiers.learn().catch(() => {}), { once: true });
  search.addEventListener("input", () => {
    choose({ ...chosen, q: search.value.trim() }, { typed: true });
  });
  tiersButton?.addEventListener("click", () => {
    const both = new Set([RESEARCHED, LISTED]);
    choose(askTiers(chosen, answer.listed.length ? new Set([RESEARCHED]) : both), { within: true });
  });
  root.querySelector(".atlas-explore-clear").addEventListener("click", () => {
    choose(nothing(records));
  });
  window.addEventListener("popstate", () => {
    ({ chosen, strange } = read(records));
    leadOn(chosen);
    tried(show());
  });
  for (const button of saves) {
    button.addEventListener("click", () => tried(saveFound(button.dataset.save)));
  }

  async function saveFound(kind) {
    const { found } = answer;
    const name = fileName(chosen);
    await (kind === "geojson" ? loadPlaces(found) : loadRows(found));
    const ones = found.map(({ of, one }) => of.one(one));
    if (kind === "csv") {
      save(`${name}.csv`, "text/csv;charset=utf-8", lines(await savedTableOf(ones)));
    } else if (kind === "sheet") {
      const { bytes, ENDING, inWords, MEDIA } = await import("./atlas-sheet.js");
      save(`${name}${ENDING}`, MEDIA, bytes(await inWords(await savedTableOf(ones), "cooperations")));
    } else {
      const text = geojson(ones, (place) => records.places.one(place));
      save(`${name}.geojson`, "application/geo+json", text);
    }
  }

  isThere = true;
  const steps = isNothing(chosen) ? early : []; // what an address asks is more than a hasty choice
  let showing;
  for (const { asked, typed } of steps) {
    const q = asked.elements.q.value.trim();
    showing = choose({ ...chosenIn(asked, chosen), q }, { typed, within: true });
  }
  await (showing ?? show());
  leadOn(chosen);
  return { draw, sort: (column, direction) => tried(sortRows(column, direction)) };

  async function sortRows(column, direction) {
    root.ariaBusy = "true";
    await rows.sort(column, direction);
    root.ariaBusy = "false";
  }
}

/* What cannot be had of the list is said; the page's own list and the other lists stay. */
async function tried(showing) {
  try {
    return await showing;
  } catch (error) {
    form.hidden = true;
    status.textContent = root.dataset.failed;
    root.ariaBusy = "false";
    throw error;
  }
}

/* The map comes when it is seen; filters and table do not wait for it. If it cannot be fetched, the
   picture stays. */
async function drawMap() {
  await seen(mapBox, few);
  const drawing = await import("./atlas-explore-map.js").catch(() => undefined);
  if (drawing) await (await tried(ready())).draw(drawing);
}

/* The same choice in the other languages. */
function leadOn(chosen) {
  for (const link of document.querySelectorAll("a[hreflang]")) {
    const address = new URL(link.href);
    address.search = query(chosen);
    link.href = address.href;
  }
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

/* What a form asks counts by itself also where the next is chosen before the list is there. */
function keep(typed) {
  if (!isThere) early.push({ asked: form.cloneNode(true), typed });
}

/* Somebody asks for what the page does not show. */
function ask() {
  if (!isThere) {
    root.ariaBusy = "true";
    status.textContent = root.dataset.waiting;
  }
  return tried(ready());
}

/* What is asked for before the list is there is done once it is. */
function attend() {
  for (const kind of ["change", "input"]) {
    form.addEventListener(kind, ({ target }) => {
      const typed = target === form.elements.q;
      if (typed === (kind === "input")) keep(typed);
      return ask();
    });
  }
  for (const kind of ["focusin", "pointerenter"]) {
    form.addEventListener(kind, () => tried(ready()), { once: true }); // what will be asked for
  }
  for (const button of [tiersButton, more, ...saves].filter(Boolean)) {
    button.disabled = false;
    button.addEventListener("click", press);
  }
  more.hidden = !more.textContent;
  sortable(table, async (column, direction) => (await ask()).sort(column, direction));

  async function press({ currentTarget: button }) {
    if (isThere) return;
    button.removeEventListener("click", press);
    await ask();
    button.click();
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  root.querySelector("#results").focus();
});
root.querySelector(".atlas-leaves")?.remove();
fold(form);
attend();
const isAsked = [...new URLSearchParams(location.search).values()].some(Boolean);
const isChosen = form.elements.q.value || [...form.elements].some((one) => one.checked !== one.defaultChecked);
if (isAsked) root.classList.add("atlas-explore-narrowed");
if (isChosen && !isAsked) keep(false);
if (isAsked || isChosen) ask();
else root.ariaBusy = "false";
drawMap();
