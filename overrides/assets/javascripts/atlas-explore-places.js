/* Every place that is drawn, each once, whichever file it came with. */

import { linkTo, said } from "./atlas-explore-texts.js";

export class Places {
  #base;
  #at = new Map(); // id -> number
  #ids = [];
  #paths = [];
  #names = [];
  #points = [];

  /* `base` leads to the root of the language. */
  constructor(base) {
    this.#base = base;
  }

  /* Takes more of them; gives the number of each. `ids`, `paths` under the root of the language, `lon`
     and `lat` are columns of a file; `names` are texts as files have them. */
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

  /* Takes the points of a file that knows better than others where places with these numbers lie. */
  refine(numbers, { lon, lat }) {
    numbers.forEach((number, at) => (this.#points[number] = [lon[at], lat[at]]));
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
