/* A cooperation lights up everywhere at once: its lines, its rows, its entry in a popup. */
Atlas.light = (() => {
  "use strict";

  const charts = [];
  const cooperationsOf = new WeakMap(); // element of a marker, a line, a row -> ids

  function light(ids) {
    for (const node of document.querySelectorAll(".atlas-lit")) node.classList.remove("atlas-lit");
    for (const { box, lines, texts } of charts) {
      box.classList.toggle("atlas-has-lit", lines.light(ids));
      for (const row of ids.flatMap((id) => texts.rows(id))) row.classList.add("atlas-lit");
    }
  }

  function idsOf(element) {
    const node = element.closest?.("[data-cooperation], .atlas-pin, .atlas-tie-hit");
    return node ? (cooperationsOf.get(node) ?? [node.dataset.cooperation]) : [];
  }

  /* A row that has the focus stays lit where nothing is pointed at: a page that scrolls to it moves
     something else under the pointer. */
  function onPoint({ target }) {
    const ids = idsOf(target);
    const row = document.activeElement.closest("tr[data-cooperation]");
    light(ids.length || !row ? ids : idsOf(row));
  }

  /* A row that is reached by keyboard shows its line as one that is pointed at. */
  function onFocus({ target }) {
    const ids = idsOf(target);
    light(ids);
    const isRow = target.closest?.("tr[data-cooperation]");
    for (const { lines } of charts) lines.tell(isRow ? ids[0] : null);
  }

  document.addEventListener("pointerover", (event) => charts.length && onPoint(event));
  document.addEventListener("focusin", (event) => charts.length && onFocus(event));

  return {
    light,
    follow: (chart) => charts.push(chart),
    mark: (element, ids) => cooperationsOf.set(element, ids),
  };
})();
