/* The records and their texts in the page's language: two files, one by the other. */

import { Places } from "./atlas-explore-places.js";
import { byName, linkTo, said } from "./atlas-explore-texts.js";

export class Records {
  #data;
  #texts;
  #root;
  #plural;
  #number;
  #labels = new Map(); // facet -> value -> what it is called

  constructor(data, texts, root) {
    const language = document.documentElement.lang || "en";
    this.#data = data;
    this.#texts = texts;
    this.#root = root;
    this.places = new Places(data.places, texts.places, root.dataset.base);
    this.learn(data.facets, texts.labels);
    this.#plural = new Intl.PluralRules(language);
    this.#number = new Intl.NumberFormat(`${language}-u-nu-latn`);
  }

  get count() {
    return this.#data.ids.length;
  }

  get facets() {
    return Object.keys(this.#data.facets);
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

  /* The codes of a cooperation's countries. */
  countriesOf(one) {
    return this.#valuesOf("country", one);
  }

  number(value) {
    return this.#number.format(value);
  }

  /* What the page's script says in words. */
  get phrases() {
    return this.#texts.phrases;
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

  // Of one cooperation

  id(one) {
    return this.#data.ids[one];
  }

  title(one) {
    return said(this.#texts.titles[one]);
  }

  key(one) {
    return one;
  }

  mark(row, one) {
    row.dataset.cooperation = this.id(one);
  }

  /* The badge of its type. */
  form(one) {
    const [form] = this.#valuesOf("form", one);
    return { form, label: this.label("form", form) };
  }

  /* What it says of its status, and beside that the date of the evidence, if there is one. */
  status(one) {
    const label = this.label("status", this.#valuesOf("status", one)[0]);
    return { ...label, beside: [this.#texts.as_of[one]].filter(Boolean) };
  }

  #valuesOf(facet, one) {
    const { values, of } = this.#data.facets[facet];
    return of[one].map((number) => values[number]);
  }

  since(one) {
    return this.#texts.since[one];
  }

  /* The first day of what `since` says, as YYYY-MM-DD, or "". */
  dayOf(one) {
    return this.#data.days[one];
  }

  pinsOf(one) {
    return this.#data.pins[one];
  }

  tiesOf(one) {
    const ends = this.#data.ties[one];
    return Array.from({ length: ends.length / 2 }, (_, at) => ends.slice(2 * at, 2 * at + 2));
  }

  link(one) {
    return linkTo(this.#root.dataset.base, `cooperations/${this.#data.ids[one]}/`, this.title(one));
  }

  /* Each actor of a cooperation as a link, with links to where it is: its places that have a page
     of their own, and its countries but those that are called as one of the places is. */
  partners(one) {
    const { ids, countries, places } = this.#data.actors;
    const { base } = this.#root.dataset;
    const codes = this.#data.facets.country.values;
    return this.#data.parties[one].map((actor) => {
      const path = `actors/${ids[actor]}/`;
      const names = new Set(places[actor].map((place) => this.places.name(place).text));
      const lying = countries[actor].map((at) => codes[at]);
      const unlike = lying.filter((code) => !names.has(this.label("country", code).text));
      const apart = places[actor].filter((place) => this.places.path(place) !== path);
      return {
        link: linkTo(base, path, said(this.#texts.actors[actor])),
        where: [
          ...byName(apart.map((place) => this.places.link(place))),
          ...byName(unlike.map((code) => this.countryLink(code))),
        ],
      };
    });
  }

  countryLink(code) {
    const path = `countries/${code.toLowerCase()}/`;
    return linkTo(this.#root.dataset.base, path, this.label("country", code));
  }

  /* The numbers of the cooperations that have a value of a facet, or in which an actor takes part. */
  with(facet, value) {
    const { actors, parties, facets } = this.#data;
    const [ids, of] =
      facet === "actor" ? [actors.ids, parties] : [facets[facet].values, facets[facet].of];
    const wanted = ids.indexOf(value);
    return [...of.keys()].filter((one) => of[one].includes(wanted));
  }

  partnerNames(one) {
    return this.#data.parties[one].map((actor) => said(this.#texts.actors[actor]).text);
  }

  /* All that a file says of a cooperation. */
  one(one) {
    const { ids, since } = this.#data;
    const list = (facet) => (facet in this.#data.facets ? this.#valuesOf(facet, one) : []);
    return {
      tier: "researched",
      number: one,
      id: ids[one],
      title: this.title(one).text,
      since: since[one],
      list,
      values: (facet) => list(facet).join("; "),
      labels: (facet) => list(facet).map((value) => this.label(facet, value).text).join("; "),
      partners: this.partnerNames(one),
      pins: this.pinsOf(one),
      ties: this.tiesOf(one),
      licences: ["CC-BY-4.0"],
      url: new URL(`${this.#root.dataset.base}cooperations/${ids[one]}/`, document.baseURI).href,
    };
  }
}
