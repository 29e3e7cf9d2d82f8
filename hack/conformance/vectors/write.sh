#!/usr/bin/env bash
# Writes down what upstream's own unit tests call its rules, defaults and strategies with: hack/conformance/vectors/write.sh FILE.jsonl ./pkg/apis/core/... [PACKAGE ...]
# compare/vectors.mjs asks both servers so. Needs Go 1.26 and its module proxy; an hour of compiling for all of ./pkg/apis/... ./pkg/api/... ./pkg/registry/... (VECTORS_WORK holds a copy of the module).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${VECTORS_WORK:-/tmp/operon-vectors}
version=1.36.3
out=$(realpath "$1")
shift
export GOWORK=off GOFLAGS="-mod=mod -buildvcs=false"
if [ ! -f "$work/k/.ready" ]; then
  mkdir -p "$work/k" "$work/insert"
  source=$(cd "$work" && go mod download -json "k8s.io/kubernetes@v$version" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
  for part in api cmd pkg plugin test third_party go.mod go.sum; do cp -r --no-preserve=mode "$source/$part" "$work/k"; done
  cd "$work/k"
  sed -i "s#=> ./staging/src/\(.*\)#=> \1 v0${version#1}#" go.mod
  cp "$here/insert.go.txt" "$work/insert/main.go"
  (cd "$work/insert" && go build -o insert main.go)
  {
    find pkg/apis -path '*/validation/*.go' ! -name '*_test.go' ! -name 'zz_*'
    find pkg/apis -name defaults.go -o -name defaults_test.go
    find pkg/registry -name strategy.go
    find pkg/api -name util.go -o -name warnings.go
  } | xargs "$work/insert/insert"
  # A test file of each package's own, outside of it: what it imports may import the package.
  find pkg/apis pkg/registry pkg/api -name '*_test.go' -exec dirname {} \; | sort -u | while read -r folder; do
    one=$(find "$folder" -maxdepth 1 -name '*.go' ! -name '*_test.go' | head -1)
    [ -n "$one" ] || continue
    name=$(sed -n 's/^package \([A-Za-z0-9_]*\).*/\1/p' "$one" | head -1)
    printf 'package %s_test\n\nimport _ "k8s.io/kubernetes/pkg/vectors/sink"\n' "$name" > "$folder/zz_vectors_test.go"
  done
  touch .ready
fi
cd "$work/k"
mkdir -p pkg/vectors/sink
cp "$here/record.go.txt" pkg/vectors/record.go
cp "$here/sink.go.txt" pkg/vectors/sink/sink.go
cp "$here/hosts.go.txt" pkg/vectors/sink/hosts.go
VECTORS_OUT=$out nice -n 15 go test -vet=off -p 1 "$@" || true
wc -l "$out"
