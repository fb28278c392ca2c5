# The only commands that people and CI need. `make help` lists them.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p --version >/dev/null 2>&1 && echo $$p && break; done)
PORT ?= 8000
export PORT LONG LONG_SEED

VENV ?= .venv
BIN = $(VENV)/bin
MANAGE = $(BIN)/python manage.py
RUN_READY = $(VENV)/.ready-to-run
DEV_READY = $(VENV)/.ready-to-develop
STATIC_ROOT ?= var/static
# The list that is written when all are collected.
COLLECTED = $(STATIC_ROOT)-names/staticfiles.json
ON_POSTGRES = DATABASE_URL="postgres://$$PGUSER:$$PGPASSWORD@$$PGHOST:$$PGPORT/$$PGDATABASE"
LONG_RUNS = $(BIN)/pytest $(or $(TESTS),tests/long) -p no:playwright -n auto
NO_BROWSER = --ignore tests/e2e --ignore tests/long --ignore tests/deploy -p no:playwright
PACKAGES = config facts web parliament elections content pages bench

.DEFAULT_GOAL := help
# A file that was not made to its end would be taken for made.
.DELETE_ON_ERROR:
.PHONY: help run backup restore content test test-long test-long-postgres e2e test-deploy test-postgres benchmark check format clean

help:  ## Print this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

run: $(RUN_READY) .env $(COLLECTED)  ## Set everything up, load the content and serve it on PORT (default 8000)
	@mkdir -p var && chmod 700 var  # names, password hashes and drafts are in the database
	@$(MANAGE) prepare
	@echo "Serving http://localhost:$(PORT)/"
	@exec $(BIN)/gunicorn --config config/gunicorn.py

backup: $(RUN_READY) .env  ## Write a consistent copy of the database to var/backups/
	@$(MANAGE) backup

restore: $(RUN_READY) .env  ## Bring back a copy of the database (FILE=...); what is there now is copied first
	@$(MANAGE) restore "$(FILE)"

content: $(RUN_READY) .env  ## Write the content of the database back to the fixtures and check it
	$(MANAGE) dump_content
	$(MANAGE) check_content

test: $(DEV_READY)  ## Run the tests (but for the browser's)
	$(BIN)/pytest $(NO_BROWSER) -n auto

test-long: $(DEV_READY)  ## Run a sample of the long runs (LONG=100 for the whole, TESTS=... for some): docs/long-runs.md
	$(LONG_RUNS)

test-long-postgres: $(DEV_READY)  ## The same on a passing PostgreSQL
	pg_virtualenv -t sh -c '$(ON_POSTGRES) $(LONG_RUNS)'

e2e: $(DEV_READY)  ## Run the browser tests; they need Debian's chromium-headless-shell or chromium
	$(BIN)/pytest tests/e2e -n auto

test-deploy: $(DEV_READY)  ## Run the tests of nginx, Redis and systemd; they need nginx-light, redis-server and systemd
	$(BIN)/pytest tests/deploy -p no:playwright -n auto

test-postgres: $(DEV_READY)  ## Run the tests on a passing PostgreSQL (TESTS=... for some); needs postgresql and postgresql-common
	@# -t: in a directory of its own, so that a cluster left by a killed run is not in the way.
	pg_virtualenv -t sh -c '$(ON_POSTGRES) $(BIN)/pytest $(TESTS) $(NO_BROWSER) -n auto'

benchmark: $(DEV_READY)  ## Measure the site beside a bare application (BENCHMARK="--short", "--times 100"): docs/benchmark.md
	$(BIN)/python -m tests.benchmark $(BENCHMARK)

check: $(DEV_READY)  ## Lint, types, floors, settings, migrations, content
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	git ls-files -z 'templates/*.html' 'templates/**/*.html' 'templates/*.svg' 'templates/**/*.svg' | xargs -0 $(BIN)/djade --target-version 5.2 --check
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/lint-imports
	$(BIN)/mypy $(PACKAGES)
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python manage.py makemigrations --check --dry-run
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') HTTPS=1 $(MANAGE) check --deploy --fail-level WARNING
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.check_fixtures

format: $(DEV_READY)  ## Put the code into its one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	git ls-files -z 'templates/*.html' 'templates/**/*.html' 'templates/*.svg' 'templates/**/*.svg' | xargs -0 $(BIN)/djade --target-version 5.2

clean:  ## Remove what was built: the environment, the database, the caches
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(RUN_READY): requirements.txt | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(DEV_READY): requirements-dev.txt requirements.txt | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# Folders too: one that lost a file is newer.
$(COLLECTED): $(RUN_READY) config/settings.py $(shell find static) | .env
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@

# A key of its own for this machine; everything else has a default.
.env: | $(BIN)/python
	@umask 077; $(BIN)/python -c 'import secrets; print("SECRET_KEY=" + secrets.token_urlsafe(64))' > $@
