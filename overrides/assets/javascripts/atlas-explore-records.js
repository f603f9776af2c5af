/* The cooperations in the language of the page: what they are filtered by is there from the start;
   what rows and the map show comes when somebody is to see it, as hooks/atlas/site/exports writes
   it (explore.py, explore_rows.py, explore_map.py). */

import { columnAt } from "./atlas-explore-columns.js";
import { Places } from "./atlas-explore-places.js";
import { byName, linkTo, said, tells } from "./atlas-explore-texts.js";
import { Words } from "./atlas-explore-words.js";

const MEMBERSHIP = "network-membership";

export class Records extends Words {
  #filters;
  #base;
  #fetched;
  #files = new Map(); // number of a file of rows -> it, once it is there
  #map;
  #mapPlaces; // number of a place in the file of the map -> its number among all places
  #language = document.documentElement.lang || "en";

  /* `filters` and `words` are filters.json and <language>.json; `base` leads to the root of the
     language, and `fetched(name)` gives another file of their folder. */
  constructor(filters, words, base, fetched) {
    super(words.phrases);
    this.#filters = filters;
    this.#base = base;
    this.#fetched = fetched;
    this.places = new Places(base);
    this.learn(filters.facets, words.labels);
  }

  get filters() {
    return this.#filters;
  }

  get count() {
    return this.#filters.count;
  }

  get facets() {
    return Object.keys(this.#filters.facets);
  }

  /* Has the rows of these cooperations there. */
  async load(ones) {
    const numbers = new Set(ones.map((one) => this.#fileOf(one)));
    await Promise.all(
      [...numbers]
        .filter((number) => !this.#files.has(number))
        .map(async (number) => {
          const file = await this.#fetched(`rows-${this.#language}-${number}.json`);
          this.#files.set(number, file);
        }),
    );
  }

  /* Has there where all cooperations lie. */
  async loadMap() {
    if (this.#map) return;
    const names = ["map.json", `places-${this.#language}.json`];
    const [map, { names: called }] = await Promise.all(names.map((name) => this.#fetched(name)));
    this.#mapPlaces = this.places.add(map.places, called);
    this.places.refine(this.#mapPlaces, map.places);
    this.#map = map;
  }

  // What filters know of a cooperation

  #valuesOf(facet, one) {
    const { values, ...column } = this.#filters.facets[facet];
    return columnAt(column, one).map((number) => values[number]);
  }

  /* The codes of a cooperation's countries. */
  countriesOf(one) {
    return this.#valuesOf("country", one);
  }

  key(one) {
    return one;
  }

  /* How a cooperation stands, or stands at these places of the map: over, if all who are at one
     have left. */
  stateOf(one, places = []) {
    const left = places.length ? this.#placed(this.#map.left[one] ?? []) : [];
    return places.some((place) => left.includes(place)) ? "ended" : this.#valuesOf("state", one)[0];
  }

  /* Of these cooperations those that count, and what is counted beside them, as graph/tally.py has
     it: `parts` of others among them, and `memberships` of networks. */
  tally(ones) {
    const among = new Set(ones);
    const isPart = (one) => (this.#filters.wholes[one] ?? []).some((whole) => among.has(whole));
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
    const found = [];
    if (cooperations.length || !ones.length) found.push(this.#withStates(cooperations, phrases));
    if (parts.length) found.push(this.counted(parts.length, this.phrases.parts));
    if (memberships.length) found.push(this.counted(memberships.length, this.phrases.memberships));
    return found.join(this.phrases.comma);
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

  /* The numbers of the cooperations that have a value of a facet. */
  with(facet, value) {
    const every = [...Array(this.count).keys()];
    return every.filter((one) => this.#valuesOf(facet, one).includes(value));
  }

  // What a row says of one, once it is loaded

  #fileOf(one) {
    return Math.floor(one / this.#filters.at_once);
  }

  #row(one) {
    return { file: this.#files.get(this.#fileOf(one)), at: one % this.#filters.at_once };
  }

  #cell(column, one) {
    const { file, at } = this.#row(one);
    return file[column][at];
  }

  id(one) {
    return this.#cell("ids", one);
  }

  title(one) {
    return said(this.#cell("titles", one));
  }

  /* The title of what it is a part of, if it is. */
  whole(one) {
    const whole = this.#cell("wholes", one);
    return whole === undefined ? undefined : said(whole);
  }

  mark(row, one) {
    row.dataset.cooperation = this.id(one);
    row.dataset.state = this.stateOf(one);
  }

  /* The badge of its type, and which it had before. */
  form(one) {
    const [form] = this.#valuesOf("form", one);
    return { form, label: this.label("form", form), earlier: this.#cell("earlier", one) };
  }

  /* How it stands, and beside that the date of the evidence, if there is one, and its age. */
  status(one) {
    return { text: this.#cell("standing", one), beside: this.#cell("evidence", one) };
  }

  since(one) {
    return this.#cell("since", one);
  }

  /* The first day of what `since` says, as YYYY-MM-DD, or "". */
  dayOf(one) {
    return this.#cell("days", one);
  }

  link(one) {
    return linkTo(this.#base, `cooperations/${this.id(one)}/`, this.title(one));
  }

  /* A link to all of those that take part, which says how many are not named; null where all are. */
  more(one) {
    const count = this.#cell("more", one);
    const path = `cooperations/${this.id(one)}/#parties`;
    return count ? linkTo(this.#base, path, { text: this.counted(count, this.phrases.and_more) }) : null;
  }

  /* Those that are named, each as a link, with links to where it is: its places that have a page of
     their own, and its countries but those that are called as one of the places is. */
  partners(one) {
    const { file, at } = this.#row(one);
    const { actors, places } = file;
    const codes = this.#filters.facets.country.values;
    return file.parties[at].map((actor) => {
      const path = `actors/${actors.ids[actor]}/`;
      const name = said(actors.names[actor]);
      const nameOf = (place) => said(places.names[place]);
      const apart = actors.places[actor].filter((place) => places.paths[place] !== path);
      const names = new Set(actors.places[actor].map((place) => nameOf(place).text));
      const told = [name, ...apart.map(nameOf)];
      const unlike = actors.countries[actor]
        .map((number) => codes[number])
        .filter((code) => {
          const country = this.label("country", code).text;
          return !names.has(country) && !told.some((each) => tells(each, country));
        });
      return {
        link: linkTo(this.#base, path, name),
        where: [
          ...byName(apart.map((place) => linkTo(this.#base, places.paths[place], nameOf(place)))),
          ...byName(unlike.map((code) => this.countryLink(code))),
        ],
      };
    });
  }

  countryLink(code) {
    return linkTo(this.#base, `countries/${code.toLowerCase()}/`, this.label("country", code));
  }

  partnerNames(one) {
    const { file, at } = this.#row(one);
    return file.parties[at].map((actor) => said(file.actors.names[actor]).text);
  }

  // Where one lies, once the map is loaded

  #placed(numbers) {
    return numbers.map((number) => this.#mapPlaces[number]);
  }

  pinsOf(one) {
    return this.#placed(this.#map.pins[one]);
  }

  tiesOf(one) {
    const ends = this.#placed(this.#map.ties[one]);
    return Array.from({ length: ends.length / 2 }, (_, at) => ends.slice(2 * at, 2 * at + 2));
  }

  /* All that a file says of a loaded cooperation; where it lies, if the map is loaded too. */
  one(one) {
    const list = (facet) => (this.facets.includes(facet) ? this.#valuesOf(facet, one) : []);
    return {
      tier: "researched",
      number: one,
      id: this.id(one),
      title: this.title(one).text,
      since: this.#cell("starts", one),
      list,
      values: (facet) => list(facet).join("; "),
      labels: (facet) => list(facet).map((value) => this.label(facet, value).text).join("; "),
      pins: this.#map ? this.pinsOf(one) : [],
      ties: this.#map ? this.tiesOf(one) : [],
      licences: ["CC-BY-4.0"],
      url: new URL(`${this.#base}cooperations/${this.id(one)}/`, document.baseURI).href,
    };
  }
}
