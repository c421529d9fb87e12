/* Ranking: which documents answer best, by the index alone.
 *
 * In: the entries found for each pair or word of a query. Out: candidates {document, plan, score, share}: one a
 * plan (its best piece), one an instrument or unit; of tasks one each, with its number in the piece as "task".
 * All documents have room at once: growing lists by a thousand documents costs a slow phone more than the sums do.
 */
var LEVELS = [1, 1.15, 1.5, 2.2]; // in the body, often, in a heading, in the title
var TITLE = 3, IN_TASK = 4; // as in postings.py: the level's two bits, and whether it stands in a task
var OTHER_MARKS = 0.35, COMPLETED = 0.6, SCATTERED = 0.5;
var BESIDE_TITLE = 0.1; // of what a piece says that its title has said already
var TOGETHER = 1.7, MANY_WORDS = 3; // one task that holds more words than these, if not as they stand, is what was meant

function Ranking(engine, asked) {
  var size = engine.size;
  this.engine = engine;
  this.asked = asked;
  this.documents = []; // those that hold something
  this.score = new Float32Array(size);
  this.held = new Uint32Array(size); // which words of the query each holds, a bit each
  this.inTasks = new Uint32Array(size); // the same within its tasks
  this.hits = new Uint8Array(size); // how many pairs
  this.best = new Float32Array(size); // room for add
  this.flagged = new Uint8Array(size);
  this.tasks = []; // what each pair or word says of tasks
  this.title = new Map(); // plan → {score, held}: a title is held once, with the first piece, and speaks for the whole plan
  this.wanted = 0; // the words that were looked up
  this.unknown = asked.words.map(function () { return false; }); // words that nobody wrote
}

/** Add what one pair or word found, worth so much if it is told. Gives whether it found anything. */
Ranking.prototype.add = function (entries, term, share, worth) {
  var touched = [], exact = 0, size = this.engine.instruments;
  var tasks = { bits: term.bits, worth: 0, exact: new Uint32Array(size), other: new Uint32Array(size) };
  for (var i = 0; i < entries.length; i++) {
    var weight = this.weight(entries[i], term), number = this.gather(entries[i], weight, touched, weight === 1 ? tasks.exact : tasks.other);
    if (weight === 1) exact += number;
  }
  tasks.worth = Math.min(this.worth(exact || touched.length), worth || Infinity) * share;
  this.tasks.push(tasks);
  this.wanted |= term.bits;
  this.credit(touched, term.bits, tasks.worth, share === 1 ? 1 : 0);
  return touched.length > 0;
};

/** What is found in few documents tells more. */
Ranking.prototype.worth = function (number) {
  return Math.log(1 + this.engine.size / (1 + number));
};

/** Add the pairs of the query. One that joins two frequent pairs ("văn phòng | báo cáo") is rare by chance and tells no more than they. */
Ranking.prototype.addPairs = function (found, pairs) {
  var ranking = this, worths = found.map(function (entries) {
    // As many digits as a list has are about as many documents as it has.
    return ranking.worth(entries.reduce(function (sum, entry) { return sum + entry.gaps.length; }, 0));
  });
  this.chain = pairs.length;
  found.forEach(function (entries, i) {
    var joins = i > 0 && i < pairs.length - 1 && pairs[i - 1].at === pairs[i].at - 1 && pairs[i + 1].at === pairs[i].at + 1;
    ranking.add(entries, pairs[i], 1, joins ? Math.max(worths[i - 1], worths[i + 1]) : 0);
  });
};

/** How near an entry is to what was typed. */
Ranking.prototype.weight = function (entry, term) {
  var marked = this.asked.marked;
  if (entry.key === term.second) return !marked || entry.marks === term.marks ? 1 : OTHER_MARKS;
  return marked && entry.marks.indexOf(term.marks) !== 0 ? COMPLETED * OTHER_MARKS : COMPLETED;
};

/** Keep the best that the entries of one term say of each document, and their tasks. Gives how many documents there are. */
Ranking.prototype.gather = function (entry, weight, touched, tasks) {
  var gaps = decode(entry.gaps), flags = entry.flags, masks = flags && entry.tasks ? decode(entry.tasks) : null;
  var best = this.best, flagged = this.flagged, next = 0, mask = 0;
  for (var i = 0; i < gaps.length; i++) {
    var d = next + gaps[i], flag = flags ? flags.charCodeAt(i) - 48 : 0, value = weight * LEVELS[flag & 3];
    next = d + 1;
    if (!best[d]) touched.push(d);
    if (best[d] < value) best[d] = value;
    var before = flagged[d];
    flagged[d] = ((flag | before) & IN_TASK) | ((flag & 3) > (before & 3) ? flag & 3 : before & 3);
    if (flag & IN_TASK) tasks[d] |= masks[mask++];
  }
  return gaps.length;
};

/** Add a term's worth to each document it touched; what a plan's title says counts once for all its pieces. */
Ranking.prototype.credit = function (touched, bits, worth, pair) {
  var titles = new Map(), d, i;
  for (i = 0; i < touched.length; i++) {
    d = touched[i];
    if (d < this.engine.instruments && (this.flagged[d] & 3) === TITLE) titles.set(this.engine.planOf[d], this.best[d]);
  }
  for (i = 0; i < touched.length; i++) {
    d = touched[i];
    var value = this.best[d], said = titles.size && d < this.engine.instruments ? titles.get(this.engine.planOf[d]) : 0;
    if (!this.held[d]) this.documents.push(d);
    if (said) value = Math.max(0, value - said) + BESIDE_TITLE * value;
    if (!said || (this.flagged[d] & 3) !== TITLE) this.score[d] += value * worth;
    this.held[d] |= bits;
    if (this.flagged[d] & IN_TASK) this.inTasks[d] |= bits;
    this.hits[d] += pair;
    this.best[d] = this.flagged[d] = 0;
  }
  titles.forEach(function (value, plan) {
    var title = this.titleOf(plan);
    title.score += value * worth;
    title.held |= bits;
  }, this);
};

Ranking.prototype.titleOf = function (plan) {
  var title = this.title.get(plan);
  if (!title) this.title.set(plan, (title = { score: 0, held: 0 }));
  return title;
};

/** The words that the document with the most words lacks; of a long query only those that were looked up. */
Ranking.prototype.lacking = function (long) {
  var all = long ? this.wanted : allBits(this.asked), most = 0, best = 0;
  for (var i = 0; i < this.documents.length; i++) {
    var d = this.documents[i], title = this.title.get(this.engine.plan(d)), held = title ? this.held[d] | title.held : this.held[d];
    if (held === all) return 0;
    var number = countBits(held);
    if (number > most) { most = number; best = held; }
  }
  return all & ~best;
};

/** How much of the query is held, as a share. */
Ranking.prototype.share = function (held) {
  return held === this.wanted ? 1 : countBits(held) / countBits(this.wanted);
};

/** Plans, instruments and units that hold some of the query and pass, by kind and in the order of the documents;
 *  pieces that have one of these tasks before others. */
Ranking.prototype.found = function (passes, tasks) {
  var together = new Uint8Array(this.asked.words.length > MANY_WORDS ? this.engine.instruments : 0);
  if (together.length) tasks.forEach(function (task) { together[task.document] = 1; });
  var engine = this.engine, kinds = { "ke-hoach": [], "van-ban": [], "don-vi": [] }, last = null;
  var documents = new Uint32Array(this.documents).sort(); // pieces of a plan stand together
  for (var i = 0; i < documents.length; i++) {
    var d = documents[i], plan = engine.plan(d), held = this.held[d], score = this.score[d], title = plan < 0 ? null : this.title.get(plan);
    if (title) { held |= title.held; score += title.score; }
    if (passes && !passes(d, plan)) continue;
    var share = this.share(held);
    score *= share * share * (together[d] && this.hits[d] < this.chain ? TOGETHER : 1);
    if (plan < 0 || !last || last.plan !== plan) {
      kinds[engine.kind(d)].push(last = { document: d, plan: plan, score: score, share: share });
    } else if (score > last.score) {
      last.document = d;
      last.score = score;
      last.share = share;
    }
  }
  return kinds;
};

/** Tasks that hold at least such a share of the query, within their own words and their unit's name. */
Ranking.prototype.foundTasks = function (passes, least) {
  var engine = this.engine, terms = this.tasks, found = [];
  for (var i = 0; i < this.documents.length; i++) {
    var d = this.documents[i], any = 0, plan = engine.plan(d);
    if (!this.inTasks[d] || this.share(this.inTasks[d]) < least || (passes && !passes(d, plan))) continue;
    for (var t = 0; t < terms.length; t++) any |= terms[t].exact[d] | terms[t].other[d];
    for (var task = 0, bit = 1; bit <= any; bit = 1 << ++task) {
      if (!(any & bit)) continue;
      var held = 0, score = 0;
      for (t = 0; t < terms.length; t++) {
        var exact = terms[t].exact[d] & bit;
        if (!exact && !(terms[t].other[d] & bit)) continue;
        held |= terms[t].bits;
        score += terms[t].worth * (exact ? 1 : OTHER_MARKS);
      }
      var share = this.share(held);
      if (share >= least) found.push({ document: d, plan: plan, task: task, score: score * share * share, share: share });
    }
  }
  return found;
};

/** How many tasks hold the only pair or word there is. */
Ranking.prototype.countTasks = function (passes) {
  var engine = this.engine, term = this.tasks[0], number = 0;
  for (var i = 0; i < this.documents.length; i++) {
    var d = this.documents[i], tasks = d < engine.instruments ? term.exact[d] | term.other[d] : 0;
    if (tasks && (!passes || passes(d, engine.plan(d)))) number += countBits(tasks);
  }
  return number;
};
