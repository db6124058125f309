# shellcheck shell=bash
# Sourced by scripts/engine: stopping an engine so that nothing is left of it, whatever state it is in.

# stop_engine ID: harmless when somebody else is just stopping it, or has.
stop_engine() {
  local folder
  folder=$(folder_of "$1")
  # Only a folder that a start of ours made is ever acted upon.
  [[ ${folder##*/} == gantry-engine.* ]] || die "there is no engine '$1'; 'engine list' shows which there are"
  if [[ -d $folder/state ]]; then
    (
      exec {LOCK}>"$folder/state/lock"
      flock "$LOCK"
      [[ ! -d $folder/state ]] || take_down "$folder"
    )
  fi
  rm -f "$SHARED/running/$1"
  in_turn restore_machine
}

# restart_engine ID: containers have ended and addresses are the same. Nobody takes it down in the meantime, and the
# daemon does not get the lock that sees to it.
restart_engine() {
  local folder
  folder=$(folder_of "$1")
  if [[ ! -d $folder/state ]] || is_registry "$folder"; then
    die "there is no engine '$1'; 'engine list' shows which there are"
  fi
  (
    exec {LOCK}>"$folder/state/lock"
    flock "$LOCK"
    stop_daemon "$folder"
    kill_processes "$folder"
    bring_up "$folder" {LOCK}>&- || die "it did not start again: $(tail -n 3 "$folder/daemon.log")"
  )
}

take_down() {
  local folder=$1
  stop_watchdog "$folder"
  stop_daemon "$folder"
  unmount_below "$folder"
  kill_processes "$folder"
  remove_networks "$folder"
  remove_cgroups "$folder"
  if [[ $(get "$folder" kind) == podman ]]; then remove_podman_cgroups "$folder"; fi
  rm -rf --one-file-system "$folder"
}

# TERM first, so that the daemon takes back its addresses and rules; KILL after 10 s.
stop_daemon() {
  local folder=$1 pid end=$((SECONDS + 10))
  pid=$(get "$folder" pid)
  daemon_lives "$folder" && grep -qaF "$folder" "/proc/$pid/cmdline" || return 0
  kill -TERM "$pid" 2>/dev/null || true
  # The daemon is shutting down and restarts nothing: no need to wait for what ignores its stop signal.
  kill_containers "$folder"
  while daemon_lives "$folder"; do
    if ((SECONDS >= end)); then
      say "the daemon of engine $(get "$folder" id) does not end: killing it"
      kill -KILL "$pid" 2>/dev/null || true
      return 0
    fi
    pause 0.1
  done
}

# Every process of a container is in a cgroup below the engine's, of which there is one per controller in v1.
kill_containers() {
  local list pid
  while read -r list; do
    while read -r pid; do
      kill -KILL "$pid" 2>/dev/null || true
    done < <(cat "$list" 2>/dev/null)
  done < <(cgroup_folders "$1" -name cgroup.procs)
}

cgroup_folders() {
  local folder=$1
  shift
  local roots=(/sys/fs/cgroup/"$(cgroup_of "$folder")" /sys/fs/cgroup/*/"$(cgroup_of "$folder")")
  find "${roots[@]}" -depth "$@" 2>/dev/null || true
}

remove_cgroups() {
  local folder
  while read -r folder; do
    rmdir "$folder" 2>/dev/null || true
  done < <(cgroup_folders "$1" -type d)
}

# What a killed daemon leaves: containers, their monitors, containerd.
kill_processes() {
  local folder=$1 end=$((SECONDS + 10)) found each pid
  # Were the folder mounted here by hand, every process would look like one of the engine's.
  if has_mounts_of "$folder" self; then return; fi
  while ((SECONDS < end)); do
    mapfile -t found < <(grep -lF "/${folder##*/}/" /proc/[0-9]*/mountinfo 2>/dev/null)
    ((${#found[@]})) || return 0
    for each in "${found[@]}"; do
      pid=${each#/proc/}
      kill -KILL "${pid%/mountinfo}" 2>/dev/null || true
    done
    pause 0.1
  done
}

# The daemon and its helpers see its private folders, and containers have file systems made of its data.
has_mounts_of() { grep -qF "/${1##*/}/" "/proc/$2/mountinfo" 2>/dev/null; }

# Nothing is mounted outside the daemon's name space, unless somebody entered the folder by hand.
unmount_below() {
  local point
  while read -r point; do
    umount --lazy "$point" 2>/dev/null || true
  done < <(awk -v below="$1/" 'index($2, below) == 1 { print $2 }' /proc/self/mounts | sort -r)
}
