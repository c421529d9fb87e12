/* Passages: what to quote of a text, with the found words marked.
 *
 * In: a text and a query. Out: the text, or the sentence around the best match, as [text, marked] pairs.
 */
var QUOTE = 260; // characters; a longer text is cut

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

function quote(text, asked) {
  var found = match(text, asked);
  if (text.length > QUOTE) {
    text = sentenceAround(text, found.spans);
    found = match(text, asked);
  }
  return mark(text, found, Math.min(found.longest, 2));
}

/** The sentence that holds the longest span; of a long one about QUOTE characters. */
function sentenceAround(text, spans) {
  var best = spans.reduce(function (a, b) { return !a || b.length > a.length ? b : a; }, null);
  var from = 0, to = text.length, at = best ? best.start : 0, end = best ? best.end : 0;
  var stop = /[.;!?:]\s/g, m;
  while ((m = stop.exec(text))) {
    if (m.index + 1 <= at) from = m.index + 2;
    else if (m.index >= end) { to = m.index + 1; break; }
  }
  if (at - from > QUOTE / 2) from = text.lastIndexOf(" ", at - QUOTE / 3) + 1;
  if (to - from > QUOTE) to = Math.max(text.lastIndexOf(" ", from + QUOTE), end);
  return (from > 0 ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
}
