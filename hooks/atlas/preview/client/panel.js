// What the preview adds to a page: it is loaded anew when something was saved, and says over the
// page what is wrong with that. All of it is text; nothing becomes HTML.
(() => {
  const script = document.currentScript;
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("panel.css", script.src);
  document.head.append(sheet);

  function add(parent, name, text, attributes = {}) {
    const element = document.createElement(name);
    element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttribute(key, value);
    }
    parent.append(element);
    return element;
  }

  function show(told) {
    document.getElementById("atlas-preview")?.remove();
    if (!told.problems.length && !told.said.length) {
      return;
    }
    const panel = add(document.body, "aside", "", {
      id: "atlas-preview", role: "alert", lang: told.language, dir: told.direction,
    });
    for (const sentence of told.sentences) {
      add(panel, "p", sentence);
    }
    const list = add(panel, "ul", "");
    for (const problem of told.problems) {
      const item = add(list, "li", "");
      add(item, "code", problem.place, {dir: "ltr"});
      add(item, "p", problem.text);
    }
    for (const text of told.said) {
      add(panel, "pre", text, {lang: "en", dir: "ltr"});
    }
  }

  const events = new EventSource(new URL("events", script.src));
  events.addEventListener("message", (event) => {
    const told = JSON.parse(event.data);
    if (told.pages === script.dataset.pages) {
      show(told);
    } else {
      events.close();
      location.reload();
    }
  });
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
})();
