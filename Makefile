.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
unexport PYTHONDONTWRITEBYTECODE # our modules are compiled once, not by each of the hundreds of processes that tests start

help: ## what each target does
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv from requirements.lock

$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "python3 (3.11 or later) is needed"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: setup ## crawl, read, record and search the sample edition, offline
	$(BIN)/barometer demo

test: setup ## the tests, five minutes at most
	$(BIN)/python -m pytest -q --ignore=tests/proofs -n 3 --dist loadfile --no-loadscope-reorder $(PYTEST_OPTIONS)

coverage: setup ## which lines the tests reach
	$(BIN)/python -m pytest -q --ignore=tests/proofs --cov --cov-report=term:skip-covered

check: setup ## style, types, layers
	$(BIN)/ruff check --no-cache .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

proofs: setup ## faults at a tenth of their counts: kills, many writers, leaders, alerts, search
	$(BIN)/python -m pytest -q -s -n 2 --dist loadfile tests/proofs --ignore=tests/proofs/test_mutants.py --ignore=tests/proofs/test_any_text.py

prove: setup ## one proof at its full count: make prove SUITE=kills
	$(BIN)/python -m pytest -q -s tests/proofs/test_$(SUITE).py --proof

serve: setup ## the website, on this machine only
	$(BIN)/barometer serve

daemon: setup ## crawl on schedule until stopped
	$(BIN)/barometer daemon

bench: setup ## what can be measured; one of them: make bench NAME=claims_dev
ifdef NAME
	$(BIN)/python benchmarks/$(NAME).py $(OPTIONS)
else
	@for file in $$(grep -l __main__ benchmarks/*.py); do echo "  $$(basename $$file .py): $$(sed -n '1s/^"""//p' $$file)"; done
	@echo "  one of them: make bench NAME=claims_dev OPTIONS=--errors"
endif

.PHONY: help setup run test coverage check proofs prove serve daemon bench
