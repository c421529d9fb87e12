/* Filters of the working table: the address keeps the choice, the counts follow it and add up, and one line says
 * what is shown, on paper too. Rows whose state moved since the page was built stand where they now belong. */
(function () {
  "use strict";
  var form = document.querySelector("[data-filters]");
  if (!form) {
    onward();
    return;
  }
  var rows = Array.prototype.slice.call(document.querySelectorAll(".checking tbody tr"));
  var counts = Array.prototype.slice.call(document.querySelectorAll("[data-count]"));
  var said = document.querySelector("[data-filtered]");
  var folded = form.querySelector("details");
  var names = Array.prototype.map.call(form.querySelectorAll("select"), function (s) { return s.name; });

  /* An address that chose a body, kept from when one table held them all, leads on to that body's table. */
  function onward() {
    var given = new URLSearchParams(location.search);
    var line = document.getElementById(given.get("co-quan") || "");
    var link = line && line.querySelector("a");
    if (!link) return;
    given.delete("co-quan");
    location.replace(link.href + (given.toString() ? "?" + given : ""));
  }
  function stateOf(row) {
    var state = row.querySelector("[data-state]");
    return state ? state.dataset.state : "";
  }
  function valueOf(row, name) {
    return name === "trang-thai" ? stateOf(row) : row.getAttribute("data-" + name);
  }
  function chosen() {
    var made = {};
    names.forEach(function (name) { if (form.elements[name].value) made[name] = form.elements[name].value; });
    return made;
  }
  function fits(row, choice, except) {
    return names.every(function (name) { return name === except || !choice[name] || valueOf(row, name) === choice[name]; });
  }
  function address(choice) {
    var made = new URLSearchParams(choice).toString();
    return location.pathname + (made ? "?" + made : "") + location.hash;
  }
  function show() {
    var choice = chosen(), seen = 0, tally = {};
    rows.forEach(function (row) {
      row.hidden = !fits(row, choice);
      if (!row.hidden) seen += 1;
      if (fits(row, choice, "trang-thai")) tally[stateOf(row)] = (tally[stateOf(row)] || 0) + 1;
    });
    counts.forEach(function (item) {
      var slug = item.dataset.count, link = item.querySelector("a");
      item.hidden = !tally[slug];
      item.querySelector("b").textContent = tally[slug] || 0;
      if (choice["trang-thai"] === slug) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    if (!said) return;
    var by = Object.keys(choice).map(function (name) {
      var select = form.elements[name];
      return select.options[select.selectedIndex].text;
    }).join("; ");
    said.textContent = by ? "Đang hiện " + seen + " trong " + rows.length + " dòng: " + by + "." : "Đang hiện cả " + seen + " dòng.";
  }
  /* In the order of states, then of days, as the page was built: what needs looking at first. */
  function sort() {
    var state = window.danbietState;
    var ranked = rows.map(function (row) { return [state.leading(row), row]; });
    ranked.sort(function (one, other) { return state.compare(one[0], other[0]); });
    ranked.forEach(function (pair) { pair[1].parentNode.appendChild(pair[1]); });
    rows = ranked.map(function (pair) { return pair[1]; });
  }
  function read() {
    var given = new URLSearchParams(location.search);
    names.forEach(function (name) {
      form.elements[name].value = given.get(name) || "";
      if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
    });
    show();
  }
  function keep() {
    try { history.replaceState(history.state, "", address(chosen())); } catch (e) { /* a file on a disk keeps no address */ }
    show();
  }
  form.addEventListener("change", keep);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(keep, 0); });
  counts.forEach(function (item) {
    item.querySelector("a").addEventListener("click", function (event) {
      event.preventDefault();
      var select = form.elements["trang-thai"], slug = item.dataset.count;
      select.value = select.value === slug ? "" : slug;
      keep();
    });
  });
  document.addEventListener("danbiet:states", function () { sort(); show(); });
  form.hidden = false;
  read();
  if (window.danbietState && window.danbietState.today) sort();
  /* On a phone the filters open when asked for, or where the address has chosen something. */
  folded.open = matchMedia("(min-width: 40.01rem)").matches || Object.keys(chosen()).some(function (name) { return name !== "trang-thai"; });
})();
