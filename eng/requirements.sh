#!/usr/bin/env bash
# Installs what the tests need beside the .NET SDK, where it is missing: a C compiler, which links NativeAOT programs, PostgreSQL, git and ps.
set -euo pipefail

missing=()
command -v gcc >/dev/null || missing+=(gcc libc6-dev)
command -v git >/dev/null || missing+=(git)
command -v ps >/dev/null || missing+=(procps)
[ -e /usr/include/zlib.h ] || missing+=(zlib1g-dev)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing+=(postgresql)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests need ${missing[*]} (Debian's names): install them as root, or with your system's package manager." >&2
    exit 1
fi

# Says nothing when all is well, and everything when not.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() {
    "$@" >"$log" 2>&1 </dev/null || {
        cat "$log" >&2
        echo "requirements.sh: '$*' failed, and the tests need ${missing[*]}." >&2
        exit 1
    }
}

export DEBIAN_FRONTEND=noninteractive
# Another installation may be under way.
install=(apt-get -o DPkg::Lock::Timeout=300 install -qq -y --no-install-recommends)
quietly apt-get -o DPkg::Lock::Timeout=300 update -qq
case " ${missing[*]} " in
    *" postgresql "*)
        # The tests make servers of their own: none of the system's is wanted.
        quietly "${install[@]}" postgresql-common
        sed -i 's/^#\? *create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
        ;;
esac
quietly "${install[@]}" "${missing[@]}"
