/* Which place of the atlas a town is, by the rule of Python's imports/matching.py; a test runs both.
   The same Wikidata id; else the same name and country, and at most ten kilometres apart; where a
   point is missing, what alone is called so in its country. What is only like it is offered. */

import { words } from "./atlas-fold.js";
import { own } from "./atlas-match-countries.js";
import { clean, foldName, plainName } from "./atlas-match-spellings.js";

const AT_MOST = 10; // kilometres
const OFFERED = 5; // others that are named
const WIKIDATA = /(?:^|[/:])(Q[1-9][0-9]{0,15})\s*$/; // an id, or an address that ends in one
const NEARBY = 2; // kilometres within which a place may be the same by another name
const CELL = 0.1; // degrees: wider than that, but near the poles
const MISSPELT = [4, 60]; // letters of a name that may be misspelt, at least and at most

export class Towns {
  #byId = new Map();
  #byName = new Map();
  #at = new Map(); // cell of a grid -> places
  #inCountry = new Map();
  #nearly = new Map(); // country -> most letters of a name -> places
  #reading;

  /* `data` and `reading` are what hooks/atlas/site/exports/match.py writes; names are shown in
     `language`. */
  constructor(data, reading, language) {
    this.#reading = reading;
    data.ids.forEach((id, at) => {
      const names = data.names[at];
      const place = {
        id,
        name: names[data.shown[language]?.[at] ?? 0],
        path: data.actors[at] ? `actors/${data.actors[at]}/` : `places/${id}/`,
        countries: data.countries[at].split(" "),
        point: data.points[at],
        wikidata: data.wikidata[at],
        plain: new Set(names.map(plainName)),
      };
      if (place.wikidata) put(this.#byId, place.wikidata, place);
      for (const name of new Set(names.map(foldName))) put(this.#byName, name, place);
      if (place.point) put(this.#at, cellsOf(place.point)[0], place);
      for (const country of place.countries) put(this.#inCountry, country, { place, names });
    });
  }

  /* The `outcome` for a town, "found", "offered" or "none", and `why`; the `place`, if one is found,
     how many `km` off if that is known; and the `others` that are like it, each with its own why. */
  match(town, countries) {
    const [, id = ""] = WIKIDATA.exec(town.wikidata ?? "") ?? [];
    const known = this.#byId.get(id) ?? [];
    if (known.length === 1) return found({ why: "wikidata", place: known[0] }, []);
    const [name, country] = splitCountry(clean(town.name ?? ""), clean(town.country ?? ""), countries);
    if (!name) return refuse("name-blank", []);
    if (Math.max(name.length, country.length) > this.#reading.longest) return refuse("name-unfit", []);
    const called = this.#byName.get(foldName(name)) ?? [];
    const codes = country ? countries.resolve(country) : [];
    if (codes.length === 1) return this.#among(called, { name, country: codes[0], point: pointOf(town), id });
    const why = codes.length ? "country-ambiguous" : country ? "country-unknown" : "country-blank";
    return refuse(why, elsewhere(called));
  }

  #among(called, { name, country, point, id }) {
    const lies = (place) => place.countries.some((code) => this.#mayShare(code, country));
    const likely = called.filter(lies).map((place) => liken(place, plainName(name), point, id));
    const near = likely.filter(({ why }) => why === "near").sort((a, b) => a.exact - b.exact);
    const same = likely.filter(({ place }) => place.plain.has(plainName(name)) && place.countries.includes(country));
    const only = same.length === 1 && same[0].why === "namesake" ? { ...same[0], why: "only" } : undefined;
    const taken = near[0] ?? only;
    const others = likely.filter(({ place }) => place !== taken?.place);
    if (taken) return found(taken, others);
    const away = called.filter((place) => !lies(place));
    const further = [...this.#nearby(point), ...this.#misspelt(name, country)];
    const isNew = ({ place }, at) =>
      !called.includes(place) && further.findIndex((one) => one.place === place) === at;
    return refuse("", [...others, ...further.filter(isNew), ...elsewhere(away)]);
  }

  /* Whether a place in one country may lie in another, as lists have it: both claim it, or the one
     is a territory of the other. */
  #mayShare(code, other) {
    const { disputed, countries } = this.#reading;
    const isOf = (one, state) => own(countries.states, one) === state;
    return code === other || isOf(code, other) || disputed.some((pair) => pair.includes(code) && pair.includes(other));
  }

  /* What lies where a town is said to lie, the nearest first. */
  #nearby(point) {
    const around = point ? cellsOf(point).flatMap((cell) => this.#at.get(cell) ?? []) : [];
    return around
      .map((place) => ({ place, far: distance(point, place.point) }))
      .filter(({ far }) => far <= NEARBY)
      .sort((a, b) => a.far - b.far || compare(a.place.id, b.place.id))
      .map(({ place, far }) => ({ why: "nearby", place, km: rounded(far) }));
  }

  /* What is called so but for a letter in a country. */
  #misspelt(name, country) {
    if (!this.#nearly.has(country)) this.#nearly.set(country, this.#indexNearly(country));
    const index = this.#nearly.get(country);
    const found = new Set(this.#mostLetters(name).flatMap((letters) => index.get(letters) ?? []));
    return [...found].sort((a, b) => compare(a.id, b.id)).map((place) => ({ why: "spelling", place }));
  }

  #indexNearly(country) {
    const index = new Map();
    for (const { place, names } of this.#inCountry.get(country) ?? []) {
      for (const letters of new Set(names.flatMap((name) => this.#mostLetters(name)))) put(index, letters, place);
    }
    return index;
  }

  /* The letters of a name, and those that are left without one of them. */
  #mostLetters(name) {
    const letters = [...words(name).map((word) => own(this.#reading.countries.short, word) ?? word).join("")];
    const [least, most] = MISSPELT;
    if (letters.length < least || letters.length > most) return [letters.join("")];
    return [letters.join(""), ...letters.map((_, at) => letters.toSpliced(at, 1).join(""))];
  }
}

/* Name and country of "Varna, Bulgaria", unless a column of countries says another. */
function splitCountry(name, country, countries) {
  const at = name.lastIndexOf(",");
  const [front, behind] = [name.slice(0, at), name.slice(at + 1)].map((part) => part.trim());
  if (at < 0 || !front || (!country && countries.isCodeOfPart(behind))) return [name, country];
  const [code, ...others] = countries.resolve(behind);
  const isSame = !country || countries.resolve(country).join() === code;
  return code && !others.length && isSame ? [front, country || behind] : [name, country];
}

/* What a town has in common with a place of nearly its name, in its country. */
function liken(place, plain, point, id) {
  const exact = point && place.point ? distance(point, place.point) : undefined;
  const km = exact === undefined ? undefined : rounded(exact);
  if (id && place.wikidata && id !== place.wikidata) return { why: "other-id", place, km };
  if (km !== undefined) return { why: exact <= AT_MOST ? "near" : "far", place, km, exact };
  return { why: place.plain.has(plain) ? "namesake" : "accents", place };
}

function elsewhere(places) {
  return places.map((place) => ({ why: "elsewhere", place }));
}

function found(taken, others) {
  return { outcome: "found", ...taken, others: others.slice(0, OFFERED) };
}

function refuse(why, others) {
  return { outcome: others.length ? "offered" : "none", why, others: others.slice(0, OFFERED) };
}

/* The cell of a grid that a point lies in, and those around it. */
function cellsOf([lat, lon]) {
  const [row, column] = [lat, lon].map((degrees) => Math.floor(degrees / CELL));
  const steps = [0, -1, 1];
  return steps.flatMap((down) => steps.map((on) => `${row + down} ${column + on}`));
}

function compare(one, other) {
  return one < other ? -1 : 1;
}

function rounded(km) {
  return Math.round(km * 10) / 10;
}

/* Degrees north and east, if both numbers are there and lie on the Earth. */
function pointOf({ lat, lon }) {
  if (!lat || !lon) return null;
  const point = [lat, lon].map((text) => Number(text.replace(",", ".")));
  const lies = Math.abs(point[0]) <= 90 && Math.abs(point[1]) <= 180 && point.some(Boolean);
  return lies ? point : null;
}

const EQUATOR = 6378.137; // kilometres from the middle of the Earth (WGS 84)
const FLATTENING = 1 / 298.257223563;

/* Kilometres between two points along the ellipsoid, by Lambert's formula, which is right to some
   metres. */
export function distance(one, other) {
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const [a, b] = [one, other].map(([lat]) => Math.atan((1 - FLATTENING) * Math.tan(radians(lat))));
  const [p, q] = [(a + b) / 2, (b - a) / 2];
  const half = Math.sin(q) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(other[1] - one[1]) / 2) ** 2;
  if (!half || half >= 1) return half ? Math.PI * EQUATOR : 0;
  const angle = 2 * Math.asin(Math.sqrt(half));
  const x = ((angle - Math.sin(angle)) * (Math.sin(p) * Math.cos(q)) ** 2) / (1 - half);
  const y = ((angle + Math.sin(angle)) * (Math.cos(p) * Math.sin(q)) ** 2) / half;
  return EQUATOR * (angle - (FLATTENING / 2) * (x + y));
}

function put(map, key, value) {
  if (map.has(key)) map.get(key).push(value);
  else map.set(key, [value]);
}
