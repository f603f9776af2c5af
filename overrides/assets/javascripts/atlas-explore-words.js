/* What the list says in the language of the page: its phrases, and what values of facets are called. */

import { said } from "./atlas-explore-texts.js";

export class Words {
  #phrases;
  #plural;
  #number;
  #labels = new Map(); // facet -> value -> what it is called

  constructor(phrases) {
    const language = document.documentElement.lang || "en";
    this.#phrases = phrases;
    this.#plural = new Intl.PluralRules(language);
    this.#number = new Intl.NumberFormat(`${language}-u-nu-latn`);
  }

  /* Values that what is found may have, of each facet, and what they are called. */
  learn(facets, labels) {
    for (const [facet, { values }] of Object.entries(facets)) {
      if (!this.#labels.has(facet)) this.#labels.set(facet, new Map());
      const known = this.#labels.get(facet);
      values.forEach((value, at) => known.set(value, said(labels[facet][at])));
    }
  }

  values(facet) {
    return [...this.#labels.get(facet).keys()];
  }

  label(facet, value) {
    return this.#labels.get(facet).get(value);
  }

  has(facet, value) {
    return this.#labels.get(facet).has(value);
  }

  number(value) {
    return this.#number.format(value);
  }

  /* What the page's script says in words. */
  get phrases() {
    return this.#phrases;
  }

  /* A number of cooperations, or of what else the phrases count. */
  counted(value, phrases = this.phrases.counted) {
    const phrase = phrases[this.#plural.select(value)] ?? phrases.other;
    return phrase.replace("{n}", this.number(value));
  }

  /* What a facet is called. */
  facetName(facet) {
    return this.phrases.facets[facet];
  }

  /* What a value is called that may be none of the atlas's; a country has a name all the same. */
  nameOf(facet, value) {
    if (this.has(facet, value)) return this.label(facet, value).text;
    if (facet !== "country" || !/^[A-Z]{2}$/.test(value)) return value;
    const language = document.documentElement.lang || "en";
    return new Intl.DisplayNames(language, { type: "region" }).of(value) ?? value;
  }
}
