#!/usr/bin/env bash
# Fuzzes reading for as many seconds as given (180 unless told), on one core. Needs Linux and Swift's toolchain.
# Inputs that break something are left in regressions/, where the tests read them: fix, and commit them with the fix.
set -euo pipefail
cd "$(dirname "$0")"

swift build -c release
mkdir -p .build/corpus
exec "$(swift build -c release --show-bin-path)/SheetFuzzer" .build/corpus seeds \
  -max_total_time="${1:-180}" -max_len=1024 -timeout=10 -rss_limit_mb=2048 -artifact_prefix=regressions/
