# shellcheck shell=bash
# Sourced by scripts/engine: the certificates of an engine that listens with TLS.

has_tls() { [[ -d $1/tls ]]; }

# make_tls FOLDER: an authority, and what it vouches for: the daemon, and a client, in files as DOCKER_CERT_PATH
# has them.
make_tls() {
  local tls=$1/tls
  mkdir -m 700 "$tls"
  certify "$tls" ca ca-key -addext basicConstraints=critical,CA:TRUE
  certify "$tls" server server-key -CA "$tls/ca.pem" -CAkey "$tls/ca-key.pem" \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -addext extendedKeyUsage=serverAuth
  certify "$tls" cert key -CA "$tls/ca.pem" -CAkey "$tls/ca-key.pem" -addext extendedKeyUsage=clientAuth
}

# certify FOLDER NAME KEY OPTION…: makes a key and its certificate.
certify() {
  local tls=$1 name=$2 key=$3
  shift 3
  with_libraries registry openssl req -x509 -config <(printf '[req]\ndistinguished_name = dn\n[dn]\n') \
    -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=gantry $name" \
    -keyout "$tls/$key.pem" -out "$tls/$name.pem" "$@" 2>"$tls/openssl.log" \
    || die "openssl made no certificate: $(tail -n 3 "$tls/openssl.log")"
}
