/* Tasks told for today when state.js has brought their states to it: of a series the line shows the day that matters
 * now, a plan's tasks stand next date first, a unit's under the states they have (pages/tasks.py, pages/standing.py).
 * All days are in the lists of the tasks; nothing is computed here that is not there. */
(function () {
  "use strict";
  var state = window.danbietState;
  var AHEAD = ["sap-den-han", "chua-den-han"];
  var COPIED = ["due", "reports", "turns", "undated"];

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  function place(task) {
    return Number(task.dataset.n);
  }

  /** The day of a series that matters now, on the line of its task. */
  function choose(line, today) {
    var list = all(".dues > li", line.closest(".task"))[Number(line.dataset.of)];
    var states = all("[data-state]", list).sort(state.weigh);
    var shown = line.querySelector("[data-state]"), time = line.querySelector("time");
    COPIED.forEach(function (name) { shown.dataset[name] = states[0].dataset[name] || ""; });
    state.show(shown, today);
    time.setAttribute("datetime", states[0].dataset.due);
    time.textContent = state.dayText(states[0].dataset.due);
    var late = states.filter(function (one) { return one.dataset.state === "qua-han"; }).length;
    var next = states.filter(function (one) { return one.dataset.due >= today && AHEAD.indexOf(one.dataset.state) >= 0; })[0];
    var said = [];
    if (late > 1) said.push("và " + (late - 1) + " kỳ khác");
    if (late && next) said.push("kỳ tới " + state.dayText(next.dataset.due));
    var more = line.querySelector(".when__more");
    more.hidden = !said.length;
    more.textContent = said.join("; ");
  }

  /** The line of a task without a time says that it was reported once it was. */
  function speak(line) {
    line.firstElementChild.hidden = state.looks[line.querySelector("[data-state]").dataset.state][0] === "–";
  }

  /** Next date first, then those whose dates have passed, then those without a date; units as their tasks come. */
  function order(group, today) {
    function key(task) {
      var days = all(".dues [data-due]", task).map(function (one) { return one.dataset.due; }).filter(Boolean).sort();
      var ahead = days.filter(function (day) { return day >= today; });
      return [ahead.length ? 0 : 1, ahead[0] || days[days.length - 1] || "9999", place(task)];
    }
    var ranked = all(".task", group).map(function (task) { return [key(task), task]; });
    ranked.sort(function (one, other) { return state.compare(one[0], other[0]) || one[0][2] - other[0][2]; });
    var units = [];
    ranked.forEach(function (pair) {
      var unit = pair[1].closest(".who__unit");
      if (units.indexOf(unit) < 0) units.push(unit);
    });
    units.forEach(function (unit) {
      group.appendChild(unit);
      ranked.forEach(function (pair) { if (pair[1].parentNode === unit) unit.appendChild(pair[1]); });
    });
  }

  /** A unit's tasks, which stand in sections by state: under the states they have now, in the order of states. */
  function regroup() {
    var sections = all("section.promises");
    if (!sections.length) return;
    var groups = {};
    all(".promise", sections[0].parentNode).forEach(function (task) {
      var rank = state.leading(task);
      (groups[rank[0]] = groups[rank[0]] || []).push([rank, task]);
    });
    var places = Object.keys(groups).map(Number).sort(function (one, other) { return one - other; });
    while (sections.length < places.length) sections.push(added(sections[sections.length - 1], sections.length + 1));
    sections.forEach(function (section, index) {
      var tasks = groups[places[index]] || [];
      section.hidden = !tasks.length;
      if (!tasks.length) return;
      title(section.querySelector("h2"), state.looks[state.order[places[index]]], tasks.length);
      tasks.sort(function (one, other) { return state.compare(one[0], other[0]) || place(one[1]) - place(other[1]); });
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

  function refresh(today) {
    all(".when[data-of]").forEach(function (line) { choose(line, today); });
    all("[data-silent]").forEach(speak);
    all(".who__group").forEach(function (group) { order(group, today); });
    regroup();
  }
  document.addEventListener("danbiet:states", function (event) { refresh(event.detail.today); });
  if (state.today) refresh(state.today);
})();
