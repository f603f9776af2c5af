/* Which country is meant by what somebody wrote: what Python's lookup/countries.py is sure of by a
   name or a code alone. All else it refuses. */

import { words } from "./atlas-fold.js";

const SHORTEST = 4; // letters; of several words that are fewer, none is a name

export class Countries {
  #names;
  #codes;
  #joints;
  #short;

  /* `names` are codes by the letters of names, several with a blank between them; `codes` those by
     two and three letters; `joints` are words that say nothing, `short` how some are shortened. */
  constructor({ names, codes, joints, short }) {
    this.#names = names;
    this.#codes = codes;
    this.#joints = new Set(joints);
    this.#short = short;
  }

  /* The codes that a text may mean: one is sure. */
  resolve(text) {
    const all = words(text).map((word) => own(this.#short, word) ?? word);
    const telling = all.filter((word) => !this.#joints.has(word));
    const written = telling.length ? telling : all;
    const letters = written.join("");
    const named = written.length > 1 && letters.length < SHORTEST ? undefined : own(this.#names, letters);
    const found = named ?? own(this.#codes, text.trim().toUpperCase());
    return found ? found.split(" ") : [];
  }
}

/* What stands under a key that somebody else chose. */
export function own(table, key) {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
