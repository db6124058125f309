# shellcheck shell=bash
# Sourced by scripts/engine: engines end with the process that they were started for, however that ends.

# watch FOLDER PID: leaves a process behind that stops the engine when PID is gone.
watch() {
  local folder=$1 watched=$2
  put "$folder" watched "$watched"
  put "$folder" watched-start "$(process_start "$watched")"
  [[ -n $(get "$folder" watched-start) ]] || die "there is no process $watched to watch"
  setsid nohup "$ENGINE_SCRIPT" watchdog "$(get "$folder" id)" >/dev/null 2>&1 </dev/null &
  put "$folder" watchdog "$!"
}

# The body of that process. It ends by itself when somebody else has stopped the engine.
watchdog() {
  local folder watched start
  folder=$(folder_of "$1")
  watched=$(get "$folder" watched)
  start=$(get "$folder" watched-start)
  while [[ -d $folder/state ]] && same_process "$watched" "$start"; do
    pause 1
  done
  if [[ -d $folder/state ]]; then stop_engine "$1"; fi
}

stop_watchdog() {
  local pid
  pid=$(get "$1" watchdog)
  [[ -n $pid && $pid != "$$" ]] || return 0
  if grep -qaF watchdog "/proc/$pid/cmdline" 2>/dev/null; then kill "$pid" 2>/dev/null || true; fi
}

# Engines whose watchdog did not get to it: it was killed as well, or the machine was restarted.
stop_orphans() {
  local id folder
  for id in $(engine_ids); do
    folder=$(folder_of "$id")
    if [[ ! -d $folder ]] || orphaned "$folder"; then
      say "stopping engine $id: the process that it was started for is gone"
      # Another start, or its watchdog, may be just stopping it: then there is none any more.
      (stop_engine "$id") || [[ -z $(folder_of "$id") ]]
    fi
  done
}
