# shellcheck shell=bash
# Sourced by scripts/engine: the bridge, the addresses and the packet filter of an engine.
#
# Engines share the machine's network name space, so that published ports are reachable on its loopback.
# Each gets a /16 of private addresses of its own: the lower half for its bridge, the upper half for the
# networks that it makes. The bridge is named after the /16, so making it is also how the /16 is taken, and its
# alias is the engine's folder, so that it is known whose it is however early a start was cut off.

readonly BRIDGE_PREFIX=gantry-

# The machine's own, or else that of the cache, which needs its libraries.
ip() { with_libraries base command ip "$@"; }

# take_bridge FOLDER: prints the name of a new bridge on addresses that no route of the machine covers.
take_bridge() {
  local block
  # An interrupt does not come between the making of a bridge and the note whose it is.
  trap '' INT TERM HUP
  for block in 10-{64..127} 172-{16..31}; do
    block_is_free "${block/-/.}" || continue
    # Fails when another start has just taken it: then the next one.
    ip link add name "$BRIDGE_PREFIX$block" type bridge 2>/dev/null || continue
    ip link set dev "$BRIDGE_PREFIX$block" alias "$1"
    ip address add "${block/-/.}.0.1/24" dev "$BRIDGE_PREFIX$block"
    ip link set "$BRIDGE_PREFIX$block" up
    echo "$BRIDGE_PREFIX$block"
    return
  done
  die "no free range of private addresses for an engine's networks, or no right to make a bridge"
}

# The first two bytes of a bridge's addresses: 10.64 for gantry-10-64.
block_of() {
  local block=${1#"$BRIDGE_PREFIX"}
  echo "${block/-/.}"
}

block_is_free() {
  local first=$((${1%.*} * 256 + ${1#*.})) destination prefix shift net
  while read -r destination; do
    [[ $destination == *.* ]] || continue
    prefix=32
    [[ $destination == */* ]] && prefix=${destination#*/}
    IFS=. read -r -a net <<<"${destination%/*}"
    shift=$((prefix < 16 ? 16 - prefix : 0))
    if (((net[0] * 256 + net[1]) >> shift == first >> shift)); then return 1; fi
  done < <(ip -4 route show table all | awk '{ print ($1 ~ /^[a-z]/) ? $2 : $1 }' | grep -v default)
}

# remove_networks FOLDER: the engine's bridge, and what the daemon made in its addresses and left behind.
remove_networks() {
  local link
  for link in /sys/class/net/"$BRIDGE_PREFIX"*; do
    if [[ $(cat "$link/ifalias" 2>/dev/null) == "$1" ]]; then remove_network "${link##*/}"; fi
  done
}

remove_network() {
  local block name
  block=$(block_of "$1")
  while read -r name; do
    ip link delete "$name" 2>/dev/null || true
  done < <(ip -4 -o address show | awk -v block=" $block." 'index($0, block) { print $2 }')
  ip link delete "$1" 2>/dev/null || true
}
