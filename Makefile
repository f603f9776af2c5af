# `make help` lists what there is; every line with `##` is one of its entries.

# A recipe fails when any part of a pipe fails.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PROPERDOCS := .venv-properdocs
AUDIT_SITE ?= site
ISSUE_FORMS := $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))

# One more than there are processors: now and then each waits for a page.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
SHARE ?= 1/1
PYTEST := $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal

# Tests start Python hundreds of times; compiled modules are kept, whatever a container's setting.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONUTF8 := 1
export NO_MKDOCS_2_WARNING := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help site share serve test quick records style lint audit properdocs bench fuzz kills picture sbom lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

site: $(VENV)/site.stamp ## Build the site into site/, warnings as errors; a failed or killed build leaves site/ as it was
	@$(BIN)/python -m atlas.site.atomic_swap site $(BIN)/python -m atlas.site.make

# With the packages of tests: a build in whose place others are installed uses nothing of a share.
share: $(VENV)/dev.stamp ## Make and keep one share of the site's pages, for a build elsewhere: SHARE=2/4
	@$(BIN)/python -m atlas.site.share "$(SHARE)"

serve: $(VENV)/site.stamp ## Live preview in the browser: what is saved is shown at once, what is wrong with it too
	@$(BIN)/python -m atlas.preview --open

test: records lint ## Everything that needs Python and a browser only: records, lint, types, tests
	@CHROME_PATH="$$($(BIN)/python tests/browser/chromium.py)" && export CHROME_PATH && \
	  $(PYTEST)

quick: style ## What needs neither a browser nor a built site, in half a minute: style, types, most tests
	@$(PYTEST) -m 'not browser and not site and not workflow'

records: $(VENV)/site.stamp ## Mistakes in the records, and records that are not in the one form
	@$(BIN)/atlas check
	@$(BIN)/atlas fmt --check

style: $(VENV)/dev.stamp ## Style and types
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

lint: style sbom ## Style, types, workflows and the list of packages
	@$(BIN)/zizmor --offline --quiet .github
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows \
	  .github/workflows/*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms \
	  $(ISSUE_FORMS)
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-config \
	  .github/ISSUE_TEMPLATE/config.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot \
	  .github/dependabot.yml

audit: $(VENV)/dev.stamp node_modules/.package-lock.json $(if $(filter site,$(AUDIT_SITE)),site) ## Check the built site with tools that need Node, Java, Firefox, R or LibreOffice
	@$(BIN)/python -m tests.audit $(AUDIT_SITE)

properdocs: $(VENV)/site.stamp ## Build the site with ProperDocs, which continues MkDocs 1, and compare
	@$(MAKE) --silent --no-print-directory VENV=$(PROPERDOCS) $(PROPERDOCS)/properdocs.stamp
	@rm -rf site.mkdocs site.properdocs
	@ATLAS_SEARCH=off $(BIN)/python -m mkdocs build --strict --quiet --site-dir site.mkdocs
	@ATLAS_SEARCH=off $(PROPERDOCS)/bin/python -m properdocs build --strict --quiet --site-dir site.properdocs
	@diff --recursive --brief site.mkdocs site.properdocs
	@echo "Both make the same $$(find site.mkdocs -type f | wc -l | tr -d " ") files."
	@rm -rf site.mkdocs site.properdocs

bench: $(VENV)/dev.stamp ## Measure what atlases of many sizes cost, beside Hugo; an hour. BENCH="--quick": some minutes
	@$(BIN)/python -m tests.bench $(BENCH)

fuzz: $(VENV)/dev.stamp $(VENV)/fuzz.stamp ## Look for ten minutes for a record that breaks the checks or a page
	@$(BIN)/python -m tests.hostile.fuzz 600

kills: $(VENV)/dev.stamp ## Kill commands and builds at fifty moments while records are saved; a quarter of an hour
	@$(BIN)/python -m tests.hostile.kills 50 3000

picture: $(VENV)/dev.stamp site ## Take the picture of the home page in README.md anew
	@CHROME_PATH="$$($(BIN)/python tests/browser/chromium.py)" && export CHROME_PATH && \
	  $(BIN)/python -m tests.browser.picture site

sbom: $(VENV)/dev.stamp ## List every installed package with its licence in sbom.cdx.json (CycloneDX)
	@$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
	  --output-file sbom.cdx.json $(BIN)/python

lock: $(VENV)/dev.stamp ## Write requirements/ and package-lock.json anew from the pins
	@export UV_CUSTOM_COMPILE_COMMAND="make lock"; \
	lock="$(BIN)/uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes \
	  --no-annotate --no-emit-index-url --no-emit-find-links --only-binary :all:"; \
	$$lock pyproject.toml --group build --output-file requirements/site.txt && \
	$$lock pyproject.toml --group build --group dev --group print --output-file requirements/dev.txt && \
	$$lock pyproject.toml --group build --group properdocs --output-file requirements/properdocs.txt && \
	$$lock --group fuzz --output-file requirements/fuzz.txt
	@npm install --package-lock-only --ignore-scripts --no-audit --no-fund --silent

clean: ## Remove everything that was built or installed
	rm -rf $(VENV) $(PROPERDOCS) node_modules site .site.build .site.lock site.mkdocs \
	  site.properdocs sbom.cdx.json hooks/*.egg-info .cache .pytest_cache .mypy_cache .ruff_cache \
	  .hypothesis .fuzz

# Packages are pinned that exist for these versions of Python, as pyproject.toml says.
define python_is_fit
import io, re, sys
text = io.open('pyproject.toml', encoding='utf-8').read()
bounds = re.search('requires-python = .>=([0-9.]+),<([0-9.]+).', text).groups()
first, beyond = [tuple(map(int, bound.split('.'))) for bound in bounds]
if not first <= sys.version_info[:3] < beyond:
    sys.exit('Python %s or newer is needed, but older than %s, and this is %s. '
             'Name another: make PYTHON=python3.13 ...'
             % (bounds + ('.'.join(map(str, sys.version_info[:3])),)))
endef
export python_is_fit

# The pinned packages and the `atlas` command, installed again only when a lock changes, also where a
# clock was set back. A lock names all of them, so that none is looked up besides. Python reads the way
# to the command as the locale says: it is relative, and thus ASCII.
$(VENV)/%.stamp: requirements/%.txt pyproject.toml
	@$(PYTHON) -c "$$python_is_fit"
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@echo 'Installing what requirements/$*.txt pins; a minute or two, only when it changes.'
	@$(BIN)/python -m pip install --quiet --quiet --no-deps --require-hashes \
	  --only-binary :all: --requirement requirements/$*.txt
	@LC_ALL=C.UTF-8 $(BIN)/python -m pip install --quiet --quiet --no-index --no-build-isolation --no-deps --editable .
	@for path in $(VENV)/lib/python*/site-packages/__editable__.cooperation_atlas-*.pth; do \
	  echo '../../../../hooks' >"$$path"; done
	@touch $@
	@for one in $^; do ! test $$one -nt $@ || touch -r $$one $@; done

node_modules/.package-lock.json: package-lock.json
	@npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@
