# Two to begin with: `make demo` and `make test`. Only Python 3.11 or newer with venv is needed beforehand.
# PYTHON names another Python (make demo PYTHON=python3.12); every PST_… setting of .env.example works as usual.

PYTHON ?= python3
BIN := .venv/bin
RUNTIME := .venv/runtime-ready
DEV := .venv/dev-ready
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r
UV := $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header --quiet

.PHONY: demo run test bench assets guide lock check chromium

demo: export PST_INSTANCE ?= instance-demo
demo: export PST_DEMO ?= 1
demo: $(RUNTIME)  ## an office full of examples on http://127.0.0.1:8000
	$(BIN)/flask --app wsgi demo && exec $(BIN)/python wsgi.py

run: $(RUNTIME)  ## the real office: brings the database up to date, then serves
	$(BIN)/flask --app wsgi upgrade && exec $(BIN)/python wsgi.py

test: $(DEV) chromium  ## everything; make test BROWSER=no leaves the browser out and says so
	$(BIN)/pytest -n auto --dist worksteal $(if $(filter no,$(BROWSER)),-m "not browser")

bench: $(RUNTIME)  ## measures the budgets; fails when one is broken
	$(BIN)/python -m benchmarks

assets: $(RUNTIME)  ## rebuilds static/ from its sources; the only target that needs node
	PYTHON=$(BIN)/python bash assets/build.sh

guide: $(DEV) chromium  ## takes the pictures of /bantuan anew, in an office of examples
	$(BIN)/python -m tests.browser.pictures

lock: $(DEV)  ## newest versions that pyproject.toml allows: make lock UP=--upgrade
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(UV) $(UP) -o requirements.txt && $(UV) $(UP) --extra signatures -c requirements.txt -o requirements-signatures.txt && $(UV) $(UP) --extra signatures --group dev -c requirements.txt -o requirements-dev.txt

check: $(DEV)  ## what can be said without running anything
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy pst && $(BIN)/lint-imports && $(BIN)/djlint --quiet --lint templates

chromium:
	@sh tests/browser/find-chromium.sh

$(RUNTIME): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Perlu Python 3.11 atau lebih baru." if sys.version_info < (3, 11) else 0)'
	@echo "Memasang pustaka ke .venv (hanya sekali, sekitar satu menit) ..."
	@$(PYTHON) -m venv .venv && $(INSTALL) requirements.txt && touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	@echo "Memasang alat pengujian ke .venv (hanya sekali) ..."
	@$(INSTALL) requirements-dev.txt && touch $@
