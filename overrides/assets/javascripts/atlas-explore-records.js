/* The records and their texts in the page's language: two files, one by the other. */

export class Records {
  #data;
  #texts;
  #root;
  #plural;
  #number;
  #at = new Map(); // facet -> value -> its number

  constructor(data, texts, root) {
    const language = document.documentElement.lang || "en";
    this.#data = data;
    this.#texts = texts;
    this.#root = root;
    this.#plural = new Intl.PluralRules(language);
    this.#number = new Intl.NumberFormat(`${language}-u-nu-latn`);
  }

  get count() {
    return this.#data.ids.length;
  }

  get facets() {
    return Object.keys(this.#data.facets);
  }

  /* The values of a facet, and what they are called. */
  values(facet) {
    return this.#data.facets[facet].values;
  }

  label(facet, number) {
    return said(this.#texts.labels[facet][number]);
  }

  /* Where a value stands among those of its facet. */
  valueNumber(facet, value) {
    this.#at.has(facet) || this.#at.set(facet, numbered(this.values(facet)));
    return this.#at.get(facet).get(value);
  }

  /* The number of the cooperation with this id. */
  numberOf(id) {
    return this.#data.ids.indexOf(id);
  }

  /* The countries of the cooperations found, by their names. */
  countriesAmong(found) {
    const { values, of } = this.#data.facets.country;
    const numbers = new Set();
    for (const one of found) for (const number of of[one]) numbers.add(number);
    const { compare } = new Intl.Collator(document.documentElement.lang || "en");
    return [...numbers]
      .map((number) => {
        const { text, lang } = this.label("country", number);
        return { code: values[number], name: text, lang };
      })
      .sort((a, b) => compare(a.name, b.name));
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
    const at = this.values(facet).indexOf(value);
    if (at >= 0) return this.label(facet, at).text;
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

  formOf(one) {
    return this.values("form")[this.#data.facets.form.of[one][0]];
  }

  labelOf(facet, one) {
    return this.label(facet, this.#data.facets[facet].of[one][0]);
  }

  since(one) {
    return this.#texts.since[one];
  }

  /* The date of the evidence for its status, or "". */
  asOf(one) {
    return this.#texts.as_of[one];
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
    return this.#link(`cooperations/${this.#data.ids[one]}/`, this.title(one));
  }

  /* Each actor of a cooperation as a link, with links to where it is: its places that have a page
     of their own, and its countries but those that are called as one of the places is. */
  partners(one) {
    const { ids, countries, places } = this.#data.actors;
    return this.#data.parties[one].map((actor) => {
      const path = `actors/${ids[actor]}/`;
      const names = new Set(places[actor].map((place) => this.placeName(place).text));
      const lying = countries[actor].filter((at) => !names.has(this.label("country", at).text));
      const apart = places[actor].filter((place) => this.#data.places.paths[place] !== path);
      return {
        link: this.#link(path, said(this.#texts.actors[actor])),
        where: [
          ...byName(apart.map((place) => this.placeLink(place))),
          ...byName(lying.map((number) => this.#countryLink(number))),
        ],
      };
    });
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
    const { ids, since, facets } = this.#data;
    const list = (facet) => facets[facet].of[one].map((number) => facets[facet].values[number]);
    return {
      number: one,
      id: ids[one],
      title: this.title(one).text,
      since: since[one],
      list,
      values: (facet) => list(facet).join("; "),
      labels: (facet) =>
        facets[facet].of[one].map((number) => this.label(facet, number).text).join("; "),
      partners: this.partnerNames(one),
      pins: this.pinsOf(one),
      ties: this.tiesOf(one),
      url: this.#address(`cooperations/${ids[one]}/`),
    };
  }

  // Of one place

  get placeCount() {
    return this.#data.places.ids.length;
  }

  pointOf(place) {
    const { lon, lat } = this.#data.places;
    return [lon[place], lat[place]];
  }

  placeName(place) {
    return said(this.#texts.places[place]);
  }

  placeLink(place) {
    return this.#link(this.#data.places.paths[place], this.placeName(place));
  }

  #countryLink(number) {
    const code = this.values("country")[number];
    return this.#link(`countries/${code.toLowerCase()}/`, this.label("country", number));
  }

  place(place) {
    const id = this.#data.places.ids[place];
    const url = this.#address(this.#data.places.paths[place]);
    return { id, name: this.placeName(place).text, at: this.pointOf(place), url };
  }

  #address(path) {
    return new URL(this.#root.dataset.base + path, document.baseURI).href;
  }

  #link(path, text) {
    const link = document.createElement("a");
    link.href = this.#root.dataset.base + path;
    return write(link, text);
  }
}

function numbered(values) {
  return new Map(values.map((value, number) => [value, number]));
}

function byName(links) {
  const { compare } = new Intl.Collator(document.documentElement.lang || "en");
  return links.sort((a, b) => compare(a.textContent, b.textContent));
}

/* A text that is not in the page's language comes with its own. */
function said(text) {
  return typeof text === "string" ? { text } : { text: text[0], lang: text[1] };
}

/* Put a text into an element, marked with its language if it is another than the page's. */
export function write(element, { text, lang }) {
  element.textContent = text;
  if (lang) Object.assign(element, { lang, dir: "auto" });
  return element;
}
