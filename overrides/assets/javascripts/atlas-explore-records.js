/* The records and their texts in the page's language: two files, one by the other. */

import { Places } from "./atlas-explore-places.js";
import { byName, linkTo, said, tells } from "./atlas-explore-texts.js";

const MEMBERSHIP = "network-membership";

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

  /* The title of what it is a part of, if it is. */
  whole(one) {
    const [whole] = this.#data.wholes[one];
    return whole === undefined ? undefined : this.title(whole);
  }

  key(one) {
    return one;
  }

  mark(row, one) {
    row.dataset.cooperation = this.id(one);
    row.dataset.state = this.stateOf(one);
  }

  /* The badge of its type, and which it had before. */
  form(one) {
    const [form] = this.#valuesOf("form", one);
    return { form, label: this.label("form", form), earlier: this.#texts.earlier[one] };
  }

  /* How it stands, and beside that the date of the evidence, if there is one, and its age. */
  status(one) {
    return { text: this.#texts.standing[one], beside: this.#texts.evidence[one] };
  }

  /* How a cooperation stands, or stands at these places: over, if all who are at one have left. */
  stateOf(one, places = []) {
    const left = this.#data.left[one] ?? [];
    return places.some((place) => left.includes(place)) ? "ended" : this.#valuesOf("state", one)[0];
  }

  /* Of these cooperations those that count, and what is counted beside them, as graph/tally.py has
     it: `parts` of others among them, and `memberships` of networks. */
  tally(ones) {
    const among = new Set(ones);
    const isPart = (one) => {
      const wholes = this.#data.wholes[one];
      return wholes.some((whole) => among.has(whole));
    };
    const parts = ones.filter(isPart);
    const rest = ones.filter((one) => !isPart(one));
    const isMember = (one) => this.#valuesOf("form", one)[0] === MEMBERSHIP;
    return {
      cooperations: rest.filter((one) => !isMember(one)),
      parts,
      memberships: rest.filter(isMember),
    };
  }

  /* How many of them count; of a value, as pages/stats.py counts it. */
  howMany(ones, value) {
    const { cooperations, memberships } = this.tally(ones);
    return value === MEMBERSHIP ? memberships.length : cooperations.length;
  }

  /* The same in words, as pages/tallies.py has it: «21 cooperations (3 ended), 4 parts of them». */
  countedAll(ones, phrases = this.phrases.counted) {
    const { cooperations, parts, memberships } = this.tally(ones);
    const said = [];
    if (cooperations.length || !ones.length) said.push(this.#withStates(cooperations, phrases));
    if (parts.length) said.push(this.counted(parts.length, this.phrases.parts));
    if (memberships.length) said.push(this.counted(memberships.length, this.phrases.memberships));
    return said.join(this.phrases.comma);
  }

  #withStates(ones, phrases) {
    const cooperations = this.counted(ones.length, phrases);
    const states = Object.entries(this.phrases.states)
      .map(([state, words]) => [ones.filter((one) => this.stateOf(one) === state).length, words])
      .filter(([number]) => number)
      .map(([number, words]) => this.counted(number, words))
      .join(this.phrases.comma);
    const { with_states: text } = this.phrases;
    return states
      ? text.replace("{cooperations}", () => cooperations).replace("{states}", () => states)
      : cooperations;
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

  /* The actors of a cooperation that are named beside it; `more` says how many others there are. */
  #named(one) {
    return this.#data.foremost[one] ?? this.#data.parties[one];
  }

  /* A link to all of those that take part, which says how many are not named; null where all are. */
  more(one) {
    const count = this.#data.parties[one].length - this.#named(one).length;
    const path = `cooperations/${this.#data.ids[one]}/#parties`;
    const text = this.counted(count, this.phrases.and_more);
    return count ? linkTo(this.#root.dataset.base, path, { text }) : null;
  }

  /* Each of them as a link, with links to where it is: its places that have a page of their own,
     and its countries but those that are called as one of the places is. */
  partners(one) {
    const { ids, countries, places } = this.#data.actors;
    const { base } = this.#root.dataset;
    const codes = this.#data.facets.country.values;
    return this.#named(one).map((actor) => {
      const path = `actors/${ids[actor]}/`;
      const name = said(this.#texts.actors[actor]);
      const apart = places[actor].filter((place) => this.places.path(place) !== path);
      const names = new Set(places[actor].map((place) => this.places.name(place).text));
      const told = [name, ...apart.map((place) => this.places.name(place))];
      const lying = countries[actor].map((at) => codes[at]);
      const unlike = lying.filter((code) => {
        const country = this.label("country", code).text;
        return !names.has(country) && !told.some((one) => tells(one, country));
      });
      return {
        link: linkTo(base, path, name),
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
