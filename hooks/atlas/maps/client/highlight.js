/* A cooperation lights up everywhere at once: its lines, its rows, its entry in a popup. */
Atlas.light = (() => {
  "use strict";

  const charts = [];
  const marked = new WeakMap(); // element of a marker, a line, an entry -> its ids and its places

  /* Light these cooperations, and what is listed of these places. */
  function light(ids, places = []) {
    for (const node of document.querySelectorAll(".atlas-lit")) node.classList.remove("atlas-lit");
    for (const { box, lines, listed, texts } of charts) {
      const isLit = [lines.light(ids), listed?.light(places)].some(Boolean);
      box.classList.toggle("atlas-has-lit", isLit);
      for (const row of ids.flatMap((id) => texts.rows(id))) row.classList.add("atlas-lit");
    }
  }

  function markOf(element) {
    const node = element.closest?.("[data-cooperation], .atlas-pin, .atlas-tie-hit");
    if (!node) return { ids: [], places: [] };
    return marked.get(node) ?? { ids: [node.dataset.cooperation], places: [] };
  }

  /* A row that has the focus stays lit where nothing is pointed at: a page that scrolls to it moves
     something else under the pointer. */
  function onPoint({ target }) {
    const { ids, places } = markOf(target);
    const row = document.activeElement.closest("tr[data-cooperation]");
    if (ids.length || places.length || !row) light(ids, places);
    else light(markOf(row).ids);
  }

  /* A row that is reached by keyboard shows its line as one that is pointed at. */
  function onFocus({ target }) {
    const { ids, places } = markOf(target);
    light(ids, places);
    const isRow = target.closest?.("tr[data-cooperation]");
    for (const { lines } of charts) lines.tell(isRow ? ids[0] : null);
  }

  document.addEventListener("pointerover", (event) => charts.length && onPoint(event));
  document.addEventListener("focusin", (event) => charts.length && onFocus(event));

  return {
    light,
    follow: (chart) => charts.push(chart),
    mark: (element, ids, places = []) => marked.set(element, { ids, places }),
  };
})();
