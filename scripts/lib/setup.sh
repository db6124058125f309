# shellcheck shell=bash
# Sourced by the other scripts: what they say, and how they get what is missing.

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$(basename "$0"): $*"
  exit 1
}

# pause SECONDS: a read that never gets anything, and so no process that could outlive us.
pause() {
  [[ ${IDLE:-} ]] || exec {IDLE}<> <(:)
  read -rt "$1" -u "$IDLE" || true
}

have() { command -v "$1" >/dev/null 2>&1; }

# What is missing: in words, and the packages of Debian that have it.
MISSING=() PACKAGES=()

# need COMMAND PACKAGE…: notes what install_missing has to get, so that everything comes at once.
need() {
  local command=$1
  shift
  have "$command" || lack "the command '$command'" "$@"
}

lack() {
  MISSING+=("$1")
  shift
  PACKAGES+=("$@")
}

# need_jdk: a JDK, not only a JRE, of 17 or newer.
need_jdk() { find_jdk || lack "a JDK 17 or newer" openjdk-17-jdk-headless; }

# Maven runs on the JDK of need_jdk, not on the newest that Debian has.
need_maven() { need mvn maven; }

can_install() { have apt-get && ((EUID == 0)); }

# install_missing: installs what was noted, or says all that a person has to install.
install_missing() {
  ((${#PACKAGES[@]})) || return 0
  local what
  printf -v what '%s, ' "${MISSING[@]}"
  what=${what%, }
  if ! have apt-get; then
    die "missing here: $what; and there is no apt-get to install it. Debian's packages are: ${PACKAGES[*]}"
  elif [[ $EUID -ne 0 ]]; then
    die "missing here: $what; only root can install it: apt-get install --no-install-recommends ${PACKAGES[*]}"
  fi
  say "missing here: $what; installing with apt: ${PACKAGES[*]}"
  apt_install "${PACKAGES[@]}"
  MISSING=() PACKAGES=()
  hash -r
}

# apt_install PACKAGE…: installs them, refreshing the package lists only when that is needed.
apt_install() {
  # The lists may be absent, or name versions that the mirror has dropped since.
  apt_quietly install "$@" && return
  say "refreshing apt's package lists"
  apt_quietly update && apt_quietly install "$@" && return
  say "$APT_SAID"
  die "apt could not install: $*"
}

# What it says is kept in APT_SAID: of interest only when it fails.
apt_quietly() {
  APT_SAID=$(DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" 2>&1 </dev/null)
}

# Prints the feature version of the JDK in folder $1; 0 when there is none that can compile.
jdk_version() {
  local version=0 line
  if [[ -x $1/bin/javac && -r $1/release ]]; then
    while IFS= read -r line; do
      [[ $line == JAVA_VERSION=* ]] && version=${line#*=\"} && version=${version%%[!0-9]*}
    done <"$1/release"
  fi
  echo "$version"
}

# find_jdk: exports JAVA_HOME, of which Maven takes notice. What was asked for comes first, what is known to
# work for everyone last.
find_jdk() {
  local folder on_path
  on_path=$(readlink -f "$(command -v javac || true)") || true
  for folder in "${JAVA_HOME:-}" "$(jdk_of "${GANTRY_JAVA:-}")" "${on_path%/bin/javac}" /usr/lib/jvm/*; do
    if (($(jdk_version "$folder") >= 17)); then
      export JAVA_HOME=$folder
      return
    fi
  done
  return 1
}

# Prints the folder of the JDK that a java command, or that folder itself, stands for.
jdk_of() {
  local java=$1
  [[ -z $java || -d $java ]] || java=$(readlink -f -- "$java" || printf %s "$java")
  echo "${java%/bin/java}"
}
