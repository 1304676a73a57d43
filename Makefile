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

# The other extractors that bench.clean measures beside ours.
.venv/peers: .venv/ready
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev,bench]"
	touch $@

# Every figure of the README; needs the data under ../shared, and says what it misses.
bench: .venv/peers
	for part in piles speed "clean --set all --peers" quotes figures utterances labels stories \
		small_piles story_peers "growth --most 10000" one_story names lexicon encodings; do \
		echo "== $$part"; $(BIN)/python -m bench.$$part; done
