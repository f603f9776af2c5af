/* The foot of every page. That of a record is a line, and its menu the doors alone: the page Search
   has them whole, and what is lacking is taken from there when all else is loaded. */

const menu = document.querySelector(".atlas-doors");
const foot = document.querySelector(".atlas-footer");
const line = foot?.querySelector("p");

/* The languages stand at the foot of a page too, where they are looked for at its end. */
function repeatLanguages(list) {
  const section = document.createElement("section");
  const heading = Object.assign(document.createElement("h2"), { textContent: list.dataset.foot });
  const copy = document.createElement("ul");
  for (const link of list.querySelectorAll("a")) {
    const again = document.createElement("a");
    Object.assign(again, { textContent: link.textContent, hreflang: link.lang, lang: link.lang });
    again.setAttribute("href", link.getAttribute("href"));
    const item = document.createElement("li");
    item.append(again);
    copy.append(item);
  }
  section.append(heading, copy);
  foot.append(section);
}

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

const languages = document.querySelector(".md-select ul");
if (languages && foot) repeatLanguages(languages);
if (line) {
  const begin = () => complete().catch(() => {}); // without it the line stays
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}
