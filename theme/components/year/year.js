/* Deadlines that passed since the page was built: the lists, the counts and the marks of the year follow the
 * states (../state/state.js), which follow the day. */
(function () {
  "use strict";
  var state = window.danbietState;
  var ahead = document.querySelector("[data-side=ahead]"), past = document.querySelector("[data-side=past]");

  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }
  function dayOf(item) {
    return item.querySelector("[data-state]").dataset.due;
  }
  /* Next first ahead, latest first behind: what passes stands before what passed earlier. */
  function pass(today) {
    var lists = { from: ahead.querySelector("ol"), to: past.querySelector("ol") };
    Array.prototype.slice.call(lists.from.children).forEach(function (item) {
      if (dayOf(item) < today) lists.to.insertBefore(item, lists.to.firstChild);
    });
    ahead.hidden = !lists.from.children.length;
    past.hidden = !lists.to.children.length;
    if (!document.querySelector(".lead [data-as-of]")) return; // only the next ones are here: their number says nothing
    var left = lists.from.children.length;
    document.querySelector("[data-ahead]").textContent = left ? left + " thời hạn phía trước" : "Không còn thời hạn nào phía trước";
    document.querySelector("[data-past]").textContent = lists.to.children.length;
  }
  /* The year that matters now first: that of the next date, else the latest; then from the latest on. */
  function years(today) {
    var sections = all("section.year"), legend = document.querySelector(".legend");
    if (sections.length < 2) return;
    function of(section) { return section.getAttribute("aria-labelledby").slice(-4); }
    var next = all(".next [data-due]").map(function (one) { return one.dataset.due; }).filter(function (due) { return due >= today; }).sort()[0];
    var focus = (next || sections.map(of).sort()[sections.length - 1]).slice(0, 4);
    var before = sections[0].previousElementSibling;
    sections.sort(function (one, other) {
      return (of(other) === focus) - (of(one) === focus) || Number(of(other)) - Number(of(one));
    });
    sections.slice().reverse().forEach(function (section) { before.after(section); });
    if (legend) sections[0].appendChild(legend);
  }
  function mark() {
    var best = {}, seen = {};
    all(".next [data-due]").forEach(function (element) {
      var due = element.dataset.due, rank = state.order.indexOf(element.dataset.state);
      if (due && !(best[due] <= rank)) best[due] = rank;
    });
    all("[data-mark]").forEach(function (element) {
      var slug = state.order[best[element.dataset.day]], look = state.looks[slug];
      seen[slug] = true;
      if (!look || slug === element.dataset.mark) return;
      element.classList.remove("mark--" + element.dataset.mark);
      element.classList.add("mark--" + slug);
      element.dataset.mark = slug;
      element.querySelector(".mark__shape").textContent = look[0];
      element.querySelector(".mark__label").textContent = ", " + look[1];
    });
    all("[data-sign]").forEach(function (element) { element.hidden = !seen[element.dataset.sign]; });
  }
  /* Tasks without a day: how many are still without a report. */
  function without() {
    var done = 0;
    all("[data-dayless]").forEach(function (element) {
      var states = Array.prototype.slice.call(element.querySelectorAll("[data-state]"));
      var left = states.filter(function (one) { return one.dataset.state === element.dataset.dayless; }).length;
      say(element, Number(element.dataset.silent) + left);
      done += states.length - left;
    });
    all("[data-dayless-done]").forEach(function (element) { say(element, done); });
  }
  function say(element, number) {
    element.hidden = !number;
    element.querySelector("b").textContent = number;
  }
  function follow(today) {
    pass(today);
    without();
    years(today);
    mark();
    all("[data-month]").forEach(function (element) {
      element.classList.toggle("month--current", element.dataset.month === today.slice(0, 7));
    });
  }
  document.addEventListener("danbiet:states", function (event) { follow(event.detail.today); });
  if (state.today) follow(state.today);
})();
