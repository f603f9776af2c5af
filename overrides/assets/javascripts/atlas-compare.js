/* The page Compare: two side by side, or two pairs, as its address says:
   ?a=country:be&b=place:tangier, ?a=country:be&a=country:ma&b=country:be&b=country:cd.
   Every text is the page's own or comes with the records, which are fetched once they are needed. */

import { Loader } from "./atlas-compare-loader.js";
import { shared, tally } from "./atlas-compare-subjects.js";
import { Listed } from "./atlas-explore-listed.js";
import { bare, write } from "./atlas-explore-texts.js";

const MOST = 2; // of the atlas at one side
const OFFERED = 50; // names under a field
const SVG = "http://www.w3.org/2000/svg";

const root = document.querySelector("[data-atlas-compare]");
const form = root.querySelector("form");
const said = root.querySelector(".atlas-compare-said");
const compared = root.querySelector(".atlas-compared");
const saved = root.querySelector(".atlas-compare-saved");
const template = root.querySelector("template").content;
const language = document.documentElement.lang || "en";
const collator = new Intl.Collator(language, { numeric: true });
const listing = new Intl.ListFormat(language);
const pageTitle = document.title;
const texts = Object.fromEntries(
  [...template.querySelectorAll("[data-text]")].map((one) => [one.dataset.text, one.textContent]),
);
const facets = [...template.querySelectorAll("[data-facet]")];
const AT_ONCE = Number(root.dataset.atOnce); // of a list, before more are asked for
const sides = ["a", "b"].map((name) => ({ name, fields: [...form.elements[name]] }));
const loader = new Loader(root);
let turn = 0;

// The address

/* What an address or the form asks for at each side. */
function asking(query) {
  return sides.map(({ name }) => {
    const asked = query.getAll(name).map((one) => one.trim());
    return asked.filter(Boolean).slice(0, MOST);
  });
}

function addressOf(each) {
  const query = each.flatMap((asked, at) => asked.map((one) => `${sides[at].name}=${encodeURIComponent(one)}`));
  return location.pathname + (query.length ? `?${query.join("&").replaceAll("%3A", ":")}` : "");
}

/* The same comparison in the other languages. */
function leadOn() {
  for (const link of document.querySelectorAll(".md-select a[hreflang]")) {
    const there = new URL(link.href);
    there.search = location.search;
    link.href = there.href;
  }
}

// What is shown

async function show() {
  const mine = ++turn;
  const asked = asking(new URLSearchParams(location.search));
  fill(asked);
  compared.replaceChildren();
  saved.hidden = true;
  said.textContent = "";
  document.title = pageTitle;
  leadOn();
  if (!asked.some((one) => one.length)) return;
  said.textContent = texts.loading;
  try {
    let atlas = await loader.load();
    const isCountry = (one) => atlas.subjects.find(one)?.kind === "country";
    if (!asked.flat().every(isCountry)) atlas = await loader.loadPlaces();
    if (!asked.flat().every((one) => atlas.subjects.find(one))) atlas = await loader.loadNames();
    if (mine === turn) await answer(atlas, asked, () => mine === turn);
  } catch (error) {
    if (mine !== turn) return;
    said.textContent = texts.failed;
    root.classList.remove("atlas-compare-runs"); // the lists stay
    throw error;
  }
}

async function answer(atlas, asked, isLatest) {
  const found = asked.map((each) => [...new Set(each.map((one) => atlas.subjects.find(one) ?? one))]);
  fill(found.map((each) => each.map((one) => one.label ?? one)));
  const keys = found.map((each) => each.map((one) => one.key ?? one));
  history.replaceState(history.state, "", addressOf(keys));
  leadOn();
  const absent = found.flat().filter((one) => !one.key);
  said.textContent = "";
  if (absent.length) sayMissing([...new Set(absent)].map(absentOf));
  else if (!found.every((each) => each.length)) return;
  else if (keys[0].sort().join() === keys[1].sort().join()) said.textContent = texts.same;
  else await setSideBySide(atlas, found.map(sideOf), isLatest);
}

function fill(each) {
  sides.forEach(({ fields }, at) => fields.forEach((field, number) => (field.value = each[at][number] ?? "")));
}

/* The subjects of a side, what it is called, the cooperations they all take part in, and the ties
   that registers list of them all. */
function sideOf(subjects) {
  return {
    subjects,
    name: listing.format(subjects.map(({ name }) => name.text)),
    ones: shared(subjects.map(({ ones }) => ones)),
    listed: shared(subjects.map(({ listed }) => listed)),
  };
}

/* Once the rows have come that lists begin with, if nothing else is asked for since. */
async function setSideBySide({ records, listed }, [a, b], isLatest) {
  const both = shared([a.ones, b.ones]);
  const listedBoth = shared([a.listed, b.listed]);
  const isAnyListed = a.listed.length + b.listed.length > 0;
  const known = new Set(both);
  const only = (side) => (both.length ? fillIn(texts.only, { name: named(side) }) : [named(side)]);
  const [ofA, ofB] = [a, b].map(({ ones }) => ones.filter((one) => !known.has(one)));
  await Promise.all([
    records.load([both, ofA, ofB].flatMap((ones) => ones.slice(0, AT_ONCE))),
    listed?.load(listedBoth.slice(0, AT_ONCE)),
  ]);
  if (!isLatest()) return;
  const title = fillIn(texts.title, { a: a.name, b: b.name }).join("");
  document.title = `${title} - ${pageTitle}`;
  saved.firstElementChild.dataset.title = title;
  saved.hidden = false;
  said.textContent = fillIn(texts.said, {
    a: isolated(a.name),
    b: isolated(b.name),
    all_a: records.countedAll(a.ones),
    all_b: records.countedAll(b.ones),
    shared: records.countedAll(both),
  }).join("");
  if (isAnyListed) said.textContent += ` ${sayListed(records, [a, b], listedBoth)}`;
  compared.replaceChildren(
    element("h2", {}, ...fillIn(texts.title, { a: named(a), b: named(b) })),
    ...[a, b].filter(({ ones }) => !ones.length).map(nothing),
    table([...groupsOf(records, [a, b]), ...groupOfListed([a, b])], [a, b], records),
    saved,
    ...(both.length ? [] : [element("p", { className: "atlas-unknown" }, texts.notShared)]),
    ...list([texts.shared], both, records, records),
    ...list(only(a), ofA, records, records),
    ...list(only(b), ofB, records, records),
    ...list([texts.listedShared], listedBoth, listed, records),
    ...(listedBoth.length ? waysToListed([a, b]) : []),
  );
}

/* Counted apart from what is researched. */
function sayListed(records, [a, b], both) {
  const counted = (ones) => records.number(ones.length);
  return fillIn(texts.saidListed, {
    a: isolated(a.name),
    b: isolated(b.name),
    all_a: counted(a.listed),
    all_b: counted(b.listed),
    shared: counted(both),
  }).join("");
}

/* The list of all that registers list of two countries. */
function waysToListed(both) {
  const codes = both.flatMap(({ subjects }) => subjects.map(({ kind, key }) => [kind, key.split(":")[1]]));
  if (!codes.every(([kind]) => kind === "country")) return [];
  const query = new URLSearchParams(codes.map(([, id]) => ["country", id.toUpperCase()]));
  query.append("countries", "both");
  query.append("evidence", "listed");
  const link = element("a", { href: `${root.dataset.base}cooperations/?${query}` }, texts.listedAll);
  return [element("p", {}, link)];
}

/* What is asked for and not in the atlas, and the form for it. */
function sayMissing(absent) {
  const sentences = absent.map(({ name }) => texts.missing.replace("{words}", () => isolated(name)));
  said.textContent = sentences.join(" ");
  compared.replaceChildren(tell(absent));
}

/* A side without a cooperation, and the form for one. */
function nothing({ subjects, name }) {
  const answers = subjects.map((one) => ({ kind: one.kind, name: bare(one.name) }));
  const line = texts.nothing.replace("{name}", () => isolated(name));
  return element("div", {}, element("p", {}, line), tell(answers));
}

/* The link to the form for a missing cooperation, its partners or their countries filled in. */
function tell(partners) {
  const there = new URL(root.dataset.form, location.href);
  there.searchParams.set("title", root.dataset.formTitle + partners.map(({ name }) => name).join(" – "));
  partners.slice(0, 2).forEach(({ kind, name }, at) => {
    there.searchParams.set(`${kind === "country" ? "country" : "partner"}-${"ab"[at]}`, name);
  });
  const link = element("a", { href: there.href, rel: "external" }, texts.tell);
  return element("p", { className: "atlas-asks" }, link);
}

/* What somebody asked for in words, by an id or by the code of a country. */
function absentOf(asked) {
  const [, kind, id] = /^(?:(country|place|actor):)?(.*)$/is.exec(asked);
  const countries = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  const country = /^[a-z]{2}$/i.test(id) && (kind ?? "country").toLowerCase() === "country";
  const name = country && countries.of(id.toUpperCase());
  return name ? { kind: "country", name } : { kind, name: kind ? id.replaceAll("-", " ") : id };
}

// The table

/* Its lines in groups, each behind its heading; no heading over nothing. */
function groupsOf(records, both) {
  const counted = facets.map((each) => [each.textContent, linesOf(each.dataset, records, both)]);
  const totals = [{ label: [texts.all], cells: both.map(({ ones }) => records.howMany(ones)) }];
  return [["", totals], ...counted.filter(([, lines]) => lines.length)];
}

/* What registers list, in a group of its own. */
function groupOfListed(both) {
  const cells = both.map(({ listed }) => listed.length);
  if (!cells.some(Boolean)) return [];
  return [[texts.listed, [{ label: [texts.listedTies], cells, quiet: true }]]];
}

/* The values of a facet that either side has, in their order, else the most frequent first; and how
   many say none. A value that a side has not is 0 only where all of its cooperations say theirs. */
function linesOf({ facet, unrecorded, path, byCount }, records, both) {
  const column = records.filters.facets[facet];
  const { values } = column;
  const countOf = (ones, value) => records.howMany(ones, value);
  const found = both.map(({ ones }) => tally(column, ones, unrecorded, countOf));
  const cells = (number) => found.map(({ counts, missing }) => counts.get(number) ?? (missing ? null : 0));
  const total = (line) => line.cells[0] + line.cells[1];
  const numbers = [...new Set(found.flatMap(({ counts }) => [...counts.keys()]))];
  const lines = numbers
    .sort((one, other) => one - other)
    .map((number) => {
      const name = records.label(facet, values[number]);
      const href = root.dataset.base + path.replace("*", facet === "country" ? values[number].toLowerCase() : values[number]);
      return { name: name.text, label: [write(element(path ? "a" : "span", path ? { href } : {}), name)], cells: cells(number) };
    });
  if (byCount !== undefined) {
    lines.sort((one, other) => total(other) - total(one) || collator.compare(one.name, other.name));
  }
  const missing = found.map((one) => one.missing);
  if (missing.some(Boolean)) lines.push({ label: [texts.unrecorded], cells: missing, quiet: true });
  return lines;
}

function table(groups, both, records) {
  const most = Math.max(...both.map(({ ones }) => ones.length));
  const drawn = most >= Number(root.dataset.fewest);
  const heads = both.map((side) => element("th", { scope: "col" }, named(side, true)));
  const rowOf = ({ label, cells, quiet }) =>
    element(
      "tr",
      quiet ? { className: "atlas-unknown" } : {},
      element("th", { scope: "row" }, ...label),
      ...cells.map((count) => cell(count, most, records, drawn && !quiet)),
    );
  const bodies = groups.map(([title, lines]) => {
    const heading = element("th", { scope: "rowgroup", colSpan: 1 + both.length }, title);
    return element("tbody", {}, ...(title ? [element("tr", {}, heading)] : []), ...lines.map(rowOf));
  });
  return element(
    "table",
    { id: "comparison", className: "atlas-side" },
    element("caption", {}, texts.figures),
    element("thead", {}, element("tr", {}, element("td"), ...heads)),
    ...bodies,
  );
}

function cell(count, most, records, drawn) {
  if (count === null) return element("td", { className: "atlas-unknown" }, texts.none);
  const made = element("td", {}, records.number(count));
  if (count && drawn) made.append(bar(count / most));
  return made;
}

function bar(share) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("class", "atlas-bar");
  drawn.setAttribute("aria-hidden", "true");
  const length = document.createElementNS(SVG, "rect");
  length.setAttribute("width", `${100 * share}%`);
  length.setAttribute("height", "100%");
  drawn.append(length);
  return drawn;
}

// Lists

/* What is of one tier under a heading that counts it; nothing of none. */
function list(title, ones, of, records) {
  if (!ones.length) return [];
  const items = element("ul", { className: "atlas-entries" });
  const more = element("button", { type: "button", className: "md-button" });

  function add() {
    const from = items.children.length;
    items.append(...ones.slice(from, from + AT_ONCE).map((one) => entry(one, of)));
    const left = Math.min(AT_ONCE, ones.length - items.children.length);
    more.hidden = !left;
    more.textContent = texts.more.replace("{n}", records.number(left));
    return items.children[from];
  }

  more.addEventListener("click", async () => {
    const from = items.children.length;
    await of.load(ones.slice(from, from + AT_ONCE));
    if (from === items.children.length) add().querySelector("a").focus();
  });
  add();
  const { phrases } = records;
  const number = of === records ? records.countedAll(ones) : records.counted(ones.length, phrases.listed);
  const count = element("span", { className: "atlas-number" }, number);
  return [element("h3", {}, ...title, " ", count), items, element("p", {}, more)];
}

function entry(one, of) {
  const { form, label } = of.form(one);
  const className = form ? `atlas-form atlas-form-${form}` : "";
  const badge = write(element("span", { className }), label);
  const about = [...of.partners(one).map(({ link }) => link), of.more(one), of.since(one)];
  const { text, beside } = of.status(one);
  about.push(...(of instanceof Listed ? beside : [text]));
  const where = element("p", { className: "atlas-where" });
  about.filter(Boolean).forEach((part, at) => where.append(at ? " · " : "", part));
  return element("li", {}, of.link(one), " ", badge, where);
}

// Pieces

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/* The names of a side, each in its own language, as links to its pages if they are to be `linked`. */
function named({ subjects }, linked = false) {
  const made = element("bdi");
  const names = subjects.map(({ name, path }) =>
    write(linked ? element("a", { href: root.dataset.base + path }) : element("span"), name),
  );
  for (const { type, value } of listing.formatToParts(subjects.map(({ name }) => name.text))) {
    made.append(type === "element" ? names.shift() : value);
  }
  return made;
}

/* The pieces of a text, its placeholders filled in. */
function fillIn(text, values) {
  return text.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? values[part] : part));
}

/* A name whose direction may be another than that of the sentence around it. */
function isolated(name) {
  return `\u2068${name}\u2069`;
}

// The form

/* Names like what is typed; the browser shows those that the field may become. */
async function offer(field) {
  const { subjects } = await loader.loadNames();
  const options = subjects.like(field.value, OFFERED).map(({ subject, called }) =>
    element("option", { value: subject.label }, called === subject.label ? "" : called),
  );
  form.querySelector("datalist").replaceChildren(...options);
}

for (const field of sides.flatMap(({ fields }) => fields)) {
  for (const kind of ["focus", "input"]) field.addEventListener(kind, () => offer(field).catch(() => {}));
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", addressOf(asking(new FormData(form))));
  show();
});
window.addEventListener("popstate", show);
root.classList.add("atlas-compare-runs");
show();
