/* The map of the cooperations found: places and lines by their numbers, drawn as on other maps. */
/* global L, Atlas */

const BOW = 0.06; // of its length: how far a second line between two places is bent aside

/* The map in `box`; what it gives has `show(found)`, of items of two tiers. `records` are those of
   atlas-explore.js, and `rows` gives the table's rows of an item's key. What is `found` at first sets
   the first view, so that the land is laid out once. Rows and places of what is found are loaded. */
export async function chart(box, records, rows, found) {
  const map = L.map(box, {
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    zoomSnap: 0.25,
    minZoom: 0,
    maxZoom: 12,
  });
  const lines = new Lines(records);
  const texts = textsOf(records, rows);
  const drawn = await Atlas.chart(map, { texts, home: homeOf(found), isCrowd: true });
  let turn = 0;

  /* Step by step, so that the page answers its reader in between; the last that is asked is shown. */
  async function show(found) {
    const mine = ++turn;
    const home = homeOf(found);
    const steps = [
      () => drawn.settle(home),
      () => drawn.show(home.spots, home.lines, home.ties),
      () => drawn.offer(countriesOf(home.codes, records)),
    ];
    for (const step of steps) {
      await Atlas.pause();
      if (mine !== turn) return;
      step();
    }
  }

  function homeOf(found) {
    const researched = found.filter(({ of }) => of === records);
    const shown = lines.of(researched.map(({ one }) => one));
    const ties = found.filter(({ of }) => of !== records).flatMap((item) => tieOf(item, records));
    const codes = new Set(found.flatMap(({ of, one }) => of.countriesOf(one)));
    const framed = Atlas.framing.frame(spotsOf(found, records), [...shown, ...ties]);
    return { ...framed, lines: shown, ties, codes, countries: codes };
  }

  return { show };
}

function textsOf(records, rows) {
  const { places, phrases } = records;
  const names = (ends) => ends.map((place) => places.name(place).text).join(" – ");
  const formOf = (one) => records.form(one).label.text;
  const state = (name) => (Atlas.states.look(name) ? records.label("state", name).text : "");

  function line({ places, cooperations, state: stands }) {
    const [one] = cooperations;
    const said =
      cooperations.length > 1
        ? [names(places), records.counted(cooperations.length), formOf(one)]
        : [records.title(one).text, formOf(one), records.partnerNames(one).join(" – ")];
    return [...said, state(stands)].filter(Boolean);
  }

  const saidOf = ({ item: { of, one } }) => of.status(one).beside.join(" · ");

  function tieLink({ item: { of, one }, ...rest }) {
    const link = of.link(one);
    link.textContent = saidOf({ item: { of, one }, ...rest });
    return link;
  }

  return {
    placeLink: (place) => places.link(place),
    cooperationLink: (one) => records.link(one),
    counted: (number) => records.counted(number),
    countedListed: (number) => records.counted(number, phrases.listed),
    unchecked: phrases.not_checked,
    line,
    state,
    tie: (tie) => [names(tie.places), phrases.not_checked, saidOf(tie), state(tie.state)].filter(Boolean),
    tieLink,
    rows,
  };
}

/* What a register lists, as a line between two places; its path is drawn up once. */
function tieOf(item, { places }) {
  item.ties ??= item.of.tiesOf(item.one).map((ends) => {
    const [from, to] = ends.map((place) => places.point(place));
    const state = item.of.stateOf(item.one, ends);
    return { number: item.one, item, state, places: ends, from, to, bow: 0 };
  });
  return item.ties;
}

/* The places of what is found, each with its cooperations and what is listed there. */
function spotsOf(found, records) {
  const met = new Map();
  for (const { of, one } of found) {
    for (const place of of.pinsOf(one)) {
      if (!met.has(place)) met.set(place, empty());
      const tier = of === records ? "cooperations" : "listed";
      const state = of.stateOf(one, [place]);
      met.get(place)[tier].push(one);
      if (Atlas.states.look(state)) met.get(place).states[tier].set(one, state);
    }
  }
  const places = [...met.keys()].sort((a, b) => a - b);
  return places.map((place) => {
    const [lon, lat] = records.places.point(place);
    return { latlng: L.latLng(lat, lon), places: [place], ...met.get(place) };
  });
}

function empty() {
  return { cooperations: [], listed: [], states: { cooperations: new Map(), listed: new Map() } };
}

/* The countries with these codes, by their names. */
function countriesOf(codes, records) {
  const { compare } = new Intl.Collator(document.documentElement.lang || "en");
  return [...codes]
    .map((code) => {
      const { text, lang } = records.label("country", code);
      return { code, name: text, lang };
    })
    .sort((a, b) => compare(a.name, b.name));
}

/* Ties of one form and state between the same two places are one line, made when it is first found. */
class Lines {
  #records;
  #lines = new Map(); // form and state -> key of two places -> line
  #beside = new Map(); // key of two places -> how many lines there are

  constructor(records) {
    this.#records = records;
  }

  of(found) {
    const shown = new Set();
    for (const one of found) {
      for (const [a, b] of this.#records.tiesOf(one)) {
        const state = this.#records.stateOf(one, [a, b]);
        const look = { form: this.#records.form(one).form, state };
        const line = this.#line(look, Math.min(a, b), Math.max(a, b));
        if (!shown.has(line)) line.cooperations = [];
        shown.add(line);
        line.cooperations.push(one);
      }
    }
    return [...shown];
  }

  #line({ form, state }, a, b) {
    const key = `${a} ${b}`;
    const look = `${form} ${state}`;
    if (!this.#lines.has(look)) this.#lines.set(look, new Map());
    const lines = this.#lines.get(look);
    if (!lines.has(key)) {
      const turn = this.#beside.get(key) ?? 0;
      this.#beside.set(key, turn + 1);
      const bow = BOW * Math.ceil(turn / 2) * (turn % 2 ? 1 : -1);
      const [from, to] = [a, b].map((place) => this.#records.places.point(place));
      lines.set(key, { form, state, places: [a, b], from, to, bow, cooperations: [] });
    }
    return lines.get(key);
  }
}
