# Everything a user or developer types. Needs python3 >= 3.11, make and access to PyPI.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
WORKERS ?= 2
SBOM ?= lichtspiel.cdx.json
export DJANGO_SETTINGS_MODULE = config.settings
# Some hundred processes start in a run of the tests: each would compile everything again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup run test test-large fuzz soak drill check sbom bench lock messages upgrade clean

help:
	@echo "make setup     virtual environment, dependencies, database, demo content, staff account"
	@echo "make run       setup, then the site on http://localhost:$(PORT) with its worker"
	@echo "make test      all tests (browser tests too when a Chromium is found)"
	@echo "make test-large  what asks database, cache or storage, on PostgreSQL, Redis and an S3-compatible store"
	@echo "make fuzz      random cases at every door for 10 minutes (SECONDS=, SEED=)"
	@echo "make soak      readers, savers, imports and backups on one site for an hour (MINUTES=)"
	@echo "make check     style, types, import order, templates, known gaps, migrations, deployment settings"
	@echo "make sbom      what is built in, as CycloneDX JSON, for a release"
	@echo "make bench     how fast it is on this machine, beside others (docs/performance.md); 15 minutes"
	@echo "make drill     a demo site, its backup restored in an empty place, compared, its pages asked for"
	@echo "make upgrade   after fetching a newer version: dependencies, backup, migrations, static files"
	@echo "make lock      renew the locked dependencies (needs uv)"
	@echo "make messages  collect new words for translation (needs gettext)"
	@echo "make clean     delete $(VENV) and collected static files, no data"

$(VENV)/base.stamp: requirements/base.lock
	$(PYTHON) -c 'import sys; sys.exit("Lichtspiel needs Python 3.11 or newer; this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.lock
	touch $@

$(VENV)/dev.stamp: requirements/dev.lock $(VENV)/base.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	touch $@

.env:
	$(PYTHON) deploy/make_env.py

$(VENV)/messages.stamp: $(wildcard locale/*/LC_MESSAGES/*.po) deploy/compile_messages.py $(VENV)/base.stamp
	$(BIN)/python deploy/compile_messages.py
	touch $@

setup: $(VENV)/base.stamp .env $(VENV)/messages.stamp
	$(BIN)/python manage.py migrate --check >/dev/null 2>&1 || $(BIN)/python manage.py upgrade
	$(BIN)/python manage.py collectstatic --noinput --verbosity 0
	$(BIN)/python manage.py prepare

run: setup
	PORT=$(PORT) WORKERS=$(WORKERS) exec $(BIN)/python deploy/run.py

test: $(VENV)/dev.stamp $(VENV)/messages.stamp
	$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

fuzz: $(VENV)/dev.stamp $(VENV)/messages.stamp
	$(BIN)/python -m tests.fuzz --seconds $(or $(SECONDS),600) $(if $(SEED),--seed $(SEED))

soak: $(VENV)/dev.stamp $(VENV)/messages.stamp
	$(BIN)/python -m tests.soak --minutes $(or $(MINUTES),60)

test-large: $(VENV)/dev.stamp $(VENV)/messages.stamp
	$(BIN)/python -m tests.servers $(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

drill: $(VENV)/base.stamp $(VENV)/messages.stamp
	$(BIN)/python deploy/drill.py

check: $(VENV)/dev.stamp $(VENV)/messages.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml .
	$(BIN)/python deploy/audit.py
	$(BIN)/python manage.py makemigrations --check --dry-run
	SITE_URL=https://films.example SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))') DEBUG=0 $(BIN)/python manage.py check --deploy --fail-level WARNING

sbom: $(VENV)/dev.stamp
	$(BIN)/cyclonedx-py requirements --pyproject pyproject.toml --spec-version 1.6 --output-reproducible --output-file $(SBOM) requirements/base.lock

bench: $(VENV)/dev.stamp
	$(BIN)/python -m bench

lock:
	uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header requirements/base.in -o requirements/base.lock
	uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header requirements/dev.in -o requirements/dev.lock
	uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header requirements/optional.in -o requirements/optional.lock
	uv pip compile --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header requirements/bench.in -o requirements/bench.lock

messages: $(VENV)/dev.stamp
	$(BIN)/python manage.py makemessages --all --no-location --no-wrap --ignore .venv --ignore static-collected --ignore tests

upgrade: $(VENV)/base.stamp .env $(VENV)/messages.stamp
	$(BIN)/python manage.py upgrade
	$(BIN)/python manage.py collectstatic --noinput --verbosity 0
	$(BIN)/python manage.py check

clean:
	rm -rf $(VENV) static-collected
