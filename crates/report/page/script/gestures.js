// Moving over the timeline: by buttons, keys, dragging and the wheel.

/** Shows the days between two moments, kept within reach of the events. */
function look([from, to]) {
  const [first, last] = state.whole, span = Math.min(Math.max(to - from, SHORTEST), last - first);
  const start = Math.min(Math.max(from, first), last - span);
  state.view = [start, start + span];
  drawScale();
}

/** Moves the view to some days that lie outside it, and draws it. */
function bringIntoView(held) {
  if (!state.whole) return;
  const [from, to] = state.view, reach = (to - from) / 2;
  if (held && (held[1] <= from || held[0] >= to)) look([(held[0] + held[1]) / 2 - reach, (held[0] + held[1]) / 2 + reach]);
  else drawScale();
}

/** Where the chosen event lies in the view, from 0 at its left to 1 at its right; its middle if it lies elsewhere. */
function middleOfInterest() {
  const held = days(ledger.events.find((event) => event.id === state.chosen)?.date), [from, to] = state.view;
  const centre = held ? ((held[0] + held[1]) / 2 - from) / (to - from) : 0.5;
  return centre > 0 && centre < 1 ? centre : 0.5;
}

/** Shows more or less of the time around a point, `centre` of the way from left to right. */
function zoom(factor, centre = middleOfInterest()) {
  const [from, to] = state.view, middle = from + (to - from) * centre, span = Math.max((to - from) * factor, SHORTEST);
  look([middle - span * centre, middle + span * (1 - centre)]);
}

const pan = (share) => look(state.view.map((time) => time + (state.view[1] - state.view[0]) * share));

function press(key) {
  const acts = { ArrowLeft: () => pan(-0.2), ArrowRight: () => pan(0.2), "+": () => zoom(0.5), "=": () => zoom(0.5), "-": () => zoom(2), Home: () => look(state.whole) };
  if (!state.whole || key.ctrlKey || key.metaKey || key.altKey || !acts[key.key]) return;
  key.preventDefault();
  acts[key.key]();
}

function drag(svg, width) {
  const box = svg.parentElement;
  svg.addEventListener("pointerdown", (down) => {
    if (down.button) return;
    const view = state.view, shift = (move) => ((move.clientX - down.clientX) / width) * (view[1] - view[0]);
    const isDrag = (move) => Math.abs(move.clientX - down.clientX) > 4;
    const move = (move) => { if (isDrag(move)) svg.style.transform = `translateX(${move.clientX - down.clientX}px)`; };
    const stop = (up) => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", stop);
      removeEventListener("pointercancel", stop);
      svg.style.transform = "";
      if (up.type === "pointerup" && isDrag(up)) {
        box.addEventListener("click", (click) => click.stopPropagation(), { capture: true, once: true });
        setTimeout(() => look(view.map((time) => time - shift(up))));
      }
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", stop);
    addEventListener("pointercancel", stop);
  });
  svg.addEventListener("wheel", (wheel) => {
    const sideways = Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY);
    if (!wheel.ctrlKey && !sideways) return;
    wheel.preventDefault();
    if (sideways) pan(wheel.deltaX / width);
    else zoom(wheel.deltaY > 0 ? 1.25 : 0.8, wheel.offsetX / width);
  }, { passive: false });
}
