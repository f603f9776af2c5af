/* Performs tasks in Firefox, with real touches and keys, through WebDriver BiDi: the other half of
   tests/audit/firefox.py, which says on standard input what is to be done, and hears on standard
   output how each task went, a line of JSON each. The verbs are those of tests/browser/tasks.py. */

import { mkdtempSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

import puppeteer from "puppeteer-core";

const orders = JSON.parse(await text(process.stdin));
const { executable, address, folder, fonts, patience, probes, tasks } = orders;

const MOST = patience / 3; // seconds for one look: a page in its last moment gives no answer
const ISOLATES = /[\u2066-\u2069]/g; // marks of direction, which Firefox leaves out of names
const ACTS = ["open", "tap", "type", "press", "tab", "choose", "copy", "download", "print"];

/* Firefox reaches nothing but this machine: whatever else it asks for goes to a port where nobody
   answers. It may read the fonts of the tests, which its sandbox would hide. Windows that are touched
   say so, letters have the size that a task asks for, and files are saved without a question. */
function preferences({ language, window }, downloads) {
  const [most] = language.split("-");
  return {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.dns.disablePrefetch": true,
    "security.sandbox.content.read_path_whitelist": fonts.map((one) => `${one}/`).join(","),
    "intl.accept_languages": [...new Set([language, most])].join(", "),
    "dom.w3c_touch_events.enabled": window.touch ? 1 : 0,
    "ui.primaryPointerCapabilities": window.touch ? 1 : 6,
    "ui.allPointerCapabilities": window.touch ? 1 : 6,
    "ui.prefersReducedMotion": 1,
    "font.size.variable.x-western": Math.round((16 * window.text) / 100),
    "font.size.variable.ar": Math.round((16 * window.text) / 100),
    "dom.events.testing.asyncClipboard": true,
    "browser.download.dir": downloads,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": true,
    "browser.download.always_ask_before_handling_new_types": false,
  };
}

class Visitor {
  steps = 0;
  faults = [];
  asked = []; // addresses
  files = []; // what was saved: the number of its step, its name, and where it lies now

  constructor(page, task, downloads) {
    Object.assign(this, { page, task, downloads });
    page.on("console", (message) => this.faults.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => this.faults.push(`script: ${error.message}`));
    page.on("request", (request) => {
      const url = request.url();
      this.asked.push(url);
      if (!/^(data|blob):/.test(url) && !url.startsWith(address) && !isBrowsersOwn(url))
        this.faults.push(`asked elsewhere: ${url}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400 && !isBrowsersOwn(response.url()))
        this.faults.push(`${response.status()}: ${response.url()}`);
    });
    page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      if (!why.includes("ABORT")) this.faults.push(`${why}: ${request.url()}`);
    });
  }

  async take(step, number) {
    if (ACTS.includes(step.verb) && step.verb !== "tab") this.steps += 1;
    await this[step.verb](step, number);
  }

  // Acts

  async open({ text }) {
    const answer = await this.page.goto(address + text, { waitUntil: "load" });
    if (answer && !answer.ok()) throw new Error(`${answer.status()}: it is not there`);
  }

  async tap({ thing }) {
    const found = await this.find(thing);
    const over = await found.evaluate((element) => visitor.uncover(element));
    if (over) throw new Error(`under ${over}`);
    const { x, y } = await found.evaluate((element) => visitor.midst(element));
    if (this.task.window.touch) await this.page.touchscreen.tap(x, y);
    else await this.page.mouse.click(x, y);
  }

  async type({ thing, text }) {
    const field = await this.find(thing);
    if (!(await isActive(field))) {
      await this.tap({ thing });
      this.steps += 1;
    }
    await this.page.keyboard.type(text);
  }

  async press({ text }) {
    await this.page.keyboard.press(text);
  }

  async tab({ thing }) {
    const wanted = await this.find(thing);
    await this.page.evaluate(() => visitor.visited.clear());
    do {
      await this.page.keyboard.press("Tab");
      this.steps += 1;
      if (await isActive(wanted)) return;
    } while (await this.page.evaluate(() => visitor.isNew(document.activeElement)));
    throw new Error("the focus never comes there");
  }

  async choose({ thing, text }) {
    const box = await this.find(thing);
    const value = await box.evaluate(
      (select, label) => [...select.options].find((one) => one.label === label)?.value,
      text,
    );
    if (value === undefined) throw new Error("there is no such choice");
    await box.select(value);
  }

  async copy(step) {
    await this.tap(step);
    const words = step.holds.map((one) => one.split(/\s+/).join(" "));
    await this.until(async () => {
      const copied = await this.page.evaluate(() => navigator.clipboard.readText());
      return words.every((one) => copied.includes(one));
    });
  }

  async download(step, number) {
    await this.tap(step);
    let name;
    // While a file comes, an empty one of its name stands beside what has come of it.
    await this.until(() => {
      const [first, ...others] = readdirSync(this.downloads);
      name = first;
      const isWhole = first && !others.length && !first.endsWith(".part"); // what Firefox writes to
      return isWhole && statSync(join(this.downloads, first)).size;
    });
    const path = join(mkdtempSync(join(folder, "saved-")), name);
    renameSync(join(this.downloads, name), path);
    this.files.push({ step: number, name, path });
  }

  async print(step, number) {
    await this.tap(step);
    await this.until(() => this.page.evaluate(() => visitor.printed));
    const path = join(mkdtempSync(join(folder, "printed-")), "page");
    writeFileSync(path, await this.page.pdf({ format: "A4" }));
    this.files.push({ step: number, name: "", path });
  }

  // Looks

  async arrive({ text }) {
    let url = "";
    const isThere = async () => {
      url = await this.page.evaluate(() => location.href);
      return decodeURI(url) === decodeURI(address + text);
    };
    await this.until(isThere, () => `the address is ${url.replace(address, "")}`);
  }

  async see({ thing, text }) {
    if (thing) await this.find(thing);
    else await this.until(() => this.page.evaluate((words) => visitor.shows(words), text));
  }

  async miss({ thing, text }) {
    if (thing) await this.until(async () => !(await this.seen(thing)).length);
    else await this.until(() => this.page.evaluate((words) => !visitor.shows(words), text));
  }

  async view({ thing, text }) {
    const stands = (words) => visitor.showing(words).some((one) => visitor.isInView(one));
    if (thing) await this.holds(thing, (element) => visitor.isInView(element));
    else await this.until(() => this.page.evaluate(stands, text));
  }

  async hear({ text }) {
    await this.until(() => this.page.evaluate((words) => visitor.tells(words), text));
  }

  async focused({ thing }) {
    await this.holds(thing, (element) => element === document.activeElement);
  }

  async leads({ thing, text }) {
    await this.holds(thing, (element, part) => visitor.leads(element).includes(part), text);
  }

  async large({ thing }) {
    await this.holds(thing, (element) => visitor.isLarge(element));
  }

  async fits() {
    await this.until(() => this.page.evaluate(() => visitor.fits()));
  }

  async unfetched({ text }) {
    if (this.asked.some((url) => url.endsWith(text))) throw new Error("it came");
  }

  // Finding

  /* All things of a kind that can be seen, by role and name as Firefox tells them to a screen
     reader. */
  async seen({ role, name, within }) {
    const scopes = within ? await this.seen(within) : [this.page];
    const quoted = (value) => (value.includes('"') ? `'${value}'` : `"${value}"`);
    const named = name ? `[name=${quoted(name.replaceAll(ISOLATES, ""))}]` : "";
    const found = await Promise.all(
      scopes.map((scope) => scope.$$(`aria/${named}[role=${quoted(role)}]`)),
    );
    const things = found.flat();
    const shown = await Promise.all(
      things.map((one) => one.evaluate((element) => visitor.isSeen(element))),
    );
    return things.filter((_, index) => shown[index]);
  }

  /* The first of them, once there is one. */
  async find(thing) {
    let first;
    const look = async () => {
      [first] = await this.seen(thing);
      return first;
    };
    await this.until(look, () => "there is none");
    return first;
  }

  async holds(thing, test, ...given) {
    await this.until(async () => (await this.find(thing)).evaluate(test, ...given));
  }

  /* Wait until something is so. A page that was asked and is gone is followed by the next. */
  async until(isSo, why = () => "it is not so") {
    const end = performance.now() + 1000 * patience;
    let lost;
    do {
      try {
        if (await inTime(isSo())) return;
        lost = undefined;
      } catch (error) {
        lost = error;
      }
      await sleep(50);
    } while (performance.now() < end);
    throw lost ?? new Error(why());
  }
}

/* For a picture that fills a window Firefox asks the host for an icon. */
function isBrowsersOwn(url) {
  return url === new URL("/favicon.ico", address).href;
}

/* What a look finds, unless the page leaves it without an answer. */
async function inTime(found) {
  const look = Promise.resolve(found);
  const end = new AbortController();
  const late = sleep(1000 * MOST, undefined, { signal: end.signal }).then(() => {
    throw new Error("the page did not answer");
  });
  try {
    return await Promise.race([look, late]);
  } finally {
    end.abort();
    for (const one of [look, late]) one.catch(() => {}); // whichever came second
  }
}

function isActive(handle) {
  return handle.evaluate((element) => element === document.activeElement);
}

async function perform(task) {
  const downloads = mkdtempSync(join(folder, "downloads-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: executable,
    defaultViewport: { width: task.window.width, height: task.window.height },
    protocolTimeout: 3000 * patience,
    extraPrefsFirefox: preferences(task, downloads),
  });
  try {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(probes);
    const visitor = new Visitor(page, task, downloads);
    const began = performance.now();
    let failed = null; // the step, and why
    for (const [number, step] of [{ verb: "open", text: task.start }, ...task.steps].entries()) {
      try {
        await visitor.take(step, number);
      } catch (error) {
        failed = { step: number, why: error.message };
        break;
      }
    }
    const seconds = (performance.now() - began) / 1000;
    const { steps, faults, files } = visitor;
    return { task: task.name, steps, seconds, failed, faults, files };
  } finally {
    await browser.close();
  }
}

for (const task of tasks) console.log(JSON.stringify(await perform(task)));
