/* How a page is cited for programs: as BibTeX, CSL-JSON (Citation Style Language 1.0.2) and RIS. What
   is cited has an `id`, `authors`, a `title`, the `site` that it is in, a `url`, a `language`, and the
   day on which it was last verified, `version` ("2026-11-21"), or ""; or that of the version of the
   atlas that says just the same, which `edition` then names. */

export const LICENCE = "CC BY 4.0";
const LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/";

/* What LaTeX reads as its own, or sets as another sign. BibTeX counts the braces of a value before
   LaTeX sees it, and those behind a backslash too: a brace of the text is one by name alone. */
const LATEX = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
};

/* An address is set as it stands; none of these may stand in one (RFC 3986). */
const IN_ADDRESS = { "\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20" };

const BLANKS = /[\s\x00-\x1f\x7f-\x9f]+/g;

/* An entry of the type misc, in UTF-8. Whatever the texts hold, the entry ends where it should, and
   what follows it in a file is read. */
export function bibtex({ id, authors, title, site, url, language, version, edition = "" }) {
  const fields = {
    author: authors.map((one) => `{${latex(one)}}`).join(" and "),
    title: `{${latex(title)}}`,
    howpublished: latex(site),
    url: inAddress(url),
    language,
    note: LICENCE,
  };
  if (version) {
    const [year, month] = version.split("-").map(Number);
    Object.assign(fields, { year, month });
  }
  if (edition) fields.version = latex(edition);
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${id},\n${lines.join(",\n")}\n}\n`;
}

/* A list of one item of the type webpage, as reference managers import it. */
export function cslJson({ id, authors, title, site, url, language, version, edition = "" }) {
  const item = {
    id,
    type: "webpage",
    title,
    author: authors.map((literal) => ({ literal })),
    "container-title": site,
    URL: url,
    language,
    license: LICENCE_URL,
  };
  if (version) item.issued = { "date-parts": [version.split("-").map(Number)] };
  if (edition) item.version = edition;
  return `${JSON.stringify([item], null, 1)}\n`;
}

/* A record of the type electronic source: a tag a line, lines ended by CR LF. */
export function ris({ id, authors, title, site, url, language, version, edition = "" }) {
  const fields = [
    ["TY", "ELEC"],
    ["ID", id],
    ...authors.map((one) => ["AU", one]),
    ["TI", title],
    ["T2", site],
    ["UR", inAddress(url)],
    ["LA", language],
    ["N1", LICENCE],
  ];
  if (version) {
    fields.push(["PY", version.slice(0, 4)], ["DA", `${version.replaceAll("-", "/")}/`]);
  }
  if (edition) fields.push(["ET", edition]);
  const lines = fields.map(([tag, value]) => `${tag}  - ${value.replace(BLANKS, " ").trim()}`);
  return [...lines, "ER  - ", ""].join("\r\n");
}

/* The text on one line, as LaTeX sets it. */
function latex(text) {
  return text.replace(BLANKS, " ").replace(/[\\{}&%$#_~^<>|]/g, (sign) => LATEX[sign]);
}

function inAddress(url) {
  return url.replace(/[\\{} ]/g, (sign) => IN_ADDRESS[sign]);
}
