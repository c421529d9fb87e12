/* Words: what search takes for a word, as build_tools/danbiet/search/words.py does for the index.
 *
 * In: a text in NFC. Out: its words [{key, marks, number, spelling, start, end}]: the key without marks,
 * the marks as one would type them in Telex ("đối" → "doi", "dos"), and where the word stands.
 */
var NONE = 0, DIGIT = 1, LETTER = 2;
// Nearly every text here is Latin. The classes of all of Unicode take a slow phone long to make ready,
// so they wait for a text that needs them.
var LATIN = /^[\u0000-\u036f\u1e00-\u1eff\u2000-\u206f]*$/;
var LATIN_WORD = /([0-9]+)|[A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee\u1e00-\u1eff]+/g;
var LATIN_MARKS = /[\u0300-\u036f]/g;
var I_OR_Y = /^(?:[hklmst]|qu)y$/; // "kỹ" and "kĩ" are one word in two spellings
var TONES = { "\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j" };
var anyWord = null, anyMarks = null, known = new Map(), kinds = new Map();

function nfc(text) {
  return text.normalize("NFC").replace(/Ð/g, "Đ").replace(/ð/g, "đ");
}

/** The pattern of a word that serves for this text. */
function wordPattern(text) {
  if (LATIN.test(text)) return LATIN_WORD;
  return anyWord || (anyWord = new RegExp("(\\p{Nd}+)|[\\p{L}\\p{No}\\p{Nl}]+", "gu"));
}

function fold(text) {
  var apart = text.replace(/[đð]/g, "d").replace(/[ĐÐ]/g, "D").normalize("NFD");
  var marks = LATIN.test(apart) ? LATIN_MARKS : anyMarks || (anyMarks = new RegExp("\\p{Mn}", "gu"));
  return apart.replace(marks, "").toLowerCase();
}

function marksOf(spelling) {
  var apart = spelling.normalize("NFD"), letters = "", tone = "", base = "";
  for (var i = 0; i < apart.length; i++) {
    var char = apart[i], code = apart.charCodeAt(i);
    if (char === "đ" || char === "ð") letters += "d";
    if (code < 0x300 || code > 0x36f) base = char;
    else if (char === "\u0302") letters += base;
    else if (char === "\u0306" || char === "\u031b") letters += "w";
    else if (TONES[char]) tone = TONES[char];
  }
  return letters + tone;
}

/** The word that a spelling in lower case stands for. */
function word(spelling) {
  var found = known.get(spelling);
  if (found) return found;
  if (kindAt(spelling, 0) === DIGIT) {
    found = { key: spelling.replace(/^0+(?=.)/, ""), marks: "", number: true };
  } else {
    var key = fold(spelling);
    found = { key: I_OR_Y.test(key) ? key.slice(0, -1) + "i" : key, marks: marksOf(spelling), number: false };
  }
  known.set(spelling, found);
  return found;
}

/** The words of a text with where each stands. */
function words(text) {
  var found = [], pattern = wordPattern(text), match;
  pattern.lastIndex = 0;
  while ((match = pattern.exec(text))) {
    var w = word(match[0].toLowerCase()), last = found[found.length - 1];
    if (w.number && last && last.key === "so") found.pop(); // "số 59" is "59"
    found.push({ key: w.key, marks: w.marks, number: w.number, spelling: match[0], start: match.index, end: pattern.lastIndex });
  }
  return found;
}

/** How many words a text has. */
function lengthOf(text) {
  var length = 0, before = "", pattern = wordPattern(text), match;
  pattern.lastIndex = 0;
  while ((match = pattern.exec(text))) {
    if (!(match[1] && before && word(before.toLowerCase()).key === "so")) length++;
    before = match[0];
  }
  return length;
}

/** Whether a digit, a letter or neither stands at a place of a text. */
function kindAt(text, at) {
  var code = text.charCodeAt(at);
  if (!(code >= 0x30)) return NONE; // also before the beginning and behind the end
  if (code < 0x80) {
    if (code <= 0x39) return DIGIT;
    code |= 0x20;
    return code >= 0x61 && code <= 0x7a ? LETTER : NONE;
  }
  if ((code >= 0x1e00 && code < 0x1f00) || (code >= 0xc0 && code < 0x2c0)) return code === 0xd7 || code === 0xf7 ? NONE : LETTER;
  return kindOf(code >= 0xdc00 && code < 0xe000 ? text.slice(at - 1, at + 1) : String.fromCodePoint(text.codePointAt(at)));
}

function kindOf(char) {
  var kind = kinds.get(char);
  if (kind === undefined) {
    var pattern = wordPattern(char), at = pattern.lastIndex, match;
    pattern.lastIndex = 0;
    match = pattern.exec(char);
    pattern.lastIndex = at; // whoever asks may be amid a text with it
    kind = !match ? NONE : match[1] ? DIGIT : LETTER;
    kinds.set(char, kind);
  }
  return kind;
}
