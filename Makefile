# Every target sets up what it needs by itself: Python 3.11 or newer and make are enough.
.DEFAULT_GOAL := help
.NOTPARALLEL:
# Empty: compiled files are kept whatever the shell says, or each process of a test compiles anew.
export PYTHONDONTWRITEBYTECODE =
.PHONY: help run test chaos check format lock clean run-ready dev-ready

PYTHON_HERE := .venv/bin/python
COMPILE = $(PYTHON_HERE) -m uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-header $(if $(UPGRADE),--upgrade)

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: run-ready ## Start the bot; without a token, the playground
	@while $(PYTHON_HERE) -m bot run; code=$$?; [ $$code -eq 75 ]; do sleep 1; done; exit $$code

test: dev-ready ## Run every test, three at once: most work, some wait
	@$(PYTHON_HERE) -m pytest -q -n 3 --dist worksteal -p tests.unskipped

chaos: dev-ready ## Live 200 patient-weeks with kills, outages and faults, and judge them
	@$(PYTHON_HERE) -m tests.chaos --weeks 200

check: dev-ready ## Format, lint, types, layers and the house rules: what CI checks
	@$(PYTHON_HERE) -m ruff format --check --quiet .
	@$(PYTHON_HERE) -m ruff check --quiet .
	@$(PYTHON_HERE) -m mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo
	@$(PYTHON_HERE) -m bot check-safety
	@$(PYTHON_HERE) -m pytest -q -p tests.unskipped tests/house

format: dev-ready ## Put the code into shape
	@$(PYTHON_HERE) -m ruff check --fix --quiet . || true
	@$(PYTHON_HERE) -m ruff format .

lock: dev-ready ## Pin what pyproject.toml asks for (UPGRADE=1: the newest of everything)
	@$(PYTHON_HERE) -m pip install -qq --disable-pip-version-check uv
	@$(COMPILE) --extra dev --output-file requirements-dev.lock pyproject.toml > /dev/null
	@$(COMPILE) --constraint requirements-dev.lock --output-file requirements.lock pyproject.toml \
		> /dev/null

clean: ## Remove what these targets made; your data stays
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find bot tests migrations -name __pycache__ -type d -prune -exec rm -rf {} +

run-ready:
	@sh .ci/setup requirements.lock

dev-ready:
	@sh .ci/setup requirements-dev.lock
