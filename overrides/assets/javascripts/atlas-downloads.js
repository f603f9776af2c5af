/* What a reader takes home of a page: its maps and charts as pictures, its tables as CSV, links and
   the citation to paste, the page on paper. Each row of buttons says what it is of; without this
   file the links in it remain. */

const language = document.documentElement.lang || "en";
const address = document.querySelector("link[rel=canonical]")?.href ?? location.href;
const cited = document.querySelector("[data-citation]");
const SITE = document.querySelector(".atlas-brand")?.textContent.trim() ?? "";

const MEDIA = { png: "image/png", svg: "image/svg+xml", csv: "text/csv;charset=utf-8" };
/* What reference managers read: name, ending, media type, what writes it. */
const FORMATS = [
  ["BibTeX", "bib", "application/x-bibtex", "bibtex"],
  ["CSL-JSON", "json", "application/vnd.citationstyles.csl+json", "cslJson"],
  ["RIS", "ris", "application/x-research-info-systems", "ris"],
];
const OF_MOVING_MAPS = ".atlas-legend-many, .atlas-legend-cluster"; // a picture has no such pins
const SHOWN = 2000; // milliseconds for which a button says that it is done
const HEARD = 100; // milliseconds after which what a new live region says is read out

for (const row of document.querySelectorAll(".atlas-downloads")) {
  for (const button of row.querySelectorAll("[data-save]")) {
    button.addEventListener("click", () => saveOf(row, button.dataset));
  }
}
for (const button of document.querySelectorAll("[data-copy]")) {
  const row = button.closest(".atlas-downloads");
  if (button.dataset.copy === "citation" && !cited) button.hidden = true;
  button.addEventListener("click", () => {
    copy(button, textFor(button, row));
  });
}
if (cited) offerFormats(cited.nextElementSibling);
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => print());
}

function textFor(button, row) {
  if (button.dataset.copy === "link") return linkTo(row);
  if (button.dataset.copy === "code") return button.closest("details").querySelector("code").textContent;
  return cited.textContent.trim();
}

function linkTo(row) {
  const link = new URL(address);
  link.search = location.search;
  link.hash = row.dataset.of;
  return link.href;
}

async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  const said = button.textContent;
  if (said === button.dataset.done) return;
  const status = Object.assign(document.createElement("span"), { className: "atlas-unseen" });
  status.setAttribute("role", "status");
  button.after(status);
  button.textContent = button.dataset.done;
  setTimeout(() => (status.textContent = button.dataset.done), HEARD);
  setTimeout(() => {
    button.textContent = said;
    status.remove();
  }, SHOWN);
}

/* The citation for programs: before the button that copies it one for each form of it. */
function offerFormats(place) {
  const id = partsOf(2) || "atlas";
  for (const [name, ending, type, writer] of FORMATS) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "atlas-button", textContent: name });
    button.addEventListener("click", async () => {
      const { [writer]: write } = await import("./atlas-cite.js");
      save(`${id}.${ending}`, type, write(citedAs(id)));
    });
    place.querySelector("[data-copy]").before(button, " ");
  }
}

function citedAs(id) {
  return {
    id,
    authors: cited.dataset.authors.split("\n"),
    title: cited.querySelector("cite").textContent,
    site: SITE,
    url: address,
    language,
    version: cited.dataset.version ?? "",
    edition: cited.dataset.edition ?? "",
  };
}

// Files

async function saveOf(row, { save: kind, file, columns }) {
  if (kind === "sheet") {
    await saveSheet(row, file, columns);
    return;
  }
  const part = partOf(row);
  const content = kind === "csv" ? await csvOf(part, row) : await pictureOf(part, row, kind);
  save(`${nameOf(row)}.${kind}`, MEDIA[kind], content);
}

async function csvOf(part, row) {
  const { lines } = await import("./atlas-csv.js");
  return lines(await tableOf(part, row));
}

/* A table as spreadsheets open it: of a file that lies ready for programs, or of the page. */
async function saveSheet(row, file, columns) {
  const { bytes, ENDING, fetchRows, inWords, MEDIA: media } = await import("./atlas-sheet.js");
  if (file) {
    const name = file.split("/").at(-1).replace(/\.csv$/, "");
    save(`${name}${ENDING}`, media, bytes(await inWords(await fetchRows(file), columns)));
    return;
  }
  const part = partOf(row);
  const table = await tableOf(part, row);
  const words = isOfCooperations(part) ? await inWords(table, "cooperations") : table;
  save(`${nameOf(row)}${ENDING}`, media, bytes(words));
}

/* What the page is, and which part of it: "countries-ma-table". */
function nameOf(row) {
  return `${partsOf(2) || "atlas"}-${row.dataset.of.replace(/^map_.*/, "map")}`;
}

/* The last parts of the page's address, "countries-ma". */
function partsOf(number) {
  return new URL(address).pathname.split("/").filter(Boolean).slice(-number).join("-");
}

/* The part itself; a heading stands for the chart or the table below it. */
function partOf({ dataset }) {
  const named = document.getElementById(dataset.of);
  const part = ".atlas-counts, table";
  return /^H\d$/.test(named.tagName) ? named.closest("section").querySelector(part) : named;
}

export function save(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function pictureOf(part, row, kind) {
  const { drawPng, drawSvg } = await import("./atlas-pictures.js");
  const day = new Date(cited?.dataset.version || Date.now());
  const locale = language === "en" ? "en-GB" : `${language}-u-nu-latn`; // as the pages write days
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const source = [`${SITE} · ${format.format(day)} · CC BY 4.0`, decodeURI(address)];
  const svg = await drawSvg(copiesOf(part), row.dataset.title, source);
  return kind === "svg" ? svg : drawPng(svg);
}

/* Of a map its picture and its legend, without what is not shown, and how much that is; of all else
   what is shown. */
function copiesOf(part) {
  const still = part.querySelector(".atlas-still");
  if (!still) return [part.cloneNode(true)];
  const block = part.closest(".atlas-map-block") ?? part;
  const picture = document.createElement("div");
  picture.append(shownOf(still));
  const legend = block.querySelector(".atlas-legend");
  const note = block.querySelector(".atlas-not-now");
  const notes = note && getComputedStyle(note).display !== "none" ? [note.cloneNode(true)] : [];
  if (!legend) return [picture, ...notes];
  const key = legend.cloneNode(true);
  for (const entry of key.querySelectorAll(OF_MOVING_MAPS)) entry.remove();
  const choice = key.querySelector(".atlas-listed-switch");
  if (choice && !choice.checked) choice.closest("li").remove();
  choice?.remove();
  return [picture, ...notes, key];
}

/* A copy of a picture without the parts that a choice beside it takes away. */
function shownOf(still) {
  const copy = still.cloneNode(true);
  const parts = [...copy.querySelectorAll("*")];
  [...still.querySelectorAll("*")].forEach((each, at) => {
    if (getComputedStyle(each).display === "none") parts[at].remove();
  });
  return copy;
}

async function tableOf(part, row) {
  if (isOfCooperations(part)) {
    const { tableOfList } = await import("./atlas-explore-save.js");
    return tableOfList(part, row.dataset);
  }
  return part.matches(".atlas-counts") ? countsOf(part) : rowsOf(part);
}

function isOfCooperations(part) {
  return part.querySelector("tr[data-cooperation]") !== null;
}

function rowsOf(part) {
  const table = part.matches("table") ? part : part.querySelector("table");
  const blank = ({ colSpan }) => Array(colSpan - 1).fill("");
  return [...table.rows].map((row) => [...row.cells].flatMap((cell) => [textOf(cell), ...blank(cell)]));
}

function countsOf(part) {
  return [...part.querySelectorAll("section")].flatMap((section) =>
    [...section.querySelectorAll("dl > div")].map((one) => [
      textOf(section.querySelector("h3")),
      textOf(one.querySelector("dt")),
      textOf(one.querySelector("dd")),
    ]),
  );
}

function textOf({ textContent }) {
  return textContent.replace(/\s+/g, " ").trim();
}
