/* Which place of the atlas a town is, by the rule of Python's imports: the same Wikidata id; else the
   same name and country, and at most ten kilometres apart; where a point is missing, what alone is
   called so in its country. What is only like it is offered. */

import { fold, words } from "./atlas-fold.js";
import { own } from "./atlas-match-countries.js";

const AT_MOST = 10; // kilometres
const OFFERED = 5; // others that are named
const MISSPELT = [4, 60]; // letters of a name that may be misspelt, at least and at most
const SIGNS = /[^\p{L}\p{N}]+/gu;

export class Towns {
  #byId = new Map();
  #byName = new Map();
  #inCountry = new Map();
  #nearly = new Map(); // country -> most letters of a name -> places
  #short;

  /* `data` is what hooks/atlas/site/exports/match.py writes, and how words are `short`; names are
     shown in `language`. */
  constructor(data, short, language) {
    this.#short = short;
    data.ids.forEach((id, at) => {
      const names = data.names[at];
      const place = {
        id,
        name: names[data.shown[language]?.[at] ?? 0],
        path: data.actors[at] ? `actors/${data.actors[at]}/` : `places/${id}/`,
        countries: data.countries[at].split(" "),
        point: data.points[at],
        wikidata: data.wikidata[at],
      };
      if (place.wikidata) put(this.#byId, place.wikidata, place);
      for (const name of new Set(names.map(foldName))) put(this.#byName, name, place);
      for (const country of place.countries) put(this.#inCountry, country, { place, names });
    });
  }

  /* The `outcome` for a town, "found", "offered" or "none", and `why`; the `place`, if one is found,
     how many `km` off if that is known; and the `others` that are like it, each with its own why. */
  match(town, countries) {
    const id = town.wikidata?.toUpperCase() ?? "";
    const known = this.#byId.get(id) ?? [];
    if (known.length === 1) return { outcome: "found", why: "wikidata", place: known[0], others: [] };
    if (!town.name) return refuse("name-blank", []);
    const name = foldName(town.name);
    const called = this.#byName.get(name) ?? [];
    const codes = town.country ? countries.resolve(town.country) : [];
    if (codes.length === 1) return this.#among(called, { ...town, country: codes[0], point: pointOf(town), id });
    const meant = codes.length ? called.filter(lying(codes)) : called;
    const why = codes.length ? "country-ambiguous" : town.country ? "country-unknown" : "country-blank";
    return refuse(why, meant.map((place) => ({ why: "elsewhere", place })));
  }

  #among(called, { name, country, point, id }) {
    const likely = called.filter(lying([country])).map((place) => liken(place, point, id));
    const near = likely.filter(({ why }) => why === "near").sort((a, b) => a.km - b.km);
    const open = likely.filter(({ why }) => why === "namesake");
    const [taken] = near.length ? near : open.length === 1 && likely.every(({ why }) => why !== "far") ? open : [];
    const others = likely.filter((one) => one !== taken);
    if (!taken) return refuse("", [...others, ...this.#spelled(name, country, called)]);
    const why = taken.why === "near" ? "near" : "only";
    return { outcome: "found", ...taken, why, others: others.slice(0, OFFERED) };
  }

  /* What is called so but for a letter in a country. */
  #spelled(name, country, called) {
    if (!this.#nearly.has(country)) this.#nearly.set(country, this.#indexNearly(country));
    const index = this.#nearly.get(country);
    const found = new Set(this.#mostLetters(name).flatMap((letters) => index.get(letters) ?? []));
    const others = [...found].filter((place) => !called.includes(place));
    return others.sort((a, b) => (a.id < b.id ? -1 : 1)).map((place) => ({ why: "spelling", place }));
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
    const letters = [...words(name).map((word) => own(this.#short, word) ?? word).join("")];
    const [least, most] = MISSPELT;
    if (letters.length < least || letters.length > most) return [letters.join("")];
    return [letters.join(""), ...letters.map((_, at) => letters.toSpliced(at, 1).join(""))];
  }
}

/* Small letters without accents, one blank between words. */
export function foldName(name) {
  return fold(name).replace(SIGNS, " ").trim() || name;
}

/* What a town has in common with a place of its name and country. */
function liken(place, point, id) {
  if (id && place.wikidata && id !== place.wikidata) return { why: "other-id", place };
  if (!point || !place.point) return { why: "namesake", place };
  const km = distance(point, place.point);
  return { why: km <= AT_MOST ? "near" : "far", place, km: Math.round(km * 10) / 10 };
}

function refuse(why, others) {
  return { outcome: others.length ? "offered" : "none", why, others: others.slice(0, OFFERED) };
}

function lying(codes) {
  return ({ countries }) => codes.some((code) => countries.includes(code));
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
