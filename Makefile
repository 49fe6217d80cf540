# Everything that a fresh machine needs: `make demo`, `make test`. Python 3.11 or later as python3, or PYTHON=….
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# corpora and hand-made ledgers for the benches that need them; a user has none
SHARED ?= ../shared
OUT := out

.PHONY: demo test check format docs bench bench-gold bench-statements bench-events bench-where bench-when bench-who train clean

$(BIN)/rashomon: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml $(BIN)/rashomon
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(BIN)/rashomon
	@$(BIN)/rashomon gazetteer build --if-missing
	@mkdir -p $(OUT)
	@$(BIN)/python examples/demo.py --page $(OUT)/examples.html

test: $(VENV)/.dev
	@$(BIN)/rashomon gazetteer build --if-missing
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# what the documents quote of the program: the transcript in the README, the picture of the page
docs: $(VENV)/.dev
	$(BIN)/python docs/transcript.py
	$(BIN)/python docs/picture.py

bench: $(VENV)/.dev
	$(BIN)/python bench/speed.py examples
	$(BIN)/python bench/lookups.py

$(VENV)/.bench: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

# who says what: PolNeAR and hand-made ledgers under $(SHARED), beside what a user would take instead
bench-statements: $(VENV)/.bench
	$(BIN)/python -m bench.statements $(SHARED)
	$(BIN)/python bench/denials.py

# what happened: corpora of events, certainty and losses, and hand-made ledgers, beside a classifier over words
bench-events: $(VENV)/.bench
	$(BIN)/python -m bench.events $(SHARED)

# where, when and who: corpora of place names, time expressions and actor phrases, and hand-made ledgers, beside the most
# populous place, HeidelTime (wants Java; it and dateparser read a sample: WHOLE=--whole for all) and what is named nearest
bench-where: $(VENV)/.bench
	$(BIN)/python -m bench.where $(SHARED)

bench-when: $(VENV)/.bench
	$(BIN)/python -m bench.when $(SHARED) $(WHOLE)

bench-who: $(VENV)/.bench
	$(BIN)/python -m bench.who $(SHARED)

bench-gold: $(VENV)/.dev
	$(BIN)/python $(SHARED)/score/score_gold.py

# the encoder anew, from corpora under $(SHARED): who says what, then what happened upon the same lower layers; goes on from
# the last checkpoints in $(OUT)
$(VENV)-training/.done: pyproject.toml
	$(PYTHON) -m venv $(VENV)-training
	$(VENV)-training/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[training]'
	@touch $@

train: $(VENV)-training/.done
	PYTHONPATH=. $(VENV)-training/bin/python -m training.run $(SHARED) $(OUT)

clean:
	rm -rf $(VENV) $(VENV)-training $(OUT) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
