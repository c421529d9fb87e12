/* The query: what the reader typed.
 *
 * In: a line as typed. Out: {words, phrases, marked, open, places}: its words, the phrases in quotation
 * marks (each such a query of its own), whether it has any marks, whether its last word may go on, and
 * where in it each word stands (key → places). Then the pairs and single words to look up for it.
 */
var QUOTED = /["“”«]([^"“”»]*)["“”»]/g;
var LONGEST = 28, MOST_PAIRS = 10, MOST_SINGLES = 8;

function read(query) {
  query = nfc(query);
  var all = words(query).slice(0, LONGEST), phrases = [], match;
  QUOTED.lastIndex = 0;
  while ((match = QUOTED.exec(query))) {
    var phrase = words(match[1]);
    if (phrase.length) phrases.push(asking(phrase, [], false));
  }
  return asking(all, phrases, all.length > 0 && all[all.length - 1].end === query.length);
}

function asking(all, phrases, open) {
  var places = new Map(), marked = false;
  all.forEach(function (w, i) {
    if (w.marks) marked = true;
    if (places.has(w.key)) places.get(w.key).push(i);
    else places.set(w.key, [i]);
  });
  return { words: all, phrases: phrases, marked: marked, open: open, places: places, seeker: null };
}

/** What to look up: two neighbours, or a word alone (first is ""). */
function term(asked, first, at) {
  var a = first < 0 ? null : asked.words[first], b = asked.words[at];
  return {
    at: at, first: a ? a.key : "", second: b.key, marks: a ? a.marks + "," + b.marks : b.marks,
    bits: (a ? 1 << first : 0) | (1 << at), open: asked.open && at === asked.words.length - 1,
  };
}

/** The pairs to look up. In a long query those that stand everywhere are left out. */
function pairsOf(asked, isCommon) {
  var pairs = [];
  for (var i = 1; i < asked.words.length; i++) pairs.push(term(asked, i - 1, i));
  if (pairs.length > 6) {
    var telling = pairs.filter(function (p) { return !isCommon(p.first + " " + p.second); });
    if (telling.length > 2) pairs = telling;
  }
  // Of a pasted sentence a dozen pairs from all over it say enough.
  var step = Math.max(1, pairs.length / MOST_PAIRS);
  return pairs.filter(function (p, i) { return Math.floor(i / step) !== Math.floor((i - 1) / step); });
}

/** The words to look up alone, of those in `lacking`. The long lists of words that stand nearly everywhere tell
 *  nothing beside others; where nothing else is found they are all there is. */
function singlesOf(asked, lacking, isCommon, found) {
  var singles = [];
  asked.words.forEach(function (w, i) { if (lacking & (1 << i)) singles.push(term(asked, -1, i)); });
  var telling = singles.filter(function (s) { return !isCommon(s.second); });
  return (telling.length || found ? telling : singles).slice(0, MOST_SINGLES);
}

function countBits(bits) {
  for (var n = 0; bits; bits &= bits - 1) n++;
  return n;
}

function allBits(asked) {
  return Math.pow(2, asked.words.length) - 1;
}
