/* Texts of records as elements of the page. */

const { compare } = new Intl.Collator(document.documentElement.lang || "en");

/* A text that is not in the page's language comes with its own. */
export function said(text) {
  return typeof text === "string" ? { text } : { text: text[0], lang: text[1] };
}

/* Put a text into an element, marked with its language if it is another than the page's. */
export function write(element, { text, lang }) {
  element.textContent = text;
  if (lang) Object.assign(element, { lang, dir: "auto" });
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
