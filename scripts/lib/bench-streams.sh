# shellcheck shell=bash
# shellcheck disable=SC2154 # results, folder, socket and the sizes are set by scripts/bench
# Sourced by scripts/bench: what passes through a stream, beside the Docker CLI and curl in the same run, and whether
# connections or files stay open after many calls.

# time_beside NAME RIVAL COMMAND: both write to a file of results/NAME.json; the rival comes first.
time_beside() {
  local name=$1
  shift
  hyperfine --warmup 1 --runs "${STREAM_RUNS:-3}" --style basic --export-csv "$results/$name.csv" "$@" >"$results/$name.txt"
}

# print_beside NAME BYTES: MB/s of both, and ours as a share of the rival's.
print_beside() {
  awk -F, -v name="$1" -v bytes="$2" '
    NR == 2 { rival = $4 } NR == 3 { ours = $4 }
    END { printf "%-24s %10.0f %10.0f %10.2f\n", name, bytes / rival / 1e6, bytes / ours / 1e6, rival / ours }
  ' "$results/$1.csv"
}

measure_logs() {
  local cli
  cli=$(scripts/engine cli 20)
  "$cli" run -d --name bench-logs busybox sh -c "yes $(printf 'x%.0s' {1..99}) | head -c $log_bytes" >/dev/null
  "$cli" wait bench-logs >/dev/null
  time_beside logs -n 'docker logs' "$cli logs bench-logs >/dev/null" \
    -n 'gantry logs' "GANTRY_JAVA_OPTS=-Xmx64m scripts/gantry -e 'docker.containers[\"bench-logs\"].logs(to: \"/dev/null\")'"
}

measure_images() {
  local tar=$folder/bench-image.tar random=$folder/bench-random
  head -c "$image_bytes" /dev/urandom >"$random"
  tar -C "$folder" -cf - bench-random | "$(scripts/engine cli 20)" import - bench-image:1 >/dev/null
  rm "$random"
  time_beside save -n curl "curl -sf --unix-socket $socket http://localhost/images/bench-image:1/get -o /dev/null" \
    -n gantry "scripts/gantry -e 'docker.images[\"bench-image:1\"].save(\"/dev/null\")'"
  curl -sf --unix-socket "$socket" http://localhost/images/bench-image:1/get -o "$tar"
  time_beside load \
    -n curl "curl -sf --unix-socket $socket -H 'Content-Type: application/x-tar' -T $tar -X POST 'http://localhost/images/load?quiet=1'" \
    -n gantry "scripts/gantry -e 'docker.images.load(\"$tar\", quiet: true)'"
  rm "$tar"
}

measure_streams() {
  measure_logs
  measure_images
  scripts/gantry scripts/lib/bench-leaks.groovy "$calls" >"$results/leaks.txt"
}

print_streams() {
  printf '%-24s %10s %10s %10s\n' 'stream' 'rival MB/s' 'our MB/s' 'ours/rival'
  print_beside logs "$log_bytes"
  print_beside save "$image_bytes"
  print_beside load "$image_bytes"
  cat "$results/leaks.txt"
}
