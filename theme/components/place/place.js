/* Back returns to the line one was reading: what was opened on a page is open again, so that the browser,
   which keeps only how far one had scrolled, finds the same line there. Kept with the page's own entry in
   the history, nowhere else. */
(function () {
  "use strict";
  var all = Array.prototype.slice.call(document.querySelectorAll("main details"));
  if (!all.length) return;
  var state = history.state || {};
  (state.open || []).forEach(function (index) {
    if (all[index]) all[index].open = true;
  });
  function keep() {
    var open = [];
    all.forEach(function (details, index) {
      if (details.open) open.push(index);
    });
    try {
      history.replaceState(Object.assign({}, history.state, { open: open }), "");
    } catch (e) {
      /* a file on a disk keeps no state */
    }
  }
  /* An address within the page is an entry of its own: it is told too what is open. */
  window.addEventListener("hashchange", keep);
  document.addEventListener("toggle", keep, true);
})();
