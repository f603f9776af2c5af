/* The foot of a record's page is a line, and its menu the doors alone: the page Search has them
   whole, and what is lacking is taken from there when all else is loaded. */

const menu = document.querySelector(".atlas-doors");
const line = document.querySelector(".atlas-footer > p");

async function complete() {
  const { action } = document.querySelector(".atlas-find");
  const got = await fetch(action);
  const whole = new DOMParser().parseFromString(await got.text(), "text/html");
  for (const link of whole.querySelectorAll("a[href]")) {
    link.href = new URL(link.getAttribute("href"), action);
  }
  const doors = ".md-grid > ul > li";
  const rooms = whole.querySelectorAll(`.atlas-doors ${doors}`);
  menu.querySelectorAll(doors).forEach((door, at) => {
    const behind = rooms[at]?.querySelector("ul");
    if (behind) door.append(behind);
  });
  for (const link of menu.querySelectorAll("ul ul a")) {
    if (location.pathname.startsWith(link.pathname)) link.setAttribute("aria-current", "true");
  }
  line.replaceWith(...whole.querySelectorAll(".atlas-footer > section"));
}

const begin = () => complete().catch(() => {}); // without it the line stays
if (document.readyState === "complete") begin();
else addEventListener("load", begin);
