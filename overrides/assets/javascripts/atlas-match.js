/* The page "Match my list": a worker matches the list, which never leaves the browser; the page
   shows what it finds, some rows at a time, and makes a file of all. Every text is the page's. */

import { lines } from "./atlas-csv.js";
import { save } from "./atlas-downloads.js";
import { Matches } from "./atlas-match-rows.js";

const root = document.querySelector("[data-atlas-match]");
const form = root.querySelector("form");
const pasted = form.querySelector("textarea");
const file = form.querySelector("input[type=file]");
const said = root.querySelector(".atlas-match-said");
const progress = root.querySelector("progress");
const columns = root.querySelector(".atlas-match-columns");
const matched = root.querySelector(".atlas-matched");
const outcomes = [...matched.querySelectorAll("[name=outcome]")];
const { content } = root.querySelector("template");
const textsOf = (kind) =>
  Object.fromEntries([...content.querySelectorAll(`[data-${kind}]`)].map((one) => [one.dataset[kind], one.textContent]));
const texts = textsOf("text");
const matches = new Matches(matched, { texts, countries: textsOf("country"), base: root.dataset.base, atOnce: Number(root.dataset.atOnce) });

let worker;
let list = ""; // a text, or the bytes of a file
let headings = [];

/* Match the list anew, its columns as they are recognised, or as somebody says they are. */
function start(chosen) {
  worker?.terminate();
  matches.clear();
  matched.hidden = true;
  progress.hidden = false;
  progress.removeAttribute("value");
  say("reading");
  worker = new Worker(new URL("./atlas-match-worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }) => answers[data.kind](data));
  worker.addEventListener("error", () => answers.error({ code: "failed", values: {} }));
  const { href: files } = new URL(root.dataset.files, location.href);
  worker.postMessage({ list, chosen, files, language: document.documentElement.lang });
}

const answers = {
  columns(found) {
    headings = found.headings;
    columns.hidden = false;
    for (const choice of columns.querySelectorAll("select")) {
      const options = headings.map((heading, at) => new Option(heading || `${at + 1}`, at));
      choice.replaceChildren(choice.options[0], ...options);
      choice.value = found.columns[choice.name] ?? "";
    }
  },
  rows({ rows, all }) {
    matches.add(rows);
    progress.max = all;
    progress.value = matches.count();
  },
  done() {
    progress.hidden = true;
    const [all, ...counts] = outcomes.map(({ value }) => matches.count(value));
    const [found, offered, none] = counts;
    outcomes.forEach((one, at) => {
      one.closest("label").querySelector("b").textContent = matches.number([all, ...counts][at]);
    });
    say("done", { all, found, offered, none });
    matched.hidden = false;
    matches.show(outcomes.find(({ checked }) => checked).value);
  },
  error({ code, values }) {
    progress.hidden = true;
    worker.terminate();
    say(code, values);
    if (code === "no-name") columns.open = true;
  },
};

function say(code, values = {}) {
  said.textContent = texts[code].replace(/\{(\w+)\}/g, (_, name) => matches.number(values[name]));
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  columns.hidden = true;
  const [given] = file.files;
  try {
    list = given ? await given.arrayBuffer() : pasted.value;
  } catch {
    return say("unreadable"); // it was changed or taken away since it was chosen
  }
  start();
});

/* What is pasted and what is chosen never stand side by side: the later one holds. */
pasted.addEventListener("input", () => (file.value = ""));
file.addEventListener("change", () => {
  if (!file.files.length) return;
  pasted.value = "";
  form.requestSubmit();
});
form.querySelector("[data-example]").addEventListener("click", () => {
  file.value = "";
  pasted.value = texts.example;
  form.requestSubmit();
});
columns.addEventListener("change", () => {
  const said = [...columns.querySelectorAll("select")].filter(({ value }) => value);
  start(Object.fromEntries(said.map(({ name, value }) => [name, Number(value)])));
});
for (const one of outcomes) one.addEventListener("change", () => matches.show(one.value));
for (const button of matched.querySelectorAll("[data-save-list]")) {
  button.addEventListener("click", () => saveList(button.dataset.saveList));
}
async function saveList(kind) {
  const written = [];
  for (const rows of matches.tables(headings)) {
    written.push(kind === "csv" ? lines(rows) : rows);
    await new Promise((done) => setTimeout(done)); // the page goes on answering
  }
  if (kind === "csv") {
    save("atlas-match.csv", "text/csv;charset=utf-8", written.join(""));
    return;
  }
  const { bytes, ENDING, MEDIA } = await import("./atlas-sheet.js");
  save(`atlas-match${ENDING}`, MEDIA, bytes(written.flat()));
}
root.classList.add("atlas-match-runs");
