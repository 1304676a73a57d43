PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo test bench

setup: .venv/ready

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	touch $@

demo: setup
	$(BIN)/rashomon demo

test: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2

# Every figure of the README; needs the data under ../shared, and says what it misses.
bench: setup
	for part in piles speed clean quotes figures utterances stories lexicon; do \
		echo "== $$part"; $(BIN)/python -m bench.$$part; done
