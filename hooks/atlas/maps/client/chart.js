/* An interactive map: land, controls, places and lines. `Atlas.ready` draws what a scene's script
   holds; a page with a map of its own (Cooperations) calls `Atlas.chart` and shows what it likes. */
(() => {
  "use strict";

  const CROWD = 400; // of more lines, or places, than this all are drawn on a canvas

  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, inertia: false });
  }

  /* How much larger letters are than usual: what is drawn in pixels grows with them. */
  Atlas.scale = () =>
    Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 20);

  /* A moment for the page to answer its reader: what takes longer is done piece by piece. */
  Atlas.pause = () => new Promise((done) => setTimeout(done));

  /* The chart on a Leaflet map, once it is there: it shows from its first `show` on, and until then
     the map's picture stands. `texts` are those of Atlas.texts.ofPage, or functions like them;
     `home` has the `bounds` of the first view, if any, `whole` those of all if they differ, and
     `countries`, a Set of codes to shade; `west` is where the globe is cut (see framing.js). */
  Atlas.chart = async (map, given) => {
    try {
      return await draw(map, given);
    } catch (error) {
      const box = map.getContainer();
      map.remove();
      box.className = "atlas-map"; // the picture stands
      box.removeAttribute("tabindex");
      throw error;
    }
  };

  async function draw(map, { texts, home, isCrowd }) {
    const box = map.getContainer();
    box.classList.add("atlas-drawing");
    const { west } = home;
    const chart = { map, box, texts, home, west, spots: [], ranked: [], marked: new Set() };
    chart.turns = Atlas.view.turns(home);
    Atlas.view.goHome(chart, { animate: false });
    await Atlas.pause();
    const land = Atlas.land(chart);
    await land.draw();
    land.shade(home.countries);
    await Atlas.pause();
    const controls = Atlas.controls(chart);
    chart.lines = isCrowd ? Atlas.crowd(chart) : Atlas.lines(chart);
    await Atlas.pause();
    chart.say = controls.say;
    const far = Atlas.far(chart);
    const names = Atlas.names(chart);
    if (chart.isHome) Atlas.view.goHome(chart, { animate: false }); // the window may have changed
    Atlas.view.limit(chart);
    Atlas.popups.attend(chart);
    Atlas.light.follow(chart);
    map.on("resize", () => Atlas.view.refit(chart));
    map.on(isCrowd ? "moveend" : "zoomend", () => Atlas.markers.regroup(chart));

    /* Show spots, each with `latlng`, `places`, `cooperations` and whether it is `far`, and
       lines, each with `form`, `places`, `cooperations` and its ends `from` and `to` (longitude, latitude) and `bow`. */
    chart.show = (spots, lines) => {
      Atlas.popups.close(chart);
      chart.spots = spots;
      chart.ranked = [...spots].sort((a, b) => b.cooperations.length - a.cooperations.length);
      chart.lines.show(lines, spots);
      Atlas.markers.regroup(chart);
      far.show(lines);
      names.update();
      box.classList.remove("atlas-drawing");
    };

    /* Let all there is be something else, before it is shown. */
    chart.settle = (next) => {
      const isSame = String([next.bounds, next.west]) === String([chart.home.bounds, chart.west]);
      Object.assign(chart, { home: next, west: next.west, turns: Atlas.view.turns(next) });
      land.draw().then(() => land.shade(chart.home.countries));
      if (isSame) return;
      map.setMinZoom(0);
      Atlas.view.goHome(chart, { animate: false });
      Atlas.view.limit(chart);
    };
    chart.offer = controls.offer;
    return chart;
  }

  /* Draw a scene: places and cooperations once by their ids, and else by their place in those. */
  Atlas.ready = async (map, { west, cooperations, places, spots, lines, far = [], whole }) => {
    const { atlasBounds: bounds, atlasCountries } = map.options;
    const home = { bounds: bounds ?? undefined, whole, west, countries: new Set(atlasCountries) };
    const texts = Atlas.texts.ofPage(map.getContainer());
    const isCrowd = Math.max(spots.length, lines.length) > CROWD;
    const points = new Map();
    const ids = (numbers) => numbers.map((at) => cooperations[at]);
    const outside = new Set(far);
    const shown = spots.map(([lon, lat, there, met], number) => {
      for (const at of there) points.set(at, [lon, lat]);
      return {
        latlng: L.latLng(lat, lon),
        places: there.map((at) => places[at]),
        cooperations: ids(met),
        far: outside.has(number),
      };
    });
    const drawn = lines.map(([form, a, b, bow, met]) => ({
      form,
      places: [places[a], places[b]],
      from: points.get(a),
      to: points.get(b),
      bow,
      cooperations: ids(met),
    }));
    const chart = await Atlas.chart(map, { texts, home, isCrowd });
    chart.show(shown, drawn);
  };
})();
