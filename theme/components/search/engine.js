/* The engine of the search: finds, ranks and quotes. It shows nothing; search.js does.
 *
 *   danbietSearch.open(base) → engine           base: the site's root as seen from this page
 *   engine.search(query, filters, {from, count, quick}) → Promise<{total, counts, results, near, more, whole, unknown}>;
 *     quick reads no more than the first few, and gives those that hold the query as one phrase
 *   engine.expect(query) → Promise<whether it may be whole: two words at least, and none in the index goes on from
 *     the last>; fetches what a search for the query will look up
 *   engine.choices(query, filters) → Promise<{year, body, unit, state}>, each [[value, name or null, number]]: what to narrow by
 *
 * filters: {kind, body, unit, year, state}, kinds "ke-hoach", "van-ban", "don-vi", "viec"; results as results.js
 * makes them. "counts": how much there is of each kind. "near" holds queries to try instead; "whole" says that what was
 * found holds every word, "unknown" which words nobody wrote.
 */
var PAGE = 6, SORTED_PAGES = 10, SECOND_LOOK = 8, LOOK_FOR_QUOTED = 14;

/** Look up the pairs, then alone the words that not even the best document holds in company. */
Engine.prototype.rank = function (asked) {
  var engine = this, ranking = new Ranking(this, asked), pairs = pairsOf(asked, this.isCommon);
  return this.lookUp(pairs).then(function (found) {
    ranking.addPairs(found, pairs);
    var lacking = ranking.lacking(pairs.length > 6);
    if (!lacking) return ranking;
    var singles = singlesOf(asked, lacking, engine.isCommon, ranking.documents.length > 0);
    return engine.lookUp(singles).then(function (found) {
      found.forEach(function (entries, i) {
        if (!ranking.add(entries, singles[i], SCATTERED)) ranking.unknown[singles[i].at] = true;
      });
      return ranking;
    });
  });
};

/** The ranking of a query; the latest is kept, for what else is asked of it. */
Engine.prototype.ranked = function (query) {
  var engine = this;
  if (!this.latest || this.latest.query !== query) {
    this.latest = { query: query, ranking: this.rank(read(query)) };
    this.latest.ranking.catch(function () { engine.latest = null; });
  }
  return this.latest.ranking;
};

Engine.prototype.lookUp = function (terms) {
  var engine = this;
  return Promise.all(terms.map(function (t) { return engine.entries(t.first, t.second, t.open); }));
};

Engine.prototype.expect = function (query) {
  var engine = this, asked = read(query), length = asked.words.length;
  if (!length) return Promise.resolve(false);
  var terms = length > 1 ? pairsOf(asked, this.isCommon) : [term(asked, -1, 0)], last = terms[terms.length - 1];
  return this.lookUp(terms).then(function (found) {
    var entries = found[found.length - 1];
    return length > 1 && last.open && /[a-z]$/.test(last.second) && entries.length > 0 &&
      engine.isAll(last.first, last.second) && entries.every(function (e) { return e.key === last.second; });
  });
};

function byResultScore(a, b) {
  return b.score - a.score;
}

function hasPhrase(result) {
  return result.phrase === 1;
}

/** What the filters let through, as narrowing.js tells it. */
Engine.prototype.accepts = function (filters) {
  if (!filters.body && !filters.unit && !filters.year && !filters.state) return Promise.resolve({ documents: null, chosen: null });
  return this.more().then(function (engine) { return engine.narrowed(filters); });
};

Engine.prototype.choices = function (query, filters) {
  return this.more().then(function (engine) { return engine.facets(query, filters); });
};

Engine.prototype.search = function (query, filters, range) {
  var engine = this;
  range = Object.assign({ from: 0, count: PAGE, quick: false }, range);
  return Promise.all([this.ranked(query), this.accepts(filters)]).then(function (both) {
    var ranking = both[0], choice = ranking.choose(both[1], filters.kind);
    var list = bestOfAll(choice.lists, range.from + SORTED_PAGES * PAGE);
    if (!filters.kind) list = mixed(list, function (c) { return engine.kind(c.document); });
    return range.quick ? engine.glance(ranking, choice, list.slice(0, range.count)) : engine.answer(ranking, choice, list, filters, range);
  });
};

/** The first few, as far as they are surely among the best: those that hold the query as it stands. */
Engine.prototype.glance = function (ranking, choice, list) {
  return this.look(list, ranking.asked).then(function (results) {
    results = results.filter(hasPhrase).sort(byResultScore);
    return { total: choice.total, counts: choice.counts, results: results, near: [], more: false, whole: choice.whole, unknown: [] };
  });
};

/** Read the best candidates and put them in the order of what they say. */
Engine.prototype.answer = function (ranking, choice, list, filters, range) {
  var engine = this, asked = ranking.asked, from = range.from, page = list.slice(from, from + range.count), total = choice.total;
  var instead = from ? {} : this.instead(ranking, total, !filters.kind);
  return Promise.all([this.look(page, asked), instead.near, instead.alike]).then(function (got) {
    var behind = from || got[0].some(hasPhrase) ? [] : engine.behind(ranking, list.slice(range.count));
    return engine.look(behind, asked).then(function (more) {
      var results = got[0].concat(more.filter(hasPhrase)).sort(byResultScore);
      if (!filters.kind) results = mixed(results, function (r) { return r.kind; });
      // The index knows pairs; whether a phrase in quotation marks is there shows when all have been read.
      if (asked.phrases.length && page.length + behind.length >= total) total = results.length;
      results = results.concat(got[2] || []);
      return {
        total: total || results.length, counts: choice.counts, results: results, near: got[1] || [],
        more: from + range.count < total, whole: total > 0 && choice.whole,
        unknown: asked.words.filter(function (w, i) { return ranking.unknown[i]; }).map(function (w) { return w.spelling; }),
      };
    });
  });
};

/** Where nobody shown has the phrase itself, perhaps those just behind do that hold every pair of it. */
Engine.prototype.behind = function (ranking, list) {
  if (ranking.asked.words.length < 3) return [];
  return list.filter(function (c) {
    return ranking.hits[c.document] === ranking.chain;
  }).slice(0, ranking.asked.phrases.length ? LOOK_FOR_QUOTED : SECOND_LOOK);
};

/** What may be meant where words are unknown, and names alike where nothing is found at all. */
Engine.prototype.instead = function (ranking, total, all) {
  var asked = ranking.asked, some = ranking.unknown.some(Boolean), unknown = some ? ranking.unknown : asked.words.map(Boolean);
  if (!asked.words.length || (total && !some)) return {};
  var more = this.more();
  return {
    near: more.then(function (engine) { return engine.near(asked, unknown); }),
    alike: total || !all ? [] : more.then(function (engine) {
      return engine.alike(asked).then(function (found) { return engine.look(found, asked); });
    }),
  };
};

/** The results of some candidates. */
Engine.prototype.look = function (candidates, asked) {
  var engine = this;
  return Promise.all(candidates.map(function (c) { return engine.results(c, asked); })).then(function (lists) {
    return Array.prototype.concat.apply([], lists);
  });
};

window.danbietSearch = {
  open: function (base) {
    var engine = new Engine(base);
    engine.ready();
    return engine;
  },
};
