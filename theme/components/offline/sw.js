/* Đọc lại những trang đã mở khi không có mạng.
   Pages: the network first, what was kept when it fails. Styles, scripts and shards, whose names
   change with their content: what was kept first. Bounded in number. The line below this comment
   holds the site's build of styles and scripts, so that a browser takes the page about having no
   network anew when they change; FORMAT changes when kept things can no longer be used at all. */
"use strict";
var BUILD = "@build@";
var FORMAT = "1";
var ROOT = new URL("./", self.location.href).href;
/* Several wards may share a portal's host: each keeps to its own path. */
var OURS = "danbiet " + new URL(ROOT).pathname + " ";
var PAGES = OURS + "trang " + FORMAT;
var PARTS = OURS + "tep " + FORMAT;
var FRAME = OURS + "khung " + BUILD;
var MOST_PAGES = 60;
var MOST_PARTS = 120;
var LOST = ROOT + "ngoai-mang/";

self.addEventListener("install", function (event) {
  self.skipWaiting();
  event.waitUntil(
    fetch(LOST, { cache: "reload" }).then(function (response) {
      if (!response.ok) throw new Error("ngoai-mang " + response.status);
      return response.text().then(function (html) {
        /* It is shown under the address that was asked for, so its links need their own base. */
        var based = html.replace("<head>", '<head><base href="' + LOST + '">');
        var parts = [];
        html.replace(/(?:href|src)="([^"]+\.(?:css|js|svg))"/g, function (whole, found) {
          parts.push(new URL(found, LOST).href);
          return whole;
        });
        return caches.open(FRAME).then(function (cache) {
          return Promise.all([
            cache.put(LOST, new Response(based, { headers: { "Content-Type": "text/html; charset=utf-8" } })),
            cache.addAll(parts),
          ]);
        });
      });
    })
  );
});

self.addEventListener("activate", function (event) {
  event.waitUntil(
    caches
      .keys()
      .then(function (names) {
        return Promise.all(
          names.map(function (name) {
            var ours = name.indexOf(OURS) === 0;
            if (ours && name !== PAGES && name !== PARTS && name !== FRAME) return caches.delete(name);
          })
        );
      })
      .then(function () {
        return self.clients.claim();
      })
  );
});

self.addEventListener("fetch", function (event) {
  var request = event.request;
  if (request.method !== "GET" || request.url.indexOf(ROOT) !== 0 || request.headers.has("range")) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (named(request.url)) event.respondWith(part(request));
  else if (request.url.indexOf(ROOT + "tim-kiem/") === 0) event.respondWith(fresh(request));
});

/* The first page of a visit was loaded before this worker was there: it asks to be kept, with its parts. */
self.addEventListener("message", function (event) {
  var asked = (event.data && event.data.keep) || [];
  event.waitUntil(
    Promise.all(
      asked.map(function (url) {
        if (url.indexOf(ROOT) !== 0) return null;
        return fetch(url, { cache: "force-cache" }).then(function (response) {
          if (!response.ok) return null;
          return named(url) ? keep(PARTS, MOST_PARTS, url, response) : keep(PAGES, MOST_PAGES, plain(url), response);
        });
      })
    )
  );
});

/* A file whose name, or whose shelf's, holds the first digits of its content's hash never changes. */
function named(url) {
  return /([-.][0-9a-f]{8,}\.(css|js|svg|json)|\/muc-luc\/[0-9a-f]{8,}\/[^/]+)$/.test(plain(url));
}

/* An address without question and place: one page is kept once. */
function plain(url) {
  return url.split("#")[0].split("?")[0];
}

function page(request) {
  return fetch(request).then(
    function (response) {
      if (response.ok) keep(PAGES, MOST_PAGES, plain(request.url), response.clone());
      return response;
    },
    function () {
      return caches.open(PAGES).then(function (cache) {
        return cache.match(plain(request.url)).then(function (kept) {
          return kept || lost();
        });
      });
    }
  );
}

function lost() {
  return caches.open(FRAME).then(function (cache) {
    return cache.match(LOST).then(function (found) {
      return found || Response.error();
    });
  });
}

function part(request) {
  return Promise.all([PARTS, FRAME].map(function (name) {
    return caches.open(name).then(function (cache) {
      return cache.match(request);
    });
  })).then(function (kept) {
    return (
      kept[0] ||
      kept[1] ||
      fetch(request).then(function (response) {
        if (response.ok) keep(PARTS, MOST_PARTS, request.url, response.clone());
        return response;
      })
    );
  });
}

/* The search's engine keeps its name when it changes: the network first here too. */
function fresh(request) {
  return fetch(request).then(
    function (response) {
      if (response.ok) keep(PARTS, MOST_PARTS, request.url, response.clone());
      return response;
    },
    function () {
      return caches.open(PARTS).then(function (cache) {
        return cache.match(request).then(function (kept) {
          return kept || Response.error();
        });
      });
    }
  );
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
        return Promise.all(
          keys.slice(0, Math.max(0, keys.length - most)).map(function (kept) {
            return cache.delete(kept);
          })
        );
      });
  });
}
