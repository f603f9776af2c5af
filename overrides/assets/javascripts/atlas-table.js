/* Makes tables with `data-atlas-sortable` sortable by their headings. Without it they are complete.
   The list of cooperations sorts its own, of which it shows a part. */

const language = document.documentElement.lang || "en";
const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });

/* Order things by the texts that `key` gives of them; `direction` is 1 or -1. Those without a text
   come last in both directions. Things that are alike stay as they were. */
export function sorted(things, key, direction) {
  const keyed = things.map((thing) => ({ thing, text: key(thing) }));
  keyed.sort((a, b) => {
    if (!a.text || !b.text) return Number(!a.text) - Number(!b.text);
    return direction * collator.compare(a.text, b.text);
  });
  return keyed.map(({ thing }) => thing);
}

/* Put a button into every heading; pressed, it calls `sort(column, direction)`. */
export function sortable(table, sort) {
  const headings = [...table.tHead.rows[0].cells];
  for (const heading of headings) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => {
      const upwards = heading.getAttribute("aria-sort") !== "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", upwards ? "ascending" : "descending");
      sort(heading.cellIndex, upwards ? 1 : -1);
    });
    heading.append(button);
  }
}

/* What a cell is ordered by: what it says so, or its text; what is not recorded has none. */
function textOf(cell) {
  if (cell.dataset.sort !== undefined) return cell.dataset.sort;
  return cell.firstElementChild?.matches(".atlas-unknown") ? "" : cell.textContent.trim();
}

for (const table of document.querySelectorAll("table[data-atlas-sortable]:not([data-atlas-explore] *)")) {
  sortable(table, (column, direction) => {
    const body = table.tBodies[0];
    const key = ({ cells }) => textOf(cells[column]);
    body.append(...sorted([...body.rows], key, direction));
  });
}

if (document.querySelector("a.atlas-right")) import("./atlas-ties.js").catch(() => {}); // links stay
