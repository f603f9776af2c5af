/* A list of towns as it is pasted or lies in a file: its rows, and which column is which. */

import { words } from "./atlas-fold.js";
import { own } from "./atlas-match-countries.js";

const CAPITAL = /(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])/g; // "GeoNames" is one word, "townName" two
const SEPARATORS = ["\t", ";", ",", "|"];
const LONGEST_HEADING = 10_000; // letters among which separators are counted
const SPREADSHEETS = ["PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0"]; // XLSX and ODS; XLS

/* What is wrong with a list: `code` says which of the page's texts tells it. */
export class ListError extends Error {
  constructor(code, values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/* The text in the bytes of a file: UTF-8, UTF-16 with its mark, else as Windows writes it. Throws a
   ListError for a spreadsheet, whatever it is called. */
export function decode(bytes) {
  const start = String.fromCharCode(...bytes.slice(0, 4));
  if (SPREADSHEETS.includes(start)) throw new ListError("spreadsheet");
  const [marked] = [["\u00ff\u00fe", "utf-16le"], ["\u00fe\u00ff", "utf-16be"]].filter(([mark]) => start.startsWith(mark));
  if (marked) return new TextDecoder(marked[1]).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/* The headings of a list and its other rows, each with its number, the headings' being 1: blank ones
   are left out, short ones filled up. Throws a ListError where there are none. */
export function read(text) {
  const bare = text.replace(/^\ufeff/, "");
  if (!bare.trim()) throw new ListError("empty");
  if (bare.includes("\0")) throw new ListError("binary");
  const [heading, ...rows] = split(bare, separatorOf(bare))
    .map((cells, at) => ({ number: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim()));
  if (!rows.length) throw new ListError("no-rows");
  for (const { cells } of rows) while (cells.length < heading.cells.length) cells.push("");
  return { headings: heading.cells.map((cell) => cell.trim()), rows };
}

/* The column of each field, as Python's imports/town_headings.py finds it: `words` are the fields
   that words say, "" those that say none. Of several fields the earlier in `order` holds, of several
   columns the first. */
export function columnsOf(headings, { order, words: known }) {
  const fieldOf = (heading) => {
    for (const text of [heading, heading.replace(CAPITAL, " ")]) {
      const pieces = words(text).join(" ").match(/[a-z]+|[0-9]+/g) ?? [];
      const said = pieces.map((piece) => own(known, piece));
      if (!said.includes(undefined)) return order.find((field) => said.includes(field));
    }
    return undefined;
  };
  const found = {};
  headings.forEach((heading, column) => {
    const field = fieldOf(heading);
    if (field && !(field in found)) found[field] = column;
  });
  return found;
}

/* The sign that stands most often in the first line, quoted cells aside. */
function separatorOf(text) {
  const [line] = text.trimStart().slice(0, LONGEST_HEADING).replace(/"(?:[^"]|"")*"/g, "").split(/[\r\n]/, 1);
  const count = (sign) => line.split(sign).length;
  return SEPARATORS.reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

/* Rows of cells by RFC 4180; a quote opens a cell only at its beginning. Throws a ListError where a
   cell is opened and not closed. */
function split(text, separator) {
  const sign = separator === "|" ? "\\|" : separator;
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)("?))?([^${sign}\\r\\n]*)(${sign}|\\r\\n|\\r|\\n|$)`, "gy");
  const rows = [];
  let cells = [];
  for (let end = separator; end; ) {
    const found = cell.exec(text);
    const [, quoted, closed, rest] = found;
    if (quoted !== undefined && !closed) throw new ListError("quote", { row: rows.length + 1 });
    cells.push((quoted ?? "").replaceAll('""', '"') + rest);
    end = found[4];
    if (end === separator) continue;
    rows.push(cells);
    cells = [];
  }
  return rows;
}
