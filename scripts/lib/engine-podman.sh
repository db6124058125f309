# shellcheck shell=bash
# Sourced by scripts/engine: podman's service that speaks the Docker API.

# It always uses the packet filter, and would leave its rules in the machine's. So it gets a network name space
# of its own, and with it, ports that it publishes are reachable from its containers only.
start_podman() {
  local folder=$1
  wrap_programs "$folder/bin"
  write_podman_config "$folder"
  # shellcheck disable=SC2016 # expanded by the inner shell
  launch "$folder" unshare --net bash -euc '
    ip link set lo up
    # With version 1 of cgroups, crun does not want to see a version 2 beside it.
    if mountpoint -q /sys/fs/cgroup/unified; then umount /sys/fs/cgroup/unified; fi
    exec "$@"
  ' podman env TMPDIR="$folder" podman --log-level warn system service --time=0 "unix://$folder/docker.sock"
}

# Podman calls these without LD_LIBRARY_PATH.
wrap_programs() {
  local program
  mkdir -p "$1"
  for program in conmon crun netavark; do
    printf '#!/bin/sh\nLD_LIBRARY_PATH=%q exec %q "$@"\n' "$(libraries_path podman)" "$CACHE/podman/bin/$program" \
      >"$1/$program"
    chmod +x "$1/$program"
  done
}

# Podman has most of its settings from /etc/containers, of which each engine has its own.
write_podman_config() {
  local folder=$1 config=$1/private/etc/containers files processes
  # More than what this process may have itself is refused where root lacks CAP_SYS_RESOURCE.
  files=$(ulimit -Hn)
  processes=$(ulimit -Hu)
  # Podman lowers its own to the number of process ids that there are.
  if [[ $processes == unlimited ]] || ((processes > $(</proc/sys/kernel/pid_max))); then
    processes=$(</proc/sys/kernel/pid_max)
  fi
  mkdir -p "$config/networks"
  echo '{"default": [{"type": "insecureAcceptAnything"}]}' >"$config/policy.json"
  # As for Docker, a registry on loopback needs no TLS.
  cat >"$config/registries.conf" <<'TOML'
unqualified-search-registries = ["docker.io"]
[[registry]]
location = "127.0.0.1"
insecure = true
TOML
  cat >"$config/storage.conf" <<TOML
[storage]
driver = "overlay"
graphroot = "$folder/data"
runroot = "$folder/exec"
TOML
  cat >"$config/containers.conf" <<TOML
[containers]
cgroupns = "private"
default_ulimits = ["nofile=$files:$files", "nproc=$processes:$processes"]
[network]
network_backend = "netavark"
network_config_dir = "$config/networks"
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
static_dir = "$folder/data/libpod"
tmp_dir = "$folder/exec/libpod"
volume_path = "$folder/data/volumes"
conmon_path = ["$folder/bin/conmon"]
runtime = "crun"
helper_binaries_dir = ["$folder/bin", "$CACHE/podman/bin"]
[engine.runtimes]
crun = ["$folder/bin/crun"]
TOML
}

# Podman puts the cgroups of all its containers into one place, whoever started it: only those of ours go.
remove_podman_cgroups() {
  local container id folder
  for container in "$1"/data/overlay-containers/*/; do
    id=$(basename "$container")
    while read -r folder; do
      rmdir "$folder" 2>/dev/null || true
    done < <(find /sys/fs/cgroup -depth -type d -path "*/libpod_parent/libpod-*$id*" 2>/dev/null)
  done
  # Goes when it is empty.
  rmdir /sys/fs/cgroup/libpod_parent/conmon /sys/fs/cgroup/*/libpod_parent/conmon 2>/dev/null || true
  rmdir /sys/fs/cgroup/libpod_parent /sys/fs/cgroup/*/libpod_parent 2>/dev/null || true
}
