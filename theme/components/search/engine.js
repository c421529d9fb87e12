/* The engine of the search: finds, ranks and quotes. It shows nothing; search.js does.
 *
 *   danbietSearch.open(base) → engine           base: the site's root as seen from this page
 *   engine.search(query, filters, {from, count}) → Promise<{total, results, near, more}>
 *   engine.bodies() → Promise<[[id, name], …]>, engine.years() → Promise<[year, …]>: what to narrow by
 *
 * filters: {kind, body, unit, year, state}, kinds "ke-hoach", "van-ban", "don-vi", "viec". A result:
 * {kind, address, title, quote, context, unit, times, state, score, phrase}; title and quote are lists of
 * [text, marked], state is {slug, days} or null. "near" holds queries to try instead. The index it reads is written by
 * build_tools/danbiet/search/ and loads by <script>, so that it also works from a disk.
 */
(function () {
  "use strict";

  // ── Words, as in build_tools/danbiet/search/words.py ──────────────────────────────────────

  var WORD = /\p{Nd}+|[\p{L}\p{No}\p{Nl}]+/gu;
  var I_OR_Y = /^(?:[hklmst]|qu)y$/;
  var TONES = { "\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j" };
  var known = new Map();

  function nfc(text) {
    return text.normalize("NFC").replace(/Ð/g, "Đ").replace(/ð/g, "đ");
  }

  function fold(text) {
    return text.replace(/[đð]/g, "d").replace(/[ĐÐ]/g, "D").normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
  }

  function marksOf(spelling) {
    var letters = "", tone = "", base = "";
    for (var char of spelling.normalize("NFD")) {
      if (char === "đ" || char === "ð") letters += "d";
      if (!/\p{Mn}/u.test(char)) base = char;
      else if (char === "\u0302") letters += base;
      else if (char === "\u0306" || char === "\u031b") letters += "w";
      else if (TONES[char]) tone = TONES[char];
    }
    return letters + tone;
  }

  function word(spelling) {
    var found = known.get(spelling);
    if (found) return found;
    if (/^\p{Nd}/u.test(spelling)) {
      found = { key: spelling.replace(/^0+(?=.)/, ""), marks: "", number: true };
    } else {
      var key = fold(spelling);
      found = { key: I_OR_Y.test(key) ? key.slice(0, -1) + "i" : key, marks: marksOf(spelling), number: false };
    }
    known.set(spelling, found);
    return found;
  }

  /** The words of a text with where each stands: [{key, marks, number, start, end}]. */
  function words(text) {
    var found = [], match;
    WORD.lastIndex = 0;
    while ((match = WORD.exec(text))) {
      var w = word(match[0].toLowerCase());
      var last = found[found.length - 1];
      if (w.number && last && last.key === "so") found.pop(); // "số 59" is "59"
      found.push({ key: w.key, marks: w.marks, number: w.number, start: match.index, end: WORD.lastIndex });
    }
    return found;
  }

  // ── Files ─────────────────────────────────────────────────────────────────────────────────

  var waiting = {}, contents = null;
  window.danbietShard = function (name, data) {
    if (waiting[name]) waiting[name](data);
    else if (!name) contents = data; // the table of contents stands at the end of this very file
  };

  function load(address, name, plain) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      waiting[name] = resolve;
      script.src = address;
      script.onload = function () { script.remove(); if (plain) resolve(); };
      script.onerror = function () { script.remove(); reject(new Error(address)); };
      document.head.appendChild(script);
    });
  }

  function Engine(base) {
    this.root = base + "tim-kiem/muc-luc/";
    this.base = base;
    this.files = {};
  }

  /** The table of contents: what is where. */
  Engine.prototype.contents = function () {
    var engine = this;
    if (!this.opened) {
      this.opened = Promise.resolve(contents).then(function (toc) {
        engine.toc = toc;
        var pieces = toc.p.reduce(function (a, b) { return a + b; }, 0);
        engine.plans = toc.p.length;
        engine.instruments = pieces; // the number of the first instrument
        engine.units = pieces + toc.n[0];
        engine.size = engine.units + toc.n[1];
        engine.planOf = new Uint32Array(pieces);
        engine.firstOf = new Uint32Array(engine.plans);
        for (var plan = 0, piece = 0; plan < engine.plans; plan++) {
          engine.firstOf[plan] = piece;
          for (var i = 0; i < toc.p[plan]; i++) engine.planOf[piece++] = plan;
        }
        return toc;
      });
    }
    return this.opened;
  };

  Engine.prototype.file = function (name) {
    var files = this.files;
    if (!files[name]) {
      files[name] = load(this.root + this.toc.v + "/" + name + ".js", name).catch(function (error) {
        delete files[name];
        throw error;
      });
    }
    return files[name];
  };

  // ── Postings, as in build_tools/danbiet/search/postings.py ────────────────────────────────

  var DIGITS = new Int16Array(128), LAST = 62, MORE = 28;
  for (var c = 0x20, n = 0; c < 0x7f; c++) if ('"\\~|:'.indexOf(String.fromCharCode(c)) < 0) DIGITS[c] = n++;

  /** The documents of one spelling's postings, in order. */
  function decode(gaps) {
    var found = [], document = -1, value = 0;
    for (var i = 0; i < gaps.length; i++) {
      var digit = DIGITS[gaps.charCodeAt(i)];
      if (digit >= LAST) value = value * MORE + digit - LAST + 1;
      else {
        document += value * LAST + digit + 1;
        found.push(document);
        value = 0;
      }
    }
    return found;
  }

  function place(starts, name) {
    var low = 0, high = starts.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (starts[middle] <= name) low = middle; else high = middle - 1;
    }
    return low;
  }

  /** What the index holds under a word or pair: [{key, marks, gaps, flags}], with its completions if asked. */
  Engine.prototype.entries = function (first, second, open) {
    var starts = first ? this.toc.b : this.toc.s;
    if (!starts.length) return Promise.resolve([]);
    var name = (first ? "b" : "s") + place(starts, first ? first + " " + second : second);
    return this.file(name).then(function (groups) {
      var group = groups[first] || "", found = [], at = -1;
      var sought = "~" + second + (open ? "" : "|");
      while ((at = group.indexOf(sought, at + 1)) >= 0 && found.length < 400) {
        var end = group.indexOf("~", at + 1);
        var parts = group.slice(at + 1, end < 0 ? group.length : end).split("|");
        for (var i = 1; i < parts.length; i++) {
          var fields = parts[i].split(":");
          found.push({ key: parts[0], marks: fields[0], gaps: fields[1], flags: fields[2] });
        }
      }
      return found;
    });
  };

  // ── The query ─────────────────────────────────────────────────────────────────────────────

  var QUOTED = /["“”«]([^"“”»]*)["“”»]/g;
  var LONGEST = 28, MOST_PAIRS = 10;

  /** What the reader typed: its words, the phrases in quotation marks, and whether the last word may go on. */
  function read(query) {
    query = nfc(query);
    var all = words(query).slice(0, LONGEST), phrases = [], match;
    QUOTED.lastIndex = 0;
    while ((match = QUOTED.exec(query))) {
      var phrase = words(match[1]);
      if (phrase.length) phrases.push(phrase);
    }
    return {
      words: all,
      phrases: phrases,
      marked: all.some(function (w) { return w.marks; }),
      open: all.length > 0 && all[all.length - 1].end === query.length,
    };
  }

  /** The pairs to look up. In a long query those that stand everywhere are left out. */
  function pairsOf(asked, common) {
    var pairs = [];
    for (var i = 0; i + 1 < asked.words.length; i++) {
      var a = asked.words[i], b = asked.words[i + 1];
      pairs.push({
        at: i, first: a.key, second: b.key, marks: a.marks + "," + b.marks,
        bits: (1 << i) | (1 << (i + 1)), open: asked.open && i + 2 === asked.words.length,
        common: common.indexOf(a.key + " " + b.key) >= 0,
      });
    }
    var telling = pairs.filter(function (p) { return !p.common; });
    if (pairs.length > 6 && telling.length > 2) pairs = telling;
    // Of a pasted sentence a dozen pairs from all over it say enough.
    var step = Math.max(1, pairs.length / MOST_PAIRS);
    return pairs.filter(function (p, i) { return Math.floor(i / step) !== Math.floor((i - 1) / step); });
  }

  // ── Ranking ───────────────────────────────────────────────────────────────────────────────

  var LEVELS = [1, 1.15, 1.5, 2.2]; // in the body, often, in a heading, in the title
  var OTHER_MARKS = 0.35, COMPLETED = 0.6, SCATTERED = 0.5;

  function Ranking(engine, asked) {
    this.engine = engine;
    this.asked = asked;
    this.score = new Float64Array(engine.size);
    this.held = new Uint32Array(engine.size); // which words of the query a document holds, a bit each
    this.duty = new Uint32Array(engine.size); // the same within its obligations
    this.title = new Float64Array(engine.plans);
    this.titleHeld = new Uint32Array(engine.plans);
    this.hits = new Uint8Array(engine.size); // how many pairs
    this.best = new Float32Array(engine.size); // room for add
    this.flagged = new Uint8Array(engine.size);
    this.wanted = 0; // the words that were looked up
    this.unknown = asked.words.map(function () { return false; }); // words that nobody wrote
  }

  /** Add what one pair or word found. Gives the number of documents. */
  Ranking.prototype.add = function (entries, term, share) {
    var engine = this.engine, marked = this.asked.marked, best = this.best, flagged = this.flagged, touched = [], exact = 0;
    entries.forEach(function (entry) {
      var same = entry.key === term.second;
      var weight = !same ? COMPLETED : !marked || entry.marks === term.marks ? 1 : OTHER_MARKS;
      if (!same && marked && entry.marks.indexOf(term.marks) !== 0) weight *= OTHER_MARKS;
      var documents = decode(entry.gaps), flags = entry.flags;
      for (var i = 0; i < documents.length; i++) {
        var document = documents[i], flag = flags ? flags.charCodeAt(i) - 48 : 0, value = weight * LEVELS[flag & 3];
        if (!best[document]) touched.push(document);
        if (best[document] < value) best[document] = value;
        flagged[document] = ((flag | flagged[document]) & 4) | Math.max(flag & 3, flagged[document] & 3);
      }
      if (weight === 1) exact += documents.length;
    });
    this.wanted |= term.bits;
    var idf = Math.log(1 + engine.size / (1 + (exact || touched.length))) * share;
    for (var k = 0; k < touched.length; k++) {
      var d = touched[k], value = best[d] * idf, flag = flagged[d];
      if (d < engine.instruments && (flag & 3) === 3) {
        // A title is held once, with the first piece, and speaks for the whole plan.
        var plan = engine.planOf[d];
        this.title[plan] += value;
        this.titleHeld[plan] |= term.bits;
      }
      else this.score[d] += value;
      this.held[d] |= term.bits;
      if (flag & 4) this.duty[d] |= term.bits;
      if (share === 1) this.hits[d]++;
      best[d] = flagged[d] = 0;
    }
    return touched.length;
  };

  /** The words that the document with the most words lacks; of a long query only those that were looked up. */
  Ranking.prototype.lacking = function (long) {
    var all = long ? this.wanted : Math.pow(2, this.asked.words.length) - 1, most = 0, best = 0;
    for (var d = 0; d < this.engine.size; d++) {
      if (!this.held[d]) continue;
      var held = this.held[d] | (d < this.engine.instruments ? this.titleHeld[this.engine.planOf[d]] : 0), n = count(held);
      if (n > most) { most = n; best = held; }
      if (held === all) break;
    }
    return all & ~best;
  };

  function count(bits) {
    for (var n = 0; bits; bits &= bits - 1) n++;
    return n;
  }

  /** One candidate a plan (its best piece), one an instrument or unit; the best first, as many as wanted. */
  Ranking.prototype.candidates = function (accepts, kind, wanted) {
    var engine = this.engine, length = count(this.wanted), duties = kind === "viec", found = [], full = 0, last = null;
    for (var d = 0; d < engine.size; d++) {
      var plan = d < engine.instruments ? engine.planOf[d] : -1, title = plan >= 0 && !duties;
      if (!this.held[d] && !(title && this.titleHeld[plan] && d === engine.firstOf[plan])) continue;
      var held = duties ? this.duty[d] : this.held[d] | (title ? this.titleHeld[plan] : 0);
      if (!held || (accepts && !accepts(d, plan))) continue;
      var share = count(held) / length, score = (this.score[d] + (title ? this.title[plan] : 0)) * share * share;
      full = Math.max(full, share);
      if (plan >= 0 && last && last.plan === plan) { // pieces of a plan stand together
        if (score > last.score) { last.document = d; last.score = score; last.share = share; }
      } else found.push(last = { document: d, plan: plan, score: score, share: share });
    }
    // Whoever holds all the words leaves those behind that hold some; without any, most will do.
    var least = full === 1 ? 1 : full * 0.7;
    found = found.filter(function (c) { return c.share >= least; });
    function byScore(a, b) { return b.score - a.score || a.document - b.document; }
    if (found.length <= 4 * wanted) return found.sort(byScore);
    // Of a thousand only those that may be shown are put in order; the rest only count.
    var scores = Float64Array.from(found, function (c) { return c.score; }).sort(), bound = scores[scores.length - wanted];
    var first = found.filter(function (c) { return c.score >= bound; });
    return first.sort(byScore).concat(found.filter(function (c) { return c.score < bound; }));
  };

  // ── Reading the found passages ────────────────────────────────────────────────────────────

  /** How well a text answers the query: words held, the longest phrase, how much of it with the same marks. */
  function match(text, asked) {
    var query = asked.words, n = query.length, last = n - 1, places = placesOf(asked);
    var run = new Uint8Array(n), next = new Uint8Array(n), running = false, skipped = false;
    var held = 0, paired = 0, longest = 0, exact = 0, spans = [], found;
    WORD.lastIndex = 0;
    while ((found = WORD.exec(text))) {
      var w = word(found[0].toLowerCase()), at = places.get(w.key);
      if (asked.open && !query[last].number && w.key.indexOf(query[last].key) === 0 && w.key !== query[last].key) at = (at || []).concat(last);
      if (!at) {
        // "số" before a number is no word; else a word that was not asked ends the phrase.
        if (w.key === "so" && !skipped) skipped = true;
        else if (running) { run.fill(0); running = skipped = false; }
        continue;
      }
      if (skipped && !w.number) run.fill(0);
      skipped = false;
      var reach = 0;
      next.fill(0);
      for (var k = 0; k < at.length; k++) {
        var i = at[k];
        next[i] = (i ? run[i - 1] : 0) + 1;
        held |= 1 << i;
        if (next[i] > 1) paired |= 3 << (i - 1);
        reach = Math.max(reach, next[i]);
        if (w.key === query[i].key && w.marks === query[i].marks) exact |= 1 << i;
      }
      var swap = run; run = next; next = swap;
      running = true;
      longest = Math.max(longest, reach);
      var before = spans[spans.length - 1];
      if (reach > 1 && before) { before.end = WORD.lastIndex; before.length = Math.max(before.length, reach); }
      else spans.push({ start: found.index, end: WORD.lastIndex, length: reach });
    }
    return {
      spans: spans, longest: longest, held: held, phrase: longest / n, exact: count(exact) / n,
      // "Văn phòng … báo cáo" answers better than "văn … phòng báo cáo": words in company count once more.
      value: (count(held) + count(paired) + longest / 2 + (asked.marked ? count(exact) : 0)) / n,
    };
  }

  /** The whole phrase in one place outweighs any scattering of its words. */
  function whole(found) {
    return found.phrase === 1 ? 2 : 1;
  }

  /** Where in the query each of its words stands. */
  function placesOf(asked) {
    if (!asked.places) {
      asked.places = new Map();
      asked.words.forEach(function (w, i) { asked.places.set(w.key, (asked.places.get(w.key) || []).concat(i)); });
    }
    return asked.places;
  }

  /** The text as [text, marked] pairs; lone words of several are marked only where no phrase is, and never in a title. */
  function mark(text, found, least) {
    var parts = [], at = 0;
    least = least || Math.min(found.longest, 2);
    found.spans.forEach(function (span) {
      if (span.length < least) return;
      if (span.start > at) parts.push([text.slice(at, span.start), false]);
      parts.push([text.slice(span.start, span.end), true]);
      at = span.end;
    });
    if (at < text.length) parts.push([text.slice(at), false]);
    return parts;
  }

  function markTitle(text, asked) {
    return mark(text, match(text, asked), Math.min(asked.words.length, 2));
  }

  var QUOTE = 260;

  /** The sentence around the best match, marked. */
  function quote(text, asked) {
    var found = match(text, asked);
    var best = found.spans.reduce(function (a, b) { return !a || b.length > a.length ? b : a; }, null);
    if (text.length > QUOTE) {
      var from = 0, to = text.length, at = best ? best.start : 0, end = best ? best.end : 0;
      var stop = /[.;!?:]\s/g, m;
      while ((m = stop.exec(text))) {
        if (m.index + 1 <= at) from = m.index + 2;
        else if (m.index >= end) { to = m.index + 1; break; }
      }
      if (at - from > QUOTE / 2) from = text.lastIndexOf(" ", at - QUOTE / 3) + 1;
      if (to - from > QUOTE) to = text.lastIndexOf(" ", Math.max(from + QUOTE, end)) > end ? text.lastIndexOf(" ", from + QUOTE) : end;
      text = (from > 0 ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
      found = match(text, asked);
    }
    return mark(text, found);
  }

  function dutyText(piece, duty) {
    return duty.t || piece.p[duty.p[0]][1].slice(duty.p[1], duty.p[2]);
  }

  function holdsPhrases(text, asked) {
    return asked.phrases.every(function (phrase) {
      var marked = phrase.some(function (w) { return w.marks; });
      var found = match(text, { words: phrase, open: false, marked: marked });
      return found.phrase === 1 && (!marked || found.exact === 1);
    });
  }

  function address(engine, path, anchor) {
    return engine.base + path + (engine.toc.o ? "index.html" : "") + (anchor ? "#" + anchor : "");
  }

  function planTitle(piece) {
    return piece.t.charAt(0).toUpperCase() + piece.t.slice(1);
  }

  /** The state of each day an obligation falls due, by the one rule (components/state/state.js), for today. */
  function statesOf(piece, duty) {
    var state = window.danbietState;
    if (!state) return [];
    var today = state.todayInVietNam(Date.now());
    return duty.g.map(function (g) {
      var found = state.rule(g[0], piece.z === 1, g[2], g[1], today);
      return { slug: found.slug, days: found.days, due: g[0] };
    });
  }

  /** Of several days the next one that nothing has been reported on, else the last. */
  function next(states) {
    var coming = states.filter(function (s) { return s.days !== null && s.days >= 0; });
    return coming[0] || states[states.length - 1] || null;
  }

  /** The result or results that a piece of a plan gives. */
  function fromPiece(engine, candidate, piece, asked, filters) {
    var title = planTitle(piece), inTitle = match([piece.k, piece.t, piece.b, piece.y].join(" "), asked);
    var context = [piece.k, piece.b, piece.d || String(piece.y)].filter(Boolean);
    var best = null;
    piece.p.forEach(function (paragraph, i) {
      var found = match(paragraph[1], asked);
      if (!best || found.value > best.found.value) best = { found: found, i: i };
    });
    var duties = piece.o.map(function (duty) {
      var unit = piece.u[duty.u], text = dutyText(piece, duty);
      var found = match(text, asked), named = match(unit[1], asked);
      var value = found.value + 0.9 * count(named.held & ~found.held) / asked.words.length;
      return { duty: duty, unit: unit, text: text, value: found.spans.length ? value : 0, found: found, held: found.held | named.held };
    }).filter(function (d) {
      return d.value > 0 && (!filters.unit || d.unit[0] === filters.unit) && (!filters.state || statesOf(piece, d.duty).some(function (s) {
        return s.slug === filters.state;
      }));
    });
    duties.sort(function (a, b) { return b.value - a.value; });

    function dutyResult(d, score) {
      return {
        kind: "viec", address: address(engine, piece.a, d.duty.a), title: quote(d.text, asked), quote: [],
        context: [title, piece.b], unit: d.unit, times: d.duty.w, state: next(statesOf(piece, d.duty)), score: score, phrase: d.found.phrase,
      };
    }
    var all = asked.phrases.length ? [piece.t].concat(piece.p.map(function (p) { return p[1]; })).join(" . ") : "";
    if (!holdsPhrases(all, asked)) return [];
    var full = Math.pow(2, asked.words.length) - 1;
    if (filters.kind === "viec") {
      var top = duties.length ? duties[0].value : 0;
      return duties.filter(function (d) { return d.held === full || d.value >= top * 0.8; }).slice(0, 5).map(function (d) {
        return dutyResult(d, candidate.score * (1 + d.value) * whole(d.found));
      });
    }
    var found = best && best.found.value > inTitle.value ? best.found : inTitle;
    var score = candidate.score * (1 + found.phrase + (asked.marked ? 0.6 * found.exact : 0)) * whole(found);
    if (filters.kind !== "ke-hoach" && duties.length && inTitle.phrase < 1 && duties[0].value > found.value - 0.01 && found !== inTitle) {
      return [dutyResult(duties[0], score)];
    }
    var shown = best && best.found.spans.length && best.found.value >= inTitle.value * 0.8 ? best.i : -1;
    var section = "";
    piece.h.forEach(function (h) { if (h < shown) section = piece.p[h][1]; });
    if (section) context.push(section);
    return [{
      kind: "ke-hoach", address: address(engine, piece.a, shown >= 0 ? piece.p[shown][0] : ""), title: markTitle(title, asked),
      context: context, quote: shown >= 0 ? quote(piece.p[shown][1], asked) : [], times: [], state: null, score: score, phrase: found.phrase,
    }];
  }

  var FORCE = { c: "con-hieu-luc", h: "het-hieu-luc", "?": "chua-xac-minh" };

  function fromRecord(engine, candidate, record, asked) {
    var isUnit = candidate.document >= engine.units;
    var names = [record.t, record.s || "", record.x || ""].concat(record.n, isUnit ? [record.b, record.t + " " + record.b] : []);
    var best = { value: 0, phrase: 0, exact: 0 };
    names.forEach(function (name) {
      var found = match(name, asked);
      // The shorter the name that holds the query, the more it is what was meant.
      found.value = 0.4 + 1.2 * found.phrase * Math.sqrt(Math.min(1, asked.words.length / (words(name).length || 1)));
      if (asked.marked) found.value += 0.3 * found.exact;
      if (found.value > best.value) best = found;
    });
    if (best.phrase === 1 && names.some(function (name) { return words(name).length === asked.words.length && match(name, asked).phrase === 1; })) {
      best.value *= 2.5; // the name itself, whole
    }
    // Numbers are asked to find an instrument; a unit's name is asked to find the unit.
    var numbered = asked.words.some(function (w) { return w.number; });
    if (isUnit) best.value *= 1.8;
    else if (numbered) best.value *= 2.2;
    // Whoever types a place's name alone looks for what it does, not for each of its units.
    var own = !isUnit || [record.t].concat(record.n).some(function (name) { return match(name, asked).held; });
    if (asked.phrases.length && !holdsPhrases(names.join(" . "), asked)) return [];
    var cited = record.c ? record.c + (isUnit ? " việc được giao" : " kế hoạch viện dẫn") : "";
    var context = isUnit ? [record.b, cited] : [record.b, record.d, cited];
    var other = isUnit ? record.n.filter(function (n) { return match(n, asked).value > match(record.t, asked).value; })[0] : record.s;
    return [{
      kind: isUnit ? "don-vi" : "van-ban", address: address(engine, record.a), title: markTitle(record.t, asked),
      context: context.filter(Boolean), quote: other ? quote(other, asked) : [], times: [], state: isUnit ? null : { slug: FORCE[record.g], days: null },
      score: candidate.score * (own ? best.value * whole(best) : 0.2), phrase: best.phrase,
    }];
  }

  Engine.prototype.results = function (candidate, asked, filters) {
    var engine = this, document = candidate.document;
    if (candidate.plan >= 0) {
      return this.file("p" + document).then(function (piece) { return fromPiece(engine, candidate, piece, asked, filters); });
    }
    var other = document - this.instruments, size = this.toc.r;
    return this.file("r" + Math.floor(other / size)).then(function (records) {
      return fromRecord(engine, candidate, records[other % size], asked);
    });
  };

  // ── Narrowing ─────────────────────────────────────────────────────────────────────────────

  Engine.prototype.columns = function () {
    var engine = this;
    return this.contents().then(function () { return engine.file("c"); });
  };

  Engine.prototype.bodies = function () {
    return this.columns().then(function (columns) { return columns.b; });
  };

  Engine.prototype.years = function () {
    return this.contents().then(function (toc) { return toc.y.map(function (run) { return run[0]; }); });
  };

  /** A function (document, plan) → whether the filters let it through, or null where all may pass. */
  Engine.prototype.accepts = function (filters) {
    var engine = this, toc = this.toc, kind = filters.kind;
    var needs = filters.body || filters.unit || filters.state || (filters.year && kind !== "ke-hoach" && kind !== "viec");
    if (!Object.keys(filters).some(function (name) { return filters[name]; })) return Promise.resolve(null);
    return (needs ? this.columns() : Promise.resolve(null)).then(function (columns) {
      var wanted = filters.body || (filters.unit ? filters.unit.split("--").slice(1).join("--") : "");
      var body = -2, unitBody = [];
      if (columns && wanted) {
        columns.b.forEach(function (b, i) { if (b[0] === wanted) body = i; });
        columns.u.forEach(function (n, i) { for (; n > 0; n--) unitBody.push(i); });
      }
      var yearOf = [];
      toc.y.forEach(function (run) { for (var i = 0; i < run[1]; i++) yearOf.push(run[0]); });
      var year = Number(filters.year) || 0;
      return function (document, plan) {
        if (plan >= 0) {
          return (!kind || kind === "ke-hoach" || kind === "viec") && (!year || yearOf[plan] === year) &&
            (!wanted || columns.p[plan] === body) && (!filters.state || kind === "viec");
        }
        if (document < engine.units) {
          var i = document - engine.instruments;
          return (!kind || kind === "van-ban") && !wanted && (!year || columns.y[i] === year) &&
            (!filters.state || FORCE[columns.f[i]] === filters.state);
        }
        return (!kind || kind === "don-vi") && !year && !filters.state && (!wanted || unitBody[document - engine.units] === body);
      };
    });
  };

  // ── Near words ────────────────────────────────────────────────────────────────────────────

  /** What Telex keys would have written, for readers whose keyboard was off: "ddoois" → "doi". */
  function telex(key) {
    return key.replace(/[sfrxj]$/, "").replace(/([aeod])\1/g, "$1").replace(/w/g, "");
  }

  function distance(a, b) {
    if (Math.abs(a.length - b.length) > 2) return 9;
    var rows = [[], []], i, j, before = [];
    for (j = 0; j <= b.length; j++) rows[0][j] = j;
    for (i = 1; i <= a.length; i++) {
      var row = [i];
      for (j = 1; j <= b.length; j++) {
        row[j] = Math.min(rows[0][j] + 1, row[j - 1] + 1, rows[0][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = rows[0];
      rows[0] = row;
    }
    return rows[0][b.length];
  }

  /** Queries near to one whose words nobody wrote: up to three, in the index's own spelling. */
  Engine.prototype.near = function (asked, unknown) {
    var engine = this;
    return this.file("v").then(function (vocabulary) {
      var spellings = vocabulary.split(" ");
      var choices = asked.words.map(function (w, i) {
        if (!unknown[i]) return [{ key: w.key, cost: 0 }];
        var typed = telex(w.key);
        return spellings.map(function (s, rank) {
          var key = word(s).key, d = Math.min(distance(w.key, key), typed !== w.key ? distance(typed, key) + 0.3 : 9);
          return { key: key, cost: d + rank / spellings.length * 0.5 };
        }).filter(function (c, at, all) { return !at || c.key !== all[at - 1].key; }).filter(function (c) { return c.cost <= (w.key.length > 3 ? 2.5 : 1.5); })
          .sort(function (a, b) { return a.cost - b.cost; }).slice(0, 4);
      });
      var lines = [{ keys: [], cost: 0 }];
      choices.forEach(function (some) {
        var next = [];
        lines.forEach(function (line) {
          some.forEach(function (c) { next.push({ keys: line.keys.concat(c.key), cost: line.cost + c.cost }); });
        });
        lines = next.sort(function (a, b) { return a.cost - b.cost; }).slice(0, 6);
      });
      lines = lines.filter(function (line) { return line.keys.length; });
      var written = new Map(); // key → its spellings, the most frequent first
      spellings.forEach(function (s) { var key = word(s).key; written.set(key, (written.get(key) || []).concat(s)); });
      function spell(key, marks) {
        var some = written.get(key) || [key];
        return some.filter(function (s) { return word(s).marks === marks; })[0] || some[0];
      }
      return Promise.all(lines.map(function (line) {
        var pairs = [];
        for (var i = 0; i + 1 < line.keys.length; i++) pairs.push(engine.entries(line.keys[i], line.keys[i + 1], false));
        return Promise.all(pairs).then(function (found) {
          // A pair that somebody wrote is likelier than two words that never met.
          var met = found.filter(function (f) { return f.length; }).length;
          var text = line.keys.map(function (key, i) {
            var before = i && found[i - 1][0], after = i < found.length && found[i][0];
            return spell(key, after ? after.marks.split(",")[0] : before ? before.marks.split(",")[1] : null);
          }).join(" ");
          return { text: text, cost: line.cost - 2 * met };
        });
      }));
    }).then(function (lines) {
      return lines.sort(function (a, b) { return a.cost - b.cost; }).slice(0, 3).map(function (line) { return line.text; });
    });
  };

  /** Names a letter away from what was typed, by lunr; nothing where the index has none (it stays small). */
  Engine.prototype.alike = function (asked) {
    var engine = this;
    if (!this.toc.l) return Promise.resolve([]);
    if (!this.names) {
      this.names = Promise.all([window.lunr || load(this.root + "lunr.js", "lunr", true), this.file("l")]).then(function (both) {
        return window.lunr.Index.load(both[1]);
      });
    }
    return this.names.then(function (index) {
      return index.query(function (query) {
        asked.words.forEach(function (w) {
          query.term(w.key, {
            presence: window.lunr.Query.presence.REQUIRED,
            editDistance: w.number || w.key.length < 3 ? 0 : w.key.length < 7 ? 1 : 2,
          });
        });
      });
    }).then(function (found) {
      return found.slice(0, 3).map(function (hit) {
        var document = Number(hit.ref);
        return { document: document, plan: document < engine.instruments ? engine.planOf[document] : -1, score: hit.score, share: 1 };
      });
    }, function () { return []; });
  };

  // ── The search ────────────────────────────────────────────────────────────────────────────

  Engine.prototype.rank = function (asked) {
    var engine = this, toc = this.toc, ranking = new Ranking(this, asked), pairs = pairsOf(asked, toc.c);
    ranking.chain = pairs.length;
    return Promise.all(pairs.map(function (p) { return engine.entries(p.first, p.second, p.open); })).then(function (found) {
      found.forEach(function (entries, i) { ranking.add(entries, pairs[i], 1); });
      // The words that not even the best document holds in company are looked up alone; those that
      // stand nearly everywhere are not, for their long lists would tell nothing.
      var lacking = ranking.lacking(pairs.length > 6);
      var singles = asked.words.map(function (w, i) {
        return { at: i, first: "", second: w.key, marks: w.marks, bits: 1 << i, open: asked.open && i === asked.words.length - 1 };
      }).filter(function (s) { return lacking & s.bits; });
      var telling = singles.filter(function (s) { return toc.c.indexOf(s.second) < 0; });
      if (telling.length || ranking.held.some(Boolean)) singles = telling;
      singles = singles.slice(0, 8);
      return Promise.all(singles.map(function (s) { return engine.entries("", s.second, s.open); })).then(function (found) {
        found.forEach(function (entries, i) { if (!ranking.add(entries, singles[i], SCATTERED)) ranking.unknown[singles[i].at] = true; });
        return ranking;
      });
    });
  };

  /** In a list of all kinds, names that everybody has ("Văn phòng") leave room for the rest. */
  function mixed(list, kindOf) {
    var seen = {}, first = [], later = [];
    list.forEach(function (one) {
      var kind = kindOf(one);
      seen[kind] = (seen[kind] || 0) + 1;
      ((kind === "don-vi" || kind === "van-ban") && seen[kind] > 3 ? later : first).push(one);
    });
    return first.concat(later);
  }

  /** How many of each kind; of "viec", how many plans hold the query within their obligations. */
  function tally(found, ranking, engine) {
    var counts = { "ke-hoach": 0, "van-ban": 0, "don-vi": 0, viec: 0 };
    var all = ranking.wanted;
    found.forEach(function (c) {
      counts[c.plan >= 0 ? "ke-hoach" : c.document >= engine.units ? "don-vi" : "van-ban"]++;
      if (c.plan < 0) return;
      for (var d = engine.firstOf[c.plan], end = d + engine.toc.p[c.plan]; d < end; d++) {
        if (ranking.duty[d] === all) { counts.viec++; break; }
      }
    });
    return counts;
  }

  var SECOND_LOOK = 14;

  Engine.prototype.search = function (query, filters, range) {
    var engine = this, asked = read(query), from = (range && range.from) || 0, size = (range && range.count) || 6;
    filters = filters || {};
    if (!asked.words.length) return Promise.resolve({ total: 0, results: [], near: [], more: false });
    return this.contents().then(function () {
      return Promise.all([engine.rank(asked), engine.accepts(filters)]);
    }).then(function (both) {
      var ranking = both[0], found = ranking.candidates(both[1], filters.kind, from + 10 * size), unknown = ranking.unknown;
      var total = found.length, counts = filters.kind ? null : tally(found, ranking, engine);
      function kindOf(c) {
        return c.plan >= 0 ? "ke-hoach" : c.document >= engine.units ? "don-vi" : "van-ban";
      }
      if (!filters.kind) found = mixed(found, kindOf);
      var page = found.slice(from, from + size), rest = from || asked.words.length < 3 ? [] : found.slice(size).filter(function (c) {
        return ranking.hits[c.document] === ranking.chain;
      }).slice(0, SECOND_LOOK);
      var near = from === 0 && (!total || unknown.some(Boolean)) ? engine.near(asked, unknown.some(Boolean) ? unknown : asked.words.map(Boolean)) : [];
      function look(some) {
        return Promise.all(some.map(function (c) { return engine.results(c, asked, filters); })).then(function (lists) {
          return lists.reduce(function (a, b) { return a.concat(b); }, []);
        });
      }
      var alike = !total && !filters.kind ? engine.alike(asked).then(look) : []; // better than nothing
      return Promise.all([look(page), near, alike]).then(function (got) {
        // Nobody shown has the phrase itself: perhaps those just behind do that hold every pair of it.
        if (!rest.length || got[0].some(function (r) { return r.phrase === 1; })) return got;
        return look(rest).then(function (more) {
          return [got[0].concat(more.filter(function (r) { return r.phrase === 1; })), got[1], got[2]];
        });
      }).then(function (got) {
        var results = got[0];
        results.sort(function (a, b) { return b.score - a.score; });
        if (!filters.kind) results = mixed(results, function (r) { return r.kind; });
        results = results.concat(got[2]);
        return { total: total || results.length, counts: counts, results: results, near: got[1], more: from + size < found.length, whole: total > 0 && !unknown.some(Boolean) };
      });
    });
  };

  window.danbietSearch = {
    open: function (base) { return new Engine(base); },
    fold: fold,
    words: words,
  };
})();
