package main

import (
	"fmt"
	"reflect"

	openapiv3 "github.com/google/gnostic-models/openapiv3"
	yaml "go.yaml.in/yaml/v3"
	"google.golang.org/protobuf/proto"
	"k8s.io/client-go/discovery"
	ctrl "sigs.k8s.io/controller-runtime"
)

// openapi reads every document of OpenAPI v3 both ways, and says where protobuf tells something else than JSON does to gnostic.
func openapi([]string) (any, error) {
	client, err := discovery.NewDiscoveryClientForConfig(ctrl.GetConfigOrDie())
	if err != nil {
		return nil, err
	}
	paths, err := client.OpenAPIV3().Paths()
	if err != nil {
		return nil, err
	}
	differing := []string{}
	for path, document := range paths {
		text, err := document.Schema("application/json")
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		bytes, err := document.Schema("application/com.github.proto-openapi.spec.v3@v1.0+protobuf")
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		parsed, err := openapiv3.ParseDocument(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		read := &openapiv3.Document{}
		if err := proto.Unmarshal(bytes, read); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		wanted, err := plain(parsed)
		if err != nil {
			return nil, err
		}
		got, err := plain(read)
		if err != nil {
			return nil, err
		}
		differing = append(differing, differences(path, wanted, got)...)
	}
	return map[string]any{"documents": len(paths), "differing": differing[:min(len(differing), 10)]}, nil
}

func plain(document *openapiv3.Document) (value any, err error) {
	text, err := yaml.Marshal(document.ToRawInfo())
	if err != nil {
		return nil, err
	}
	err = yaml.Unmarshal(text, &value)
	return value, err
}

func differences(path string, wanted, got any) []string {
	left, isMap := wanted.(map[string]any)
	right, both := got.(map[string]any)
	if !isMap || !both {
		if reflect.DeepEqual(wanted, got) {
			return nil
		}
		return []string{fmt.Sprintf("%s: %.200v, not %.200v", path, got, wanted)}
	}
	found := []string{}
	for key := range left {
		found = append(found, differences(path+"/"+key, left[key], right[key])...)
	}
	for key := range right {
		if _, known := left[key]; !known {
			found = append(found, path+"/"+key+": not in JSON")
		}
	}
	return found
}
