#!/usr/bin/env bash
# A real kube-apiserver (and kube-controller-manager) beside Operon, to compare with; as anybody, on 127.0.0.1 alone.
#   upstream.sh start DIR PORT [FLAG of kube-apiserver ...]   takes PORT, PORT+1 and PORT+2; the administrator's kubeconfig is DIR/kubeconfig (token of somebody without rights: plain)
#   upstream.sh stop DIR
# CONTROLLERS=0: no kube-controller-manager. build.sh makes the programs; without its etcd the system's is taken, which may be too old for reads that must be consistent (below 3.4.31).
set -euo pipefail
bin=${CONFORMANCE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/operon-conformance}/bin
here=$(cd "$(dirname "$0")" && pwd)
folder=$2
stop() {
  for program in controllers api etcd; do
    # Not asked nicely: a kube-apiserver waits for its watchers.
    [ ! -f "$folder/$program.pid" ] || kill -KILL "$(cat "$folder/$program.pid")" 2> /dev/null || true
    rm -f "$folder/$program.pid"
  done
}
[ "$1" = start ] || { stop; exit; }
[ -x "$bin/kube-apiserver" ] || "$here/build.sh"
port=$3
shift 3
stop
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
folder=$PWD
signed() { # NAME SUBJECT EXTENSIONS
  openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.csr" -subj "$2" 2> /dev/null
  openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -out "$1.crt" -days 30 -extfile <(printf '%s' "$3") 2> /dev/null
}
openssl genrsa -out service-accounts.key 2048 2> /dev/null
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -subj /CN=upstream -days 30 2> /dev/null
signed server /CN=kube-apiserver 'subjectAltName=IP:127.0.0.1,IP:10.96.0.1,DNS:localhost,DNS:kubernetes.default.svc'
signed admin /O=system:masters/CN=admin ''
echo 'plain,plain,plain' > tokens
cat > kubeconfig << EOF
apiVersion: v1
kind: Config
clusters: [{name: upstream, cluster: {server: "https://127.0.0.1:$port", certificate-authority: $folder/ca.crt}}]
users: [{name: admin, user: {client-certificate: $folder/admin.crt, client-key: $folder/admin.key}}]
contexts: [{name: upstream, context: {cluster: upstream, user: admin}}]
current-context: upstream
EOF
store=$bin/etcd
[ -x "$store" ] || store=etcd
setsid "$store" --data-dir etcd --listen-client-urls "http://127.0.0.1:$((port + 1))" --advertise-client-urls "http://127.0.0.1:$((port + 1))" --unsafe-no-fsync \
  --listen-peer-urls "http://127.0.0.1:$((port + 2))" --initial-advertise-peer-urls "http://127.0.0.1:$((port + 2))" --initial-cluster "default=http://127.0.0.1:$((port + 2))" > etcd.log 2>&1 &
echo $! > etcd.pid
setsid "$bin/kube-apiserver" --etcd-servers="http://127.0.0.1:$((port + 1))" --secure-port="$port" --bind-address=127.0.0.1 --tls-cert-file=server.crt --tls-private-key-file=server.key \
  --client-ca-file=ca.crt --service-account-key-file=service-accounts.key --service-account-signing-key-file=service-accounts.key --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-cluster-ip-range=10.96.0.0/16 --authorization-mode=RBAC --token-auth-file=tokens --allow-privileged=true --cert-dir=certificates \
  --requestheader-client-ca-file=ca.crt --requestheader-allowed-names=front-proxy --proxy-client-cert-file=admin.crt --proxy-client-key-file=admin.key "$@" > api.log 2>&1 &
echo $! > api.pid
ready() { [ "$(curl -s --cacert ca.crt --cert admin.crt --key admin.key "https://127.0.0.1:$port/readyz")" = ok ]; }
for _ in $(seq 200); do ready && break; kill -0 "$(cat api.pid)" || break; sleep 0.2; done
ready || { tail -3 api.log >&2; stop; exit 1; }
[ "${CONTROLLERS:-1}" = 0 ] || {
  setsid "$bin/kube-controller-manager" --kubeconfig=kubeconfig --authentication-kubeconfig=kubeconfig --authorization-kubeconfig=kubeconfig --leader-elect=false --secure-port=0 \
    --service-account-private-key-file=service-accounts.key --root-ca-file=ca.crt --cluster-signing-cert-file=ca.crt --cluster-signing-key-file=ca.key > controllers.log 2>&1 &
  echo $! > controllers.pid
}
echo "$folder/kubeconfig"
