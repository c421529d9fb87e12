/* Filters of the working table: the address keeps the choice, the counts follow it and add up, and one line says
 * what is shown, on paper too. Rows whose state moved since the page was built stand where they now belong. Where
 * the tables stand in an overview, an address that chose something leads on to them with what it chose. */
(function () {
  "use strict";
  var form = document.querySelector("[data-filters]");

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  /* What an address chose, without what it left open. */
  function given() {
    var found = {};
    new URLSearchParams(location.search).forEach(function (value, name) { if (value) found[name] = value; });
    return found;
  }
  function query(choice) {
    var made = new URLSearchParams(choice).toString();
    return made ? "?" + made : "";
  }

  if (form) table(form);
  else if (document.querySelector("[data-tables]")) overview();

  /* The overview: the tables that can hold what was chosen; where there is one, it is opened. */
  function overview() {
    var choice = given(), said = document.querySelector("[data-carried]"), looks = (window.danbietState || {}).looks || {};
    var lines = all("[data-tables] tr[data-co-quan]");
    var names = { "co-quan": "cơ quan", "don-vi": "đơn vị", "ke-hoach": "kế hoạch", nam: "năm", "trang-thai": "trạng thái" };
    var known = Object.keys(choice).filter(function (name) { return names[name]; });
    function holds(line) {
      var has = function (name, value) { return !value || line.getAttribute("data-" + name).split(" ").indexOf(value) >= 0; };
      var body = (choice["don-vi"] || "").split("--")[1];
      return has("co-quan", choice["co-quan"]) && has("co-quan", body) && has("nam", choice.nam) && has("ke-hoach", choice["ke-hoach"]);
    }
    var fitting = lines.filter(holds);
    if (lines.length === 1 || (known.length && fitting.length === 1)) {
      location.replace((fitting[0] || lines[0]).querySelector("a").href + query(choice));
      return;
    }
    if (!known.length) return;
    var told = known.map(function (name) {
      var look = name === "trang-thai" && looks[choice[name]];
      return names[name] + " “" + (look ? look[1] : choice[name]) + "”";
    }).join("; ");
    said.textContent = fitting.length
      ? "Địa chỉ này chọn " + told + ". Mở một bảng dưới đây để xem đúng như đã chọn."
      : "Không bảng nào có điều mà địa chỉ này chọn: " + told + ".";
    said.hidden = false;
    lines.forEach(function (line) {
      line.hidden = fitting.length > 0 && fitting.indexOf(line) < 0;
      if (fitting.length) line.querySelector("a").href += query(choice);
    });
  }

  function table(form) {
    var rows = all(".checking tbody tr");
    var counts = all("[data-count]");
    var said = document.querySelector("[data-filtered]");
    var folded = form.querySelector("details");
    var names = all("select", form).map(function (select) { return select.name; });
    var unknown = []; // what the address chose and this table does not have

    function stateOf(row) {
      var state = row.querySelector("[data-state]");
      return state ? state.dataset.state : "";
    }
    function valueOf(row, name) {
      if (name === "trang-thai") return stateOf(row);
      if (name === "co-quan") return row.getAttribute("data-don-vi").split("--")[1];
      if (name === "nam") return row.getAttribute("data-ke-hoach").split("/")[0];
      return row.getAttribute("data-" + name);
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
      return location.pathname + query(choice) + location.hash;
    }
    function tasks(some) {
      var ids = {};
      some.forEach(function (row) { ids[row.dataset.obligation] = true; });
      var count = Object.keys(ids).length;
      return some.length + " dòng" + (count === some.length ? "" : " của " + count + " việc");
    }
    function show() {
      var choice = chosen(), seen = [], tally = {};
      rows.forEach(function (row) {
        row.hidden = !fits(row, choice);
        if (!row.hidden) seen.push(row);
        if (fits(row, choice, "trang-thai")) tally[stateOf(row)] = (tally[stateOf(row)] || 0) + 1;
      });
      counts.forEach(function (item) {
        var slug = item.dataset.count, link = item.querySelector("a");
        item.hidden = !tally[slug] && choice["trang-thai"] !== slug;
        item.querySelector("b").textContent = tally[slug] || 0;
        if (choice["trang-thai"] === slug) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
      offer(choice);
      if (!said) return;
      var by = Object.keys(choice).map(function (name) {
        var select = form.elements[name];
        return select.options[select.selectedIndex].text;
      }).join("; ");
      said.textContent = (unknown.length ? "Bảng này không có: " + unknown.join(", ") + ". " : "") +
        (by ? "Đang hiện " + tasks(seen) + " trong " + rows.length + " dòng: " + by + "." : "Đang hiện cả " + tasks(seen) + ".");
    }
    /* Where one unit or one plan is chosen, its sheet for the meeting. */
    function offer(choice) {
      var name = choice["don-vi"] ? "don-vi" : choice["ke-hoach"] ? "ke-hoach" : "";
      var item = document.querySelector("[data-sheet]"), link = item.querySelector("a");
      var row = name && rows.filter(function (one) { return valueOf(one, name) === choice[name]; })[0];
      item.hidden = !row;
      if (!row) return;
      var page = row.querySelector(name === "don-vi" ? ".checking__unit a" : ".checking__plan a").getAttribute("href");
      link.href = page.replace(/(index[.]html)?$/, "phieu/$1");
      link.textContent = "Phiếu theo dõi của " + (name === "don-vi" ? "đơn vị" : "kế hoạch") + " đã chọn";
    }
    /* In the order of states, then of days, then of the plans, as the page was built: what needs looking at first. */
    function sort() {
      var state = window.danbietState;
      var ranked = rows.map(function (row) { return [state.leading(row), Number(row.dataset.n), row]; });
      ranked.sort(function (one, other) { return state.compare(one[0], other[0]) || one[1] - other[1]; });
      if (ranked.every(function (one, k) { return one[2] === rows[k]; })) return;
      var body = rows[0].parentNode, moved = document.createDocumentFragment();
      rows = ranked.map(function (one) { return one[2]; });
      rows.forEach(function (row) { moved.appendChild(row); });
      body.appendChild(moved);
    }
    function read() {
      var choice = given();
      unknown = [];
      names.forEach(function (name) {
        form.elements[name].value = choice[name] || "";
        if (form.elements[name].selectedIndex >= 0) return;
        unknown.push("“" + choice[name] + "”");
        form.elements[name].value = "";
      });
      show();
    }
    function keep() {
      unknown = [];
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
    if (window.danbietState && window.danbietState.today) sort();
    read();
    /* On a phone the filters open when asked for, or where the address has chosen something. */
    folded.open = matchMedia("(min-width: 40.01rem)").matches || Object.keys(chosen()).some(function (name) { return name !== "trang-thai"; });
  }
})();
