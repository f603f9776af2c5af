/* How results are shown: lists under headings, each result with what it is and a sentence. */

import { words } from "./atlas-fold.js";

const WORD = /[\p{L}\p{M}\p{N}'’ʻ]+/gu;
const LONGEST = 220; // letters of a sentence that are shown
const BEFORE = 70; // of them, those before the first word that was found

export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/* A list item for a result, given what Pagefind knows of it and the words that were asked for. */
export function show({ meta, url, content, locations }, asked) {
  const at = content.split(/\s+/);
  const found = new Set((locations ?? []).map((place) => at[place]?.replace(/\W+$/u, "")));
  const isFound = (part) =>
    words(part).some((word) => found.has(word) || asked.some((one) => word.startsWith(one)));
  const item = make("li");
  const link = make("a", "atlas-search-title");
  link.href = url;
  link.append(write(make("bdi"), meta.title, isFound));
  const about = make("p", "atlas-search-about");
  const badge = meta.form ? `atlas-form atlas-form-${meta.form_id}` : "atlas-form";
  if (meta.form || meta.kind) about.append(make("span", badge, meta.form ?? meta.kind), " ");
  for (const text of [meta.partners, meta.where, meta.since].filter(Boolean)) {
    if (about.querySelector("bdi")) about.append(" · ");
    about.append(write(make("bdi"), text, isFound));
  }
  item.append(link);
  if (about.childNodes.length) item.append(about);
  if (meta.sentence) {
    const sentence = make("p");
    sentence.dir = "auto";
    item.append(write(sentence, cut(meta.sentence, isFound), isFound));
  }
  return item;
}

/* Puts the text into the element, those words marked that were found. */
function write(element, text, isFound) {
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isFound(word)) continue;
    element.append(text.slice(end, index), make("mark", "", word));
    end = index + word.length;
  }
  element.append(text.slice(end));
  return element;
}

/* As much of a long text as is shown: its beginning, or where the first word that was found stands. */
function cut(text, isFound) {
  if (text.length <= LONGEST) return text;
  const first = [...text.matchAll(WORD)].find(({ 0: word }) => isFound(word))?.index ?? 0;
  const from = first + BEFORE < LONGEST ? 0 : text.indexOf(" ", first - BEFORE) + 1;
  const part = text.slice(from, from + LONGEST);
  const whole = from + LONGEST < text.length ? `${part.slice(0, part.lastIndexOf(" "))} …` : part;
  return from ? `… ${whole}` : whole;
}
