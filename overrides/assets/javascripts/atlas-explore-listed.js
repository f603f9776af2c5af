/* Ties that registers list and nobody has checked, in the language of the page. They answer what
   cooperations answer (atlas-explore-records.js) and are fetched when somebody asks for them. */

import { columnAt } from "./atlas-explore-columns.js";
import { isolated } from "./atlas-explore-question.js";
import { byName, linkTo, said, span, tells, write } from "./atlas-explore-texts.js";

export class Listed {
  #filters;
  #records;
  #base;
  #fetched;
  #files = new Map(); // number of a file of rows -> it, once it is there
  #map;
  #places; // number in the file of the map -> number among all places of the page
  #language = document.documentElement.lang || "en";

  /* `filters` and `labels` are of hooks/atlas/site/exports/explore_listed.py; `records` learn of the
     places and values that only these have. `base` leads to the root of the language, and
     `fetched(name)` gives another file of their folder. */
  constructor(filters, { labels }, records, base, fetched) {
    this.#filters = filters;
    this.#records = records;
    this.#base = base;
    this.#fetched = fetched;
    records.learn(filters.facets, labels);
  }

  get count() {
    return this.#filters.count;
  }

  get filters() {
    return this.#filters;
  }

  /* Has the rows of these ties there. */
  async load(ones) {
    const numbers = new Set(ones.map((one) => this.#fileOf(one)));
    await Promise.all(
      [...numbers]
        .filter((number) => !this.#files.has(number))
        .map(async (number) => {
          const file = await this.#fetched(`listed-rows-${this.#language}-${number}.json`);
          this.#files.set(number, file);
        }),
    );
  }

  /* Has there where all ties lie, and what their places are called. */
  async loadMap() {
    if (this.#map) return;
    const names = ["listed-map.json", `listed-places-${this.#language}.json`];
    const [map, { names: called }] = await Promise.all(names.map((name) => this.#fetched(name)));
    this.#places = this.#records.places.add(map.places, called);
    this.#map = map;
  }

  get hasPlaces() {
    return this.#map !== undefined;
  }

  // What filters know of a tie

  #valuesOf(facet, one) {
    const { values, ...column } = this.#filters.facets[facet];
    return columnAt(column, one).map((number) => values[number]);
  }

  countriesOf(one) {
    return this.#valuesOf("country", one);
  }

  stateOf(one) {
    return this.#valuesOf("state", one)[0];
  }

  key(one) {
    return `listed/${one}`;
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

  /* Its two places, each with its `id`, `name`, `path` and the `codes` of its countries. */
  #placesOf(one) {
    const { file, at } = this.#row(one);
    const { ids, names, paths, countries } = file.places;
    const { values } = this.#filters.facets.country;
    return [file.a[at], file.b[at]].map((place) => ({
      id: ids[place],
      name: said(names[place]),
      path: paths[place] ?? `places/${ids[place]}/`,
      codes: countries[place].map((number) => values[number]),
    }));
  }

  id(one) {
    return this.#cell("ids", one) ?? this.#placesOf(one).map(({ id }) => id).join("-");
  }

  partnerNames(one) {
    return this.#placesOf(one).map(({ name }) => name.text);
  }

  title(one) {
    return { text: this.partnerNames(one).join(" – ") };
  }

  /* It has no page: a row on the page of a place. */
  link(one) {
    const [a, b] = this.#placesOf(one);
    const link = linkTo(this.#base, `${a.path}#${this.id(one)}`, { text: "" });
    const called = ({ name }) => write(document.createElement("bdi"), name);
    link.append(called(a), " – ", called(b));
    return link;
  }

  whole() {
    return undefined;
  }

  mark(row, one) {
    row.dataset.listed = this.id(one);
    row.className = "atlas-listed-row";
  }

  /* The badge of its type, or the register's word for that. */
  form(one) {
    const [form] = this.#valuesOf("form", one);
    if (form) return { form, label: this.#records.label("form", form) };
    return { label: { text: this.#cell("stated", one) ?? "" } };
  }

  since(one) {
    return this.#cell("since", one);
  }

  dayOf(one) {
    return this.#cell("starts", one);
  }

  /* That it is not checked, when it ended, and which registers list it as of when. */
  status(one) {
    const { phrases } = this.#records;
    const { days } = this.#row(one).file;
    const listed = this.#cell("said", one).map(([register, day]) =>
      [isolated(this.#registerName(register)), days[day][1]].join(phrases.comma),
    );
    const [, ended] = this.#cell("ends", one) ?? [];
    const beside = [ended, ...listed, this.#stated(one).text].filter(Boolean);
    return { text: phrases.not_checked, beside };
  }

  #registerName(number) {
    return this.#records.label("register", this.#filters.registers.ids[number]).text;
  }

  #stated(one) {
    return this.#records.label("stated", this.#valuesOf("stated", one)[0]);
  }

  /* Each of its places as a link, with links to its countries. */
  partners(one) {
    const isTold = (name, code) => tells(name, this.#records.label("country", code).text);
    return this.#placesOf(one).map(({ name, path, codes }) => ({
      link: linkTo(this.#base, path, name),
      where: byName(
        codes.filter((code) => !isTold(name, code)).map((code) => this.#records.countryLink(code)),
      ),
    }));
  }

  more() {
    return null;
  }

  // Where one lies, once the map is loaded

  /* Every place, with the codes of its countries. */
  get places() {
    const { ids, countries } = this.#map.places;
    const { values } = this.#filters.facets.country;
    return ids.map((id, place) => ({
      id,
      name: this.#records.places.name(this.#places[place]),
      path: this.#records.places.path(this.#places[place]),
      countries: columnAt(countries, place).map((at) => values[at]),
    }));
  }

  /* The numbers of its two places in `places`. */
  endsOf(one) {
    return [this.#map.a[one], this.#map.b[one]];
  }

  pinsOf(one) {
    const ends = this.endsOf(one).map((place) => this.#places[place]);
    return ends.filter((place) => this.#records.places.point(place)[0] !== null);
  }

  tiesOf(one) {
    const pins = this.pinsOf(one);
    return pins.length === 2 ? [pins] : [];
  }

  /* All that a file says of a loaded tie, as `Records.one` does. */
  one(one) {
    const { registers } = this.#filters;
    const { days } = this.#row(one).file;
    const listed = this.#cell("said", one);
    const list = (facet) => this.#valuesOf(facet, one);
    const [end = ""] = this.#cell("ends", one) ?? [];
    return {
      tier: "listed",
      id: this.id(one),
      title: this.title(one).text,
      since: this.dayOf(one),
      list,
      values: (facet) => list(facet).join("; "),
      labels: (facet) => list(facet).map((value) => this.#records.label(facet, value).text).join("; "),
      partners: this.partnerNames(one),
      pins: this.#map ? this.pinsOf(one) : [],
      ties: this.#map ? this.tiesOf(one) : [],
      url: this.#address(`${this.#placesOf(one)[0].path}#${this.id(one)}`),
      licences: [...new Set(listed.map(([register]) => registers.licences[register]))].filter(Boolean),
      facts: {
        as_of: [...new Set(listed.map(([, day]) => days[day][0]))].join("; "),
        evidence: this.#records.phrases.not_checked,
        earlier_forms: "",
        since: "",
        reason: "",
        decided: "",
        signed: "",
        left: "",
        succeeded: "",
        end,
        sources: listed.map(([register]) => ({
          title: this.#registerName(register),
          url: this.#address(`sources/${registers.ids[register]}/`),
        })),
        themes_of_sources: [],
        not_recorded: [],
      },
    };
  }

  #address(path) {
    return new URL(this.#base + path, document.baseURI).href;
  }
}
