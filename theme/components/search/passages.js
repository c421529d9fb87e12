/* Passages: what to quote of a text, with the found words marked.
 *
 * In: a text and a query. Out: the text, or the sentence around the best match, as [text, marked] pairs.
 */
var QUOTE = 260, TASK = 200, TASK_BEGINS = 45; // characters; a longer text is cut

/** Lone words of several are marked only where no phrase is. */
function mark(text, found, least) {
  var parts = [], at = 0;
  found.spans.forEach(function (span) {
    if (span.length < least) return;
    if (span.start > at) parts.push([text.slice(at, span.start), false]);
    parts.push([text.slice(span.start, span.end), true]);
    at = span.end;
  });
  if (at < text.length) parts.push([text.slice(at), false]);
  return parts;
}

/** In a title lone words of several are never marked. */
function markTitle(text, asked) {
  return mark(text, match(text, asked), Math.min(asked.words.length, 2));
}

/** A text of about so many characters; what it begins with stays, if asked. */
function quote(text, asked, most, beginning) {
  var found = match(text, asked), head = beginning ? shortened(text, beginning) : "";
  if (text.length > most) {
    text = excerpt(text, found.spans, most - head.length);
    if (text[0] === "…") text = head.replace("…", " ") + text;
    found = match(text, asked);
  }
  return mark(text, found, Math.min(found.longest, 2));
}

/** Whole sentences around where most of the query stands, as far as there is room; from the beginning where that is near. */
function excerpt(text, spans, most) {
  var best = densest(spans, most * 0.6), at = best.start, end = best.end, from = 0, to = 0, stop = /[.;!?:]\s/g, m;
  while (end > most * 0.9 && (m = stop.exec(text)) && m.index < at) from = m.index + 2;
  if (at - from > most / 2 || end - from > most) from = text.lastIndexOf(" ", at - Math.min(most / 3, Math.max(0, most - (end - at)) / 2)) + 1;
  stop.lastIndex = end;
  while ((m = stop.exec(text)) && m.index < from + most) to = m.index + 1;
  if (text.length <= from + most) to = text.length;
  if (to < end) to = Math.max(text.lastIndexOf(" ", from + most), end);
  return (from > 0 ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
}

/** From where to where most words of the query stand within so many characters; of equals where more stand in a row. */
function densest(spans, room) {
  var best = { start: 0, end: 0, value: 0 };
  spans.forEach(function (first, i) {
    var held = 0, length = 0, end = first.end;
    for (var j = i; j < spans.length && (j === i || spans[j].end < first.start + room); j++) {
      if (spans[j].held & ~held) end = spans[j].end;
      held |= spans[j].held;
      length = Math.max(length, spans[j].length);
    }
    var value = countBits(held) + length / 2;
    if (value > best.value) best = { start: first.start, end: end, value: value };
  });
  return best;
}

/** The beginning of a long text. */
function shortened(text, most) {
  return text.length > most ? text.slice(0, text.lastIndexOf(" ", most)) + "…" : text;
}
