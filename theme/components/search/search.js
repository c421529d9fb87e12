//# allFunctionsCalledOnLoad
/* The search page: what is asked and when, and the address that keeps it. components/typing says when a reader
 * is done typing, the engine (engine.js) answers, components/listing shows and components/narrow narrows.
 *
 * Mounts on [data-search] (data-base: the site's root as seen from the page, "../" unless told) and
 * uses the page's [data-search-form] with input[name=q]. All else is made here: without a script the
 * lists in [data-search-fallback] stand instead, with one they make room for results.
 * Nothing is fetched before the reader turns to the field. The address keeps query and filters:
 * ?q=…&loai=…&co-quan=…&don-vi=…&nam=…&trang-thai=…
 */
(function () {
  "use strict";

  var SAY_SO = 250; // ms before a search says that it is on its way
  var HIDDEN = 200; // ms after which no paint is waited for
  var make = danbietFound.make;
  var PARAMETERS = { kind: "loai", body: "co-quan", unit: "don-vi", year: "nam", state: "trang-thai" };

  function Search(root) {
    this.base = root.getAttribute("data-base") || "../";
    this.filters = {};
    this.turn = 0; // the latest search; what comes later from an earlier one is dropped
    this.shown = 0; // the search whose results are shown
    this.glancing = ""; // the query that a quick search has been asked for
    this.mount(root);
    this.clear();
    this.readAddress();
    window.addEventListener("popstate", this.readAddress.bind(this));
  }

  Search.prototype.mount = function (root) {
    var search = this, form = document.querySelector("[data-search-form]"), input = form.querySelector("input[name=q]");
    this.input = input;
    this.listing = new danbietListing({
      choose: this.choose.bind(this),
      turnTo: this.turnTo.bind(this),
      narrow: this.fillNarrow.bind(this),
      more: function () { search.run(search.listing.from + danbietListing.PAGE); }
    });
    root.append(this.listing.panel);
    this.typing = danbietTyping(input, {
      find: function () { search.find(false); },
      glance: function () { search.glance(); },
      expect: function (query, stillAsked) {
        return search.engine().then(function (engine) { return stillAsked() && engine.expect(query); });
      }
    });
    var walk = this.listing.walk.bind(this.listing, input);
    root.addEventListener("keydown", walk);
    input.addEventListener("keydown", walk);
    input.addEventListener("focus", function () { search.engine(); });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      search.find(true);
    });
  };

  /** The engine, fetched when the reader turns to the field. */
  Search.prototype.engine = function () {
    var base = this.base, search = this;
    if (!this.opened) {
      this.opened = new Promise(function (resolve, reject) {
        if (window.danbietSearch) return resolve(window.danbietSearch.open(base));
        var script = make("script", { src: base + "tim-kiem/muc-luc/may-tim.js" });
        script.onload = function () { resolve(window.danbietSearch.open(base)); };
        script.onerror = function () { search.opened = null; reject(new Error(script.src)); };
        document.head.append(script);
      });
      this.opened.catch(function () {}); // whoever searches is told; who only looked at the field need not be
    }
    return this.opened;
  };

  // ── Query, filters, address ───────────────────────────────────────────────────────────────

  Search.prototype.readAddress = function () {
    var asked = new URLSearchParams(location.search);
    this.input.value = asked.get("q") || "";
    this.typing.settle();
    this.filters = {};
    for (var name in PARAMETERS) if (asked.get(PARAMETERS[name])) this.filters[name] = asked.get(PARAMETERS[name]);
    if (this.filters.unit) this.filters.kind = "viec"; // units are given tasks
    if (this.filters.year || this.filters.body || this.filters.state || this.filters.unit) this.listing.narrow.open = true;
    this.ask();
  };

  Search.prototype.writeAddress = function (push) {
    var asked = new URLSearchParams();
    if (this.input.value.trim()) asked.set("q", this.input.value.trim());
    for (var name in PARAMETERS) if (this.filters[name]) asked.set(PARAMETERS[name], this.filters[name]);
    var address = location.pathname + (asked.toString() ? "?" + asked : "");
    try {
      history[push ? "pushState" : "replaceState"](null, "", address);
    } catch (error) {
      // Some browsers forbid this for pages opened from a disk; the search goes on without.
    }
  };

  Search.prototype.choose = function (name, value) {
    this.filters[name] = value;
    if (name === "kind") delete this.filters.state; // states of tasks and of instruments differ
    if (name === "kind" || name === "body") delete this.filters.unit;
    this.glancing = "";
    this.writeAddress(true);
    this.ask();
  };

  Search.prototype.turnTo = function (query, filters) {
    this.input.value = query;
    this.filters = filters;
    this.find(true);
    this.input.focus();
  };

  /** The choices are fetched when a reader opens them. */
  Search.prototype.fillNarrow = function () {
    var search = this, turn = this.turn, query = this.input.value.trim(), filters = this.filters, narrow = this.listing.narrow;
    if (!narrow.open || !query) return;
    this.engine().then(function (engine) { return engine.choices(query, filters); }).then(function (facets) {
      if (turn === search.turn) danbietNarrow.choices(narrow, facets, filters, search.choose.bind(search));
    }, function () { search.failed(); });
  };

  // ── Searches ──────────────────────────────────────────────────────────────────────────────

  /** Search for what the field holds, and keep it in the address. */
  Search.prototype.find = function (push) {
    this.typing.settle();
    this.ask();
    this.writeAddress(push);
  };

  /** The first that surely are; when they are painted, or there are none, the whole. */
  Search.prototype.ask = function () {
    var search = this, query = this.input.value.trim();
    if (!query || this.glancing === query) return this.run();
    this.glance().then(function (turn) {
      if (turn === search.turn) search.run();
    });
  };

  /** Search and show a few, while there may be more to type; resolves when they are painted. */
  Search.prototype.glance = function () {
    var turn = this.turn + 1;
    this.glancing = this.input.value.trim();
    return this.run(0, true).then(function (shown) {
      return shown ? painted(turn) : turn;
    });
  };

  function painted(what) {
    return new Promise(function (resolve) {
      requestAnimationFrame(function () { setTimeout(resolve, 0, what); });
      setTimeout(resolve, HIDDEN, what); // a page in the background paints nothing
    });
  }

  /** Search and show; of a quick search the first results only, until the whole one comes. Resolves to whether it showed. */
  Search.prototype.run = function (from, quick) {
    var search = this, query = this.input.value.trim(), turn = ++this.turn;
    var range = { from: from || 0, count: quick ? danbietListing.GLANCE : danbietListing.PAGE, quick: quick === true };
    clearTimeout(this.saying);
    if (!query) return this.clear();
    this.saying = setTimeout(function () { search.listing.wait(); }, SAY_SO);
    function isLate() {
      // A quick one still shows while the whole one for the same query is on its way.
      return turn !== search.turn && !(quick && turn === search.turn - 1 && turn > search.shown && query === search.input.value.trim());
    }
    return this.engine().then(function (engine) {
      return isLate() ? null : engine.search(query, search.filters, range);
    }).then(function (found) {
      if (!found || isLate() || (quick && !found.results.length)) return false;
      clearTimeout(search.saying);
      search.shown = turn;
      search.listing.show(query, found, range, search.filters);
      if (!range.from && !quick) search.fillNarrow();
      return true;
    }, function () {
      if (!isLate()) search.failed();
    });
  };

  Search.prototype.clear = function () {
    this.glancing = "";
    this.listing.clear();
  };

  Search.prototype.failed = function () {
    clearTimeout(this.saying);
    this.listing.failed();
  };

  function start() {
    document.querySelectorAll("[data-search]").forEach(function (root) { new Search(root); });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
