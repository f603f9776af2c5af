/* What is said where nothing answers: what was asked, what is near, and the way to tell the atlas. */

import { asWritten, words } from "./atlas-fold.js";
import { fill, inWords, isolated, parts } from "./atlas-explore-question.js";

const ROOT = new URL("../../", import.meta.url);

/* In a sentence what is not there: typed words and values that no cooperation has, else all of it. */
export function sentence(chosen, missing, records) {
  const strangers = strangersIn(chosen, missing, records);
  if (!strangers.length) return fill(records.phrases.none, { what: inWords(chosen, records) });
  return strangers.map((name) => notThere(name, records)).join(" ");
}

/* Values that are chosen and that no cooperation has, each in a sentence. */
export function unknownValues(chosen, records) {
  return strangersIn(chosen, [], records).map((name) => notThere(name, records));
}

function notThere(name, records) {
  return fill(records.phrases.missing, { words: isolated(name) });
}

function strangersIn(chosen, missing, records) {
  const names = missing.length ? [asWritten(chosen.q, missing)] : [];
  for (const facet of records.facets) {
    for (const value of chosen[facet]) {
      if (!records.has(facet, value)) names.push(records.nameOf(facet, value));
    }
  }
  return names;
}

/* Fills `box`. `choose` asks something else; `count` says in words how many answer, "" for none. */
export function explain(box, { chosen, missing, records, choose, count, search }) {
  const { phrases } = records;
  const lines = [];
  const all = parts(chosen, records, true);
  if (all.length > 1 && strangersIn(chosen, missing, records).length) {
    lines.push(line("p", fill(phrases.asked, { what: inWords(chosen, records) })));
  }
  const near = line("p");
  near.hidden = true;
  if (missing.length) lines.push(near);
  const ways = all.length > 1 ? all : []; // without the only one all are found
  const offers = ways.map((way) => ({ ...way, found: count(way.without) }));
  if (chosen.both) {
    const either = { ...chosen, both: false };
    offers.push({ phrase: phrases.either, without: either, found: count(either) });
  }
  const list = document.createElement("ul");
  for (const { phrase = phrases.without, words, without, found } of offers) {
    if (!found) continue;
    const text = fill(phrase, { what: words, count: found });
    list.append(line("li", button(text, () => choose(without))));
  }
  if (list.children.length) lines.push(list);
  if (chosen.q) {
    const address = new URL(search, location.href);
    address.searchParams.set("q", chosen.q);
    lines.push(line("p", link(address, fill(phrases.search, { words: isolated(chosen.q) }))));
  }
  lines.push(line("p", link(formFor(chosen, records), phrases.ask)));
  box.replaceChildren(...lines);
  if (missing.length) showNear(near, chosen, missing, phrases, choose).catch(() => {});
}

/* The form for what is missing, with what was asked for in its title. */
function formFor(chosen, records) {
  const form = new URL(records.phrases.form);
  const names = records.facets.flatMap((facet) =>
    [...chosen[facet]].map((value) => records.nameOf(facet, value)),
  );
  const about = [chosen.q, ...names].filter(Boolean).join(records.phrases.comma);
  form.searchParams.set("title", form.searchParams.get("title") + about);
  if (chosen.q) form.searchParams.set("partner-a", chosen.q);
  return form;
}

/* Names that what was typed may have been meant for; what finds them is fetched for it. */
async function showNear(place, chosen, missing, phrases, choose) {
  const language = document.documentElement.lang || "en";
  const [{ NearNames }, answer] = await Promise.all([
    import("./atlas-search-near.js"),
    fetch(new URL(`assets/search/${language}.json`, ROOT)),
  ]);
  const names = await new NearNames(ROOT, await answer.json()).find(missing, words(chosen.q));
  if (!names.length || !place.isConnected) return;
  place.append(phrases.near);
  for (const name of names) place.append(" ", button(name, () => choose({ ...chosen, q: name })));
  place.hidden = false;
}

function line(tag, ...content) {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

function link(address, text) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  return made;
}

function button(text, press) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", textContent: text });
  made.dir = "auto";
  made.addEventListener("click", press);
  return made;
}
