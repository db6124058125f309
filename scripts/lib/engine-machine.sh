# shellcheck shell=bash
# Sourced by scripts/engine: the few things that all engines share with the machine. The first start notes how
# they were, in $SHARED, and the last stop puts them back.

readonly SHARED=$CACHE/shared
readonly FORWARDING=/proc/sys/net/ipv4/ip_forward

# Folders that daemons write to whatever they are told: sockets of shims and plugins, the key of 20.10. Each engine
# sees its own in place of the machine's, for which there must be one to put it over.
readonly PRIVATE_FOLDERS=(/run/containerd /run/docker /opt/containerd /etc/docker)

# in_turn COMMAND…: one at a time among all scripts that change what engines share.
in_turn() {
  (
    exec {lock}>"$CACHE/lock"
    flock "$lock"
    "$@"
  )
}

prepare_machine() {
  [[ $(cat "$SHARED/boot" 2>/dev/null) == "$(boot_id)" ]] && return
  rm -rf "$SHARED"
  mkdir -p "$SHARED"
  link_firewall
  if ! has_chains; then touch "$SHARED/chains-are-ours"; fi
  make_private_folders
  open_forwarding
  boot_id >"$SHARED/boot"
}

restore_machine() {
  local family
  [[ -d $SHARED && -z $(engine_ids) ]] || return 0
  if [[ -e $SHARED/forwarding-was-off ]]; then echo 0 >"$FORWARDING"; fi
  if [[ -e $SHARED/chains-are-ours ]]; then
    for family in iptables ip6tables; do remove_chains "$family"; done
  fi
  remove_private_folders
  rm -rf "$SHARED"
}

make_private_folders() {
  local folder
  for folder in "${PRIVATE_FOLDERS[@]}"; do
    [[ -d $folder ]] && continue
    mkdir "$folder"
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

# A daemon that finds forwarding off turns it on and closes the FORWARD chain for the whole machine. Turning it
# on beforehand keeps the chain as it is.
open_forwarding() {
  [[ $(<"$FORWARDING") == 0 ]] || return 0
  echo 1 >"$FORWARDING"
  touch "$SHARED/forwarding-was-off"
}

# The names under which a daemon looks for the packet filter; none when no flavour works here.
link_firewall() {
  local program name
  program=$(firewall_flavour)
  [[ -n $program ]] || return 0
  for name in ip{,6}tables{,-save,-restore}; do
    ln -s "$program" "$SHARED/$name"
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

# firewall PROGRAM ARGUMENT…: iptables and its like, of the flavour that works here.
firewall() {
  local program=$1
  shift
  [[ -e $SHARED/$program ]] && with_libraries base "$SHARED/$program" "$@"
}

has_chains() { { firewall iptables-save && firewall ip6tables-save; } 2>/dev/null | grep '^:DOCKER' >/dev/null; }

# remove_chains FAMILY: takes out the daemons' chains and the rules that name them.
remove_chains() {
  local rules
  rules=$(firewall "$1-save" 2>/dev/null | grep -v DOCKER) || return 0
  firewall "$1-restore" <<<"$rules"
}
