/* The browser half of the one rule of states (build_tools/danbiet/progress/states.py).
 *
 * A page says what was true on the day it was built; this script says it for today in Việt Nam.
 * Each [data-state] element carries data-due (ISO day or nothing), data-reports ("1" where the body
 * publishes progress here), data-turns ("2024-05-18:done 2024-06-01:confirmed"), data-undated
 * (what to say without a day) and data-short where few words are to be said. Elements with
 * [data-as-of] show the day and move with it; [data-built] only names the day of building. The tasks
 * of section.promises, which stand under their states, are put under those of today. The event
 * "danbiet:states" on document tells others to group and count anew; those whose script runs later find the
 * day in danbietState.today, which is empty while what was built still holds.
 * Without this script the page stays right as of its "tính đến ngày".
 */
(function () {
  "use strict";

  var SOON_DAYS = 15;
  var DAY = 86400000;
  var LOOKS = {
    "chua-den-han": ["●", "chưa đến hạn"],
    "sap-den-han": ["◐", "sắp đến hạn"],
    "qua-han": ["▲", "quá hạn – chưa thấy báo cáo tại đây"],
    "da-bao-cao": ["✓", "đã báo cáo"],
    "da-xac-nhan": ["✓✓", "đã xác nhận"],
    "khong-thuc-hien-duoc": ["✕", "không thực hiện được"],
    "chua-cong-bo-tien-do": ["○", "Nơi ban hành chưa công bố tiến độ tại đây"],
    "khong-neu-thoi-han": ["–", "kế hoạch không nêu thời hạn"],
    "dinh-ky-khong-neu-ngay": ["–", "định kỳ, kế hoạch không nêu ngày"],
    "chua-tinh-duoc-ngay": ["–", "có nêu thời hạn, chưa tính được ngày"]
  };
  var SHORT = {
    "qua-han": "quá hạn",
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
  var OUTCOMES = { done: "da-bao-cao", confirmed: "da-xac-nhan", impossible: "khong-thuc-hien-duoc" };

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

  /** The rule: {slug, days} of what falls due on `due`, on the ISO day `today`. */
  function rule(due, reports, turns, undated, today) {
    var outcome = "";
    turns.split(" ").forEach(function (turn) {
      if (turn && turn.slice(0, 10) <= today) outcome = turn.slice(11);
    });
    if (OUTCOMES[outcome]) return { slug: OUTCOMES[outcome], days: null };
    if (!due) return { slug: undated, days: null };
    var left = daysBetween(today, due);
    if (left < 0) return reports ? { slug: "qua-han", days: left } : { slug: "chua-cong-bo-tien-do", days: null };
    return { slug: left <= SOON_DAYS ? "sap-den-han" : "chua-den-han", days: left };
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
    var look = LOOKS[state.slug];
    if (state.slug !== data.state) {
      element.classList.remove("state--" + data.state);
      element.classList.add("state--" + state.slug);
      data.state = state.slug;
      setText(element, ".state__shape", look[0]);
      setText(element, ".state__label", ("short" in data && SHORT[state.slug]) || look[1]);
      if (element.title) element.title = look[1];
    }
    setText(element, ".state__days", daysLabel(state.days));
  }

  /** [place in the order, day] of the state that matters now among those within an element. */
  function leading(element) {
    var ranks = all("[data-state]", element).map(function (state) {
      return [ORDER.indexOf(state.dataset.state), state.dataset.due || "9999"];
    });
    return ranks.sort(compare)[0] || [ORDER.length, "9999"];
  }

  /** Which of two ranks, as `leading` gives them, comes first. */
  function compare(one, other) {
    return one[0] - other[0] || (one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0);
  }

  /** Tasks that stand in sections by state: under the states they have now, in the order of states. */
  function regroup() {
    var sections = all("section.promises");
    if (!sections.length) return;
    var groups = {};
    all(".promise", sections[0].parentNode).forEach(function (task) {
      var rank = leading(task);
      (groups[rank[0]] = groups[rank[0]] || []).push([rank, task]);
    });
    var places = Object.keys(groups).map(Number).sort(function (one, other) { return one - other; });
    while (sections.length < places.length) sections.push(added(sections[sections.length - 1], sections.length + 1));
    sections.forEach(function (section, index) {
      var tasks = groups[places[index]] || [];
      section.hidden = !tasks.length;
      if (!tasks.length) return;
      title(section.querySelector("h2"), LOOKS[ORDER[places[index]]], tasks.length);
      tasks.sort(function (one, other) { return compare(one[0], other[0]); });
      tasks.forEach(function (pair) { section.appendChild(pair[1]); });
    });
  }

  /** An empty section after another one, with a heading to be filled. */
  function added(after, number) {
    var section = after.parentNode.insertBefore(after.cloneNode(false), after.nextSibling);
    var head = section.appendChild(document.createElement("h2"));
    head.id = "nhom-" + number;
    section.setAttribute("aria-labelledby", head.id);
    return section;
  }

  function title(head, look, count) {
    head.textContent = "";
    if (look[0] !== "–") {
      var shape = head.appendChild(document.createElement("span"));
      shape.setAttribute("aria-hidden", "true");
      shape.textContent = look[0];
    }
    head.appendChild(document.createTextNode(" " + look[1].charAt(0).toUpperCase() + look[1].slice(1) + " "));
    head.appendChild(document.createElement("small")).textContent = count + " việc";
  }

  /** Brings every state of the page to `today` (an ISO day). */
  function refresh(today) {
    all("[data-as-of]").forEach(function (element) {
      element.setAttribute("datetime", today);
      element.textContent = dayText(today);
    });
    all("[data-state]").forEach(function (element) { show(element, today); });
    regroup();
    window.danbietState.today = today;
    document.dispatchEvent(new CustomEvent("danbiet:states", { detail: { today: today } }));
  }

  function start() {
    var today = todayInVietNam(Date.now());
    var built = document.querySelector("[data-as-of], [data-built]");
    // A clock that stands before the day of building is wrong: then what was built stays.
    if (!built || today > (built.getAttribute("datetime") || "")) refresh(today);
  }

  window.danbietState = {
    today: "", rule: rule, daysLabel: daysLabel, dayText: dayText, todayInVietNam: todayInVietNam,
    refresh: refresh, looks: LOOKS, short: SHORT, order: ORDER, leading: leading, compare: compare
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
