/* The table of the list: the rows that the page has, and those of all else that is found, which come
   when they are to be seen. */

import { span, write } from "./atlas-explore-texts.js";
import { loadRows } from "./atlas-explore-tiers.js";
import { sorted } from "./atlas-table.js";

/* What a column is sorted by. */
const KEYS = [
  ({ of, one }) => of.title(one).text,
  ({ of, one }) => of.form(one).label.text,
  ({ of, one }) => of.partnerNames(one).join(" "),
  ({ of, one }) => of.dayOf(one),
  ({ of, one }) => of.status(one).text,
];

/* The table in `root`, of items of two tiers of which the page has the first that are `researched`; it
   has `show(found)`, a list for each tier, `sort(column, direction)`, which both take as long as
   the rows do to come, `mark()`, and the `rows` of an item's key. */
export function tableOf(root, { records, researched }) {
  const atOnce = Number(root.dataset.atOnce);
  const frame = root.querySelector(".atlas-table");
  const table = frame.querySelector("table");
  const body = table.tBodies[0];
  const more = root.querySelector(".atlas-explore-more");
  const headings = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent);
  const rows = new Map(); // key of an item -> row
  let shown = researched.slice(0, body.rows.length);
  shown.forEach((item, at) => rows.set(item.key, body.rows[at]));
  let tiers = [];
  let found = [];
  let order; // of all that is found, once somebody sorts it
  let turn = 0;

  async function sort(column, direction) {
    order = (items) => sorted(items, KEYS[column], direction);
    await show(tiers);
  }

  function add(next) {
    for (const item of next) rows.set(item.key, body.appendChild(rowOf(item, headings, records)));
    shown = shown.concat(next);
    offer();
  }

  function next() {
    return found.slice(shown.length, shown.length + atOnce);
  }

  function offer() {
    const left = Math.min(atOnce, found.length - shown.length);
    more.hidden = !left;
    more.textContent = left ? records.phrases.more.replace("{n}", records.number(left)) : "";
  }

  more.addEventListener("click", async () => {
    const mine = turn;
    const items = next();
    root.ariaBusy = "true";
    await loadRows(items);
    if (mine !== turn || items[0] !== next()[0]) return;
    const first = body.rows.length;
    add(items);
    body.rows[first].querySelector("a").focus();
    root.ariaBusy = "false";
  });

  /* What the page shows already stays as it is. Else all rows are new: one that were moved would be
     a part of the page that jumps. Whatever the order, what is not researched comes last. To be
     sorted, all that is found has to come. If something else is shown before it has, that stays. */
  async function show(all) {
    const mine = ++turn;
    tiers = all;
    const first = all.flat().slice(0, atOnce);
    const isThere = !order && first.every((item, at) => shown[at] === item);
    if (!isThere) await loadRows(order ? all.flat() : first);
    if (mine !== turn) return;
    found = order ? all.flatMap(order) : all.flat();
    frame.hidden = !found.length;
    table.caption.textContent = captionOf(tiers, records.phrases);
    const isShown = shown.every((item, at) => found[at] === item);
    if (isShown && shown.length >= Math.min(atOnce, found.length)) return offer();
    body.replaceChildren();
    rows.clear();
    shown = [];
    add(next());
  }

  /* Rows and their lines light each other, once there is a map. */
  function mark() {
    for (const [key, row] of rows) window.Atlas?.light.mark(row, [key]);
  }

  return { show, sort, mark, rows: (key) => (rows.has(key) ? [rows.get(key)] : []) };
}

/* What the rows are, as long as nobody has sorted them otherwise. */
function captionOf([researched, listed], phrases) {
  if (!listed.length) return phrases.newest_first;
  return researched.length ? phrases.listed_last : phrases.add_listed;
}

/* As pages/row.html has it; a test compares the two. */
function rowOf({ of, one, key }, headings, { phrases }) {
  const row = document.createElement("tr");
  of.mark(row, one);
  window.Atlas?.light.mark(row, [key]);
  const name = row.appendChild(document.createElement("th"));
  name.scope = "row";
  name.append(of.link(one));
  const whole = of.whole(one);
  if (whole) name.append(" ", span("atlas-where", ...around(phrases.part_of, "{title}", whole)));
  const form = of.form(one);
  const kind = cell(row, headings[1]);
  kind.append(badgeOf(form, phrases));
  if (form.earlier) kind.append(" ", span("atlas-where", form.earlier));
  const partners = cell(row, headings[2]);
  for (const partner of of.partners(one)) partners.append(partnerOf(partner, phrases));
  const more = of.more(one);
  if (more) partners.append(Object.assign(more, { className: "atlas-more" }));
  const since = cell(row, headings[3]);
  since.append(of.since(one) || span("atlas-unknown", phrases.not_recorded));
  const { beside, ...text } = of.status(one);
  const status = write(cell(row, headings[4]), text);
  if (beside.length) status.append(" ", span("atlas-where", ...apart(beside)));
  return row;
}

/* A phrase with an element in place of `word`. */
function around(phrase, word, text) {
  const [before, after] = phrase.split(word);
  return [before, text.lang ? write(span(""), text) : text.text, after];
}

/* Texts beside each other, none of which turns the others about; one alone is as it is. */
function apart(texts) {
  if (texts.length === 1) return texts;
  const dir = document.body.dir || document.dir;
  return texts.flatMap((text, at) => {
    const part = Object.assign(document.createElement("bdi"), { dir, textContent: text });
    return at ? [" · ", part] : [part];
  });
}

function badgeOf({ form, label }, phrases) {
  if (form) return write(span(`atlas-form atlas-form-${form}`), label);
  return label.text ? write(span(""), label) : span("atlas-unknown", phrases.not_recorded);
}

function cell(row, heading) {
  const made = row.insertCell();
  made.dataset.label = heading;
  return made;
}

function partnerOf({ link, where }, phrases) {
  const partner = span("atlas-partner");
  partner.append(link);
  if (where.length === 0) return partner;
  const lies = span("atlas-where");
  where.forEach((one, at) => lies.append(at ? phrases.comma : "", one));
  partner.append(" ", lies);
  return partner;
}
