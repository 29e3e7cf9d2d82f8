#!/usr/bin/env bash
# Runs upstream's conformance suite against a cluster of `operon up` made for it, and cleans up after itself. As root; `npm run build` before.
#   run.sh [-k] [NAME] FOCUS, or run.sh [-k] NAME FOCUS SKIP: regular expressions over the tests' names; [Conformance] is always asked for (EVERY=1: no)
#   NAME is where the reports go, below $CONFORMANCE_DIR/reports (default: last); -k leaves the cluster as it is when something fails, until Enter
#   CONTROLLERS=a,b: upstream's kube-controller-manager runs these of its controllers, for kinds that no operator answers yet
# PROXY=1: upstream's kube-proxy answers Services, by nftables of this machine (table kube-proxy), and CoreDNS names, at port 53 of the node's address; the controllers of endpoints go with them
# The first time, it builds everything (build.sh, images.sh). PROCS=4 runs so many tests at once, but for [Serial] ones.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
export CONFORMANCE_DIR=${CONFORMANCE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/operon-conformance}
[ -x "$CONFORMANCE_DIR/bin/e2e.test" ] || "$here/build.sh"
ls "$CONFORMANCE_DIR"/images/*.tar > /dev/null 2>&1 || "$here/images.sh"
keep=false
[ "${1:-}" = -k ] && keep=true && shift
name=last
[ $# -gt 1 ] && name=$1 && shift
focus=$1
skip=${2:-}
[ -n "${EVERY:-}" ] || focus="($focus).*\[Conformance\]|\[Conformance\].*($focus)"
data=${DATA:-$(mktemp -d /tmp/operon-conformance-XXXXXX)}
report=$CONFORMANCE_DIR/reports/$name
mkdir -p "$report"
git -C "$root" log -1 --format=%h > "$report/commit"
operon() { node "$root/hack/operon.mjs" "$@"; }
for archive in "$CONFORMANCE_DIR"/images/*.tar; do operon image load "$archive" --data-dir "$data" > /dev/null; done
address=${NODE_IP:-$(hostname -I | cut -d' ' -f1)}
nice -n "${NICE:-0}" node "$root/hack/operon.mjs" up --port 0 --node-ip "$address" ${PROXY:+--cluster-dns "$address"} --data-dir "$data" > "$report/operon.log" 2>&1 &
server=$!
controllers=
proxy=
dns=
finish() {
  [ -z "$dns" ] || kill "$dns" 2> /dev/null || true
  [ -z "$proxy" ] || { kill "$proxy"; wait "$proxy"; nft delete table ip kube-proxy; nft delete table ip6 kube-proxy; } 2> /dev/null || true
  [ -z "$controllers" ] || kill "$controllers" 2> /dev/null || true
  kill -TERM $server 2> /dev/null && wait $server || true
  operon clean --force --data-dir "$data" > /dev/null 2>&1 || true
  rm -rf "$data"
}
trap finish EXIT
for _ in $(seq 100); do grep -q 'the cluster is up' "$report/operon.log" && break; sleep 0.2; done
export KUBECONFIG=$data/kubeconfig
[ -z "${PROXY:-}" ] || CONTROLLERS=${CONTROLLERS:+$CONTROLLERS,}endpoints-controller,endpointslice-controller,endpointslice-mirroring-controller
if [ -n "${CONTROLLERS:-}" ]; then
  "$CONFORMANCE_DIR/bin/kube-controller-manager" --kubeconfig "$KUBECONFIG" --authentication-kubeconfig "$KUBECONFIG" --authorization-kubeconfig "$KUBECONFIG" \
    --leader-elect=false --secure-port=0 --controllers="$CONTROLLERS" > "$report/controllers.log" 2>&1 &
  controllers=$!
fi
if [ -n "${PROXY:-}" ]; then
  bridge=$(ip -o link show type bridge | grep -o "^[0-9]*: operon[0-9]*.*$data\b" | sed 's/^[0-9]*: \([a-z0-9]*\):.*/\1/')
  "$CONFORMANCE_DIR/bin/kube-proxy" --kubeconfig "$KUBECONFIG" --proxy-mode=nftables --hostname-override "$("$CONFORMANCE_DIR/bin/kubectl" get nodes -o name | cut -d/ -f2)" \
    --detect-local-mode=BridgeInterface --pod-bridge-interface="$bridge" --conntrack-max-per-core=0 --conntrack-tcp-timeout-established=0 --conntrack-tcp-timeout-close-wait=0 \
    --healthz-bind-address= --metrics-bind-address=127.0.0.1:10249 > "$report/proxy.log" 2>&1 &
  proxy=$!
  printf 'cluster.local:53 in-addr.arpa:53 {\n  bind %s\n  errors\n  kubernetes cluster.local in-addr.arpa {\n    kubeconfig %s\n  }\n}\n' "$address" "$KUBECONFIG" > "$report/Corefile"
  "$CONFORMANCE_DIR/bin/coredns" -conf "$report/Corefile" > "$report/dns.log" 2>&1 &
  dns=$!
fi
# allowed-not-ready-nodes and system-pods-startup: nothing of the cluster's own runs in pods
common=(-kubeconfig "$KUBECONFIG" -provider=skeleton -kubectl-path "$CONFORMANCE_DIR/bin/kubectl" -report-dir "$report" -dump-logs-on-failure=false
  -disable-log-dump -system-pods-startup-timeout 30s -node-schedulable-timeout 30s)
failed=0
# Tests that are [Serial] run alone, at the end: ginkgo knows them.
"$CONFORMANCE_DIR/bin/ginkgo" --procs="${PROCS:-1}" --no-color --silence-skips --timeout=24h --focus="$focus" ${skip:+--skip="$skip"} \
  --output-dir="$report" --junit-report=junit.xml "$CONFORMANCE_DIR/bin/e2e.test" -- "${common[@]}" > "$report/log.txt" 2>&1 || failed=1
grep -hE '^(Ran|FAIL!|SUCCESS!)|\[FAIL\]' "$report"/log.txt | sort -u | cut -c1-240
$keep && [ $failed = 1 ] && { echo "KUBECONFIG=$KUBECONFIG; Enter ends it"; read -r _; }
exit $failed
