// The list of events: one stop for the keyboard, with arrows from row to row; a long list grows as it is asked for.

const ROWS = 200;
let rows = [], rowsShown = ROWS;

const kindOf = (event) => [event.type, ...event.modes].join(" ");
const titleOf = (event) => event.title.en;
const countOf = (entry) => say(entry.articles < 2 ? "article" : entry.origins < 2 ? "copies" : "articles", entry);

function marksOf(event) {
  const marks = [];
  if (event.status !== "occurred") marks.push(make("span", { class: "tag" }, say(event.status)));
  if (event.claimed_by.length) marks.push(make("span", { class: "tag" }, say("claimed", { who: event.claimed_by.map((party) => party.name).join(", ") })));
  if (event.conflicts.length) marks.push(make("span", { class: "tag conflict" }, say("conflict")));
  return marks.flatMap((mark) => [mark, " "]);
}

/** Draws the list anew; it starts again at its top unless it is the same as before. */
function drawEvents(events) {
  const changed = events.length !== rows.length || events.some((event, index) => event !== rows[index]);
  if (changed) rowsShown = ROWS;
  rows = events;
  const chosen = rows.findIndex((event) => event.id === state.chosen);
  if (chosen >= rowsShown) rowsShown = chosen + 20;
  const stop = Math.max(chosen, 0);
  const list = document.querySelector("#events .list"), top = list?.scrollTop ?? 0, held = list?.contains(document.activeElement);
  const row = (event, index) => make("li", {}, make("button", {
    type: "button", tone: QUAD[event.type], "data-id": event.id, "aria-current": event.id === state.chosen ? "true" : null, tabindex: index === stop ? 0 : -1, onclick: () => choose(event.id),
  },
  make("span", { class: "date" }, event.date ? dateWords(event.date) : say("undated"), " · ", kindOf(event)),
  foreign(titleOf(event), { class: "title" }),
  make("span", { class: "date" }, countOf(event), " ", marksOf(event))));
  const left = rows.length - rowsShown;
  document.getElementById("events").replaceChildren(
    make("h2", { id: "events-heading" }, say("events"), " ", make("span", { role: "status" }, `(${rows.length === ledger.events.length ? rows.length : say("of", { shown: rows.length, all: ledger.events.length })})`)),
    rows.length
      ? make("ul", { class: "list", onkeydown: stepThrough }, rows.slice(0, rowsShown).map(row),
        left > 0 ? make("li", {}, make("button", { type: "button", class: "more", onclick: () => grow() }, say("more", { next: Math.min(ROWS, left), left }))) : "")
      : make("p", { class: "soft" }, say(ledger.events.length ? "none" : "no-events")));
  const drawn = document.querySelector("#events .list");
  if (drawn) drawn.scrollTop = changed ? 0 : top;
  if (held) drawn?.querySelector("[tabindex='0']")?.focus({ preventScroll: true });
}

function grow() {
  const first = rowsShown;
  rowsShown += ROWS;
  drawEvents(rows);
  rowButtons()[first]?.focus();
}

const rowButtons = () => [...document.querySelectorAll("#events .list button")];

function stepThrough(key) {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[key.key];
  if (!step) return;
  key.preventDefault();
  const buttons = rowButtons(), at = buttons.indexOf(document.activeElement), next = buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)];
  buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
  next.focus();
}
