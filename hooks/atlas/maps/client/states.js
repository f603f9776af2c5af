/* How a line shows that its tie is paused, planned or over: by what is missing of it, and by a sign
   in the gap. Python's maps/states.py does the same for pictures. */
Atlas.states = (() => {
  "use strict";

  const ORDER = ["ongoing", "paused", "planned", "ended"]; // the liveliest first
  const NOW = new Set(["ongoing", "paused"]);
  const PARTS = {
    ongoing: [[0, 1]],
    paused: [[0, 0.42], [0.58, 1]],
    planned: [[0.15, 0.42], [0.58, 0.85]],
    ended: [[0, 0.3], [0.7, 1]],
  };
  const ROUND = Array.from({ length: 13 }, (_, at) => (at * Math.PI) / 6);
  const SIGNS = {
    ongoing: [],
    paused: [[[-0.4, -0.8], [-0.4, 0.8]], [[0.4, -0.8], [0.4, 0.8]]],
    planned: [ROUND.map((turn) => [0.75 * Math.cos(turn), 0.75 * Math.sin(turn)])],
    ended: [[[-0.7, -0.7], [0.7, 0.7]], [[-0.7, 0.7], [0.7, -0.7]]],
  };
  const [SIGN, BACK] = [4.5, 7]; // pixels: half the width of a sign, and of what sets it off
  const ROOM = 34; // pixels: a shorter line has no room for a sign

  const isNow = (state = "ongoing") => NOW.has(state);
  const look = (state = "ongoing") => (state === "ongoing" ? "" : `atlas-state-${state}`);
  const liveliest = (states) => ORDER.find((one) => states.includes(one)) ?? "ended";

  /* How one that meets at a spot stands there, and how all do together. A spot's `states` are Maps
     of those that are not ongoing. */
  const at = ({ states }, tier, id) => states?.[tier]?.get(id) ?? "ongoing";
  function of(spot) {
    if (!spot.states) return "ongoing";
    const tiers = ["cooperations", "listed"];
    return liveliest(tiers.flatMap((tier) => (spot[tier] ?? []).map((id) => at(spot, tier, id))));
  }

  /* Whether nothing goes on there: all is over or planned, or the place is no more. */
  const isPast = (spot) => spot.isGone || !isNow(of(spot));

  /* The spot as it is now, or null if nothing goes on there. */
  function now(spot) {
    const { latlng, places, far, isGone, states } = spot;
    const goesOn = (tier) => (spot[tier] ?? []).filter((id) => isNow(at(spot, tier, id)));
    const [cooperations, listed] = [goesOn("cooperations"), goesOn("listed")];
    if (!cooperations.length && !listed.length) return null;
    return { latlng, places, far, isGone, states, cooperations, listed };
  }

  /* What is drawn of a line, as shares of its length. */
  const parts = (state = "ongoing") => PARTS[state];

  /* What is drawn of a line of points that lie evenly along it. */
  function cut(line, state) {
    const last = line.length - 1;
    return parts(state).map(([start, end]) => {
      const inner = line.filter((_, step) => step > start * last && step < end * last);
      return [between(line, start * last), ...inner, between(line, end * last)];
    });
  }

  /* The point of a line that lies so many steps along it. */
  function between(line, steps) {
    const before = Math.min(Math.floor(steps), line.length - 2);
    return line[before].map((value, axis) => {
      return value + (steps - before) * (line[before + 1][axis] - value);
    });
  }

  /* The strokes of a sign at a point of a line that runs on to another, in pixels. A cross stays
     upright: on a line that climbs it would be a plus. */
  function sign({ x, y }, ahead, state = "ongoing", scale = 1) {
    const along = state === "ended" ? [1, 0] : [ahead.x - x, ahead.y - y];
    const size = (SIGN * scale) / (Math.hypot(...along) || 1);
    const [dx, dy] = along.map((one) => one * size);
    return SIGNS[state].map((stroke) =>
      stroke.map(([right, down]) => [x + right * dx - down * dy, y + right * dy + down * dx]),
    );
  }

  /* Paint signs on a canvas, each `{at, ahead, state}`, in the colours of these names. */
  function paint(context, signs, ink, halo) {
    const scale = Atlas.scale();
    const style = getComputedStyle(document.body);
    Object.assign(context, { globalAlpha: 1, fillStyle: style.getPropertyValue(halo) });
    Object.assign(context, { strokeStyle: style.getPropertyValue(ink), lineWidth: 1.75 });
    Object.assign(context, { lineCap: "round" });
    context.setLineDash([]);
    for (const { at: point, ahead, state } of signs) {
      context.beginPath();
      context.arc(point.x, point.y, BACK * scale, 0, 2 * Math.PI);
      context.fill();
      context.beginPath();
      for (const [first, ...rest] of sign(point, ahead, state, scale)) {
        context.moveTo(...first);
        for (const next of rest) context.lineTo(...next);
      }
      context.stroke();
    }
  }

  return { BACK, ROOM, at, cut, isNow, isPast, liveliest, look, now, of, paint, parts, sign };
})();
