#!/usr/bin/env bash
# A PostgreSQL server of the project's own: its data in a temporary folder, its port a free one on loopback.
#
#   ./eng/postgres.sh start [FOLDER]   starts it where it does not run yet; prints its connection string
#   ./eng/postgres.sh stop [FOLDER]    stops it; its data goes with it
#   ./eng/postgres.sh kill [FOLDER]    ends it as a crash would, all of its processes at once; its data stays for the next start
#
# To use it in a shell:  export POSTGRES_CONNECTION="$(./eng/postgres.sh start)"
# FOLDER keeps servers apart; the default is one for this working copy. Arguments of the server come from POSTGRES_ARGUMENTS.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

command="${1:-}"
folder="${2:-${TMPDIR:-/tmp}/foldstream-postgres-$(id -u)-$(pwd -P | cksum | cut -d ' ' -f 1)}"
data="$folder/data"

# The server refuses to run as root.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then (cd / && exec runuser -u postgres -- "$@"); else "$@"; fi
}

find_binaries() {
    local candidate
    for candidate in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t / -k 5 -n -r) "$(dirname "$(command -v postgres || echo /none/postgres)")"; do
        [ -x "$candidate/initdb" ] && [ -x "$candidate/pg_ctl" ] && { echo "$candidate"; return; }
    done
    return 1
}

free_port() {
    local port
    while :; do
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}

is_running() { [ -d "$data" ] && as_server "$binaries/pg_ctl" --pgdata "$data" status >/dev/null 2>&1; }

create() {
    mkdir -p "$folder"
    chmod 711 "$folder"
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$folder"; fi
    head -c 24 /dev/urandom | base64 | tr -d '/+=' | as_server tee "$folder/password" >/dev/null
    as_server chmod 600 "$folder/password"
    as_server "$binaries/initdb" --pgdata "$data" --username foldstream --pwfile "$folder/password" \
        --auth scram-sha-256 --encoding UTF8 --locale C.UTF-8 --no-sync >"$folder.log" 2>&1 || { cat "$folder.log" >&2; exit 1; }
    rm -f "$folder.log"
}

start() {
    # Two starts at once make one server.
    exec 9>"$folder.lock"
    flock 9
    [ -e "$data/PG_VERSION" ] || create
    if ! is_running; then
        local attempt
        for attempt in 1 2 3 4 5; do
            [ -e "$folder/port" ] && [ "$attempt" -eq 1 ] || free_port | as_server tee "$folder/port" >/dev/null
            if as_server "$binaries/pg_ctl" --pgdata "$data" --wait --timeout 60 --log "$data/server.log" start --options \
                "-p $(cat "$folder/port") -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=250 ${POSTGRES_ARGUMENTS:-}" \
                >/dev/null 2>&1 9>&-; then
                break
            fi
            if [ "$attempt" -eq 5 ]; then
                tail -n 20 "$data/server.log" >&2
                echo "postgres.sh: the server in $folder did not start." >&2
                exit 1
            fi
        done
    fi
    echo "Host=127.0.0.1;Port=$(cat "$folder/port");Username=foldstream;Password=$(cat "$folder/password");Database=postgres"
}

stop() {
    [ -d "$folder" ] || return 0
    if is_running; then
        as_server "$binaries/pg_ctl" --pgdata "$data" --mode immediate --wait stop >/dev/null
    fi
    rm -rf "$folder" "$folder.lock"
}

crash() {
    local main children
    main=$(head -n 1 "$data/postmaster.pid")
    children=$(ps -o pid= --ppid "$main")
    kill -9 $main $children
    while kill -0 "$main" 2>/dev/null; do sleep 0.05; done
}

if ! binaries=$(find_binaries); then
    eng/requirements.sh >&2
    binaries=$(find_binaries) || { echo "postgres.sh: PostgreSQL's server is missing." >&2; exit 1; }
fi
case "$command" in
    start) start ;;
    stop) stop ;;
    kill) crash ;;
    *) echo "postgres.sh: '$command' is none of start, stop and kill." >&2; exit 2 ;;
esac
