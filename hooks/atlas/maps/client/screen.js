/* A map that fills the screen: by the browser's own means, or over the page where it has none. */
Atlas.screen = (() => {
  "use strict";

  const OVER = "atlas-fills";

  /* Let `box` fill the screen with its frame, in which the legend is; `changed` is called with
     whether it does. Escape ends it, and so does the focus going elsewhere on the page. */
  function of(box, changed) {
    const frame = box.closest(".atlas-map-block") ?? box;
    const isFull = () => document.fullscreenElement === frame || frame.classList.contains(OVER);
    let was = false;

    function tell() {
      if (isFull() === was) return;
      was = isFull();
      changed(was);
    }

    function over(isOver) {
      frame.classList.toggle(OVER, isOver);
      document.documentElement.classList.toggle("atlas-filled", isOver);
      tell();
    }

    async function fill() {
      try {
        await frame.requestFullscreen({ navigationUI: "hide" });
      } catch {
        over(true); // not allowed, or not known, as on telephones
      }
    }

    function leave() {
      if (document.fullscreenElement === frame) document.exitFullscreen();
      else over(false);
    }

    document.addEventListener("fullscreenchange", tell);
    frame.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && isFull()) leave();
    });
    document.addEventListener("focusin", ({ target }) => {
      if (isFull() && !frame.contains(target)) leave();
    });
    return { toggle: () => (isFull() ? leave() : fill()), isFull };
  }

  return { of };
})();
