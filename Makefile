# hemicycle: `make` says what there is. Python 3.11 or newer and make are all that `make schedule` needs.
PYTHON ?= python3
FORUM ?= imrf-2022
BENCH_CONFERENCES ?= ../shared/bench
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := -m pip --disable-pip-version-check install -qq --require-hashes
CREATED := $(VENV)/created
MADE := $(VENV)/made
MADE_FOR_TESTS := $(VENV)/made-for-tests
MADE_BENCH := .venv-bench/made
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help setup schedule test lint types contracts unit readers docs bench lock clean

help: ## say what there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | awk -F '|' '{printf "%-16s %s\n", $$1, $$2}'

setup: $(MADE) ## set up .venv with what hemicycle runs on

schedule: $(MADE) ## schedule data/imrf-2022, or another forum: make schedule FORUM=NAME
	@$(BIN)/hemicycle schedule data/$(FORUM)

test: lint types contracts unit ## run every check and every test

lint: $(MADE_FOR_TESTS) ## check style and layout of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(MADE_FOR_TESTS) ## check the types
	$(BIN)/mypy

contracts: $(MADE_FOR_TESTS) ## check who may import whom
	$(BIN)/lint-imports

unit: $(MADE_FOR_TESTS) readers ## run the tests, every branch covered
	$(BIN)/pytest --numprocesses=auto --dist=worksteal --cov --cov-report=term-missing:skip-covered

readers: ## set up what the tests read calendars with: ical.js, libical, vdirsyncer and Radicale
	@tests/readers/setup

docs: $(MADE_FOR_TESTS) ## write the pages of docs/ that are made from the code
	$(BIN)/python -m docs.generate

bench: $(MADE) $(MADE_BENCH) ## measure hemicycle, and compare it with conference-scheduler
	@$(BIN)/python -m bench --conferences "$(BENCH_CONFERENCES)" --theirs .venv-bench/bin/python

lock: ## resolve the lock files again from pyproject.toml
	@$(PYTHON) -m venv --clear .venv-lock
	@.venv-lock/bin/python -m pip --disable-pip-version-check install -qq pip-tools
	@PATH="$(CURDIR)/.venv-lock/bin:$$PATH" sh .ci/lock

clean: ## remove all that make has made, but outputs/
	rm -rf $(VENV) .venv-bench .venv-lock .venv-subscribers tests/readers/node_modules build dist
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage .coverage.* .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(CREATED):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "hemicycle needs Python 3.11 or newer, and $(PYTHON) is not. Maybe make PYTHON=python3.11" >&2; exit 2; }
	@echo "Setting up $(VENV) from the lock files; this is done once." >&2
	@$(PYTHON) -m venv --clear $(VENV) || { \
	  echo "$(PYTHON) cannot make a virtual environment. Maybe install python3-venv" >&2; exit 2; }
	@touch $@

$(MADE): requirements.lock requirements-build.lock pyproject.toml | $(CREATED)
	@$(BIN)/python $(PIP_INSTALL) -r requirements.lock -r requirements-build.lock
	@$(BIN)/python -m pip --disable-pip-version-check install -qq --no-deps --no-build-isolation --no-index -e .
	@$(BIN)/python -m compileall -q scheduler constraints
	@touch $@

$(MADE_FOR_TESTS): $(MADE) requirements-dev.lock
	@$(BIN)/python $(PIP_INSTALL) -r requirements-dev.lock
	@touch $@

$(MADE_BENCH): requirements-bench.lock | $(CREATED)
	@$(BIN)/python -m venv --clear .venv-bench
	@.venv-bench/bin/python $(PIP_INSTALL) -r requirements-bench.lock
	@touch $@
