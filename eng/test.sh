#!/usr/bin/env bash
# Builds the solution and runs every test project; says little when all is well.
#
#   ./eng/test.sh               everything that guards a change
#   ./eng/test.sh --long        the same with more rounds, more inputs and more events
#   ./eng/test.sh --only NAME   only the test projects whose name contains NAME
#
# Ends with a line "N passed, N failed"; exit code 1 when a test failed or a project ran none.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

only=""
while [ $# -gt 0 ]; do
    case "$1" in
        --long) export FOLDSTREAM_LONG=1 ;;
        --only) only="${2:?--only needs a name}"; shift ;;
        *) echo "test.sh: unknown option '$1'; options are --long and --only NAME" >&2; exit 2 ;;
    esac
    shift
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI="${CI:-true}"
# Build servers that outlive this script would keep its output open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

eng/requirements.sh

log=$(mktemp)
trap 'rm -f "$log"' EXIT

if ! dotnet build Toolkit.sln --configuration Release --verbosity quiet -nodeReuse:false >"$log" 2>&1; then
    cat "$log"
    echo "The build failed."
    echo "0 passed, 1 failed"
    exit 1
fi
grep -E 'warning NU190[1-4]' "$log" | sort -u || true

passed=0
failed=0
for project in tests/*Tests/; do
    name=$(basename "$project")
    case "$name" in *"$only"*) ;; *) continue ;; esac
    program="$project/bin/Release/net10.0/$name.dll"
    started=$SECONDS
    dotnet "$program" -noLogo -noColor >"$log" 2>&1 || true
    total=$(sed -nE 's/.*Total: ([0-9]+), Errors.*/\1/p' "$log" | tail -n 1)
    bad=$(sed -nE 's/.*Errors: ([0-9]+), Failed: ([0-9]+),.*/\1 \2/p' "$log" | tail -n 1 | awk '{ print $1 + $2 }')
    skipped=$(sed -nE 's/.*Skipped: ([0-9]+),.*/\1/p' "$log" | tail -n 1)
    if [ "${total:-0}" -eq 0 ]; then
        cat "$log"
        echo "$name ran no test."
        failed=$((failed + 1))
        continue
    fi
    if [ "$bad" -gt 0 ]; then
        cat "$log"
    elif [ "$skipped" -gt 0 ]; then
        grep -F '[SKIP]' -A 1 "$log" || true
    fi
    passed=$((passed + total - bad - skipped))
    failed=$((failed + bad))
    echo "$name: $((total - bad - skipped)) passed, $bad failed, $skipped skipped ($((SECONDS - started)) s)"
done

if [ $((passed + failed)) -eq 0 ]; then
    echo "No test project matches '$only'." >&2
    exit 1
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
