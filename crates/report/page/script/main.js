// Disagreements over all events, and the page as a whole.

function drawDisagreements(events) {
  const one = (event) => make("div", { class: "card" },
    make("button", { type: "button", class: "ground", onclick: () => choose(event.id) }, foreign(titleOf(event))), event.conflicts.map((conflict) => told(conflict, event)));
  drawSection("disagreements", events.filter((event) => event.conflicts.length), one);
}

function drawSection(id, entries, one) {
  document.getElementById(id).replaceChildren(make("h2", {}, `${say(id)} (${entries.length})`), entries.length ? some(entries, 20, one) : make("p", { class: "soft" }, say(`no-${id}`)));
}

/** Shows an event's dossier. The address names it, so that the browser's way back leads to the one before. */
function choose(id) {
  location.hash = `event=${encodeURIComponent(id)}`;
  follow();
}

/** The event that the address names. */
function named() {
  const id = /^#event=(.+)$/.exec(location.hash)?.[1];
  return id && ledger.events.find((event) => encodeURIComponent(event.id) === id);
}

function follow() {
  const event = named();
  if (!event) return;
  state.chosen = event.id;
  bringIntoView(days(event.date));
  drawEvents(rows);
  drawDossier(event);
  const list = document.querySelector("#events .list"), row = list?.querySelector(`[data-id="${CSS.escape(event.id)}"]`);
  if (row && (row.offsetTop < list.scrollTop || row.offsetTop + row.offsetHeight > list.scrollTop + list.clientHeight)) list.scrollTop = row.offsetTop - list.clientHeight / 3;
  const heading = document.getElementById("dossier-heading"), seen = heading.getBoundingClientRect();
  if (NARROW.matches || seen.top < 0 || seen.bottom > innerHeight) document.getElementById("dossier").scrollIntoView();
}

function draw() {
  const { events, promises } = found();
  drawTimeline(events);
  drawEvents(events);
  drawDisagreements(events);
  drawPromises(promises);
}

const contested = ledger.events.filter((event) => event.conflicts.length).length;
document.getElementById("summary").textContent = say("summary", { articles: documents.size, events: ledger.events.length, statements: ledger.statements.length, promises: ledger.commitments.length, conflicts: contested });
drawFilters();
draw();
drawDossier(null);
follow();
addEventListener("hashchange", () => { if (named()?.id !== state.chosen) follow(); });
addEventListener("resize", drawScale);
document.getElementById("article").addEventListener("click", (click) => { if (click.target === click.currentTarget) click.currentTarget.close(); });
