# What one types. `make demo` and `make test` need Python 3.11 or newer and make, nothing else.

PYTHON ?= python3
PORT ?= 8000
SERVE ?= 1
# `CLAIMS=all`: a terminal too is shown every claim that was found.
CLAIMS ?= few
PYTEST_ARGS ?=
VENV = .venv
BIN = $(VENV)/bin
ADDRESS = 127.0.0.1:$(PORT)
# A demo on another port links to itself; else what .env or the shell say holds.
ifneq ($(PORT),8000)
export SITE_URL ?= http://$(ADDRESS)
endif
SHOWN = $(if $(filter all,$(CLAIMS)),--all-claims)
PIP_INSTALL = $(BIN)/pip install -qq --disable-pip-version-check --require-hashes

# Tests bring their own settings: neither .env nor the shell's decide what they see.
TEST_ENV = DEBUG=1 SECRET_KEY=only-for-tests DATABASE_URL=sqlite://:memory:

.PHONY: demo test lint bench lock

# Migrate, import seeds/, print its claims and who may sign in, then serve until stopped.
demo: $(VENV)/installed .env
	@$(BIN)/python manage.py migrate --verbosity 0
ifeq ($(SERVE),0)
	@$(BIN)/python manage.py demo $(SHOWN)
else
# Web server and worker end together; a second signal cuts the worker's batch off, to be resumed.
	@$(BIN)/python manage.py demo $(SHOWN) --address http://$(ADDRESS)/
	@$(BIN)/python manage.py db_worker --no-reload --verbosity 0 & worker=$$!; \
	$(BIN)/gunicorn config.wsgi --bind $(ADDRESS) --threads 4 --graceful-timeout 1 \
		--log-level error & web=$$!; \
	exec 2>/dev/null; \
	trap 'exit 0' INT TERM; \
	trap 'kill $$web $$worker; sleep 1; kill $$worker; wait' EXIT; \
	while kill -0 $$worker && kill -0 $$web; do sleep 1; done; exit 1
endif

test: $(VENV)/installed-dev
	@$(TEST_ENV) $(BIN)/python -m pytest -n 2 --dist worksteal $(PYTEST_ARGS)

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint templates --check --lint --quiet
	$(TEST_ENV) $(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed-dev
	@for script in benchmarks/[a-z]*.py; do $(TEST_ENV) $(BIN)/python "$$script" || exit 1; done

# uv is only needed here: everybody else installs what the lock files say.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --extra dev -c requirements.txt \
		pyproject.toml -o requirements-dev.txt

$(VENV)/installed: requirements.txt | $(BIN)/python
	@echo "Installing what requirements.txt says (a minute the first time)…"
	@$(PIP_INSTALL) -r $<
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt | $(BIN)/python
	@echo "Installing what requirements-dev.txt says (a minute the first time)…"
	@$(PIP_INSTALL) -r $<
	@touch $@ $(VENV)/installed

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
		"Claimdesk needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	@$(PYTHON) -m venv $(VENV)

.env:
	@umask 077 && $(PYTHON) -c 'import secrets; \
		print(f"DEBUG=1\nSECRET_KEY={secrets.token_urlsafe(50)}")' > $@
