#!/usr/bin/env bash
# A PostgreSQL server of the project's own: its data in a temporary folder, its port a free one on loopback.
#
#   ./eng/postgres.sh start [FOLDER [OWNER]]   starts it where it does not run yet; prints its connection string
#   ./eng/postgres.sh stop [FOLDER]            stops it; its data goes with it
#   ./eng/postgres.sh kill [FOLDER]            ends it as a crash would, all of its processes at once; its data stays for the next start
#
# OWNER is the id of a process: once that is gone, the next start of any server stops this one and removes its folder.
# To use it in a shell:  export POSTGRES_CONNECTION="$(./eng/postgres.sh start)"
# FOLDER keeps servers apart; the default is one for this working copy. Arguments of the server come from POSTGRES_ARGUMENTS.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

command="${1:-}"
folder="${2:-${TMPDIR:-/tmp}/foldstream-postgres-$(id -u)-$(pwd -P | cksum | cut -d ' ' -f 1)}"
data="$folder/data"
owner="${3:-}"

if [ "$(id -u)" -eq 0 ]; then server_user=postgres; else server_user=$(id -un); fi

# The server refuses to run as root.
as_server() {
    if [ "$(id -u)" -eq 0 ]; then (cd / && exec runuser -u "$server_user" -- "$@"); else "$@"; fi
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

# A process among all there ever were, as ids are given again: its host, its id and the time of its start. Nothing where it is gone.
identity() {
    local start
    if [ -r /proc/self/stat ]; then
        # The name before the bracket may hold anything.
        start=$(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20 || true)
    else
        start=$(LC_ALL=C ps -o lstart= -p "$1" 2>/dev/null || true)
    fi
    if [ -n "$start" ]; then echo "$(uname -n) $1 $start"; fi
}

# Stops the servers of this host whose owners ended without doing so, in folders of this user.
reap() {
    local other host id
    while IFS= read -r other; do
        { read -r host id _ <"$other/owner"; } 2>/dev/null || continue
        if [ "$host" != "$(uname -n)" ] || [ "$(identity "$id")" = "$(cat "$other/owner")" ]; then continue; fi
        # What another start is reaping is left to it.
        (
            exec 8>"$other.lock"
            flock -n 8 || exit 0
            folder=$other data=$other/data
            stop
        ) || echo "postgres.sh: the server in $other could not be stopped." >&2
    done < <(find "${TMPDIR:-/tmp}" -maxdepth 1 -type d -user "$server_user" -name 'foldstream-postgres-*' 2>/dev/null)
}

is_running() { [ -d "$data" ] && as_server "$binaries/pg_ctl" --pgdata "$data" status >/dev/null 2>&1; }

create() {
    mkdir -p "$folder"
    chmod 711 "$folder"
    if [ "$(id -u)" -eq 0 ]; then chown "$server_user" "$folder"; fi
    head -c 24 /dev/urandom | base64 | tr -d '/+=' | as_server tee "$folder/password" >/dev/null
    as_server chmod 600 "$folder/password"
    as_server "$binaries/initdb" --pgdata "$data" --username foldstream --pwfile "$folder/password" \
        --auth scram-sha-256 --encoding UTF8 --locale C.UTF-8 --no-sync >"$folder.log" 2>&1 || { cat "$folder.log" >&2; exit 1; }
    rm -f "$folder.log"
}

start() {
    reap
    # Two starts at once make one server.
    exec 9>"$folder.lock"
    flock 9
    [ -e "$data/PG_VERSION" ] || create
    if [ -n "$owner" ]; then identity "$owner" | as_server tee "$folder/owner" >/dev/null; fi
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
        as_server "$binaries/pg_ctl" --pgdata "$data" --mode immediate --wait stop >/dev/null || return 1
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
if ! id "$server_user" >/dev/null 2>&1; then
    echo "postgres.sh: PostgreSQL refuses to run as root, and there is no user '$server_user': make one, or run this as another user." >&2
    exit 1
fi
if [ -n "$owner" ] && [ -z "$(identity "$owner")" ]; then
    echo "postgres.sh: there is no process '$owner' to own the server." >&2
    exit 2
fi
case "$command" in
    start) start ;;
    stop) stop ;;
    kill) crash ;;
    *) echo "postgres.sh: '$command' is none of start, stop and kill." >&2; exit 2 ;;
esac
