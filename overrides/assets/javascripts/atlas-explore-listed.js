/* Ties that registers list and nobody has checked, in the language of the page. They answer what
   cooperations answer (atlas-explore-records.js) and are fetched when somebody asks for them. */

import { isolated } from "./atlas-explore-question.js";
import { byName, linkTo, said, span, tells, write } from "./atlas-explore-texts.js";

export class Listed {
  #data;
  #texts;
  #records;
  #base;
  #places; // number in the file -> number among all places of the page

  /* `data` and `texts` are of hooks/atlas/site/exports/explore_listed.py; `records` learn of the
     places and values that only these have. */
  constructor(data, texts, records, base) {
    this.#data = data;
    this.#texts = texts;
    this.#records = records;
    this.#base = base;
    this.#places = records.places.add(data.places, texts.places);
    records.learn(data.facets, texts.labels);
  }

  get count() {
    return this.#data.a.length;
  }

  /* What a filter works on, as records.json has it. */
  get columns() {
    const { a, b, facets } = this.#data;
    const spread = ([name, { values, occurs, of }]) => [
      name,
      { values, of: of.length ? of.map((at) => occurs[at]) : a.map(() => occurs[0]) },
    ];
    return {
      ids: a,
      parties: a.map((place, one) => [place, b[one]]),
      facets: Object.fromEntries(Object.entries(facets).map(spread)),
    };
  }

  /* Every place, with the codes of its countries. */
  get places() {
    const { ids, countries } = this.#data.places;
    const { values } = this.#data.facets.country;
    return ids.map((id, place) => ({
      id,
      name: this.#records.places.name(this.#places[place]),
      path: this.#records.places.path(this.#places[place]),
      countries: columnAt(countries, place).map((at) => values[at]),
    }));
  }

  /* The numbers of its two places in `places`. */
  endsOf(one) {
    return [this.#data.a[one], this.#data.b[one]];
  }

  key(one) {
    return `listed/${this.id(one)}`;
  }

  id(one) {
    const { a, b, ids, places } = this.#data;
    return ids[one] ?? `${places.ids[a[one]]}-${places.ids[b[one]]}`;
  }

  /* The same among all places of the page. */
  #ends(one) {
    return this.endsOf(one).map((place) => this.#places[place]);
  }

  partnerNames(one) {
    return this.#ends(one).map((place) => this.#records.places.name(place).text);
  }

  title(one) {
    return { text: this.partnerNames(one).join(" – ") };
  }

  /* It has no page: a row on the page of a place. */
  link(one) {
    const { places } = this.#records;
    const [a, b] = this.#ends(one);
    const link = linkTo(this.#base, `${places.path(a)}#${this.id(one)}`, { text: "" });
    const name = (place) => write(document.createElement("bdi"), places.name(place));
    link.append(name(a), " – ", name(b));
    return link;
  }

  whole() {
    return undefined;
  }

  mark(row, one) {
    row.dataset.listed = this.id(one);
    row.className = "atlas-listed-row";
  }

  #valuesOf(facet, one) {
    const { values } = this.#data.facets[facet];
    return columnAt(this.#data.facets[facet], one).map((number) => values[number]);
  }

  countriesOf(one) {
    return this.#valuesOf("country", one);
  }

  /* The badge of its type, or the register's word for that. */
  form(one) {
    const [form] = this.#valuesOf("form", one);
    if (form) return { form, label: this.#records.label("form", form) };
    return { label: { text: this.#data.stated[one] ?? "" } };
  }

  stateOf(one) {
    return this.#valuesOf("state", one)[0];
  }

  since(one) {
    return this.#texts.since[this.dayOf(one)] ?? "";
  }

  dayOf(one) {
    return columnAt(this.#data.since, one);
  }

  /* That it is not checked, when it ended, and which registers list it as of when. */
  status(one) {
    const { phrases } = this.#records;
    const said = columnAt(this.#data.said, one).map(([register, day]) =>
      [isolated(this.#registerName(register)), this.#texts.days[day]].join(phrases.comma),
    );
    const ended = this.#texts.ends[this.#data.ends[one]];
    const beside = [ended, ...said, this.#stated(one).text].filter(Boolean);
    return { text: phrases.not_checked, beside };
  }

  #registerName(number) {
    return this.#records.label("register", this.#data.registers.ids[number]).text;
  }

  #stated(one) {
    return this.#records.label("stated", this.#valuesOf("stated", one)[0]);
  }

  #tells(place, code) {
    const name = this.#records.places.name(this.#places[place]);
    return tells(name, this.#records.label("country", code).text);
  }

  /* Each of its places as a link, with links to its countries. */
  partners(one) {
    const { places } = this.#data;
    return this.endsOf(one).map((place) => ({
      link: this.#records.places.link(this.#places[place]),
      where: byName(
        columnAt(places.countries, place)
          .map((at) => this.#data.facets.country.values[at])
          .filter((code) => !this.#tells(place, code))
          .map((code) => this.#records.countryLink(code)),
      ),
    }));
  }

  more() {
    return null;
  }

  pinsOf(one) {
    return this.#ends(one).filter((place) => this.#records.places.point(place)[0] !== null);
  }

  tiesOf(one) {
    const pins = this.pinsOf(one);
    return pins.length === 2 ? [pins] : [];
  }

  /* All that a file says of a tie, as `Records.one` does. */
  one(one) {
    const said = columnAt(this.#data.said, one);
    const list = (facet) => this.#valuesOf(facet, one);
    const { ids, licences } = this.#data.registers;
    const page = (register) => this.#address(`sources/${ids[register]}/`);
    return {
      tier: "listed",
      id: this.id(one),
      title: this.title(one).text,
      since: this.dayOf(one),
      list,
      values: (facet) => list(facet).join("; "),
      labels: (facet) => list(facet).map((value) => this.#records.label(facet, value).text).join("; "),
      partners: this.partnerNames(one),
      pins: this.pinsOf(one),
      ties: this.tiesOf(one),
      url: this.#address(`${this.#records.places.path(this.#ends(one)[0])}#${this.id(one)}`),
      licences: [...new Set(said.map(([register]) => licences[register]))].filter(Boolean),
      facts: {
        as_of: [...new Set(said.map(([, day]) => this.#data.days[day]))].join("; "),
        evidence: this.#records.phrases.not_checked,
        earlier_forms: "",
        since: "",
        reason: "",
        decided: "",
        signed: "",
        left: "",
        succeeded: "",
        end: this.#data.ends[one] ?? "",
        sources: said.map(([register]) => ({
          title: this.#registerName(register),
          url: page(register),
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

/* What a column says of one. */
function columnAt({ occurs, of }, one) {
  return occurs[of[one] ?? 0];
}
