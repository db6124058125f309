# shellcheck shell=bash
# Sourced by scripts/test: what a run leaves behind. All that it starts inherits TMPDIR, a folder of its own, and
# so can be told from what others run on the machine at the same time.

take_scratch() {
  TMPDIR=$(mktemp -d "${TMPDIR:-/tmp}/gantry-test.XXXXXX")
  export TMPDIR
  # As /tmp: some tests run as another user.
  chmod 1777 "$TMPDIR"
}

# Ids of processes that were started by the run, or that see file systems made in its folder, as containers do.
left_processes() {
  local process
  for process in /proc/[0-9]*; do
    if grep -qzxF "TMPDIR=$TMPDIR" "$process/environ" 2>/dev/null \
      || grep -qF "$TMPDIR/" "$process/mountinfo" 2>/dev/null; then
      echo "${process#/proc/}"
    fi
  done
}

# Ids of engines.
left_engines() {
  local link
  for link in /run/gantry-engines/running/*; do
    if [[ $(readlink "$link") == "$TMPDIR"/* ]]; then echo "${link##*/}"; fi
  done
}

left_bridges() {
  local alias
  for alias in /sys/class/net/*/ifalias; do
    if grep -qsF "$TMPDIR/" "$alias"; then echo "$alias"; fi
  done
}

# leftovers: a line for each thing that is left, also sockets and files.
leftovers() {
  local id
  left_engines | sed 's/^/engine /'
  for id in $(left_processes); do
    echo "process $id: $(tr '\0' ' ' <"/proc/$id/cmdline" | cut -c 1-120)"
  done
  left_bridges | sed 's/^/network bridge /'
  find "$TMPDIR" -mindepth 1 -maxdepth 1 -printf 'file %p\n'
}

# check_leftovers: waits 20 s for what is just about to end; then says what is left, if anything.
check_leftovers() {
  local end=$((SECONDS + 20)) left
  while left=$(leftovers) && [[ -n $left ]] && ((SECONDS < end)); do
    pause 1
  done
  [[ -z $left ]] || say "$left"
  [[ -z $left ]]
}

remove_leftovers() {
  local id
  for id in $(left_engines); do
    scripts/engine stop "$id" || true
  done
  for id in $(left_processes); do
    kill -KILL "$id" 2>/dev/null || true
  done
  rm -rf --one-file-system "$TMPDIR"
}
