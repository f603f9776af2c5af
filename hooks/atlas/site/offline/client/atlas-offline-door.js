/* Leads on from the front of a copy of the atlas to the pages in the reader's language. */
{
  const links = [...document.querySelectorAll("a[hreflang]")];
  const read = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
  const code = read.find((one) => links.some((link) => link.hreflang === one));
  location.replace((links.find((link) => link.hreflang === code) ?? links[0]).href);
}
