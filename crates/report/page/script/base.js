"use strict";
// The ledger that stands in the page as data, and how anything of it is written: every word of an article as text, never as markup.

const words = JSON.parse(document.getElementById("words").textContent);
const ledger = JSON.parse(document.getElementById("ledger").textContent);
const documents = new Map(ledger.documents.map((article) => [article.id, article]));
const QUADS = ["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"];
const QUAD = {
  AGREE: QUADS[0], CONSULT: QUADS[0], SUPPORT: QUADS[0], CONCEDE: QUADS[0],
  COOPERATE: QUADS[1], AID: QUADS[1], RETREAT: QUADS[1],
  REQUEST: QUADS[2], ACCUSE: QUADS[2], REJECT: QUADS[2], THREATEN: QUADS[2],
  PROTEST: QUADS[3], SANCTION: QUADS[3], MOBILIZE: QUADS[3], COERCE: QUADS[3], ASSAULT: QUADS[3],
};
const NARROW = matchMedia("(max-width: 760px)");

/** The page's own wording of a code, its `{names}` filled in; a code without a wording is shown as it is. */
const say = (code, values = {}) => (words[code] ?? code.replace(/-/g, " ")).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** An element with its attributes and children; children that are no nodes become text. */
function make(name, attributes = {}, ...children) {
  const drawn = ["svg", "g", "rect", "line", "text", "title"].includes(name);
  const element = document.createElementNS(drawn ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml", name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "tone") element.style.setProperty("--tone", `var(--${value})`);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** Words of an article or of the actor list, kept from turning the direction of the words around them. */
const foreign = (text, attributes = {}) => make("bdi", { lang: "vi", ...attributes }, text);

/** Entries as `one` draws them, so many at a time, with a button for the next ones. */
function some(entries, step, one) {
  const box = make("div");
  const add = () => {
    const shown = box.querySelectorAll(":scope > .entry").length, next = entries.slice(shown, shown + step);
    const left = entries.length - shown - next.length;
    box.querySelector(":scope > .more")?.remove();
    box.append(...next.map((entry) => make("div", { class: "entry" }, one(entry))));
    if (left > 0) box.append(make("button", { type: "button", class: "more", onclick: add }, say("more", { next: Math.min(step, left), left })));
    if (shown) box.children[shown].querySelector("button")?.focus();
  };
  add();
  return box;
}

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/[^\p{L}\p{N}/]+/gu, " ").trim();
