# Two commands on a fresh machine: `make serve` and `make test`. Both set themselves up in .venv/ first.

PYTHON ?= python3
BIN := .venv/bin
JUDGES := tests/quality/node_modules/.package-lock.json
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve site check demo test proofs quality lint bench screenshots lock notices wheel clean

serve: .venv/run # build the site and show it at http://127.0.0.1:8000, again after each change
	$(BIN)/mkdocs serve

site: .venv/run # build the site into site/
	$(BIN)/mkdocs build --clean --quiet

check: .venv/run # say what is wrong with the content
	$(BIN)/python -m build_tools check

demo: .venv/run # show the demonstration bulletin: a fictional district with everything in it
	BULLETIN_CONTENT=tests/sample_content $(BIN)/mkdocs serve

test: .venv/dev # run the tests, a file at a time on each core, the longest first; without a browser its tests are skipped, and say so
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not slow"

proofs: .venv/dev # run the proofs that take minutes
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m slow

quality: .venv/dev $(JUDGES) # measure every budget of the pages, also on 10,000 stations, and print them
	$(BIN)/python -m tests.quality

lint: .venv/dev # style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/dev # time opening hours, ledgers, pushes and whole builds beside Hugo and plain MkDocs against their bars; takes an hour or two
	$(BIN)/python -m tests.benchmarks.hours
	$(BIN)/python -m tests.benchmarks.ledgers
	$(BIN)/python -m tests.benchmarks.pushing
	$(BIN)/python -m tests.benchmarks.speed

screenshots: .venv/dev # renew the pictures of the READMEs and of the staff guide from the built sites
	$(BIN)/python -m tests.screenshots

lock: .venv/dev # pin the newest versions that pyproject.toml admits
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --upgrade --quiet -o requirements-dev.lock
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --upgrade --constraint requirements-dev.lock --quiet -o requirements.lock

notices: .venv/dev # say anew whose libraries are used, after `make lock` and another `make`
	$(BIN)/python -m tests.notices

wheel: .venv/run # put the engine into one file in dist/, which a district installs
	rm -rf build dist
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .

clean: # forget the environment and the built site
	rm -rf .venv site .site-kept build dist tests/quality/node_modules

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; say which with: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv

.venv/run: requirements.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/dev: requirements-dev.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ .venv/run

$(JUDGES): tests/quality/package-lock.json
	@if command -v npm >/dev/null; \
	then cd tests/quality && PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund --silent && touch ../../$@; \
	else echo "No npm on this machine (Debian: apt-get install nodejs npm): what runs on Node is skipped."; fi
