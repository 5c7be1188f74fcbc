"use strict";
// Shows the ledger that stands in the page as data. Every word of an article is written as text, never as markup.

const words = JSON.parse(document.getElementById("words").textContent);
const ledger = JSON.parse(document.getElementById("ledger").textContent);
const documents = new Map(ledger.documents.map((article) => [article.id, article]));

const QUADS = {
  AGREE: "verbal-cooperation", CONSULT: "verbal-cooperation", SUPPORT: "verbal-cooperation", CONCEDE: "verbal-cooperation",
  COOPERATE: "material-cooperation", AID: "material-cooperation", RETREAT: "material-cooperation",
  REQUEST: "verbal-conflict", ACCUSE: "verbal-conflict", REJECT: "verbal-conflict", THREATEN: "verbal-conflict",
  PROTEST: "material-conflict", SANCTION: "material-conflict", MOBILIZE: "material-conflict", COERCE: "material-conflict", ASSAULT: "material-conflict",
};

const say = (code, values = {}) => (words[code] ?? code).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** An element with its attributes and children; children that are no nodes become text. */
function make(name, attributes = {}, ...children) {
  const space = ["svg", "g", "rect", "circle", "line", "text", "title"].includes(name) ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml";
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "tone") element.style.setProperty("--tone", `var(--${value})`);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

// Dates: a value of the contract's EDTF subset covers the days from the first to the last, as milliseconds.
function days(value) {
  if (!value) return null;
  const [from, to] = value.split("/");
  const first = bounds(from), last = bounds(to ?? from);
  return first && last ? [first[0], last[1]] : null;
}

function bounds(value) {
  const decade = /^(\d{3})X$/.exec(value);
  if (decade) return [utc(+decade[1] * 10, 0, 1), utc(+decade[1] * 10 + 10, 0, 1)];
  const part = /^(\d{4})-([HQ])(\d)$/.exec(value);
  if (part) {
    const months = part[2] === "H" ? 6 : 3;
    return [utc(+part[1], (part[3] - 1) * months, 1), utc(+part[1], part[3] * months, 1)];
  }
  const day = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value);
  if (!day) return null;
  const [year, month, date] = day.slice(1).map((text) => (text === undefined ? undefined : +text));
  if (month === undefined) return [utc(year, 0, 1), utc(year + 1, 0, 1)];
  if (date === undefined) return [utc(year, month - 1, 1), utc(year, month, 1)];
  return [utc(year, month - 1, date), utc(year, month - 1, date + 1)];
}

const utc = (year, month, date) => Date.UTC(year, month, date);

// What is asked for, and what is shown of it.
const state = { actor: "", type: "", from: "", to: "", chosen: null, view: null };

const parties = (event) => [...event.actors, ...event.recipients];

function isCalled(party, wanted) {
  return party.actor === state.actor || [party.name, ...(party.aliases ?? [])].some((name) => fold(name).includes(wanted)) || (party.members ?? []).some((member) => isCalled(member, wanted));
}

function shown() {
  const wanted = fold(state.actor.trim()), from = days(state.from), to = days(state.to);
  return ledger.events.filter((event) => {
    if (state.type && event.type !== state.type) return false;
    if (wanted && !parties(event).some((party) => isCalled(party, wanted))) return false;
    if (!from && !to) return true;
    const found = days(event.date);
    return found && (!from || found[1] > from[0]) && (!to || found[0] < to[1]);
  });
}

const kindOf = (event) => [event.type, ...event.modes].join(" ");
const titleOf = (event) => event.title.en;

function marksOf(event) {
  const marks = [];
  if (event.status !== "occurred") marks.push(make("span", { class: "tag" }, say(event.status)));
  if (event.claimed_by.length) marks.push(make("span", { class: "tag" }, say("claimed", { who: event.claimed_by.map((party) => party.name).join(", ") })));
  if (event.conflicts.length) marks.push(make("span", { class: "tag conflict" }, say("conflict")));
  return marks;
}

const countOf = (entry) => say(entry.articles < 2 ? "article" : entry.origins < 2 ? "copies" : "articles", entry);

// Words of an article that open it where they stand.
function ground(span, label) {
  return make("button", { type: "button", class: "ground", title: say("opens"), onclick: () => open(span) }, label ?? `“${span.text}”`);
}

function open(span) {
  const article = documents.get(span.document);
  if (!article) return;
  const letters = Array.from(article.text);
  const here = make("mark", {}, letters.slice(span.start, span.end).join(""));
  const dialog = document.getElementById("article");
  dialog.replaceChildren(
    make("div", { class: "top" },
      make("div", {}, make("strong", {}, article.title ?? article.id), make("p", { class: "soft" }, sourceOf(article))),
      make("button", { type: "button", onclick: () => dialog.close() }, say("close"))),
    make("div", { class: "text" }, letters.slice(0, span.start).join(""), here, letters.slice(span.end).join("")));
  dialog.showModal();
  here.scrollIntoView({ block: "center" });
}

const sourceOf = (article) => [article.source ?? say("unknown-source"), (article.published ?? say("unknown-date")).slice(0, 16), article.id].join(" · ");

// The timeline: a scale of days, lanes filled from the top, a dot for a day and a bar for anything longer.
const LANE = 16, HEAD = 26, DAY = 86400000;

function drawTimeline(events) {
  const section = document.getElementById("timeline");
  const dated = events.map((event) => ({ event, days: days(event.date) })).filter((entry) => entry.days);
  const zoom = (factor) => () => { rescale(factor, 0.5); drawTimeline(shown()); };
  const tools = make("div", { class: "tools" },
    make("button", { type: "button", onclick: zoom(0.5) }, say("zoom-in")),
    make("button", { type: "button", onclick: zoom(2) }, say("zoom-out")),
    make("button", { type: "button", onclick: () => { state.view = null; drawTimeline(shown()); } }, say("whole")),
    make("span", { class: "soft" }, say("timeline-help")));
  const heading = make("h2", { id: "timeline-heading" }, say("timeline"));
  if (!dated.length) {
    section.replaceChildren(heading, make("p", { class: "soft" }, say("none")));
    return;
  }
  const first = Math.min(...dated.map((entry) => entry.days[0])), last = Math.max(...dated.map((entry) => entry.days[1]));
  const margin = Math.max((last - first) * 0.03, 3 * DAY);
  state.whole = [first - margin, last + margin];
  state.view ??= state.whole;
  const width = Math.max(section.clientWidth, 280), [from, to] = state.view;
  const x = (time) => ((time - from) / (to - from)) * width;
  const lanes = [];
  const placed = dated.filter(({ days: [a, b] }) => b > from && a < to).sort((a, b) => a.days[0] - b.days[0] || b.days[1] - a.days[1]).map((entry) => {
    const start = x(entry.days[0]), end = Math.max(x(entry.days[1]), start + 11);
    let lane = lanes.findIndex((until) => until <= start);
    if (lane < 0) lane = lanes.push(0) - 1;
    lanes[lane] = end + 3;
    return { ...entry, start, end, lane };
  });
  const height = HEAD + Math.max(lanes.length, 2) * LANE + 8;
  const svg = make("svg", { viewBox: `0 0 ${width} ${height}`, height, role: "group", "aria-label": say("timeline") }, grid(from, to, x, height), placed.map(drawMark));
  drag(svg, width);
  section.replaceChildren(heading, tools, svg);
}

function drawMark({ event, start, end, lane }) {
  const tone = `var(--${QUADS[event.type]})`, hollow = event.status !== "occurred" && event.status !== "ongoing";
  const mark = make("rect", {
    class: event.id === state.chosen ? "mark chosen" : "mark", x: start, y: HEAD + lane * LANE, width: end - start, height: LANE - 5, rx: 5,
    fill: hollow ? "transparent" : tone, stroke: event.conflicts.length ? "var(--material-conflict)" : tone, "stroke-dasharray": hollow ? "3 2" : null,
    onclick: () => choose(event.id, true),
  }, make("title", {}, `${event.date} ${titleOf(event)}`));
  return mark;
}

/** Lines at years, months or days, whichever leaves room for their names. */
function grid(from, to, x, height) {
  const room = (to - from) / Math.max(1, x(to) / 70), lines = [];
  const start = new Date(from), year = start.getUTCFullYear();
  const steps = [[1, "day"], [7, "day"], [1, "month"], [3, "month"], [12, "month"], [60, "month"], [120, "month"]];
  const [count, unit] = steps.find(([count, unit]) => count * (unit === "day" ? DAY : 30 * DAY) >= room) ?? [240, "month"];
  for (let step = 0; step < 400; step += 1) {
    const time = unit === "day" ? utc(year, start.getUTCMonth(), 1 + step * count) : utc(year - (year % Math.ceil(count / 12)), step * count, 1);
    if (time > to) break;
    if (time < from) continue;
    const name = new Date(time).toISOString().slice(0, unit === "day" ? 10 : count >= 12 ? 4 : 7);
    lines.push(make("line", { class: "grid", x1: x(time), x2: x(time), y1: 0, y2: height }), make("text", { x: x(time) + 4, y: 16 }, name));
  }
  return lines;
}

function rescale(factor, centre) {
  const [from, to] = state.view, middle = from + (to - from) * centre;
  const span = Math.min(Math.max((to - from) * factor, 5 * DAY), state.whole[1] - state.whole[0]);
  state.view = [middle - span * centre, middle + span * (1 - centre)];
}

function drag(svg, width) {
  let grip = null;
  svg.addEventListener("pointerdown", (down) => { grip = { x: down.clientX, view: state.view }; });
  svg.addEventListener("pointermove", (move) => {
    if (!grip || Math.abs(move.clientX - grip.x) < 4) return;
    const shift = ((move.clientX - grip.x) / width) * (grip.view[1] - grip.view[0]);
    state.view = [grip.view[0] - shift, grip.view[1] - shift];
    const whole = svg.viewBox.baseVal;
    whole.x = -(move.clientX - grip.x);
  });
  const release = () => { const moved = grip && grip.view !== state.view; grip = null; if (moved) drawTimeline(shown()); };
  svg.addEventListener("pointerup", release);
  svg.addEventListener("pointerleave", release);
  svg.addEventListener("wheel", (wheel) => {
    if (!wheel.ctrlKey) return;
    wheel.preventDefault();
    rescale(wheel.deltaY > 0 ? 1.25 : 0.8, wheel.offsetX / width);
    drawTimeline(shown());
  }, { passive: false });
}

// The list of events.
function drawEvents(events) {
  const row = (event) => make("li", {}, make("button", { type: "button", tone: QUADS[event.type], "data-id": event.id, "aria-pressed": String(event.id === state.chosen), onclick: () => choose(event.id, false) },
    make("div", { class: "date" }, `${event.date ?? say("undated")} · ${kindOf(event)}`),
    make("div", {}, titleOf(event)),
    make("div", { class: "date" }, countOf(event), " ", marksOf(event))));
  document.getElementById("events").replaceChildren(
    make("h2", { id: "events-heading" }, `${say("events")} (${events.length})`),
    events.length ? make("ul", { class: "list" }, events.map(row)) : make("p", { class: "soft" }, say("none")));
}

function choose(id, scroll) {
  state.chosen = id;
  draw();
  if (scroll) document.querySelector(`#events [data-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "nearest" });
  if (matchMedia("(max-width: 760px)").matches) document.getElementById("dossier").scrollIntoView();
}

// An event's dossier: its fields with their grounds, the accounts side by side, what differs, who said what.
function drawDossier(event) {
  const section = document.getElementById("dossier");
  if (!event) {
    section.replaceChildren(make("h2", {}, say("events")), make("p", { class: "soft" }, say("pick")));
    return;
  }
  section.replaceChildren(...[
    make("h2", {}, titleOf(event)), make("p", { class: "soft", lang: "vi" }, event.title.vi),
    make("p", {}, make("span", { class: "tag" }, kindOf(event)), marksOf(event), make("span", { class: "soft" }, countOf(event))),
    facts(event), accounts(event), differences(event), spoken(event), merges(event)].filter(Boolean));
}

function facts(event) {
  const rows = [];
  const row = (label, value, spans) => { if (value) rows.push(make("dt", {}, say(label)), make("dd", {}, value, " ", (spans ?? []).flat().slice(0, 4).map((span) => [ground(span), " "]).flat())); };
  const grounds = event.evidence;
  row("when", event.date && `${event.date} (${event.date_basis})`, grounds.date);
  row("where", event.place, grounds.place);
  event.actors.forEach((party, index) => row("who", party.name, grounds.actors?.[index]));
  event.recipients.forEach((party, index) => row("towards", party.name, grounds.recipients?.[index]));
  row("how-long", event.duration, grounds.duration);
  event.quantities.forEach((quantity, index) => row("how-much", amount(quantity), grounds.quantities?.[index]));
  return make("dl", {}, rows);
}

function accounts(event) {
  const column = (report) => {
    const article = documents.get(report.document);
    return make("div", { class: "column" },
      make("strong", {}, report.source ?? report.document), make("p", { class: "soft" }, [report.published?.slice(0, 10) ?? say("unknown-date"), report.date && `→ ${report.date}`, report.status].filter(Boolean).join(" · ")),
      report.spans.slice(0, 3).map((span) => make("blockquote", {}, ground(span, sentence(article, span)))));
  };
  return make("div", {}, make("h3", {}, say("accounts")), make("div", { class: "columns" }, event.reports.map(column)));
}

/** The sentence around a span, as far as full stops and lines tell. */
function sentence(article, span) {
  if (!article) return span.text;
  const letters = Array.from(article.text), stop = (index) => letters[index] === "\n" || (/[.!?]/.test(letters[index]) && /\s/.test(letters[index + 1] ?? " "));
  let from = span.start, to = span.end;
  while (from > 0 && span.start - from < 220 && !stop(from - 1)) from -= 1;
  while (to < letters.length && to - span.end < 220 && !stop(to)) to += 1;
  return letters.slice(from, to + 1).join("").trim();
}

// Who leaves out what one account alone tells: sides, then outlets.
function silent(difference) {
  const who = [...(difference.silent_sides ?? []), ...(difference.silent ?? []).map((id) => documents.get(id)?.source ?? id)];
  return who.length ? make("p", { class: "soft" }, `${say("silent")} ${who.join(", ")}`) : null;
}

function differences(event) {
  const all = [...event.conflicts, ...(event.differences ?? [])];
  if (!all.length) return null;
  const one = (difference) => make("div", { class: "card" },
    make("span", { class: difference.kind === "conflict" ? "tag conflict" : "tag" }, `${difference.attribute}: ${difference.kind}`),
    difference.values.map((value) => make("p", {}, make("strong", {}, String(value.value ?? "—")), " ", value.span?.text ? ground(value.span) : "", " ", make("span", { class: "soft" }, [value.side, documents.get(value.document)?.source ?? value.document].filter(Boolean).join(" · ")))),
    silent(difference));
  return make("div", {}, make("h3", {}, say("differences")), all.map(one));
}

/** Topic by side, over the articles that report the event; a topic of one side only is marked. */
function spoken(event) {
  const reports = new Set(event.reports.map((report) => report.document)), topics = new Map();
  for (const statement of ledger.statements.filter((statement) => reports.has(statement.document))) {
    for (const { topic } of statement.topics) {
      const sides = topics.get(topic) ?? topics.set(topic, new Map()).get(topic), side = statement.side ?? "";
      (sides.get(side) ?? sides.set(side, []).get(side)).push(statement);
    }
  }
  if (!topics.size) return null;
  const one = ([topic, sides]) => make("div", { class: "card" }, make("strong", {}, topic), " ", sides.size === 1 ? make("span", { class: "tag" }, say("only")) : "",
    [...sides].sort().map(([side, statements]) => make("div", {}, make("span", { class: "tag" }, side || say("no-side")),
      statements.slice(0, 4).map((statement) => make("blockquote", {}, make("span", { class: "soft" }, `${statement.speaker.name}: `), ground(statement.content))))));
  return make("details", {}, make("summary", {}, say("spoken")), [...topics].sort().map(one));
}

function merges(event) {
  if (!event.merges?.length) return null;
  const one = (merge) => make("li", {}, `${merge.a} + ${merge.b}: ${merge.score} (${merge.reasons.map((reason) => `${reason.reason} ${reason.weight}`).join(", ")})`);
  return make("details", {}, make("summary", {}, say("merged")), make("ul", { class: "soft" }, event.merges.map(one)));
}

function amount(quantity) {
  const value = [quantity.value.toLocaleString("en"), quantity.unit, quantity.of].filter(Boolean).join(" ");
  return quantity.baseline === null || quantity.baseline === undefined ? value : `${value} (${say("baseline", { value: quantity.baseline.toLocaleString("en") })})`;
}

// Promises and disagreements over all events.
function drawPromises() {
  const one = (promise) => make("div", { class: "card" },
    make("span", { class: "tag" }, promise.status), make("strong", {}, [promise.agent.name, promise.recipient?.name].filter(Boolean).join(" → ")), " ",
    promise.due ? make("span", { class: "tag" }, say("due", { due: promise.due })) : "", promise.quantities.map((quantity) => make("span", { class: "tag" }, amount(quantity))),
    make("p", {}, ground(promise.content)), promise.condition ? make("p", { class: "soft" }, say("condition", { condition: promise.condition.text })) : "");
  const wanted = fold(state.actor.trim());
  const found = ledger.commitments.filter((promise) => !wanted || [promise.agent, promise.recipient].some((party) => party && isCalled(party, wanted)));
  document.getElementById("promises").replaceChildren(...(found.length ? [make("h2", {}, `${say("promises")} (${found.length})`), ...found.map(one)] : []));
}

function drawDisagreements(events) {
  const found = events.filter((event) => event.conflicts.length);
  const one = (event) => make("div", { class: "card" }, make("button", { type: "button", class: "ground", onclick: () => choose(event.id, true) }, titleOf(event)), differences({ conflicts: event.conflicts }));
  document.getElementById("disagreements").replaceChildren(...(found.length ? [make("h2", {}, say("disagreements")), ...found.map(one)] : []));
}

function drawFilters() {
  const names = [...new Set(ledger.events.flatMap((event) => parties(event).map((party) => party.name)))].sort((a, b) => a.localeCompare(b, "vi"));
  const types = [...new Set(ledger.events.map((event) => event.type))].sort();
  const field = (key, input) => make("label", {}, say(key), input);
  const changed = (key) => (change) => { state[key] = change.target.value; state.view = null; draw(); };
  const form = document.getElementById("filters");
  form.replaceChildren(
    field("actor", make("input", { type: "search", list: "names", oninput: changed("actor") })),
    make("datalist", { id: "names" }, names.map((name) => make("option", { value: name }))),
    field("type", make("select", { onchange: changed("type") }, make("option", { value: "" }, say("all")), types.map((type) => make("option", {}, type)))),
    field("from", make("input", { placeholder: "2025-11", oninput: changed("from") })),
    field("to", make("input", { placeholder: "2026-02-05", oninput: changed("to") })),
    make("button", { type: "reset" }, say("reset")));
  form.addEventListener("reset", () => { Object.assign(state, { actor: "", type: "", from: "", to: "", view: null }); draw(); });
  form.addEventListener("submit", (submit) => submit.preventDefault());
}

function draw() {
  const events = shown();
  drawTimeline(events);
  drawEvents(events);
  drawDossier(ledger.events.find((event) => event.id === state.chosen));
  drawPromises();
  drawDisagreements(events);
}

const conflicts = ledger.events.filter((event) => event.conflicts.length).length;
document.getElementById("summary").textContent = say("summary", { articles: documents.size, events: ledger.events.length, statements: ledger.statements.length, promises: ledger.commitments.length, conflicts });
drawFilters();
draw();
addEventListener("resize", () => drawTimeline(shown()));
