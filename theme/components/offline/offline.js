/* Giữ lại những trang đã đọc để xem khi không có mạng; người đọc xóa được bằng một nút.
   The worker stands at the site's root, so that it serves the site under whatever path it is mounted. */
(function () {
  "use strict";
  if (!("serviceWorker" in navigator) || !window.caches || location.protocol === "file:") return;
  var worker = new URL("../sw.js", document.currentScript.src).href;
  var root = new URL("./", worker);
  var PATIENCE = 3000; // ms
  var ours = "danbiet " + root.pathname + " ";

  /* A reader who took everything away does not want it back with the next page. */
  function refused(now) {
    try {
      if (now === true) localStorage.setItem(ours, "khong-giu");
      if (now === false) localStorage.removeItem(ours);
      return localStorage.getItem(ours) === "khong-giu";
    } catch (e) {
      return false;
    }
  }

  function register() {
    return navigator.serviceWorker.register(worker).catch(function () {
      /* Không giữ được (chế độ riêng tư, hết chỗ): trang vẫn đọc được như thường. */
    });
  }

  function forget() {
    return navigator.serviceWorker
      .getRegistration(root.href)
      .then(function (found) {
        return found && found.active && found.active.scriptURL === worker && found.unregister();
      })
      .then(function () {
        return caches.keys();
      })
      .then(function (names) {
        return Promise.all(
          names.map(function (name) {
            return name.indexOf(ours) === 0 && caches.delete(name);
          })
        );
      });
  }

  /* The page a visit begins with was loaded before the worker was there. */
  function keepThis() {
    if (navigator.serviceWorker.controller) return;
    navigator.serviceWorker.ready.then(function (registration) {
      var parts = document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]");
      var urls = Array.prototype.map.call(parts, function (part) {
        return part.href || part.src;
      });
      if (registration.active) registration.active.postMessage({ keep: [location.href].concat(urls) });
    });
  }

  function titled(cache, request) {
    return cache
      .match(request)
      .then(function (response) {
        return response.text();
      })
      .then(function (html) {
        var title = new DOMParser().parseFromString(html, "text/html").title;
        return { url: request.url, title: title.replace(/ · [^·]*$/, "") };
      });
  }

  /* What is kept, the latest first. */
  function kept() {
    return caches.keys().then(function (names) {
      var name = names.filter(function (one) {
        return one.indexOf(ours + "trang ") === 0;
      })[0];
      if (!name) return [];
      return caches.open(name).then(function (cache) {
        return cache.keys().then(function (keys) {
          return Promise.all(
            keys
              .reverse()
              .filter(function (request) {
                return request.url !== root.href + "ngoai-mang/";
              })
              .map(function (request) {
                return titled(cache, request);
              })
          );
        });
      });
    });
  }

  function list(place, pages) {
    var items = place.querySelector("[data-kept]");
    items.textContent = "";
    pages.forEach(function (page) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = page.url;
      link.textContent = page.title;
      item.appendChild(link);
      items.appendChild(item);
    });
    place.querySelector("[data-kept-none]").hidden = pages.length > 0;
  }

  /* The place where a reader sees what is kept, and takes it away. */
  function offer(place) {
    var lost = place.querySelector("[data-lost]");
    var remove = place.querySelector("[data-remove]");
    var again = place.querySelector("[data-keep]");
    var said = place.querySelector("[role=status]");
    function show() {
      remove.hidden = refused();
      again.hidden = !refused();
      return kept().then(function (pages) {
        list(place, pages);
      });
    }
    place.hidden = false;
    lost.hidden = location.pathname === root.pathname + "ngoai-mang/";
    lost.querySelector("button").addEventListener("click", function () {
      location.reload();
    });
    remove.addEventListener("click", function () {
      refused(true);
      forget().then(show).then(function () {
        said.textContent = "Đã xóa các trang giữ trên máy này; từ nay không giữ nữa.";
      });
    });
    again.addEventListener("click", function () {
      refused(false);
      register().then(show).then(function () {
        said.textContent = "Từ nay giữ lại các trang đã mở.";
      });
    });
    show();
  }

  /* On a slow phone the worker takes its time from what the reader came for: a first search, a first look. */
  function later(what) {
    setTimeout(function () {
      if (window.requestIdleCallback) requestIdleCallback(what, { timeout: PATIENCE });
      else what();
    }, PATIENCE);
  }

  window.addEventListener("load", function () {
    var place = document.querySelector("[data-offline]");
    if (place) offer(place);
    later(function () {
      if (!refused()) register().then(keepThis);
    });
  });
})();
