/* Every place that is named or drawn, each once, whichever file it came with. */

import { linkTo, said } from "./atlas-explore-texts.js";

export class Places {
  #base;
  #at = new Map(); // id -> number
  #ids = [];
  #paths = [];
  #names = [];
  #points = [];

  /* `data` has `ids`, `paths` under the root of the language, `lon` and `lat`; `names` are texts as
     files have them. `base` leads to the root of the language. */
  constructor(data, names, base) {
    this.#base = base;
    this.add(data, names);
  }

  /* Takes more of them; gives the number of each. */
  add({ ids, paths, lon, lat }, names) {
    return ids.map((id, at) => {
      if (this.#at.has(id)) return this.#at.get(id);
      this.#at.set(id, this.#ids.length);
      this.#ids.push(id);
      this.#paths.push(paths[at] ?? `places/${id}/`);
      this.#names.push(names[at]);
      this.#points.push([lon[at], lat[at]]);
      return this.#ids.length - 1;
    });
  }

  get count() {
    return this.#ids.length;
  }

  name(place) {
    return said(this.#names[place]);
  }

  path(place) {
    return this.#paths[place];
  }

  /* Longitude and latitude; null where none are recorded. */
  point(place) {
    return this.#points[place];
  }

  link(place) {
    return linkTo(this.#base, this.#paths[place], this.name(place));
  }

  /* All that a file says of a place. */
  one(place) {
    const url = new URL(this.#base + this.#paths[place], document.baseURI).href;
    return { id: this.#ids[place], name: this.name(place).text, at: this.point(place), url };
  }
}
