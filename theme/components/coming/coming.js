/* What comes next, for today: [data-next] holds the days on which something falls due and says the next of them
 * (build_tools/danbiet/pages/views.py: Coming); the list [data-coming] shows the first so many of its days ahead. */
(function () {
  "use strict";
  var state = window.danbietState;

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  function say(element, today) {
    var days = element.dataset.next.split(" ");
    var next = days.filter(function (day) { return day >= today; })[0];
    if (!next) {
      element.textContent = days.length > 1 ? days.length + " thời hạn, đều đã qua" : "1 thời hạn, đã qua";
      return;
    }
    element.textContent = "thời hạn tới ";
    var time = element.appendChild(document.createElement("time"));
    time.setAttribute("datetime", next);
    time.textContent = state.dayText(next);
  }
  function list(element, today) {
    var left = Number(element.dataset.coming);
    all("[data-day]", element).forEach(function (line) {
      line.hidden = line.dataset.day < today || left === 0;
      if (!line.hidden) left -= 1;
    });
    var none = left === Number(element.dataset.coming);
    element.hidden = none;
    all("[data-none]", element.parentNode).forEach(function (said) { said.hidden = !none; });
    all("[data-some]", element.parentNode).forEach(function (said) { said.hidden = none; });
    var section = element.closest("section"), behind = section.nextElementSibling;
    if (none && behind) behind.after(section); // that nothing is ahead comes last
  }
  function refresh(today) {
    all("[data-next]").forEach(function (element) { say(element, today); });
    all("[data-coming]").forEach(function (element) { list(element, today); });
  }
  document.addEventListener("danbiet:states", function (event) { refresh(event.detail.today); });
  if (state.today) refresh(state.today);
})();
