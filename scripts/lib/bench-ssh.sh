# shellcheck shell=bash
# shellcheck disable=SC2154,SC2034 # results and engine are set by scripts/bench, which stops sshd
# Sourced by scripts/bench: a call over ssh when the connection is there, and a whole command, beside the Docker CLI's.

measure_ssh() {
  local facts path host
  facts=$(scripts/engine ssh --beside "$engine" --watch "$$")
  sshd=$(sed -n 's/^SSH_ID=//p' <<<"$facts")
  path=$(sed -n 's/^SSH_PATH=//p' <<<"$facts"):$PATH
  host=$(sed -n 's/^SSH_HOST=//p' <<<"$facts")
  PATH=$path hyperfine --shell=none --warmup 1 --runs "${RUNS:-20}" --style basic --export-csv "$results/ssh.csv" \
    -n 'docker version' "$(scripts/engine cli 20) -H $host version" \
    -n 'gantry docker.version' "scripts/gantry -H $host -e docker.version" >"$results/ssh.txt"
  PATH=$path scripts/gantry -o text -H "$host" -e '
    docker.version
    def times = (1..100).collect { long start = System.nanoTime(); docker.api.SystemVersion(); System.nanoTime() - start }
    times.sort()[50] / 1e9' >"$results/ssh-warm.txt"
}

# The median is the fourth column, in seconds.
print_ssh() {
  awk -F, -v warm="$(<"$results/ssh-warm.txt")" '
    BEGIN { printf "%-24s %10s %10s\n", "over ssh", "ms", "x docker" }
    NR == 2 { docker = $4 }
    NR > 1 { printf "%-24s %10.1f %10.2f\n", $1, $4 * 1000, $4 / docker }
    END { printf "%-24s %10.1f %10.2f\n", "gantry, a warm call", warm * 1000, warm / docker }
  ' "$results/ssh.csv"
}
