# shellcheck shell=bash
# Sourced by scripts/engine: a private registry for images, with its data in a folder of its own. It is kept and
# stopped as an engine is.

# registry [--htpasswd] [--tls] [--beside ID] [--name NAME] [--watch PID]
registry() {
  local password='' tls='' beside='' name='' watched=''
  while (($#)); do
    case $1 in
      # Its base64 and its base64url differ, whatever stands before it: a client that takes the wrong one is found out.
      --htpasswd) password=$(random_text 24)'>>>???' ;;
      --tls) tls=yes ;;
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
  [[ $EUID -eq 0 ]] || die "only root can start a registry"
  fetch_kind registry
  stop_orphans
  FOLDER=$(in_turn new_engine registry "$name")
  trap 'abandon_start' EXIT
  put "$FOLDER" tcp "127.0.0.1:$(free_port)"
  put "$FOLDER" password "$password"
  put "$FOLDER" tls "$tls"
  put "$FOLDER" beside "$(process_of_engine "$beside")"
  if [[ -n $watched ]]; then watch "$FOLDER" "$watched"; fi
  start_registry "$FOLDER" || exit 1
  trap - EXIT
  describe_registry "$FOLDER"
}

# process_of_engine ID: prints the number of its daemon's process; nothing for no engine.
process_of_engine() {
  local folder
  [[ -n $1 ]] || return 0
  folder=$(folder_of "$1")
  [[ -d $folder ]] || die "there is no engine '$1'"
  get "$folder" pid
}

start_registry() {
  local folder=$1 beside=()
  write_registry_config "$folder"
  # Podman's engine has a loopback of its own: what it shall reach has to listen there.
  if [[ -n $(get "$folder" beside) ]]; then beside=(nsenter --net --target "$(get "$folder" beside)"); fi
  with_libraries registry exec setsid nohup "${beside[@]}" "$CACHE/registry/bin/docker-registry" serve \
    "$folder/registry.yml" >"$folder/daemon.log" 2>&1 </dev/null &
  put "$folder" pid "$!"
  put "$folder" pid-start "$(process_start "$!")"
  put "$folder" version "registry-$(sed 's/[-+].*//' "$CACHE/registry/version")"
  wait_for_registry "$folder" || return 1
  say "registry $(get "$folder" id) is up at $(get "$folder" tcp)"
}

# It says that it listens just before it does so; whoever connects then is not turned away for long.
wait_for_registry() {
  local folder=$1 end=$((SECONDS + 60))
  while ((SECONDS < end)); do
    if grep -q 'listening on' "$folder/daemon.log" && registry_answers "$folder"; then return; fi
    daemon_lives "$folder" || return 1
    pause 0.1
  done
  return 1
}

registry_answers() {
  local tcp
  tcp=$(get "$1" tcp)
  if [[ -n $(get "$1" beside) ]]; then
    nsenter --net --target "$(get "$1" beside)" bash -c ": </dev/tcp/${tcp/://}" 2>/dev/null
  else
    (: <"/dev/tcp/${tcp/://}") 2>/dev/null
  fi
}

write_registry_config() {
  local folder=$1
  mkdir "$folder/data"
  {
    cat <<YAML
version: 0.1
log: {accesslog: {disabled: true}, level: info}
storage:
  filesystem: {rootdirectory: $folder/data}
  delete: {enabled: true}
http:
  addr: $(get "$folder" tcp)
  secret: $(random_text 32)
YAML
    if [[ -n $(get "$folder" tls) ]]; then
      make_certificate "$folder"
      echo "  tls: {certificate: $folder/registry.crt, key: $folder/registry.key}"
    fi
    if [[ -n $(get "$folder" password) ]]; then
      bcrypted "$folder" >"$folder/htpasswd"
      echo "auth: {htpasswd: {realm: private, path: $folder/htpasswd}}"
    fi
  } >"$folder/registry.yml"
}

make_certificate() {
  with_libraries registry openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost \
    -addext 'subjectAltName=IP:127.0.0.1,DNS:localhost' -keyout "$1/registry.key" -out "$1/registry.crt" \
    2>"$1/openssl.log" || die "openssl made no certificate: $(tail -n 3 "$1/openssl.log")"
}

# The line of the user and the password's bcrypt, which is all that the registry takes. Perl's is the C library's,
# and Perl's base is on every Debian.
bcrypted() {
  # shellcheck disable=SC2016 # Perl's
  REGISTRY_PASSWORD=$(get "$1" password) REGISTRY_SALT="\$2b\$05\$$(random_text 22)" perl -e '
    my $hash = crypt($ENV{REGISTRY_PASSWORD}, $ENV{REGISTRY_SALT});
    die "no bcrypt in the C library\n" unless defined $hash && length $hash == 60;
    print "gantry:$hash\n";'
}

# random_text LENGTH: letters and digits.
random_text() {
  local text
  text=$(head -c 200 /dev/urandom | base64 -w 0 | tr -dc 'A-Za-z0-9')
  echo "${text:0:$1}"
}

describe_registry() {
  echo "REGISTRY_HOST=$(get "$1" tcp)"
  echo "REGISTRY_ID=$(get "$1" id)"
  if [[ -n $(get "$1" password) ]]; then
    echo "REGISTRY_USER=gantry"
    echo "REGISTRY_PASSWORD=$(get "$1" password)"
  fi
  if [[ -n $(get "$1" tls) ]]; then echo "REGISTRY_CA=$1/registry.crt"; fi
}
