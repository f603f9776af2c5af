/* Starts a map once it is seen and the page has nothing better to do: what draws it weighs more
   than all the rest of a page. Until then, and where this fails, the map's picture stands. */

const MAPS = new URL("../maps/", import.meta.url);
const SHARED = ["leaflet.js", "world.js", "atlas-map.js"]; // each needs those before it
const NEAR = "200px"; // so far below the window a map counts as seen
const PATIENCE = 1000; // milliseconds to wait for a quiet moment

let shared;

function loaded() {
  if (document.readyState === "complete") return Promise.resolve();
  return new Promise((resolve) => addEventListener("load", resolve, { once: true }));
}

/* In or near the window, or reached by the Tab key, which leads first to the link before it. */
function near(box) {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) done();
      },
      { rootMargin: NEAR },
    );
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

/* Have Leaflet, the land and what all maps do (L, Atlas) there when the map in `box` is seen. */
export async function seen(box) {
  await loaded();
  await near(box);
  await quiet();
  shared ??= Promise.all([
    style(new URL("leaflet.css", MAPS)),
    ...SHARED.map((name) => script(new URL(name, MAPS))),
  ]);
  await shared;
}

for (const box of document.querySelectorAll(".atlas-map[data-scene]")) {
  seen(box).then(() => script(new URL(`scenes/${box.dataset.scene}.js`, MAPS)));
}
