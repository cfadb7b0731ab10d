# Two commands are all that a newcomer needs: `make demo` and `make test`.
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
PORT ?= 8765
OUT ?= out
GOLD ?= ../shared/cases/visible

.PHONY: help demo test check install eval bench docs clean lock
.DEFAULT_GOAL := help

help:
	@echo 'make demo     read the example reports, show the incidents, serve the web app on http://127.0.0.1:$(PORT)'
	@echo 'make test     run the test suite'
	@echo 'make check    formatter, linter, types, import contracts, lock file'
	@echo 'make eval     score the reading on annotated cases (GOLD=FOLDER)'
	@echo 'make bench    measure speed'
	@echo 'make install  set up $(VENV) (demo and test do it themselves)'

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml models/reader-en/pyproject.toml requirements.lock frontend/package-lock.json
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tocsin needs Python 3.11 or later: make PYTHON=python3.11 …")'
	@$(PYTHON) -c 'import ensurepip' || { echo 'Python came without pip: apt-get install python3-venv, then again'; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . -e models/reader-en
	$(BIN)/python frontend/build.py
	$(BIN)/tocsin gazetteer build
	@touch $@

demo: install
	@$(BIN)/python frontend/build.py
	@mkdir -p $(OUT)
	$(BIN)/tocsin ingest examples --store $(OUT)/demo.sqlite
	$(BIN)/tocsin incidents --store $(OUT)/demo.sqlite
	$(BIN)/tocsin read examples/baghdad-embassy-rockets.txt
	$(BIN)/tocsin serve --store $(OUT)/demo.sqlite --port $(PORT)

test: install
	@$(BIN)/python frontend/build.py
	$(BIN)/python -m pytest -n 2

check: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: install
	$(BIN)/tocsin eval cases $(GOLD) --out $(OUT)/cases

docs: install
	$(BIN)/python docs/generate.py

bench: install
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/ingesting.py
	$(BIN)/python benchmarks/grouping.py

lock:
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links --allow-unsafe \
	  --extra dev --output-file requirements.lock pyproject.toml requirements-build.in

clean:
	rm -rf $(VENV) $(OUT) src/tocsin/serve/web/static frontend/node_modules
