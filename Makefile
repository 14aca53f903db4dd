# Shoreline. `make` lists what there is to do.

SHELL := /bin/bash
CPU_FLAGS := $(shell scripts/cpu-flags.sh $(PORTABLE))
# One configuration for running, testing and measuring: nothing is built twice.
SWIFT_FLAGS := -c release -Xswiftc -enable-testing $(CPU_FLAGS)
BIN := .build/release
EXAMPLE := Examples/accounts-payable.yaml

.PHONY: help setup build run test lint format bench coverage fuzz screenshots schema clean

help: ## List what there is to do
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 18

setup: ## Install what the build needs and is missing (apt)
	@scripts/setup.sh

build: setup ## Build in release for this processor (PORTABLE=1 for any)
	@swift build $(SWIFT_FLAGS) --product shoreline

run: build ## Decide the example case, choose its partner, then serve the workspace (Ctrl-C ends it)
	@mkdir -p out
	@$(BIN)/shoreline decide $(EXAMPLE)
	@echo
	@$(BIN)/shoreline choose $(EXAMPLE) --report out/accounts-payable.html
	@echo
	@exec $(BIN)/shoreline serve --database out/workspace/shoreline.sqlite --example $(EXAMPLE) --sign-in-link

test: lint ## Everything that CI runs
	@scripts/setup.sh test
	@scripts/test.sh $(SWIFT_FLAGS)

lint: ## Check the formatting
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks
	@echo "Formatting is in order."

format: ## Format all Swift files
	@swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

bench: ## Run the benchmarks beside their peers (ours, theirs, ratio)
	@scripts/setup.sh bench
	@swift build $(SWIFT_FLAGS) --product economics-bench
	@swift build $(SWIFT_FLAGS) --product selection-bench
	@swift build $(SWIFT_FLAGS) --product queue-bench
	@swift build $(SWIFT_FLAGS) --product duetimes-bench
	@swift build $(SWIFT_FLAGS) --product shoreline
	@scripts/bench-economics.sh
	@scripts/bench-selection.sh
	@scripts/bench-web.sh
	@scripts/bench-operations.sh

coverage: setup ## Run the tests and show how much of each file they reach
	@scripts/coverage.sh $(CPU_FLAGS)

fuzz: setup ## Feed the case reader two million broken files
	@SHORELINE_FUZZ=2000000 scripts/test.sh $(SWIFT_FLAGS) --filter SourcingTests

screenshots: build ## Take pictures of the report in headless Chromium (apt: chromium)
	@scripts/screenshots.sh $(BIN)/shoreline $(EXAMPLE)

clean: ## Remove what was built
	@rm -rf .build out
