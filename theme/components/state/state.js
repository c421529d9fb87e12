/* The browser half of the one rule of states (build_tools/danbiet/progress/states.py).
 *
 * A page says what was true on the day it was built; this script says it for today in Việt Nam, also when
 * midnight passes while it stands open. Each [data-state] element carries data-due (ISO day or nothing),
 * data-reports ("1" where the body publishes progress here), data-turns ("2024-05-18:done
 * 2024-06-01:confirmed"), data-undated (what to say without a day) and data-short where few words are to be
 * said. Elements with [data-as-of] show the day and move with it; [data-built] only names the day of building.
 * What was reported on a later day stands in [data-from], hidden until then. The event "danbiet:states" on
 * document tells others to group, choose and count anew; those whose script runs later find the day in
 * danbietState.today, which is empty while what was built still holds.
 * Without this script the page stays right as of its "tính đến ngày".
 */
(function () {
  "use strict";

  var SOON_DAYS = 15;
  var DAY = 86400000;
  var LOOKS = {
    "chua-den-han": ["●", "chưa đến hạn"],
    "sap-den-han": ["◐", "sắp đến hạn"],
    "qua-han": ["▲", "quá hạn, chưa thấy báo cáo công bố tại đây"],
    "da-bao-cao": ["✓", "đã báo cáo"],
    "da-xac-nhan": ["✓✓", "đã xác nhận"],
    "khong-thuc-hien-duoc": ["✕", "không thực hiện được"],
    "chua-cong-bo-tien-do": ["○", "Nơi ban hành chưa công bố tiến độ tại đây"],
    "khong-neu-thoi-han": ["–", "kế hoạch không nêu thời hạn"],
    "dinh-ky-khong-neu-ngay": ["–", "định kỳ, kế hoạch không nêu ngày"],
    "chua-tinh-duoc-ngay": ["–", "có nêu thời hạn, chưa tính được ngày"]
  };
  var SHORT = {
    "qua-han": "quá hạn, chưa thấy báo cáo tại đây",
    "chua-cong-bo-tien-do": "chưa công bố",
    "khong-neu-thoi-han": "không nêu thời hạn",
    "dinh-ky-khong-neu-ngay": "định kỳ, không nêu ngày",
    "chua-tinh-duoc-ngay": "chưa tính được ngày"
  };
  /* What needs looking at comes first (build_tools/danbiet/pages/standing.py). */
  var ORDER = [
    "qua-han", "sap-den-han", "chua-den-han", "khong-thuc-hien-duoc", "chua-cong-bo-tien-do", "da-bao-cao",
    "da-xac-nhan", "chua-tinh-duoc-ngay", "dinh-ky-khong-neu-ngay", "khong-neu-thoi-han"
  ];
  /* Of these what is next matters; of the others what was last. */
  var AHEAD = ["qua-han", "sap-den-han", "chua-den-han"];
  var OUTCOMES = { done: "da-bao-cao", confirmed: "da-xac-nhan", impossible: "khong-thuc-hien-duoc" };
  var PARTIES = { mttq: "MTTQ", ttnd: "Ban TTND" };
  var FOUND = { true: "đúng như báo cáo", partly: "đúng một phần", untrue: "không đúng" };

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  /** Days from one ISO day to another; days are compared as UTC midnights, so no clock change matters. */
  function daysBetween(from, to) {
    return Math.round((Date.parse(to + "T00:00:00Z") - Date.parse(from + "T00:00:00Z")) / DAY);
  }

  /** Today's ISO day in Asia/Ho_Chi_Minh, which has kept UTC+7 since 1975, whatever zone the reader is in. */
  function todayInVietNam(now) {
    return new Date(now + 7 * 3600000).toISOString().slice(0, 10);
  }

  /** A day as NĐ 30/2020 writes it: two digits, a month of one digit only from 3 on. */
  function dayText(day) {
    var parts = day.split("-");
    return parts[2] + "/" + (parts[1] < "03" ? parts[1] : Number(parts[1])) + "/" + parts[0];
  }

  /** "MTTQ: đúng một phần; Ban TTND: không đúng" of an outcome "done/mttq-partly/ttnd-untrue"; else nothing. */
  function told(outcome) {
    return outcome.split("/").slice(1).map(function (part) {
      var at = part.indexOf("-");
      return PARTIES[part.slice(0, at)] + ": " + FOUND[part.slice(at + 1)];
    }).join("; ");
  }

  /** The rule: {slug, days, finding} of what falls due on `due`, on the ISO day `today`. */
  function rule(due, reports, turns, undated, today) {
    var outcome = "";
    turns.split(" ").forEach(function (turn) {
      if (turn && turn.slice(0, 10) <= today) outcome = turn.slice(11);
    });
    var slug = OUTCOMES[outcome.split("/")[0]];
    if (slug) return { slug: slug, days: null, finding: told(outcome) };
    if (!due) return { slug: undated, days: null, finding: "" };
    var left = daysBetween(today, due);
    if (left < 0 && !reports) return { slug: "chua-cong-bo-tien-do", days: null, finding: "" };
    slug = left < 0 ? "qua-han" : left <= SOON_DAYS ? "sap-den-han" : "chua-den-han";
    return { slug: slug, days: left, finding: "" };
  }

  /** The words a reader sees: "đã báo cáo · Ban TTND: không đúng". */
  function label(state) {
    return LOOKS[state.slug][1] + (state.finding ? " · " + state.finding : "");
  }

  function daysLabel(days) {
    if (days === null) return "";
    if (days === 0) return "hôm nay là hạn";
    return days > 0 ? "còn " + days + " ngày" : "đã qua " + -days + " ngày";
  }

  function setText(element, selector, text) {
    var part = element.querySelector(selector);
    if (part && part.textContent !== text) part.textContent = text;
  }

  function show(element, today) {
    var data = element.dataset;
    var state = rule(data.due || "", data.reports === "1", data.turns || "", data.undated || "khong-neu-thoi-han", today);
    if (state.slug !== data.state) {
      element.classList.remove("state--" + data.state);
      element.classList.add("state--" + state.slug);
      data.state = state.slug;
      setText(element, ".state__shape", LOOKS[state.slug][0]);
    }
    element.classList.toggle("state--khac-y", !!state.finding);
    setText(element, ".state__label", ("short" in data && SHORT[state.slug]) || label(state));
    setText(element, ".state__days", daysLabel(state.days));
    if (element.title) element.title = label(state);
  }

  /** Which of two [data-state] elements matters more now, as a sort wants it (pages/standing.py: `weight`). */
  function weigh(one, other) {
    var slug = one.dataset.state;
    var kind = ORDER.indexOf(slug) - ORDER.indexOf(other.dataset.state);
    if (kind) return kind;
    var a = one.dataset.due || "9999", b = other.dataset.due || "9999";
    return (a < b ? -1 : a > b ? 1 : 0) * (AHEAD.indexOf(slug) < 0 ? -1 : 1);
  }

  /** [place in the order, day] of the state that matters now among those within an element. */
  function leading(element) {
    var first = all("[data-state]", element).sort(weigh)[0];
    return first ? [ORDER.indexOf(first.dataset.state), first.dataset.due || "9999"] : [ORDER.length, "9999"];
  }

  /** Which of two ranks, as `leading` gives them, comes first. */
  function compare(one, other) {
    return one[0] - other[0] || (one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0);
  }

  /** Brings every state of the page to `today` (an ISO day). */
  function refresh(today) {
    all("[data-as-of]").forEach(function (element) {
      element.setAttribute("datetime", today);
      element.textContent = dayText(today);
    });
    all("[data-state]").forEach(function (element) { show(element, today); });
    all("[data-from]").forEach(function (element) { element.hidden = element.dataset.from > today; });
    window.danbietState.today = today;
    document.dispatchEvent(new CustomEvent("danbiet:states", { detail: { today: today } }));
  }

  /* A clock that stands before the day of building is wrong: then what was built stays. */
  function follow() {
    var today = todayInVietNam(Date.now());
    var built = document.querySelector("[data-as-of], [data-built]");
    var shown = window.danbietState.today || (built && built.getAttribute("datetime")) || "";
    if (today > shown) refresh(today);
  }

  /* A page left open passes midnight; a phone that slept wakes up on another day. */
  function wait() {
    setTimeout(function () { follow(); wait(); }, DAY - (Date.now() + 7 * 3600000) % DAY + 500);
  }

  window.danbietState = {
    today: "", rule: rule, label: label, daysLabel: daysLabel, dayText: dayText, todayInVietNam: todayInVietNam,
    refresh: refresh, show: show, looks: LOOKS, short: SHORT, order: ORDER, parties: PARTIES, found: FOUND,
    leading: leading, weigh: weigh, compare: compare
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", follow);
  else follow();
  wait();
  document.addEventListener("visibilitychange", function () { if (!document.hidden) follow(); });
  window.addEventListener("pageshow", follow);
})();
