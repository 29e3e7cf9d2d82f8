package main

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"k8s.io/apimachinery/pkg/api/apitesting/fuzzer"
	"k8s.io/apimachinery/pkg/api/equality"
	metafuzzer "k8s.io/apimachinery/pkg/apis/meta/fuzzer"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	runtimeserializer "k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apimachinery/pkg/runtime/serializer/protobuf"
	"k8s.io/client-go/kubernetes/scheme"
	"sigs.k8s.io/randfill"
	"sigs.k8s.io/yaml"
)

var envelope = protobuf.NewSerializer(scheme.Scheme, scheme.Scheme)

// generate FOLDER SEED writes three random objects of every kind that Go's scheme knows, as protobuf (X.pb), JSON (X.gojson) and YAML (X.goyaml).
func generate(words []string) (any, error) {
	seed, err := strconv.ParseInt(words[1], 10, 64)
	if err != nil {
		return nil, err
	}
	codecs := runtimeserializer.NewCodecFactory(scheme.Scheme)
	fill := fuzzer.FuzzerFor(fuzzer.MergeFuzzerFuncs(metafuzzer.Funcs, bounded), rand.NewSource(seed), codecs)
	written := 0
	for _, kind := range kinds() {
		for number := range 3 {
			object, err := random(kind, fill)
			if err != nil {
				return nil, err
			}
			file := filepath.Join(words[0], fmt.Sprintf("%s_%s_%s_%d", kind.Group, kind.Version, kind.Kind, number))
			if err := write(file+".pb", object); err != nil {
				return nil, fmt.Errorf("%v: %w", kind, err)
			}
			if err := writeTexts(file, object); err != nil {
				return nil, fmt.Errorf("%v: %w", kind, err)
			}
			written++
		}
	}
	return written, nil
}

// What YAML and JSON are read wrong by when they are written or read carelessly.
var hard = []string{
	"", " ", "null", "~", "true", "yes", "no", "off", "1", "-1", "1e3", "0x1F", "0o17", "1_000", "12:30:00", "2001-01-01", ".inf", ".nan", "<<", "=", "- a", "a: b", "a #b", "#",
	"&a", "*a", "!a", "|", ">", "%", "@", "`", "{}", "[]", "'", "\"", "\\", "\t", "a\tb", "\n", "a\n", "a\nb\n\n", " a", "a ", "\r\n", "\x00", "\x1b", "\u0085", "\u00a0", "\u2028", "\ufeff", "\ufffd", "\U0001f600",
	"<a&b>", "constructor",
}

// What JSON carries as well: text that is Unicode.
func bounded(runtimeserializer.CodecFactory) []any {
	return []any{
		func(text *string, c randfill.Continue) {
			*text = fmt.Sprintf("%x-ü", c.Uint32())
			if c.Intn(3) == 0 {
				*text = hard[c.Intn(len(hard))]
			}
		},
		func(number *int64, c randfill.Continue) {
			*number = int64(c.Uint64())
			if c.Intn(4) == 0 {
				*number = []int64{math.MinInt64, math.MaxInt64, 1 << 53, -1, 0}[c.Intn(5)]
			}
		},
		func(raw *runtime.RawExtension, c randfill.Continue) { raw.Raw = []byte(`{"a":1}`) },
	}
}

func kinds() []schema.GroupVersionKind {
	var all []schema.GroupVersionKind
	for kind := range scheme.Scheme.AllKnownTypes() {
		isInternal := kind.Version == runtime.APIVersionInternal
		isOptions := strings.HasSuffix(kind.Kind, "Options") || kind.Kind == "WatchEvent" || strings.HasSuffix(kind.Kind, "List")
		if !isInternal && !isOptions {
			all = append(all, kind)
		}
	}
	sort.Slice(all, func(a, b int) bool { return all[a].String() < all[b].String() })
	return all
}

func random(kind schema.GroupVersionKind, fill *randfill.Filler) (runtime.Object, error) {
	object, err := scheme.Scheme.New(kind)
	if err != nil {
		return nil, err
	}
	fill.Fill(object)
	object.GetObjectKind().SetGroupVersionKind(kind)
	return object, nil
}

func write(path string, object runtime.Object) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	return envelope.Encode(object, file)
}

func writeTexts(path string, object runtime.Object) error {
	text, err := json.Marshal(object)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path+".gojson", text, 0o600); err != nil {
		return err
	}
	// There are texts that Go's own YAML can't write, or does not read back.
	text, err = yaml.Marshal(object)
	if err != nil {
		return nil
	}
	if again := fresh(object); yaml.Unmarshal(text, again) != nil || !equality.Semantic.DeepEqual(object, again) {
		return nil
	}
	return os.WriteFile(path+".goyaml", text, 0o600)
}

func fresh(object runtime.Object) runtime.Object {
	made, err := scheme.Scheme.New(object.GetObjectKind().GroupVersionKind())
	if err != nil {
		panic(err)
	}
	return made
}

// compare FOLDER reads each X.pb, and beside it X.json, X.yaml and X.back as somebody else has decoded and encoded it: all are to say the same. Answers what does not.
func compare(words []string) (any, error) {
	files, err := filepath.Glob(filepath.Join(words[0], "*.json"))
	if err != nil {
		return nil, err
	}
	different := []string{}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".json")
		original, err := read(name + ".pb")
		if err != nil {
			return nil, err
		}
		if text, err := compareText(original, file, json.Unmarshal); err != nil || text != "" {
			different = append(different, fmt.Sprintf("%s as JSON: %v%s", filepath.Base(name), err, text))
		}
		fromYAML := func(text []byte, object any) error { return yaml.Unmarshal(text, object) }
		if text, err := compareText(original, name+".yaml", fromYAML); err != nil || text != "" {
			different = append(different, fmt.Sprintf("%s as YAML: %v%s", filepath.Base(name), err, text))
		}
		if back, err := read(name + ".back"); err != nil || !equality.Semantic.DeepEqual(original, back) {
			different = append(different, fmt.Sprintf("%s as protobuf: %v", filepath.Base(name), err))
		}
	}
	return map[string]any{"compared": len(files), "different": different}, nil
}

func read(path string) (runtime.Object, error) {
	bytes, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	object, _, err := envelope.Decode(bytes, nil, nil)
	return object, err
}

func compareText(original runtime.Object, path string, unmarshal func([]byte, any) error) (string, error) {
	bytes, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	object := original.DeepCopyObject()
	fresh, err := scheme.Scheme.New(object.GetObjectKind().GroupVersionKind())
	if err != nil {
		return "", err
	}
	if err := unmarshal(bytes, fresh); err != nil {
		return "", err
	}
	if equality.Semantic.DeepEqual(original, fresh) {
		return "", nil
	}
	wanted, _ := json.Marshal(original)
	given, _ := json.Marshal(fresh)
	return firstDifference(string(wanted), string(given)), nil
}

func firstDifference(wanted, given string) string {
	at := 0
	for at < len(wanted) && at < len(given) && wanted[at] == given[at] {
		at++
	}
	part := func(text string) string { return text[max(0, at-60):min(len(text), at+60)] }
	return fmt.Sprintf("wanted ...%s..., was ...%s...", part(wanted), part(given))
}
