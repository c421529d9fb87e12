/* The browser half of the one rule of states (build_tools/danbiet/progress/states.py).
 *
 * A page says what was true on the day it was built; this script says it for today in Việt Nam.
 * Each [data-state] element carries data-due (ISO day or nothing), data-reports ("1" where the body
 * publishes progress here), data-turns ("2024-05-18:done 2024-06-01:confirmed") and data-undated
 * (what to say without a day). Elements with [data-as-of] show the day and move with it; [data-built]
 * only names the day of building. The event "danbiet:states" on document tells others to count anew.
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
  var OUTCOMES = { done: "da-bao-cao", confirmed: "da-xac-nhan", impossible: "khong-thuc-hien-duoc" };

  /** Days from one ISO day to another; days are compared as UTC midnights, so no clock change matters. */
  function daysBetween(from, to) {
    return Math.round((Date.parse(to + "T00:00:00Z") - Date.parse(from + "T00:00:00Z")) / DAY);
  }

  /** Today's ISO day in Asia/Ho_Chi_Minh, which has kept UTC+7 since 1975, whatever zone the reader is in. */
  function todayInVietNam(now) {
    return new Date(now + 7 * 3600000).toISOString().slice(0, 10);
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
    var changed = state.slug !== data.state;
    if (changed) {
      element.classList.remove("state--" + data.state);
      element.classList.add("state--" + state.slug);
      data.state = state.slug;
      setText(element, ".state__shape", LOOKS[state.slug][0]);
      setText(element, ".state__label", LOOKS[state.slug][1]);
    }
    setText(element, ".state__days", daysLabel(state.days));
    return changed;
  }

  /** Brings every state of the page to `today` (an ISO day). */
  function refresh(today) {
    var days = document.querySelectorAll("[data-as-of]");
    Array.prototype.forEach.call(days, function (element) {
      var parts = today.split("-");
      element.setAttribute("datetime", today);
      // As NĐ 30/2020 writes days: two digits, a month of one digit only from 3 on.
      element.textContent = parts[2] + "/" + (parts[1] < "03" ? parts[1] : Number(parts[1])) + "/" + parts[0];
    });
    Array.prototype.forEach.call(document.querySelectorAll("[data-state]"), function (element) {
      show(element, today);
    });
    document.dispatchEvent(new CustomEvent("danbiet:states", { detail: { today: today } }));
  }

  function start() {
    var today = todayInVietNam(Date.now());
    var built = document.querySelector("[data-as-of], [data-built]");
    // A clock that stands before the day of building is wrong: then what was built stays.
    if (!built || today > (built.getAttribute("datetime") || "")) refresh(today);
  }

  window.danbietState = { rule: rule, daysLabel: daysLabel, todayInVietNam: todayInVietNam, refresh: refresh, looks: LOOKS };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
