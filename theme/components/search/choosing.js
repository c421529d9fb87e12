/* Choosing: which of what was found may be shown.
 *
 * In: a ranking, what the filters let through, a kind or none. Out: {lists, counts, total, whole}: the candidates
 * of the kind, or of all kinds a list each; how many there are of each kind; whether some hold every word.
 */
var MOST_OF_A_KIND = 3;

/** Whoever holds all the words leaves those behind that hold some; without any, most will do. */
function leastShare(lists) {
  var full = 0;
  lists.forEach(function (list) {
    for (var i = 0; i < list.length; i++) full = Math.max(full, list[i].share);
  });
  return full === 1 ? 1 : full * 0.7;
}

Ranking.prototype.choose = function (accepts, kind) {
  var lone = this.tasks.length === 1 && kind !== "viec"; // a number says enough
  var tasks = lone ? [] : this.foundTasks(accepts.documents, 1), kinds = this.found(accepts.documents, tasks), names = Object.keys(kinds);
  var least = leastShare(names.map(function (name) { return kinds[name]; })), counts = {}, total = 0;
  kinds.viec = least === 1 && kind !== "viec" ? tasks : this.foundTasks(accepts.documents, kind === "viec" ? 0 : least);
  Object.keys(kinds).forEach(function (name) {
    var list = kinds[name];
    if (accepts.chosen && (!kind || kind === name)) list = list.filter(accepts.chosen);
    if (kind === name) least = leastShare([list]);
    kinds[name] = list.filter(function (c) { return c.share >= least; });
    counts[name] = kinds[name].length;
  });
  if (lone) counts.viec = this.countTasks(accepts.documents);
  if (kind) names = [kind];
  names.forEach(function (name) { total += counts[name]; });
  return {
    lists: names.map(function (name) { return kinds[name]; }), counts: counts, total: total,
    whole: least === 1 && !this.unknown.some(Boolean),
  };
};

/** As many candidates of each list as may be shown, the best first. */
function bestOfAll(lists, wanted) {
  return lists.reduce(function (all, list) { return all.concat(bestOf(list, wanted)); }, []).sort(byScore);
}

function byScore(a, b) {
  return b.score - a.score || a.document - b.document || a.task - b.task;
}

/** The best: of a thousand only those that may be shown are worth putting in order. */
function bestOf(found, wanted) {
  if (found.length <= 2 * wanted) return found;
  var scores = new Float64Array(found.length);
  for (var i = 0; i < found.length; i++) scores[i] = found[i].score;
  var bound = scores.sort()[found.length - wanted];
  return found.filter(function (c) { return c.score >= bound; });
}

/** In a list of all kinds, names that everybody has ("Văn phòng") leave room for the rest. */
function mixed(list, kindOf) {
  var seen = {}, first = [], later = [];
  list.forEach(function (one) {
    var kind = kindOf(one);
    seen[kind] = (seen[kind] || 0) + 1;
    ((kind === "don-vi" || kind === "van-ban") && seen[kind] > MOST_OF_A_KIND ? later : first).push(one);
  });
  return first.concat(later);
}
