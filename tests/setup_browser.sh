#!/bin/sh
# Find or install a Chromium for the browser tests, and say plainly when there is none.
# Order: the system's own, Debian's package, Playwright's download. Usage: setup_browser.sh PYTHON
set -u

find_browser() {
    if [ -n "${DANBIET_CHROMIUM:-}" ] && [ -x "$DANBIET_CHROMIUM" ]; then return 0; fi
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    "$1" -c '
import os, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    sys.exit(not os.path.exists(p.chromium.executable_path))
' >/dev/null 2>&1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo -n "$@"; else return 1; fi
}

find_browser "$1" && exit 0

if command -v apt-get >/dev/null 2>&1; then
    echo "Chưa có Chromium: đang cài gói chromium của hệ điều hành…"
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get update -qq >/dev/null 2>&1
    as_root apt-get install -y -qq chromium >/dev/null 2>&1
    find_browser "$1" && exit 0
fi

echo "Đang tải Chromium của Playwright…"
"$1" -m playwright install chromium >/dev/null 2>&1
find_browser "$1" && exit 0

echo "Không tìm được và không cài được Chromium, nên không chạy được các phép thử trên trình duyệt." >&2
echo "Hãy cài Chromium hoặc Google Chrome (hoặc đặt biến DANBIET_CHROMIUM là đường dẫn tới nó), rồi chạy lại." >&2
exit 1
