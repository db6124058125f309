# shellcheck shell=bash
# Sourced by scripts/engine: an image to run without any registry, made from Debian's busybox-static.

readonly IMAGE_NAME=busybox:latest

# rootfs: makes the tar once, and prints its path.
rootfs() {
  local tar
  fetch_kind busybox
  tar=$CACHE/busybox/rootfs.tar
  (
    exec {LOCK}>"$CACHE/busybox.lock"
    flock "$LOCK"
    [[ -e $tar ]] || make_rootfs "$tar"
  )
  echo "$tar"
}

# The same bytes from the same package: names sorted, one owner, one time.
make_rootfs() {
  local tar=$1 tree busybox applet
  tree=$(mktemp -d "$CACHE/busybox/tree.XXXXXX")
  busybox=$(echo "$CACHE"/busybox/root/*bin/busybox "$CACHE"/busybox/root/usr/*bin/busybox | tr ' ' '\n' | grep -v '\*' | head -n 1)
  mkdir -p "$tree"/{bin,sbin,etc,root,tmp,proc,sys,dev,var/tmp,usr/bin,usr/sbin,home}
  chmod 0755 "$tree"
  chmod 1777 "$tree/tmp" "$tree/var/tmp"
  chmod 0700 "$tree/root"
  cp "$busybox" "$tree/bin/busybox"
  while read -r applet; do
    mkdir -p "$tree/${applet%/*}"
    [[ $applet == bin/busybox ]] || ln -sf /bin/busybox "$tree/$applet"
  done < <("$busybox" --list-full)
  printf '%s\n' 'root:x:0:0:root:/root:/bin/sh' 'daemon:x:1:1:daemon:/usr/sbin:/bin/false' \
    'nobody:x:65534:65534:nobody:/home:/bin/false' >"$tree/etc/passwd"
  printf '%s\n' 'root:x:0:' 'daemon:x:1:' 'nogroup:x:65534:' >"$tree/etc/group"
  printf '127.0.0.1\tlocalhost\n' >"$tree/etc/hosts"
  tar --sort=name --owner=0 --group=0 --numeric-owner --mtime='2024-01-01 00:00Z' -C "$tree" -cf "$tar.partial" .
  rm -rf "$tree"
  mv "$tar.partial" "$tar"
}

import_image() {
  local tar
  tar=$(rootfs)
  client "$1" import --change 'CMD ["sh"]' "$tar" "$IMAGE_NAME" >/dev/null
  say "imported $IMAGE_NAME into engine $(get "$1" id)"
}

engines_with_images() {
  local id
  for id in $(engine_ids); do
    if ! is_companion "$(folder_of "$id")"; then echo "$id"; fi
  done
}

# image [ID]: without an id, into the only engine that there is.
image() {
  local id=${1:-} ids folder
  if [[ -z $id ]]; then
    mapfile -t ids < <(engines_with_images)
    ((${#ids[@]} == 1)) || die "${#ids[@]} engines run here: say into which the image goes"
    id=${ids[0]}
  fi
  folder=$(folder_of "$id")
  [[ -d $folder ]] || die "there is no engine '$id'"
  import_image "$folder"
}
