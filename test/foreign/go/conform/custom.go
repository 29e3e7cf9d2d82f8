package conform

import (
	"encoding/json"
	"fmt"
	"strings"

	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/dynamic"
)

var definitions = schema.GroupVersionResource{Group: "apiextensions.k8s.io", Version: "v1", Resource: "customresourcedefinitions"}

// define makes a definition of foos in a group of the check's own; more is merged into the one version.
func (t *T) define(scope, openAPI, more string) schema.GroupVersionResource {
	group := t.ns + ".example.com"
	version := map[string]any{}
	t.must(json.Unmarshal([]byte(`{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":`+openAPI+`}`+more+`}`), &version), "a version")
	definition := &unstructured.Unstructured{Object: map[string]any{
		"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": map[string]any{"name": "foos." + group},
		"spec": map[string]any{"group": group, "scope": scope, "names": map[string]any{"plural": "foos", "singular": "foo", "kind": "Foo", "listKind": "FooList"}, "versions": []any{version}},
	}}
	_, err := t.dyn.Resource(definitions).Create(t.ctx, definition, metav1.CreateOptions{})
	t.must(err, "a definition")
	t.finally(func() { _ = t.dyn.Resource(definitions).Delete(t.ctx, "foos."+group, metav1.DeleteOptions{}) })
	t.until("established", func() bool {
		made, err := t.dyn.Resource(definitions).Get(t.ctx, "foos."+group, metav1.GetOptions{})
		return err == nil && strings.Contains(show(made.Object["status"]), `"Established"`)
	})
	return schema.GroupVersionResource{Group: group, Version: "v1", Resource: "foos"}
}

func foo(of schema.GroupVersionResource, name string, more map[string]any) *unstructured.Unstructured {
	object := map[string]any{"apiVersion": of.GroupVersion().String(), "kind": "Foo", "metadata": map[string]any{"name": name}}
	for key, value := range more {
		object[key] = value
	}
	return &unstructured.Unstructured{Object: object}
}

const anything = `{"type":"object","x-kubernetes-preserve-unknown-fields":true}`

func gcCustom(t *T) {
	foos := t.dyn.Resource(t.define("Cluster", anything, ""))
	gvr := schema.GroupVersionResource{Group: t.ns + ".example.com", Version: "v1", Resource: "foos"}
	for _, orphan := range []bool{false, true} {
		owner, err := foos.Create(t.ctx, foo(gvr, "owner", nil), metav1.CreateOptions{})
		t.must(err, "owner")
		dependent := foo(gvr, "dependent", nil)
		dependent.SetOwnerReferences([]metav1.OwnerReference{{APIVersion: gvr.GroupVersion().String(), Kind: "Foo", Name: "owner", UID: owner.GetUID()}})
		_, err = foos.Create(t.ctx, dependent, metav1.CreateOptions{})
		t.must(err, "dependent")
		policy := metav1.DeletePropagationBackground
		if orphan {
			policy = metav1.DeletePropagationOrphan
		}
		t.must(foos.Delete(t.ctx, "owner", metav1.DeleteOptions{PropagationPolicy: &policy}), "delete")
		t.until("the owner is gone", func() bool { _, err := foos.Get(t.ctx, "owner", metav1.GetOptions{}); return errors.IsNotFound(err) })
		if orphan {
			left, err := foos.Get(t.ctx, "dependent", metav1.GetOptions{})
			t.must(err, "the dependent stays")
			t.same(len(left.GetOwnerReferences()), 0, "owners")
			continue
		}
		t.until("the dependent is gone", func() bool {
			_, err := foos.Get(t.ctx, "dependent", metav1.GetOptions{})
			return errors.IsNotFound(err)
		})
	}
}

func custom() []check {
	return []check{{"crd field validation", customValidation}, {"crd life", customLife}, {"crd status", definitionStatus}, {"crd selectable", selectable}, {"crd rules", rules}, {"crd watch", customWatch}, {"crd openapi", customOpenAPI}}
}

const fooSchema = `{"type":"object","properties":{"spec":{"type":"object","PRESERVE":1,"properties":{"foo":{"type":"string"},"cronSpec":{"type":"string","pattern":"^(\\d+|\\*)(/\\d+)?(\\s+(\\d+|\\*)(/\\d+)?){4}$"},"template":{"type":"object","x-kubernetes-embedded-resource":true,"properties":{"metadata":{"type":"object","properties":{"name":{"type":"string"}}},"spec":{"type":"object"}}},
"ports":{"type":"array","x-kubernetes-list-map-keys":["containerPort","protocol"],"x-kubernetes-list-type":"map","items":{"type":"object","required":["containerPort","protocol"],"properties":{"containerPort":{"format":"int32","type":"integer"},"hostIP":{"type":"string"},"hostPort":{"format":"int32","type":"integer"},"name":{"type":"string"},"protocol":{"type":"string"}}}}}}}}`

func (t *T) applyFoo(gvr schema.GroupVersionResource, name, body string) string {
	raw, err := t.c.Discovery().RESTClient().Patch(types.ApplyPatchType).AbsPath("/apis", gvr.Group, gvr.Version, gvr.Resource).Name(name).
		Param("fieldManager", "m").Param("fieldValidation", "Strict").Body([]byte(body)).DoRaw(t.ctx)
	if err == nil {
		return ""
	}
	return string(raw)
}

func customValidation(t *T) {
	gvr := t.define("Cluster", strings.Replace(fooSchema, `"PRESERVE":1,`, "", 1), "")
	head := fmt.Sprintf("\napiVersion: %s\nkind: Foo\nmetadata:\n  name: mytest\n", gvr.GroupVersion())
	spec := "spec:\n  foo: foo1\n  cronSpec: \"* * * * */5\"\n  ports:\n  - name: x\n    containerPort: 80\n    protocol: TCP"
	t.same(t.applyFoo(gvr, "mytest", head+spec), "", "a valid one")
	said := t.applyFoo(gvr, "mytest", head+"unknownField: unknown\n"+spec)
	t.that(strings.Contains(said, `.unknownField: field not declared in schema`), "unknown field: %s", said)
	said = t.applyFoo(gvr, "mytest", head+"  unknownMeta: unknown\n"+spec)
	t.that(strings.Contains(said, `.metadata.unknownMeta: field not declared in schema`), "unknown metadata: %s", said)
	said = t.applyFoo(gvr, "mytest", head+spec+"\n  foo: foo2")
	t.that(strings.Contains(said, `key "foo" already set in map`), "duplicate: %s", said)
	raw, err := t.c.Discovery().RESTClient().Post().AbsPath("/apis", gvr.Group, gvr.Version, gvr.Resource).Param("fieldValidation", "Strict").SetHeader("Content-Type", "application/json").
		Body([]byte(fmt.Sprintf(`{"apiVersion":"%s","kind":"Foo","metadata":{"name":"b","unknownMeta":"x"},"spec":{"foo":"a","foo":"b","other":1,"template":{"apiVersion":"v1","kind":"Sub","metadata":{"name":"x","sub":"y"}}}}`, gvr.GroupVersion()))).DoRaw(t.ctx)
	t.that(err != nil && strings.Contains(string(raw), `strict decoding error: duplicate field "spec.foo", unknown field "metadata.unknownMeta", unknown field "spec.other", unknown field "spec.template.metadata.sub"`), "strict: %s", raw)
}

func customLife(t *T) {
	gvr := t.define("Namespaced", `{"type":"object","properties":{"spec":{"type":"object","x-kubernetes-preserve-unknown-fields":true},"status":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}`, `,"subresources":{"status":{},"scale":{"specReplicasPath":".spec.replicas","statusReplicasPath":".status.replicas"}}`)
	t.life(kindLife{resource: gvr, kind: "Foo", plain: true, namespaced: true, body: `{"spec":{"replicas":1}}`, status: `{"replicas":1}`})
	_, err := t.dyn.Resource(gvr).Namespace(t.ns).Create(t.ctx, foo(gvr, "s", map[string]any{"spec": map[string]any{"replicas": 3}}), metav1.CreateOptions{})
	t.must(err, "create")
	scale, err := t.dyn.Resource(gvr).Namespace(t.ns).Get(t.ctx, "s", metav1.GetOptions{}, "scale")
	t.must(err, "scale")
	t.that(strings.Contains(show(scale.Object["spec"]), "3"), "scale %s", show(scale.Object))
}

func definitionStatus(t *T) {
	t.define("Cluster", anything, "")
	name := "foos." + t.ns + ".example.com"
	all := t.dyn.Resource(definitions)
	got, err := all.Get(t.ctx, name, metav1.GetOptions{}, "status")
	t.must(err, "get status")
	patched, err := all.Patch(t.ctx, name, types.MergePatchType, []byte(`{"status":{"conditions":[{"type":"StatusPatched","status":"True","reason":"E2E","message":"m"}]}}`), metav1.PatchOptions{}, "status")
	t.must(err, "patch status")
	t.that(strings.Contains(show(patched.Object["status"]), "StatusPatched"), "status %s", show(patched.Object["status"]))
	got, err = all.Get(t.ctx, name, metav1.GetOptions{}, "status")
	t.must(err, "get")
	conditions, _, _ := unstructured.NestedSlice(got.Object, "status", "conditions")
	conditions = append(conditions, map[string]any{"type": "StatusUpdate", "status": "True", "reason": "E2E", "message": "m"})
	_ = unstructured.SetNestedSlice(got.Object, conditions, "status", "conditions")
	updated, err := all.UpdateStatus(t.ctx, got, metav1.UpdateOptions{})
	if !errors.IsConflict(err) {
		t.must(err, "update status")
		t.that(strings.Contains(show(updated.Object["status"]), "StatusUpdate"), "status")
	}
	listed, err := all.List(t.ctx, metav1.ListOptions{FieldSelector: "metadata.name=" + name})
	t.must(err, "list")
	t.same(len(listed.Items), 1, "listed")
	t.must(all.DeleteCollection(t.ctx, metav1.DeleteOptions{}, metav1.ListOptions{FieldSelector: "metadata.name=" + name}), "delete collection")
	t.until("gone", func() bool { _, err := all.Get(t.ctx, name, metav1.GetOptions{}); return errors.IsNotFound(err) })
}

func selectable(t *T) {
	gvr := t.define("Namespaced", `{"type":"object","properties":{"hostPort":{"type":"string"},"count":{"type":"integer"}}}`, `,"selectableFields":[{"jsonPath":".hostPort"},{"jsonPath":".count"}]`)
	here := t.dyn.Resource(gvr).Namespace(t.ns)
	for at := range 3 {
		_, err := here.Create(t.ctx, foo(gvr, fmt.Sprint("f", at), map[string]any{"hostPort": fmt.Sprint("host", at), "count": int64(at)}), metav1.CreateOptions{})
		t.must(err, "create")
	}
	for selector, want := range map[string]int{"hostPort=host1": 1, "hostPort!=host1": 2, "count=2": 1, "hostPort=host1,count=2": 0} {
		list, err := here.List(t.ctx, metav1.ListOptions{FieldSelector: selector})
		t.must(err, selector)
		t.same(len(list.Items), want, selector)
	}
	_, err := here.List(t.ctx, metav1.ListOptions{FieldSelector: "other=1"})
	t.that(errors.IsBadRequest(err), "another field: %v", err)
	t.must(here.DeleteCollection(t.ctx, metav1.DeleteOptions{}, metav1.ListOptions{FieldSelector: "hostPort=host1"}), "delete collection")
	list, err := here.List(t.ctx, metav1.ListOptions{})
	t.must(err, "list")
	t.same(len(list.Items), 2, "left")
}

func rules(t *T) {
	gvr := t.define("Cluster", `{"type":"object","properties":{"spec":{"type":"object","x-kubernetes-validations":[{"rule":"self.x + self.y >= 0"},{"rule":"self.x >= oldSelf.x","message":"x grows"}],"properties":{"x":{"type":"integer"},"y":{"type":"integer"}}}}}`, "")
	foos := t.dyn.Resource(gvr)
	_, err := foos.Create(t.ctx, foo(gvr, "a", map[string]any{"spec": map[string]any{"x": int64(-5), "y": int64(1)}}), metav1.CreateOptions{})
	t.that(err != nil && strings.Contains(err.Error(), "failed rule: self.x + self.y >= 0"), "a rule: %v", err)
	made, err := foos.Create(t.ctx, foo(gvr, "a", map[string]any{"spec": map[string]any{"x": int64(5), "y": int64(1)}}), metav1.CreateOptions{})
	t.must(err, "create")
	made.Object["spec"] = map[string]any{"x": int64(4), "y": int64(1)}
	_, err = foos.Update(t.ctx, made, metav1.UpdateOptions{})
	t.that(errors.IsInvalid(err) && strings.Contains(err.Error(), "x grows"), "a transition: %v", err)
}

func customWatch(t *T) {
	gvr := t.define("Cluster", anything, "")
	var foos dynamic.ResourceInterface = t.dyn.Resource(gvr)
	watching, err := foos.Watch(t.ctx, metav1.ListOptions{})
	t.must(err, "watch")
	for _, name := range []string{"a", "b"} {
		_, err := foos.Create(t.ctx, foo(gvr, name, nil), metav1.CreateOptions{})
		t.must(err, "create")
		event := <-watching.ResultChan()
		t.same(fmt.Sprint(event.Type, event.Object.(*unstructured.Unstructured).GetName()), "ADDED"+name, "event")
	}
	t.must(foos.Delete(t.ctx, "a", metav1.DeleteOptions{}), "delete")
	event := <-watching.ResultChan()
	t.same(fmt.Sprint(event.Type), "DELETED", "event")
}

func customOpenAPI(t *T) {
	gvr := t.define("Namespaced", strings.Replace(fooSchema, `"PRESERVE":1,`, "", 1), "")
	name := ""
	parts := strings.Split(gvr.Group, ".")
	for at := len(parts) - 1; at >= 0; at-- {
		name += parts[at] + "."
	}
	t.until("it is in OpenAPI v2", func() bool {
		_, _, body := t.raw("/openapi/v2")
		return strings.Contains(body, `"`+name+`v1.Foo"`)
	})
	code, _, body := t.raw("/openapi/v3/apis/" + gvr.Group + "/v1")
	t.same(code, 200, "v3")
	t.that(strings.Contains(body, name+"v1.Foo"), "v3 lacks it")
	t.must(t.dyn.Resource(definitions).Delete(t.ctx, "foos."+gvr.Group, metav1.DeleteOptions{}), "delete")
	t.until("it is out of OpenAPI v2", func() bool {
		_, _, body := t.raw("/openapi/v2")
		return !strings.Contains(body, `"`+name+`v1.Foo"`)
	})
}
