// An article, opened at the words that something stands on.

/** Words of an article as a button that opens it where they stand; `entry` is what they are a ground of. */
function ground(span, entry, content) {
  return make("button", { type: "button", class: "ground", title: say("opens"), onclick: () => open(span, entry) }, content ?? foreign(`“${span.text}”`));
}

/** Every span that an event or promise stands on. */
function grounds(entry) {
  const spans = (value) => (Array.isArray(value) ? value.flatMap(spans) : value ? [value] : []);
  return Object.values(entry?.evidence ?? {}).flatMap(spans);
}

function open(span, entry) {
  const article = documents.get(span.document);
  if (!article) return;
  const isOf = (part) => (other) => other.document === span.document && (other.part === "title") === (part === "title");
  const marked = (part, text) => highlight(text, isOf(part)(span) ? span : null, grounds(entry).filter(isOf(part)));
  const dialog = document.getElementById("article");
  dialog.replaceChildren(
    make("div", { class: "top" },
      make("div", {},
        make("h2", { id: "article-heading", lang: article.language }, article.title ? marked("title", article.title) : foreign(article.id)),
        make("p", { class: "soft" }, sourceOf(article)),
        make("p", { class: "soft" }, make("mark", { class: "here" }, say("mark-here")), " ", make("mark", {}, say("mark-also")))),
      make("button", { type: "button", onclick: () => dialog.close() }, say("close"))),
    make("div", { class: "text", lang: article.language, tabindex: 0 }, marked("text", article.text)));
  dialog.showModal();
  dialog.querySelector(".text .here, h2 .here")?.scrollIntoView({ block: "center" });
}

/** A text in pieces: the words asked for, other words of the same entry, and what stands between. Offsets count code points. */
function highlight(text, here, others) {
  const letters = Array.from(text), within = (spans, at) => spans.some((span) => span && span.start <= at && at < span.end);
  const cuts = [...new Set([0, letters.length, ...[here, ...others].filter(Boolean).flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  const pieces = [];
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const words = letters.slice(cuts[index], cuts[index + 1]).join("");
    if (within([here], cuts[index])) pieces.push(make("mark", { class: "here" }, words));
    else if (within(others, cuts[index])) pieces.push(make("mark", {}, words));
    else pieces.push(words);
  }
  return pieces;
}

/** The outlet of an article, or its own name where that is not known. */
const nameOf = (id) => documents.get(id)?.source ?? id;
const outletOf = (id) => foreign(nameOf(id), { class: "soft" });

const sourceOf = (article) => [article.source ?? say("unknown-source"), publishedOf(article), article.id].flatMap((text, index) => (index ? [" · ", foreign(text)] : [foreign(text)]));

const publishedOf = (article) => (article.published ? dateWords(article.published.slice(0, 16)) + (article.published_basis === "inferred" ? ` ${say("inferred")}` : "") : say("unknown-date"));

/** The sentence around a span, as far as full stops and lines tell, with the span's words marked. */
function sentence(span) {
  const text = documents.get(span.document)?.[span.part === "title" ? "title" : "text"];
  if (!text) return foreign(span.text);
  const letters = Array.from(text), stop = (index) => letters[index] === "\n" || (/[.!?]/.test(letters[index]) && /\s/.test(letters[index + 1] ?? " "));
  let from = span.start, to = span.end;
  while (from > 0 && span.start - from < 220 && !stop(from - 1)) from -= 1;
  while (to < letters.length && to - span.end < 220 && !stop(to - 1)) to += 1;
  const piece = (start, end) => letters.slice(start, end).join("");
  return make("bdi", { lang: "vi" }, piece(from, span.start).trimStart(), make("strong", {}, piece(span.start, span.end)), piece(span.end, to).trimEnd());
}
