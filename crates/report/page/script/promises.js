// Promises: who promised what to whom, by when, in whose words, and what became of it.

function drawPromises(promises) {
  const tags = (promise) => [say(`promise-${promise.status}`), promise.overdue && say("overdue"), promise.due && say("due", { due: dateWords(promise.due) }), ...promise.quantities.map(amount)].filter(Boolean);
  const one = (promise) => make("div", { class: "card" },
    make("strong", {}, foreign([promise.agent.name, promise.recipient?.name].filter(Boolean).join(" → "))), " ", tags(promise).map((tag) => [make("span", { class: "tag" }, tag), " "]),
    make("p", {}, ground(promise.content, promise), " ", make("span", { class: "soft" }, promise.articles > 1 ? countOf(promise) : outletOf(promise.content.document))),
    promise.condition ? make("p", { class: "soft" }, say("condition", { condition: promise.condition.text })) : "",
    outcome(promise), history(promise));
  drawSection("promises", promises, one);
}

/** The later event or report that keeps the promise or takes it back. */
function outcome({ outcome }) {
  if (!outcome) return "";
  const event = ledger.events.find((event) => event.id === outcome.event);
  const by = event ? make("button", { type: "button", class: "ground", onclick: () => choose(event.id) }, foreign(titleOf(event))) : outletOf(outcome.document);
  return make("p", {}, say("outcome", { status: say(`promise-${outcome.status}`), date: outcome.date ? dateWords(outcome.date) : say("unknown-date") }), " ", by);
}

/** What each article reports of it, where several do. */
function history(promise) {
  if (promise.reports.length < 2) return "";
  const one = (report) => make("blockquote", {}, make("span", { class: "soft" }, report.published?.slice(0, 10) ?? say("unknown-date"), " · ", outletOf(report.document), " · ", say(`promise-${report.status}`), " "),
    report.spans.slice(0, 1).map((span) => ground(span, promise)));
  return make("details", {}, make("summary", {}, say("history")), some(promise.reports, 12, one));
}
