/* Giữ lại những trang đã đọc để xem khi không có mạng; người đọc xóa được bằng một nút.
   The worker stands at the site's root, so that it serves the site under whatever path it is mounted. */
(function () {
  "use strict";
  if (!("serviceWorker" in navigator) || location.protocol === "file:") return;
  var worker = new URL("../sw.js", document.currentScript.src).href;

  function forget() {
    return navigator.serviceWorker
      .getRegistration(worker)
      .then(function (registration) {
        return registration && registration.unregister();
      })
      .then(function () {
        return caches.keys();
      })
      .then(function (names) {
        return Promise.all(
          names
            .filter(function (name) {
              return name.indexOf("danbiet-") === 0;
            })
            .map(function (name) {
              return caches.delete(name);
            })
        );
      });
  }

  /* A place to remove what was kept: <div data-offline hidden> on a page of the site. */
  function offer(place) {
    var button = place.querySelector("button");
    var said = place.querySelector("[role=status]");
    place.hidden = false;
    button.addEventListener("click", function () {
      forget().then(function () {
        said.textContent = "Đã xóa các trang giữ trên máy này.";
      });
    });
  }

  window.addEventListener("load", function () {
    var place = document.querySelector("[data-offline]");
    if (place) offer(place);
    navigator.serviceWorker.register(worker).catch(function () {
      /* Không giữ được (chế độ riêng tư, hết chỗ): trang vẫn đọc được như thường. */
    });
  });
})();
