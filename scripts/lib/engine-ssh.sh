# shellcheck shell=bash
# Sourced by scripts/engine: a private sshd on loopback, on the other side of which is an engine. It is kept and
# stopped as an engine is. The machine's sshd, its users and everybody's home are neither used nor changed: it runs in
# a mount name space of its own, with its own /etc/passwd, where the user has an empty home, and its own /run, where the
# engine is at the default socket.

# ssh_server --beside ID [--without-docker] [--name NAME] [--watch PID]
ssh_server() {
  local beside='' programs=yes name='' watched=''
  while (($#)); do
    case $1 in
      --without-docker) programs='' ;;
      --beside | --name | --watch)
        (($# > 1)) || wrong_usage "$1 needs a value"
        case $1 in --beside) beside=$2 ;; --name) name=$2 ;; *) watched=$2 ;; esac
        shift
        ;;
      *) wrong_usage "unknown option: $1" ;;
    esac
    shift
  done
  check_words "$name" "$watched"
  [[ $EUID -eq 0 ]] || die "only root can start an sshd of its own"
  if ! have ssh || ! have ssh-keygen; then die "there is no ssh here; Debian's package is: openssh-client"; fi
  beside=$(folder_of "$beside")
  [[ -d $beside ]] || die "--beside needs the id of an engine"
  fetch_kind ssh
  stop_orphans
  FOLDER=$(in_turn new_engine ssh "$name")
  trap 'abandon_start' EXIT
  put "$FOLDER" tcp "127.0.0.1:$(free_port)"
  put "$FOLDER" beside "$(get "$beside" socket)"
  put "$FOLDER" programs "${programs:+$(client_folder "$(get "$beside" kind)")}"
  if [[ -n $watched ]]; then watch "$FOLDER" "$watched"; fi
  start_sshd "$FOLDER" || exit 1
  trap - EXIT
  describe_sshd "$FOLDER"
}

start_sshd() {
  local folder=$1 sshd=$CACHE/ssh/root/usr/sbin/sshd
  write_ssh_keys "$folder"
  write_sshd_config "$folder"
  write_ssh_wrapper "$folder"
  # It wants a user 'sshd' and /run/sshd, and starts itself anew by its full name.
  mkdir "$folder/home"
  {
    echo "$(ssh_user):x:$(id -u):$(id -g)::$folder/home:/bin/bash"
    echo "sshd:x:65533:65534::/run/sshd:/usr/sbin/nologin"
    cat /etc/passwd
  } >"$folder/passwd"
  # shellcheck disable=SC2016 # expanded by the inner shell
  with_libraries ssh exec setsid nohup unshare --mount --propagation slave bash -euc '
      mount --bind "$1/passwd" /etc/passwd
      mount -t tmpfs -o mode=755 gantry /run
      mkdir /run/sshd
      ln -s "$2" /run/docker.sock
      shift 2
      exec "$@"
    ' sshd "$folder" "$(get "$folder" beside)" "$sshd" -D -e -f "$folder/sshd_config" \
    >"$folder/daemon.log" 2>&1 </dev/null &
  put "$folder" pid "$!"
  put "$folder" pid-start "$(process_start "$!")"
  put "$folder" version "ssh-$(sed 's/^[0-9]*:\|-.*//g' "$CACHE/ssh/version")"
  wait_for_sshd "$folder" || return 1
  say "sshd $(get "$folder" id) is up at $(get "$folder" tcp)"
}

wait_for_sshd() {
  local folder=$1 end=$((SECONDS + 60))
  while ((SECONDS < end)); do
    if "$folder/bin/ssh" -o ConnectTimeout=5 "$(ssh_user)@127.0.0.1" -p "$(port_of "$folder")" true 2>"$folder/ssh.log"; then
      return
    fi
    daemon_lives "$folder" || return 1
    pause 0.1
  done
  return 1
}

ssh_user() { id -un; }

port_of() {
  local tcp
  tcp=$(get "$1" tcp)
  echo "${tcp##*:}"
}

# A key for the server, one that it lets in, and one that it does not.
write_ssh_keys() {
  local folder=$1 key
  for key in host_key id_ed25519 stranger; do
    ssh-keygen -q -t ed25519 -N '' -C "$key" -f "$folder/$key"
  done
  cp "$folder/id_ed25519.pub" "$folder/authorized_keys"
  echo "[127.0.0.1]:$(port_of "$folder") $(cut -d ' ' -f 1-2 "$folder/host_key.pub")" >"$folder/known_hosts"
}

write_sshd_config() {
  local folder=$1 programs
  programs=$(get "$folder" programs)
  cat >"$folder/sshd_config" <<CONFIG
ListenAddress 127.0.0.1
Port $(port_of "$folder")
HostKey $folder/host_key
PidFile none
AuthorizedKeysFile $folder/authorized_keys
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
UseDNS no
PrintMotd no
LogLevel VERBOSE
MaxStartups 100
SetEnv PATH=${programs:+$programs:}/usr/sbin:/usr/bin:/sbin:/bin DOCKER_CONFIG=$folder/client DOCKER_HOST= DOCKER_CONTEXT=
CONFIG
}

# What a user's ~/.ssh would say. Put first on PATH, it is the ssh of whoever looks there.
write_ssh_wrapper() {
  local folder=$1
  cat >"$folder/ssh_config" <<CONFIG
Host *
  IdentityFile $folder/id_ed25519
  IdentitiesOnly yes
  IdentityAgent none
  UserKnownHostsFile $folder/known_hosts
  GlobalKnownHostsFile /dev/null
  StrictHostKeyChecking yes
  BatchMode yes
CONFIG
  mkdir "$folder/bin"
  printf '#!/bin/sh\nexec %q -F %q "$@"\n' "$(PATH=$CALLERS_PATH command -v ssh)" "$folder/ssh_config" >"$folder/bin/ssh"
  chmod +x "$folder/bin/ssh"
}

describe_sshd() {
  echo "SSH_HOST=ssh://$(ssh_user)@$(get "$1" tcp)"
  echo "SSH_ID=$(get "$1" id)"
  echo "SSH_DIR=$1"
  echo "SSH_PATH=$1/bin"
}
