/* Names of the atlas that are near in spelling to words that it does not have. */

import { words } from "./atlas-fold.js";

const NEAREST = 5; // names that are given

export class NearNames {
  #root;
  #texts;
  #shares = new Map();

  /* `root` is the URL of the site's root; of `texts`, those of the search, it needs two: in how many
     `shares` the names lie, and the `generic` words, which are near to nothing. */
  constructor(root, texts) {
    this.#root = root;
    this.#texts = texts;
  }

  /* Names that the missing words, or all of the question, may have been meant for. */
  async find(missing, all) {
    const found = new Map();
    for (const word of new Set([all.join(""), ...missing])) {
      const most = allowed(word);
      if (!most || this.#texts.generic.includes(word)) continue;
      for (const name of await this.#names(word)) {
        const other = words(name).join("");
        if (Math.abs(other.length - word.length) > most) continue;
        const far = edits(word, other, most);
        if (far <= most && !(found.get(name)?.far <= far)) found.set(name, { name, other, far });
      }
    }
    const nearest = [...found.values()].sort((a, b) => a.far - b.far);
    const byWord = new Map(nearest.reverse().map((one) => [one.other, one]));
    return [...byWord.values()].reverse().slice(0, NEAREST).map(({ name }) => name);
  }

  /* The names that begin or end as this word does. */
  async #names(word) {
    const ends = [[...word].slice(0, 2), [...word].slice(-2)];
    const shares = new Set(ends.map((end) => shareOf(end, this.#texts.shares)));
    return (await Promise.all([...shares].map((share) => this.#share(share)))).flat();
  }

  #share(number) {
    if (!this.#shares.has(number)) {
      const names = fetch(new URL(`assets/search/names-${number}.txt`, this.#root))
        .then((answer) => (answer.ok ? answer.text() : ""))
        .then((text) => text.split("\n").filter(Boolean), () => []);
      this.#shares.set(number, names);
    }
    return this.#shares.get(number);
  }
}

/* As Python's site/exports/search_words.py shares names out. */
export function shareOf(letters, number) {
  return letters.reduce((found, letter) => (found * 31 + letter.codePointAt(0)) % number, 0);
}

/* How many letters may be wrong in a word of this length. */
function allowed(word) {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : word.length < 12 ? 2 : 3;
}

/* Letters to add, drop, change, or swap with the next, from one word to the other; more than
   `most` is as good as any. */
function edits(one, other, most) {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return Infinity;
    [before, row] = [row, next];
  }
  return row[other.length];
}
