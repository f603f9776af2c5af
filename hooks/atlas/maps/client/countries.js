/* The land in a few shapes; over them the countries that the map is about, the tiny ones as rings. */
Atlas.land = (chart) => {
  "use strict";

  const SEEN = 9; // pixels: a country smaller than this is marked by a ring
  const AT_ONCE = 3000; // points of a shape: as much as a phone draws without stopping
  const { map } = chart;
  const world = window.AtlasWorld?.features ?? [];
  const pane = "atlas-world";
  map.createPane(pane);
  const look = { pane, renderer: L.svg({ pane, padding: 0.5 }), interactive: false, weight: 0.75 };
  const outlines = new Map(); // code of a country that is or was shaded -> its layers
  const rings = new Map(); // code -> [{circle, across}]
  let drawn = []; // turns of the globe
  let shaded = new Set();

  map.on("zoomend", showRings);

  /* Few shapes are drawn far sooner than one for each country. What was drawn before stays; so what
     is shaded is to be laid over it anew. */
  async function draw() {
    const missing = chart.turns.filter((turn) => !drawn.includes(turn));
    if (!missing.length) return;
    shade(new Set());
    outlines.clear();
    rings.clear();
    drawn = [...drawn, ...missing];
    for (const turn of missing) {
      for (const shape of shapes()) {
        const all = L.GeoJSON.coordsToLatLngs(shape, 2, turned(turn));
        L.polygon(all, { ...look, className: "atlas-land", fillRule: "nonzero" }).addTo(map);
        await Atlas.pause();
      }
    }
  }

  function* shapes() {
    let shape = [];
    let points = 0;
    for (const polygon of world.flatMap(({ geometry }) => polygonsOf(geometry))) {
      shape.push(polygon);
      for (const ring of polygon) points += ring.length;
      if (points < AT_ONCE) continue;
      yield shape;
      shape = [];
      points = 0;
    }
    if (shape.length) yield shape;
  }

  function polygonsOf({ type, coordinates, geometries }) {
    if (type === "Polygon") return [coordinates];
    if (type === "MultiPolygon") return coordinates;
    return geometries?.flatMap(polygonsOf) ?? [];
  }

  function turned(turn) {
    return ([lon, lat]) => L.latLng(lat, lon + turn);
  }

  function add(code) {
    outlines.set(code, []);
    rings.set(code, []);
    for (const feature of world) {
      const { iso2, dot, across } = feature.properties;
      if (iso2 !== code) continue;
      for (const turn of drawn) {
        if (feature.geometry.type !== "Point") outlines.get(code).push(outline(feature, turn));
        if (dot) rings.get(code).push({ across, circle: ring(dot, turn) });
      }
    }
  }

  function outline(feature, turn) {
    const style = { ...look, className: "atlas-land atlas-shaded" };
    return L.geoJson(feature, { coordsToLatLng: turned(turn), ...look, style });
  }

  function ring([lon, lat], turn) {
    const className = "atlas-shaded atlas-shaded-dot";
    return L.circleMarker([lat, lon + turn], { ...look, weight: 1, radius: 5 * Atlas.scale(), className });
  }

  /* Shade these countries, and no others. */
  function shade(codes) {
    for (const code of shaded) {
      if (codes.has(code)) continue;
      for (const layer of outlines.get(code)) layer.remove();
      for (const { circle } of rings.get(code)) circle.remove();
    }
    for (const code of codes) {
      if (!outlines.has(code)) add(code);
      for (const layer of outlines.get(code)) layer.addTo(map);
    }
    shaded = codes;
    showRings();
  }

  /* A ring stands where a shaded country is too small to be seen; the legend explains it then. */
  function showRings() {
    let any = false;
    for (const code of shaded) {
      for (const { circle, across } of rings.get(code)) {
        const isTiny = (across * 256 * 2 ** map.getZoom()) / 360 < SEEN;
        if (isTiny) circle.addTo(map);
        else circle.remove();
        any ||= isTiny;
      }
    }
    Atlas.legend.show(chart, "tiny", any);
  }

  return { draw, shade };
};
