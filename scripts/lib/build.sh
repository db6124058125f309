# shellcheck shell=bash disable=SC2154
# Sourced by scripts/gantry: builds target/gantry.jar and target/lib. Needs $root, $target, $jar, is_stale.

# shellcheck source=setup.sh
source "$root/scripts/lib/setup.sh"

build() {
  local log=$target/build.log
  need_jdk
  need_maven
  install_missing
  find_jdk || die 'there is no JDK with a compiler, though one was installed'
  mkdir -p "$target"
  # Two starts at once: the second waits for the first, and finds its build.
  exec 9>"$target/build.lock"
  flock 9
  if is_stale; then
    say 'gantry: building (once; takes minutes where Maven has to download, else less than one) …'
    if ! (cd "$root" && mvn -B -ntp -DskipTests package) >"$log" 2>&1 </dev/null 9>&-; then
      # Maven says everything twice; the first few errors are enough to begin with.
      # Maven says everything twice, and much about itself; the first few errors are enough to begin with.
      grep -E '^\[(WARNING|ERROR)\] ' "$log" | grep -vE 'Help 1|To see the full|Re-run Maven|For more information' |
        awk '!seen[$0]++' | head -n 12 >&2 || tail -n 20 "$log" >&2
      die "the build failed; the whole log is $log"
    fi
    touch "$jar"
  fi
  exec 9>&-
}
