# shellcheck shell=bash
# Sourced by scripts/engine: what is known about each engine, as one small file per fact in the engine's folder.
# $SHARED/running has a link to the folder of each engine that was started and not yet stopped.

folder_of() { readlink "$SHARED/running/$1" || true; }

put() { printf '%s\n' "$3" >"$1/state/$2"; }

# get FOLDER FACT: empty when it is not known.
get() { cat "$1/state/$2" 2>/dev/null || true; }

engine_ids() {
  local link
  for link in "$SHARED"/running/*; do
    if [[ -L $link ]]; then echo "${link##*/}"; fi
  done
}

# new_engine KIND NAME: makes the folder of an engine and prints it.
new_engine() {
  local folder id
  mkdir -p "$SHARED/running"
  folder=$(mktemp -d "${TMPDIR:-/tmp}/gantry-engine.XXXXXX")
  id=${2:-${folder##*.}}
  mkdir "$folder/state"
  put "$folder" id "$id"
  put "$folder" kind "$1"
  put "$folder" socket "$folder/docker.sock"
  put "$folder" boot "$(boot_id)"
  if ! ln -s "$folder" "$SHARED/running/$id" 2>/dev/null; then
    rm -rf "$folder"
    die "there is an engine named '$id' already"
  fi
  echo "$folder"
}

# A registry, and an sshd, is kept as an engine of its own kind.
is_companion() { [[ $(get "$1" kind) =~ ^(registry|ssh)$ ]]; }

# When a process began, in clock ticks since boot: a number that came to another process has another time.
# Field 22 of proc_pid_stat(5); the name in field 2 may have blanks and ends at the last parenthesis.
process_start() {
  local stat='' fields
  # No program is started for it: each engine's watchdog asks once a second.
  { IFS= read -rd '' stat <"/proc/$1/stat"; } 2>/dev/null || [[ $stat ]] || return 0
  read -ra fields <<<"${stat##*) }"
  if [[ ${fields[0]} != Z ]]; then echo "${fields[19]}"; fi
}

# same_process PID START: true while that very process lives.
same_process() {
  [[ -n $1 && -n $2 && $(process_start "$1") == "$2" ]]
}

daemon_lives() { same_process "$(get "$1" pid)" "$(get "$1" pid-start)"; }

boot_id() { cat /proc/sys/kernel/random/boot_id; }

# orphaned FOLDER: true when the process that the engine was started for is gone, or the machine was restarted.
orphaned() {
  local watched
  [[ $(get "$1" boot) == "$(boot_id)" ]] || return 0
  watched=$(get "$1" watched)
  [[ -n $watched ]] && ! same_process "$watched" "$(get "$1" watched-start)"
}
