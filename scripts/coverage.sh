#!/usr/bin/env bash
# Line coverage of every file of the product by the tests. Arguments go to swift.
set -euo pipefail
cd "$(dirname "$0")/.."

swift test -c release -Xswiftc -enable-testing --enable-code-coverage --scratch-path .build-coverage "$@"
bin=$(swift build -c release -Xswiftc -enable-testing --scratch-path .build-coverage "$@" --show-bin-path)
# The toolchain's own: another version does not read its profiles.
cov=$(dirname "$(readlink -f "$(command -v swift)")")/llvm-cov
"$cov" report "$bin"/ShorelinePackageTests.xctest -instr-profile "$bin"/codecov/default.profdata \
  -ignore-filename-regex '(\.build|Tests|Benchmarks)' | cut -c1-200
