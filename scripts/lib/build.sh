# Sourced by scripts/gantry: builds target/gantry.jar and target/lib. Needs $root, $target, $jar.

# Maven's compiler plug-ins run inside javac, so the JDK must have one.
build() {
  local maven log=$target/build.log
  maven=$(type -P mvn) || complain 'needs Maven 3.8 or later to build (on Debian: apt-get install maven)'
  mkdir -p "$target"
  # Two starts at once: the second waits for the first, and finds its build.
  exec 9>"$target/build.lock"
  flock 9
  if is_stale; then
    echo 'gantry: building (once; takes a minute on the first time) …' >&2
    if ! (cd "$root" && JAVA_HOME=$(build_jdk) "$maven" -B -ntp -DskipTests package) >"$log" 2>&1 </dev/null 9>&-; then
      grep -E '^\[(WARNING|ERROR)\]' "$log" >&2 || cat "$log" >&2
      complain "the build failed; the whole log is $log"
    fi
    touch "$jar"
  fi
  exec 9>&-
}

# Prints the folder of the JDK to build with: the chosen one when it can compile, or any that can.
build_jdk() {
  local candidate
  for candidate in "$java_home" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [[ -x $candidate/bin/javac ]] && read_release "$candidate"; then
      printf %s "$candidate"
      return
    fi
  done
  complain 'needs a JDK with a compiler to build (on Debian: apt-get install openjdk-17-jdk-headless)'
}
