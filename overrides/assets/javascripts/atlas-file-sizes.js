/* The page Data: behind each file its size, which the page's link to what describes them all leads to
   as well. Without this file the table has the rows of each. */

import { fetchJson } from "./atlas-fetch.js";

const UNITS = ["kilobyte", "megabyte", "gigabyte"];

async function showSizes() {
  const table = document.querySelector("[data-atlas-catalogue]");
  const { "@graph": described } = await fetchJson(table.dataset.atlasCatalogue);
  const sizes = new Map(
    described
      .filter((one) => one["@type"] === "dcat:Distribution")
      .map((one) => [nameOf(one["dcat:downloadURL"]["@id"]), Number(one["dcat:byteSize"]["@value"])]),
  );
  for (const link of table.querySelectorAll("[data-atlas-files] a")) {
    const bytes = sizes.get(nameOf(link.href));
    if (bytes !== undefined) link.after(" ", size(bytes));
  }
}

function nameOf(address) {
  return address.split("/").pop();
}

/* Two digits of it are enough to know whether one wants it on a phone. */
function size(bytes) {
  const at = Math.max(0, Math.floor(Math.log10(bytes) / 3) - 1);
  const number = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`, {
    style: "unit",
    unit: UNITS[at],
    maximumSignificantDigits: 2,
  });
  const words = document.createElement("small");
  words.textContent = number.format(bytes / 1000 ** (at + 1));
  return words;
}

showSizes();
