# shellcheck shell=bash
# Sourced by scripts/engine: starting and stopping one daemon.
#
# A daemon runs in a mount name space of its own. Whatever it mounts is gone with its last process and is never
# seen by the rest of the machine, and each process in that name space is known to be the engine's.

# programs_path KIND: what goes in front of PATH for a daemon, and for its clients.
programs_path() { echo "$SHARED:$CACHE/$1/bin:$CACHE/base/bin"; }

# write_dockerd_config FOLDER: a file of its own, so that the machine's /etc/docker/daemon.json is not read.
#
# No packet filter: all daemons of a network name space use chains of the same names, and one that starts empties
# those of the others, whose next container then fails to start. Without it, proxies publish ports, which is all
# that clients on the machine need; what is lost is the way from a container to other machines.
write_dockerd_config() {
  local folder=$1 bridge block tcp hosts=''
  bridge=$(get "$folder" bridge)
  block=$(block_of "$bridge")
  tcp=$(get "$folder" tcp)
  # The daemon refuses addresses in its file when there are some among its arguments.
  if [[ -z $(get "$folder" with) ]]; then
    hosts="\"hosts\": [\"unix://$folder/docker.sock\"${tcp:+, \"tcp://$tcp\"}],"
  fi
  cat >"$folder/daemon.json" <<JSON
{
  $hosts
  "data-root": "$folder/data",
  "exec-root": "$folder/exec",
  "pidfile": "$folder/docker.pid",
  "bridge": "$bridge",
  "default-address-pools": [{"base": "$block.128.0/17", "size": 24}],
  "iptables": false,
  "ip6tables": false,
  "exec-opts": ["native.cgroupdriver=cgroupfs"],
  "cgroup-parent": "/$(cgroup_of "$folder")",
  "shutdown-timeout": 5,
  "experimental": true
}
JSON
}

cgroup_of() { echo "${1##*/}"; }

# launch FOLDER COMMAND…: starts it in the background, in a session and a mount name space of its own.
launch() {
  local folder=$1 kind
  shift
  kind=$(get "$folder" kind)
  # shellcheck disable=SC2016 # expanded by the inner shell
  PATH="$(programs_path "$kind"):$PATH" with_libraries "$kind" exec setsid nohup unshare --mount --propagation slave bash -euc '
      for private in $0; do
        mkdir -p "$1$private"
        mount --bind "$1$private" "$private"
      done
      shift
      exec "$@"
    ' "${PRIVATE_FOLDERS[*]}" "$folder/private" "$@" >"$folder/daemon.log" 2>&1 </dev/null &
  put "$folder" pid "$!"
  put "$folder" pid-start "$(process_start "$!")"
}

start_dockerd() {
  local folder=$1 options=() more=()
  read -ra more <<<"$(get "$folder" with)"
  if ((${#more[@]})); then options+=(-H "unix://$folder/docker.sock" "${more[@]}"); fi
  [[ -n $(get "$folder" bridge) ]] || put "$folder" bridge "$(take_bridge "$folder")"
  write_dockerd_config "$folder"
  if has_tls "$folder"; then
    options+=(--tlsverify --tlscacert "$folder/tls/ca.pem" --tlscert "$folder/tls/server.pem")
    options+=(--tlskey "$folder/tls/server-key.pem")
  elif [[ -n $(get "$folder" tcp) ]]; then
    # Says that a TCP listener without TLS is meant: otherwise newer ones wait 15 s to make that sink in.
    options+=(--tls=false)
  fi
  launch "$folder" dockerd --config-file "$folder/daemon.json" "${options[@]}"
}

client() {
  local folder=$1 programs
  programs=$(client_folder "$(get "$folder" kind)")
  shift
  DOCKER_HOST="unix://$(get "$folder" socket)" DOCKER_CONFIG="$folder/client" DOCKER_CONTEXT='' \
    timeout 60 "$programs/docker" "$@"
}

# wait_for_daemon FOLDER: until it answers; false when it ends before, or after 60 s.
wait_for_daemon() {
  local folder=$1 end=$((SECONDS + 60)) version
  while ((SECONDS < end)); do
    if [[ -S $(get "$folder" socket) ]] \
      && version=$(client "$folder" version --format '{{.Server.Version}}' 2>/dev/null); then
      put "$folder" version "$version"
      return
    fi
    daemon_lives "$folder" || return 1
    sleep 0.1
  done
  return 1
}

# bring_up FOLDER: false, with what was started still there, when the daemon does not answer.
bring_up() {
  local folder=$1
  say "starting engine $(get "$folder" id) ($(<"$CACHE/$(get "$folder" kind)/version"))"
  in_turn prepare_machine
  if [[ $(get "$folder" kind) == podman ]]; then start_podman "$folder"; else start_dockerd "$folder"; fi
  wait_for_daemon "$folder" || return 1
  say "engine $(get "$folder" id) is up: Docker $(get "$folder" version) at $(get "$folder" socket)"
}

# free_port: below the range from which the kernel takes ports for outgoing connections.
free_port() {
  local port
  for _ in {1..100}; do
    port=$((20000 + RANDOM % 12000))
    if ! (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
  die "no free port found on 127.0.0.1"
}
