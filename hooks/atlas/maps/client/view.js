/* What a map has in view: all that it shows, or one country, and how far it can be moved. */
Atlas.view = (() => {
  "use strict";

  const CLOSEST = { pins: 6, countries: 8 }; // zoom levels that show neighbours as well
  const BESIDE = 20; // degrees beyond its places that a map may show
  const CONTROLS = 60; // pixels, by letters of the usual size: the sides on which controls are, which cover no marker

  function goHome(chart, options) {
    const { bounds, countries } = chart.home;
    Object.assign(chart, { isHome: true, isWhole: false });
    const closest = bounds ? CLOSEST.pins : CLOSEST.countries;
    fit(chart, bounds ?? boundsOf(chart, countries), closest, options);
  }

  /* All there is, also what lies so far off that the first view leaves it out. */
  function goWhole(chart, options) {
    if (!chart.home.whole) {
      goHome(chart, options);
      return;
    }
    Object.assign(chart, { isHome: true, isWhole: true });
    fit(chart, chart.home.whole, CLOSEST.pins, options);
  }

  function goTo(chart, code, options) {
    chart.isHome = false;
    fit(chart, boundsOf(chart, new Set([code])), CLOSEST.countries, options);
  }

  function fit(chart, bounds, maxZoom, options) {
    const { map, box } = chart;
    chart.isFitting = true; // until it is done, a move is not the visitor's
    map.once("moveend", () => (chart.isFitting = false));
    const edge = Math.max(36, 0.1 * map.getSize().y);
    const controls = Math.max(edge, CONTROLS * Atlas.scale());
    const isRtl = Atlas.texts.direction() === "rtl";
    const chooses = box.querySelector("template")?.content.querySelector("select");
    const top = chooses || box.dataset.names ? controls : edge;
    const paddingTopLeft = [isRtl ? edge : controls, top];
    const paddingBottomRight = [isRtl ? controls : edge, edge];
    map.fitBounds(bounds, { paddingTopLeft, paddingBottomRight, maxZoom, ...options });
  }

  /* Countries' bounds, each turned to where the map shows its middle; else the whole world. */
  function boundsOf({ west }, codes) {
    const bounds = L.latLngBounds([]);
    for (const { bbox, properties } of window.AtlasWorld?.features ?? []) {
      if (!codes.has(properties.iso2)) continue;
      const turn = -360 * Math.floor(((bbox[0] + bbox[2]) / 2 - west) / 360);
      bounds.extend([bbox[1], bbox[0] + turn]).extend([bbox[3], bbox[2] + turn]);
    }
    return bounds.isValid() ? bounds : [[-56, -180], [78, 180]];
  }

  /* What lies over the map, of the elements that a selector finds, in pixels of the map. */
  function covered({ box }, selector) {
    const frame = box.getBoundingClientRect();
    return [...box.querySelectorAll(selector)].map((each) => {
      const { left, top, right, bottom } = each.getBoundingClientRect();
      return L.bounds([left - frame.left, top - frame.top], [right - frame.left, bottom - frame.top]);
    });
  }

  /* How often the land is drawn, in turns of the globe: again where a map that shows all there is
     reaches beyond 180, or nearly so. */
  function turns({ bounds, whole = bounds }) {
    if (!whole) return [0];
    const [[, west], [, east]] = whole;
    return [0, ...(east + BESIDE > 180 ? [360] : []), ...(west - BESIDE < -180 ? [-360] : [])];
  }

  /* In a window of another size, all is in view again, where all was. */
  function refit(chart) {
    chart.map.setMinZoom(0);
    if (chart.isHome) (chart.isWhole ? goWhole : goHome)(chart, { animate: false });
    limit(chart);
  }

  function limit({ map, turns }) {
    const west = -180 + Math.min(...turns);
    const east = 180 + Math.max(...turns);
    const whole = map.getBoundsZoom([[-56, west], [78, east]]);
    map.setMinZoom(Math.min(whole, map.getZoom()));
    map.setMaxBounds([[-89, west - 60], [89, east + 60]]);
  }

  return { goHome, goWhole, goTo, covered, turns, limit, refit };
})();
