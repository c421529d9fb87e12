//# allFunctionsCalledOnLoad
/* The search page: asks the engine (engine.js), lists what it finds (components/found) and narrows it (components/narrow).
 *
 * Mounts on [data-search] (data-base: the site's root as seen from the page, "../" unless told) and
 * uses the page's [data-search-form] with input[name=q]. All else is made here: without a script the
 * lists in [data-search-fallback] stand instead, with one they make room for results.
 * Nothing is fetched before the reader turns to the field. The address keeps query and filters:
 * ?q=…&loai=…&co-quan=…&don-vi=…&nam=…&trang-thai=…
 */
(function () {
  "use strict";

  var PAUSE = 60, LONGEST_PAUSE = 450; // ms without a key before a search
  var GAP = 150; // ms between two keys, until the reader's own are known
  var LONE_LETTER_PAUSE = 600; // after one letter of a word: most go on, but "dân chủ ở" ends there
  var AT_ONCE = 3; // so many new letters together were pasted, spoken or chosen, not typed
  var SAY_SO = 250; // ms before a search says that it is on its way
  var HIDDEN = 200; // ms after which no paint is waited for
  var PAGE = 6, GLANCE = 3; // results shown at a time, and while the reader may go on typing
  var make = danbietFound.make;
  var PARAMETERS = { kind: "loai", body: "co-quan", unit: "don-vi", year: "nam", state: "trang-thai" };

  function Search(root) {
    this.root = root;
    this.base = root.getAttribute("data-base") || "../";
    this.filters = {};
    this.turn = 0; // the latest search; what comes later from an earlier one is dropped
    this.shown = 0; // the search whose results are shown
    this.keys = 0; // how many keys have been typed
    this.waits = false; // whether the next answer waits for a pause
    this.lastKey = 0;
    this.gap = GAP;
    this.before = ""; // what the field held before the latest
    this.glancing = ""; // the query that a quick search has been asked for
    this.glanced = null; // what a quick search has shown
    this.build();
    this.clear();
    this.readAddress();
    window.addEventListener("popstate", this.readAddress.bind(this));
  }

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

  // ── What the page holds ───────────────────────────────────────────────────────────────────

  Search.prototype.build = function () {
    var form = document.querySelector("[data-search-form]");
    this.fallback = document.querySelector("[data-search-fallback]");
    this.input = form.querySelector("input[name=q]");
    this.kinds = make("div", { class: "narrow__kinds", role: "group", "aria-label": "Loại kết quả" });
    this.narrow = make("details", { class: "narrow", ontoggle: this.fillNarrow.bind(this) }, [make("summary", {}, ["Thu hẹp kết quả"])]);
    this.status = make("p", { class: "search__status", role: "status", "aria-live": "polite" });
    this.near = make("p", { class: "search__near", hidden: true });
    this.heading = make("h2", { class: "search__heading", hidden: true });
    this.list = make("ol", { class: "search__results", "aria-label": "Kết quả tìm kiếm" });
    this.more = make("button", { type: "button", class: "search__more", hidden: true, onclick: this.showMore.bind(this) }, ["Xem thêm kết quả"]);
    this.root.append(make("div", { class: "search__panel" }, [this.kinds, this.narrow, this.status, this.near, this.heading, this.list, this.more]));
    this.root.addEventListener("keydown", this.key.bind(this));
    this.input.addEventListener("keydown", this.key.bind(this));
    form.addEventListener("submit", this.submit.bind(this));
    this.input.addEventListener("focus", function () { this.engine(); }.bind(this));
    this.input.addEventListener("input", this.typed.bind(this));
  };

  Search.prototype.narrowed = function () {
    return Object.keys(this.filters).some(function (name) { return this.filters[name]; }, this);
  };

  /** The choices are fetched when a reader opens them. */
  Search.prototype.fillNarrow = function () {
    var search = this, turn = this.turn, query = this.input.value.trim(), filters = this.filters;
    if (!this.narrow.open || !query) return;
    this.engine().then(function (engine) { return engine.choices(query, filters); }).then(function (facets) {
      if (turn === search.turn) danbietNarrow.choices(search.narrow, facets, filters, search.choose.bind(search));
    }, function () { search.failed(); });
  };

  // ── Query, filters, address ───────────────────────────────────────────────────────────────

  Search.prototype.readAddress = function () {
    var asked = new URLSearchParams(location.search);
    this.input.value = this.before = asked.get("q") || "";
    this.filters = {};
    for (var name in PARAMETERS) if (asked.get(PARAMETERS[name])) this.filters[name] = asked.get(PARAMETERS[name]);
    if (this.filters.unit) this.filters.kind = "viec"; // units are given tasks
    if (this.filters.year || this.filters.body || this.filters.state || this.filters.unit) this.narrow.open = true;
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

  /** How many letters stand between those at both ends that were there before. */
  function newLetters(before, now) {
    var most = Math.min(before.length, now.length), first = 0, last = 0;
    while (first < most && before[first] === now[first]) first++;
    while (last < most - first && before[before.length - 1 - last] === now[now.length - 1 - last]) last++;
    return now.length - first - last;
  }

  Search.prototype.typed = function () {
    clearTimeout(this.timer);
    var search = this, query = this.input.value, added = newLetters(this.before, query), key = ++this.keys;
    this.before = query;
    if (!query.trim() || added >= AT_ONCE) return this.find(false);
    // One letter of a new word says little yet; alone it says nothing, and would fetch for nothing.
    var lone = /(?:^|\s)[^\s\d]$/.test(query), pause = this.pause();
    if (lone && query.trim().length === 1) return;
    this.timer = setTimeout(function () { search.find(false); }, lone ? LONE_LETTER_PAUSE : pause);
    if (lone) return;
    // What the search will look up is fetched meanwhile, and a word that nothing goes on from is answered at once.
    this.engine().then(function (engine) {
      return key === search.keys && engine.expect(query);
    }).then(function (whole) {
      if (!whole || key !== search.keys || search.waits) return;
      search.waits = true; // who types on after an answer has more to say: the next one waits for a pause
      search.glance();
    }, function () {});
  };

  /** Who types slowly is not done at every key: half-typed words would cost a slow network ten searches. */
  Search.prototype.pause = function () {
    var now = Date.now(), gap = now - this.lastKey;
    this.lastKey = now;
    if (gap < 1000) this.gap = (this.gap + gap) / 2;
    return Math.min(LONGEST_PAUSE, Math.max(PAUSE, 1.7 * this.gap));
  };

  /** Search for what the field holds, and keep it in the address. */
  Search.prototype.find = function (push) {
    clearTimeout(this.timer);
    this.waits = false;
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

  Search.prototype.submit = function (event) {
    event.preventDefault();
    this.find(true);
  };

  // ── Results ───────────────────────────────────────────────────────────────────────────────

  /** Search and show a few, while there may be more to type; resolves when they are painted. */
  Search.prototype.glance = function () {
    var search = this, turn = this.turn + 1;
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
    var range = { from: from || 0, count: quick ? GLANCE : PAGE, quick: quick === true };
    clearTimeout(this.saying);
    if (!query) return this.clear();
    this.saying = setTimeout(function () { search.wait(); }, SAY_SO);
    function isLate() {
      // A quick one still shows while the whole one for the same query is on its way.
      return turn !== search.turn && !(quick && turn === search.turn - 1 && turn > search.shown && query === search.input.value.trim());
    }
    return this.engine().then(function (engine) {
      return isLate() ? null : engine.search(query, search.filters, range);
    }).then(function (found) {
      if (!found || isLate() || (quick && !found.results.length)) return false;
      search.shown = turn;
      search.show(query, found, range);
      return true;
    }, function () {
      if (!isLate()) search.failed();
    });
  };

  /** Results take the place of the lists, save where there are none. */
  Search.prototype.instead = function (ofLists) {
    if (this.fallback) this.fallback.hidden = ofLists;
  };

  Search.prototype.clear = function () {
    this.kinds.textContent = this.status.textContent = this.list.textContent = this.glancing = "";
    this.narrow.hidden = this.near.hidden = this.heading.hidden = this.more.hidden = true;
    this.glanced = null;
    this.busy(false);
    this.instead(false);
  };

  /** Whether more is to come into the list. */
  Search.prototype.busy = function (is) {
    this.list.setAttribute("aria-busy", String(is));
  };

  Search.prototype.wait = function () {
    this.instead(true);
    this.busy(true);
    if (!this.list.children.length) this.status.textContent = "Đang tìm…";
  };

  Search.prototype.failed = function () {
    clearTimeout(this.saying);
    this.status.textContent = "Chưa tải được dữ liệu tìm kiếm. Hãy kiểm tra mạng rồi thử lại.";
    this.busy(false);
    this.instead(this.list.children.length > 0);
  };

  Search.prototype.showMore = function () {
    this.run(this.from + PAGE);
  };

  Search.prototype.show = function (query, found, range) {
    var search = this, from = range.from, stay = from ? 0 : this.staying(query, found.results);
    clearTimeout(this.saying);
    if (!from) this.begin(query, found);
    if (!from && !stay) this.list.textContent = "";
    var items = found.results.slice(stay).map(danbietFound.item);
    items.forEach(function (item) { search.list.append(item); });
    this.from = from;
    this.glanced = range.quick ? { query: query, results: found.results } : null;
    this.busy(range.quick);
    this.more.hidden = range.quick || !found.more;
    this.instead(found.results.length > 0);
    if (from && items.length) items[0].querySelector("a").focus();
    this.say(this.said(query, found));
    if (!from && !range.quick) this.fillNarrow();
  };

  /** How many results a quick search has shown that may stay where they are, since they still come first. */
  Search.prototype.staying = function (query, results) {
    var glanced = this.glanced;
    if (!glanced || glanced.query !== query) return 0;
    var same = glanced.results.every(function (result, i) { return results[i] && results[i].address === result.address; });
    return same ? glanced.results.length : 0;
  };

  /** Make room for the results of another search. */
  Search.prototype.begin = function (query, found) {
    danbietNarrow.kinds(this.kinds, found.counts, this.filters.kind || "", this.choose.bind(this));
    this.narrow.hidden = !(found.total > PAGE || this.narrowed());
    this.heading.textContent = found.whole ? "Kết quả" : "Chỉ có một số từ:";
    this.heading.classList.toggle("unseen", found.whole);
    this.heading.hidden = !found.results.length;
    this.showNear(found);
  };

  /** Said once: who listens need not hear the same again. */
  Search.prototype.say = function (text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  };

  Search.prototype.said = function (query, found) {
    var asked = "“" + query + "”", lacking = found.unknown.map(function (word) { return "“" + word + "”"; }).join(", ");
    if (!found.results.length) {
      return "Không thấy kết quả nào cho " + asked + (this.narrowed() ? " với cách thu hẹp đang chọn." : ". Bạn thử từ khác, hoặc xem các danh sách dưới đây.");
    }
    var many = danbietNarrow.many(found.total, this.filters.kind);
    if (found.whole) return "Tìm thấy " + many + " cho " + asked + ".";
    return "Không nơi nào có đủ các từ của " + asked + "; " + many + " có một số từ." + (lacking ? " Không đâu có " + lacking + "." : "");
  };

  /** What to try instead: other words, or the same without narrowing. */
  Search.prototype.showNear = function (found) {
    var search = this, near = found.near, wider = !found.results.length && this.narrowed();
    this.near.textContent = near.length ? "Có phải bạn tìm: " : "";
    this.near.hidden = !near.length && !wider;
    near.forEach(function (query, i) {
      var asked = new URLSearchParams(location.search);
      asked.set("q", query);
      search.near.append(i ? ", " : "", make("a", { href: "?" + asked, onclick: search.turnTo.bind(search, query, search.filters) }, [query]));
    });
    if (near.length) this.near.append("? ");
    if (wider) this.near.append(make("a", { href: "?q=" + encodeURIComponent(this.input.value), onclick: this.turnTo.bind(this, this.input.value, {}) }, ["Tìm ở mọi nơi"]));
  };

  Search.prototype.turnTo = function (query, filters, event) {
    event.preventDefault();
    this.input.value = this.before = query;
    this.filters = filters;
    this.find(true);
    this.input.focus();
  };

  // ── Keys: arrows walk the results, Escape leads back ──────────────────────────────────────

  Search.prototype.key = function (event) {
    var links = Array.prototype.slice.call(this.list.querySelectorAll(".found__title a"));
    var at = links.indexOf(document.activeElement), inInput = document.activeElement === this.input;
    if (event.key === "Escape" && at >= 0) {
      this.input.focus();
      event.preventDefault();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (at >= 0 || inInput) && !event.isComposing) {
      var next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (inInput && event.key === "ArrowUp") return;
      if (next < 0) this.input.focus();
      else if (links[next]) links[next].focus();
      event.preventDefault();
    }
  };

  function start() {
    document.querySelectorAll("[data-search]").forEach(function (root) { new Search(root); });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
