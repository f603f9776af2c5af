/* The list of cooperations: filters and a map that it follows, kept in the page's address. The list
   and all that is chosen from are the page's own; without this file they stand as they are. */

import { chosenIn, fold, showFilters } from "./atlas-explore-boxes.js";
import { lines } from "./atlas-csv.js";
import { save } from "./atlas-downloads.js";
import { explain, sentence, unknownValues } from "./atlas-explore-none.js";
import { fileName, fill, isNothing, nothing, parts, query, read, recognise } from "./atlas-explore-question.js";
import { Records } from "./atlas-explore-records.js";
import { geojson, savedTableOf } from "./atlas-explore-save.js";
import { tableOf } from "./atlas-explore-table.js";
import { LISTED, RESEARCHED, Tiers, askTiers, tiersAsked } from "./atlas-explore-tiers.js";
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
  explore(new Tiers(data, records, fetched));
}

function explore(tiers) {
  const { records } = tiers;
  const form = root.querySelector("form");
  const search = form.elements.q;
  const table = tableOf(root, tiers);
  const saves = [...root.querySelectorAll("[data-save]")];
  const heading = root.querySelector("#results");
  const listedTies = Number(root.dataset.listed);
  let { chosen, strange } = read(records);
  let answer = tiers.answer(nothing(records));
  let map;
  let frame;

  /* What registers list comes when it is asked for, or when nothing is researched. Gives whether it
     could. */
  async function complete(asked) {
    if (asked.q) await tiers.learn().catch(() => {}); // then by titles
    const isAsked = tiersAsked(asked).has(LISTED);
    if (tiers.hasListed || !listedTies) return true;
    if (!isAsked && tiers.answer(asked).found.length) return true;
    if (asked === chosen && isAsked) status.textContent = root.dataset.waiting;
    try {
      await tiers.addListed(root.dataset.base, language);
    } catch {
      return false;
    }
    if (asked.q) await tiers.learn().catch(() => {});
    return true;
  }

  async function show() {
    const asked = chosen;
    const failed = !(await complete(asked));
    if (asked !== chosen) return;
    chosen = recognise(chosen, records);
    answer = { ...tiers.answer(chosen), failed };
    const isComplete = tiers.hasListed || !listedTies;
    root.classList.toggle("atlas-explore-narrowed", !isNothing(chosen));
    root.classList.toggle("atlas-explore-with-listed", answer.listed.length > 0);
    showFilters(form, chosen, { ...answer, records, isComplete, isAll: isNothing(chosen) });
    status.textContent = say();
    showTiers(isComplete);
    showChips(records, chosen, choose);
    table.show([answer.researched, answer.listed]);
    showNone();
    root.ariaBusy = "false";
    for (const button of saves) button.disabled = !answer.found.length;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => map?.show(answer.found));
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
    const button = root.querySelector(".atlas-explore-tiers button");
    if (!button) return;
    const { phrases } = records;
    const number = isComplete ? answer.others : isNothing(chosen) ? listedTies : undefined;
    const more = number === undefined ? phrases.add_listed : records.counted(number, phrases.listed);
    const isShown = answer.listed.length > 0;
    button.textContent = isShown ? phrases.researched_alone : `+ ${more}`;
    const isOfUse = isShown ? answer.researched.length > 0 : number !== 0;
    button.disabled = !isOfUse;
    button.parentElement.classList.toggle("atlas-explore-useless", !isOfUse);
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
    show();
  }

  form.addEventListener("change", ({ target }) => {
    if (target !== search) choose(chosenIn(form, chosen), { within: true });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    heading.focus();
  });
  search.addEventListener("focus", () => tiers.learn().catch(() => {}), { once: true });
  search.addEventListener("input", () => {
    choose({ ...chosen, q: search.value.trim() }, { typed: true });
  });
  root.querySelector(".atlas-explore-tiers button")?.addEventListener("click", () => {
    const both = new Set([RESEARCHED, LISTED]);
    choose(askTiers(chosen, answer.listed.length ? new Set([RESEARCHED]) : both), { within: true });
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
      const ones = answer.found.map(({ of, one }) => of.one(one));
      if (button.dataset.save === "csv") {
        save(`${fileName(chosen)}.csv`, "text/csv;charset=utf-8", lines(await savedTableOf(ones)));
      } else if (button.dataset.save === "sheet") {
        const { bytes, ENDING, inWords, MEDIA } = await import("./atlas-sheet.js");
        const table = await inWords(await savedTableOf(ones), "cooperations");
        save(`${fileName(chosen)}${ENDING}`, MEDIA, bytes(table));
      } else {
        const text = geojson(ones, (place) => records.places.one(place));
        save(`${fileName(chosen)}.geojson`, "application/geo+json", text);
      }
    });
  }
  fold(form);
  const early = { ...chosenIn(form, chosen), q: search.value.trim() }; // before this file was there
  if (isNothing(chosen) && !isNothing(early)) choose(early, { within: true });
  else show();
  leadOn(chosen);
  mapIn(root.querySelector(".atlas-map"), records, table.rows, () => answer.found).then((made) => {
    if (!made) return;
    map = made;
    table.mark();
    map.show(answer.found);
  });
}

/* The map comes when it is seen; filters and table do not wait for it. If it cannot be fetched, the
   picture stays. */
async function mapIn(box, records, rows, found) {
  await seen(box);
  const drawing = await import("./atlas-explore-map.js").catch(() => undefined);
  return drawing?.chart(box, records, rows, found());
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
