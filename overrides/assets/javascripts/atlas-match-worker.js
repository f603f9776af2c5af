/* Matches a list with the places of the atlas, beside the page, which goes on answering. It is sent
   `list`, a text or the bytes of a file, the columns that were `chosen`, if any, and the address of
   the `files`; it answers with the columns, with rows, some at a time, and with what went wrong. */

import { Countries } from "./atlas-match-countries.js";
import { ListError, columnsOf, decode, read } from "./atlas-match-table.js";
import { Towns } from "./atlas-match-towns.js";
import { fetchJson } from "./atlas-fetch.js";

const AT_ONCE = 500; // rows of an answer

addEventListener("message", async ({ data }) => {
  try {
    await answer(data);
  } catch (error) {
    postMessage({ kind: "error", code: error.code ?? "failed", values: error.values ?? {} });
    if (!(error instanceof ListError)) throw error;
  }
});

async function answer({ list, chosen, files, language }) {
  const { headings, rows } = read(typeof list === "string" ? list : decode(new Uint8Array(list)));
  const [places, reading] = await fetched(files);
  const columns = chosen ?? columnsOf(headings, reading.headings);
  postMessage({ kind: "columns", headings, columns });
  if (!("name" in columns || "wikidata" in columns)) throw new ListError("no-name");
  const towns = new Towns(places, reading, language);
  const countries = new Countries(reading.countries);
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE).map((row) => ({ ...row, ...match(row.cells) }));
    postMessage({ kind: "rows", rows: some, all: rows.length });
  }
  postMessage({ kind: "done" });

  function match(cells) {
    const town = Object.fromEntries(Object.entries(columns).map(([field, at]) => [field, cells[at].trim()]));
    return { town, ...towns.match(town, countries) };
  }
}

async function fetched(files) {
  const names = ["places.json", "reading.json"];
  try {
    return await Promise.all(names.map((name) => fetchJson(new URL(name, files))));
  } catch {
    throw new ListError("failed");
  }
}
