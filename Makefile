# Everything below begins with `setup`: a virtual environment with the locked versions, nothing outside this folder.
PYTHON ?= python3
BIN := .venv/bin
SHELL := /bin/bash

.PHONY: setup demo test evals bench lock docs format

setup: .venv/ready

# Compiles as pip does for a package: where Python may not write that later (PYTHONDONTWRITEBYTECODE), it is 0.6 s of each start.
.venv/ready: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "rasid needs Python 3.11 or later: make PYTHON=python3.11 …" or 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	touch .venv/ready

demo: setup
	$(BIN)/python scripts/demo.py

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

evals: setup
	$(BIN)/python -m evals.gate

bench: setup
	$(BIN)/python -m benchmarks.run

docs: setup
	$(BIN)/python scripts/build_docs.py

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Renews the lock file; registry addresses are left out so that it works with any mirror.
lock:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --no-header --python-version 3.11 -o requirements/dev.txt
