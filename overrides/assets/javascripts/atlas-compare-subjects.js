/* What can be compared, countries, places and organisations: found by an id or by any name, and the
   cooperations of each. */

import { columnAt, spread } from "./atlas-explore-columns.js";
import { said, tells } from "./atlas-explore-texts.js";
import { words } from "./atlas-fold.js";

export class Subjects {
  #byId = new Map(); // "country:be" -> subject
  #byLabel = new Map();
  #byName = new Map();
  #listed = []; // subjects of the places that registers list, in the order of their file
  #spelt = []; // of these the words of their names

  /* `records` are of Explore, `places` and `named` of hooks/atlas/site/exports/compare.py. */
  constructor({ records, places, named }, comma) {
    const { values, ...column } = records.filters.facets.country;
    const countryAt = (number) => records.label("country", values[number]).text;
    for (const code of values) {
      const name = records.label("country", code);
      this.#add("country", code.toLowerCase(), name, "", `countries/${code.toLowerCase()}/`);
    }
    places.ids.forEach((id, number) => {
      const path = places.actors[number] ? `actors/${places.actors[number]}/` : `places/${id}/`;
      const name = said(named.names[number]);
      const where = named.countries[number];
      this.#add("place", id, name, tells(name, where) ? "" : comma + where, path);
    });
    const towns = new Map(places.actors.map((actor, number) => [actor, places.ids[number]]));
    const { parties } = places;
    parties.ids.forEach((id, number) => {
      const town = this.#byId.get(`place:${towns.get(id)}`);
      if (town) {
        this.#byId.set(`actor:${id}`, town);
        return;
      }
      const name = said(named.parties[number]);
      const where = parties.countries[number].map(countryAt).filter((one) => !tells(name, one));
      this.#add("actor", id, name, where.map((one) => comma + one).join(""), `actors/${id}/`);
    });
    const codes = values.map((code) => code.toLowerCase());
    this.#count("country", codes, spread(column, records.count));
    this.#count("place", places.ids, places.of);
    this.#count("actor", parties.ids, parties.of);
  }

  #add(kind, id, name, where, path) {
    const full = name.text + where;
    const label = this.#byLabel.has(fold(full)) ? `${full} (${id})` : full;
    const called = [{ text: label, folded: fold(label) }];
    const key = `${kind}:${id}`;
    const subject = { key, kind, name, label, path, called, ones: [], listed: [] };
    this.#byId.set(subject.key, subject);
    this.#byLabel.set(fold(label), subject);
  }

  /* Takes the names of hooks/atlas/site/exports/compare.py, by which subjects are found too. */
  learn(names) {
    for (const [key, texts] of Object.entries(names)) {
      const subject = this.#byId.get(key);
      for (const text of texts) {
        const folded = fold(text);
        subject.called.push({ text, folded });
        if (!this.#byName.has(folded)) this.#byName.set(folded, subject);
      }
    }
  }

  #count(kind, ids, of) {
    of.forEach((numbers, one) => {
      for (const number of numbers) {
        const subject = this.#byId.get(`${kind}:${ids[number]}`);
        if (subject.kind === kind) subject.ones.push(one);
      }
    });
  }

  /* Takes what registers list (atlas-explore-listed.js): the ties of each country, and the countries
     that only registers know. */
  addListed(listed, records) {
    for (let one = 0; one < listed.count; one += 1) {
      for (const code of listed.countriesOf(one)) {
        const id = code.toLowerCase();
        const key = `country:${id}`;
        if (!this.#byId.has(key)) this.#add("country", id, records.label("country", code), "", `countries/${id}/`);
        this.#byId.get(key).listed.push(one);
      }
    }
  }

  /* Takes the places that registers list, once the map of these is there: their ties, and those that
     only registers know. */
  addListedPlaces(listed, records, comma) {
    const label = (code) => records.label("country", code);
    const places = listed.places.map(({ id, name, path, countries: codes }) => {
      const where = codes.map((code) => label(code).text).filter((one) => !tells(name, one));
      const full = where.map((one) => comma + one).join("");
      if (!this.#byId.has(`place:${id}`)) this.#add("place", id, name, full, path);
      return this.#byId.get(`place:${id}`);
    });
    for (let one = 0; one < listed.count; one += 1) {
      for (const place of listed.endsOf(one)) places[place].listed.push(one);
    }
    this.#listed = places;
  }

  /* Takes the spelt words of the names of the places that registers list. */
  learnListed({ actors }) {
    actors.forEach((spelt, place) => {
      const subject = this.#listed[place];
      subject.called.push({ text: subject.label, folded: spelt });
      this.#spelt.push({ subject, names: new Set(spelt.split(" ")) });
    });
  }

  /* The subject that somebody means: an id with or without its kind, a label, a name in any
     language; none where there is none. */
  find(asked) {
    const id = asked.trim().toLowerCase();
    return (
      this.#byId.get(id) ??
      this.#byLabel.get(fold(asked)) ??
      this.#byId.get(`country:${id}`) ??
      this.#byId.get(`place:${id}`) ??
      this.#byId.get(`actor:${id}`) ??
      this.#byName.get(fold(asked)) ??
      this.#findListed(words(asked))
    );
  }

  /* Of those that registers list, the one whose names have all words and few others. */
  #findListed(asked) {
    const met = asked.length ? this.#spelt.filter(({ names }) => asked.every((one) => names.has(one))) : [];
    met.sort((a, b) => a.names.size - b.names.size);
    return met[0]?.subject;
  }

  /* Those that are called like what is typed, each with the name that is. */
  like(typed, most) {
    const part = fold(typed);
    const found = [];
    for (const subject of new Set(this.#byId.values())) {
      const name = subject.called.find(({ folded }) => folded.includes(part));
      if (name) found.push({ subject, called: name.text });
      if (found.length === most) break;
    }
    return found;
  }
}

/* The cooperations that all of these take part in, in the order of the records. */
export function shared(each) {
  const [first, ...others] = each.map((ones) => new Set(ones));
  return [...first].filter((one) => others.every((other) => other.has(one)));
}

/* How many of the cooperations have each value of a facet, by its number, and how many have none
   recorded: no value, or the one that says so. `count(ones, value)` says how many of some count. */
export function tally({ values, ...column }, ones, unrecorded, count) {
  const having = new Map();
  const missing = [];
  for (const one of ones) {
    const known = columnAt(column, one).filter((number) => values[number] !== unrecorded);
    if (!known.length) missing.push(one);
    for (const number of known) {
      if (!having.has(number)) having.set(number, []);
      having.get(number).push(one);
    }
  }
  const counts = [...having].map(([number, those]) => [number, count(those, values[number])]);
  return { counts: new Map(counts.filter(([, found]) => found)), missing: count(missing) };
}

function fold(text) {
  return words(text).join(" ");
}
