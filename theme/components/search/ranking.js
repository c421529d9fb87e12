/* Ranking: which documents answer best, by the index alone.
 *
 * In: the entries found for each pair or word of a query. Out: candidates {document, plan, score, share},
 * one a plan (its best piece), one an instrument or unit, the best first. Only documents that hold
 * something are ever looked at.
 */
var LEVELS = [1, 1.15, 1.5, 2.2]; // in the body, often, in a heading, in the title
var TITLE = 3, DUTY = 4; // as in postings.py: the level's two bits, and whether it stands in an obligation
var OTHER_MARKS = 0.35, COMPLETED = 0.6, SCATTERED = 0.5;

function Ranking(engine, asked) {
  this.engine = engine;
  this.asked = asked;
  this.rowOf = new Uint32Array(engine.size); // document → its row from 1
  this.document = [];
  this.score = [];
  this.held = []; // which words of the query the document holds, a bit each
  this.duty = []; // the same within its obligations
  this.hits = []; // how many pairs
  this.best = []; // room for add
  this.flagged = [];
  this.title = new Map(); // plan → {score, held}: a title is held once, with the first piece, and speaks for the whole plan
  this.wanted = 0; // the words that were looked up
  this.unknown = asked.words.map(function () { return false; }); // words that nobody wrote
}

/** Add what one pair or word found. Gives whether it found anything. */
Ranking.prototype.add = function (entries, term, share) {
  var touched = [], exact = 0;
  for (var i = 0; i < entries.length; i++) {
    var weight = this.weight(entries[i], term), documents = decode(entries[i].gaps);
    this.gather(documents, entries[i].flags, weight, touched);
    if (weight === 1) exact += documents.length;
  }
  this.wanted |= term.bits;
  this.credit(touched, term.bits, Math.log(1 + this.engine.size / (1 + (exact || touched.length))) * share, share === 1 ? 1 : 0);
  return touched.length > 0;
};

/** How near an entry is to what was typed. */
Ranking.prototype.weight = function (entry, term) {
  var marked = this.asked.marked;
  if (entry.key === term.second) return !marked || entry.marks === term.marks ? 1 : OTHER_MARKS;
  return marked && entry.marks.indexOf(term.marks) !== 0 ? COMPLETED * OTHER_MARKS : COMPLETED;
};

/** Keep the best that the entries of one term say of each document, and the rows they touch. */
Ranking.prototype.gather = function (documents, flags, weight, touched) {
  var rowOf = this.rowOf, best = this.best, flagged = this.flagged;
  for (var i = 0; i < documents.length; i++) {
    var d = documents[i], row = rowOf[d] - 1, flag = flags ? flags.charCodeAt(i) - 48 : 0, value = weight * LEVELS[flag & 3];
    if (row < 0) row = this.row(d);
    if (!best[row]) touched.push(row);
    if (best[row] < value) best[row] = value;
    var before = flagged[row];
    flagged[row] = ((flag | before) & DUTY) | ((flag & 3) > (before & 3) ? flag & 3 : before & 3);
  }
};

/** A new row for a document. */
Ranking.prototype.row = function (document) {
  this.rowOf[document] = this.document.push(document);
  this.score.push(0);
  this.held.push(0);
  this.duty.push(0);
  this.hits.push(0);
  this.best.push(0);
  this.flagged.push(0);
  return this.document.length - 1;
};

/** Add a term's worth to each row it touched. */
Ranking.prototype.credit = function (touched, bits, worth, pair) {
  for (var i = 0; i < touched.length; i++) {
    var row = touched[i], d = this.document[row], value = this.best[row] * worth, flag = this.flagged[row];
    if (d < this.engine.instruments && (flag & 3) === TITLE) {
      var title = this.titleOf(this.engine.planOf[d]);
      title.score += value;
      title.held |= bits;
    } else {
      this.score[row] += value;
    }
    this.held[row] |= bits;
    if (flag & DUTY) this.duty[row] |= bits;
    this.hits[row] += pair;
    this.best[row] = this.flagged[row] = 0;
  }
};

Ranking.prototype.titleOf = function (plan) {
  var title = this.title.get(plan);
  if (!title) this.title.set(plan, (title = { score: 0, held: 0 }));
  return title;
};

/** The words that the document with the most words lacks; of a long query only those that were looked up. */
Ranking.prototype.lacking = function (long) {
  var all = long ? this.wanted : allBits(this.asked), most = 0, best = 0;
  for (var row = 0; row < this.held.length; row++) {
    var title = this.title.get(this.engine.plan(this.document[row])), held = title ? this.held[row] | title.held : this.held[row];
    if (held === all) return 0;
    var number = countBits(held);
    if (number > most) { most = number; best = held; }
  }
  return all & ~best;
};

/** Candidates that hold some of the query and pass the filters, in the order of the documents. */
Ranking.prototype.passing = function (accepts, duties) {
  var engine = this.engine, length = countBits(this.wanted), all = this.wanted, found = [], last = null;
  var documents = new Uint32Array(this.document).sort(); // pieces of a plan stand together
  for (var i = 0; i < documents.length; i++) {
    var d = documents[i], row = this.rowOf[d] - 1, plan = engine.plan(d), held = this.held[row], score = this.score[row];
    var title = plan >= 0 && !duties ? this.title.get(plan) : null;
    if (duties) held = this.duty[row];
    if (title) { held |= title.held; score += title.score; }
    if (!held || (accepts && !accepts(d, plan))) continue;
    var share = held === all ? 1 : countBits(held) / length, duty = this.duty[row] === all;
    score *= share * share;
    if (plan < 0 || !last || last.plan !== plan) {
      found.push(last = { document: d, plan: plan, score: score, share: share, duty: duty });
    } else {
      if (duty) last.duty = true;
      if (score > last.score) { last.document = d; last.score = score; last.share = share; }
    }
  }
  return found;
};

/** {list, total, counts}: as many candidates of each kind as may be shown, the best first; how many there are of each kind,
 *  of "viec" how many plans hold the query within their obligations. */
Ranking.prototype.candidates = function (accepts, kind, wanted) {
  var engine = this.engine, found = this.passing(accepts, kind === "viec"), full = 0, counts = { viec: 0 };
  var kinds = { "ke-hoach": [], "van-ban": [], "don-vi": [] }, list = [], total = 0;
  for (var i = 0; i < found.length; i++) full = Math.max(full, found[i].share);
  // Whoever holds all the words leaves those behind that hold some; without any, most will do.
  var least = full === 1 ? 1 : full * 0.7;
  for (i = 0; i < found.length; i++) {
    if (found[i].share < least) continue;
    kinds[engine.kind(found[i].document)].push(found[i]);
    if (found[i].duty) counts.viec++;
  }
  for (var name in kinds) {
    counts[name] = kinds[name].length;
    total += kinds[name].length;
    list = list.concat(bestOf(kinds[name], wanted));
  }
  return { list: list.sort(byScore), total: total, counts: kind ? null : counts };
};

function byScore(a, b) {
  return b.score - a.score || a.document - b.document;
}

/** The best: of a thousand only those that may be shown are worth putting in order. */
function bestOf(found, wanted) {
  if (found.length <= 2 * wanted) return found;
  var scores = new Float64Array(found.length);
  for (var i = 0; i < found.length; i++) scores[i] = found[i].score;
  var bound = scores.sort()[found.length - wanted];
  return found.filter(function (c) { return c.score >= bound; });
}
