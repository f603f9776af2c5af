/* Makes frames that show the atlas as high as what is in them. The page of somebody else includes it,
   once for all its frames; it is told the height by the page in the frame (atlas-embed-frame.js), and
   believes none but that. Without it a frame keeps its height, and what does not fit is scrolled. */

(() => {
  const site = new URL("../../", document.currentScript.src);
  const ASKED = "atlas-embed-height?";
  const TOLD = "atlas-embed-height";
  const LEAST = 60; // pixels
  const MOST = 5000;

  const frames = () => [...document.querySelectorAll("iframe")].filter(isOurs);

  function isOurs({ src }) {
    return src.startsWith(site.href) && new URL(src).pathname.endsWith("/embed/");
  }

  /* The question says nothing, so whoever may be in the frame by now may hear it. */
  function ask(frame) {
    frame.contentWindow?.postMessage(ASKED, "*");
  }

  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== site.origin || data?.type !== TOLD || !Number.isInteger(data.height)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (frame) frame.style.height = `${Math.min(Math.max(data.height, LEAST), MOST)}px`;
  });
  document.addEventListener(
    "load",
    ({ target }) => {
      if (target instanceof HTMLIFrameElement && isOurs(target)) ask(target);
    },
    true,
  );
  frames().forEach(ask);
})();
