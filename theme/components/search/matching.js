/* Matching: how well a text answers a query, and which of its words to mark.
 *
 * In: a text as the index sends it (NFC) and a query. Out: {spans, longest, held, paired, phrase, exact, value}:
 * where words of the query stand (neighbours as one span {start, end, length, held}), the longest run of them, which
 * are held and which in company (a bit each), the run and the words with the same marks as shares of the query, and
 * the whole as one number.
 */
var NO_MATCH = { spans: [], longest: 0, held: 0, paired: 0, phrase: 0, exact: 0, value: 0 };

/** A pattern that finds wherever a word of the query may begin: fast, and sure to miss none. What it finds is looked at
 *  as a word; most of a text is never cut into words at all. */
function seekerOf(asked) {
  if (!asked.seeker) {
    asked.seeker = new RegExp(Array.from(asked.places.keys()).map(function (key) {
      return (kindAt(key, 0) === DIGIT ? "0*" : "") + key.split("").map(letterPattern).join("");
    }).join("|"), "g");
  }
  return asked.seeker;
}

/** A letter without marks as it may stand in a text: any marked letter of Latin may be it. */
function letterPattern(letter, i, all) {
  if (letter >= "0" && letter <= "9") return letter;
  if (letter > "z") return "[^]";
  var y = letter === "i" && i === all.length - 1 ? "yY" : ""; // "ky" is kept as "ki"
  return "[" + letter + letter.toUpperCase() + y + "\\u00aa-\\u024f\\u1e00-\\u1eff]";
}

/** Where words of the query stand: [{start, end, word, places}], places being those of the word in the query. */
function hitsIn(text, asked) {
  var seeker = seekerOf(asked), last = asked.words.length - 1, hits = [], found;
  var open = asked.open && !asked.words[last].number ? asked.words[last].key : null;
  seeker.lastIndex = 0;
  while ((found = seeker.exec(text))) {
    var start = found.index, kind = kindAt(text, start), end = start + 1;
    seeker.lastIndex = end;
    if (kind === NONE || kindAt(text, start - 1) === kind) continue; // amid a word
    while (kindAt(text, end) === kind) end++;
    seeker.lastIndex = end;
    var w = word(text.slice(start, end).toLowerCase()), places = asked.places.get(w.key);
    if (open && w.key !== open && w.key.indexOf(open) === 0) places = (places || []).concat(last);
    if (places) hits.push({ start: start, end: end, word: w, places: places });
  }
  return hits;
}

/** Whether other words stand between two hits; "số" before a number is none. */
function apart(text, from, to, number) {
  for (var at = from; at < to; at++) {
    var kind = kindAt(text, at), end = at;
    if (kind === NONE) continue;
    while (end < to && kindAt(text, end) === kind) end++;
    if (!number || word(text.slice(at, end).toLowerCase()).key !== "so") return true;
    number = false; // one "số", not two
    at = end - 1;
  }
  return false;
}

function match(text, asked) {
  var hits = hitsIn(text, asked), query = asked.words, n = query.length;
  if (!hits.length) return NO_MATCH;
  var run = [], held = 0, paired = 0, exact = 0, longest = 0, spans = [], end = 0;
  for (var h = 0; h < hits.length; h++) {
    var hit = hits[h], w = hit.word, next = [], reach = 0, bits = 0;
    if (h && apart(text, end, hit.start, w.number)) run = [];
    for (var k = 0; k < hit.places.length; k++) {
      var i = hit.places[k];
      next[i] = (run[i - 1] || 0) + 1;
      bits |= 1 << i;
      if (next[i] > 1) paired |= 3 << (i - 1);
      if (next[i] > reach) reach = next[i];
      if (w.key === query[i].key && w.marks === query[i].marks) exact |= 1 << i;
    }
    run = next;
    end = hit.end;
    held |= bits;
    if (reach > longest) longest = reach;
    var before = spans[spans.length - 1];
    if (reach > 1) { before.end = end; before.length = Math.max(before.length, reach); before.held |= bits; }
    else spans.push({ start: hit.start, end: end, length: reach, held: bits });
  }
  return {
    spans: spans, longest: longest, held: held, paired: paired, phrase: longest / n, exact: countBits(exact) / n,
    // "Văn phòng … báo cáo" answers better than "văn … phòng báo cáo": words in company count once more.
    value: (countBits(held) + countBits(paired) + longest / 2 + (asked.marked ? countBits(exact) : 0)) / n,
  };
}

/** Whether a text holds each phrase in quotation marks as it stands there. */
function holdsPhrases(text, asked) {
  return asked.phrases.every(function (phrase) {
    var found = match(text, phrase);
    return found.phrase === 1 && (!phrase.marked || found.exact === 1);
  });
}

/** The whole phrase in one place outweighs any scattering of its words. */
function whole(found) {
  return found.phrase === 1 ? 2 : 1;
}
