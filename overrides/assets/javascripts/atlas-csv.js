/* Tables as CSV (RFC 4180, UTF-8) in which no spreadsheet finds a formula, whatever it splits cells
   at. hooks/atlas/site/csv_table.py does the same and says why; a test compares them. */

const SIGNS =
  "=+\\-@\u2212\u207a\u207b\u207c\u208a\u208b\u208c\u2a74-\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20";
const SEPARATORS = ",;|:\\t\\n\\r\u060c\u061b\uff0c\uff1a\uff1b\uff5c";
const PASSED_OVER =
  "\\x00-\\x20\\x7f-\\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f" +
  "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0" +
  '"\uff02';
const BEGINNING = new RegExp(
  `(?:^|[${SEPARATORS}])[${PASSED_OVER}]*(?=[${SIGNS}])` +
    `|[${PASSED_OVER}]+(?=[${SIGNS}](?! ))`,
  "gu",
);

/* The rows, each a list of texts and numbers, as the text of a file; numbers stay numbers. */
export function lines(rows) {
  const written = (one) => (typeof one === "number" ? `${one}` : quoted(cell(one)));
  return rows.map((row) => `${row.map(written).join(",")}\r\n`).join("");
}

/* A text of one line with an apostrophe before each sign that may begin a formula. */
export function cell(text) {
  return text.replace(/[\t\n\r]+/g, " ").replace(BEGINNING, "$&'");
}

function quoted(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
