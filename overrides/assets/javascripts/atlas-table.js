/* Makes tables with `data-atlas-sortable` sortable by their headings. Without it they are complete. */
(() => {
  "use strict";

  const language = document.documentElement.lang || "en";
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });

  function key(row, column) {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim();
  }

  function sort(table, column, direction) {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: key(row, column) }));
    rows.sort((a, b) => {
      if (!a.key || !b.key) return Number(!a.key) - Number(!b.key);
      return direction * collator.compare(a.key, b.key);
    });
    body.append(...rows.map((each) => each.row));
  }

  function press(table, heading) {
    const upwards = heading.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", upwards ? "ascending" : "descending");
    sort(table, heading.cellIndex, upwards ? 1 : -1);
  }

  for (const table of document.querySelectorAll("table[data-atlas-sortable]")) {
    for (const heading of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => press(table, heading));
      heading.append(button);
    }
  }
})();
