/* Results: what a reader is shown of a candidate, once its words have been read.
 *
 * In: a candidate, the file's record of it (build_tools/danbiet/search/documents.py) and the query. Out: results
 * {kind, address, title, quote, context, unit, times, state, score, phrase}: none where a phrase in quotation
 * marks is missing.
 */
var FORCE = { c: "con-hieu-luc", h: "het-hieu-luc", "?": "chua-xac-minh" };
var SECTION = 70; // characters of a section's heading
var BEGINS = 1.5; // how much better a name answers that begins with the query

Engine.prototype.results = function (candidate, asked) {
  var engine = this, document = candidate.document;
  var make = document >= this.units ? fromUnit : document >= this.instruments ? fromInstrument : candidate.task === undefined ? fromPiece : fromTask;
  return this.record(document).then(function (record) { return make(engine, candidate, record, asked); });
};

/** What the index keeps of a document. */
Engine.prototype.record = function (document) {
  if (document < this.instruments) return this.file("p" + document);
  var other = document - this.instruments, size = this.toc.r;
  return this.file("r" + Math.floor(other / size)).then(function (records) { return records[other % size]; });
};

Engine.prototype.address = function (path, anchor) {
  return this.base + path + (this.toc.o ? "index.html" : "") + (anchor ? "#" + anchor : "");
};

// ── A piece of a plan ─────────────────────────────────────────────────────────────────────

function fromPiece(engine, candidate, piece, asked) {
  if (asked.phrases.length) {
    var all = [piece.t].concat(piece.p.map(function (p) { return p[1]; })).join(" . ");
    if (!holdsPhrases(all, asked)) return [];
  }
  var duties = dutiesOf(piece, asked);
  var inTitle = match([piece.k, piece.t, piece.b, piece.y].join(" "), asked), best = bestParagraph(piece, asked);
  var found = best.found.value > inTitle.value ? best.found : inTitle, score = scoreOf(candidate, found, asked);
  var asDuty = duties.length && inTitle.phrase < 1 && found !== inTitle;
  if (asDuty && duties[0].value > found.value - 0.01) return [dutyResult(engine, piece, duties[0], asked, score)];
  var shown = best.found.spans.length && best.found.value >= inTitle.value * 0.8 ? best.i : -1;
  return [planResult(engine, piece, shown, asked, score, found.phrase)];
}

function fromTask(engine, candidate, piece, asked) {
  var task = piece.o[candidate.task], duty = dutyOf(piece, task, asked, match(piece.u[task.u][1], asked));
  if (!holdsPhrases(duty.unit[1] + " . " + duty.text, asked)) return [];
  return [dutyResult(engine, piece, duty, asked, scoreOf(candidate, duty.found, asked) * (1 + duty.value))];
}

function scoreOf(candidate, found, asked) {
  return candidate.score * (1 + found.phrase + (asked.marked ? 0.6 * found.exact : 0)) * whole(found);
}

function bestParagraph(piece, asked) {
  var best = { found: NO_MATCH, i: -1 };
  for (var i = 0; i < piece.p.length; i++) {
    var found = match(piece.p[i][1], asked);
    if (found.value > best.found.value) best = { found: found, i: i };
  }
  return best;
}

/** The tasks that answer, the best first. */
function dutiesOf(piece, asked) {
  var named = piece.u.map(function (unit) { return match(unit[1], asked); });
  return piece.o.map(function (duty) { return dutyOf(piece, duty, asked, named[duty.u]); }).filter(function (d) {
    return d.value > 0;
  }).sort(function (a, b) { return b.value - a.value; });
}

/** A task with how well it answers; the words that its unit's name holds answer too. */
function dutyOf(piece, duty, asked, named) {
  var unit = piece.u[duty.u], text = dutyText(piece, duty), found = match(text, asked);
  var more = countBits(named.held & ~found.held) + countBits(named.paired & ~found.paired);
  var value = found.spans.length ? found.value + 0.9 * more / asked.words.length : 0;
  return { duty: duty, unit: unit, text: text, value: value, found: found };
}

function dutyText(piece, duty) {
  return duty.t || piece.p[duty.p[0]][1].slice(duty.p[1], duty.p[2]);
}

/** The state of each day an obligation falls due, by the one rule (components/state/state.js), for today. */
function statesOf(piece, duty) {
  var state = window.danbietState;
  if (!state) return [];
  var today = state.todayInVietNam(Date.now());
  return duty.g.map(function (g) {
    var found = state.rule(g[0], piece.z === 1, g[2], g[1], today);
    return { slug: found.slug, days: found.days };
  });
}

/** Of several days the next one that nothing has been reported on, else the last. */
function nextOf(states) {
  var coming = states.filter(function (s) { return s.days !== null && s.days >= 0; });
  return coming[0] || states[states.length - 1] || null;
}

function titleOf(piece) {
  return piece.t.charAt(0).toUpperCase() + piece.t.slice(1);
}

function dutyResult(engine, piece, found, asked, score) {
  return {
    kind: "viec", address: engine.address(piece.a, found.duty.a), title: quote(found.text, asked, TASK, TASK_BEGINS), quote: [],
    context: [titleOf(piece), piece.t.indexOf(piece.b) < 0 ? piece.b : ""].filter(Boolean), unit: found.unit, times: found.duty.w, state: nextOf(statesOf(piece, found.duty)),
    score: score, phrase: found.found.phrase,
  };
}

/** The heading that a paragraph stands under; one that is shown itself says where it is. */
function sectionOf(piece, shown) {
  var before = piece.h.filter(function (h) { return h <= shown; }), heading = before[before.length - 1];
  if (shown < 0 || heading === shown) return "";
  return shortened(heading === undefined ? piece.s : piece.p[heading][1], SECTION);
}

function planResult(engine, piece, shown, asked, score, phrase) {
  var context = [piece.k, piece.b, piece.d || String(piece.y), sectionOf(piece, shown)];
  return {
    kind: "ke-hoach", address: engine.address(piece.a, shown >= 0 ? piece.p[shown][0] : ""), title: markTitle(titleOf(piece), asked),
    quote: shown >= 0 ? quote(piece.p[shown][1], asked, QUOTE) : [], context: context.filter(Boolean), unit: null,
    times: [], state: null, score: score, phrase: phrase,
  };
}

// ── An instrument, a unit ─────────────────────────────────────────────────────────────────

/** How well a record's names answer: the shorter the name that holds the query, the more it is what was meant. */
function bestName(names, asked) {
  var best = { value: 0, phrase: 0, exact: 0 }, itself = false;
  names.forEach(function (name) {
    var found = match(name, asked), value = 0.4 + (asked.marked ? 0.3 * found.exact : 0);
    if (found.phrase) {
      var length = lengthOf(name);
      value += 1.2 * found.phrase * Math.sqrt(Math.min(1, asked.words.length / length));
      if (found.phrase === 1 && found.spans[0].start === 0) value *= BEGINS;
      if (found.phrase === 1 && length === asked.words.length) itself = true;
    }
    if (value > best.value) best = { value: value, phrase: found.phrase };
  });
  if (itself && best.phrase === 1) best.value *= 2.5; // the name itself, whole
  return best;
}

function fromInstrument(engine, candidate, record, asked) {
  var names = [record.t, record.s, record.x].concat(record.n).filter(Boolean);
  if (!holdsPhrases(names.join(" . "), asked)) return [];
  var best = bestName(names, asked);
  // Numbers are asked to find an instrument.
  var worth = best.value * whole(best) * (asked.words.some(function (w) { return w.number; }) ? 2.2 : 1);
  var cited = record.c ? record.c + " kế hoạch viện dẫn" : "";
  return [{
    kind: "van-ban", address: engine.address(record.a), title: markTitle(record.t, asked), quote: record.s ? quote(record.s, asked, QUOTE) : [],
    context: [record.b, record.d, cited].filter(Boolean), unit: null, times: [], state: { slug: FORCE[record.g], days: null },
    score: candidate.score * worth, phrase: best.phrase,
  }];
}

function fromUnit(engine, candidate, record, asked) {
  var own = [record.t].concat(record.n), names = own.concat(record.b, record.t + " " + record.b);
  if (!holdsPhrases(names.join(" . "), asked)) return [];
  var best = bestName(names, asked);
  // Whoever types a place's name alone looks for what it does, not for each of its units.
  var ofBody = match(record.b, asked), named = own.some(function (name) {
    var found = match(name, asked);
    return found.held & ~ofBody.held || (found.held && found.value >= ofBody.value);
  });
  var shown = match(record.t, asked).value, other = record.n.filter(function (name) { return match(name, asked).value > shown; })[0];
  var given = record.c ? record.c + " việc được giao" : "";
  return [{
    kind: "don-vi", address: engine.address(record.a), title: markTitle(record.t, asked), quote: other ? quote(other, asked, QUOTE) : [],
    context: [record.b, given].filter(Boolean), unit: null, times: [], state: null,
    score: candidate.score * (named ? 1.8 * best.value * whole(best) : 0.2), phrase: best.phrase,
  }];
}
