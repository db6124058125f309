# shellcheck shell=bash
# Sourced by scripts/engine: the bridge, the addresses and the packet filter of an engine.
#
# Engines share the machine's network name space, so that published ports are reachable on its loopback.
# Each gets a /16 of private addresses of its own: the lower half for its bridge, the upper half for the
# networks that it makes. The bridge is named after the /16, so making it is also how the /16 is taken.

readonly BRIDGE_PREFIX=gantry-

# take_bridge: prints the name of a new bridge on addresses that no route of the machine covers.
take_bridge() {
  local block
  for block in 10-{64..127} 172-{16..31}; do
    block_is_free "${block/-/.}" || continue
    # Fails when another start has just taken it: then the next one.
    ip link add name "$BRIDGE_PREFIX$block" type bridge 2>/dev/null || continue
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

# remove_network BRIDGE: the bridge, and what the daemon made in its addresses and left behind.
remove_network() {
  local block pattern name names
  block=$(block_of "$1")
  mapfile -t names < <(ip -4 -o address show | awk -v block=" $block." 'index($0, block) { print $2 }')
  pattern=" ${block/./\\.}\."
  for name in "${names[@]}" "$1"; do
    ip link delete "$name" 2>/dev/null || true
    pattern+="| $name "
  done
  forget_rules "$pattern"
}

# forget_rules PATTERN: deletes the rules of the packet filter that match it. Daemons leave those of networks.
forget_rules() {
  local family line table='' rule
  for family in iptables ip6tables; do
    while read -r line; do
      if [[ $line == '*'* ]]; then
        table=${line#'*'}
      elif [[ $line == -A* && $line =~ $1 ]]; then
        read -ra rule <<<"${line#-A}"
        firewall "$family" --wait --table "$table" -D "${rule[@]}" 2>/dev/null || true
      fi
    done < <(firewall "$family-save" 2>/dev/null || true)
  done
}
