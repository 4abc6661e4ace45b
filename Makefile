# How to lint, test and regenerate; every target also works by hand with the commands of dev.py.
.PHONY: sample test lint golden benchmark lock

sample:  ## set up .venv and export the sample article
	python3 dev.py sample

test:  ## set up .venv and run every check that CI runs
	python3 dev.py test

lint:  ## ruff and mypy
	python3 dev.py lint

golden:  ## write the expected graphs of tests/golden anew
	python3 dev.py golden

benchmark:  ## shares and ratios of each stage
	python3 dev.py benchmark

lock:  ## pin the tested versions anew
	python3 dev.py lock
