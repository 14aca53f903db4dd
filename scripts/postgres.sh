#!/usr/bin/env bash
# A PostgreSQL of our own for the tests: `start FOLDER` prints its address, `stop FOLDER` ends just that one.
# It listens on a free port of loopback only and trusts whoever reaches it; its data lies in FOLDER.
set -euo pipefail

usage() {
  echo "Usage: scripts/postgres.sh start FOLDER | stop FOLDER" >&2
  exit 2
}
[ $# -eq 2 ] || usage
command=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
data=$folder/data

bin=${SHORELINE_POSTGRES_BIN:-}
for candidate in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) /usr/local/bin /usr/bin; do
  [ -z "$bin" ] && [ -x "$candidate/initdb" ] && bin=$candidate
done
if [ -z "$bin" ]; then
  echo "PostgreSQL's server is missing: install the package postgresql (scripts/setup.sh does)." >&2
  exit 1
fi

# initdb and postgres refuse to run as root.
as=()
user=$(id -un)
if [ "$(id -u)" -eq 0 ]; then
  user=postgres
  id -u postgres >/dev/null 2>&1 || user=nobody
  as=(setpriv "--reuid=$user" "--regid=$(id -g "$user")" --clear-groups env "HOME=$folder")
  mkdir -p "$data"
  chown "$user" "$folder" "$data"
fi

# The server's user must reach the folder.
if ! "${as[@]}" test -w "$folder"; then
  echo "The user $user cannot write in $folder. Choose a folder whose parents it may enter, for instance under /tmp." >&2
  exit 1
fi

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# The server outlives this script and must not keep open what a caller gave us to inherit.
start_server() (
  for descriptor in $(ls /proc/$BASHPID/fd); do
    [ "$descriptor" -gt 2 ] && eval "exec $descriptor>&-"
  done
  exec "${as[@]}" "$bin/pg_ctl" -D "$data" -l "$folder/server.log" -w -t 60 \
    -o "-h 127.0.0.1 -p $1 -c unix_socket_directories= -c max_connections=1000" start
)

case $command in
start)
  if [ ! -f "$data/PG_VERSION" ]; then
    "${as[@]}" "$bin/initdb" -D "$data" -U shoreline --auth=trust --encoding=UTF8 --locale=C >"$folder/initdb.log" 2>&1 || {
      cat "$folder/initdb.log" >&2
      exit 1
    }
  fi
  # Another program may take the port between asking and starting, so it is asked for again.
  for attempt in 1 2 3 4 5; do
    # A server that comes back keeps its address.
    port=$(cat "$folder/port" 2>/dev/null || free_port)
    if start_server "$port" >"$folder/start.log" 2>&1; then
      echo "$port" >"$folder/port"
      echo "postgres://shoreline@127.0.0.1:$port/postgres"
      exit 0
    fi
    rm -f "$folder/port"
  done
  cat "$folder/start.log" "$folder/server.log" >&2
  exit 1
  ;;
stop)
  [ -f "$data/postmaster.pid" ] || exit 0
  "${as[@]}" "$bin/pg_ctl" -D "$data" -m fast -w -t 60 stop >"$folder/stop.log" 2>&1 || {
    cat "$folder/stop.log" >&2
    exit 1
  }
  ;;
*) usage ;;
esac
