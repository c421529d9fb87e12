/* Files: how the index is loaded, by <script> so that it also works from a disk.
 *
 * In: the site's root. Out: an Engine that knows the table of contents (written behind this very script by
 * build_tools/danbiet/search/shards.py) and gives any file of the index, each fetched once.
 */
var waiting = {}, contents = null, later = null; // later: what the stages that come later take of these

window.danbietShard = function (name, data) {
  if (waiting[name]) waiting[name](data);
  else if (!name) contents = data;
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
  this.base = base;
  this.root = base + "tim-kiem/muc-luc/";
  this.files = {};
  this.toc = null;
}

/** Read the table of contents, which has come with the script. Documents are numbered: pieces of plans, instruments, units. */
Engine.prototype.ready = function () {
  if (this.toc) return;
  var toc = (this.toc = contents), pieces = 0, piece = 0;
  for (var i = 0; i < toc.p.length; i++) pieces += toc.p[i];
  this.plans = toc.p.length;
  this.instruments = pieces; // the number of the first
  this.units = pieces + toc.n[0];
  this.size = this.units + toc.n[1];
  this.planOf = new Uint32Array(pieces);
  for (var plan = 0; plan < this.plans; plan++) {
    this.planOf.fill(plan, piece, piece + toc.p[plan]);
    piece += toc.p[plan];
  }
  this.starts = { s: listed(toc.s), b: listed(toc.b) };
  this.isCommon = function (name) { return toc.c.indexOf("|" + name + "|") >= 0; };
};

/** A list sent as one text, which phones read faster. */
function listed(text) {
  return text === null ? [] : text.split("|");
}

/** The plan of a piece, or -1 for what is none. */
Engine.prototype.plan = function (document) {
  return document < this.instruments ? this.planOf[document] : -1;
};

Engine.prototype.kind = function (document) {
  return document < this.instruments ? "ke-hoach" : document < this.units ? "van-ban" : "don-vi";
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

/** What the index holds under a word or pair; with its completions if asked, as far as they stand in the same file. */
Engine.prototype.entries = function (first, second, open) {
  var at = this.place(first, second);
  if (!at.starts.length) return Promise.resolve([]);
  return this.file(at.kind + at.number).then(function (groups) {
    return entriesIn(groups[first] || "", second, open);
  });
};

/** In which file a word or pair stands. */
Engine.prototype.place = function (first, second) {
  var kind = first ? "b" : "s", name = first ? first + " " + second : second;
  return { kind: kind, name: name, starts: this.starts[kind], number: fileOf(this.starts[kind], name) };
};

/** Whether all completions of a word or pair stand in its file. */
Engine.prototype.isAll = function (first, second) {
  var at = this.place(first, second), next = at.starts[at.number + 1];
  return next === undefined || next.indexOf(at.name) !== 0;
};

/** The stages that few searches need (narrowing.js, near.js). */
Engine.prototype.more = function () {
  var engine = this;
  return this.file("x").then(function (stages) {
    if (!engine.facets) stages(later);
    return engine;
  });
};
