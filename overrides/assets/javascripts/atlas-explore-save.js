/* What is shown, to be saved: as a table, and as GeoJSON (RFC 7946). */

import { Records } from "./atlas-explore-records.js";
import { LISTED } from "./atlas-explore-tiers.js";
import { fetchJson } from "./atlas-fetch.js";

const DATA = new URL("../explore/", import.meta.url);
const language = document.documentElement.lang || "en";

/* Of a cooperation as `Records.one` gives it, with its `facts` from facts-<language>.json; or of a tie
   that a register lists, which has its own, and its `partners`. */
const COLUMNS = [
  ["id", ({ id }) => id],
  ["title", ({ title }) => title],
  ["form", (one) => one.values("form")],
  ["form_name", (one) => one.labels("form")],
  ["earlier_forms", ({ facts }) => facts.earlier_forms],
  ["status", (one) => one.values("status")],
  ["status_name", (one) => one.labels("status")],
  ["state", (one) => one.values("state")],
  ["state_name", (one) => one.labels("state")],
  ["status_date", ({ facts }) => facts.as_of],
  ["status_evidence", ({ facts }) => facts.evidence],
  ["status_since", ({ facts }) => facts.since],
  ["status_reason", ({ facts }) => facts.reason],
  ["start", ({ since }) => since],
  ["decided", ({ facts }) => facts.decided],
  ["signed", ({ facts }) => facts.signed],
  ["end", ({ facts }) => facts.end],
  ["countries", (one) => one.values("country")],
  ["country_names", (one) => one.labels("country")],
  ["themes", (one) => one.values("theme")],
  ["theme_names", (one) => one.labels("theme")],
  ["themes_chosen_by_source", ({ facts }) => facts.themes_of_sources.join("; ")],
  ["goals", (one) => one.values("goal")],
  ["partners", ({ partners, facts }) => named(partners ?? facts.partners)],
  ["partner_count", ({ partners, facts }) => (partners ?? facts.partners).length],
  ["left", ({ facts }) => facts.left],
  ["succeeded", ({ facts }) => facts.succeeded],
  ["partner_types", (one) => one.values("partner")],
  ["partner_type_names", (one) => one.labels("partner")],
  ["sources", ({ facts }) => facts.sources.map(({ title }) => title).join("; ")],
  ["source_urls", ({ facts }) => facts.sources.map(({ url }) => url).join(" ")],
  ["not_recorded", ({ facts }) => facts.not_recorded.join("; ")],
  ["url", ({ url }) => url],
  ["tier", ({ tier }) => tier],
  ["registers", (one) => one.values("register")],
  ["listed_as_of", ({ tier, facts }) => (tier === LISTED ? facts.as_of : "")],
  ["stated_by", (one) => one.values("stated")],
  ["licence", ({ licences }) => licences.join("; ")],
];

const MOST_NAMES = 200; // in a cell: a spreadsheet takes 32,767 letters and leaves out the rest

/* Names in one cell; of very many the first, and that there are others. */
function named(partners) {
  const names = partners.slice(0, MOST_NAMES);
  return names.concat(names.length < partners.length ? "…" : []).join("; ");
}

/* A table for programs, its first row the names of its columns. `ones` are cooperations as
   `Records.one` gives them, or ties as `Listed.one` does. */
export async function savedTableOf(ones) {
  const facts = await fetched(`facts-${language}.json`);
  const rows = ones.map((one) => ({ facts: factsOf(facts, one.number), ...one }));
  return [
    COLUMNS.map(([name]) => name),
    ...rows.map((row) => COLUMNS.map(([, value]) => value(row))),
  ];
}

/* The cooperations of a table, or all those of which it shows the first: `list` is "theme:health",
   `base` leads to the root of the language. */
export async function tableOfList(table, { list, base }) {
  const names = ["filters.json", `${language}.json`, `facts-${language}.json`];
  const [filters, words, facts] = await Promise.all(names.map(fetched));
  const records = new Records(filters, words, base, fetched);
  const shown = [...table.querySelectorAll("tr[data-cooperation]")];
  const at = new Map(facts.ids.map((id, number) => [id, number]));
  const numbers = list
    ? numbersOf(list.split(":"), records, facts)
    : shown.map(({ dataset }) => at.get(dataset.cooperation));
  await records.load(numbers);
  return savedTableOf(numbers.map((number) => records.one(number)));
}

/* The numbers of the cooperations with a value of a facet, or in which an actor takes part. */
function numbersOf([facet, value], records, { actors, parties }) {
  if (facet !== "actor") return records.with(facet, value);
  const wanted = actors.ids.indexOf(value);
  return [...parties.keys()].filter((one) => parties[one].includes(wanted));
}

function fetched(name) {
  return fetchJson(new URL(name, DATA));
}

function factsOf({ columns, sources, parties, actors }, number) {
  if (number === undefined) return undefined;
  const partners = parties[number].map((actor) => actors.names[actor]);
  const facts = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, values[number]]),
  );
  return { ...facts, partners, sources: facts.sources.map((source) => sources[source]) };
}

/* A feature for each cooperation, with its lines, else its points, else without a geometry; and
   one for each place, with the cooperations there. */
export function geojson(ones, place) {
  const there = new Map(); // number of a place -> ids of cooperations
  for (const one of ones) {
    for (const pin of one.pins) {
      if (!there.has(pin)) there.set(pin, []);
      there.get(pin).push(idOf(one));
    }
  }
  const features = [
    ...ones.map((one) => cooperationFeature(one, place)),
    ...[...there].map(([pin, cooperations]) => placeFeature(place(pin), cooperations)),
  ];
  return `${JSON.stringify({ type: "FeatureCollection", features })}\n`;
}

/* A cooperation may be called as a tie is. */
function idOf({ tier, id }) {
  return tier === LISTED ? `${LISTED}/${id}` : id;
}

function cooperationFeature(one, place) {
  const { title, tier, url, since } = one;
  const id = idOf(one);
  const properties = {
    kind: tier === LISTED ? "listed tie" : "cooperation",
    id,
    title,
    form: one.values("form"),
    status: one.values("status"),
    state: one.values("state"),
    start: since || null,
    countries: one.list("country"),
    themes: one.list("theme"),
    goals: one.list("goal"),
    registers: one.list("register"),
    licences: one.licences,
    url,
  };
  return { type: "Feature", id, geometry: geometry(one, place), properties };
}

function placeFeature({ id, name, at, url }, cooperations) {
  return {
    type: "Feature",
    id: `place/${id}`,
    geometry: { type: "Point", coordinates: at },
    properties: { kind: "place", id, name, cooperations, url },
  };
}

function geometry({ ties, pins }, place) {
  const lines = ties.flatMap(([a, b]) => cut(place(a).at, place(b).at));
  if (lines.length === 1) return { type: "LineString", coordinates: lines[0] };
  if (lines.length) return { type: "MultiLineString", coordinates: lines };
  const points = pins.map((pin) => place(pin).at);
  if (points.length === 1) return { type: "Point", coordinates: points[0] };
  return points.length ? { type: "MultiPoint", coordinates: points } : null;
}

/* A line over the antimeridian is cut there (RFC 7946, 3.1.9). */
function cut(a, b) {
  if (Math.abs(a[0] - b[0]) <= 180) return [[a, b]];
  const [west, east] = a[0] < b[0] ? [a, b] : [b, a]; // the line leaves west to the west
  const left = west[0] + 180;
  const right = 180 - east[0];
  const share = left + right ? left / (left + right) : 0;
  const lat = Math.round((west[1] + share * (east[1] - west[1])) * 1e4) / 1e4;
  return [
    [west, [-180, lat]],
    [[180, lat], east],
  ];
}
