/* What is compared, fetched once it is needed: the cooperations, and what registers list beside them. */

import { Subjects } from "./atlas-compare-subjects.js";
import { Listed } from "./atlas-explore-listed.js";
import { Records } from "./atlas-explore-records.js";
import { fetchJson } from "./atlas-fetch.js";

export class Loader {
  #root;
  #language = document.documentElement.lang || "en";
  #loading;
  #placing;
  #naming;

  /* `root` says in which folders the files lie, and whether there is anything `listed`. */
  constructor(root) {
    this.#root = root;
  }

  /* The `records`, the `subjects` that can be compared, and what is `listed`, if anything is. */
  load() {
    this.#loading ??= this.#load();
    this.#loading.catch(() => (this.#loading = undefined));
    return this.#loading;
  }

  async #load() {
    const { explore, places, base, comma } = this.#root.dataset;
    const [words, named, filters, where] = await Promise.all([
      fetchJson(`${explore}${this.#language}.json`),
      fetchJson(`${places}${this.#language}.json`),
      fetchJson(`${explore}filters.json`),
      fetchJson(`${places}places.json`),
    ]);
    const records = new Records(filters, words, base, (name) => fetchJson(explore + name));
    const subjects = new Subjects({ records, places: where, named }, comma);
    return { records, subjects, listed: await this.#loadListed(records, subjects) };
  }

  /* Without what registers list, the cooperations are compared all the same. */
  async #loadListed(records, subjects) {
    const { explore, base, listed } = this.#root.dataset;
    if (listed === "0") return undefined;
    const files = ["listed", `listed-${this.#language}`];
    try {
      const [filters, labels] = await Promise.all(files.map((name) => fetchJson(`${explore}${name}.json`)));
      const found = new Listed(filters, labels, records, base, (name) => fetchJson(explore + name));
      subjects.addListed(found, records);
      return found;
    } catch {
      return undefined;
    }
  }

  /* The same with the places that registers list, which are many, for what is no country. */
  async loadPlaces() {
    this.#placing ??= this.#place();
    this.#placing.catch(() => (this.#placing = undefined));
    await this.#placing;
    return this.load();
  }

  async #place() {
    const { records, subjects, listed } = await this.load();
    await listed?.loadMap();
    if (listed) subjects.addListedPlaces(listed, records, this.#root.dataset.comma);
  }

  /* The same with the names in all languages, which are needed for what somebody types. */
  async loadNames() {
    this.#naming ??= this.#learn();
    this.#naming.catch(() => (this.#naming = undefined));
    await this.#naming;
    return this.load();
  }

  async #learn() {
    const { explore, places } = this.#root.dataset;
    const [{ subjects, listed }, names] = await Promise.all([
      this.loadPlaces(),
      fetchJson(`${places}names.json`),
    ]);
    subjects.learn(names);
    if (listed?.hasPlaces) subjects.learnListed(await fetchJson(`${explore}listed-names.json`));
  }
}
