//# allFunctionsCalledOnLoad
/* What a search has found, as the search page shows it: counts, notices and the list (components/found).
 *
 *   new danbietListing(on)          .panel is to be put into the page; .narrow is the box of choices
 *     on.choose(name, value)        a filter was chosen
 *     on.turnTo(query, filters)     another search was chosen
 *     on.more(), on.narrow(), on.back()   more results, the choices, the field are wanted
 *   .show(query, found, range, filters)   range: {from, quick}; of a quick search there is more to come
 *   .clear(), .wait(), .failed()
 */
(function () {
  "use strict";

  var PAGE = 6, GLANCE = 3; // results shown at a time, and while the reader may go on typing
  var make = danbietFound.make;

  function Listing(on) {
    this.on = on;
    this.from = 0;
    this.glanced = null; // what a quick search has shown
    this.fallback = document.querySelector("[data-search-fallback]");
    this.kinds = make("div", { class: "narrow__kinds", role: "group", "aria-label": "Loại kết quả" });
    this.narrow = make("details", { class: "narrow", ontoggle: on.narrow }, [make("summary", {}, ["Thu hẹp kết quả"])]);
    this.status = make("p", { class: "search__status", role: "status", "aria-live": "polite" });
    this.near = make("p", { class: "search__near", hidden: true });
    this.heading = make("h2", { class: "search__heading", hidden: true });
    this.list = make("ol", { class: "search__results", "aria-label": "Kết quả tìm kiếm" });
    this.more = make("button", { type: "button", class: "search__more", hidden: true, onclick: on.more }, ["Xem thêm kết quả"]);
    this.panel = make("div", { class: "search__panel" }, [this.kinds, this.narrow, this.status, this.near, this.heading, this.list, this.more]);
  }

  Listing.PAGE = PAGE;
  Listing.GLANCE = GLANCE;

  function narrowed(filters) {
    return Object.keys(filters).some(function (name) { return filters[name]; });
  }

  /** Results take the place of the lists, save where there are none. */
  Listing.prototype.instead = function (ofLists) {
    if (this.fallback) this.fallback.hidden = ofLists;
  };

  Listing.prototype.clear = function () {
    this.kinds.textContent = this.status.textContent = this.list.textContent = "";
    this.narrow.hidden = this.near.hidden = this.heading.hidden = this.more.hidden = true;
    this.glanced = null;
    this.busy(false);
    this.instead(false);
  };

  /** Whether more is to come into the list. */
  Listing.prototype.busy = function (is) {
    this.list.setAttribute("aria-busy", String(is));
  };

  Listing.prototype.wait = function () {
    this.instead(true);
    this.busy(true);
    if (!this.list.children.length) this.status.textContent = "Đang tìm…";
  };

  Listing.prototype.failed = function () {
    this.status.textContent = "Chưa tải được dữ liệu tìm kiếm. Hãy kiểm tra mạng rồi thử lại.";
    this.busy(false);
    this.instead(this.list.children.length > 0);
  };

  Listing.prototype.show = function (query, found, range, filters) {
    var list = this.list, from = range.from, stay = from ? 0 : this.staying(query, found.results);
    if (!from) this.begin(query, found, filters);
    if (!from && !stay) list.textContent = "";
    var items = found.results.slice(stay).map(danbietFound.item);
    items.forEach(function (item) { list.append(item); });
    this.from = from;
    this.glanced = range.quick ? { query: query, results: found.results } : null;
    this.busy(range.quick);
    this.more.hidden = range.quick || !found.more;
    this.instead(found.results.length > 0);
    if (from && items.length) items[0].querySelector("a").focus();
    this.say(said(query, found, filters));
  };

  /** How many results a quick search has shown that may stay where they are, since they still come first. */
  Listing.prototype.staying = function (query, results) {
    var glanced = this.glanced;
    if (!glanced || glanced.query !== query) return 0;
    var same = glanced.results.every(function (result, i) { return results[i] && results[i].address === result.address; });
    return same ? glanced.results.length : 0;
  };

  /** Make room for the results of another search. */
  Listing.prototype.begin = function (query, found, filters) {
    danbietNarrow.kinds(this.kinds, found.counts, filters.kind || "", this.on.choose);
    this.narrow.hidden = !(found.total > PAGE || narrowed(filters));
    this.heading.textContent = found.whole ? "Kết quả" : "Chỉ có một số từ:";
    this.heading.classList.toggle("unseen", found.whole);
    this.heading.hidden = !found.results.length;
    this.showNear(query, found, filters);
  };

  /** Said once: who listens need not hear the same again. */
  Listing.prototype.say = function (text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  };

  function said(query, found, filters) {
    var asked = "“" + query + "”", lacking = found.unknown.map(function (word) { return "“" + word + "”"; }).join(", ");
    if (!found.results.length) {
      return "Không thấy kết quả nào cho " + asked + (narrowed(filters) ? " với cách thu hẹp đang chọn." : ". Bạn thử từ khác, hoặc xem các danh sách dưới đây.");
    }
    var many = danbietNarrow.many(found.total, filters.kind);
    if (found.whole) return "Tìm thấy " + many + " cho " + asked + ".";
    return "Không nơi nào có đủ các từ của " + asked + "; " + many + " có một số từ." + (lacking ? " Không đâu có " + lacking + "." : "");
  }

  /** What to try instead: other words, or the same without narrowing. */
  Listing.prototype.showNear = function (asked, found, filters) {
    var on = this.on, place = this.near, near = found.near, wider = !found.results.length && narrowed(filters);
    function link(query, address, withFilters, text) {
      function turn(event) {
        event.preventDefault();
        on.turnTo(query, withFilters);
      }
      return make("a", { href: address, onclick: turn }, [text]);
    }
    place.textContent = near.length ? "Có phải bạn tìm: " : "";
    place.hidden = !near.length && !wider;
    near.forEach(function (query, i) {
      var address = new URLSearchParams(location.search);
      address.set("q", query);
      place.append(i ? ", " : "", link(query, "?" + address, filters, query));
    });
    if (near.length) place.append("? ");
    if (wider) place.append(link(asked, "?q=" + encodeURIComponent(asked), {}, "Tìm ở mọi nơi"));
  };

  /** Arrows walk from the field through the results, Escape leads back; for keydown listeners. */
  Listing.prototype.walk = function (input, event) {
    var links = Array.prototype.slice.call(this.list.querySelectorAll(".found__title a"));
    var at = links.indexOf(document.activeElement), inInput = document.activeElement === input;
    if (event.key === "Escape" && at >= 0) {
      input.focus();
      event.preventDefault();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (at >= 0 || inInput) && !event.isComposing) {
      var next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (inInput && event.key === "ArrowUp") return;
      if (next < 0) input.focus();
      else if (links[next]) links[next].focus();
      event.preventDefault();
    }
  };

  window.danbietListing = Listing;
})();
