#!/usr/bin/env bash
# Packs the images that upstream's conformance suite runs, as docker archives in $CONFORMANCE_DIR/images: its own programs (built by build.sh) on a small Debian, and busybox.
# Stand-ins, honestly: they are not the published images, which this can do without. Needs root, Debian's mmdebstrap, gcc and a Debian mirror.
# An archive that is there stays as it is: remove it to have it packed anew.
set -euo pipefail
CONFORMANCE_DIR=${CONFORMANCE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/operon-conformance}
bin=$CONFORMANCE_DIR/bin
upstream=$(cat "$CONFORMANCE_DIR/upstream")
work=$CONFORMANCE_DIR/pack
rm -rf "$work" && mkdir -p "$work" "$CONFORMANCE_DIR/images"
cd "$work"

debian=$CONFORMANCE_DIR/debian.tar
if [ ! -f "$debian" ]; then
  nice -n 15 mmdebstrap --quiet --format=tar --variant=minbase --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --include=nginx-light,bind9-dnsutils,curl,iproute2,netcat-openbsd,iperf,bsdextrautils,wget,procps \
    --customize-hook='rm -rf "$1"/var/cache/apt/* "$1"/var/lib/apt/lists/*' \
    --customize-hook='chroot "$1" adduser --quiet --disabled-password --gecos "" --uid 1000 user-defined-in-image' \
    --customize-hook='chroot "$1" addgroup --quiet --gid 50000 group-defined-in-image' \
    --customize-hook='chroot "$1" adduser --quiet user-defined-in-image group-defined-in-image' \
    --customize-hook='rm -f "$1"/etc/resolv.conf "$1"/etc/hostname; echo "daemon off;" >> "$1"/etc/nginx/nginx.conf' \
    bookworm "$debian.new" http://deb.debian.org/debian
  mv "$debian.new" "$debian"
fi

# layer NAME: the folder NAME as a layer's tar
layer() { tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf "$1.tar" -C "$1" .; }
# image REFERENCE CONFIG LAYER.tar...: CONFIG is the "config" member of an image configuration
image() {
  local reference=$1 config=$2 ids=() layers=() name
  shift 2
  name=$(echo "$reference" | tr '/:' '__')
  [ ! -f "$CONFORMANCE_DIR/images/$name.tar" ] || return 0
  mkdir "out-$name"
  for tar in "$@"; do
    local base
    base=$(basename "$tar")
    ln "$tar" "out-$name/$base" 2>/dev/null || cp "$tar" "out-$name/$base"
    [ -f "$tar.sum" ] || sha256sum "$tar" | cut -d' ' -f1 > "$tar.sum"
    ids+=("\"sha256:$(cat "$tar.sum")\"")
    layers+=("\"$base\"")
  done
  local id_list layer_list
  id_list=$(IFS=,; echo "${ids[*]}")
  layer_list=$(IFS=,; echo "${layers[*]}")
  echo "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":$config,\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[$id_list]}}" > "out-$name/config.json"
  echo "[{\"Config\":\"config.json\",\"RepoTags\":[\"$reference\"],\"Layers\":[$layer_list]}]" > "out-$name/manifest.json"
  tar -cf "$CONFORMANCE_DIR/images/$name.tar" -C "out-$name" .
  rm -rf "out-$name"
  echo "  $reference"
}
# tag NAME: the version that upstream's table names for an image
tag() { sed -n "s/.*list\.[A-Za-z0-9]*, \"$1\", \"\(.*\)\"}.*/\1/p" "$upstream/test/utils/image/manifest.go" | tail -n "${2:-1}" | head -1; }
path='"Env":["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]'
e2e=registry.k8s.io/e2e-test-images

[ -d "$CONFORMANCE_DIR/programs" ] || nice -n 15 mmdebstrap --quiet --variant=extract --format=directory --include=busybox-static,bash-static trixie \
  "$CONFORMANCE_DIR/programs" http://deb.debian.org/debian
mkdir -p agnhost/uploads agnhost/usr/local/bin
cp "$bin/agnhost" agnhost/agnhost && ln -s agnhost agnhost/agnhost-2
cp "$upstream"/test/images/agnhost/porter/localhost.{crt,key} agnhost/
# What Alpine has and a small Debian lacks.
cp "$CONFORMANCE_DIR/programs/usr/bin/busybox" agnhost/usr/local/bin/busybox
for applet in netstat ifconfig route arp telnet traceroute; do ln -s busybox "agnhost/usr/local/bin/$applet"; done
layer agnhost
for version in "$(tag agnhost 3)" "$(tag agnhost 2)"; do
  case $version in 2.6) continue ;; esac
  image "$e2e/agnhost:$version" "{$path,\"Entrypoint\":[\"/agnhost\"],\"Cmd\":[\"pause\"]}" "$debian" agnhost.tar
done
for animal in kitten nautilus; do
  mkdir "$animal" && cp "$upstream"/test/images/$animal/html/* "$animal/" && layer "$animal"
  image "$e2e/$animal:$(tag $animal)" "{$path,\"Entrypoint\":[\"/agnhost\"],\"Cmd\":[\"test-webserver\"]}" "$debian" agnhost.tar "$animal.tar"
done
mkdir -p busybox/{bin,etc,tmp,root,home,usr/bin,var/spool/mail,dev} && chmod 1777 busybox/tmp
cp "$CONFORMANCE_DIR/programs/usr/bin/busybox" busybox/bin/busybox
for applet in $(busybox/bin/busybox --list); do [ "$applet" = busybox ] || ln -s busybox "busybox/bin/$applet"; done
# Debian's ash drops variables with a dash in their name, which two tests look for; a third one looks for ash's words. So sh is bash where there are such variables, and ash else.
cp "$CONFORMANCE_DIR/programs/usr/bin/bash-static" busybox/bin/bash && rm busybox/bin/sh
gcc -Os -static -o busybox/bin/sh -x c - <<'END'
#include <string.h>
#include <unistd.h>
int main(int argc, char **argv, char **environment) {
  for (char **each = environment; *each; each++)
    if (strcspn(*each, "-.") < strcspn(*each, "=")) return execv("/bin/bash", argv);
  return execv("/bin/busybox", argv);
}
END
printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n' > busybox/etc/passwd
printf 'root:x:0:\nnobody:x:65534:\n' > busybox/etc/group
layer busybox
image "$e2e/busybox:$(tag busybox)" "{$path,\"Cmd\":[\"sh\"]}" busybox.tar
mkdir pause && gcc -Os -static -DVERSION="$(tag pause)" -o pause/pause "$upstream/build/pause/linux/pause.c" && layer pause
image "registry.k8s.io/pause:$(tag pause)" "{$path,\"Entrypoint\":[\"/pause\"],\"User\":\"65535:65535\"}" pause.tar
image "$e2e/nginx:$(tag nginx 2)" "{$path,\"Cmd\":[\"nginx\"],\"ExposedPorts\":{\"80/tcp\":{}}}" "$debian"
image "$e2e/nginx:$(tag nginx)" "{$path,\"Cmd\":[\"nginx\"],\"ExposedPorts\":{\"80/tcp\":{}}}" "$debian"
image "$e2e/nonroot:$(tag nonroot)" "{$path,\"User\":\"1234\",\"Cmd\":[\"bash\"]}" "$debian"
image "$e2e/glibc-dns-testing:$(tag glibc-dns-testing)" "{$path,\"Cmd\":[\"bash\"]}" "$debian"
mkdir -p nnp/usr/local/bin && cp "$bin/nnp" nnp/usr/local/bin/ && chmod 6755 nnp/usr/local/bin/nnp && layer nnp
image "$e2e/nonewprivs:$(tag nonewprivs)" "{$path,\"Cmd\":[\"nnp\"]}" "$debian" nnp.tar
mkdir regression && cp "$bin/regression-issue-74839" regression/ && layer regression
image "$e2e/regression-issue-74839:$(tag regression-issue-74839)" "{$path,\"Entrypoint\":[\"/regression-issue-74839\"]}" "$debian" regression.tar
mkdir sample && cp "$bin/sample-apiserver" sample/ && layer sample
image "$e2e/sample-apiserver:$(tag sample-apiserver)" "{$path,\"Entrypoint\":[\"/sample-apiserver\"]}" "$debian" sample.tar
mkdir -p etcd/usr/local/bin && cp "$bin/etcd" etcd/usr/local/bin/ && layer etcd
image "registry.k8s.io/etcd:$(tag etcd)" "{$path,\"Cmd\":[\"etcd\"]}" "$debian" etcd.tar
rm -rf "$work"
