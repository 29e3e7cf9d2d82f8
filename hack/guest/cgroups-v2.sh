# Runs in the guest as root (see run.sh): pods with limits on unified cgroups, as root and as a user, with and without a delegated group.
# Each line that begins with `ok` or `NOT OK` is one check; the exit code is the number of those that failed. ONLY="root user" names the parts.
cd /checkout || exit 99
failures=0
check() { # check TITLE WANTED GOT
  if [[ "$3" == $2 ]]; then echo "ok      $1: $3"; else echo "NOT OK  $1: wanted $2, got $3"; failures=$((failures + 1)); fi
}
until_true() { # until_true SECONDS COMMAND...
  local end=$((SECONDS + $1)); shift
  until "$@" > /dev/null 2>&1; do [ $SECONDS -lt $end ] || { echo "        (never true: $*)"; return 1; }; sleep 0.5; done
}
field() { kubectl get pod "$1" -o "jsonpath=$2"; }
runs() { [ "$(field "$1" '{.status.phase}')" = Running ]; }
ended() { [ -n "$(field "$1" '{.status.containerStatuses[0].state.terminated.reason}')" ]; }
pods() {
  cat << 'YAML'
# pods
{apiVersion: v1, kind: Pod, metadata: {name: limited}, spec: {terminationGracePeriodSeconds: 1, containers: [{name: main, image: localhost/host,
  command: [sh, -c, 'sleep 1000 & setsid sleep 1001 & sleep 1002'], resources: {requests: {cpu: 250m}, limits: {cpu: 500m, memory: 64Mi}}}]}}
---
{apiVersion: v1, kind: Pod, metadata: {name: hungry}, spec: {restartPolicy: Never, containers: [{name: main, image: localhost/host,
  command: [sh, -c, 'head -c 300m /dev/zero | tail'], resources: {limits: {memory: 40Mi}}}]}}
---
{apiVersion: v1, kind: Pod, metadata: {name: plain}, spec: {terminationGracePeriodSeconds: 1, containers: [{name: main, image: localhost/host, command: [sleep, '1003']}]}}
---
{apiVersion: v1, kind: Pod, metadata: {name: forks}, spec: {terminationGracePeriodSeconds: 1, containers: [{name: main, image: localhost/host,
  command: [sh, -c, 'f() { while :; do sleep 1004 & setsid sleep 1004 & sleep 0.2; done; }; f & f & f'], resources: {limits: {memory: 500Mi}}}]}}
YAML
}
group_of() { # the v2 group, below /sys/fs/cgroup, of the first process whose command line is "$*"
  sed 's/^0:://' "/proc/$(pgrep -fx "$*" | head -1)/cgroup"
}
ours() { find /sys/fs/cgroup -type d -path '*/operon/*' | wc -l; }
limits_hold() { # limits_hold WHO
  local who=$1 group
  until_true 120 runs limited; until_true 120 ended hungry; until_true 120 runs plain
  group=/sys/fs/cgroup$(group_of sleep 1002)
  echo "        $who: $group"
  check "$who memory.max" 67108864 "$(cat "$group/memory.max")"
  check "$who memory.swap.max" 0 "$(cat "$group/memory.swap.max")"
  check "$who memory.oom.group" 1 "$(cat "$group/memory.oom.group")"
  check "$who cpu.max" '50000 100000' "$(cat "$group/cpu.max")"
  check "$who cpu.weight" 10 "$(cat "$group/cpu.weight")"
  check "$who processes of the container in its group" 4 "$(wc -l < "$group/cgroup.procs")"
  check "$who limits seen inside" 67108864 "$(kubectl exec limited -- cat /sys/fs/cgroup/memory.max)"
  check "$who group of an exec" '*/pod-*/*' "$(kubectl exec limited -- sed s/^0::// /proc/self/cgroup)"
  check "$who exec is in the container's group" "${group#/sys/fs/cgroup}" "$(kubectl exec limited -- sed s/^0::// /proc/self/cgroup)"
  check "$who out of memory" 'OOMKilled 137' "$(field hungry '{.status.containerStatuses[0].state.terminated.reason} {.status.containerStatuses[0].state.terminated.exitCode}')"
}
forks_go() { # forks_go WHO
  until_true 120 runs forks
  sleep 3
  check "$1 forking processes" '[1-9]*' "$(pgrep -fxc 'sleep 1004')"
  kubectl delete pod forks --wait --timeout=120s
  check "$1 forking processes after the deletion" 0 "$(pgrep -fxc 'sleep 1004')"
}
adoption_works() { # adoption_works WHO START_COMMAND...
  local who=$1 before; shift
  before=$(pgrep -fx 'sleep 1002')
  kill_operon
  check "$who pods outlive kill -9" "$before" "$(pgrep -fx 'sleep 1002')"
  "$@"
  until_true 60 runs limited
  sleep 5
  check "$who adopted, not restarted" "$before 0" "$(pgrep -fx 'sleep 1002') $(field limited '{.status.containerStatuses[0].restartCount}')"
  check "$who exec after the adoption" hello "$(kubectl exec limited -- echo hello)"
}
kill_operon() { pkill -9 -f 'hack/operon.mj[s] up'; pkill -9 -f '/checkout/dist/bundled/main/childre[n]'; sleep 1; }
stop_operon() { pkill -INT -of 'hack/operon.mj[s] up'; until_true 60 sh -c "! pgrep -f 'hack/operon.mj[s] up'"; }
ready() {
  export KUBECONFIG=$1/kubeconfig
  until_true 120 sh -c "kubectl wait --for=condition=Ready node --all --timeout=5s | grep met" || tail -20 "$2"
}

root_part() {
  local data=/var/lib/operon-root log=/var/log/operon-root kind=$1
  start_root() {
    if [ "$kind" = scope ]; then systemd-run --quiet --scope --collect node hack/operon.mjs up --data-dir $data < /dev/null >> $log 2>&1 &
    else systemd-run --quiet --collect --working-directory=/checkout -p KillMode=process -p StandardOutput=append:$log -p StandardError=append:$log node hack/operon.mjs up --data-dir $data; fi
    ready $data $log
  }
  echo "-- root, in a $kind of systemd"
  start_root
  pods | kubectl apply -f - > /dev/null
  limits_hold "root $kind"
  check "root $kind group" '/operon/*' "$(group_of sleep 1002)"
  check "root $kind subtree_control" '*cpu*memory*pids*' "$(cat /sys/fs/cgroup/cgroup.subtree_control)"
  systemctl daemon-reload
  systemctl restart dbus-org.freedesktop.login1.service systemd-journald.service
  check "root $kind memory.max after systemd reloaded" 67108864 "$(cat "/sys/fs/cgroup$(group_of sleep 1002)/memory.max")"
  forks_go "root $kind"
  adoption_works "root $kind" start_root
  kubectl delete pod limited hungry --wait --timeout=60s
  check "root $kind pods' groups after deletion" 1 "$(find /sys/fs/cgroup/operon -type d -name 'pod-*' | wc -l)"
  kill_operon
  node hack/operon.mjs clean --data-dir $data 2>&1 | cut -c1-120 | sed 's/^/        /'
  check "root $kind groups after clean" 0 "$(ours)"
  check "root $kind processes after clean" 0 "$(pgrep -fxc 'sleep 100[0-9]')"
  start_root; until_true 60 runs plain; stop_operon
  check "root $kind groups after a clean stop" 0 "$(ours)"
  rm -rf $data
}

user_part() {
  local kind=$1 data=/home/user/operon-$1 log=/home/user/$1.log
  export XDG_RUNTIME_DIR=/run/user/1000
  as_user() { setpriv --reuid 1000 --regid 1000 --init-groups env HOME=/home/user XDG_RUNTIME_DIR=/run/user/1000 "$@"; }
  start_user() {
    if [ "$kind" = delegated ]; then as_user systemd-run --user --quiet --scope --collect -p Delegate=yes node hack/operon.mjs up --data-dir $data < /dev/null >> $log 2>&1 &
    elif [ "$kind" = scope ]; then as_user systemd-run --user --quiet --scope --collect node hack/operon.mjs up --data-dir $data < /dev/null >> $log 2>&1 &
    else as_user setsid node hack/operon.mjs up --data-dir $data < /dev/null >> $log 2>&1 & fi
    ready $data $log
  }
  echo "-- user, $kind"
  loginctl enable-linger user
  until_true 60 test -S /run/user/1000/bus
  start_user
  pods | kubectl apply -f - > /dev/null
  if [ "$kind" = plain ]; then
    until_true 120 runs limited
    check "user $kind warning" '*not enforced*' "$(kubectl get events --field-selector type=Warning -o 'jsonpath={.items[*].message}')"
    kubectl delete pod hungry --wait --timeout=60s
  else
    limits_hold "user $kind"
    forks_go "user $kind"
  fi
  adoption_works "user $kind" start_user
  kubectl delete pod limited --wait --timeout=60s
  kill_operon
  as_user node hack/operon.mjs clean --data-dir $data 2>&1 | cut -c1-120 | sed 's/^/        /'
  check "user $kind groups after clean" 0 "$(ours)"
  check "user $kind processes after clean" 0 "$(pgrep -fxc 'sleep 100[0-9]')"
}

for part in ${ONLY:-root-scope root-service user-plain user-scope user-delegated}; do "${part%%-*}_part" "${part#*-}"; done
echo "$failures failed"
exit "$failures"
