/* The choice between all that there ever was and what is of now, kept in the page's address: so it is
   shared with a link, and the page in another language has it too. */

const NAME = "state";
const NOW = "now";
const choices = [...document.querySelectorAll(".atlas-time")];

function leadOn() {
  const isNow = choices.some(({ checked, value }) => checked && value === NOW);
  const links = [...document.querySelectorAll("a[hreflang]")];
  for (const [address, keep] of [
    [new URL(location.href), (url) => history.replaceState(history.state, "", url)],
    ...links.map((link) => [new URL(link.href), (url) => (link.href = url.href)]),
  ]) {
    if (isNow) address.searchParams.set(NAME, NOW);
    else address.searchParams.delete(NAME);
    keep(address);
  }
}

const asked = new URLSearchParams(location.search).get(NAME)?.toLowerCase();
if (asked === NOW) {
  for (const choice of choices) choice.checked = choice.value === NOW;
  leadOn();
}
for (const choice of choices) choice.addEventListener("change", leadOn);
