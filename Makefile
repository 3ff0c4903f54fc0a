# What can be done with a bare clone, given Python 3.11 or later and make.
# Nothing is installed outside .venv, and nothing twice: the stamps in .venv say what is there.

VENV := .venv
PY := $(VENV)/bin/python
# Every package comes from the lock, and only if its hash is the one written there. Nothing is compiled.
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
# The package itself: no dependencies (the lock has them), built by the setuptools of the lock.
INSTALL_SELF := $(PY) -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --editable .
WORKERS ?= 2
ARGS ?=

.PHONY: help
help:  ## what can be done (this)
	@echo "Holdfast: from the statutory return to the annual report of the independent reviewing service"
	@echo
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)$$/  make \1	\2/' | expand -t 16
	@echo
	@echo "Every one of them installs what it needs into $(VENV). PYTHON=/path/to/python3 chooses the Python."

.PHONY: demo
demo: $(VENV)/.ready-to-run  ## invent a borough in demo/, and write its annual report
	@rm -rf demo
	@$(VENV)/bin/holdfast draw demo/returns
	@$(VENV)/bin/holdfast report demo/returns --out demo/report
	@echo
	@echo "It was made from demo/returns, five years of an invented borough. Look first at:"
	@ls $(CURDIR)/demo/report/*.html | sed 's|^|  file://|'
	@echo "Your own returns: $(VENV)/bin/holdfast report FOLDER"

.PHONY: test
test: $(VENV)/.ready-to-test  ## run the tests; make test ARGS='-k clock' runs some of them
	@$(PY) -m pytest -n $(WORKERS) --dist loadscope $(ARGS)

.PHONY: lint
lint: $(VENV)/.ready-to-test  ## style, types on everything, the ban on the clock, who may import whom
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/lint-imports --no-logo

.PHONY: bench
bench: $(VENV)/.ready-to-test  ## measure everything beside its floor, on one page (about three minutes)
	@$(PY) -m bench $(ARGS)

.PHONY: docs
docs: $(VENV)/.ready-to-test  ## print docs/rules and docs/reference again from the rules and figures
	@$(PY) -m tests.spec.printing
	@$(PY) -m tests.architecture.reference

.PHONY: lock
lock: $(VENV)/.made  ## lock what pyproject.toml asks for; make lock ARGS=--upgrade takes the newest
	@$(PY) -m pip install --quiet --disable-pip-version-check 'uv>=0.5'
	@set -e; for kind in run test; do \
	    extra=; [ $$kind = run ] || extra="--extra test --constraint requirements/run.txt"; \
	    UV_CUSTOM_COMPILE_COMMAND="make lock" $(PY) -m uv pip compile --quiet --no-config $(ARGS) \
	        --universal --generate-hashes --python-version 3.11 pyproject.toml requirements/build.in \
	        $$extra --output-file requirements/$$kind.txt; \
	done

.PHONY: clean
clean:  ## remove the demo, the environment and everything made along the way
	@rm -rf demo $(VENV) build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache src/*.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made: requirements/venv.sh
	@sh requirements/venv.sh $(VENV)
	@touch $@

$(VENV)/.ready-to-run: $(VENV)/.made requirements/run.txt pyproject.toml
	@echo "Installing what it needs to run (once; a minute or two)"
	@$(INSTALL) -r requirements/run.txt
	@$(INSTALL_SELF)
	@touch $@

# The tests' lock holds everything of the other, at the same versions: one installing is enough for both.
$(VENV)/.ready-to-test: $(VENV)/.made requirements/test.txt pyproject.toml
	@echo "Installing what it needs to run and to be tested (once; a minute or two)"
	@$(INSTALL) -r requirements/test.txt
	@$(INSTALL_SELF)
	@touch $@ $(VENV)/.ready-to-run
