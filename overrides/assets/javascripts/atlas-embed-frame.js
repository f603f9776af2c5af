/* Tells the page in whose frame this one stands how high it is, once that page asks (atlas-embed.js),
   and again whenever it becomes higher or lower. Nobody else is told. */

(() => {
  const ASKED = "atlas-embed-height?";
  const TOLD = "atlas-embed-height";
  const root = document.documentElement;
  let asking = "";

  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    parent.postMessage({ type: TOLD, height }, asking);
  };
  const observer = new ResizeObserver(tell);

  addEventListener("message", ({ data, origin, source }) => {
    if (source !== parent || parent === window || data !== ASKED) return;
    asking = origin === "null" ? "*" : origin; // a file that is opened from a disk has no origin
    observer.disconnect();
    observer.observe(root); // which tells at once
  });
})();
