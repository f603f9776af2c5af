/* Leads on from a page that has moved, with the query and the fragment of its address. */

{
  const there = new URL(document.currentScript.dataset.to, location.href);
  there.search = location.search;
  there.hash = location.hash;
  location.replace(there);
}
