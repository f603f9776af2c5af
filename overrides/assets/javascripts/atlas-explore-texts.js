/* Texts of records as elements of the page. */

const { compare } = new Intl.Collator(document.documentElement.lang || "en");

/* A text that is not in the page's language comes with its own, "" for the page's; a name that others
   bear too with an aside, which is in the page's: ["Halle", "de", " (Germany)"]. */
export function said(text) {
  if (typeof text === "string") return { text };
  const [head, lang, aside = ""] = text;
  return { text: head + aside, lang, aside };
}

/* A name without its aside. */
export function bare({ text, aside = "" }) {
  return text.slice(0, text.length - aside.length);
}

/* Whether the aside of a name says another, such as that of its country. */
export function tells({ aside = "" }, name) {
  return aside.includes(name);
}

/* Put a text into an element, marked with its language if it is another than the page's. */
export function write(element, { text, lang, aside }) {
  element.textContent = text;
  if (!lang) return element;
  if (!aside) return Object.assign(element, { lang, dir: "auto" });
  const head = { lang, dir: "auto", textContent: bare({ text, aside }) };
  element.replaceChildren(Object.assign(document.createElement("span"), head), aside);
  return element;
}

/* A link to a page of the atlas: its address under `base`, the root of the language. */
export function linkTo(base, path, text) {
  const link = document.createElement("a");
  link.href = base + path;
  return write(link, text);
}

export function byName(links) {
  return links.sort((a, b) => compare(a.textContent, b.textContent));
}

export function span(className, ...content) {
  const made = document.createElement("span");
  made.className = className;
  made.append(...content);
  return made;
}
