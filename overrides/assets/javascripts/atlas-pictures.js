/* A part of a page as a picture of its own: an SVG with everything in it, and that as PNG. What the
   browser has laid out is drawn again, text for text, always in the light scheme. */

const SVG = "http://www.w3.org/2000/svg";
const SCALE = 2; // pixels of a PNG for one of the page
const MOST = 16_000; // pixels a side: larger canvases stay empty in some browsers
const LOOKS = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"],
  ...["stroke-linejoin", "stroke-opacity", "opacity", "paint-order", "vector-effect"],
];
const LETTERS = ["font-family", "font-size", "font-weight", "font-style", "letter-spacing"];

/* The elements `parts` one below the other, between a title and lines that say where they are from,
   the last of them by its address. */
export async function drawSvg(parts, title, lines) {
  const sheet = document.createElement("div");
  sheet.className = "md-typeset atlas-export";
  sheet.dataset.mdColorScheme = "default";
  const text = (name, content) =>
    Object.assign(document.createElement(name), { textContent: content });
  sheet.append(text("h2", title), ...parts, ...lines.map((line) => text("p", line)));
  sheet.lastChild.dir = "ltr"; // an address
  document.body.append(sheet);
  try {
    return await written(sheet, title);
  } finally {
    sheet.remove();
  }
}

export async function drawPng(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(SCALE, MOST / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

async function written(sheet, title) {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  const size = { width: Math.ceil(width), height: Math.ceil(height) };
  const svg = made("svg", { ...size, viewBox: `0 0 ${size.width} ${size.height}` });
  const language = document.documentElement.lang;
  if (language) svg.setAttribute("lang", language);
  svg.append(Object.assign(made("title"), { textContent: title }));
  svg.append(made("rect", { ...size, fill: "#fff" }));
  const drawn = made("g", { transform: `translate(${-left} ${-top})` });
  svg.append(drawn);
  draw(sheet, drawn);
  await bringIn(drawn);
  return `${new XMLSerializer().serializeToString(svg)}\n`;
}

function made(name, attributes = {}) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

// What the page has laid out

function draw(element, into) {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") return;
  if (element instanceof SVGSVGElement) {
    into.append(placed(element));
    return;
  }
  drawBox(element, style, into);
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) into.append(...textsOf(node, style));
    else if (node.nodeType === Node.ELEMENT_NODE) draw(node, into);
  }
}

function drawBox(element, style, into) {
  const { x, y, width, height } = element.getBoundingClientRect();
  if (!width || !height) return;
  if (isSeen(style.backgroundColor)) {
    into.append(made("rect", { x, y, width, height, fill: style.backgroundColor }));
  }
  const edges = { Top: [0, 0, 1, 0], Bottom: [0, 1, 1, 1], Left: [0, 0, 0, 1], Right: [1, 0, 1, 1] };
  for (const [name, [x1, y1, x2, y2]] of Object.entries(edges)) {
    const thick = parseFloat(style[`border${name}Width`]);
    if (!thick || style[`border${name}Style`] === "none") continue;
    if (!isSeen(style[`border${name}Color`])) continue;
    const ends = { x1: x + x1 * width, y1: y + y1 * height, x2: x + x2 * width, y2: y + y2 * height };
    into.append(
      made("line", { ...ends, stroke: style[`border${name}Color`], "stroke-width": thick }),
    );
  }
}

function isSeen(colour) {
  return colour !== "transparent" && !/, 0\)$|\/ 0\)$/.test(colour);
}

/* A text node as it was broken into lines, each with the letters' base line. */
function textsOf(node, style) {
  const range = document.createRange();
  const lines = [];
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    for (const box of range.getClientRects()) {
      const last = lines.at(-1);
      if (last && Math.abs(last.top - box.top) < 2) {
        if (last.end !== index) last.text += ` ${word}`;
        [last.left, last.right] = [Math.min(last.left, box.left), Math.max(last.right, box.right)];
      } else {
        lines.push({ text: word, top: box.top, bottom: box.bottom, left: box.left, right: box.right });
      }
      lines.at(-1).end = index; // a word that was broken itself is written once
    }
  }
  return lines.map(({ text, top, bottom, left, right }) => {
    const { ascent, descent } = measured(style);
    const attributes = {
      x: style.direction === "rtl" ? right : left,
      y: (top + bottom - ascent - descent) / 2 + ascent,
      fill: style.color,
      direction: style.direction,
    };
    const element = made("text", attributes);
    for (const name of LETTERS) element.setAttribute(name, style.getPropertyValue(name));
    element.textContent = text;
    return element;
  });
}

const pen = document.createElement("canvas").getContext("2d");

function measured({ fontStyle, fontWeight, fontSize, fontFamily }) {
  pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = pen.measureText("x");
  return { ascent, descent };
}

// What is a picture already

function placed(original) {
  const { x, y, width, height } = original.getBoundingClientRect();
  const svg = looked(original);
  for (const name of ["class", "role", "aria-labelledby"]) svg.removeAttribute(name);
  for (const [name, value] of Object.entries({ x, y, width, height })) svg.setAttribute(name, value);
  return svg;
}

/* A copy with its looks on it instead of in a style sheet; what is hidden is left out. */
function looked(original) {
  const copy = original.cloneNode(false);
  const style = getComputedStyle(original);
  for (const name of LOOKS) {
    const value = style.getPropertyValue(name);
    if (value) copy.setAttribute(name, value);
  }
  if (original.localName === "text") {
    for (const name of [...LETTERS, "text-anchor", "dominant-baseline"]) {
      copy.setAttribute(name, style.getPropertyValue(name));
    }
  }
  for (const name of ["class", "id"]) {
    if (name === "class" || !original.closest("defs")) copy.removeAttribute(name);
  }
  for (const node of original.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) copy.append(node.cloneNode());
    else if (node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).display !== "none") {
      copy.append(looked(node));
    } else if (node.localName === "title" || node.localName === "defs") {
      copy.append(node.localName === "defs" ? looked(node) : node.cloneNode(true));
    }
  }
  return copy;
}

/* Put what is used from other files in its place: a picture cannot fetch anything. */
async function bringIn(drawn) {
  const uses = [...drawn.querySelectorAll("use")];
  const files = new Map();
  for (const use of uses) {
    const [file] = addressOf(use);
    if (!files.has(file)) files.set(file, fetched(file));
  }
  for (const use of uses) {
    const [file, id] = addressOf(use);
    const shape = (await files.get(file))?.getElementById(id);
    const group = made("g");
    for (const { name, value } of use.attributes) if (name !== "href") group.setAttribute(name, value);
    if (shape) {
      group.append(document.importNode(shape, true));
      group.firstChild.removeAttribute("id");
    }
    use.replaceWith(group);
  }
}

function addressOf(use) {
  const address = new URL(use.getAttribute("href"), document.baseURI);
  const id = decodeURIComponent(address.hash.slice(1));
  address.hash = "";
  return [address.href, id];
}

async function fetched(file) {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${answer.status} ${file}`);
  return new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
}
