#!/usr/bin/env bash
# Installs what the tests need beside the .NET SDK, where it is missing: a C compiler, which links NativeAOT programs, and PostgreSQL.
set -euo pipefail

missing=()
command -v gcc >/dev/null || missing+=(gcc libc6-dev)
[ -e /usr/include/zlib.h ] || missing+=(zlib1g-dev)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing+=(postgresql)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests need ${missing[*]}: install them with your system's package manager." >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >/dev/null
case " ${missing[*]} " in
    *" postgresql "*)
        # The tests make servers of their own: none of the system's is wanted.
        apt-get install -qq -y --no-install-recommends postgresql-common >/dev/null
        sed -i 's/^#\? *create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
        ;;
esac
apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
