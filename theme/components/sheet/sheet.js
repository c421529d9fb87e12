/* A citation on touch opens a small sheet with what the list under the plan says of it.
 *
 * The sheet is one popover outside the document, filled from the list. Closing it (Esc, a touch
 * outside, the button) gives the reader back the line and the focus. Without popovers, with a
 * modifier key, or where the list says nothing, the link is the plain link that it is.
 */
(function () {
  "use strict";
  if (!("popover" in HTMLElement.prototype)) return;
  var article = document.querySelector("article[data-plan]");
  if (!article) return;

  var sheet = document.createElement("div");
  sheet.className = "sheet";
  sheet.id = "to-van-ban";
  sheet.setAttribute("popover", "auto");
  sheet.setAttribute("role", "dialog");
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
    close.addEventListener("click", function () { sheet.hidePopover(); });
    sheet.appendChild(close);
    Array.prototype.forEach.call(entry.children, function (part) {
      if (!part.classList.contains("cited__where")) sheet.appendChild(part.cloneNode(true));
    });
    var name = sheet.querySelector(".cited__name");
    name.textContent = name.textContent;
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
    sheet.showPopover();
    close.focus();
  });
  sheet.addEventListener("toggle", function (event) {
    if (event.newState === "closed" && from && (document.activeElement === document.body || sheet.contains(document.activeElement))) {
      from.focus({ preventScroll: true });
    }
  });
})();
