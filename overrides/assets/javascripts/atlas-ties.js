/* What may be said of a listed tie: each row has a link to the form for mistakes, of which this makes
   all forms, the tie's permanent address and its citation. Without it the link stays. */

const language = document.documentElement.lang || "en";
const address = document.querySelector("link[rel=canonical]")?.href ?? location.href;
let texts;

for (const link of document.querySelectorAll("a.atlas-right")) link.replaceWith(folded(link));

/* In place of the link, its words to be unfolded; what they hold is made when they are. */
function folded(link) {
  const details = document.createElement("details");
  details.className = "atlas-right";
  const summary = document.createElement("summary");
  summary.textContent = link.textContent;
  details.append(summary);
  const tie = { ...link.dataset, ...read(link) };
  details.addEventListener("toggle", () => fill(details, tie), { once: true });
  return details;
}

/* What else the row says: the tie's id and who lists it, the latest date first. */
function read(link) {
  const { searchParams } = new URL(link.href);
  const row = link.closest("tr");
  const registers = [...row.querySelectorAll(".atlas-witness > a")];
  const dates = [...row.querySelectorAll(".atlas-witness time:first-of-type")];
  return {
    id: row.id,
    title: searchParams.get("title"),
    record: searchParams.get("record"),
    registers: registers.map(({ pathname }) => pathname.split("/").at(-2)),
    asOf: dates.sort((a, b) => (a.dateTime < b.dateTime ? 1 : -1))[0],
  };
}

async function fill(details, tie) {
  texts ??= fetch(new URL(`../listed/${language}.json`, import.meta.url)).then((got) => got.json());
  const { forms, ...words } = await texts;
  const page = new URL(tie.page ?? "", address);
  page.hash = tie.id;
  const begun = new URL(forms.wrong[1]).searchParams.get("title");
  const about = tie.title.slice(begun.length);
  const list = document.createElement("ul");
  for (const [name, answers] of Object.entries(answersOf(tie, page.href))) {
    const [label, form] = forms[name];
    const item = document.createElement("li");
    item.append(linkTo(filled(form, about, answers), label));
    list.append(item);
  }
  const permanent = linkTo(page.href, page.href);
  permanent.dir = "ltr";
  const citation = cite(tie, about, page.href, words);
  details.append(list, paragraph(words.address, permanent), paragraph(words.cite, citation));
}

/* What each form is told already, in the order in which they stand. */
function answersOf({ a, b, start, record }, page) {
  const since = start ? { start } : {};
  const [countryA, ...nameA] = a.split("|");
  const [countryB, ...nameB] = b.split("|");
  const partners = {
    "partner-a": nameA.join("|"),
    "country-a": countryA,
    "partner-b": nameB.join("|"),
    "country-b": countryB,
  };
  return {
    still: { page, ...since },
    ended: { page },
    wrong: { page, record },
    more: { ...partners, ...since },
  };
}

function filled(form, about, answers) {
  const url = new URL(form);
  url.searchParams.set("title", url.searchParams.get("title") + about);
  for (const [name, answer] of Object.entries(answers)) url.searchParams.set(name, answer);
  return url.href;
}

/* «Wikidata (2017). Houffalize – Türi (listed, not checked; as of May 2017). Site. Address (CC0-1.0).»:
   the author is who lists the tie, and the licence is the list's. */
function cite({ registers, asOf }, about, page, { unchecked, site, registers: known }) {
  const listed = registers.map((id) => known[id]);
  const who = new Intl.ListFormat(language).format(listed.map(([name]) => name));
  const licences = [...new Set(listed.map(([, licence]) => licence))].join(", ");
  const year = asOf ? ` (${asOf.dateTime.slice(0, 4)})` : ""; // a date that is unsure has no year
  const date = asOf ? ` (${unchecked.replace("{date}", () => asOf.textContent)})` : "";
  return `${who}${year}. ${about}${date}. ${site}. ${page} (${licences})`;
}

function linkTo(href, label) {
  return Object.assign(document.createElement("a"), { href, textContent: label, rel: "nofollow" });
}

function paragraph(label, content) {
  const all = document.createElement("p");
  all.append(Object.assign(document.createElement("b"), { textContent: label }), " ", content);
  return all;
}
