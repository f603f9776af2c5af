/* Groups: places whose markers would overlap have one, at the place with the most cooperations. */
Atlas.groups = (() => {
  "use strict";

  const APART = 26; // pixels: markers are 24 across, and nearer ones are drawn as one

  /* Go through the spots once, looking for groups no farther than in the neighbouring squares of
     a grid. Each group's own spot lies APART from those of all others, so few fit into a square. */
  function of({ map, ranked }) {
    const squares = new Map(); // "column row" -> groups
    const groups = [];
    for (const spot of ranked) {
      const at = map.project(spot.latlng).round();
      spot.group = nearest(squares, at);
      if (!spot.group) {
        spot.group = { at, lead: spot, spots: [] };
        groups.push(spot.group);
        const square = `${Math.floor(at.x / APART)} ${Math.floor(at.y / APART)}`;
        if (!squares.has(square)) squares.set(square, []);
        squares.get(square).push(spot.group);
      }
      spot.group.spots.push(spot);
    }
    return groups;
  }

  function nearest(squares, at) {
    let found = null;
    let least = APART;
    for (const column of [-1, 0, 1]) {
      for (const row of [-1, 0, 1]) {
        const square = `${Math.floor(at.x / APART) + column} ${Math.floor(at.y / APART) + row}`;
        for (const group of squares.get(square) ?? []) {
          const distance = at.distanceTo(group.at);
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
      spots.length === other.spots.length &&
      spots.every((spot, at) => spot === other.spots[at])
    );
  }

  /* The places and the cooperations of a group, each once. */
  function content({ spots }) {
    return {
      places: spots.flatMap((spot) => spot.places),
      cooperations: [...new Set(spots.flatMap((spot) => spot.cooperations))],
      isCluster: spots.length > 1,
    };
  }

  return { of, isSame, content };
})();
