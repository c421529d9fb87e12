/* Narrowing: which of what was found the reader's filters let through, and what there is to choose from.
 *
 * In: filters {kind, body, unit, year, state}. Out: {documents, chosen}, functions (document, plan) → whether it is of
 * the year and body, and candidate → whether it is of the unit and state, null where all may; and for each filter what
 * may be chosen, with how much there would be.
 */
var MOST_UNITS = 40; // more are no choice; who names a body first has fewer

/** What is known of documents and tasks: fetched when a reader narrows. */
Engine.prototype.facts = function (ofTasks) {
  var engine = this;
  return Promise.all([this.file("c"), ofTasks ? this.file("d") : null]).then(function (both) {
    return new Facts(engine, both[0], both[1]);
  });
};

function Facts(engine, columns, tasks) {
  this.engine = engine;
  this.columns = columns;
  this.years = spread(engine.toc.y); // of each plan
  this.ofUnits = spread(columns.u.map(function (number, body) { return [body, number]; })); // the body of each unit
  if (tasks) this.readTasks(tasks);
}

/** [value, how often] pairs as a list. */
function spread(runs) {
  var all = [];
  runs.forEach(function (run) { for (var i = 0; i < run[1]; i++) all.push(run[0]); });
  return all;
}

/** Where in the columns the tasks of each piece begin; the states of today. */
Facts.prototype.readTasks = function (tasks) {
  var counts = decode(tasks.n), at = 0;
  this.first = new Uint32Array(counts.length);
  for (var i = 0; i < counts.length; i++) { this.first[i] = at; at += counts[i]; }
  this.units = decode(tasks.u);
  this.specs = decode(tasks.g);
  this.states = tasks.s.map(function (spec) {
    return statesOf({ z: spec[0] }, { g: spec.slice(1) }).map(function (s) { return s.slug; });
  });
};

Facts.prototype.year = function (document, plan) {
  var instrument = document - this.engine.instruments;
  return plan >= 0 ? this.years[plan] : this.columns.y[instrument] || 0;
};

/** The number of the body, -1 where there is none. */
Facts.prototype.body = function (document, plan) {
  if (plan >= 0) return this.columns.p[plan];
  return document < this.engine.units ? -1 : this.ofUnits[document - this.engine.units];
};

/** The number of the unit a task is given to. */
Facts.prototype.unit = function (candidate) {
  return this.units[this.first[candidate.document] + candidate.task];
};

/** The states of a task's days, or the force of an instrument. */
Facts.prototype.state = function (candidate) {
  if (candidate.task !== undefined) return this.states[this.specs[this.first[candidate.document] + candidate.task]];
  var force = candidate.plan < 0 && this.columns.f[candidate.document - this.engine.instruments];
  return force ? [FORCE[force]] : [];
};

/** The numbers of a body's units, from and to. */
Facts.prototype.unitsOf = function (body) {
  var from = this.ofUnits.indexOf(body);
  return from < 0 ? [this.ofUnits.length, this.engine.size - this.engine.units] : [from, this.ofUnits.lastIndexOf(body) + 1];
};

function bodyOf(filters) {
  return filters.body || (filters.unit ? filters.unit.split("--").slice(1).join("--") : "");
}

Engine.prototype.narrowed = function (filters) {
  var engine = this, body = bodyOf(filters), ofTasks = filters.kind === "viec" && Boolean(filters.unit || filters.state);
  return this.facts(ofTasks).then(function (facts) {
    var at = facts.columns.b.findIndex(function (b) { return b[0] === body; }), year = Number(filters.year) || 0;
    function documents(document, plan) {
      return (!year || facts.year(document, plan) === year) && (!body || (at >= 0 && facts.body(document, plan) === at));
    }
    return engine.unitNumber(facts, filters.unit, at).then(function (unit) {
      return {
        documents: documents,
        chosen: !filters.unit && !filters.state ? null : function (c) {
          return (!filters.unit || (c.task !== undefined && facts.unit(c) === unit)) && (!filters.state || facts.state(c).indexOf(filters.state) >= 0);
        },
      };
    });
  });
};

/** The number of the unit with this id. */
Engine.prototype.unitNumber = function (facts, id, body) {
  if (!id) return Promise.resolve(-1);
  var engine = this, range = facts.unitsOf(body), numbers = [];
  for (var number = range[0]; number < range[1]; number++) numbers.push(number);
  return this.unitRecords(numbers).then(function (records) {
    var at = records.findIndex(function (record) { return unitId(record) === id; });
    return at < 0 ? -1 : numbers[at];
  });
};

Engine.prototype.unitRecords = function (numbers) {
  var engine = this;
  return Promise.all(numbers.map(function (number) { return engine.record(engine.units + number); }));
};

function unitId(record) {
  return record.a.split("/")[1];
}

// ── What there is to choose from ──────────────────────────────────────────────────────────

/** For each filter [[value, name or null, how many]], as the others stand; "unit" null where there are too many. */
Engine.prototype.facets = function (query, filters) {
  var engine = this, kind = filters.kind;
  return Promise.all([this.ranked(query), this.facts(kind === "viec")]).then(function (both) {
    var facts = both[1];
    function count(name, valuesOf) {
      var others = Object.assign({}, filters);
      delete others[name];
      if (name === "body") delete others.unit;
      return engine.accepts(others).then(function (accepts) {
        var counts = new Map();
        both[0].choose(accepts, kind).lists.forEach(function (list) {
          list.forEach(function (c) {
            new Set(valuesOf(c)).forEach(function (value) { counts.set(value, (counts.get(value) || 0) + 1); });
          });
        });
        return counts;
      });
    }
    return Promise.all([
      count("year", function (c) { return [facts.year(c.document, c.plan)]; }),
      count("body", function (c) { return [facts.body(c.document, c.plan)]; }),
      kind === "viec" ? count("unit", function (c) { return [facts.unit(c)]; }) : new Map(),
      kind === "viec" || kind === "van-ban" ? count("state", function (c) { return facts.state(c); }) : new Map(),
    ]).then(function (counts) { return engine.named(facts, counts); });
  });
};

/** Counts by number as choices with their names. */
Engine.prototype.named = function (facts, counts) {
  var years = [], bodies = [], states = [], units = Array.from(counts[2].keys());
  counts[0].forEach(function (number, year) { if (year) years.push([String(year), String(year), number]); });
  facts.columns.b.forEach(function (body, i) { if (counts[1].has(i)) bodies.push([body[0], body[1], counts[1].get(i)]); });
  counts[3].forEach(function (number, state) { states.push([state, null, number]); });
  years.sort(function (a, b) { return b[0] - a[0]; });
  var registered = units.filter(function (unit) { return unit < facts.engine.size - facts.engine.units; });
  return (units.length > MOST_UNITS ? Promise.resolve(null) : this.unitRecords(registered)).then(function (records) {
    return {
      year: years, body: bodies, state: states,
      unit: records && records.map(function (record, i) { return [unitId(record), record.t, counts[2].get(registered[i])]; })
        .sort(function (a, b) { return b[2] - a[2]; }),
    };
  });
};
