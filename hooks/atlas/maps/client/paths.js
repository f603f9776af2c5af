/* Lines as a canvas draws them: points on a square world that is 1 across, traced where they are in
   view, and found again near a point. */
Atlas.onSquare = (lon, lat) => {
  const sine = Math.max(-0.9999, Math.min(0.9999, Math.sin((lat * Math.PI) / 180)));
  return [lon / 360 + 0.5, 0.5 - Math.atanh(sine) / (2 * Math.PI)];
};

Atlas.paths = (chart) => {
  "use strict";

  const STEP = 6; // pixels between the points of a line; nearer ones are passed over
  const NEAR = 8; // pixels between the pointer and a line that is pointed at
  const { map } = chart;
  const edge = () => (chart.west + 180) / 360; // where the world begins, of its width

  /* The line's points, and the box that they fill. */
  function of(line) {
    if (!line.path) {
      const arc = Atlas.arcs.between(line.from, line.to, line.bow);
      const points = new Float64Array(2 * arc.length);
      const edges = [Infinity, Infinity, -Infinity, -Infinity];
      arc.forEach(([lon, lat], at) => {
        const [x, y] = Atlas.onSquare(lon, lat);
        points.set([x, y], 2 * at);
        edges[0] = Math.min(edges[0], x);
        edges[1] = Math.min(edges[1], y);
        edges[2] = Math.max(edges[2], x);
        edges[3] = Math.max(edges[3], y);
      });
      line.path = { points, edges };
    }
    return line.path;
  }

  /* Where a spot lies. */
  function pointOf(spot) {
    spot.point ??= Atlas.onSquare(spot.latlng.lng, spot.latlng.lat);
    return spot.point;
  }

  /* How often the line is to be turned around the world to be in view: over its edge, it comes in
     again on the other side. Empty if it is not in view. */
  function turnsInView(line, { x, y, width, height, across }) {
    const [west, north, east, south] = of(line).edges;
    if (south * across < y || north * across > y + height) return [];
    const turns = [0];
    if (east > edge() + 1) turns.push(-1);
    if (west < edge()) turns.push(1);
    return turns.filter(
      (turn) => (east + turn) * across >= x && (west + turn) * across <= x + width,
    );
  }

  /* What is drawn of a line (`states`), in these turns. */
  function trace(line, turns, view) {
    const { points, edges } = of(line);
    const last = points.length / 2 - 1;
    const every = stride(edges, last, view.across);
    for (const turn of turns) {
      for (const [start, end] of Atlas.states.parts(line.state)) {
        const first = pixel(points, start * last, turn, view);
        view.context.moveTo(first.x, first.y);
        for (let step = start * last; step < end * last; ) {
          step = Math.min(end * last, Math.floor(step / every + 1) * every);
          const next = pixel(points, step, turn, view);
          view.context.lineTo(next.x, next.y);
        }
      }
    }
  }

  /* Where the point lies in a view that is so many steps along a path. */
  function pixel(points, steps, turn, { x, y, across }) {
    const before = Math.min(Math.floor(steps), points.length / 2 - 2);
    const part = steps - before;
    const along = (axis) => {
      const from = points[2 * before + axis];
      return from + part * (points[2 * before + 2 + axis] - from);
    };
    return { x: (along(0) + turn) * across - x, y: along(1) * across - y };
  }

  /* The signs of lines in a view, each with its turns; none where a line is too short for one. */
  function signs(seen, view) {
    return seen.flatMap(([line, turns]) => {
      const { state } = line;
      if (!Atlas.states.look(state)) return [];
      const { points } = of(line);
      const last = points.length / 2 - 1;
      return turns.flatMap((turn) => {
        const shares = [0, 0.5, 0.55, 1];
        const [start, at, ahead, end] = shares.map((one) => pixel(points, one * last, turn, view));
        const length = Math.hypot(end.x - start.x, end.y - start.y);
        return length < Atlas.states.ROOM * Atlas.scale() ? [] : [{ at, ahead, state }];
      });
    });
  }

  /* Every how many-th point of a line is far enough from the one before. */
  function stride(edges, last, across) {
    const length = Math.hypot(edges[2] - edges[0], edges[3] - edges[1]) * across;
    return Math.max(1, Math.floor((STEP * last) / Math.max(1, length)));
  }

  /* The line nearest to a point of the map, if one is near enough to be meant. */
  function nearest(lines, latlng) {
    const across = 256 * 2 ** map.getZoom();
    const at = map.project(latlng).divideBy(across);
    const near = NEAR / across;
    let [found, least] = [null, near];
    for (const line of lines) {
      const { points, edges } = of(line);
      if (at.y < edges[1] - near || at.y > edges[3] + near) continue;
      for (let turn = -1; turn <= 1; turn += 1) {
        const x = at.x - turn;
        if (x < edges[0] - near || x > edges[2] + near) continue;
        const last = points.length / 2 - 1;
        const every = stride(edges, last, across);
        for (let step = 0; step < last; step += every) {
          const apart = distance(x, at.y, points, step, Math.min(last, step + every));
          if (apart < least) [found, least] = [line, apart];
        }
      }
    }
    return found;
  }

  /* From a point to the part of a path between two of its points. */
  function distance(x, y, points, from, to) {
    const ax = points[2 * from];
    const ay = points[2 * from + 1];
    const dx = points[2 * to] - ax;
    const dy = points[2 * to + 1] - ay;
    const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
    const along = Math.max(0, Math.min(1, share));
    return Math.hypot(x - ax - along * dx, y - ay - along * dy);
  }

  /* The middle of a line. */
  function middle(line) {
    const { points } = of(line);
    const at = 2 * Math.floor(points.length / 4);
    const across = 256 * 2 ** map.getZoom();
    return map.unproject([points[at] * across, points[at + 1] * across]);
  }

  return { edge, pointOf, turnsInView, trace, signs, nearest, middle };
};
