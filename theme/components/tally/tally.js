/* What the box at the top of a plan says of days, told anew when state.js has brought the states to today: how many
 * of the days set are in each state, which day comes next, how many have passed (build_tools/danbiet/pages/glance.py). */
(function () {
  "use strict";
  var state = window.danbietState;
  var DONE = ["da-bao-cao", "da-xac-nhan", "khong-thuc-hien-duoc"];

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  function say(item, number) {
    item.hidden = !number;
    item.querySelector("b").textContent = number;
  }
  function count(states, dated) {
    var found = {};
    dated.forEach(function (one) { found[one.dataset.state] = (found[one.dataset.state] || 0) + 1; });
    all("[data-tally] [data-tally-of]").forEach(function (item) { say(item, found[item.dataset.tallyOf] || 0); });
    all("[data-tally-disputed]").forEach(function (item) {
      say(item, states.filter(function (one) { return one.classList.contains("state--khac-y"); }).length);
    });
    all("[data-tally-undated]").forEach(function (item) {
      say(item, states.filter(function (one) { return !one.dataset.due && DONE.indexOf(one.dataset.state) >= 0; }).length);
    });
  }
  function place(one) {
    return Number(one.closest("[data-n]").dataset.n);
  }
  function tell(dated, today) {
    var box = document.querySelector("[data-times]");
    if (!box || !dated.length) return;
    var ahead = dated.filter(function (one) { return one.dataset.due >= today; });
    var last = dated[dated.length - 1].dataset.due;
    var shown = ahead[0] || dated.filter(function (one) { return one.dataset.due === last; })[0];
    var passed = dated.length - ahead.length;
    var asOf = box.querySelector("[data-as-of]");
    var link = document.createElement("a");
    link.href = shown.closest(".task").querySelector(".task__links a").getAttribute("href");
    var time = link.appendChild(document.createElement("time"));
    time.setAttribute("datetime", shown.dataset.due);
    time.textContent = state.dayText(shown.dataset.due);
    box.textContent = ahead.length ? "Thời hạn tới: "
      : dated.length > 1 ? dated.length + " thời hạn, đều đã qua; gần nhất " : "1 thời hạn, đã qua: ";
    box.appendChild(link);
    box.appendChild(document.createTextNode(
      ", " + shown.closest(".who__unit").querySelector("h4").textContent.trim() +
      (ahead.length && passed ? "; " + passed + " trong " + dated.length + " thời hạn đã qua" : "")
    ));
    if (asOf) box.append(" (tính đến ngày ", asOf, ")"); // else the line of counts below names the day
  }
  function refresh(today) {
    var states = all(".who .dues [data-state]");
    var dated = states.filter(function (one) { return one.dataset.due; }).sort(function (one, other) {
      return one.dataset.due < other.dataset.due ? -1 : one.dataset.due > other.dataset.due ? 1 : place(one) - place(other);
    });
    count(states, dated);
    tell(dated, today);
  }
  document.addEventListener("danbiet:states", function (event) { refresh(event.detail.today); });
  if (state.today) refresh(state.today);
})();
