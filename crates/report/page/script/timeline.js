// The timeline: a dot for a day, a bar for a date known only that far; columns of counts where there are too many events to draw one by one.

const LANE = 18, HEAD = 26, DOT = 13, GAP = 3, LANES = 40, COLUMN_HEIGHT = 150, LETTER = 6.6, SHORTEST = 2 * DAY;

/** The events that fit the filters and have a date, by the day it begins with. */
let dated = [];

function drawTimeline(events) {
  dated = events.map((event) => ({ event, days: days(event.date) })).filter((entry) => entry.days).sort((a, b) => a.days[0] - b.days[0] || b.days[1] - a.days[1]);
  state.whole = wholeOf(dated);
  state.view ??= state.whole && mainPart(state.whole);
  const button = (code, act) => make("button", { type: "button", "data-act": code, disabled: !state.whole, onclick: act }, say(code));
  const undated = events.length - dated.length;
  document.getElementById("timeline").replaceChildren(
    make("h2", { id: "timeline-heading" }, say("timeline")),
    make("div", { class: "tools" },
      button("zoom-in", () => zoom(0.5)), button("zoom-out", () => zoom(2)), button("whole", () => look(state.whole)), make("output", { id: "range" })),
    make("div", { id: "scale", tabindex: state.whole ? 0 : null, role: "group", "aria-label": say("timeline-keys"), onkeydown: press }),
    make("p", { class: "legend soft" }, QUADS.map((quad) => [make("span", { class: "key", tone: quad }), say(quad), " "]),
      make("span", { class: "key hollow" }), say("key-hollow"), " ", make("span", { class: "key contested" }), say("key-conflict")),
    make("p", { class: "soft" }, say("timeline-help"), undated ? ` ${say("without-date", { count: undated })}` : ""));
  drawScale();
}

/** All dates with a margin, cut to what the filters ask for. */
function wholeOf(entries) {
  if (!entries.length) return null;
  const from = days(state.from)?.[0] ?? -Infinity, to = days(state.to)?.[1] ?? Infinity;
  const first = Math.max(from, entries[0].days[0]), last = Math.min(to, entries.reduce((last, entry) => Math.max(last, entry.days[1]), -Infinity));
  const margin = Math.max((last - first) * 0.03, DAY);
  return [first - margin, last + margin];
}

/** Where most of the events lie, if a few others would make that a small part of the picture; else the whole. */
function mainPart(whole) {
  const starts = dated.map((entry) => entry.days[0]), ends = dated.map((entry) => entry.days[1]).sort((a, b) => a - b), few = Math.ceil(dated.length / 20);
  const first = starts[few], last = ends[ends.length - 1 - few], margin = Math.max((last - first) * 0.05, DAY);
  if (dated.length < 20 || whole[1] - whole[0] < 3 * (last - first + 2 * margin)) return whole;
  return [Math.max(whole[0], first - margin), Math.min(whole[1], last + margin)];
}

/** Draws what lies in view. */
function drawScale() {
  const box = document.getElementById("scale"), range = document.getElementById("range");
  if (!state.whole) {
    box.replaceChildren(make("p", { class: "soft" }, say(ledger.events.length ? "no-dates" : "no-events")));
    return;
  }
  const [from, to] = state.view, width = Math.max(box.clientWidth, 280);
  const x = (time) => ((time - from) / (to - from)) * width;
  const seen = dated.filter(({ days: [a, b] }) => b > from && a < to);
  const drawn = lanes(seen, x, width, true) ?? lanes(seen, x, width, false) ?? columns(seen, x, width);
  range.textContent = say("range", { from: isoDay(from), to: isoDay(to), count: seen.length === dated.length ? seen.length : say("of", { shown: seen.length, all: dated.length }) });
  box.replaceChildren(make("svg", { viewBox: `0 0 ${width} ${drawn.height}`, width, height: drawn.height, role: "img", "aria-label": range.textContent }, grid(x, width, drawn.height), drawn.marks));
  drag(box.firstChild, width);
}

/** One mark an event, each in the first lane with room for it, and for its title beside it if `titled`; null if there are too many. */
function lanes(seen, x, width, titled) {
  if (seen.length > LANES * 60 || (titled && seen.length > 60)) return null;
  const until = [], marks = [];
  for (const entry of seen) {
    // A little short of its end, so that the next day's mark has room beside it.
    const start = x(entry.days[0]), end = Math.max(x(entry.days[1]) - GAP, start + DOT);
    const room = Math.floor((Math.min(end, width) - Math.max(start, 0) - 12) / LETTER);
    const title = titled ? short(titleOf(entry.event), 44) : room > 10 ? short(titleOf(entry.event), room) : "", written = title.length * LETTER + 8;
    const inside = title && title.length <= room, before = title && !inside && end + written > width;
    const left = before ? start - written : start, right = title && !inside && !before ? end + written : end;
    let lane = until.findIndex((taken) => taken <= left + 0.1);
    if (lane < 0) lane = until.push(-Infinity) - 1;
    if (lane >= (titled ? LANES / 2 : LANES)) return null;
    until[lane] = right + GAP;
    marks.push(mark(entry, start, end, HEAD + lane * LANE));
    if (title) marks.push(make("text", { class: inside ? "inside" : "beside", x: inside ? Math.max(start, 0) + 6 : before ? left + 2 : end + 4, y: HEAD + lane * LANE + 10 }, title));
  }
  return { marks, height: HEAD + Math.max(until.length, 4) * LANE + 8 };
}

const short = (title, most) => (title.length > most ? `${title.slice(0, most - 1)}…` : title);

function mark({ event }, start, end, top) {
  const tone = QUAD[event.type], hollow = event.status !== "occurred" && event.status !== "ongoing";
  const classes = ["mark", hollow && "hollow", event.conflicts.length && "contested", event.id === state.chosen && "chosen"].filter(Boolean).join(" ");
  return make("rect", { class: classes, tone, "data-id": event.id, x: start, y: top, width: end - start, height: DOT, rx: DOT / 2, onclick: () => choose(event.id) }, make("title", {}, `${dateWords(event.date)} · ${titleOf(event)}`));
}

/** Counts of events in each day, week, month or year, the four kinds one upon the other; dates wider than that are bars above. */
function columns(seen, x, width) {
  const [from, to] = state.view, unit = UNITS.find((unit) => ((to - from) / unit.size) * 12 <= width) ?? UNITS.at(-1);
  const bins = new Map(), wide = [];
  for (const entry of seen) {
    const start = unit.floor(entry.days[0]);
    if (entry.days[1] > unit.next(start)) { wide.push(entry); continue; }
    const bin = bins.get(start) ?? bins.set(start, { count: 0, quads: new Map() }).get(start), quad = QUAD[entry.event.type];
    bin.count += 1;
    bin.quads.set(quad, (bin.quads.get(quad) ?? 0) + 1);
  }
  const bars = lanes(wide.slice(0, 40), x, width, false) ?? { marks: [], height: HEAD };
  const highest = Math.max(1, ...[...bins.values()].map((bin) => bin.count)), foot = bars.height + 14 + COLUMN_HEIGHT, marks = [...bars.marks];
  for (const [start, bin] of bins) {
    const left = x(start), across = Math.max(x(unit.next(start)) - left - 1, 3), name = say("column", { count: bin.count, from: isoDay(start), to: isoDay(unit.next(start) - DAY) });
    const group = make("g", { class: "column-of-marks", "data-count": bin.count, onclick: () => only(start, unit.next(start) - DAY) }, make("title", {}, name));
    let top = foot;
    for (const quad of QUADS) {
      const height = ((bin.quads.get(quad) ?? 0) / highest) * COLUMN_HEIGHT;
      top -= height;
      if (height) group.append(make("rect", { tone: quad, class: "mark", x: left, y: top, width: across, height }));
    }
    if (across > 16) group.append(make("text", { x: left + 1, y: top - 3 }, bin.count));
    marks.push(group);
  }
  if (wide.length > 40) marks.push(make("text", { x: 6, y: bars.height + 8 }, say("more-bars", { count: wide.length - 40 })));
  return { marks, height: foot + 6 };
}

/** Asks for the events of one column alone. */
function only(first, last) {
  for (const [key, time] of [["from", first], ["to", last]]) {
    state[key] = isoDay(time);
    document.querySelector(`#filters [name="${key}"]`).value = state[key];
  }
  state.view = null;
  draw();
}

/** Lines at years, months or days, whichever leaves room for their names. */
function grid(x, width, height) {
  const [from, to] = state.view, unit = UNITS.find((unit) => (unit.size / (to - from)) * width >= 78) ?? UNITS.at(-1), lines = [];
  for (let time = unit.floor(from); time <= to; time = unit.next(time)) {
    if (time < from) continue;
    lines.push(make("line", { class: "grid", x1: x(time), x2: x(time), y1: 0, y2: height }), make("text", { x: x(time) + 4, y: 16 }, unit.name(time)));
  }
  return lines;
}
