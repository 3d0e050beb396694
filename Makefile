# One word a job. Reads with make 3.81 (macOS); every path is relative, so the folder's own name may hold spaces or Hangul.

VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
READY_TEMPLATES := $(VENV)/.ready-templates
VALIDATOR := tests/validator/node_modules/.ready
PIP := $(PY) -m pip --disable-pip-version-check --quiet
PYTEST := $(PY) -m pytest

.PHONY: run test test-quick test-long lint coverage goldens bench clean tools
.DEFAULT_GOAL := run

run: $(READY_TEMPLATES)  ## the package of one example case, in out/yujin; then the interview, in the browser
	rm -rf out/yujin && mkdir -p out
	PYTHONUTF8=1 $(PY) -m legalkit example yujin > out/yujin.yaml
	$(PY) -m legalkit generate out/yujin.yaml --out out/yujin
	$(PY) -m legalkit serve

test: tools $(READY_DEV) $(VALIDATOR) lint  ## everything up to a minute a test
	$(PYTEST) -n 2 -m "not long"

test-quick: $(READY_DEV)  ## what needs no other program and takes no time; under a minute
	$(PYTEST) -n 2 -m "not long and not render and not browser and not slow"

test-long: tools $(READY_DEV) $(VALIDATOR)  ## the rest; there is always at least one, so none found is a failure
	$(PYTEST) -m long

lint: $(READY_DEV)  ## what reads the code and runs nothing
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-logo
	$(VENV)/bin/docxtpl-lint --fail-on warning --no-color templates/*.docx
	$(PY) -m tests.house.figures

coverage: tools $(READY_DEV) $(VALIDATOR)  ## of the rooms that decide what a paper says
	$(PYTEST) -n 2 -m "not long" --cov=legalkit/case --cov=legalkit/filings --cov=legalkit/language --cov=legalkit/docx \
		--cov-branch --cov-report=term-missing:skip-covered

goldens: $(READY_DEV)  ## what the papers of the five people say, written down anew; read the difference before committing
	$(PY) -m tests.personas.goldens
	git diff --stat -- tests/personas/goldens

bench: tools $(READY_DEV) $(READY_TEMPLATES)  ## every benchmark, one after the other
	@ls benchmarks/bench_*.py >/dev/null
	set -e; for each in benchmarks/bench_*.py; do $(PY) "$$each"; done

clean:  ## everything that make made
	rm -rf $(VENV) out build dist legalkit/_data tests/validator/node_modules
	rm -rf .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage htmlcov
	find legalkit tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

tools:
	@sh .ci/prepare tools

$(READY): pyproject.toml
	python=$$(sh .ci/prepare python) && "$$python" -m venv $(VENV)
	$(PIP) install --upgrade "pip>=25.1"
	$(PIP) install --editable .
	touch $@

$(READY_DEV): $(READY)
	$(PIP) install --editable ".[fast,cluster,org]" --group dev
	touch $@

$(READY_TEMPLATES): $(READY) $(wildcard templates/*.docx legalkit/docx/*.py)
	$(PY) -m legalkit.docx.preparing
	touch $@

$(VALIDATOR): tests/validator/package.json
	cd tests/validator && npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null
	touch $@
