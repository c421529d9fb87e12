/* A citation on touch opens a small sheet with what the list under the plan says of it.
 *
 * The sheet is one dialog outside the document, filled from the list: the keyboard stays in it, and
 * closing it (Esc, a touch outside, the button) gives the reader back the line and the focus. Without
 * dialogs, with a modifier key, or where the list says nothing, the link is the plain link that it is.
 */
(function () {
  "use strict";
  var article = document.querySelector("article[data-plan]");
  var sheet = document.createElement("dialog");
  if (!article || !sheet.showModal) return;
  sheet.className = "sheet";
  sheet.setAttribute("aria-label", "Văn bản được viện dẫn");
  document.body.appendChild(sheet);
  var from = null;

  function element(tag, name, text) {
    var made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  }

  function fill(entry, link) {
    sheet.textContent = "";
    var close = element("button", "sheet__close", "×");
    close.type = "button";
    close.setAttribute("aria-label", "Đóng");
    close.addEventListener("click", function () { sheet.close(); });
    sheet.appendChild(close);
    sheet.appendChild(element("p", "cited__name", entry.querySelector(".cited__name").textContent));
    Array.prototype.forEach.call(entry.querySelector(".cited__more").children, function (part) {
      if (!part.classList.contains("cited__where")) sheet.appendChild(part.cloneNode(true));
    });
    var open = element("a", "sheet__open", "Mở trang văn bản");
    open.href = link.href;
    sheet.appendChild(open);
    return close;
  }

  article.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-instrument]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    var entry = document.getElementById("vb-" + link.dataset.instrument);
    if (!entry) return;
    event.preventDefault();
    from = link;
    var close = fill(entry, link);
    sheet.showModal();
    close.focus();
  });
  /* The keyboard goes round within the sheet instead of leaving for the browser's own bars. */
  sheet.addEventListener("keydown", function (event) {
    if (event.key !== "Tab") return;
    var stops = sheet.querySelectorAll("a[href], button");
    var edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
  });
  sheet.addEventListener("click", function (event) {
    if (event.target === sheet) sheet.close();
  });
  sheet.addEventListener("close", function () {
    if (from) from.focus({ preventScroll: true });
  });
})();
