/* What the buttons of the page of the verbs do: things that visitors do, and things that go wrong. */

const status = document.querySelector("[role=status]");
const deeds = {
  Tell: () => {},
  Copy: () => navigator.clipboard.writeText("copied words"),
  Print: () => print(),
  Widen: () => document.querySelector("h1").classList.add("wide"),
  Fetch: () => fetch("table.csv"),
  Log: () => console.log("a word"),
  Throw: () => setTimeout(() => { throw new Error("broken"); }),
  Ask: () => fetch("http://elsewhere.invalid/").catch(() => {}),
  Miss: () => fetch("nowhere.json"),
  Draw: () => document.body.append(Object.assign(new Image(), { src: "data:," })),
};

for (const button of document.querySelectorAll("button")) {
  button.addEventListener("click", async () => {
    await deeds[button.textContent]?.();
    setTimeout(() => { status.textContent = `Done: ${button.textContent}`; });
  });
}
document.querySelector("input").addEventListener("input", ({ target }) => {
  document.getElementById("typed").textContent = `Typed: ${target.value}`;
});
document.querySelector("select").addEventListener("change", ({ target }) => {
  status.textContent = `Chosen: ${target.value}`;
});
