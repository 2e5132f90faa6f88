#!/usr/bin/env bash
# with_postgres.sh COMMAND…: runs COMMAND beside a real PostgreSQL of its own, on a socket in a scratch folder and nowhere
# else, and takes both away afterwards. PostgreSQL refuses to be root: then it runs as the user of Debian's package.
# COMMAND gets ALONGSIDE_TEST_POSTGRES (the folder of the socket) and PostgreSQL's own programs on its PATH; the role
# "alongside" has the password in that folder's file "password", and the administrator "postgres" needs none there.
# Its data stand in memory where there is room for them, or on the disk with ALONGSIDE_POSTGRES_ON=disk.
# It sorts as English people do, so that a table which forgets to sort by bytes is noticed.
set -euo pipefail

bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$bin/initdb" ] || { echo "PostgreSQL is missing. Run ./alongside setup test, or install postgresql." >&2; exit 1; }

as_server() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
    else
        "$@"
    fi
}

room=${TMPDIR:-/tmp}
if [ "${ALONGSIDE_POSTGRES_ON:-}" != disk ] && [ "$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1)" -gt 2000000 ] 2>/dev/null; then room=/dev/shm; fi
scratch=$(mktemp -d "$room/alongside-pg-XXXXXX")
server=
finish() {
    if [ -n "$server" ]; then
        kill -INT "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 143' TERM INT

mkdir "$scratch/socket"
echo "a password of these tests" >"$scratch/socket/password"
if [ "$(id -u)" = 0 ]; then chown -R postgres:postgres "$scratch"; fi
chmod 700 "$scratch" "$scratch/socket"
cd "$scratch"
as_server "$bin/initdb" --pgdata="$scratch/data" --username=postgres --encoding=UTF8 --locale=C.UTF-8 \
    --locale-provider=icu --icu-locale=en-GB --no-instructions >"$scratch/log" 2>&1 ||
    { cat "$scratch/log" >&2; exit 1; }
cat >>"$scratch/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$scratch/socket'
shared_buffers = 32MB
max_connections = 30
wal_level = minimal
max_wal_senders = 0
CONF
cat >"$scratch/data/pg_hba.conf" <<HBA
local all postgres trust
local all all scram-sha-256
HBA
# It goes with this script, also when that is killed.
if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --clear-groups --pdeathsig=INT \
        "$bin/postgres" -D "$scratch/data" >>"$scratch/log" 2>&1 &
else
    setpriv --pdeathsig=INT "$bin/postgres" -D "$scratch/data" >>"$scratch/log" 2>&1 &
fi
server=$!
for _ in $(seq 200); do
    if "$bin/pg_isready" -q -h "$scratch/socket"; then break; fi
    kill -0 "$server" 2>/dev/null || { cat "$scratch/log" >&2; exit 1; }
    sleep 0.05
done
export PATH="$bin:$PATH" ALONGSIDE_TEST_POSTGRES="$scratch/socket"
psql -q -h "$scratch/socket" -U postgres -c "CREATE ROLE alongside LOGIN PASSWORD 'a password of these tests'"
cd - >/dev/null
status=0
"$@" || status=$?
exit "$status"
