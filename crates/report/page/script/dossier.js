// An event's dossier: its fields with their grounds, the accounts side by side, what differs, who said what.

function drawDossier(event) {
  const section = document.getElementById("dossier");
  section.scrollTop = 0;
  if (!event) {
    section.replaceChildren(make("h2", { id: "dossier-heading" }, say("dossier")), make("p", { class: "soft" }, say(ledger.events.length ? "pick" : "no-events")));
    return;
  }
  section.replaceChildren(...[
    make("a", { class: "back", href: "#events" }, say("back")),
    make("h2", { id: "dossier-heading", tabindex: -1 }, foreign(titleOf(event))), make("p", { class: "soft" }, foreign(event.title.vi)),
    make("p", {}, make("span", { class: "tag" }, kindOf(event)), " ", marksOf(event), make("span", { class: "soft" }, countOf(event))),
    facts(event), accounts(event), differences(event), spoken(event), merges(event)].filter(Boolean));
}

function facts(event) {
  const lines = [], evidence = event.evidence;
  const line = (label, value, spans) => { if (value) lines.push(make("dt", {}, say(label)), make("dd", {}, value, " ", distinct((spans ?? []).flat()).slice(0, 4).map((span) => [ground(span, event), " "]))); };
  line("when", event.date && [make("strong", {}, dateWords(event.date)), event.date_basis ? ` (${say(`basis-${event.date_basis}`)})` : ""], evidence.date);
  line("where", event.place && foreign(event.place), evidence.place);
  event.actors.forEach((party, index) => line("who", foreign(party.name), evidence.actors?.[index]));
  event.recipients.forEach((party, index) => line("towards", foreign(party.name), evidence.recipients?.[index]));
  line("how-long", event.duration && durationWords(event.duration), evidence.duration);
  event.quantities.forEach((quantity, index) => line("how-much", amount(quantity), evidence.quantities?.[index]));
  if (event.judgements?.length) line("corrected", say("corrections", { numbers: event.judgements.join(", ") }));
  return make("dl", {}, lines);
}

/** One span for the same words in several articles. */
function distinct(spans) {
  const texts = new Set();
  return spans.filter((span) => !texts.has(fold(span.text)) && texts.add(fold(span.text)));
}

/** `PT1H25M` as `1 h 25 min`. */
function durationWords(value) {
  const found = /^P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(value);
  const units = ["years", "months", "weeks", "days", "h", "min", "s"];
  return (found ?? []).slice(1).map((count, index) => count && `${count} ${units[index]}`).filter(Boolean).join(" ") || value;
}

function accounts(event) {
  const firsts = new Map();
  const column = (report) => {
    const article = documents.get(report.document), copied = firsts.get(article?.origin);
    if (article && !copied) firsts.set(article.origin, article);
    return make("div", { class: "column" },
      make("strong", {}, foreign(report.source ?? report.document)),
      make("p", { class: "soft" }, article ? publishedOf(article) : say("unknown-date")),
      make("p", {}, say(report.status), report.date ? [": ", make("strong", {}, dateWords(report.date))] : ` · ${say("no-date-told")}`),
      copied && make("p", { class: "soft" }, say("copy-of", { source: copied.source ?? copied.id })),
      report.spans.slice(0, 3).map((span) => make("blockquote", {}, ground(span, event, sentence(span)))));
  };
  const box = some(event.reports, 12, column);
  box.className = "columns";
  return make("div", {}, make("h3", {}, say("accounts")), box);
}

function differences(event) {
  const card = (difference) => make("div", { class: "card" }, told(difference, event)), lesser = event.differences ?? [];
  if (!event.conflicts.length && !lesser.length) return null;
  return make("div", {}, make("h3", {}, say("differences")), event.conflicts.map(card),
    lesser.length ? make("details", {}, make("summary", {}, say("lesser", { count: lesser.length })), some(lesser, 20, card)) : "");
}

/** One field on which accounts differ: each value with its words, its side and its article, then who is silent on it. */
function told(difference, event) {
  const one = (value) => make("p", {}, make("strong", {}, valueWords(difference.attribute, value.value)), " ", value.span?.text ? ground(value.span, event) : "", " ",
    foreign([value.side, nameOf(value.document)].filter(Boolean).join(" · "), { class: "soft" }));
  const silent = [...(difference.silent_sides ?? []), ...(difference.silent ?? []).map(nameOf)];
  return make("div", {}, make("span", { class: difference.kind === "conflict" ? "tag conflict" : "tag" }, `${say(`of-${difference.attribute}`)}: ${say(`kind-${difference.kind}`)}`),
    difference.values.map(one), silent.length ? foreign(say("silent", { who: silent.join(", ") }), { class: "soft" }) : "");
}

function valueWords(attribute, value) {
  if (value === null || value === undefined) return "—";
  if (attribute === "duration") return durationWords(value);
  if (attribute === "status") return say(value);
  return attribute === "date" ? dateWords(value) : foreign(String(value));
}

/** Topic by side, over the articles that report the event; a topic of one side only is marked. */
function spoken(event) {
  const reports = new Set(event.reports.map((report) => report.document)), topics = new Map(), heard = new Set();
  for (const statement of ledger.statements.filter((statement) => reports.has(statement.document))) {
    const words = fold(statement.content.text);
    for (const { topic } of statement.topics) {
      if (heard.has(`${topic} ${statement.side} ${words}`)) continue;
      heard.add(`${topic} ${statement.side} ${words}`);
      const sides = topics.get(topic) ?? topics.set(topic, new Map()).get(topic), side = statement.side ?? "";
      (sides.get(side) ?? sides.set(side, []).get(side)).push(statement);
    }
  }
  if (!topics.size) return null;
  const words = (statement) => make("blockquote", {}, foreign(`${statement.speaker.name}: `, { class: "soft" }), ground(statement.content, null));
  const one = ([topic, sides]) => make("div", { class: "card" }, make("strong", {}, topic), " ", sides.size === 1 ? make("span", { class: "tag" }, say("only")) : "",
    make("div", { class: "columns" }, [...sides].sort(([a], [b]) => (a < b ? -1 : 1)).map(([side, statements]) => make("div", {}, make("span", { class: "tag" }, side || say("no-side")), some(statements, 4, words)))));
  return make("details", {}, make("summary", {}, say("spoken", { count: topics.size })), [...topics].sort(([a], [b]) => (a < b ? -1 : 1)).map(one));
}

function merges(event) {
  if (!event.merges?.length) return null;
  const name = (id) => foreign(nameOf(id));
  const one = (merge) => make("p", {}, name(merge.a), " + ", name(merge.b), `: ${merge.score.toFixed(2)} (${merge.reasons.map((reason) => `${reason.reason.replace(/-/g, " ")} ${reason.weight.toFixed(2)}`).join(", ")})`);
  return make("details", {}, make("summary", {}, say("merged")), make("div", { class: "soft" }, some(event.merges, 20, one)));
}

const number = (value) => (typeof value === "number" ? value.toLocaleString("en", { maximumFractionDigits: 6 }) : String(value));

function amount(quantity) {
  const value = [number(quantity.value), quantity.unit, quantity.of].filter(Boolean).join(" ");
  return foreign(quantity.baseline === null || quantity.baseline === undefined ? value : `${value} (${say("baseline", { value: number(quantity.baseline) })})`);
}
