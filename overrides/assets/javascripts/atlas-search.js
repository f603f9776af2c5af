/* The search: a dialog that the button in the header, "/" or "s" opens, and the page Search.
   Pagefind, which finds, is fetched when the search is first used. */
(() => {
  "use strict";

  const button = document.querySelector("[data-atlas-search]");
  if (!button) return;

  const PAUSE = 150; // milliseconds without a key before a search begins
  const AT_ONCE = 8; // results in the dialog
  const PER_PAGE = 20; // results on the page Search, until more are asked for
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;
  const RANKING = { metaWeights: { title: 6, names: 2, kind: 0.1, summary: 0 } };
  const root = new URL("../../", document.currentScript.src);
  const language = document.documentElement.lang || "en";
  const plural = new Intl.PluralRules(language);
  const texts = button.dataset;
  const page = document.querySelector("[data-atlas-search-page]");
  let loading;
  let dialog;

  function load() {
    loading ??= (async () => {
      const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
      await pagefind.options({ baseUrl: root.pathname, excerptLength: 24, ranking: RANKING });
      await pagefind.init();
      return pagefind;
    })();
    loading.catch(() => (loading = undefined));
    return loading;
  }

  /* Pagefind forgives accents, hamza and the article; these two it forgives in longer words only. */
  function respelled(query) {
    return query.replace(/ه(?!\p{L})/gu, "ة").replace(/ى(?!\p{L})/gu, "ي");
  }

  async function find(query, filters) {
    const pagefind = await load();
    if (!query && !Object.keys(filters).length) return undefined;
    const { results } = await pagefind.search(query || null, { filters });
    const other = respelled(query);
    if (results.length || other === query) return results;
    return (await pagefind.search(other, { filters })).results;
  }

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /* Pagefind's excerpt is text with <mark>: its texts are taken over, nothing else. */
  function pieces(html) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    return [...parsed.body.childNodes].map((node) => ({
      text: node.textContent,
      marked: node.nodeName === "MARK",
    }));
  }

  /* A word as Pagefind compares it: small, without accents. */
  function plain(text) {
    return text.toLocaleLowerCase(language).normalize("NFD").replace(/\p{M}/gu, "");
  }

  /* The words of a text, those found marked. */
  function highlighted(text, found) {
    const words = [...text.matchAll(WORD)];
    const cuts = words.flatMap(({ 0: word, index }) => [index, index + word.length]);
    return [0, ...cuts].map((start, at) => {
      const part = text.slice(start, cuts[at]);
      return { text: part, marked: found.has(plain(part)) };
    });
  }

  function written(element, parts) {
    element.append(...parts.map(({ text, marked }) => (marked ? make("mark", "", text) : text)));
    return element;
  }

  function line(parts) {
    const paragraph = make("p");
    paragraph.dir = "auto";
    return written(paragraph, parts);
  }

  /* Where the words stand; or the summary, where that is the title, which is shown already. */
  function excerpt({ meta, content }, parts, words) {
    const at = content.indexOf(parts.map((part) => part.text).join(""));
    if (at < 0 || at >= meta.title.length) return line(parts);
    if (meta.summary) return line(highlighted(meta.summary, words));
    return meta.kind ? "" : line(parts);
  }

  function shown(found) {
    const { meta } = found;
    const parts = pieces(found.excerpt);
    const marked = parts.filter((part) => part.marked).map((part) => part.text);
    const words = new Set(plain(marked.join(" ")).match(WORD));
    const item = make("li");
    const link = make("a", "atlas-search-title");
    link.href = found.url;
    link.append(written(make("bdi"), highlighted(meta.title, words)));
    const about = make("p", "atlas-search-about");
    const badge = meta.form ? `atlas-form atlas-form-${meta.form_id}` : "atlas-form";
    if (meta.form || meta.kind) about.append(make("span", badge, meta.form ?? meta.kind), " ");
    for (const text of [meta.partners, meta.where, meta.since].filter(Boolean)) {
      if (about.querySelector("bdi")) about.append(" · ");
      about.append(make("bdi", "", text));
    }
    item.append(link, about, excerpt(found, parts, words));
    return item;
  }

  function counted(number) {
    const phrase = button.getAttribute(`data-count-${plural.select(number)}`) ?? texts.countOther;
    return phrase.replace("{n}", number.toLocaleString(language));
  }

  /* Shows the results of what is asked, the last question only; says how many there are. */
  function finder({ list, said, most, more }) {
    let turn = 0;
    let limit = most;
    let results = [];

    /* The results from this one on; whoever was among those before them goes to the first. */
    async function fill(from) {
      const mine = turn;
      const found = await Promise.all(results.slice(from, limit).map((one) => one.data()));
      if (mine !== turn) return;
      const inside = from === 0 && list.contains(document.activeElement);
      list.replaceChildren(...[...list.children].slice(0, from), ...found.map(shown));
      if (inside) list.querySelector("a")?.focus();
      if (more) more.hidden = results.length <= limit;
    }

    async function ask(query, filters = {}, pause = PAUSE) {
      const mine = ++turn;
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (mine !== turn) return;
      try {
        const found = await find(query.trim(), filters);
        if (mine !== turn) return;
        limit = most;
        results = found ?? [];
        await fill(0);
        if (mine !== turn) return;
        said.textContent = found ? (results.length ? counted(results.length) : texts.none) : "";
      } catch {
        if (mine === turn) said.textContent = texts.failed;
      }
    }

    more?.addEventListener("click", async () => {
      const first = list.children.length;
      limit += most;
      await fill(first);
      list.children[first]?.querySelector("a").focus();
    });
    return ask;
  }

  /* Down from the field to the first result and on; up to the field again. */
  function arrows(field, list) {
    return (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const stops = [field, ...list.querySelectorAll("a")];
      const at = stops.indexOf(document.activeElement);
      if (!step || at < 0) return;
      const next = stops[at + step];
      if (next) next.focus();
      if (next || step > 0) event.preventDefault();
    };
  }

  function build() {
    dialog = make("dialog", "atlas-search md-typeset");
    dialog.setAttribute("aria-label", texts.label);
    const form = make("form");
    form.setAttribute("role", "search");
    form.action = button.href;
    const field = make("input");
    Object.assign(field, { type: "text", name: "q", autocomplete: "off", spellcheck: false });
    Object.assign(field, { dir: "auto", inputMode: "search", enterKeyHint: "search" });
    field.placeholder = texts.field;
    field.setAttribute("aria-label", texts.field);
    const close = make("button", "atlas-search-close", texts.close);
    close.type = "button";
    close.addEventListener("click", () => dialog.close());
    form.append(field, close);
    const said = make("p", "atlas-search-said");
    said.setAttribute("role", "status");
    const list = make("ol", "atlas-search-results");
    const found = make("div", "atlas-search-found");
    found.append(said, list);
    const all = make("a", "", texts.all);
    all.href = button.href;
    const foot = make("p", "atlas-search-all");
    foot.append(all);
    dialog.append(form, found, foot);
    document.body.append(dialog);

    const ask = finder({ list, said, most: AT_ONCE });
    field.addEventListener("input", () => {
      const address = new URL(button.href);
      if (field.value.trim()) address.searchParams.set("q", field.value.trim());
      all.href = address;
      ask(field.value);
    });
    dialog.addEventListener("keydown", arrows(field, list));
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }

  function open() {
    if (page) {
      page.querySelector("input").focus();
      return;
    }
    if (!dialog) build();
    load().catch(() => {
      dialog.querySelector(".atlas-search-said").textContent = texts.failed;
    });
    dialog.showModal();
    dialog.querySelector("input").select();
  }

  function typing(target) {
    return target.closest("input, select, textarea, [contenteditable]") !== null;
  }

  button.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!["/", "s"].includes(event.key) || typing(event.target) || dialog?.open) return;
    event.preventDefault();
    open();
  });

  /* The page Search keeps what is asked in its address, so that it can be sent. */
  function start() {
    const form = page.querySelector("form");
    const list = page.querySelector(".atlas-search-results");
    const ask = finder({
      list,
      said: page.querySelector(".atlas-search-said"),
      most: PER_PAGE,
      more: page.querySelector(".atlas-search-more"),
    });
    const fields = [...form.elements].filter((field) => field.name);
    const [field] = fields;

    function asked() {
      return fields.filter((one) => one.value.trim()).map((one) => [one.name, one.value.trim()]);
    }

    function search(pause) {
      const { q = "", ...filters } = Object.fromEntries(asked());
      ask(q, filters, pause);
      for (const link of document.querySelectorAll("a.md-select__link[hreflang]")) {
        const there = new URL(link.href);
        there.search = new URLSearchParams(asked());
        link.href = there;
      }
    }

    function read() {
      const address = new URLSearchParams(location.search);
      for (const one of fields) one.value = address.get(one.name) ?? "";
      for (const one of fields) if (one.selectedIndex < 0) one.value = "";
      search(0);
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      const address = new URL(location.href);
      address.search = new URLSearchParams(asked());
      history.replaceState(history.state, "", address);
      search(PAUSE);
    });
    page.addEventListener("keydown", arrows(field, list));
    window.addEventListener("popstate", read);
    page.hidden = false;
    read();
    field.focus({ preventScroll: true });
  }

  if (page) start();
})();
