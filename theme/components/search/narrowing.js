/* Narrowing: which documents the reader's filters let through.
 *
 * In: filters {kind, body, unit, year, state}. Out: a function (document, plan) → whether it passes, or null
 * where all may; and what can be narrowed by.
 */
Engine.prototype.bodies = function () {
  return this.file("c").then(function (columns) { return columns.b; });
};

Engine.prototype.years = function () {
  return this.toc.y.map(function (run) { return run[0]; });
};

Engine.prototype.accepts = function (filters) {
  var engine = this, ofPlan = filters.kind === "ke-hoach" || filters.kind === "viec";
  if (!Object.keys(filters).some(function (name) { return filters[name]; })) return Promise.resolve(null);
  var needs = filters.body || filters.unit || filters.state || (filters.year && !ofPlan);
  return Promise.resolve(needs ? this.file("c") : null).then(function (columns) {
    var body = filters.body || (filters.unit ? filters.unit.split("--").slice(1).join("--") : "");
    var asked = { kind: filters.kind, year: Number(filters.year) || 0, state: filters.state, body: body };
    asked.bodyAt = columns && body ? columns.b.findIndex(function (b) { return b[0] === body; }) : -1;
    if (body && asked.bodyAt < 0) asked.bodyAt = -2; // nobody's: plans of no known body are -1
    var plans = acceptsPlan(engine, columns, asked), instruments = acceptsInstrument(engine, columns, asked), units = acceptsUnit(engine, columns, asked);
    return function (document, plan) {
      return plan >= 0 ? plans(plan) : document < engine.units ? instruments(document) : units(document);
    };
  });
};

function acceptsPlan(engine, columns, asked) {
  var years = [], kind = asked.kind;
  engine.toc.y.forEach(function (run) { for (var i = 0; i < run[1]; i++) years.push(run[0]); });
  return function (plan) {
    return (!kind || kind === "ke-hoach" || kind === "viec") && (!asked.year || years[plan] === asked.year) &&
      (!asked.body || columns.p[plan] === asked.bodyAt) && (!asked.state || kind === "viec");
  };
}

function acceptsInstrument(engine, columns, asked) {
  return function (document) {
    var i = document - engine.instruments;
    return (!asked.kind || asked.kind === "van-ban") && !asked.body && (!asked.year || columns.y[i] === asked.year) &&
      (!asked.state || FORCE[columns.f[i]] === asked.state);
  };
}

function acceptsUnit(engine, columns, asked) {
  var bodies = [];
  if (asked.body) columns.u.forEach(function (number, i) { for (; number > 0; number--) bodies.push(i); });
  return function (document) {
    return (!asked.kind || asked.kind === "don-vi") && !asked.year && !asked.state &&
      (!asked.body || bodies[document - engine.units] === asked.bodyAt);
  };
}
