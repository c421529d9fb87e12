/* The search page: asks the engine (engine.js) and shows what it finds.
 *
 * Mounts on [data-search] (data-base: the site's root as seen from the page, "../" unless told) and
 * uses the page's [data-search-form] with input[name=q]. All else is made here: without a script the
 * lists in [data-search-fallback] stand instead, with one they make room for results.
 * Nothing is fetched before the reader searches. The address keeps query and filters:
 * ?q=…&loai=…&co-quan=…&don-vi=…&nam=…&trang-thai=…
 */
(function () {
  "use strict";

  var PAUSE = 80, LONGEST_PAUSE = 450; // ms without a key before a search
  var LONE_LETTER_PAUSE = 600; // after one letter of a word: most go on, but "dân chủ ở" ends there
  var PAGE = 6;
  var KINDS = [["", "Tất cả"], ["ke-hoach", "Kế hoạch"], ["viec", "Việc"], ["van-ban", "Văn bản"], ["don-vi", "Đơn vị"]];
  var KIND = { "ke-hoach": "Kế hoạch", viec: "Việc", "van-ban": "Văn bản", "don-vi": "Đơn vị" };
  var FORCE = { "con-hieu-luc": "còn hiệu lực", "het-hieu-luc": "hết hiệu lực", "chua-xac-minh": "chưa xác minh hiệu lực" };
  var PARAMETERS = { kind: "loai", body: "co-quan", unit: "don-vi", year: "nam", state: "trang-thai" };

  function make(tag, properties, children) {
    var element = document.createElement(tag);
    Object.keys(properties || {}).forEach(function (name) {
      var value = properties[name];
      if (value === null || value === undefined || value === false) return;
      if (name === "class") element.className = value;
      else if (name.slice(0, 2) === "on") element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    });
    (children || []).forEach(function (child) {
      if (child) element.append(child);
    });
    return element;
  }

  /** [text, marked] pairs as nodes. */
  function marked(parts) {
    return parts.map(function (part) {
      return part[1] ? make("mark", {}, [part[0]]) : document.createTextNode(part[0]);
    });
  }

  /** 1234 → "1.234"; the browser's own way takes 10 ms to wake up. */
  function thousands(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ".");
  }

  function Search(root) {
    this.root = root;
    this.base = root.getAttribute("data-base") || "../";
    this.filters = {};
    this.turn = 0; // the latest search; what comes later from an earlier one is dropped
    this.build();
    this.readAddress();
    window.addEventListener("popstate", this.readAddress.bind(this));
  }

  /** The engine, fetched with the first search. */
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
    this.panel = make("div", { class: "search__panel", hidden: true }, [this.kinds, this.narrow, this.status, this.near, this.list, this.more]);
    this.root.append(this.panel);
    this.root.addEventListener("keydown", this.key.bind(this));
    this.input.addEventListener("keydown", this.key.bind(this));
    form.addEventListener("submit", this.submit.bind(this));
    this.input.addEventListener("input", this.typed.bind(this));
  };

  Search.prototype.showKinds = function (counts) {
    var search = this;
    this.kinds.textContent = "";
    KINDS.forEach(function (kind) {
      var chosen = (search.filters.kind || "") === kind[0];
      var number = counts && kind[0] && kind[0] !== "viec" ? make("span", { class: "search__count" }, [" " + counts[kind[0]]]) : null;
      if (counts && kind[0] && !counts[kind[0]] && !chosen) return;
      search.kinds.append(make("button", {
        type: "button", class: "search__kind", "aria-pressed": String(chosen),
        onclick: function () { search.choose("kind", kind[0]); },
      }, [kind[1], number]));
    });
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
      var forces = Object.keys(FORCE).map(function (f) { return [f, FORCE[f]]; });
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
    this.input.value = asked.get("q") || "";
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

  Search.prototype.typed = function (event) {
    clearTimeout(this.timer);
    if (event.isComposing) return; // an input method is still at work on the word
    var search = this;
    // Who types slowly is not done at every key: half-typed words would cost a slow network ten searches.
    var now = Date.now(), gap = now - (this.lastKey || 0);
    this.lastKey = now;
    if (gap < 1000) this.gap = this.gap ? (this.gap + gap) / 2 : gap;
    var pause = Math.min(LONGEST_PAUSE, Math.max(PAUSE, 1.7 * (this.gap || 0)));
    if (this.input.value.trim()) this.engine();
    // One letter of a new word says little yet; alone it says nothing, and would fetch for nothing.
    if (/^\s*\p{L}$/u.test(this.input.value)) return;
    if (/\s\p{L}$/u.test(this.input.value)) pause = LONE_LETTER_PAUSE;
    this.timer = setTimeout(function () {
      search.writeAddress(false);
      search.run();
    }, pause);
  };

  Search.prototype.submit = function (event) {
    event.preventDefault();
    clearTimeout(this.timer);
    this.writeAddress(true);
    this.run();
  };

  // ── Results ───────────────────────────────────────────────────────────────────────────────

  Search.prototype.run = function (from) {
    var search = this, query = this.input.value.trim(), turn = ++this.turn;
    from = from || 0;
    this.panel.hidden = !query;
    if (this.fallback) this.fallback.hidden = !!query;
    if (!query) return;
    this.list.setAttribute("aria-busy", "true");
    if (!this.list.children.length) this.status.textContent = "Đang tìm…";
    this.engine().then(function (engine) {
      return engine.search(query, search.filters, { from: from, count: PAGE });
    }).then(function (found) {
      if (turn === search.turn) search.show(query, found, from);
    }, function () {
      if (turn === search.turn) search.failed();
    });
  };

  Search.prototype.failed = function () {
    this.status.textContent = "Chưa tải được dữ liệu tìm kiếm. Hãy kiểm tra mạng rồi thử lại.";
    this.list.removeAttribute("aria-busy");
  };

  Search.prototype.showMore = function () {
    this.run(this.from + PAGE);
  };

  Search.prototype.show = function (query, found, from) {
    var search = this;
    this.from = from;
    if (!from) {
      this.list.textContent = "";
      this.units = [];
      this.showKinds(found.counts || this.counts);
      this.counts = found.counts || this.counts;
    }
    var first = null;
    found.results.forEach(function (result) {
      var item = search.item(result);
      if (result.unit && !search.units.some(function (u) { return u[0] === result.unit[0]; })) search.units.push(result.unit);
      search.list.append(item);
      first = first || item;
    });
    this.list.removeAttribute("aria-busy");
    this.more.hidden = !found.more;
    if (from && first) first.querySelector("a").focus();
    this.status.textContent = this.said(query, found);
    if (!from) this.showNear(found.near);
    if (!from && this.narrow.open) this.fillNarrow();
  };

  Search.prototype.said = function (query, found) {
    if (!found.results.length) {
      var narrowed = Object.keys(this.filters).some(function (name) { return this.filters[name]; }, this);
      return "Không thấy kết quả nào cho “" + query + "”" + (narrowed ? " với cách thu hẹp đang chọn." : ".");
    }
    var what = this.filters.kind === "viec" ? " kế hoạch có việc khớp với “" : " kết quả cho “";
    return (found.whole ? "Tìm thấy " : "Không nơi nào có đủ các từ; gần nhất là ") + thousands(found.total) + what + query + "”.";
  };

  Search.prototype.showNear = function (near) {
    var search = this;
    this.near.textContent = "";
    this.near.hidden = !near.length;
    if (!near.length) return;
    this.near.append("Có phải bạn tìm: ");
    near.forEach(function (query, i) {
      var asked = new URLSearchParams(location.search);
      asked.set("q", query);
      search.near.append(i ? ", " : "", make("a", {
        href: "?" + asked,
        onclick: function (event) {
          event.preventDefault();
          search.input.value = query;
          search.writeAddress(true);
          search.run();
          search.input.focus();
        },
      }, [query]), i === near.length - 1 ? "?" : "");
    });
  };

  Search.prototype.item = function (result) {
    var context = (result.unit ? [result.unit[1]] : []).concat(result.context);
    return make("li", { class: "search__result search__result--" + result.kind, "data-result": result.kind }, [
      make("p", { class: "search__label" }, [KIND[result.kind]]),
      make("p", { class: "search__title" }, [make("a", { href: result.address }, marked(result.title))]),
      result.quote.length ? make("p", { class: "search__quote" }, marked(result.quote)) : null,
      make("p", { class: "search__context" }, [context.filter(Boolean).join(" · ")]),
      this.state(result),
    ]);
  };

  Search.prototype.state = function (result) {
    var state = result.state;
    if (!state) return null;
    if (FORCE[state.slug]) return make("p", { class: "search__context" }, [FORCE[state.slug].charAt(0).toUpperCase() + FORCE[state.slug].slice(1)]);
    var look = window.danbietState && window.danbietState.looks[state.slug];
    if (!look) return null;
    return make("p", { class: "state state--" + state.slug }, [
      make("span", { class: "state__shape", "aria-hidden": "true" }, [look[0]]),
      " ",
      make("span", { class: "state__label" }, [look[1]]),
      " ",
      make("span", { class: "state__days" }, [window.danbietState.daysLabel(state.days)]),
    ]);
  };

  // ── Keys: arrows walk the results, Escape leads back ──────────────────────────────────────

  Search.prototype.key = function (event) {
    var links = Array.prototype.slice.call(this.list.querySelectorAll(".search__title a"));
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
