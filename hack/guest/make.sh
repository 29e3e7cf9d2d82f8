#!/usr/bin/env bash
# Makes a Debian with systemd and unified cgroups (version 2) to boot in qemu, or as user-mode Linux: kernel and root.img in $GUEST_DIR.
# Needs root, Debian's mmdebstrap and e2fsprogs, a Debian mirror, node and kubectl on this machine. Takes about two minutes and 3 GB.
set -euo pipefail
GUEST_DIR=${GUEST_DIR:-/var/tmp/operon-guest}
SUITE=${SUITE:-bookworm}
packages=linux-image-cloud-amd64,systemd,systemd-sysv,dbus,dbus-user-session,libpam-systemd,libatomic1,util-linux,login,mount
packages+=,iproute2,nftables,busybox-static,kmod,uidmap,procps,openssl,ca-certificates
mkdir -p "$GUEST_DIR"
cd "$GUEST_DIR"
rm -rf tree && mkdir tree
[ -f root.tar ] || { nice mmdebstrap --variant=minbase --include=$packages "$SUITE" root.tar.new \
  "deb http://deb.debian.org/debian $SUITE main" "deb http://deb.debian.org/debian-security $SUITE-security main" && mv root.tar.new root.tar; }
tar xf root.tar -C tree --exclude './var/cache/apt/*' --exclude './usr/share/doc/*' --exclude './usr/share/locale/*'
cp -L tree/boot/vmlinuz-* vmlinuz
cp -L tree/boot/initrd.img-* initrd
if [ -n "${UML:-}" ]; then # a package's files, unpacked: dpkg-deb -x user-mode-linux_*.deb DIR; UML=DIR
  cp "$UML/usr/bin/linux.uml" linux.uml && chmod 755 linux.uml
  cp -a "$UML"/usr/lib/uml/modules/* tree/lib/modules/ && chroot tree depmod "$(basename "$UML"/usr/lib/uml/modules/*)"
fi
install -m 755 "$(readlink -f "$(command -v node)")" tree/usr/bin/node
install -m 755 "$(readlink -f "$(command -v kubectl)")" tree/usr/bin/kubectl
npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")") # npm itself, for `npm start`
mkdir -p tree/usr/lib/node_modules && cp -a "$npm" tree/usr/lib/node_modules/npm
ln -s ../lib/node_modules/npm/bin/npm-cli.js tree/usr/bin/npm
echo guest > tree/etc/hostname
printf '127.0.0.1 localhost guest\n' > tree/etc/hosts
printf 'LABEL=checkout /checkout ext4 rw 0 0\n' > tree/etc/fstab
mkdir tree/checkout
chroot tree useradd -m -u 1000 -s /bin/bash user
cat > tree/etc/systemd/system/guest.service <<'UNIT'
[Unit]
After=multi-user.target
RequiresMountsFor=/checkout
[Service]
Type=oneshot
Environment=HOME=/root
StandardOutput=tty
StandardError=inherit
TTYPath=/dev/ttyS1
ExecStart=/bin/sh -c 'sleep 1; timeout "$(cat /checkout/.guest/seconds)" bash /checkout/.guest/script; echo "guest: exit $?"'
ExecStopPost=systemctl poweroff --no-block
[Install]
WantedBy=graphical.target
UNIT
mkdir -p tree/etc/systemd/system/graphical.target.wants
ln -sf /etc/systemd/system/guest.service tree/etc/systemd/system/graphical.target.wants/guest.service
ln -sf /lib/systemd/system/graphical.target tree/etc/systemd/system/default.target
ln -sf /dev/null tree/etc/systemd/system/serial-getty@ttyS0.service
rm -f root.img
mke2fs -q -t ext4 -d tree root.img 3G
rm -rf tree
