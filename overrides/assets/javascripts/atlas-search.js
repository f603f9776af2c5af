/* The search: a dialog that any [data-atlas-search] opens, as "/" and "s" do, and the page Search.
   Without this script such an element leads to the page: a link to it, or a field of a form.
   What finds is fetched when the search is first used. */
(() => {
  "use strict";

  const PAUSE = 150; // milliseconds without a key before a search begins
  const AT_ONCE = 8; // results in the dialog
  const PER_PAGE = 20; // results on the page Search, until more are asked for
  const source = document.currentScript.src;
  const root = new URL("../../", source);
  const language = document.documentElement.lang || "en";
  const plural = new Intl.PluralRules(language);
  const page = document.querySelector("[data-atlas-search-page]");
  const ways = [...document.querySelectorAll("[data-atlas-search]")];
  const address = page ? location.href.split(/[?#]/)[0] : ways[0]?.href ?? ways[0]?.form?.action;
  if (!address) return;
  let loading;
  let speaking;
  let dialog;

  /* The texts of the search. */
  function speak() {
    speaking ??= fetch(new URL(`assets/search/${language}.json`, root)).then((answer) => answer.json());
    speaking.catch(() => (speaking = undefined));
    return speaking;
  }

  /* What finds, what shows, and the texts. */
  function load() {
    loading ??= (async () => {
      const [{ Finder }, { make, show }, texts] = await Promise.all([
        import(new URL("atlas-search-find.js", source).href),
        import(new URL("atlas-search-results.js", source).href),
        speak(),
      ]);
      return { finder: await Finder.load(root, texts), make, show, texts };
    })();
    loading.catch(() => (loading = undefined));
    return loading;
  }

  /* Words of a reader, whose direction may be another than that of the sentence around them. */
  function isolate(text) {
    return () => `\u2068${text}\u2069`;
  }

  function addressOf(query) {
    const there = new URL(address);
    if (query) there.searchParams.set("q", query);
    return there.href;
  }

  /* Shows the answer to what is asked, the last question only, and says in a sentence what it is. */
  function answerer({ answers, said, most, more, failed = "" }) {
    let turn = 0;
    let open = () => {};

    function counted(texts, number) {
      return texts.counted[plural.select(number)].replace("{n}", number.toLocaleString(language));
    }

    function sentence(texts, { groups, missing }, filters) {
      const named = (text) => text.replace("{words}", isolate(missing));
      if (missing) return named(groups.length ? texts.partly : texts.missing);
      if (groups.length > 1) return texts.apart;
      if (groups.length) return counted(texts, groups[0].results.length);
      return Object.keys(filters).length ? texts.filtered : "";
    }

    /* Names that are near, and the form with the question in it, for what is not there. */
    function lead({ make, texts }, { near, missing, groups }, query) {
      if (!missing && groups.length < 2) return [];
      const lines = [];
      if (near.length) {
        const line = make("p", "atlas-search-near", `${texts.near} `);
        near.forEach((name, at) => {
          const link = make("a");
          link.href = addressOf(name);
          link.append(make("bdi", "", name));
          line.append(at ? " · " : "", link);
        });
        lines.push(line);
      }
      const form = new URL(texts.form);
      form.searchParams.set("title", `${form.searchParams.get("title")}${query}`);
      const ask = make("a", "", texts.ask);
      ask.href = form.href;
      const line = make("p", "atlas-search-ask");
      line.append(ask);
      return [...lines, line];
    }

    async function list(tools, group, query, alone) {
      const { make, show, texts } = tools;
      const section = make("section");
      const label = alone ? query : group.label;
      const title = label ? texts.results.replace("{words}", isolate(label)) : texts.listed;
      const results = make("ol", "atlas-search-results");
      section.append(make("h2", "atlas-search-heading", title), results);
      let shown = 0;
      const add = async (number) => {
        const found = await Promise.all(
          group.results.slice(shown, number).map((one) => one.data()),
        );
        results.append(...found.map((one) => show(one, group.words)));
        shown = number;
      };
      await add(most);
      if (alone) {
        open = async () => {
          const first = results.children.length;
          await add(shown + most);
          results.children[first]?.querySelector("a").focus();
          more.hidden = group.results.length <= shown;
        };
        if (more) more.hidden = group.results.length <= shown;
      } else if (group.results.length > most) {
        const all = make("a", "", counted(texts, group.results.length));
        all.href = addressOf(group.label);
        section.append(all);
      }
      return section;
    }

    async function ask(query, filters = {}, pause = PAUSE) {
      const mine = ++turn;
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (mine !== turn) return;
      try {
        const tools = await load();
        const found = await tools.finder.find(query, filters);
        if (mine !== turn) return;
        const alone = found.groups.length === 1 && !found.missing;
        const lists = await Promise.all(
          found.groups.map((group) => list(tools, group, query.trim(), alone)),
        );
        if (mine !== turn) return;
        const inside = answers.contains(document.activeElement);
        if (more && !alone) more.hidden = true;
        answers.replaceChildren(...lead(tools, found, query.trim()), ...lists);
        said.textContent = sentence(tools.texts, found, filters);
        if (inside) answers.querySelector("a")?.focus();
      } catch {
        if (mine !== turn) return;
        answers.replaceChildren();
        said.textContent = await speak().then((texts) => texts.failed, () => failed);
      }
    }

    more?.addEventListener("click", () => open());
    return ask;
  }

  /* Down from the field to the first result and on; up to the field again. */
  function arrows(field, answers) {
    return (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const stops = [field, ...answers.querySelectorAll("a")];
      const at = stops.indexOf(document.activeElement);
      if (!step || at < 0) return;
      const next = stops[at + step];
      if (next) next.focus();
      if (next || step > 0) event.preventDefault();
    };
  }

  /* The dialog is there at once, so that no key is lost; what it says in words may come later. */
  function build() {
    dialog = document.createElement("dialog");
    dialog.className = "atlas-search md-typeset";
    dialog.innerHTML =
      '<form role="search"><input type="text" name="q" autocomplete="off" spellcheck="false" ' +
      'dir="auto" inputmode="search" enterkeyhint="search"><button type="button" ' +
      'class="atlas-search-close">×</button></form><div class="atlas-search-found">' +
      '<p class="atlas-search-said" role="status"></p><div class="atlas-search-answers"></div></div>' +
      '<p class="atlas-search-all"><a></a></p>';
    const [form, field, close, said, answers, all] = [
      ...["form", "input", ".atlas-search-close", ".atlas-search-said"],
      ...[".atlas-search-answers", ".atlas-search-all a"],
    ].map((selector) => dialog.querySelector(selector));
    form.action = address;
    all.href = address;
    const name = ways[0]?.getAttribute("aria-label") ?? ways[0]?.placeholder ?? "";
    for (const one of [dialog, field]) one.setAttribute("aria-label", name);
    speak().then((texts) => {
      dialog.setAttribute("aria-label", texts.label);
      field.setAttribute("aria-label", texts.field);
      field.placeholder = texts.field;
      close.textContent = texts.close;
      all.textContent = texts.all;
    }, () => {});
    document.body.append(dialog);
    close.addEventListener("click", () => dialog.close());
    const ask = answerer({ answers, said, most: AT_ONCE });
    field.addEventListener("input", () => {
      all.href = addressOf(field.value.trim());
      ask(field.value);
    });
    dialog.addEventListener("keydown", arrows(field, answers));
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
      const near = event.target.closest(".atlas-search-near a");
      if (!near || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      field.value = near.textContent;
      field.focus();
      field.dispatchEvent(new Event("input"));
    });
  }

  function open(query = "") {
    const field = page ? page.querySelector("input") : undefined;
    if (!field && !dialog) build();
    if (!field) {
      load().catch(() => {});
      dialog.showModal();
    }
    const own = field ?? dialog.querySelector("input");
    own.focus();
    if (!query) return own.select();
    own.value = query;
    own.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function isTyping(target) {
    return target.closest("input, select, textarea, [contenteditable]") !== null;
  }

  /* A field opens the dialog when something is typed into it, or by a tap; not when Tab comes by. */
  for (const way of ways) {
    if (way.matches("input")) {
      const take = () => {
        const query = way.value;
        way.value = "";
        open(query);
      };
      way.addEventListener("click", take);
      way.addEventListener("input", (event) => event.isComposing || take());
      way.addEventListener("compositionend", take);
    } else {
      way.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open();
      });
    }
  }
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!["/", "s"].includes(event.key) || isTyping(event.target) || dialog?.open) return;
    event.preventDefault();
    open();
  });

  /* The page Search keeps what is asked in its address, so that it can be sent. */
  function start() {
    const form = page.querySelector("form");
    const answers = page.querySelector(".atlas-search-answers");
    const lists = page.querySelector(".atlas-search-lists");
    const said = page.querySelector(".atlas-search-said");
    const notice = page.querySelector(".atlas-notice");
    const failed = notice.textContent;
    const more = page.querySelector(".atlas-search-more");
    const ask = answerer({ answers, said, most: PER_PAGE, more, failed });
    const fields = [...form.elements].filter((field) => field.name);
    const [field] = fields;

    function asked() {
      return fields.filter((one) => one.value.trim()).map((one) => [one.name, one.value.trim()]);
    }

    function search(pause) {
      const { q = "", ...filters } = Object.fromEntries(asked());
      lists.hidden = asked().length > 0;
      ask(q, filters, pause);
      for (const link of document.querySelectorAll("a[hreflang]")) {
        const there = new URL(link.href);
        there.search = new URLSearchParams(asked());
        link.href = there;
      }
    }

    function read() {
      const given = new URLSearchParams(location.search);
      for (const one of fields) one.value = given.get(one.name) ?? "";
      for (const one of fields) if (one.selectedIndex < 0) one.value = "";
      search(0);
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      const there = new URL(location.href);
      there.search = new URLSearchParams(asked());
      history.replaceState(history.state, "", there);
      search(PAUSE);
    });
    page.addEventListener("keydown", arrows(field, answers));
    window.addEventListener("popstate", read);
    form.hidden = false;
    notice.hidden = true;
    page.classList.add("atlas-search-runs");
    read();
    field.focus({ preventScroll: true });
  }

  if (page) start();
})();
