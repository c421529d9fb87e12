/* The engine of the search: finds, ranks and quotes. It shows nothing; search.js does.
 *
 *   danbietSearch.open(base) → engine           base: the site's root as seen from this page
 *   engine.search(query, filters, {from, count, quick}) → Promise<{total, counts, results, near, more, whole}>;
 *     quick reads no more than the first few
 *   engine.expect(query) → Promise<whether it may be whole: two words at least, and none in the index goes on from
 *     the last>; fetches what a search for the query will look up
 *   engine.bodies() → Promise<[[id, name], …]>, engine.years() → [year, …]: what to narrow by
 *
 * filters: {kind, body, unit, year, state}, kinds "ke-hoach", "van-ban", "don-vi", "viec"; results as results.js
 * makes them. "near" holds queries to try instead; "whole" says that what was found holds every word.
 */
var PAGE = 6, SORTED_PAGES = 10, SECOND_LOOK = 8, LOOK_FOR_QUOTED = 14, MOST_OF_A_KIND = 3;

/** Look up the pairs, then alone the words that not even the best document holds in company. */
Engine.prototype.rank = function (asked) {
  var engine = this, ranking = new Ranking(this, asked), pairs = pairsOf(asked, this.isCommon);
  ranking.chain = pairs.length;
  return this.lookUp(pairs).then(function (found) {
    found.forEach(function (entries, i) { ranking.add(entries, pairs[i], 1); });
    var lacking = ranking.lacking(pairs.length > 6);
    if (!lacking) return ranking;
    var singles = singlesOf(asked, lacking, engine.isCommon, ranking.document.length > 0);
    return engine.lookUp(singles).then(function (found) {
      found.forEach(function (entries, i) {
        if (!ranking.add(entries, singles[i], SCATTERED)) ranking.unknown[singles[i].at] = true;
      });
      return ranking;
    });
  });
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

function byResultScore(a, b) {
  return b.score - a.score;
}

function hasPhrase(result) {
  return result.phrase === 1;
}

Engine.prototype.search = function (query, filters, range) {
  var engine = this, asked = read(query);
  filters = filters || {};
  range = Object.assign({ from: 0, count: PAGE, quick: false }, range);
  if (!asked.words.length) return Promise.resolve({ total: 0, results: [], near: [], more: false });
  return Promise.all([this.rank(asked), this.accepts(filters)]).then(function (both) {
    return engine.answer(asked, both[0], both[1], filters, range);
  });
};

/** Read the best candidates and put them in the order of what they say. */
Engine.prototype.answer = function (asked, ranking, accepts, filters, range) {
  var engine = this, from = range.from, all = !filters.kind;
  var found = ranking.candidates(accepts, filters.kind, from + SORTED_PAGES * range.count), list = found.list;
  if (all) list = mixed(list, function (c) { return engine.kind(c.document); });
  var page = list.slice(from, from + range.count), instead = from || range.quick ? {} : this.instead(asked, ranking, found.total, all);
  return Promise.all([this.look(page, asked, filters), instead.near, instead.alike]).then(function (got) {
    var behind = from || range.quick || got[0].some(hasPhrase) ? [] : engine.behind(asked, ranking, list.slice(range.count));
    return engine.look(behind, asked, filters).then(function (more) {
      var results = got[0].concat(more.filter(hasPhrase)).sort(byResultScore), total = found.total;
      if (all) results = mixed(results, function (r) { return r.kind; });
      // The index knows pairs; whether a phrase in quotation marks is there shows when all have been read.
      if (asked.phrases.length && page.length + behind.length >= total) total = results.length;
      results = results.concat(got[2] || []);
      return {
        total: total || results.length, counts: found.counts, results: results, near: got[1] || [],
        more: from + range.count < total, whole: total > 0 && !ranking.unknown.some(Boolean),
      };
    });
  });
};

/** Where nobody shown has the phrase itself, perhaps those just behind do that hold every pair of it. */
Engine.prototype.behind = function (asked, ranking, list) {
  if (asked.words.length < 3) return [];
  return list.filter(function (c) {
    return ranking.hits[ranking.rowOf[c.document] - 1] === ranking.chain;
  }).slice(0, asked.phrases.length ? LOOK_FOR_QUOTED : SECOND_LOOK);
};

/** What may be meant where words are unknown, and names alike where nothing is found at all. */
Engine.prototype.instead = function (asked, ranking, total, all) {
  var engine = this, unknown = ranking.unknown, some = unknown.some(Boolean);
  return {
    near: !total || some ? this.near(asked, some ? unknown : asked.words.map(Boolean)) : [],
    alike: !total && all ? this.alike(asked).then(function (found) { return engine.look(found, asked, {}); }) : [],
  };
};

/** The results of some candidates. */
Engine.prototype.look = function (candidates, asked, filters) {
  var engine = this;
  return Promise.all(candidates.map(function (c) { return engine.results(c, asked, filters); })).then(function (lists) {
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
