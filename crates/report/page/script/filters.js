// What is asked for, and which entries fit it.

const state = { actor: "", type: "", show: "", from: "", to: "", chosen: null, view: null };

/** The entries' names, folded once: under each party stands every name it goes by. */
const called = new Map();

function namesOf(party) {
  if (!called.has(party)) called.set(party, [party.name, ...(party.aliases ?? [])].map((name) => ` ${fold(name)} `).join("") + (party.members ?? []).map(namesOf).join(""));
  return called.get(party);
}

const parties = (event) => [...event.actors, ...event.recipients];

/** Whether a party is the one asked for: by its id, by whole words of a name or, while nobody has these, by the beginning of a word. */
function calledBy(wanted) {
  const id = state.actor.trim(), whole = ` ${wanted} `, hasWhole = everybody.some((party) => namesOf(party).includes(whole));
  return (party) => party.actor === id || namesOf(party).includes(hasWhole ? whole : ` ${wanted}`) || (party.members ?? []).some((member) => member.actor === id);
}

const everybody = [...ledger.events.flatMap(parties), ...ledger.commitments.flatMap((promise) => [promise.agent, promise.recipient].filter(Boolean))];

const SHOWS = {
  occurred: (event) => event.status === "occurred" || event.status === "ongoing",
  planned: (event) => event.status === "planned" || event.status === "hypothetical",
  negated: (event) => event.status === "negated",
  conflict: (event) => event.conflicts.length > 0,
  several: (event) => event.origins > 1,
};

/** The events and promises that fit the filters. */
function found() {
  const wanted = fold(state.actor), isCalled = calledBy(wanted), from = days(state.from), to = days(state.to);
  const inTime = (value) => {
    const held = days(value);
    return (!from && !to) || (held && (!from || held[1] > from[0]) && (!to || held[0] < to[1]));
  };
  const fits = (event) => (!state.type || event.type === state.type) && (!state.show || SHOWS[state.show](event)) && inTime(event.date) && (!wanted || parties(event).some(isCalled));
  return {
    events: ledger.events.filter(fits),
    promises: ledger.commitments.filter((promise) => inTime(promise.due) && (!wanted || [promise.agent, promise.recipient].some((party) => party && isCalled(party)))),
  };
}

function drawFilters() {
  const names = [...new Set(ledger.events.flatMap((event) => parties(event).map((party) => party.name)))].sort((a, b) => a.localeCompare(b, "vi"));
  const types = [...new Set(ledger.events.map((event) => event.type))].sort();
  const ask = (key, value) => { Object.assign(state, { [key]: value, view: null }); draw(); };
  const field = (key, input, wide) => make("label", { class: wide ? "wide" : null }, say(key), input);
  const choice = (key, options) => field(key, make("select", { name: key, onchange: (change) => ask(key, change.target.value) }, make("option", { value: "" }, say("all")), options));
  const date = (key, example) => field(key, make("input", { name: key, placeholder: example, inputmode: "numeric", autocomplete: "off", oninput: (change) => {
    const wrong = change.target.value.trim() !== "" && !days(change.target.value.trim());
    change.target.setAttribute("aria-invalid", wrong);
    change.target.setCustomValidity(wrong ? say("wrong-date") : "");
    if (!wrong) ask(key, change.target.value.trim());
  }, onchange: (change) => change.target.reportValidity() }));
  const form = document.getElementById("filters");
  form.replaceChildren(
    field("actor", make("input", { name: "actor", type: "search", list: "names", autocomplete: "off", placeholder: say("actor-example"), oninput: (change) => ask("actor", change.target.value) }), true),
    make("datalist", { id: "names" }, names.map((name) => make("option", { value: name }))),
    choice("type", types.map((type) => make("option", { value: type }, `${type} · ${say(type)}`))),
    choice("show", Object.keys(SHOWS).map((show) => make("option", { value: show }, say(`show-${show}`)))),
    date("from", "2025-11"), date("to", "2026-02-05"),
    make("button", { type: "reset" }, say("reset")));
  form.addEventListener("reset", () => {
    for (const input of form.querySelectorAll("input")) { input.removeAttribute("aria-invalid"); input.setCustomValidity(""); }
    Object.assign(state, { actor: "", type: "", show: "", from: "", to: "", view: null });
    draw();
  });
  form.addEventListener("submit", (submit) => submit.preventDefault());
}
