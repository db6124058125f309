# shellcheck shell=bash
# shellcheck disable=SC2154 # results is set by scripts/bench
# Sourced by scripts/bench: how long Tab takes in the shell, with many containers on the engine.

readonly tab_containers=${TAB_CONTAINERS:-300}

measure_completion() {
  scripts/gantry scripts/lib/bench-completion.groovy "$tab_containers" >"$results/completion.txt"
}

print_completion() {
  cat "$results/completion.txt"
}
