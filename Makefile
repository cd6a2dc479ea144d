# make demo: compile the sample roadmaps. make test: run the tests. Both set up their own environment in .venv.
PYTHON ?= python3
BIN = .venv/bin
ifeq ($(OS),Windows_NT)
BIN = .venv/Scripts
endif

.PHONY: demo test check bench regenerate clean

demo: .venv/installed
	$(BIN)/roadmap build roadmaps --out build

test: .venv/tested
	$(BIN)/python -X warn_default_encoding -m pytest

check: .venv/tested
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/tested
	$(BIN)/python -m benchmarks

regenerate: .venv/tested
	$(BIN)/python -m tests.regenerate

.venv/installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/tested: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	touch $@ .venv/installed

clean:
	rm -rf .venv build dist
