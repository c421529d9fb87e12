//# allFunctionsCalledOnLoad
/* The search page: asks the engine (engine.js) and lists what it finds (components/found).
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
  var PAGE = 6, GLANCE = 3; // results shown at a time, and while the reader may go on typing
  var KINDS = [["", "Tất cả"], ["ke-hoach", "Kế hoạch"], ["viec", "Việc"], ["van-ban", "Văn bản"], ["don-vi", "Đơn vị"]];
  var make = danbietFound.make;
  var PARAMETERS = { kind: "loai", body: "co-quan", unit: "don-vi", year: "nam", state: "trang-thai" };

  /** 1234 → "1.234"; the browser's own way takes 10 ms to wake up. */
  function thousands(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ".");
  }

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
    this.kinds = make("div", { class: "search__kinds", role: "group", "aria-label": "Loại kết quả" });
    this.narrow = make("details", { class: "search__narrow", ontoggle: this.fillNarrow.bind(this) }, [make("summary", {}, ["Thu hẹp kết quả"])]);
    this.status = make("p", { class: "search__status", role: "status", "aria-live": "polite" });
    this.near = make("p", { class: "search__near", hidden: true });
    this.list = make("ol", { class: "search__results", "aria-label": "Kết quả tìm kiếm" });
    this.more = make("button", { type: "button", class: "search__more", hidden: true, onclick: this.showMore.bind(this) }, ["Xem thêm kết quả"]);
    this.root.append(make("div", { class: "search__panel" }, [this.kinds, this.narrow, this.status, this.near, this.list, this.more]));
    this.root.addEventListener("keydown", this.key.bind(this));
    this.input.addEventListener("keydown", this.key.bind(this));
    form.addEventListener("submit", this.submit.bind(this));
    this.input.addEventListener("focus", function () { this.engine(); }.bind(this));
    this.input.addEventListener("input", this.typed.bind(this));
  };

  /** Which kinds there are to choose from; where all that was found is of one, there is no choice. */
  Search.prototype.showKinds = function (counts) {
    var search = this, chosen = this.filters.kind || "";
    var shown = KINDS.filter(function (kind) { return !counts || !kind[0] || counts[kind[0]] || kind[0] === chosen; });
    this.kinds.textContent = "";
    if (shown.length < 3 && !chosen) return;
    shown.forEach(function (kind) {
      var number = counts && kind[0] && kind[0] !== "viec" ? make("span", { class: "search__count" }, [" " + thousands(counts[kind[0]])]) : null;
      search.kinds.append(make("button", {
        type: "button", class: "search__kind", "aria-pressed": String(chosen === kind[0]),
        onclick: function () { search.choose("kind", kind[0]); },
      }, [kind[1], number]));
    });
  };

  Search.prototype.narrowed = function () {
    return Object.keys(this.filters).some(function (name) { return this.filters[name]; }, this);
  };

  function choice(name, label, options, value, change) {
    var select = make("select", { id: "search-" + name, onchange: function () { change(select.value); } }, options.map(function (option) {
      return make("option", { value: option[0], selected: option[0] === value }, [option[1]]);
    }));
    return make("p", { class: "search__choice" }, [make("label", { for: select.id }, [label]), select]);
  }

  /** The choices are fetched when a reader opens them. */
  Search.prototype.fillNarrow = function () {
    var search = this, filters = this.filters;
    if (!this.narrow.open) return;
    this.engine().then(function (engine) {
      return Promise.all([engine.years(), engine.bodies()]);
    }).then(function (both) {
      var states = window.danbietState ? Object.keys(window.danbietState.looks).map(function (s) { return [s, window.danbietState.looks[s][1]]; }) : [];
      var forces = Object.keys(danbietFound.forces).map(function (f) { return [f, danbietFound.forces[f]]; });
      var said = filters.kind === "viec" ? states : filters.kind === "van-ban" ? forces : [];
      var units = (search.units || []).slice();
      if (filters.unit && !units.some(function (u) { return u[0] === filters.unit; })) units.unshift([filters.unit, filters.unit.split("--")[0].replace(/-/g, " ")]);
      var all = [["", "Tất cả"]];
      var choices = [
        choice("nam", "Năm", all.concat(both[0].slice().sort().reverse().map(function (y) { return [String(y), String(y)]; })), filters.year || "", search.choose.bind(search, "year")),
        choice("co-quan", "Nơi ban hành", all.concat(both[1]), filters.body || "", search.choose.bind(search, "body")),
        units.length ? choice("don-vi", "Đơn vị", all.concat(units), filters.unit || "", search.choose.bind(search, "unit")) : null,
        said.length ? choice("trang-thai", "Tình trạng", all.concat(said), filters.state || "", search.choose.bind(search, "state")) : null,
      ];
      Array.prototype.slice.call(search.narrow.children, 1).forEach(function (child) { child.remove(); });
      choices.forEach(function (c) { if (c) search.narrow.append(c); });
    }, function () { search.failed(); });
  };

  // ── Query, filters, address ───────────────────────────────────────────────────────────────

  Search.prototype.readAddress = function () {
    var asked = new URLSearchParams(location.search);
    this.input.value = this.before = asked.get("q") || "";
    this.filters = {};
    for (var name in PARAMETERS) if (asked.get(PARAMETERS[name])) this.filters[name] = asked.get(PARAMETERS[name]);
    if (this.filters.year || this.filters.body || this.filters.state || this.filters.unit) this.narrow.open = true;
    this.run();
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
    if (name === "kind") delete this.filters.state; // states of duties and of instruments differ
    if (name === "body") delete this.filters.unit;
    if (name === "unit" && value && this.filters.kind !== "viec") this.filters.kind = "viec";
    this.writeAddress(true);
    this.run();
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
      search.run(0, true);
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
    this.run();
    this.writeAddress(push);
  };

  Search.prototype.submit = function (event) {
    event.preventDefault();
    this.find(true);
  };

  // ── Results ───────────────────────────────────────────────────────────────────────────────

  /** Search and show; of a quick search the first results only, until the whole one comes. */
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
    this.engine().then(function (engine) {
      return isLate() ? null : engine.search(query, search.filters, range);
    }).then(function (found) {
      if (!found || isLate() || (quick && !found.results.length)) return;
      search.shown = turn;
      search.show(query, found, range);
    }, function () {
      if (!isLate()) search.failed();
    });
  };

  /** Results take the place of the lists, save where there are none. */
  Search.prototype.instead = function (ofLists) {
    if (this.fallback) this.fallback.hidden = ofLists;
  };

  Search.prototype.clear = function () {
    this.kinds.textContent = this.status.textContent = this.list.textContent = "";
    this.narrow.hidden = this.near.hidden = this.more.hidden = true;
    this.glanced = null;
    this.instead(false);
  };

  Search.prototype.wait = function () {
    this.instead(true);
    this.list.setAttribute("aria-busy", "true");
    if (!this.list.children.length) this.status.textContent = "Đang tìm…";
  };

  Search.prototype.failed = function () {
    clearTimeout(this.saying);
    this.status.textContent = "Chưa tải được dữ liệu tìm kiếm. Hãy kiểm tra mạng rồi thử lại.";
    this.list.removeAttribute("aria-busy");
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
    this.list.removeAttribute("aria-busy");
    this.more.hidden = range.quick || !found.more;
    this.instead(found.results.length > 0);
    this.addUnits(found.results);
    if (from && items.length) items[0].querySelector("a").focus();
    this.status.textContent = this.said(query, found);
    if (!from && this.narrow.open) this.fillNarrow();
  };

  /** How many results a quick search has shown that may stay where they are, since they still come first. */
  Search.prototype.staying = function (query, results) {
    var glanced = this.glanced;
    if (!glanced || glanced.query !== query) return 0;
    var same = glanced.results.every(function (result, i) { return results[i] && results[i].address === result.address; });
    return same ? glanced.results.length : 0;
  };

  /** The units of the tasks found, to narrow by. */
  Search.prototype.addUnits = function (results) {
    var units = this.units;
    results.forEach(function (result) {
      if (result.unit && !units.some(function (u) { return u[0] === result.unit[0]; })) units.push(result.unit);
    });
  };

  /** Make room for the results of another search. */
  Search.prototype.begin = function (query, found) {
    if (found.counts || query !== this.counted) this.counts = found.counts;
    this.counted = query;
    this.units = [];
    this.showKinds(this.counts);
    this.narrow.hidden = !(found.total > PAGE || this.narrowed());
    this.showNear(found);
  };

  Search.prototype.said = function (query, found) {
    if (!found.results.length) {
      return "Không thấy kết quả nào cho “" + query + "”" + (this.narrowed() ? " với cách thu hẹp đang chọn." : ". Bạn thử từ khác, hoặc xem các danh sách dưới đây.");
    }
    var what = this.filters.kind === "viec" ? " kế hoạch có việc khớp với “" : " kết quả cho “";
    return (found.whole ? "Tìm thấy " : "Không nơi nào có đủ các từ; gần nhất là ") + thousands(found.total) + what + query + "”.";
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
