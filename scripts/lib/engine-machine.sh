# shellcheck shell=bash
# Sourced by scripts/engine: the few things that all engines share with the machine. The first start notes how
# they were, in $SHARED, and the last stop puts them back.

readonly SHARED=/run/gantry-engines
readonly FORWARDING=/proc/sys/net/ipv4/ip_forward

# Folders that daemons read or write whatever they are told: sockets of shims and plugins, the key of 20.10, what
# podman knows. Each engine sees its own in place of the machine's, for which there must be one to put it over.
readonly PRIVATE_FOLDERS=(/run/containerd /run/docker /opt/containerd /etc/docker /etc/containers /run/netns
  /run/containers /run/libpod /run/crun /var/lib/containers)

# in_turn COMMAND…: one at a time among all scripts that change what engines share.
in_turn() {
  (
    # A folder that is always there and stays: nothing to clean up.
    exec {lock}</run
    flock "$lock"
    "$@"
  )
}

prepare_machine() {
  [[ $(cat "$SHARED/boot" 2>/dev/null) == "$(boot_id)" ]] && return
  link_firewall
  make_private_folders
  note_forwarding
  boot_id >"$SHARED/boot"
}

restore_machine() {
  [[ -d $SHARED && -z $(engine_ids) ]] || return 0
  if [[ -e $SHARED/forwarding-was-off ]]; then echo 0 >"$FORWARDING"; fi
  remove_private_folders
  rm -rf "$SHARED"
}

make_private_folders() {
  local folder
  for folder in "${PRIVATE_FOLDERS[@]}"; do
    [[ -d $folder ]] && continue
    mkdir -p "$folder"
    echo "$folder" >>"$SHARED/made-folders"
  done
}

remove_private_folders() {
  local folder
  [[ -e $SHARED/made-folders ]] || return 0
  while read -r folder; do
    rmdir "$folder" 2>/dev/null || true
  done <"$SHARED/made-folders"
}

# Every daemon turns it on; it goes off again when that is how it was.
note_forwarding() {
  if [[ $(<"$FORWARDING") == 0 ]]; then touch "$SHARED/forwarding-was-off"; fi
}

# The names under which a daemon looks for the packet filter: it wants that inside the networks of a swarm even
# when told to leave the machine's alone.
link_firewall() {
  local program name
  program=$(firewall_flavour)
  [[ -n $program ]] || return 0
  for name in ip{,6}tables{,-save,-restore}; do
    ln -sf "$program" "$SHARED/$name"
  done
}

# firewall_flavour: prints the iptables program that works here: the machine's, else one of the cache's two.
# Tried in a network name space of its own, with matches and targets that a daemon uses.
firewall_flavour() {
  local program
  for program in "$(readlink -f "$(command -v iptables || true)")" \
    "$CACHE"/base/root/usr/sbin/xtables-{nft,legacy}-multi; do
    [[ -x $program ]] || continue
    # shellcheck disable=SC2016 # expanded by the inner shell
    if with_libraries base unshare --net bash -euc '
      t() { "$0" iptables --wait "$@"; }
      t -t nat -A POSTROUTING -s 10.64.0.0/24 ! -o lo -j MASQUERADE
      t -t nat -A OUTPUT -m addrtype --dst-type LOCAL ! --dst 127.0.0.0/8 -j RETURN
      t -t filter -A FORWARD -o lo -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
    ' "$program" >/dev/null 2>&1; then
      echo "$program"
      return
    fi
  done
}
