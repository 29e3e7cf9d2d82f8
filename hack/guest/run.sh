#!/usr/bin/env bash
# Boots the machine that make.sh made with a copy of this checkout (compiled, with node_modules) and runs a script in it as root:
#   hack/guest/run.sh hack/guest/cgroups-v2.sh     or     hack/guest/run.sh - <<< 'uname -a; cat /proc/self/cgroup'
# No network, no file of this machine is written but those in $GUEST_DIR. SECONDS_MAX bounds it (default 900); its exit code is the script's.
set -euo pipefail
GUEST_DIR=${GUEST_DIR:-/var/tmp/operon-guest}
SECONDS_MAX=${SECONDS_MAX:-900}
checkout=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d "$GUEST_DIR/run.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/tree/.guest"
(cd "$checkout" && tar c --exclude=./.git --exclude=./node_modules --exclude=./.operon .) | tar x -C "$work/tree"
cp -aL "$checkout/node_modules" "$work/tree/node_modules"
if [ "${1:--}" = - ]; then cat; else cat "$1"; fi > "$work/tree/.guest/script"
echo "$SECONDS_MAX" > "$work/tree/.guest/seconds"
chmod 755 "$work/tree"
mke2fs -q -t ext4 -L checkout -d "$work/tree" "$work/checkout.img" 1500M
rm -rf "$work/tree"
if [ -x "$GUEST_DIR/linux.uml" ]; then # the same kernel as a process: many times faster than an emulated processor
  boot=("$GUEST_DIR/linux.uml" mem=3G "uml_dir=$work" umid=guest "ubd0=$work/root.cow,$GUEST_DIR/root.img" "ubd1=$work/checkout.img"
    root=/dev/ubda rw con=null con0=null ssl=null ssl1=fd:0,fd:1 quiet systemd.show_status=no)
else
  accel=(-accel tcg,thread=multi -cpu max)
  [ -n "${KVM:-}" ] && accel=(-accel kvm -cpu host)
  boot=(qemu-system-x86_64 "${accel[@]}" -smp 2 -m 3G -nic none -display none -no-reboot -kernel "$GUEST_DIR/vmlinuz" -initrd "$GUEST_DIR/initrd"
    -append 'root=/dev/vda rw console=ttyS0 quiet systemd.show_status=no' -device virtio-rng-pci
    -drive "file=$GUEST_DIR/root.img,if=virtio,format=raw,snapshot=on" -drive "file=$work/checkout.img,if=virtio,format=raw,cache=unsafe"
    -serial "file:$GUEST_DIR/console.log" -serial stdio)
fi
nice timeout $((SECONDS_MAX + 120)) "${boot[@]}" < /dev/null 2> "$GUEST_DIR/errors.log" | tr -d '\r' | tee "$work/out" || true
code=$(sed -n 's/^guest: exit //p' "$work/out" | tail -1)
[ -n "$code" ] || { echo "the guest ended early: see console.log and errors.log in $GUEST_DIR" >&2; exit 1; }
exit "$code"
