/* Starts a map: what draws it weighs more than all the rest of a page. In a small window, on a slow
   connection or one that is paid for by the byte, it starts when it is asked for, as a large map
   does anywhere; else once it is seen and the page has nothing better to do. Until then, and where
   this fails, the map's picture stands. */

const MAPS = new URL("../maps/", import.meta.url);
const SHARED = ["leaflet.js", "world.js", "atlas-map.js"]; // each needs those before it
const SMALL = "(width < 600px)"; // such a window is a telephone's
const SLOW = ["slow-2g", "2g", "3g"];
const PATIENCE = 1000; // milliseconds to wait for a quiet moment

let shared;

function loaded() {
  if (document.readyState === "complete") return Promise.resolve();
  return new Promise((resolve) => addEventListener("load", resolve, { once: true }));
}

function isDear() {
  const { saveData, effectiveType } = navigator.connection ?? {};
  return saveData || SLOW.includes(effectiveType) || matchMedia(SMALL).matches;
}

/* A button over the picture, which asks for the map; the whole picture does too, and so does what
   makes the map one of `few`, once it is near. If the map cannot be had, the button is there again. */
function asked(box, few) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "atlas-map-load md-button" });
  button.dir = getComputedStyle(document.body).direction;
  button.textContent = box.dataset.start;
  box.append(button);
  return new Promise((resolve) => {
    box.addEventListener("click", ask);
    few?.then(() => near(box)).then(ask);

    function ask() {
      box.removeEventListener("click", ask);
      button.textContent = box.dataset.starting;
      button.setAttribute("aria-disabled", "true");
      box.classList.add("atlas-asked"); // what the key explains of the map has its room at once
      resolve(button);
    }
  });
}

/* In the window, or reached by the Tab key, which leads first to the link before it. */
function near(box) {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) done();
    });
    const block = box.closest(".atlas-map-block") ?? box;
    const done = () => {
      observer.disconnect();
      block.removeEventListener("focusin", done);
      resolve();
    };
    observer.observe(box);
    block.addEventListener("focusin", done);
  });
}

function quiet() {
  return new Promise((resolve) => {
    if (window.requestIdleCallback) requestIdleCallback(resolve, { timeout: PATIENCE });
    else setTimeout(resolve, 0);
  });
}

/* Scripts added so are fetched together and run in their order. */
function script(src) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    Object.assign(element, { src, async: false, onload: resolve, onerror: reject });
    document.head.append(element);
  });
}

/* Leaflet's style sheet comes before ours, which changes what it says. */
function style(href) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("link");
    Object.assign(element, { rel: "stylesheet", href, onload: resolve, onerror: reject });
    document.head.querySelector("[href$='atlas-map.css']").before(element);
  });
}

/* Have Leaflet, the land and what all maps do (L, Atlas) there when the map in `box` is seen, or, of a
   large one, when it is asked for, or when it is to show `few` of all, if that comes to be. */
export async function seen(box, few) {
  await loaded();
  const isLarge = "large" in box.dataset;
  if (!isDear() && !isLarge) {
    await near(box);
    await quiet();
    await fetched();
    return;
  }
  for (let first = isDear() ? undefined : few; ; first = undefined) {
    const button = await asked(box, first);
    const hadFocus = document.activeElement === button;
    const isThere = await fetched().then(
      () => true,
      () => false,
    );
    button.remove();
    box.classList.toggle("atlas-asked", isThere);
    if (isThere && hadFocus) drawn(box).then(() => box.focus({ preventScroll: true }));
    if (isThere) return;
  }
}

/* Leaflet and ours, once for all maps of a page; what failed is tried anew when asked for. */
function fetched() {
  shared ??= Promise.all([
    style(new URL("leaflet.css", MAPS)),
    ...SHARED.map((name) => script(new URL(name, MAPS))),
  ]);
  shared.catch(() => (shared = undefined));
  return shared;
}

/* When the map in `box` has taken the place of its picture. */
function drawn(box) {
  return new Promise((resolve) => {
    const isDone = () => box.matches(".leaflet-container:not(.atlas-drawing)");
    const observer = new MutationObserver(() => {
      if (!isDone()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(box, { attributeFilter: ["class"] });
  });
}

/* Whether what is listed is shown holds for all maps of the site, if the browser remembers it. */
function remember(choice) {
  const key = "atlas.listed";
  const tried = (act) => {
    try {
      return act();
    } catch {
      return null; // then it holds for this page alone
    }
  };
  choice.checked = tried(() => localStorage.getItem(key)) !== "off";
  choice.addEventListener("change", () => {
    tried(() => localStorage.setItem(key, choice.checked ? "on" : "off"));
  });
}

for (const choice of document.querySelectorAll(".atlas-map-block .atlas-listed-switch")) {
  remember(choice);
}

for (const box of document.querySelectorAll(".atlas-map[data-scene]")) {
  seen(box).then(() => script(new URL(`scenes/${box.dataset.scene}.js`, MAPS)));
}
