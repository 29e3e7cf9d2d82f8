#!/usr/bin/env bash
# Builds upstream's conformance suite, its kubectl, ginkgo and the programs of its test images from the Go module k8s.io/kubernetes, into $CONFORMANCE_DIR.
# Needs Go (the version that the module asks for) and the Go module proxy; some ten minutes on two cores, 4 GB below GOPATH and the build cache.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
CONFORMANCE_DIR=${CONFORMANCE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/operon-conformance}
VERSION=${VERSION:-1.36.3}
mkdir -p "$CONFORMANCE_DIR/module" "$CONFORMANCE_DIR/bin"
cd "$CONFORMANCE_DIR/module"
export GOFLAGS="-mod=mod -buildvcs=false"
upstream=$(go mod download -json "k8s.io/kubernetes@v$VERSION" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
node "$here/go-module.mjs" "$upstream/go.mod" "$VERSION" > go.mod
cp "$upstream/go.sum" go.sum && chmod u+w go.sum
printf 'package main\n\nfunc main() {}\n' > main.go
echo "$upstream" > "$CONFORMANCE_DIR/upstream"
version="-X k8s.io/component-base/version.gitVersion=v$VERSION -X k8s.io/component-base/version.gitMajor=1 -X k8s.io/component-base/version.gitMinor=${VERSION:2:2}"
build() { echo "  $1"; nice -n 15 go "${@:2}"; }
build kubectl build -p 2 -ldflags "-s -w $version" -o ../bin/kubectl k8s.io/kubernetes/cmd/kubectl
build kube-controller-manager build -p 2 -ldflags "-s -w $version" -o ../bin/kube-controller-manager k8s.io/kubernetes/cmd/kube-controller-manager
build kube-apiserver build -p 2 -ldflags "-s -w $version" -o ../bin/kube-apiserver k8s.io/kubernetes/cmd/kube-apiserver
build kube-proxy build -p 2 -ldflags "-s -w $version" -o ../bin/kube-proxy k8s.io/kubernetes/cmd/kube-proxy
build ginkgo build -p 2 -ldflags "-s -w" -o ../bin/ginkgo github.com/onsi/ginkgo/v2/ginkgo
build e2e.test test -c -vet=off -p 2 -ldflags "-s -w $version" -o ../bin/e2e.test k8s.io/kubernetes/test/e2e
# The etcd that this release was made for: with an older one its reads wait for each other, and watches that begin with the state are refused.
mkdir -p ../etcd
(
  cd ../etcd
  printf 'package main\n\nimport (\n\t"os"\n\n\t"go.etcd.io/etcd/server/v3/etcdmain"\n)\n\nfunc main() { etcdmain.Main(os.Args) }\n' > main.go
  [ -f go.mod ] || go mod init etcd
  go get "go.etcd.io/etcd/server/v3@$(sed -n 's/.*go.etcd.io\/etcd\/server\/v3 \(v[0-9.]*\).*/\1/p' "$upstream/go.mod")"
  go mod tidy
  CGO_ENABLED=0 build etcd build -p 2 -ldflags '-s -w' -o ../bin/etcd .
)
mkdir -p ../coredns
(
  cd ../coredns
  printf 'package main\n\nimport (\n\t"github.com/coredns/coredns/core/dnsserver"\n\t"github.com/coredns/coredns/coremain"\n\t_ "github.com/coredns/coredns/plugin/bind"\n\t_ "github.com/coredns/coredns/plugin/errors"\n\t_ "github.com/coredns/coredns/plugin/kubernetes"\n)\n\nfunc main() {\n\tdnsserver.Directives = []string{"bind", "errors", "kubernetes"}\n\tcoremain.Run()\n}\n' > main.go
  [ -f go.mod ] || go mod init coredns
  go get github.com/coredns/coredns@v1.12.4
  go mod tidy
  build coredns build -p 2 -ldflags '-s -w' -o ../bin/coredns .
)
mkdir -p streams
cp "$here"/streams/*.go streams/
build streams build -p 2 -ldflags '-s -w' -o ../bin/streams ./streams
# For images: static, whatever C library this machine has.
static='-s -w -linkmode external -extldflags=-static'
build agnhost build -p 2 -ldflags "$static -X main.Version=2.63.0" -o ../bin/agnhost k8s.io/kubernetes/test/images/agnhost
CGO_ENABLED=0 build sample-apiserver build -p 2 -ldflags '-s -w' -o ../bin/sample-apiserver k8s.io/sample-apiserver
build nnp build -ldflags "$static" -o ../bin/nnp k8s.io/kubernetes/test/images/nonewprivs
build regression-issue-74839 build -ldflags "$static" -o ../bin/regression-issue-74839 k8s.io/kubernetes/test/images/regression-issue-74839
