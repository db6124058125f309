# shellcheck shell=bash disable=SC2154,SC2016
# Sourced by scripts/gantry: makes the class archive. Needs $archive, $make, $options, $classpath.

# What the archive should hold is what this loads: the compiler, closures, strings, collections.
training='def m = [a: 1]; [1, 2].collect { "${it} ${m.a}" }.findAll { it }.join(",").size()'

# One run per JDK and build, unseen: nothing waits for it, and its failure changes nothing. The
# archive appears under its name when it is whole.
make_archive_in_background() {
  (make_archive &) >/dev/null 2>&1 </dev/null
}

make_archive() {
  mkdir -p "${archive%/*}"
  local part=$archive.part
  # The lock goes with the process: a killed run leaves nothing that stops the next one.
  exec 8>"$part.lock"
  flock -n 8 || return 0
  nice "$java_home/bin/java" "$make$part" "${options[@]}" -cp "$classpath" dev.gantry.cli.Main -e "$training" || return 0
  mv -f -- "$part" "$archive"
}
