/* What is asked of the list, in the address of its page and in words. */

import { fold } from "./atlas-fold.js";

const TOGETHER = "countries"; // in the address: whether all countries that are chosen take part
const BOTH = "both";
export const NOW = ["ongoing", "paused"]; // the states of today, "state=now" in the address
const LINKING = /^(utm_.*|.*clid|mc_.*|_.*|ref|source)$/; // what others add to links, to count them

/* Nothing asked: `chosen` has for each facet a Set of values, `both` and `q`. */
export function nothing(records) {
  return { q: "", both: false, ...Object.fromEntries(records.facets.map((name) => [name, new Set()])) };
}

export function isNothing({ q, both, ...facets }) {
  return !q && Object.values(facets).every(({ size }) => !size);
}

/* What the address asks for, and the names in it that are no filter. A value is taken in any case
   and by its name too; one that no cooperation has stays among those that are chosen. */
export function read(records) {
  const chosen = nothing(records);
  const strange = [];
  for (const [written, value] of new URLSearchParams(location.search)) {
    const name = written.toLowerCase();
    const asked = value.trim();
    if (name === "q") chosen.q = asked;
    else if (name === TOGETHER && asked.toLowerCase() === BOTH) chosen.both = true;
    else if (records.facets.includes(name)) {
      for (const one of valuesOf(name, asked, records)) chosen[name].add(one);
    } else if (asked && !LINKING.test(name)) strange.push(written);
  }
  return { chosen, strange };
}

/* The same with values as they are called by what has come since. */
export function recognise(chosen, records) {
  const facets = records.facets.map((facet) => {
    const values = [...chosen[facet]].map((value) => known(facet, value, records) ?? value);
    return [facet, new Set(values)];
  });
  return { ...chosen, ...Object.fromEntries(facets) };
}

/* Whether what is of "now" is asked for, or all that there was "ever"; "" if it is neither. */
export function whenOf({ state }) {
  if (!state?.size) return "ever";
  return state.size === NOW.length && NOW.every((one) => state.has(one)) ? "now" : "";
}

/* "BE,MA" asks for two, unless a value is called so. */
function valuesOf(facet, asked, records) {
  if (facet === "state" && asked.toLowerCase() === "now") return NOW;
  const whole = known(facet, asked, records);
  if (whole !== undefined) return [whole];
  const parts = asked.split(",").map((part) => part.trim()).filter(Boolean);
  return parts.map((part) => known(facet, part, records) ?? tidy(facet, part));
}

function known(facet, asked, records) {
  if (records.has(facet, asked)) return asked;
  const folded = fold(asked);
  return records
    .values(facet)
    .find((value) => [value, records.label(facet, value).text].some((one) => fold(one) === folded));
}

function tidy(facet, asked) {
  return facet === "country" && /^[a-z]{2}$/i.test(asked) ? asked.toUpperCase() : asked;
}

/* The query of an address that asks for this. */
export function query({ q, both, ...facets }) {
  const asked = new URLSearchParams();
  for (const [name, values] of Object.entries(facets)) {
    const isNow = name === "state" && whenOf({ state: values }) === "now";
    for (const value of isNow ? ["now"] : [...values].sort()) asked.append(name, value);
  }
  if (both) asked.set(TOGETHER, BOTH);
  if (q) asked.set("q", q);
  return String(asked) && `?${asked}`;
}

/* What a file is called that holds what is asked for: "cooperations-country-BE-MA-both". */
export function fileName({ q, both, ...facets }) {
  const parts = ["cooperations"];
  for (const [name, values] of Object.entries(facets)) {
    if (values.size) parts.push(name, ...[...values].sort());
  }
  if (both) parts.push(BOTH);
  const plain = [...parts, q].map((part) => part.replace(/[^\p{L}\p{N}]+/gu, "-"));
  return plain.filter(Boolean).join("-").slice(0, 100);
}

/* Each part of what is asked for: what it is in `words`, its `facet` and `value` if it is one of
   those, and what is asked `without` it. With `whole`, the values of a facet are one part as long
   as one of them is enough. */
export function parts(chosen, records, whole = false) {
  const { phrases } = records;
  const found = [];
  if (chosen.q) {
    found.push({ words: fill(phrases.quoted, { words: chosen.q }), without: { ...chosen, q: "" } });
  }
  for (const facet of records.facets) {
    const values = [...chosen[facet]];
    const named = values.map((value) => records.nameOf(facet, value));
    if (whole && values.length && !(chosen.both && facet === "country")) {
      const without = { ...chosen, [facet]: new Set() };
      found.push({ facet, words: said(phrases, records, facet, named), without });
      continue;
    }
    values.forEach((value, at) => {
      const without = { ...chosen, [facet]: new Set(values.filter((other) => other !== value)) };
      found.push({ facet, value, words: said(phrases, records, facet, [named[at]]), without });
    });
  }
  if (!whole && chosen.both) {
    found.push({ words: phrases.both, without: { ...chosen, both: false } });
  }
  return found;
}

/* All of it in a row: “Tangier”, Country: Belgium, Morocco (all of them). */
export function inWords(chosen, records) {
  const { phrases } = records;
  const rest = parts({ ...chosen, both: false }, records, true).map(({ facet, words }) =>
    chosen.both && facet === "country" && chosen[facet].size > 1
      ? fill(phrases.together, { values: words })
      : words,
  );
  return rest.join(phrases.semicolon);
}

function said(phrases, records, facet, named) {
  return fill(phrases.named, {
    facet: records.facetName(facet),
    values: named.map(isolated).join(phrases.comma),
  });
}

/* Words of a reader or of a record, whose direction may be another than that of the sentence. */
export function isolated(text) {
  return `\u2068${text}\u2069`;
}

export function fill(phrase, given) {
  return phrase.replace(/\{(\w+)\}/g, (gap, name) => given[name] ?? gap);
}
