/* What a page shows, asked by tests in Chromium and Firefox alike: they run this before any script of
   a page. A refusal of the page's own policy becomes a message of the console, for Firefox tells it
   nobody; a page that is to be printed is remembered, for no dialogue can be answered. */

globalThis.visitor = {
  printed: false,
  visited: new Set(), // what the Tab key has led to

  /* Words without the marks of direction, which nobody sees. */
  plain(text) {
    return text.replace(/[\u2066-\u2069\u200e\u200f\u00ad]/g, "").replace(/\s+/g, " ").trim();
  },

  shows(text, element = document.body) {
    return this.plain(element.innerText).includes(this.plain(text));
  },

  /* The smallest elements that show a text. */
  showing(text, element = document.body) {
    if (!this.shows(text, element) || !element.checkVisibility()) return [];
    const inner = [...element.children].flatMap((child) => this.showing(text, child));
    return inner.length ? inner : [element];
  },

  tells(text) {
    const live = "[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]";
    return [...document.querySelectorAll(live)].some(
      (one) => one.checkVisibility() && this.plain(one.textContent).includes(this.plain(text)),
    );
  },

  isSeen(element) {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  },

  /* Whether all of it stands in the window, and nothing over its midst. */
  isInView(element) {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const inside = left >= 0 && top >= 0 && right <= clientWidth && bottom <= clientHeight;
    return inside && !this.covers(element);
  },

  /* What lies over the midst of an element's first line, as it would be written; "" if nothing. */
  covers(element) {
    const { x, y } = this.midst(element);
    const top = document.elementFromPoint(x, y);
    const own = top && (element.contains(top) || top.closest("label")?.control === element);
    return own ? "" : (top?.cloneNode().outerHTML ?? "the edge of the window");
  },

  /* The same, once it stands where a visitor would scroll to. */
  uncover(element) {
    element.scrollIntoView({ block: "nearest" });
    if (this.covers(element)) element.scrollIntoView({ block: "center" });
    return this.covers(element);
  },

  midst(element) {
    const [{ left, top, width, height }] = element.getClientRects();
    return { x: left + width / 2, y: top + height / 2 };
  },

  /* A control that grows with the text is higher than its letters by a third at least. */
  isLarge(element) {
    const letters = Number.parseFloat(getComputedStyle(document.querySelector("main p")).fontSize);
    return element.getBoundingClientRect().height >= (4 / 3) * letters;
  },

  /* Whether the Tab key leads there for the first time: once it does not, it has gone round. */
  isNew(element) {
    const { size } = this.visited;
    return this.visited.add(element).size > size;
  },

  /* The address of a link, as a person would write it. */
  leads(link) {
    return decodeURIComponent(link.href.replaceAll("+", " "));
  },

  fits() {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth;
  },
};

globalThis.print = () => {
  visitor.printed = true;
};

addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  console.error(`Refused by the page's own policy: ${violatedDirective} ${blockedURI}`);
});
