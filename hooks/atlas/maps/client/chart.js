/* An interactive map: land, controls, places and lines. `Atlas.ready` draws what a scene's script
   holds; a page with a map of its own (Cooperations) calls `Atlas.chart` and shows what it likes. */
(() => {
  "use strict";

  const CROWD = 400; // of more lines, or places, than this all are drawn on a canvas
  let scale;

  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, inertia: false });
  }

  /* How much larger letters are than usual: what is drawn in pixels grows with them. It is read once
     in a frame: each time that something has been added, the browser would reckon all anew. */
  Atlas.scale = () => {
    if (!scale) {
      scale = Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 20);
      requestAnimationFrame(() => (scale = undefined));
    }
    return scale;
  };

  /* A moment for the page to answer its reader: what takes longer is done piece by piece. */
  Atlas.pause = () => new Promise((done) => setTimeout(done));

  /* The chart on a Leaflet map, once it is there: it shows from its first `show` on, and until then
     the map's picture stands. `texts` are those of Atlas.texts.ofPage, or functions like them, or
     will be;
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
    const chart = { map, box, home, west, spots: [], ranked: [], marked: new Set() };
    Object.assign(chart, { isListedShown: true, isNow: false });
    chart.turns = Atlas.view.turns(home);
    Atlas.view.goHome(chart, { animate: false });
    await Atlas.pause();
    const land = Atlas.land(chart);
    await land.draw();
    land.shade(home.countries);
    chart.texts = await texts;
    await Atlas.pause();
    const controls = Atlas.controls(chart);
    chart.lines = isCrowd ? Atlas.crowd(chart) : Atlas.lines(chart);
    await Atlas.pause();
    chart.say = controls.say;
    map.on("moveend", () => Atlas.markers.regroup(chart)); // before names go where no marker is
    const far = Atlas.far(chart);
    const names = Atlas.names(chart);
    if (chart.isHome) Atlas.view.goHome(chart, { animate: false }); // the window may have changed
    Atlas.view.limit(chart);
    Atlas.popups.attend(chart);
    Atlas.light.follow(chart);
    map.on("resize", () => Atlas.view.refit(chart));
    let ever = { spots: [], lines: [], ties: [] };
    let now; // the same without what is over or planned, once it is asked for

    /* Show spots, each with `latlng`, `places`, `cooperations`, the numbers of the `listed` pairs
       that it is in, their `states` and whether it is `far` or `isGone`; lines, each with `form`, `state`,
       `places`, `cooperations` and its ends `from` and `to` (longitude, latitude) and `bow`; and
       ties, which are lines of listed pairs, with `state`, `places` and ends alone. */
    chart.show = (spots, lines, ties = []) => {
      ever = { spots, lines, ties };
      now = undefined;
      Atlas.legend.show(chart, "listed", spots.some(({ listed }) => listed?.length));
      update();
      box.classList.remove("atlas-drawing");
    };

    /* Show what is listed with the rest, or the rest alone. */
    chart.showListed = (isShown) => {
      if (chart.isListedShown === isShown) return;
      chart.isListedShown = isShown;
      update();
    };

    /* Show what is of now, or all that there ever was. */
    chart.showTime = (isNow) => {
      if (chart.isNow === isNow) return;
      chart.isNow = isNow;
      update();
    };

    function ofNow() {
      const isNow = ({ state }) => Atlas.states.isNow(state);
      const spots = ever.spots.map(Atlas.states.now).filter(Boolean);
      return { spots, lines: ever.lines.filter(isNow), ties: ever.ties.filter(isNow) };
    }

    function update() {
      if (chart.isNow) now ??= ofNow();
      const { spots, lines, ties } = chart.isNow ? now : ever;
      Atlas.popups.close(chart);
      const isSeen = ({ cooperations, listed }) => cooperations.length || !listed?.length;
      chart.spots = chart.isListedShown ? spots : spots.filter(isSeen);
      chart.ranked = [...chart.spots].sort(byRank);
      chart.lines.show(lines, spots.filter(isSeen));
      if (ever.ties.length) chart.listed ??= Atlas.listed(chart);
      chart.listed?.show(ties, spots);
      Atlas.markers.regroup(chart);
      far.show([...lines, ...ties]);
      names.update();
    }

    function byRank(a, b) {
      const more = b.cooperations.length - a.cooperations.length;
      return more || (b.listed?.length ?? 0) - (a.listed?.length ?? 0);
    }

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

  /* Draw a scene: places and cooperations once by their ids, and else by their place in those.
     `listed` are the two places of each listed pair, one pair after the other, and `ended` those
     pairs that have ended. */
  Atlas.ready = async (map, scene) => {
    const { west, cooperations, places, spots, lines, listed = [], far = [], whole } = scene;
    const ended = new Map((scene.ended ?? []).map((number) => [number, "ended"]));
    const { atlasBounds: bounds, atlasCountries } = map.options;
    const home = { bounds: bounds ?? undefined, whole, west, countries: new Set(atlasCountries) };
    const texts = Atlas.texts.ofMap(map.getContainer(), places);
    const researched = spots.filter(([, , , met, pairs]) => met.length || !pairs);
    const isCrowd = Math.max(researched.length, lines.length) > CROWD;
    const points = new Map();
    const ids = (numbers) => numbers.map((at) => cooperations[at]);
    const [outside, gone] = [new Set(far), new Set(scene.gone)];
    const shown = spots.map(([lon, lat, there, met, pairs = [], stand = {}], number) => {
      for (const at of there) points.set(at, [lon, lat]);
      return {
        latlng: L.latLng(lat, lon),
        places: there.map((at) => places[at]),
        cooperations: ids(met),
        listed: pairs,
        states: { cooperations: statesOf(stand), listed: ended },
        far: outside.has(number),
        isGone: gone.has(number),
      };
    });
    const drawn = lines.map(([form, a, b, bow, met, state]) => ({
      form,
      state,
      places: [places[a], places[b]],
      from: points.get(a),
      to: points.get(b),
      bow,
      cooperations: ids(met),
    }));
    const ties = listed.flatMap((a, at) => (at % 2 ? [] : [tie(at / 2, a, listed[at + 1])]));
    const chart = await Atlas.chart(map, { texts, home, isCrowd });
    Atlas.legend.attend(chart);
    Atlas.legend.attendTime(chart);
    chart.show(shown, drawn, ties);

    function tie(number, a, b) {
      const ends = [places[a], places[b]];
      const state = ended.get(number);
      return { number, state, places: ends, from: points.get(a), to: points.get(b) };
    }

    function statesOf(stand) {
      const found = Object.entries(stand);
      return new Map(found.flatMap(([state, numbers]) => ids(numbers).map((id) => [id, state])));
    }
  };
})();
