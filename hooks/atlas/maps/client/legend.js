/* The legend beside a map: entries for what only a map that can be moved shows, while it does. */
Atlas.legend = (() => {
  "use strict";

  /* Show or hide the entries of this name; a legend without entries is hidden itself. */
  function show({ box }, name, isShown) {
    const entries = [...box.parentElement.querySelectorAll(`.atlas-legend-${name}`)];
    for (const entry of entries) entry.hidden = !isShown;
    const legend = entries[0]?.parentElement;
    if (legend) legend.hidden = [...legend.children].every(({ hidden }) => hidden);
  }

  /* The switch beside the map says whether what is listed is shown. */
  function attend(chart) {
    const change = chart.box.parentElement.querySelector(".atlas-listed-switch");
    if (!change) return;
    const apply = () => chart.showListed(change.checked);
    change.addEventListener("change", apply);
    apply();
  }

  /* The choice beside the map says whether all is shown that there ever was, or what is of now. */
  function attendTime(chart) {
    const block = chart.box.parentElement;
    const choices = [...block.querySelectorAll(".atlas-time")];
    const apply = () => chart.showTime(choices.some(({ checked, value }) => checked && value === "now"));
    for (const choice of choices) {
      choice.addEventListener("change", () => {
        apply();
        chart.say(choice.value === "now" ? block.querySelector(".atlas-not-now").textContent : "");
      });
    }
    apply();
  }

  return { show, attend, attendTime };
})();
