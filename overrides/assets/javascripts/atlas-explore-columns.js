/* Columns of the files of the list: what `occurs`, and `of` each where in that its own stands. */

/* What a column says of one; nothing is said `of` each where all are the same. */
export function columnAt({ occurs, of }, one) {
  return occurs[of[one] ?? 0];
}

/* What it says of each of so many. */
export function spread(column, count) {
  return Array.from({ length: count }, (_, one) => columnAt(column, one));
}
