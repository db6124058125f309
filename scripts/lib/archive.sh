# shellcheck shell=bash disable=SC2154,SC2016
# Sourced by scripts/gantry: makes the class archive. Needs $archive, $make, $options, $classpath.

# What the archive should hold is what this loads: the compiler, closures, strings, collections.
training='def m = [a: 1]; [1, 2].collect { "${it} ${m.a}" }.findAll { it }.join(",").size()'

# And the shell with its line editor, where the training is typed, run as by -e, and something completed.
typed=$training'\ndev.gantry.cli.Main.main("-e", "args.size()")\ndocker.p\t\025exit(0)\n'

# One run per JDK and build, unseen: nothing waits for it, and its failure changes nothing. The
# archive appears under its name when it is whole.
make_archive_in_background() {
  (make_archive &) >/dev/null 2>&1 </dev/null
}

make_archive() {
  mkdir -p "${archive%/*}"
  cd -- "${archive%/*}" || return 0 # where Java leaves its report if it crashes
  local part=$archive.part
  # The lock goes with the process: a killed run leaves nothing that stops the next one.
  exec 8>"$part.lock"
  flock -n 8 || return 0
  train || return 0
  mv -f -- "$part" "$archive"
}

# In a shell on a terminal of its own, which Debian's script makes; without one, by a one-liner. No
# engine is asked, and no history or setting of the user's is read or written.
train() {
  local java=(nice "$java_home/bin/java" "$make$part" "${options[@]}" -cp "$classpath")
  local home=$archive.home
  rm -rf -- "$home"
  export DOCKER_HOST=unix:///dev/null XDG_STATE_HOME=$home XDG_CONFIG_HOME=$home TERM=xterm-256color
  if [[ $(type -P script) ]]; then
    java+=("-Dgantry.terminals=in,out,err" -Dgantry.columns=80 dev.gantry.cli.Main)
    { sleep 5; printf %b "$typed"; sleep 10; } | timeout 60 script -qec "${java[*]@Q}" /dev/null
  else
    "${java[@]}" dev.gantry.cli.Main -e "$training"
  fi
  rm -rf -- "$home"
  [[ -s $part ]]
}
