/* Great circles: the shortest way over the globe between two places, as points close enough
   together that no bend is seen at any zoom. Python's maps/arcs.py does the same for pictures. */
Atlas.arcs = (() => {
  "use strict";

  const KM_PER_POINT = 100;
  const [FEWEST, MOST] = [2, 128];
  const BENT = 16; // a line that is bent needs so many steps, however short it is
  const DEGREE = Math.PI / 180;
  const OPPOSITE = 19900; // kilometres: between places so far apart every way is as short

  /* Longitudes and latitudes from `a` to `b`, the longitudes running on without a jump. `bow` bends
     the line sideways by so much of its length, to keep it apart from others with its ends. Of the
     ways between opposite places it is the one that nears neither a pole nor 180. */
  function between(a, b, bow = 0) {
    const [start, end] = [onSphere(a), onSphere(b)];
    const angle = Math.acos(Math.max(-1, Math.min(1, dot(start, end))));
    const isOpposite = angle * 6371 > OPPOSITE;
    const half = onSphere([a[0] + (a[0] <= 0 ? 90 : -90), 0]);
    const steps = Math.round((angle * 6371) / KM_PER_POINT);
    const count = Math.min(MOST, Math.max(bow ? BENT : FEWEST, steps));
    let lon = a[0];
    const line = Array.from({ length: count + 1 }, (_, step) => {
      const part = step / count;
      const [x, y, z] = isOpposite ? bothHalves(part) : share(start, end, angle, part);
      const next = Math.atan2(y, x) / DEGREE;
      lon = next + 360 * Math.round((lon - next) / 360);
      return [lon, Math.asin(Math.max(-1, Math.min(1, z))) / DEGREE];
    });
    return bow ? bent(line, bow) : line;

    function bothHalves(part) {
      const quarter = Math.PI / 2;
      if (part < 0.5) return share(start, half, quarter, 2 * part);
      return share(half, end, Math.acos(dot(half, end)), 2 * part - 1);
    }
  }

  function bent(line, bow) {
    const [[west, south], [east, north]] = [line[0], line.at(-1)];
    const squeeze = Math.max(0.1, Math.cos(((south + north) / 2) * DEGREE));
    const [across, up] = [(east - west) * squeeze, north - south];
    return line.map(([lon, lat], at) => {
      const bend = bow * Math.sin((Math.PI * at) / (line.length - 1));
      const raised = Math.max(-89.9, Math.min(89.9, lat + across * bend));
      return [lon - (up * bend) / squeeze, raised];
    });
  }

  function onSphere([lon, lat]) {
    const [l, p] = [lon * DEGREE, lat * DEGREE];
    return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)];
  }

  function dot(a, b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  function share(start, end, angle, part) {
    const sine = Math.sin(angle);
    if (sine < 1e-9) return start;
    const [p, q] = [Math.sin((1 - part) * angle) / sine, Math.sin(part * angle) / sine];
    return start.map((value, at) => p * value + q * end[at]);
  }

  /* The line cut where it leaves the 360 degrees from `west` on one side, to come in on the other. */
  function pieces(line, west) {
    const turn = ([lon]) => Math.floor((lon - west) / 360);
    const turned = ([lon, lat], turns) => [lon - 360 * turns, lat];
    const found = [[turned(line[0], turn(line[0]))]];
    for (let at = 1; at < line.length; at += 1) {
      const [before, after] = [line[at - 1], line[at]];
      const [here, there] = [turn(before), turn(after)];
      if (here !== there) {
        const edge = west + 360 * Math.max(here, there);
        const part = (edge - before[0]) / (after[0] - before[0]);
        const crossing = [edge, before[1] + part * (after[1] - before[1])];
        found.at(-1).push(turned(crossing, here));
        found.push([turned(crossing, there)]);
      }
      found.at(-1).push(turned(after, there));
    }
    return found;
  }

  return { between, pieces };
})();
