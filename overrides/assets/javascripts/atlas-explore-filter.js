/* Which cooperations pass the filters, and how many each further value would leave. */

import { fold } from "./atlas-fold.js";

export class Filter {
  #facets; // [{name, values, at: value -> number, starts, numbers}]
  #titles; // folded, once somebody searches
  #texts;
  #count;

  constructor(records, titles) {
    this.#count = records.ids.length;
    this.#texts = titles;
    this.#facets = Object.entries(records.facets).map(([name, { values, of }]) => {
      const starts = new Uint32Array(of.length + 1);
      of.forEach((each, at) => (starts[at + 1] = starts[at] + each.length));
      const at = new Map(values.map((value, number) => [value, number]));
      return { name, values, at, starts, numbers: Uint16Array.from(of.flat()) };
    });
  }

  /* `chosen` has for each facet a Set of values, and `q`, the words to find.
     Gives `found`, numbers of cooperations, and `counts`, of each facet by the number of a value. */
  answer(chosen) {
    const failed = new Uint32Array(this.#count); // a bit for each facet that a cooperation fails
    this.#facets.forEach((facet, bit) => failFacet(failed, facet, chosen[facet.name], bit));
    this.#failText(failed, fold(chosen.q).split(/\s+/).filter(Boolean));
    const counts = this.#facets.map(({ values }) => new Uint32Array(values.length));
    const found = [];
    for (let one = 0; one < this.#count; one += 1) {
      const bits = failed[one];
      if (!bits) {
        found.push(one);
        for (let at = 0; at < counts.length; at += 1) this.#add(counts[at], at, one);
      } else if ((bits & (bits - 1)) === 0 && bits !== this.#failedText) {
        const at = 31 - Math.clz32(bits); // the one facet it fails would not keep it out
        this.#add(counts[at], at, one);
      }
    }
    const named = this.#facets.map(({ name }, at) => [name, counts[at]]);
    return { found, counts: Object.fromEntries(named) };
  }

  /* The bit of the search, above those of the facets. */
  get #failedText() {
    return 1 << this.#facets.length;
  }

  #add(counts, at, one) {
    const { starts, numbers } = this.#facets[at];
    for (let place = starts[one]; place < starts[one + 1]; place += 1) counts[numbers[place]] += 1;
  }

  #failText(failed, words) {
    if (!words.length) return;
    this.#titles ??= this.#texts.map(fold);
    for (let one = 0; one < failed.length; one += 1) {
      if (!words.every((word) => this.#titles[one].includes(word))) failed[one] |= this.#failedText;
    }
  }
}

function failFacet(failed, { at, values, starts, numbers }, chosen, bit) {
  if (!chosen.size) return;
  const wanted = new Uint8Array(values.length);
  for (const value of chosen) wanted[at.get(value)] = 1;
  for (let one = 0; one < failed.length; one += 1) {
    let passes = 0;
    for (let place = starts[one]; place < starts[one + 1]; place += 1) {
      passes |= wanted[numbers[place]];
    }
    if (!passes) failed[one] |= 1 << bit;
  }
}
