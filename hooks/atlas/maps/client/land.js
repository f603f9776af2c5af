/* The land: every country's outline, those that the map is about shaded, the tiny ones as rings. */
Atlas.land = (chart) => {
  "use strict";

  const SEEN = 9; // pixels: a country smaller than this is marked by a ring
  const { map, box } = chart;
  const world = window.AtlasWorld ?? { type: "FeatureCollection", features: [] };
  const pane = "atlas-world";
  const outlines = new Map(); // code -> layers
  const rings = new Map(); // code -> [{circle, across}]
  let shaded = new Set();

  map.createPane(pane);
  const renderer = L.svg({ pane, padding: 0.5 });
  for (const turn of chart.turns) {
    L.geoJson(world, {
      pane,
      renderer,
      interactive: false,
      filter: ({ geometry }) => geometry.type !== "Point",
      coordsToLatLng: ([lon, lat]) => L.latLng(lat, lon + turn),
      style: { className: "atlas-land", weight: 0.75 },
      onEachFeature: ({ properties }, layer) => keep(outlines, properties.iso2, layer),
    }).addTo(map);
    for (const { properties } of world.features) {
      if (properties.dot) keep(rings, properties.iso2, ring(properties, turn));
    }
  }
  map.on("zoomend", showRings);

  function keep(found, code, one) {
    if (!found.has(code)) found.set(code, []);
    found.get(code).push(one);
  }

  function ring({ dot: [lon, lat], across }, turn) {
    const className = "atlas-shaded atlas-shaded-dot";
    const look = { pane, renderer, interactive: false, radius: 5, className };
    return { across, circle: L.circleMarker([lat, lon + turn], look) };
  }

  /* Shade these countries, and no others. */
  function shade(codes) {
    for (const code of new Set([...shaded, ...codes])) {
      for (const layer of outlines.get(code) ?? []) {
        layer.getElement()?.classList.toggle("atlas-shaded", codes.has(code));
        if (codes.has(code)) layer.bringToFront();
      }
    }
    for (const code of shaded) {
      if (!codes.has(code)) for (const { circle } of rings.get(code) ?? []) circle.remove();
    }
    shaded = codes;
    showRings();
  }

  /* A ring stands where a shaded country is too small to be seen; the legend explains it then. */
  function showRings() {
    let any = false;
    for (const code of shaded) {
      for (const { circle, across } of rings.get(code) ?? []) {
        const isTiny = (across * 256 * 2 ** map.getZoom()) / 360 < SEEN;
        if (isTiny) circle.addTo(map);
        else circle.remove();
        any ||= isTiny;
      }
    }
    const entry = box.parentElement.querySelector(".atlas-legend-tiny");
    if (entry) entry.hidden = !any;
    const legend = entry?.parentElement;
    if (legend) legend.hidden = [...legend.children].every(({ hidden }) => hidden);
  }

  return { shade };
};
