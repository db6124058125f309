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

# apt_install PACKAGE…: installs them, refreshing the package lists only when apt does not know a package.
apt_install() {
  say "installing $* (apt)"
  if ! apt-cache show --no-all-versions "$@" >/dev/null 2>&1; then
    apt_quietly update
  fi
  # The lists may name versions that the mirror has dropped since: refresh them, once, and try again.
  apt_quietly install -y --no-install-recommends "$@" 2>/dev/null || {
    apt_quietly update
    apt_quietly install -y --no-install-recommends "$@" || die "apt could not install: $*"
  }
}

apt_quietly() {
  DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" >&2
}

# missing WHAT PACKAGE…: installs the packages, or says what a person has to install.
missing() {
  local what=$1
  shift
  if ! have apt-get; then
    die "$what is missing, and there is no apt-get here to install it. In Debian it comes with: $*"
  elif [[ $EUID -ne 0 ]]; then
    die "$what is missing, and only root can install it: apt-get install $*"
  fi
  apt_install "$@"
}

# need COMMAND PACKAGE…: makes sure that COMMAND can be run.
need() {
  local command=$1
  shift
  have "$command" && return
  missing "the command '$command'" "$@"
  hash -r
  have "$command" || die "'$command' is still missing after installing $*"
}

java_feature_version() {
  "$1" -version 2>&1 | sed -nE '1s/.*version "([0-9]+).*/\1/p'
}

# A JDK, not only a JRE, of 17 or newer: JAVA_HOME, then PATH, then Debian's package.
ensure_jdk() {
  local javac
  for javac in "${JAVA_HOME:+$JAVA_HOME/bin/javac}" "$(command -v javac || true)"; do
    [[ -n $javac && -x $javac ]] || continue
    [[ $(java_feature_version "${javac%c}") -ge 17 ]] && return
  done
  missing "a JDK 17 or newer" openjdk-17-jdk-headless
  hash -r
  have javac || die "there is no javac after installing openjdk-17-jdk-headless"
}

ensure_maven() { need mvn maven; }
