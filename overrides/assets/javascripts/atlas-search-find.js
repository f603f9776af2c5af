/* What the search finds: pages that answer a question in full, or else what there is on its parts,
   which words no page has, and the names that are near to them.

   Pagefind shortens a word that no page has until some page has it. So each word is first looked
   up by itself: it counts only where a page has it, or has a word that begins with it. */

import { asWritten, words, wordsAsked } from "./atlas-fold.js";
import { NearNames } from "./atlas-search-near.js";

const SUBJECTS = ["actors", "places", "countries", "themes", "goals", "sources"];
const HEADS = 12; // pages about a subject of which it is looked up what they are called
const LEADING = 2; // of those that are called so only in part, the ones before any cooperation
const UNSEEN = Object.fromEntries(
  ["title", "sentence", "names", "kind", "form", "form_id", "partners", "where", "since", "countries"]
    .map((name) => [name, 0]),
);

export class Finder {
  #pagefind;
  #texts;
  #near;
  #known = new Map();

  /* `root` is the URL of the site's root; `texts` are those of the language. */
  static async load(root, texts) {
    const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
    await pagefind.options({ baseUrl: root.pathname, ranking: { metaWeights: UNSEEN } });
    await pagefind.init();
    const finder = new Finder();
    finder.#pagefind = pagefind;
    finder.#texts = texts;
    finder.#near = new NearNames(root, texts);
    return finder;
  }

  /* `groups` of results, each with the words it is on and, as its label, these as they were written;
     the `missing` words as they were written; and names `near` to those. A result has `data()`. */
  async find(query, filters) {
    const asked = wordsAsked(query, this.#texts.common);
    if (!asked.length) {
      if (query.trim() || !Object.keys(filters).length) return { groups: [], missing: query.trim(), near: [] };
      const { results } = await this.#pagefind.search(null, { filters });
      return { groups: results.length ? [{ words: [], results }] : [], missing: "", near: [] };
    }
    const { known, missing } = await this.#sort(asked, query);
    const near = missing.length ? await this.#near.find(missing, words(query)) : [];
    const groups = await this.#groups(known, filters);
    for (const group of groups) group.label = asWritten(query, group.words);
    const label = known.length ? asWritten(query, missing) : query.trim();
    return { groups, missing: missing.length ? label : "", near };
  }

  /* The words that some page has, and those that none has. A word that is missing may be a part of
     one that is known, as in "N Djamena". Of "Sint-Niklaas" all is missing where a part is, and of
     "City of Oslo" nothing is left that would tell a page from another. */
  async #sort(asked, query) {
    const all = words(query);
    const known = [];
    const missing = [];
    for (const word of asked) {
      if (await this.#isKnown(word)) known.push(word);
      else missing.push(word);
    }
    for (const word of [...missing]) {
      const at = all.indexOf(word);
      for (const [from, to] of [[at - 1, at], [at, at + 1]]) {
        const joined = `${all[from] ?? ""}${all[to] ?? ""}`;
        if (joined === word || !(await this.#isKnown(joined))) continue;
        const parts = [all[from], all[to]];
        for (const part of parts) if (missing.includes(part)) missing.splice(missing.indexOf(part), 1);
        known.splice(0, known.length, ...known.filter((one) => !parts.includes(one)), joined);
        break;
      }
    }
    if (!missing.length) return { known, missing };
    for (const unit of query.split(/\s+/).map(words)) {
      if (unit.some((one) => missing.includes(one))) missing.push(...unit);
    }
    const rest = known.filter((one) => !missing.includes(one) && !this.#texts.generic.includes(one));
    return { known: rest, missing: [...new Set(missing)].filter((one) => asked.includes(one)) };
  }

  #isKnown(word) {
    if (!this.#known.has(word)) this.#known.set(word, this.#lookUp(word));
    return this.#known.get(word);
  }

  async #lookUp(word) {
    if ((await this.#pagefind.search(`"${word}"`)).results.length) return true;
    const [first] = (await this.#search(word, {})).slice(0, 1);
    return first !== undefined && ` ${(await first.data()).content}`.includes(` ${word}`);
  }

  /* A page that has a word only in what is shown of it scores nothing. */
  async #search(query, filters) {
    const { results } = await this.#pagefind.search(query, { filters });
    return results.filter((one) => one.score > 0);
  }

  /* One group where pages have all words; else as few as can be, in the order of the words. */
  async #groups(known, filters) {
    const groups = [];
    let rest = known;
    while (rest.length) {
      let taken = rest.length;
      let results = [];
      while (taken && !(results = await this.#ranked(rest.slice(0, taken), filters)).length) taken--;
      if (taken) groups.push({ words: rest.slice(0, taken), results });
      rest = rest.slice(Math.max(taken, 1));
    }
    return groups;
  }

  /* What is called just so, a town's country behind it; cooperations; what else is called so or
     speaks of it. Where only parts of names are asked for, many may be called so: they come first,
     one cooperation among them. */
  async #ranked(asked, filters) {
    const query = asked.join(" ");
    const all = await this.#search(query, filters);
    if (!all.length || filters.kind) return all;
    const ids = new Set(all.map((one) => one.id));
    const of = async (kind) =>
      (await this.#search(query, { ...filters, kind })).filter((one) => ids.has(one.id));
    const subjects = await of({ any: SUBJECTS });
    const cooperations = await of({ any: ["cooperations"] });
    const called = await this.#called(asked, subjects.slice(0, HEADS));
    const exact = called.filter(({ far }) => !far);
    const countries = called.length ? await this.#countryOf(called[0], filters) : [];
    const results = (ones) => ones.map(({ result }) => result);
    const order = exact.length
      ? [...results(exact).toSpliced(1, 0, ...countries), ...cooperations, ...results(called)]
      : results(called).toSpliced(1, 0, ...countries);
    if (!exact.length) order.splice(LEADING, 0, ...cooperations.slice(0, 1));
    order.push(...cooperations, ...subjects, ...all);
    return [...new Map(order.map((one) => [one.id, one])).values()];
  }

  /* Those of the results whose own name has all words: the nearest to it first, towns before
     countries before others. */
  async #called(asked, results) {
    const short = asked.map((word) => this.#texts.short[word] ?? word);
    const found = await Promise.all(
      results.map(async (result) => {
        const { meta, url, filters } = await result.data();
        const names = (meta.names ?? "").split(" | ");
        const kind = filters.kind?.[0];
        const far = Math.min(...names.map((name) => distanceFrom(name, short)));
        return { result, url, meta, kind, far, rank: SUBJECTS.indexOf(kind) };
      }),
    );
    return found
      .filter(({ far }) => far < Infinity)
      .sort((a, b) => a.far - b.far || a.rank - b.rank);
  }

  async #countryOf({ far, meta }, filters) {
    const [code] = (meta.countries ?? "").split(" ");
    if (far > 1 || !code || filters.country) return [];
    const narrowed = { kind: "countries", country: code };
    const { results } = await this.#pagefind.search(null, { filters: narrowed });
    const pages = await Promise.all(results.map(async (one) => [one, (await one.data()).url]));
    return pages.filter(([, url]) => url.endsWith(`/${code}/`)).map(([one]) => one);
  }
}

/* 0 for the very name, 1 for all words in it, 2 for beginnings of them; else Infinity. */
function distanceFrom(name, asked) {
  if (name.replaceAll(" ", "") === asked.join("")) return 0;
  const own = name.split(" ");
  if (asked.every((word) => own.includes(word))) return 1;
  return asked.every((word) => own.some((one) => one.startsWith(word))) ? 2 : Infinity;
}
