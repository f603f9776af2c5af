/* What a first view shows of places that a visitor has chosen: which of them lie too far off to be
   in it, and where the globe is cut. The rules are those of outliers.py and meridian.py, by which a
   page's own maps are framed when the site is built. */
Atlas.framing = (() => {
  "use strict";

  const FARTHER = 1.5;
  const NEAR = (15 * Math.PI) / 180;
  const [SHARE_OF_DOTS, SHARE_OF_LINES, MOST] = [1 / 4, 1 / 3, 6];
  const [MANY_LISTED, SHARE_BEYOND] = [40, 1 / 10];
  const MERIDIANS = Array.from({ length: 12 }, (_, at) => 30 * at);
  const CLEAR = 20;

  /* The spots where the map shows them, with what is `far`; `west`, where the globe is cut; and the
     `bounds` of the first view, with those of the `whole` if they differ. */
  function frame(spots, lines) {
    const { far, beyond } = findOutside(dotsOf(spots), lines);
    const isFar = ({ places }) => places.some((place) => far.has(place));
    const isOutside = ({ places }) => places.some((place) => far.has(place) || beyond.has(place));
    const near = spots.filter((spot) => !isOutside(spot));
    const points = near.map(({ latlng }) => latlng.lng);
    const within = lines.filter((line) => !isOutside(line));
    const west = choose(points, within.map(({ from: [a], to: [b] }) => [a, b])) - 180;
    const shown = spots.map((spot) => {
      const { lat, lng } = spot.latlng;
      const turn = -360 * Math.floor((lng - west) / 360);
      return { ...spot, latlng: L.latLng(lat, lng + turn), far: isFar(spot) };
    });
    const bounds = boundsOf(shown.filter((spot) => !isOutside(spot)));
    const isAll = !far.size && !beyond.size;
    return { spots: shown, west, bounds, whole: isAll ? undefined : boundsOf(shown) };
  }

  /* Places at one point are one dot. */
  function dotsOf(spots) {
    const dots = new Map();
    for (const { latlng, places, cooperations, listed } of spots) {
      const key = `${latlng.lat} ${latlng.lng}`;
      const isListed = !cooperations.length && listed?.length > 0;
      const at = [latlng.lng, latlng.lat];
      if (!dots.has(key)) dots.set(key, { at, places: [], isListed });
      dots.get(key).places.push(...places);
      dots.get(key).isListed &&= isListed;
    }
    return [...dots.values()];
  }

  /* The places of the dots that lie `far` off, and of those known from registers alone that lie
     `beyond` the first view. */
  function findOutside(dots, lines) {
    const away = distances(dots);
    const order = [...dots.keys()].sort((a, b) => away[a] - away[b] || a - b);
    const beyond = new Set(findBeyond(dots, order));
    const placesOf = (numbers) => new Set([...numbers].flatMap((number) => dots[number].places));
    const among = order.filter((number) => !beyond.has(number));
    return { far: findFar(dots, lines, away, among), beyond: placesOf(beyond) };
  }

  function findBeyond(dots, order) {
    const listed = order.filter((number) => dots[number].isListed);
    return listed.length > MANY_LISTED ? listed.slice(-Math.floor(listed.length * SHARE_BEYOND)) : [];
  }

  /* `order` has the numbers of the dots, the nearest first. */
  function findFar(dots, lines, away, order) {
    const most = Math.min(MOST, Math.floor(order.length * SHARE_OF_DOTS));
    for (let kept = order.length - most; most && kept < order.length; kept += 1) {
      const within = Math.max(NEAR, away[order[kept - 1]]);
      if (away[order[kept]] <= FARTHER * within) continue;
      const far = new Set(order.slice(kept).flatMap((number) => dots[number].places));
      const led = lines.filter(({ places }) => places.some((place) => far.has(place)));
      if (led.length <= SHARE_OF_LINES * lines.length) return far;
    }
    return new Set();
  }

  /* How far, in radians, each dot lies from the middle of all, which a far one does not move. */
  function distances(dots) {
    if (!dots.length) return [];
    const points = dots.map(({ at }) => onGlobe(at));
    const middle = [0, 1, 2].map((axis) => median(points.map((point) => point[axis])));
    const length = Math.hypot(...middle);
    if (length < 1e-6) return dots.map(() => 0); // all around the globe
    return points.map((point) => {
      const cosine = point.reduce((sum, value, axis) => sum + (value * middle[axis]) / length, 0);
      return Math.acos(Math.max(-1, Math.min(1, cosine)));
    });
  }

  function onGlobe([lon, lat]) {
    const [x, y] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
  }

  function median(values) {
    const sorted = Float64Array.from(values).sort();
    const half = sorted.length >> 1;
    return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /* The meridian in the middle of a map of places with these longitudes, and of lines between two
     of them, which go the shorter way around the globe. */
  function choose(points, lines) {
    const spans = lines.map(([a, b]) => {
      const end = b + 360 * Math.round((a - b) / 360);
      return [Math.min(a, end), Math.max(a, end)];
    });
    const around = unite([...spans, ...points.map((lon) => [lon, lon])]);
    if (!around.length) return 0;
    const [west, east] = wholeOf(around);
    const isHalf = east - west <= 180;
    if (isHalf) spans.push([west, east]);
    const middle = isHalf ? (west + east) / 2 : 0;
    const apart = (one) => Math.abs(modulo(one - middle + 180) - 180);
    const ranked = MERIDIANS.map((one) => {
      const isNear = count(around, one - 180, CLEAR) > 0;
      return [count(spans, one - 180, 0), Number(isNear), Number(one !== 0), apart(one), one];
    });
    const first = (a, b) => a.map((each, at) => each - b[at]).find((each) => each !== 0);
    return ranked.sort(first)[0].at(-1);
  }

  const modulo = (lon) => ((lon % 360) + 360) % 360;

  /* How many of the spans, wider by a margin, a cut goes through. */
  function count(spans, cut, margin) {
    return spans.filter(([west, east]) => {
      const beyond = modulo(cut - (west - margin));
      return beyond > 0 && beyond < east - west + 2 * margin;
    }).length;
  }

  /* The spans with those joined that meet, in their order from -180 eastwards. */
  function unite(spans) {
    const turned = spans.map(([west, east]) => {
      const turn = 360 * Math.floor((west + 180) / 360);
      return [west - turn, Math.min(east, west + 360) - turn];
    });
    const united = [];
    for (const [west, east] of turned.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = united.at(-1);
      if (last && west <= last[1]) last[1] = Math.max(last[1], east);
      else united.push([west, east]);
    }
    while (united.length > 1 && united.at(-1)[1] - 360 >= united[0][0]) {
      const [, first] = united.shift();
      united.at(-1)[1] = Math.max(united.at(-1)[1], first + 360);
    }
    return united;
  }

  /* From one side of the widest empty stretch to the other. */
  function wholeOf(around) {
    const starts = [...around.slice(1).map(([west]) => west), around[0][0] + 360];
    const gaps = around.map(([, east], at) => [starts[at] - east, starts[at]]);
    const [gap, west] = gaps.reduce((widest, one) =>
      one[0] > widest[0] || (one[0] === widest[0] && one[1] > widest[1]) ? one : widest,
    );
    return [west, west + 360 - gap];
  }

  function boundsOf(spots) {
    if (!spots.length) return undefined;
    const bounds = L.latLngBounds(spots.map(({ latlng }) => latlng));
    return [
      [bounds.getSouth(), bounds.getWest()],
      [bounds.getNorth(), bounds.getEast()],
    ];
  }

  return { frame, findOutside, choose };
})();
