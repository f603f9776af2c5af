/* Which country somebody means: what Python's lookup/countries.py is sure of by a name, a code, the
   long form of a state, or a part and its state. What it only offers, or finds by words that are cut
   short, is refused here. */

import { words } from "./atlas-fold.js";

const SHORTEST = 4; // letters; several words that are fewer are no name
const MOST = 3; // countries among which somebody has to choose
const LONGEST = 120; // letters of a text that may name a country
const REMARK = /^(.+)\(([^()]+)\)\s*$/;
const BRACKETS = /^([^()]+)\((.+)\)\s*$/;
const SEPARATOR = /(?:[,;/|\u060c\u061b]|\s[-\u2013\u2014]\s)(?![^()]*\))/; // but not within brackets
const INITIALS = /^(?:[\p{L}\p{N}_]\.\s?){3,}$/u;
const PAST = []; // a state that is no more

export class Countries {
  #data;
  #joints;
  #byLetters = new Map();
  #byWords = new Map();

  /* `data` is what hooks/atlas/site/exports/match.py writes of countries. */
  constructor(data) {
    this.#data = data;
    this.#joints = new Set(data.joints);
    for (const [name, codes] of Object.entries(data.names)) {
      const written = name.split(" ");
      const found = codes.split(" ");
      setDefault(this.#byLetters, written.join(""), found);
      setDefault(this.#byWords, written.toSorted().join(" "), found);
    }
  }

  /* The codes that a text may mean: one is sure, none is refused. */
  resolve(text) {
    const written = text.replace(/\[[\p{L}\p{N}_]{1,3}\]/gu, "").trim();
    return written.length > LONGEST || !/\p{L}/u.test(written) ? [] : (this.#resolve(written) ?? []);
  }

  /* Whether a text is a code that may be a part's as well: "Portland, ME" is in no Montenegro. */
  isCodeOfPart(text) {
    return text.length === 2 && Boolean(this.#code(text)) && !["GB", "US"].includes(text);
  }

  /* The same; undefined where nothing is known of it. */
  #resolve(text) {
    return this.#named(text) ?? this.#parts(text) ?? this.#long(text);
  }

  #named(text) {
    const written = INITIALS.test(text) ? [words(text).join("")] : this.#split(text);
    const code = this.#code(text);
    const found = code ? [code] : this.#called(written);
    if (found) return found;
    const rest = written.filter((word) => own(this.#data.forms, word) === undefined);
    const names = [written, rest].map((one) => one.join(""));
    if (names.some((name) => this.#data.past.includes(name))) return PAST;
    return names.some((name) => this.#data.unrecognised.includes(name)) ? [] : undefined;
  }

  /* A part and its state, or a name with another, or with a remark, in brackets. */
  #parts(text) {
    const parts = text.split(SEPARATOR).map((part) => part.trim());
    const codes = parts.map((part) => this.#code(part));
    if (parts.length > 1 && codes.every(Boolean)) return [...new Set(codes)];
    const { index, 0: sign } = SEPARATOR.exec(text) ?? {};
    if (sign) return this.#combine(text.slice(0, index).trim(), text.slice(index + sign.length).trim());
    const [, name, remark] = REMARK.exec(text) ?? [];
    if (name && this.#data.remarks.includes(this.#split(remark).join(""))) return this.#resolve(name.trim());
    const [, part, state] = BRACKETS.exec(text) ?? [];
    return part ? this.#combine(part.trim(), state.trim()) : undefined;
  }

  #combine(part, state) {
    const [a, b] = [part, state].map((one) => this.#resolve(one) ?? []);
    if (a === PAST || b === PAST) return PAST;
    const agreed = this.#agree(a, b);
    if (agreed) return [agreed];
    if (this.isCodeOfPart(state)) return [];
    if (a.length && !this.isCodeOfPart(part)) return b.length ? [...new Set([...a, ...b])].slice(0, MOST) : undefined;
    return b.length ? b : undefined;
  }

  /* The one code in which two texts agree: the same, or that of the part, or of its state. */
  #agree(a, b) {
    const { states, namesakes } = this.#data;
    const parts = (some, others) => some.filter((code) => others.includes(own(states, code)));
    const homes = (some, others) =>
      some.filter((code) => (own(namesakes, code) ?? []).some((one) => others.includes(one)));
    const ways = [a.filter((code) => b.includes(code)), [...parts(a, b), ...parts(b, a)], [...homes(b, a), ...homes(a, b)]];
    const found = ways.find((way) => way.length);
    return found?.length === 1 ? found[0] : undefined;
  }

  /* A name with a form of state: that of today's, or of one that is no more. */
  #long(text) {
    const { forms, ofForm, islands } = this.#data;
    const written = this.#split(text);
    const said = written.map((word) => own(forms, word)).filter(Boolean);
    const rest = written.filter((word) => own(forms, word) === undefined);
    const main = rest.filter((word) => !islands.includes(word));
    const found = [rest, main].filter((one) => one.length < written.length).map((one) => this.#called(one)).find(Boolean);
    const isOf = (code, form) =>
      form === "republic" ? !Object.values(ofForm).some((codes) => codes.includes(code)) : ofForm[form].includes(code);
    const same = (found ?? []).filter((code) => said.every((form) => isOf(code, form)));
    if (same.length) return same;
    return found || said.some((form) => ofForm[form]?.length === 0) ? PAST : undefined;
  }

  #called(written) {
    const letters = written.join("");
    const isWord = written.length === 1 || letters.length >= SHORTEST;
    return this.#byWords.get(written.toSorted().join(" ")) ?? (isWord ? this.#byLetters.get(letters) : undefined);
  }

  #code(text) {
    return own(this.#data.codes, text.trim().toUpperCase());
  }

  #split(text) {
    const all = words(text.replace(/['\u2019]s(?![\p{L}\p{N}_])/gu, "s")).map((word) => own(this.#data.short, word) ?? word);
    const telling = all.filter((word) => !this.#joints.has(word));
    return telling.length ? telling : all;
  }
}

/* What stands under a key that somebody else chose. */
export function own(table, key) {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function setDefault(map, key, value) {
  if (!map.has(key)) map.set(key, value);
}
