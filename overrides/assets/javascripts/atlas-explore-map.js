/* The map of the cooperations found: places and lines by their numbers, drawn as on other maps. */
/* global L, Atlas */

const BOW = 0.06; // of its length: how far a second line between two places is bent aside

/* The map in `box`; what it gives has `show(found)`. `records` are those of atlas-explore.js, and
   `rows` gives the table's rows of a cooperation. What is `found` at first sets the first view, so
   that the land is laid out once. */
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

  function show(found) {
    const home = homeOf(found);
    drawn.settle(home);
    drawn.show(home.spots, home.lines);
    drawn.offer(records.countriesAmong(found));
  }

  function homeOf(found) {
    const shown = lines.of(found);
    const countries = records.countriesAmong(found).map(({ code }) => code);
    const framed = Atlas.framing.frame(spotsOf(records, found), shown);
    return { ...framed, lines: shown, countries: new Set(countries) };
  }

  return { show };
}

function textsOf(records, rows) {
  const names = (places) => places.map((place) => records.placeName(place).text).join(" – ");
  const formOf = (one) => records.labelOf("form", one).text;

  function line({ places, cooperations }) {
    const [one] = cooperations;
    if (cooperations.length > 1) {
      const count = records.counted(cooperations.length);
      return [names(places), count, formOf(one)];
    }
    return [records.title(one).text, formOf(one), records.partnerNames(one).join(" – ")];
  }

  return {
    placeLink: (place) => records.placeLink(place),
    cooperationLink: (one) => records.link(one),
    counted: (number) => records.counted(number),
    line,
    rows,
  };
}

/* The places of the cooperations found. */
function spotsOf(records, found) {
  const met = new Map();
  for (const one of found) {
    for (const place of records.pinsOf(one)) {
      if (!met.has(place)) met.set(place, []);
      met.get(place).push(one);
    }
  }
  const places = [...met.keys()].sort((a, b) => a - b);
  return places.map((place) => {
    const [lon, lat] = records.pointOf(place);
    return { latlng: L.latLng(lat, lon), places: [place], cooperations: met.get(place) };
  });
}

/* Ties of one form between the same two places are one line, made when it is first found. */
class Lines {
  #records;
  #lines = new Map(); // form -> key of two places -> line
  #beside = new Map(); // key of two places -> how many lines there are

  constructor(records) {
    this.#records = records;
  }

  of(found) {
    const shown = new Set();
    for (const one of found) {
      for (const [a, b] of this.#records.tiesOf(one)) {
        const line = this.#line(this.#records.formOf(one), Math.min(a, b), Math.max(a, b));
        if (!shown.has(line)) line.cooperations = [];
        shown.add(line);
        line.cooperations.push(one);
      }
    }
    return [...shown];
  }

  #line(form, a, b) {
    const key = a * this.#records.placeCount + b;
    if (!this.#lines.has(form)) this.#lines.set(form, new Map());
    const lines = this.#lines.get(form);
    if (!lines.has(key)) {
      const turn = this.#beside.get(key) ?? 0;
      this.#beside.set(key, turn + 1);
      const bow = BOW * Math.ceil(turn / 2) * (turn % 2 ? 1 : -1);
      const [from, to] = [a, b].map((place) => this.#records.pointOf(place));
      lines.set(key, { form, places: [a, b], from, to, bow, cooperations: [] });
    }
    return lines.get(key);
  }
}
