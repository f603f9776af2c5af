/* The table of the list: the rows that the page has, and those of all else that is found. */

import { write } from "./atlas-explore-records.js";
import { sortable, sorted } from "./atlas-table.js";

/* The table in `root`; it has `show(found)`, `mark()` and the `rows` of a cooperation. */
export function tableOf(root, records) {
  const atOnce = Number(root.dataset.atOnce);
  const frame = root.querySelector(".atlas-table");
  const table = frame.querySelector("table");
  const body = table.tBodies[0];
  const more = root.querySelector(".atlas-explore-more");
  const headings = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent);
  const keys = [
    (one) => records.title(one).text,
    (one) => records.labelOf("form", one).text,
    (one) => records.partnerNames(one).join(" "),
    (one) => records.dayOf(one),
    (one) => records.labelOf("status", one).text,
  ];
  const rows = new Map(); // cooperation -> row
  for (const row of body.rows) rows.set(records.numberOf(row.dataset.cooperation), row);
  let shown = [...rows.keys()];
  let found = [];
  let order = (ones) => ones;

  sortable(table, (column, direction) => {
    order = (ones) => sorted(ones, keys[column], direction);
    show(found);
  });
  root.querySelector(".atlas-leaves")?.remove();

  function add() {
    const next = found.slice(shown.length, shown.length + atOnce);
    for (const one of next) rows.set(one, body.appendChild(rowOf(one, headings, records)));
    shown = shown.concat(next);
    offer();
  }

  function offer() {
    const left = Math.min(atOnce, found.length - shown.length);
    more.hidden = !left;
    more.textContent = left ? records.phrases.more.replace("{n}", records.number(left)) : "";
  }

  more.addEventListener("click", () => {
    const first = body.rows.length;
    add();
    body.rows[first].querySelector("a").focus();
  });

  /* What the page shows already stays as it is. Else all rows are new: one that were moved would be
     a part of the page that jumps. */
  function show(next) {
    found = order(next);
    frame.hidden = !found.length;
    const isShown = shown.every((one, at) => found[at] === one);
    if (isShown && shown.length >= Math.min(atOnce, found.length)) return offer();
    body.replaceChildren();
    rows.clear();
    shown = [];
    add();
  }

  /* Rows and their lines light each other, once there is a map. */
  function mark() {
    for (const [one, row] of rows) window.Atlas?.light.mark(row, [one]);
  }

  return { show, mark, rows: (one) => (rows.has(one) ? [rows.get(one)] : []) };
}

/* As pages/row.html has it; a test compares the two. */
function rowOf(one, headings, records) {
  const row = document.createElement("tr");
  row.dataset.cooperation = records.id(one);
  window.Atlas?.light.mark(row, [one]);
  const name = row.appendChild(document.createElement("th"));
  name.scope = "row";
  name.append(records.link(one));
  const form = cell(row, headings[1]).appendChild(document.createElement("span"));
  form.className = `atlas-form atlas-form-${records.formOf(one)}`;
  write(form, records.labelOf("form", one));
  const partners = cell(row, headings[2]);
  for (const partner of records.partners(one)) partners.append(partnerOf(partner, records));
  const since = cell(row, headings[3]);
  since.append(records.since(one) || span("atlas-unknown", records.phrases.not_recorded));
  const status = write(cell(row, headings[4]), records.labelOf("status", one));
  if (records.asOf(one)) status.append(" ", span("atlas-where", records.asOf(one)));
  return row;
}

function cell(row, heading) {
  const made = row.insertCell();
  made.dataset.label = heading;
  return made;
}

function partnerOf({ link, where }, records) {
  const partner = span("atlas-partner");
  const lies = span("atlas-where");
  where.forEach((one, at) => lies.append(at ? records.phrases.comma : "", one));
  partner.append(link, " ", lies);
  return partner;
}

function span(className, ...content) {
  const made = document.createElement("span");
  made.className = className;
  made.append(...content);
  return made;
}
