/* Groups: places whose markers would overlap have one, at the foremost of them. */
Atlas.groups = (() => {
  "use strict";

  const ROWS = 2 ** 20; // more than the grid has at any zoom
  const APART = 26; // pixels: markers are 24 across, with letters of the usual size, and square

  /* The groups, which are other ones only at another zoom. */
  function of(chart) {
    const { ranked, grouped } = chart;
    const side = APART * Atlas.scale();
    const zoom = chart.map.getZoom();
    if (grouped?.ranked !== ranked || grouped.zoom !== zoom || grouped.side !== side) {
      chart.grouped = { ranked, zoom, side, groups: made(chart, side) };
    }
    return chart.grouped.groups;
  }

  /* Go through the spots once, looking for groups no farther than in the neighbouring squares of
     a grid. Each group's own spot lies APART from those of all others, so few fit into a square. */
  function made({ map, ranked, isListedShown }, side) {
    const squares = new Map(); // number of a square -> groups
    const groups = [];
    for (const spot of ranked) {
      const at = map.project(spot.latlng).round();
      const column = Math.floor(at.x / side);
      const row = Math.floor(at.y / side);
      spot.group = nearest(squares, at, column, row, side);
      if (!spot.group) {
        spot.group = { at, lead: spot, spots: [], isListedShown };
        groups.push(spot.group);
        const square = column * ROWS + row;
        if (!squares.has(square)) squares.set(square, []);
        squares.get(square).push(spot.group);
      }
      spot.group.spots.push(spot);
    }
    return groups;
  }

  function nearest(squares, at, column, row, side) {
    let found = null;
    let least = side;
    for (let beside = column - 1; beside <= column + 1; beside += 1) {
      for (let below = row - 1; below <= row + 1; below += 1) {
        const there = squares.get(beside * ROWS + below);
        if (!there) continue;
        for (const group of there) {
          const distance = Math.max(Math.abs(at.x - group.at.x), Math.abs(at.y - group.at.y));
          if (distance < least) [found, least] = [group, distance];
        }
      }
    }
    return found;
  }

  function isSame(group, other) {
    const { lead, spots } = group;
    return (
      lead === other.lead &&
      group.isListedShown === other.isListedShown &&
      spots.length === other.spots.length &&
      spots.every((spot, at) => spot === other.spots[at])
    );
  }

  /* The cooperations and the listed pairs of a group, each once, and its foremost places: those of
     cooperations, which stand for what is listed near them as well, or else all. */
  function content({ isListedShown }, { spots }) {
    const once = (name) => [...new Set(spots.flatMap((spot) => spot[name] ?? []))];
    const researched = spots.filter(({ cooperations }) => cooperations.length);
    const foremost = researched.length ? researched : spots;
    return {
      places: foremost.flatMap((spot) => spot.places),
      cooperations: once("cooperations"),
      listed: isListedShown ? once("listed") : [],
      isCluster: foremost.length > 1,
      state: Atlas.states.liveliest(foremost.map(Atlas.states.of)),
      isPast: foremost.every(Atlas.states.isPast),
    };
  }

  return { of, isSame, content };
})();
