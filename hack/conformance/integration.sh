#!/usr/bin/env bash
# Runs upstream's integration tests of one package against Operon: hack/conformance/integration.sh apiserver/apply [-test.run ...]
# Needs Go 1.26 and its module proxy once (some 400 MB, twenty minutes of compiling at the first run); nothing of upstream's is kept in this repository.
set -eu
home=$(cd "$(dirname "$0")/../.." && pwd)
work=${OPERON_INTEGRATION:-/tmp/operon-integration}
version=1.36.3
package=$1
shift

if [ ! -f "$work/k/.ready" ]; then
  mkdir -p "$work/k"
  source=$(go mod download -json "k8s.io/kubernetes@v$version" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
  cp -r --no-preserve=mode "$source/." "$work/k"
  rm -rf "$work/k/vendor" "$work/k/staging"
  sed -i "s#=> ./staging/src/\(.*\)#=> \1 v0${version#1}#" "$work/k/go.mod"
  touch "$work/k/.ready"
fi
place() { mkdir -p "$(dirname "$work/k/$2")" && cp "$home/hack/conformance/integration/$1" "$work/k/$2"; }
# Tests that make definitions stand on the module apiextensions-apiserver, whose fixtures are an Operon's too.
if [ ! -d "$work/extensions" ]; then
  source=$(go mod download -json "k8s.io/apiextensions-apiserver@v0${version#1}" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
  cp -r --no-preserve=mode "$source/." "$work/extensions"
fi
sed -i "s#k8s.io/apiextensions-apiserver => .*#k8s.io/apiextensions-apiserver => $work/extensions#" "$work/k/go.mod"
cp "$home/hack/conformance/integration/fixtures.go.txt" "$work/extensions/test/integration/fixtures/server.go"
place start.go.txt test/integration/operon/start.go
place testserver.go.txt cmd/kube-apiserver/app/testing/testserver.go
place test-server.go.txt test/integration/framework/test_server.go
place etcd.go.txt test/integration/framework/etcd.go

binary="$work/bin/$(echo "$package" | tr / -).test"
mkdir -p "$work/bin"
cd "$work/k"
tests=./test/integration/$package
# What `apiextensions` names are that module's own tests; they look for definitions to be taken away, which an operator does.
if [ "$package" = apiextensions ]; then
  tests=k8s.io/apiextensions-apiserver/test/integration
  binary="$work/bin/integration.test"
fi
GOWORK=off GOFLAGS="-mod=mod -buildvcs=false" nice -n 15 go test -c -p 2 -o "$binary" "$tests"
if [ "$package" = apiextensions ]; then cd "$work/extensions/test/integration"; else cd "test/integration/$package"; fi
OPERON_HOME=$home exec nice -n 15 "$binary" -test.v -test.timeout "${OPERON_TIMEOUT:-20m}" "$@"
