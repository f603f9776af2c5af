/* What a first view shows of places that a visitor has chosen: which of them lie too far off to be
   in it, and where the globe is cut. The rules are those of outliers.py and meridian.py, by which a
   page's own maps are framed when the site is built. */
Atlas.framing = (() => {
  "use strict";

  const FARTHER = 1.5;
  const NEAR = (15 * Math.PI) / 180;
  const [SHARE_OF_DOTS, SHARE_OF_LINES, MOST] = [1 / 4, 1 / 3, 6];
  const [MANY_LISTED, SHARE_BEYOND] = [40, 1 / 10];

  /* The spots where the map shows them, with what is `far`; `west`, where the globe is cut; and the
     `bounds` of the first view, with those of the `whole` if they differ. */
  function frame(spots, lines) {
    const { far, beyond } = findOutside(dotsOf(spots), lines);
    const isFar = ({ places }) => places.some((place) => far.has(place));
    const isOutside = ({ places }) => places.some((place) => far.has(place) || beyond.has(place));
    const near = spots.filter((spot) => !isOutside(spot));
    const west = westernEdge(near.map(({ latlng }) => latlng.lng));
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

  /* Where the 360 degrees that the map shows begin: at -180, unless the places lie closer together
     across it. */
  function westernEdge(longitudes) {
    const around = [...new Set(longitudes)].sort((a, b) => a - b);
    let [widest, west] = [0, -180];
    for (let at = 1; at < around.length; at += 1) {
      const gap = around[at] - around[at - 1];
      if (gap >= widest) [widest, west] = [gap, around[at - 1]];
    }
    if (around.length < 2 || around.at(-1) - around[0] < 180 || 360 - widest >= 180) return -180;
    return west + widest / 2;
  }

  function boundsOf(spots) {
    if (!spots.length) return undefined;
    const bounds = L.latLngBounds(spots.map(({ latlng }) => latlng));
    return [
      [bounds.getSouth(), bounds.getWest()],
      [bounds.getNorth(), bounds.getEast()],
    ];
  }

  return { frame, findOutside, westernEdge };
})();
