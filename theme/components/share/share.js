/* Share, print, and the place one was touched: buttons that do nothing without a script stay hidden. */
(function () {
  "use strict";
  function each(selector, work) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), work);
  }
  each("[data-print]", function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
  function copy(text, button) {
    var words = button.textContent;
    navigator.clipboard.writeText(text).then(function () {
      button.textContent = "Đã chép địa chỉ";
      setTimeout(function () { button.textContent = words; }, 2500);
    });
  }
  each("[data-share]", function (button) {
    var can = navigator.share || (navigator.clipboard && window.isSecureContext);
    if (!can) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      if (navigator.share) navigator.share({ title: document.title, url: location.href }).catch(function () {});
      else copy(location.href, button);
    });
  });
})();
