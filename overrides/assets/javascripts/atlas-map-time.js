/* The choice between all that there ever was and what is of now: one for the map and the tables of a
   page, kept in its address. So it is shared with a link, and the page in another language has it. */

const NAME = "state";
const NOW = "now";
const choices = [...document.querySelectorAll(".atlas-when input")];

function choose(value) {
  for (const choice of choices) {
    if (choice.value !== value || choice.checked) continue;
    choice.checked = true;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/* The address of the page, and of it in the other languages. */
function remember(value) {
  const written = (href) => {
    const address = new URL(href);
    if (value === NOW) address.searchParams.set(NAME, NOW);
    else address.searchParams.delete(NAME);
    return address.href;
  };
  history.replaceState(history.state, "", written(location.href));
  for (const link of document.querySelectorAll("a[hreflang]")) link.href = written(link.href);
}

for (const choice of choices) {
  choice.addEventListener("change", () => {
    choose(choice.value);
    remember(choice.value);
  });
}
const asked = new URLSearchParams(location.search).get(NAME)?.toLowerCase();
if (asked === NOW) choose(NOW);
