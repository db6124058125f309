# shellcheck shell=bash
# shellcheck disable=SC2154 # results is set by scripts/bench
# Sourced by scripts/bench: how long it takes from Ctrl-C to the next prompt of the shell, whatever runs. The shell is in
# tmux, which tells what the shell writes.

readonly interrupt_tries=${INTERRUPT_TRIES:-50}
readonly -a interrupt_works=(
  'while (true) {}'
  'sleep 60000'
  'docker.events().each { it }'
  "docker.containers['bench-idle'].logs(follow: true) { it }"
  "docker.containers['bench-idle'].waitFor('exited')"
  "docker.containers['bench-idle'].exec('sleep', '60')"
)

in_tmux() { tmux -L "gantry-bench-$$" "$@"; }

# await_output TEXT: reads what the program writes until the text is in it; no program is started meanwhile.
await_output() {
  local line
  until [[ ${line:-} == %output*"$1"* ]]; do
    IFS= read -rt 30 -u "${watcher[0]}" line || die "the shell did not write '$1'"
  done
}

# tell_tmux COMMAND…
tell_tmux() { printf '%s\n' "$*" >&"${watcher[1]}"; }

# time_interrupt ENTRY WORK: milliseconds from the key to the prompt of the next entry.
time_interrupt() {
  local number=$1 before after
  in_tmux send-keys -l -- "println 'go' + 'ing $number'; $2"
  tell_tmux send-keys Enter
  await_output "going $number"
  pause 0.3
  before=$EPOCHREALTIME
  tell_tmux send-keys C-c
  await_output "gantry:$((number + 1))"
  after=$EPOCHREALTIME
  echo $(((${after/./} - ${before/./}) / 1000))
}

measure_interrupts() {
  local try work
  "$(scripts/engine cli 20)" run -d --name bench-idle busybox sleep 3600 >/dev/null
  coproc watcher {
    exec tmux -L "gantry-bench-$$" -f /dev/null -C new-session -x 120 -y 24 \
      env HOME="$folder" XDG_STATE_HOME="$folder" DOCKER_HOST="$DOCKER_HOST" scripts/gantry
  }
  await_output 'gantry:1'
  pause 1
  for ((try = 1; try <= interrupt_tries; try++)); do
    work=${interrupt_works[(try - 1) % ${#interrupt_works[@]}]}
    printf '%s\t%s\n' "$(time_interrupt "$try" "$work")" "$work"
  done >"$results/interrupt.tsv"
  in_tmux kill-server
  "$(scripts/engine cli 20)" rm -f bench-idle >/dev/null
}

print_interrupts() {
  echo
  echo "Ctrl-C to prompt, $interrupt_tries tries (ms)"
  sort -n "$results/interrupt.tsv" |
    awk -F'\t' '{ all[NR] = $1; if ($1 > worst[$2]) worst[$2] = $1 }
      END { for (work in worst) printf "  worst %5d  %s\n", worst[work], work
            printf "  median %4d  worst %d\n", all[int((NR + 1) / 2)], all[NR] }'
}
