/* Which cooperations pass the filters, and how many each further value would leave. */

import { spread } from "./atlas-explore-columns.js";
import { words, wordsAsked } from "./atlas-fold.js";

const NONE = new Set();
const NAMELESS = { own: [], actors: [], parties: [], facets: new Map() };

export class Filter {
  #facets; // [{name, values, at: value -> number, of, starts, numbers}]
  #titles = []; // words of what each cooperation is called in this language, once they have come
  #common;
  #names;
  #count;

  /* `filters` are filters.json, or those of the ties that registers list; `common` are the words that
     tell none from another. */
  constructor(filters, common) {
    this.#count = filters.count;
    this.#common = common;
    this.#facets = Object.entries(filters.facets).map(([name, { values, ...column }]) => {
      const of = spread(column, this.#count);
      const starts = new Uint32Array(of.length + 1);
      of.forEach((each, at) => (starts[at + 1] = starts[at] + each.length));
      const at = new Map(values.map((value, number) => [value, number]));
      return { name, values, at, of, starts, numbers: Uint16Array.from(of.flat()) };
    });
  }

  /* By what each cooperation is called it finds what is typed. */
  learnTitles(texts) {
    this.#titles = texts.map((text) => ` ${words(text).join(" ")}`);
  }

  /* And by the names of those who take part and of values (names.json); of listed ties their places
     take the part of the actors. */
  learn({ own = [], actors, parties, facets }) {
    const begun = (texts) => texts.map((text) => ` ${text}`);
    const byFacet = Object.entries(facets).map(([name, texts]) => [name, begun(texts)]);
    this.#names = { own: begun(own), actors: begun(actors), parties, facets: new Map(byFacet) };
  }

  /* `chosen` has for each facet a Set of values, whether a cooperation must have `both`, or all,
     of the countries, and `q`, the words to find.
     Gives `found`, numbers of cooperations; `counts`, for each facet a Map from values to numbers;
     and the `missing` words, which no cooperation has. */
  answer(chosen) {
    const failed = new Uint32Array(this.#count); // a bit for each facet that a cooperation fails
    const all = new Set(chosen.both ? ["country"] : []);
    this.#facets.forEach((facet, bit) => {
      failFacet(failed, facet, chosen[facet.name] ?? NONE, bit, all.has(facet.name));
    });
    const missing = this.#failText(failed, chosen.q);
    const counts = this.#facets.map(({ values }) => new Uint32Array(values.length));
    const found = [];
    for (let one = 0; one < this.#count; one += 1) {
      const bits = failed[one];
      if (!bits) {
        found.push(one);
        for (let at = 0; at < counts.length; at += 1) this.#add(counts[at], at, one);
      } else if ((bits & (bits - 1)) === 0 && bits !== this.#failedText) {
        const at = 31 - Math.clz32(bits); // the one facet it fails would not keep it out
        if (!all.has(this.#facets[at].name)) this.#add(counts[at], at, one);
      }
    }
    const named = this.#facets.map(({ name, values }, at) => [
      name,
      new Map(values.map((value, number) => [value, counts[at][number]])),
    ]);
    return { found, missing, counts: Object.fromEntries(named) };
  }

  /* The bit of the search, above those of the facets. */
  get #failedText() {
    return 1 << this.#facets.length;
  }

  #add(counts, at, one) {
    const { starts, numbers } = this.#facets[at];
    for (let place = starts[one]; place < starts[one + 1]; place += 1) counts[numbers[place]] += 1;
  }

  /* Every word of the question must be the beginning of one by which a cooperation goes; gives
     those that are so of none. */
  #failText(failed, question) {
    const every = words(question);
    const asked = every.length ? wordsAsked(question, this.#common) : [question].filter(Boolean);
    const missing = [];
    for (const word of asked) {
      const at = every.indexOf(word);
      const pairs = [every.slice(at - 1, at + 1), every.slice(at, at + 2)]; // "N Djamena"
      const spelt = [word, ...pairs.filter(({ length }) => length > 1).map((two) => two.join(""))];
      const called = this.#called(spelt.map((one) => ` ${one}`));
      let some = false;
      for (let one = 0; one < failed.length; one += 1) {
        if (called(one)) some = true;
        else failed[one] |= this.#failedText;
      }
      if (!some) missing.push(word);
    }
    return missing;
  }

  /* Whether a cooperation has a word that begins in one of these ways. */
  #called(beginnings) {
    const test = (text) => beginnings.some((one) => text.includes(one));
    const { own, actors, parties, facets } = this.#names ?? NAMELESS;
    const called = actors.map(test);
    const values = this.#facets
      .filter(({ name }) => facets.has(name))
      .map(({ name, of }) => ({ of, met: facets.get(name).map(test) }));
    return (one) =>
      test(this.#titles[one] ?? "") ||
      test(own[one] ?? "") ||
      (parties[one] ?? []).some((actor) => called[actor]) ||
      values.some(({ of, met }) => of[one].some((number) => met[number]));
  }
}

/* A cooperation passes by one of the values that are chosen, or, if it must have `all`, by all. */
function failFacet(failed, { at, values, starts, numbers }, chosen, bit, all) {
  if (!chosen.size) return;
  const wanted = new Uint8Array(values.length);
  for (const value of chosen) if (at.has(value)) wanted[at.get(value)] = 1;
  const enough = all ? chosen.size : 1;
  for (let one = 0; one < failed.length; one += 1) {
    let met = 0;
    for (let place = starts[one]; place < starts[one + 1]; place += 1) met += wanted[numbers[place]];
    if (met < enough) failed[one] |= 1 << bit;
  }
}
