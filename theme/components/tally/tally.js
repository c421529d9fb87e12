/* What the box at the top of a plan says of days, told anew when state.js has brought the states to today:
 * how many times of falling due are in each state, which day comes next, how many have passed. */
(function () {
  "use strict";
  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  function count(states) {
    var found = {};
    states.forEach(function (state) { found[state.dataset.state] = (found[state.dataset.state] || 0) + 1; });
    all("[data-tally] [data-tally-of]").forEach(function (item) {
      var number = found[item.dataset.tallyOf] || 0;
      item.hidden = !number;
      item.querySelector("b").textContent = number;
    });
  }
  function tell(states, today) {
    var box = document.querySelector("[data-times]");
    var dated = states.filter(function (state) { return state.dataset.due; }).sort(function (one, other) {
      return one.dataset.due < other.dataset.due ? -1 : 1;
    });
    if (!box || !dated.length) return;
    var ahead = dated.filter(function (state) { return state.dataset.due >= today; });
    var shown = ahead[0] || dated[dated.length - 1];
    var passed = dated.length - ahead.length;
    var text = window.danbietState.dayText;
    var link = document.createElement("a");
    link.href = shown.closest("details").querySelector(".task__links a").getAttribute("href");
    link.textContent = text(shown.dataset.due);
    box.textContent = ahead.length ? "Thời hạn tới: " : dated.length + " thời hạn, đều đã qua; gần nhất ";
    box.appendChild(link);
    box.appendChild(document.createTextNode(
      ", " + shown.closest(".who__unit").querySelector("h4").textContent +
      (ahead.length && passed ? "; " + passed + " trong " + dated.length + " thời hạn đã qua" : "") +
      " (tính đến ngày " + text(today) + ")"
    ));
  }
  function refresh(today) {
    var states = all(".who .dues [data-state]");
    count(states);
    tell(states, today);
  }
  document.addEventListener("danbiet:states", function (event) { refresh(event.detail.today); });
  if (window.danbietState && window.danbietState.today) refresh(window.danbietState.today);
})();
