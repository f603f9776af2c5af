/* The rows of a list with the places that they are matched with: shown, and as a table to keep. */

/* What the columns that are added to a list are called, as cli/commands/match.py has them. */
const COLUMNS = ["atlas_id", "atlas_name", "atlas_why", "atlas_km", "atlas_others"];
const SAVED = 1000; // rows that are written at a time

export class Matches {
  #rows = [];
  #shown = [];
  #texts;
  #countries;
  #base;
  #body;
  #more;
  #labels;
  #atOnce;
  #number;

  /* `element` holds the table; `texts` are the page's, `countries` their names by their codes, and
     `base` leads to the root of the language. */
  constructor(element, { texts, countries, base, atOnce }) {
    this.#texts = texts;
    this.#countries = countries;
    this.#base = base;
    this.#atOnce = atOnce;
    this.#number = new Intl.NumberFormat(`${document.documentElement.lang || "en"}-u-nu-latn`);
    this.#body = element.querySelector("tbody");
    this.#more = element.querySelector("[data-more]");
    this.#labels = [...element.querySelectorAll("thead th")].map(({ textContent }) => textContent);
    this.#more.addEventListener("click", () => this.#body.rows[this.#append()].cells[0].focus());
  }

  clear() {
    this.#rows = [];
    this.#body.replaceChildren();
  }

  add(rows) {
    for (const row of rows) this.#rows.push(row);
  }

  /* How many rows there are, or have come to an outcome. */
  count(outcome = "") {
    return this.#of(outcome).length;
  }

  number(value) {
    return this.#number.format(value);
  }

  show(outcome) {
    this.#shown = this.#of(outcome);
    this.#body.closest(".atlas-table").hidden = !this.#shown.length;
    this.#body.replaceChildren();
    this.#append();
  }

  /* The list as it was given, each row with what it is matched with: some rows at a time. */
  *tables(headings) {
    yield [[...headings, ...COLUMNS]];
    for (let from = 0; from < this.#rows.length; from += SAVED) {
      const some = this.#rows.slice(from, from + SAVED);
      yield some.map((row) => [...row.cells.map(valueOf), ...this.#added(row)]);
    }
  }

  #of(outcome) {
    return outcome ? this.#rows.filter((row) => row.outcome === outcome) : this.#rows;
  }

  #added({ outcome, place, why, km, others }) {
    const ids = others.map((one) => `${one.place.id} (${this.#why(one)})`).join("; ");
    return [place?.id ?? "", place?.name ?? "", this.#why({ why: why || outcome, km }), km ?? "", ids];
  }

  #why({ why, km }) {
    return this.#texts[`why-${why}`].replace("{km}", this.number(km ?? 0));
  }

  /* The next rows; returns which of the table's is the first of them. */
  #append() {
    const first = this.#body.rows.length;
    const next = this.#shown.slice(first, first + this.#atOnce);
    this.#body.append(...next.map((row) => this.#rowOf(row)));
    const left = Math.min(this.#atOnce, this.#shown.length - first - next.length);
    this.#more.hidden = !left;
    this.#more.textContent = this.#texts.more.replace("{n}", this.number(left));
    return first;
  }

  #rowOf({ number, town, outcome, place, why, km, others }) {
    const row = document.createElement("tr");
    const name = element("th", { scope: "row", tabIndex: -1 });
    name.append(
      element("bdi", {}, town.name || town.wikidata || this.#texts["why-name-blank"]),
      element("span", { className: "atlas-where" }, this.#where(number, town.country)),
    );
    const absent = element("span", { className: "atlas-unknown" }, this.#texts[`why-${outcome}`]);
    const found = place ? this.#placeOf(place) : [absent];
    const list = element("ul", { className: "atlas-choices" });
    for (const one of others) {
      list.append(element("li", {}, ...this.#placeOf(one.place), this.#reason(one)));
    }
    const cells = [found, why ? [this.#why({ why, km })] : [], others.length ? [list] : []];
    row.append(name, ...cells.map((content, at) => cell(this.#labels[at + 1], content)));
    return row;
  }

  #where(number, country) {
    const row = this.#texts.row.replace("{n}", this.number(number));
    return country ? `${row} · \u2068${country}\u2069` : row;
  }

  #reason(one) {
    return element("span", { className: "atlas-where" }, this.#why(one));
  }

  #placeOf({ id, name, path, countries }) {
    const link = element("a", { href: this.#base + path }, element("bdi", {}, name));
    const where = countries.map((code) => this.#countries[code] ?? code).join(" · ");
    const code = element("code", { dir: "ltr" }, id);
    return [link, " ", code, element("span", { className: "atlas-where" }, where)];
  }
}

/* A negative number as one, such as a longitude: as a text it would pass for a formula. */
function valueOf(text) {
  return /^-\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

function cell(label, content) {
  const made = element("td", {}, ...content);
  made.dataset.label = label;
  return made;
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
