/* Sets two countries or places side by side: ?a=country:be&b=place:tangier. It reads the pages that
   the two have anyway, so that every figure is the one that stands there. */
(async () => {
  "use strict";

  const form = document.querySelector("form.atlas-compare");
  const result = document.getElementById("compared");
  const words = result.dataset;
  const folders = { country: "countries", place: "places" };
  const SVG = "http://www.w3.org/2000/svg";
  const collator = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  /* What an option stands for: its name, its address, and the rows and counts of its page. */
  async function read(option) {
    const [kind, id] = option.value.split(":");
    const url = new URL(`${words.base}${folders[kind]}/${id}/`, location.href);
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const link of page.querySelectorAll("a[href]")) {
      link.href = new URL(link.getAttribute("href"), url).href;
    }
    const counts = new Map();
    for (const section of page.querySelectorAll(".atlas-count")) {
      const lines = new Map();
      for (const line of section.querySelectorAll("dl > div")) {
        const label = line.querySelector("dt");
        lines.set(label.textContent.trim(), {
          label,
          order: Number(line.dataset.order ?? 0),
          count: Number(line.querySelector("dd").textContent.replace(/\D/g, "")),
        });
      }
      counts.set(section.querySelector("h3").textContent, lines);
    }
    const rows = new Map(
      [...page.querySelectorAll("tr[data-cooperation]")].map((row) => [row.dataset.cooperation, row]),
    );
    return { name: option.textContent, href: url.href, counts, rows, table: page.querySelector(".atlas-table table") };
  }

  /* The lines of both, in the order of forms or decades, else the most frequent first. */
  function merged(caption, sides) {
    const found = new Map();
    sides.forEach((side, at) => {
      for (const [text, line] of side.counts.get(caption) ?? []) {
        const known = found.get(text) ?? { ...line, text, counts: [0, 0] };
        known.counts[at] = line.count;
        found.set(text, known);
      }
    });
    const total = (line) => line.counts[0] + line.counts[1];
    return [...found.values()].sort(
      (one, other) =>
        one.order - other.order || total(other) - total(one) || collator.compare(one.text, other.text),
    );
  }

  function heading(sides) {
    const cells = sides.map((side) =>
      element("th", { scope: "col" }, element("a", { href: side.href }, side.name)),
    );
    return element("thead", {}, element("tr", {}, element("td"), ...cells));
  }

  function countCell(count, most) {
    const cell = element("td", {}, String(count));
    if (count) cell.append(bar(count / most));
    return cell;
  }

  function bar(share) {
    const drawn = document.createElementNS(SVG, "svg");
    drawn.setAttribute("class", "atlas-bar");
    drawn.setAttribute("aria-hidden", "true");
    const length = document.createElementNS(SVG, "rect");
    length.setAttribute("width", `${100 * share}%`);
    length.setAttribute("height", "100%");
    drawn.append(length);
    return drawn;
  }

  function table(caption, lines, sides) {
    const most = Math.max(1, ...lines.flatMap((line) => line.counts));
    const rows = lines.map((line) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, ...[...line.label.childNodes].map((node) => node.cloneNode(true))),
        ...line.counts.map((count) => countCell(count, most)),
      ),
    );
    return element(
      "table",
      { className: "atlas-side" },
      element("caption", {}, caption),
      heading(sides),
      element("tbody", {}, ...rows),
    );
  }

  function linking([one, other]) {
    const ids = [...one.rows.keys()].filter((id) => other.rows.has(id));
    const title = element("h2", { id: "linking" }, `${words.linking} (${ids.length})`);
    if (!ids.length) return [title, element("p", { className: "atlas-unknown" }, words.none)];
    const copy = one.table.cloneNode(false);
    copy.append(
      element("caption", {}, words.linking),
      one.table.tHead.cloneNode(true),
      element("tbody", {}, ...ids.map((id) => one.rows.get(id).cloneNode(true))),
    );
    return [title, element("div", { className: "atlas-table" }, copy)];
  }

  async function compare(options) {
    const sides = await Promise.all(options.map(read));
    const totals = { label: element("dt", {}, words.total), counts: sides.map((side) => side.rows.size) };
    const captions = [...new Set(sides.flatMap((side) => [...side.counts.keys()]))];
    const tables = [
      table(words.total, [totals], sides),
      ...captions.map((caption) => table(caption, merged(caption, sides), sides)),
    ];
    result.replaceChildren(
      element("h2", {}, words.figures),
      element("div", { className: "atlas-sides" }, ...tables),
      ...linking(sides),
    );
  }

  for (const group of form.a.querySelectorAll("optgroup")) form.b.append(group.cloneNode(true));
  const asked = new URLSearchParams(location.search);
  for (const select of [form.a, form.b]) {
    const wanted = asked.get(select.name) ?? "";
    select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
  }
  form.hidden = false;

  const chosen = [form.a, form.b].map((select) => select.selectedOptions[0]);
  if (!chosen.every((option) => option.value)) return;
  if (chosen[0].value === chosen[1].value) {
    result.textContent = words.same;
    return;
  }
  try {
    await compare(chosen);
  } catch {
    result.textContent = words.failed;
  }
})();
