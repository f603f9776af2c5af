/* Tables for people: as any spreadsheet opens them, under headings in the language of the page.

   Excel takes UTF-8 for what Windows writes unless a mark begins the file, and splits at the sign of
   the system's settings: a semicolon in Dutch, French and most Arabic ones, a comma in English ones.
   A first line "sep=;" ends that, and makes it overlook the mark (Belphemur/vue-json-csv, issue 43).
   UTF-16 with its mark and tabs is Excel's own "Unicode text", which it reads alike in all of them,
   as LibreOffice, Numbers and Google Sheets do. */

import { cell } from "./atlas-csv.js";
import { fetchJson } from "./atlas-fetch.js";

export const MEDIA = "text/csv;charset=utf-16le";
export const ENDING = "-excel.csv";

const HEADINGS = new URL(
  `../data/headings-${document.documentElement.lang || "en"}.json`,
  import.meta.url,
);

/* The rows, each a list of texts and numbers, as the bytes of a file. */
export function bytes(rows) {
  const written = (one) => (typeof one === "number" ? `${one}` : quoted(cell(one)));
  const text = `\ufeff${rows.map((row) => `${row.map(written).join("\t")}\r\n`).join("")}`;
  const units = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) units.setUint16(2 * at, text.charCodeAt(at), true);
  return units.buffer;
}

/* Commas and semicolons are quoted too: LibreOffice may be set to split at these as well. */
function quoted(text) {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/* A table for programs, its first row the names of its columns, in words: the columns that people
   need, named in their language, with words in the place of codes. `table` is one of the keys of
   "columns" in headings-<language>.json. */
export async function inWords([names, ...rows], table) {
  const { columns, words } = await fetchJson(HEADINGS);
  const kept = columns[table].filter(([name]) => names.includes(name));
  const ways = kept.map(([name, , kind]) => [names.indexOf(name), words[kind]]);
  const said = (text, known) =>
    known ? `${text}`.split(" ").map((code) => known[code] ?? code).join(", ") : text;
  return [
    kept.map(([, label]) => label),
    ...rows.map((row) => ways.map(([at, known]) => said(row[at] ?? "", known))),
  ];
}

/* The rows of a table of the site that lies ready for programs. */
export async function fetchRows(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const { read } = await import("./atlas-match-table.js");
  const { headings, rows } = read(await answer.text());
  return [headings, ...rows.map(({ cells }) => cells)];
}
