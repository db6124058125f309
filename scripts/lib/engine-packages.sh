# shellcheck shell=bash
# Sourced by scripts/engine: the programs of each kind of engine, from Debian's packages. They are unpacked
# into a cache folder and never installed, so that no service starts and no program of the machine changes.
#
# "base" has what every kind needs and the machine may lack. All of it is of bookworm: a kind of a newer
# suite brings only programs that need nothing newer than bookworm's C library (glibc 2.34 and later).

CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/gantry/engines"
readonly CACHE
# Tools of this script that a small machine may lack.
PATH=$PATH:$CACHE/base/bin

# Suites in which to look, first one first: testing follows sid, where versions move on.
suites_of() {
  case $1 in
    26) echo trixie ;;
    28) echo sid forky ;;
    *) echo bookworm ;;
  esac
}

# The package whose version tells whether a suite has the right kind, then the others of the kind.
packages_of() {
  case $1 in
    base) echo runc tini iptables iproute2 procps ;;
    20) echo docker.io containerd ;;
    26 | 28) echo docker.io docker-cli containerd ;;
    podman) echo podman crun conmon netavark ;;
    registry) echo docker-registry openssl ;;
    ssh) echo openssh-server ;;
    busybox) echo busybox-static ;;
  esac
}

version_pattern_of() {
  case $1 in
    20 | 26 | 28) echo "$1."'*' ;;
    *) echo '*' ;;
  esac
}

# fetch_kind KIND: makes sure that $CACHE/KIND is there and whole.
fetch_kind() {
  [[ -e $CACHE/$1/version ]] && return
  mkdir -p "$CACHE"
  # In a subshell: the lock ends with it, whichever way it ends.
  (
    exec {lock}>"$CACHE/$1.lock"
    flock "$lock"
    [[ -e $CACHE/$1/version ]] || unpack_kind "$1"
  )
}

unpack_kind() {
  local kind=$1 suite work
  if ! have apt-get || ! have dpkg-deb; then
    die "'$kind' is made from Debian's packages, and there is no apt-get and dpkg-deb here"
  fi
  # What a killed one left: this one has the lock.
  rm -rf "$CACHE/$kind".partial.*
  work=$(mktemp -d "$CACHE/$kind.partial.XXXXXX")
  # shellcheck disable=SC2064 # the folder of now, not of then
  trap "rm -rf '$work'" EXIT
  for suite in $(suites_of "$kind"); do
    private_apt_update "$work/apt" "$suite"
    download_kind "$kind" "$suite" "$work" && break
  done
  [[ -e $work/version ]] || die "no suite of this machine's Debian mirror ($(suites_of "$kind")) has engine $kind"
  rm -rf "$work/apt" "${CACHE:?}/$kind"
  mv "$work" "$CACHE/$kind"
}

# download_kind KIND SUITE WORK: false when the suite has another version than the kind asks for.
download_kind() {
  local kind=$1 suite=$2 work=$3 packages version deb
  read -ra packages <<<"$(packages_of "$kind")"
  version=$(private_apt cache "$work/apt" show --no-all-versions "${packages[0]}" | sed -n 's/^Version: //p')
  # shellcheck disable=SC2053 # a pattern on purpose
  [[ -n $version && $version == $(version_pattern_of "$kind") ]] || return
  say "fetching ${packages[*]} of Debian $suite for engine $kind ($version)"
  mkdir -p "$work/debs" "$work/root" "$work/bin"
  if [[ $suite == bookworm ]]; then
    mapfile -t -O "${#packages[@]}" packages < <(absent_dependencies "$work/apt" "${packages[@]}")
  fi
  (cd "$work/debs" && private_apt get "$work/apt" -qq download "${packages[@]}" >&2)
  for deb in "$work"/debs/*.deb; do
    dpkg-deb -x "$deb" "$work/root"
  done
  rm -rf "$work/debs"
  link_programs "$work"
  echo "$version" >"$work/version"
}

# Packages that the given ones depend on and that this machine has not installed.
absent_dependencies() {
  local apt=$1
  shift
  private_apt get "$apt" -s --no-install-recommends install "$@" \
    | awk -v given=" $* $(packages_of base) " '/^Inst/ && $3 !~ /^\[/ && index(given, " " $2 " ") == 0 { print $2 }'
}

# One folder of links per kind, relative so that the folder can be moved.
link_programs() {
  local program folder
  for folder in usr/sbin usr/bin usr/libexec/podman usr/lib/podman sbin bin; do
    for program in "$1/root/$folder"/*; do
      [[ -f $program && -x $program && ! -L $program ]] && ln -sf "../root/$folder/${program##*/}" "$1/bin/"
    done
  done
  if [[ -e $1/bin/tini-static ]]; then ln -s tini-static "$1/bin/docker-init"; fi
  # Alone in a folder, to be put on PATH where nothing else of the kind should be.
  mkdir "$1/client"
  if [[ -e $1/bin/docker ]]; then ln -s ../bin/docker "$1/client/docker"; fi
}

# Podman is spoken to with the Docker client of its own release.
client_folder() {
  local kind=$1
  if [[ $kind == podman ]]; then kind=20; fi
  fetch_kind "$kind"
  echo "$CACHE/$kind/client"
}

# private_apt get|cache FOLDER ARGUMENT…: apt with lists, cache and sources of its own.
private_apt() {
  local tool=$1 folder=$2
  shift 2
  "apt-$tool" -o Dir::State="$folder/state" -o Dir::State::status=/var/lib/dpkg/status \
    -o Dir::Cache="$folder/cache" -o Dir::Etc::sourcelist="$folder/sources.list" -o Dir::Etc::sourceparts=- \
    -o APT::Sandbox::User=root -o Acquire::Languages=none -o Acquire::Check-Valid-Until="$(valid_until "$folder")" \
    "$@"
}

# The lists of a dated snapshot of the archive are meant to be out of date.
valid_until() {
  if grep -qE '/[0-9]{8}T[0-9]{6}Z' "$1/sources.list"; then echo false; else echo true; fi
}

private_apt_update() {
  local folder=$1 suite=$2 mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg options=
  mirror=$(debian_mirror)
  [[ -n $mirror ]] || die "the apt sources of this machine name no Debian mirror to take engines from"
  [[ -e $keyring ]] && options="[signed-by=$keyring] "
  mkdir -p "$folder/state/lists/partial" "$folder/cache/archives/partial"
  echo "deb $options$mirror $suite main" >"$folder/sources.list"
  private_apt get "$folder" -qq update >&2 || die "could not read the package lists of suite '$suite' from the mirror"
}

# The mirror of the machine's own release, as apt itself reads its sources of either format; nothing is fetched.
debian_mirror() {
  local codename
  codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  apt-get --print-uris update 2>/dev/null \
    | sed -nE "s#^'([^']+)/dists/(${codename:-stable}|stable|oldstable|sid|unstable)/InRelease'.*#\1#p" | head -n 1
}

# with_libraries KIND COMMAND…: runs a program of the cache with the libraries that the machine lacks.
with_libraries() {
  local kind=$1
  shift
  LD_LIBRARY_PATH=$(libraries_path "$kind") \
    XTABLES_LIBDIR=$(echo "$CACHE"/base/root/usr/lib/*-linux-gnu/xtables) "$@"
}

# Some packages of bookworm still have theirs in /lib. The patterns that match nothing stay in it: harmless.
libraries_path() { echo "$CACHE"/{"$1",base}/root/{usr/,}lib/*-linux-gnu | tr ' ' :; }
