/* The signs of a few lines, drawn as SVG in the middle of each. */
Atlas.signs = (() => {
  "use strict";

  const Sign = L.CircleMarker.extend({
    _updatePath() {
      this._renderer._setPath(this, this._sign());
    },

    /* Nothing where the line is too short to be seen beside it. */
    _sign() {
      const { line, state, isBack } = this.options;
      const [start, at, ahead, end] = line.map((each) => this._map.latLngToLayerPoint(each));
      const scale = Atlas.scale();
      if (start.distanceTo(end) < Atlas.states.ROOM * scale) return "M0 0";
      const back = Atlas.states.BACK * scale;
      if (isBack) return `M${at.x} ${at.y - back}a${back} ${back} 0 1 0 .1 0`;
      const strokes = Atlas.states.sign(at, ahead, state, scale);
      return strokes.map((points) => `M${points.map((point) => point.join(" ")).join("L")}`).join("");
    },
  });

  /* Add the sign of a line, whose points (latitude, longitude) are given. */
  function add(points, state, layers) {
    const half = Math.floor((points.length - 1) / 2);
    const line = [points[0], points[half], points[half + 1], points.at(-1)].map((at) => L.latLng(at));
    for (const isBack of [true, false]) {
      const className = `${isBack ? "atlas-sign-back" : "atlas-sign"} ${Atlas.states.look(state)}`;
      new Sign(line[1], { line, state, isBack, className, interactive: false }).addTo(layers);
    }
  }

  return { add };
})();
