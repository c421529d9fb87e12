# Hai lệnh là đủ: `make site` dựng trang, `make test` chạy mọi phép thử.
# Everything a command needs is set up by the command itself; nothing outside .venv is touched,
# save that `make test` may install Debian's Chromium where no browser is found (tests/setup_browser.sh).

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: site serve check test test-quick browser lock score screenshots bench clean
.DEFAULT_GOAL := site

# The lock is whole, so pip resolves nothing (--no-deps): resolving an extra such as coverage[toml], older pips
# reach past the lock for the newest release and then refuse it for want of a hash.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "danbiet cần Python 3.11 trở lên (đang có $$($(PYTHON) --version))."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Không tạo được môi trường ảo: trên Debian hoặc Ubuntu, cài gói python3-venv rồi chạy lại."; exit 1; }
	@echo "Đang cài các thư viện cần thiết (một lần)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@$(BIN)/python -m pip --quiet check
	@touch $(STAMP)

site: $(STAMP)
	$(BIN)/danbiet build

serve: $(STAMP)
	$(BIN)/danbiet serve

# What every commit must pass, within a minute.
check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache | tail -n 6
	$(BIN)/pytest -q -n auto -m "not browser and not slow"

browser: $(STAMP)
	@sh tests/setup_browser.sh $(BIN)/python

test: $(STAMP) browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -n auto --cov --cov-report=term --durations=10

score: $(STAMP)
	$(BIN)/python -m tests.tools.score

screenshots: $(STAMP) browser
	$(BIN)/python -m tests.tools.screenshots

# make bench BENCH="--n 300 1000 --only trang tim"
bench: $(STAMP) browser
	$(BIN)/python -m tests.tools.bench $(BENCH)

# The lock holds versions and hashes, and no address to fetch from.
lock:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --quiet -o requirements.lock

clean:
	rm -rf site .cache dist build .pytest_cache .mypy_cache .ruff_cache
