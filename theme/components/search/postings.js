/* Postings: which documents hold a word or pair, as build_tools/danbiet/search/postings.py codes them.
 *
 * In: the coded text of a file of the index. Out: its entries [{key, marks, gaps, flags, tasks}] under a
 * word or pair, and the numbers that a coded text stands for.
 */
var LAST = 62, MORE = 28, DIGITS = digitValues(), MOST_ENTRIES = 400;

/** The value of each printable character that is a digit. */
function digitValues() {
  var values = new Int16Array(128), value = 0;
  for (var code = 0x20; code < 0x7f; code++) {
    if ('"\\~|:'.indexOf(String.fromCharCode(code)) < 0) values[code] = value++;
  }
  return values;
}

/** The numbers of a coded text. */
function decode(coded) {
  var found = new Uint32Array(coded.length), length = 0, value = 0;
  for (var i = 0; i < coded.length; i++) {
    var digit = DIGITS[coded.charCodeAt(i)];
    if (digit >= LAST) {
      value = value * MORE + digit - LAST + 1;
    } else {
      found[length++] = value * LAST + digit;
      value = 0;
    }
  }
  return found.subarray(0, length);
}

/** Which file holds a name: the last that begins at it or before. */
function fileOf(starts, name) {
  var low = 0, high = starts.length - 1;
  while (low < high) {
    var middle = (low + high + 1) >> 1;
    if (starts[middle] <= name) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The entries of a word in a group "~word|marks:gaps:flags:tasks|…~word…"; if it is open, of what it may become too. */
function entriesIn(group, word, open) {
  var sought = "~" + word + (open ? "" : "|"), found = [], at = -1;
  while ((at = group.indexOf(sought, at + 1)) >= 0 && found.length < MOST_ENTRIES) {
    var end = group.indexOf("~", at + 1);
    var parts = group.slice(at + 1, end < 0 ? group.length : end).split("|");
    for (var i = 1; i < parts.length; i++) {
      var fields = parts[i].split(":");
      found.push({ key: parts[0], marks: fields[0], gaps: fields[1], flags: fields[2], tasks: fields[3] });
    }
  }
  return found;
}
