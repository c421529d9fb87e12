/* Near words: what to try instead of a query whose words nobody wrote.
 *
 * In: a query and which of its words are unknown. Out: up to three queries in the index's own spelling; or, of
 * names a letter away, the candidates that lunr finds.
 */
var CHOICES = 4, LINES = 6, OFFERED = 3;

/** What Telex keys would have written, for readers whose keyboard was off: "ddoois" → "doi". */
function telex(key) {
  return key.replace(/[sfrxj]$/, "").replace(/([aeod])\1/g, "$1").replace(/w/g, "");
}

/** How many letters must be changed, added, left out or swapped with a neighbour; 9 where it is plain that too many. */
function distance(a, b) {
  if (Math.abs(a.length - b.length) > 2) return 9;
  var before = [], above = [], row, i, j;
  for (j = 0; j <= b.length; j++) above[j] = j;
  for (i = 1; i <= a.length; i++) {
    row = [i];
    for (j = 1; j <= b.length; j++) {
      var same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      if (!same && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  return above[b.length];
}

/** The vocabulary as a map: key → its spellings, the most frequent key and spelling first. */
function spelled(vocabulary) {
  var found = new Map(), spellings = vocabulary.split(" "), keys = fold(vocabulary).split(" "); // folded whole: quicker
  for (var i = 0; i < spellings.length; i++) {
    var key = I_OR_Y.test(keys[i]) ? keys[i].slice(0, -1) + "i" : keys[i];
    if (found.has(key)) found.get(key).push(spellings[i]);
    else found.set(key, [spellings[i]]);
  }
  return found;
}

/** The keys nearest to an unknown one: [{key, cost}]; of equals the more frequent first. */
function nearKeys(key, known) {
  var typed = telex(key), most = key.length > 3 ? 2.5 : 1.5, found = [], rank = 0;
  known.forEach(function (spellings, other) {
    var cost = Math.min(distance(key, other), typed === key ? 9 : distance(typed, other) + 0.3) + (rank++ / known.size) * 0.5;
    if (cost <= most) found.push({ key: other, cost: cost });
  });
  return found.sort(byCost).slice(0, CHOICES);
}

function byCost(a, b) {
  return a.cost - b.cost;
}

/** The cheapest ways to take one choice for each word: [{keys, cost}]. */
function cheapest(choices) {
  return choices.reduce(function (lines, some) {
    var next = [];
    lines.forEach(function (line) {
      some.forEach(function (c) { next.push({ keys: line.keys.concat(c.key), cost: line.cost + c.cost }); });
    });
    return next.sort(byCost).slice(0, LINES);
  }, [{ keys: [], cost: 0 }]);
}

Engine.prototype.near = function (asked, unknown) {
  var engine = this;
  return this.file("v").then(function (vocabulary) {
    var known = spelled(vocabulary), lines = cheapest(asked.words.map(function (w, i) {
      return unknown[i] ? nearKeys(w.key, known) : [{ key: w.key, cost: 0 }];
    }));
    return Promise.all(lines.map(function (line) { return engine.written(line, known); }));
  }).then(function (lines) {
    lines.sort(byCost);
    // What is much farther off than the nearest is not what was meant.
    lines = lines.filter(function (line) { return line.cost < lines[0].cost + 1; }).slice(0, OFFERED);
    return Promise.all(lines.map(function (line) { return engine.occurs(line.text); }));
  }).then(function (texts) { return texts.filter(Boolean); });
};

/** The query itself where something holds all of it, else nothing. */
Engine.prototype.occurs = function (query) {
  return this.rank(read(query)).then(function (ranking) {
    return ranking.choose({ documents: null, chosen: null }, "").whole ? query : "";
  });
};

/** A line of keys as it is written; a pair that somebody wrote is likelier than two words that never met. */
Engine.prototype.written = function (line, known) {
  var engine = this;
  return Promise.all(line.keys.slice(1).map(function (key, i) {
    return engine.entries(line.keys[i], key, false);
  })).then(function (pairs) {
    var text = line.keys.map(function (key, i) {
      var before = i && pairs[i - 1][0], after = i < pairs.length && pairs[i][0];
      var marks = after ? after.marks.split(",")[0] : before ? before.marks.split(",")[1] : null;
      var spellings = known.get(key) || [key];
      return spellings.filter(function (s) { return word(s).marks === marks; })[0] || spellings[0];
    });
    return { text: text.join(" "), cost: line.cost - 2 * pairs.filter(function (p) { return p.length; }).length };
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
        var distance = w.number || w.key.length < 3 ? 0 : w.key.length < 7 ? 1 : 2;
        query.term(w.key, { presence: window.lunr.Query.presence.REQUIRED, editDistance: distance });
      });
    });
  }).then(function (found) {
    return found.slice(0, OFFERED).map(function (hit) {
      var document = Number(hit.ref);
      return { document: document, plan: engine.plan(document), score: hit.score, share: 1 };
    });
  }, function () { return []; });
};
