/* The copy of the atlas in a folder. A browser lets a page that is a file read no other file, except
   by the elements of a page: so modules and what scripts read are scripts here, and this brings them.
   It runs before all other scripts. */

const atlasOffline = (() => {
  "use strict";

  const FOLDER = new URL(".", document.currentScript.src);
  const given = new Map(); // address of a script -> what it defined
  const brought = new Map(); // address of a script -> a promise of that
  const modules = new Map(); // address of a module -> a promise of what it exports
  let land; // the outlines of the maps of this page

  /* What the script at an address defines. One that cannot be had is asked for anew next time. */
  function bring(src) {
    if (!brought.has(src)) {
      const coming = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.onload = () => resolve(given.get(src));
        script.onerror = () => reject(new Error(src));
        script.src = src;
        document.head.append(script);
      });
      coming.catch(() => brought.delete(src));
      brought.set(src, coming);
    }
    return brought.get(src);
  }

  /* In place of import(): what the module exports. */
  function load(name, base = FOLDER) {
    const { href } = new URL(name, base);
    if (!modules.has(href)) {
      const coming = bring(href).then(({ needs, run }) => started(href, needs, run));
      coming.catch(() => modules.delete(href));
      modules.set(href, coming);
    }
    return modules.get(href);
  }

  async function started(href, needs, run) {
    const imported = await Promise.all(needs.map((need) => load(need, href)));
    const exported = {};
    await run(exported, imported, href);
    return exported;
  }

  /* What a script that was a module says of itself; one that the page names itself is run. */
  function module(needs, run) {
    const { src } = document.currentScript;
    given.set(src, { needs, run });
    if (brought.has(src)) return;
    brought.set(src, Promise.resolve(given.get(src)));
    load(src);
  }

  /* What a script that was a file with this text says of itself. */
  function file(text) {
    given.set(document.currentScript.src, text);
  }

  /* The page a link leads to is a file, not a folder. */
  function pageOf(url) {
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url;
  }

  /* In place of fetch(). The page itself stands for the outlines that were put into it. */
  window.fetch = async (address) => {
    const url = pageOf(new URL(address, document.baseURI));
    url.hash = "";
    url.search = "";
    if (url.pathname === location.pathname && land) {
      return new Response(new XMLSerializer().serializeToString(land));
    }
    return new Response(await bring(`${url.href}.js`));
  };

  function lead(event) {
    const link = event.target.closest?.("a[href]");
    if (!link || typeof link.href !== "string") return;
    const there = pageOf(new URL(link.href)).href;
    if (there !== link.href) link.href = there;
  }
  for (const kind of ["click", "auxclick", "contextmenu"]) addEventListener(kind, lead, true);

  /* The maps' land, which on the web is taken out of files that all pages share. */
  async function drawLand() {
    const uses = [...document.querySelectorAll("use[data-land]")];
    const files = [...new Set(uses.map((use) => use.dataset.land.split("#")[0]))];
    if (!files.length) return;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, value] of [["width", 0], ["height", 0], ["aria-hidden", "true"]]) {
      svg.setAttribute(name, value);
    }
    svg.classList.add("atlas-unseen");
    const texts = await Promise.all(
      files.map((file) => bring(`${new URL(file, document.baseURI).href}.js`)),
    );
    texts.forEach((text, at) => {
      const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
      for (const part of documentElement.querySelectorAll("[id]")) part.id = `land-${at}-${part.id}`;
      svg.append(...document.adoptNode(documentElement).childNodes);
    });
    document.body.append(svg);
    land = svg;
    for (const use of uses) {
      const [file, id] = use.dataset.land.split("#");
      use.setAttribute("href", `#land-${files.indexOf(file)}-${id}`);
    }
  }
  addEventListener("DOMContentLoaded", () => drawLand().catch(() => {})); // the lines stay

  return { load, module, file };
})();
