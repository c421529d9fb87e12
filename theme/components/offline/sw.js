/* Đọc lại những trang đã mở khi không có mạng.
   Pages: the network first, what was kept when it fails. Styles, scripts and shards, whose names
   change with their content: what was kept first. Bounded in number; FORMAT changes when kept
   things can no longer be used, and then all of them go. */
"use strict";
var FORMAT = "1";
var PAGES = "danbiet-trang-" + FORMAT;
var PARTS = "danbiet-tep-" + FORMAT;
var MOST_PAGES = 60;
var MOST_PARTS = 120;
var ROOT = new URL("./", self.location.href).href;
var LOST = ROOT + "ngoai-mang/";

self.addEventListener("install", function (event) {
  self.skipWaiting();
  event.waitUntil(
    caches.open(PAGES).then(function (cache) {
      return fetch(LOST).then(function (response) {
        return keepWithStyles(cache, response);
      });
    })
  );
});

self.addEventListener("activate", function (event) {
  event.waitUntil(
    caches.keys().then(function (names) {
      return Promise.all(
        names.map(function (name) {
          if (name.indexOf("danbiet-") === 0 && name !== PAGES && name !== PARTS) return caches.delete(name);
        })
      );
    })
  );
  self.clients.claim();
});

self.addEventListener("fetch", function (event) {
  var request = event.request;
  if (request.method !== "GET" || request.url.indexOf(ROOT) !== 0 || request.headers.has("range")) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (named(request.url)) event.respondWith(part(request));
});

/* The page that says there is no network needs its own styles beside it. */
function keepWithStyles(cache, response) {
  return response
    .clone()
    .text()
    .then(function (html) {
      var found = html.match(/href="([^"]+\.css)"/);
      var style = found ? new URL(found[1], LOST).href : null;
      return Promise.all([
        cache.put(LOST, response),
        style &&
          caches.open(PARTS).then(function (parts) {
            return parts.add(style);
          }),
      ]);
    });
}

/* A file whose name holds the first digits of its content's hash never changes. */
function named(url) {
  return /[-.][0-9a-f]{8,}\.(css|js|svg|json)$/.test(url.split("?")[0]);
}

function page(request) {
  var address = request.url.split("#")[0];
  return fetch(request).then(
    function (response) {
      if (response.ok) keep(PAGES, MOST_PAGES, address.split("?")[0], response.clone());
      return response;
    },
    function () {
      return caches.open(PAGES).then(function (cache) {
        return cache.match(address, { ignoreSearch: true }).then(function (kept) {
          return kept || cache.match(LOST).then(function (lost) {
            return lost || Response.error();
          });
        });
      });
    }
  );
}

function part(request) {
  return caches.open(PARTS).then(function (cache) {
    return cache.match(request).then(function (kept) {
      return (
        kept ||
        fetch(request).then(function (response) {
          if (response.ok) keep(PARTS, MOST_PARTS, request.url, response.clone());
          return response;
        })
      );
    });
  });
}

/* Keep a response as the newest, and let the oldest go beyond the bound. */
function keep(name, most, key, response) {
  return caches.open(name).then(function (cache) {
    return cache
      .delete(key)
      .then(function () {
        return cache.put(key, response);
      })
      .then(function () {
        return cache.keys();
      })
      .then(function (keys) {
        var old = keys.filter(function (kept) {
          return kept.url !== LOST;
        });
        return Promise.all(
          old.slice(0, Math.max(0, old.length - most)).map(function (kept) {
            return cache.delete(kept);
          })
        );
      });
  });
}
