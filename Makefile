# make           checks and tests
# make demo      from nothing to facts: installs into .venv and reads the example reports
# make test      K=word runs the tests whose names hold the word

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
K ?=

.PHONY: all demo install install-dev test check gate docs lock clean
.DEFAULT_GOAL := all

all: check test

demo: $(VENV)/.installed
	@echo
	@echo "== Facts in examples/, each with its quotation (goodoffices read examples)"
	@echo
	@$(BIN)/goodoffices read examples
	@echo
	@echo "== The same in short (goodoffices read examples --brief)"
	@echo
	@$(BIN)/goodoffices read examples --brief

install: $(VENV)/.installed

install-dev: $(VENV)/.installed-dev

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml requirements.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest $(if $(K),-k "$(K)")

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/build.py --check
	@! grep -nE 'https?://|--index-url|--find-links|file://' requirements.lock requirements-dev.lock

gate: $(VENV)/.installed-dev
	$(BIN)/python -m bench.gate

docs: $(VENV)/.installed-dev
	$(BIN)/python docs/build.py

# The lock files name no host: every file is known by its hash.
lock:
	$(PYTHON) -m venv .lock-env
	.lock-env/bin/python -m pip install --quiet --disable-pip-version-check uv
	.lock-env/bin/uv pip compile pyproject.toml --universal --generate-hashes --no-header -q -o requirements.lock
	.lock-env/bin/uv pip compile pyproject.toml --extra dev -c requirements.lock --universal --generate-hashes --no-header -q -o requirements-dev.lock
	rm -rf .lock-env

clean:
	rm -rf $(VENV) .lock-env .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
