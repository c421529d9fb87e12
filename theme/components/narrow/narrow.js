/* What a search can be narrowed by, each with how much there is.
 *
 *   danbietNarrow.kinds(box, counts, kind, choose)        buttons, one a kind; none where there is no choice
 *   danbietNarrow.choices(box, facets, filters, choose)   lists in a <details>, as engine.choices gives them
 *   danbietNarrow.many(number, kind) → "12 việc"
 *
 * choose(name, value) is called with what the reader has chosen, "" for all.
 */
(function () {
  "use strict";

  var KINDS = [["", "Tất cả"], ["ke-hoach", "Kế hoạch"], ["viec", "Việc"], ["van-ban", "Văn bản"], ["don-vi", "Đơn vị"]];
  var NOUNS = { "": "kết quả", "ke-hoach": "kế hoạch", viec: "việc", "van-ban": "văn bản", "don-vi": "đơn vị" };
  var make = danbietFound.make;

  /** 1234 → "1.234"; the browser's own way takes 10 ms to wake up. */
  function thousands(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ".");
  }

  function many(number, kind) {
    return thousands(number) + " " + NOUNS[kind || ""];
  }

  function kinds(box, counts, chosen, choose) {
    box.textContent = "";
    if (!counts) return;
    var shown = KINDS.filter(function (kind) { return !kind[0] || counts[kind[0]] || kind[0] === chosen; });
    if (shown.length < 3 && !chosen) return;
    shown.forEach(function (kind) {
      // Tasks stand within plans, so the kinds' numbers make no sum: "Tất cả" bears none.
      var number = kind[0] ? counts[kind[0]] : null;
      box.append(make("button", {
        type: "button", class: "narrow__kind", "data-kind": kind[0], "aria-pressed": String(chosen === kind[0]),
        "aria-label": kind[1] + (kind[0] ? ", " + many(number, kind[0] === "viec" ? "viec" : "") : ""),
        onclick: function () { choose("kind", kind[0]); },
      }, kind[0] ? [kind[1], make("span", { class: "narrow__count" }, [" " + thousands(number)])] : [kind[1]]));
    });
  }

  function choice(name, label, options, value, choose) {
    var select = make("select", { id: "search-" + name, onchange: function () { choose(select.value); } }, [["", "Tất cả"]].concat(options).map(function (option) {
      var number = option[2] === undefined ? "" : " (" + thousands(option[2]) + ")";
      return make("option", { value: option[0], selected: option[0] === value }, [option[1] + number]);
    }));
    return make("p", { class: "narrow__choice" }, [make("label", { for: select.id }, [label]), select]);
  }

  /** What is chosen stays to be seen where nothing more comes of it. */
  function withChosen(options, value) {
    if (!value || options.some(function (option) { return option[0] === value; })) return options;
    return [[value, value.split("--")[0].replace(/-/g, " "), 0]].concat(options);
  }

  /** States in words, in the order they are told everywhere. */
  function inWords(states) {
    var known = window.danbietState ? window.danbietState.looks : {}, names = {};
    Object.keys(known).forEach(function (slug) { names[slug] = known[slug][1]; });
    Object.assign(names, danbietFound.forces);
    return Object.keys(names).map(function (slug) {
      var found = states.filter(function (state) { return state[0] === slug; })[0];
      return found && [slug, names[slug], found[2]];
    }).filter(Boolean);
  }

  function choices(box, facets, filters, choose) {
    function list(name, slug, label, options) {
      options = withChosen(options, filters[name]);
      return options.length ? choice(slug, label, options, filters[name] || "", choose.bind(null, name)) : null;
    }
    var made = [
      list("year", "nam", "Năm", facets.year),
      list("body", "co-quan", "Nơi ban hành", facets.body),
      facets.unit ? list("unit", "don-vi", "Đơn vị", facets.unit) : make("p", { class: "narrow__choice" }, ["Chọn nơi ban hành để chọn tiếp đơn vị."]),
      list("state", "trang-thai", "Tình trạng", inWords(facets.state)),
    ];
    var focused = box.contains(document.activeElement) ? document.activeElement.id : "";
    Array.prototype.slice.call(box.children, 1).forEach(function (child) { child.remove(); });
    made.forEach(function (one) { if (one) box.append(one); });
    if (focused && document.getElementById(focused)) document.getElementById(focused).focus();
  }

  window.danbietNarrow = { kinds: kinds, choices: choices, many: many };
})();
