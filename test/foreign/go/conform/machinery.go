package conform

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	authorizationv1 "k8s.io/api/authorization/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/rest"
)

func machinery() []check {
	return []check{
		{"chunks", chunks}, {"tables", tables}, {"watches", watches}, {"resume", resume}, {"health", health},
		{"timeout", timeout}, {"version", version}, {"discovery", discoverAll}, {"field validation", fieldValidation},
		{"namespace life", namespaceLife}, {"namespace finalizers", namespaceFinalizers}, {"namespace conditions", namespaceConditions},
		{"openapi v3", openapi}, {"clientset", clientset},
	}
}

func configMap(name string, labels map[string]string) *corev1.ConfigMap {
	return &corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: labels}, Data: map[string]string{"a": "b"}}
}

func chunks(t *T) {
	maps := t.c.CoreV1().PodTemplates(t.ns)
	for at := range 40 {
		_, err := maps.Create(t.ctx, &corev1.PodTemplate{ObjectMeta: metav1.ObjectMeta{Name: fmt.Sprintf("template-%04d", at)}, Template: corev1.PodTemplateSpec{Spec: corev1.PodSpec{Containers: []corev1.Container{{Name: "test", Image: "test2"}}}}}, metav1.CreateOptions{})
		t.must(err, "create")
	}
	for _, limit := range []int64{1, 7, 17, 40, 41} {
		options := metav1.ListOptions{Limit: limit}
		found, last := 0, ""
		for {
			list, err := maps.List(t.ctx, options)
			t.must(err, "list")
			for _, each := range list.Items {
				t.same(each.Name, fmt.Sprintf("template-%04d", found), "order")
				found++
			}
			if last == "" {
				last = list.ResourceVersion
			}
			t.same(list.ResourceVersion, last, "one snapshot")
			if list.Continue != "" {
				t.that(list.RemainingItemCount != nil && *list.RemainingItemCount == int64(40-found), "remaining: %v after %d", list.RemainingItemCount, found)
			} else {
				t.that(list.RemainingItemCount == nil, "remaining at the end")
				break
			}
			options.Continue = list.Continue
		}
		t.same(found, 40, "all")
	}
	whole, err := maps.List(t.ctx, metav1.ListOptions{ResourceVersion: "0"})
	t.must(err, "list at 0")
	t.same(len(whole.Items), 40, "list at 0")
}

func (t *T) table(of rest.Interface, path []string, query map[string]string) (*metav1.Table, error) {
	request := of.Get().SetHeader("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io").AbsPath(path...)
	for key, value := range query {
		request = request.Param(key, value)
	}
	raw, err := request.DoRaw(t.ctx)
	if err != nil {
		return nil, err
	}
	table := &metav1.Table{}
	return table, json.Unmarshal(raw, table)
}

func tables(t *T) {
	core := t.c.CoreV1().RESTClient()
	_, err := t.c.CoreV1().Pods(t.ns).Create(t.ctx, &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "pod-1"}, Spec: corev1.PodSpec{SchedulerName: "nobody", Containers: []corev1.Container{{Name: "c", Image: "i"}}}}, metav1.CreateOptions{})
	t.must(err, "create")
	table, err := t.table(core, []string{"/api/v1/namespaces", t.ns, "pods/pod-1"}, nil)
	t.must(err, "get as a table")
	t.same(table.Kind, "Table", "kind")
	t.that(len(table.ColumnDefinitions) > 2 && table.ColumnDefinitions[0].Name == "Name", "columns")
	t.same(len(table.Rows), 1, "rows")
	t.same(len(table.Rows[0].Cells), len(table.ColumnDefinitions), "cells")
	t.that(strings.Contains(string(table.Rows[0].Object.Raw), "PartialObjectMetadata"), "rows hold metadata")
	for at := range 6 {
		_, err := t.c.CoreV1().PodTemplates(t.ns).Create(t.ctx, &corev1.PodTemplate{ObjectMeta: metav1.ObjectMeta{Name: fmt.Sprintf("template-%04d", at)}, Template: corev1.PodTemplateSpec{Spec: corev1.PodSpec{Containers: []corev1.Container{{Name: "test", Image: "test2"}}}}}, metav1.CreateOptions{})
		t.must(err, "create")
	}
	page, err := t.table(core, []string{"/api/v1/namespaces", t.ns, "podtemplates"}, map[string]string{"limit": "2"})
	t.must(err, "page")
	t.same(len(page.Rows), 2, "rows of a page")
	t.that(page.ResourceVersion != "" && page.Continue != "", "a page of a table has its version and token")
	page, err = t.table(core, []string{"/api/v1/namespaces", t.ns, "podtemplates"}, map[string]string{"continue": page.Continue})
	t.must(err, "next page")
	t.same(page.Rows[0].Cells[0], "template-0002", "name")
	t.same(len(page.Rows), 4, "rest")
	nodes, err := t.table(core, []string{"/api/v1/nodes"}, nil)
	t.must(err, "nodes")
	t.that(len(nodes.Rows) > 0 && nodes.ResourceVersion != "", "nodes as a table")
	t.that(strings.Contains(string(nodes.Rows[0].Object.Raw), "PartialObjectMetadata"), "metadata of nodes")
	review, _ := json.Marshal(&authorizationv1.SelfSubjectAccessReview{TypeMeta: metav1.TypeMeta{Kind: "SelfSubjectAccessReview", APIVersion: "authorization.k8s.io/v1"}, Spec: authorizationv1.SelfSubjectAccessReviewSpec{ResourceAttributes: &authorizationv1.ResourceAttributes{Namespace: t.ns, Verb: "get", Resource: "pods"}}})
	err = t.c.AuthorizationV1().RESTClient().Post().SetHeader("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io").SetHeader("Content-Type", "application/json").Resource("selfsubjectaccessreviews").Body(review).Do(t.ctx).Error()
	status, is := err.(errors.APIStatus)
	t.that(is && status.Status().Code == 406, "a review as a table: %v", err)
}

func next(t *T, watching watch.Interface, wanted watch.EventType, what string) *corev1.ConfigMap {
	select {
	case event, open := <-watching.ResultChan():
		if !open {
			t.fail("%s: the watch ended", what)
		}
		if event.Type != wanted {
			t.fail("%s: %s %s instead of %s", what, event.Type, show(event.Object), wanted)
		}
		object, _ := event.Object.(*corev1.ConfigMap)
		return object
	case <-time.After(10 * time.Second):
		t.fail("%s: nothing came", what)
	}
	return nil
}

func quiet(t *T, watching watch.Interface, what string) {
	select {
	case event := <-watching.ResultChan():
		t.note("%s: %s", what, show(event))
	case <-time.After(500 * time.Millisecond):
	}
}

func watches(t *T) {
	maps := t.c.CoreV1().ConfigMaps(t.ns)
	open := func(selector string) watch.Interface {
		watching, err := maps.Watch(t.ctx, metav1.ListOptions{LabelSelector: selector})
		t.must(err, "watch")
		return watching
	}
	a, b, both := open("watch=A"), open("watch=B"), open("watch in (A,B)")
	made, err := maps.Create(t.ctx, configMap("a", map[string]string{"watch": "A"}), metav1.CreateOptions{})
	t.must(err, "create")
	next(t, a, watch.Added, "A")
	next(t, both, watch.Added, "A in both")
	made.Data = map[string]string{"mutation": "1"}
	made, err = maps.Update(t.ctx, made, metav1.UpdateOptions{})
	t.must(err, "update")
	next(t, a, watch.Modified, "A")
	next(t, both, watch.Modified, "A in both")
	made.Labels = map[string]string{"watch": "B"}
	made, err = maps.Update(t.ctx, made, metav1.UpdateOptions{})
	t.must(err, "update")
	gone := next(t, a, watch.Deleted, "A leaves")
	t.same(gone.Data, map[string]string{"mutation": "1"}, "the state that the watcher knew")
	t.same(gone.ResourceVersion, made.ResourceVersion, "the version of the change")
	next(t, b, watch.Added, "A becomes B")
	next(t, both, watch.Modified, "A in both")
	made.Labels = map[string]string{"watch": "A"}
	made, err = maps.Update(t.ctx, made, metav1.UpdateOptions{})
	t.must(err, "update")
	next(t, b, watch.Deleted, "B leaves")
	next(t, a, watch.Added, "A is back")
	t.must(maps.Delete(t.ctx, "a", metav1.DeleteOptions{}), "delete")
	next(t, a, watch.Deleted, "A")
	quiet(t, b, "B")
}

func resume(t *T) {
	maps := t.c.CoreV1().ConfigMaps(t.ns)
	made, err := maps.Create(t.ctx, configMap("a", nil), metav1.CreateOptions{})
	t.must(err, "create")
	revisions := []string{made.ResourceVersion}
	for at := range 10 {
		made.Data = map[string]string{"mutation": fmt.Sprint(at)}
		made, err = maps.Update(t.ctx, made, metav1.UpdateOptions{})
		t.must(err, "update")
		revisions = append(revisions, made.ResourceVersion)
	}
	t.must(maps.Delete(t.ctx, "a", metav1.DeleteOptions{}), "delete")
	for from := range revisions {
		watching, err := maps.Watch(t.ctx, metav1.ListOptions{ResourceVersion: revisions[from], FieldSelector: "metadata.name=a"})
		t.must(err, "watch")
		for at := from + 1; at < len(revisions); at++ {
			t.same(next(t, watching, watch.Modified, "resumed").ResourceVersion, revisions[at], "revision")
		}
		next(t, watching, watch.Deleted, "resumed")
		watching.Stop()
	}
}

func (t *T) raw(path string) (int, http.Header, string) {
	transport, err := rest.HTTPClientFor(t.config)
	t.must(err, "transport")
	request, _ := http.NewRequestWithContext(t.ctx, "GET", t.config.Host+path, nil)
	answer, err := transport.Do(request)
	t.must(err, path)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	t.must(err, path)
	return answer.StatusCode, answer.Header, string(body)
}

func health(t *T) {
	for path, wanted := range map[string][]string{
		"/healthz?verbose=1": {"[+]ping ok", "[+]etcd ok", "healthz check passed"},
		"/livez?verbose":     {"[+]ping ok", "[+]etcd ok", "livez check passed"},
		"/readyz?verbose":    {"[+]ping ok", "[+]etcd ok", "readyz check passed"},
	} {
		code, _, body := t.raw(path)
		t.same(code, 200, path)
		for _, line := range wanted {
			t.that(strings.Contains(body, line), "%s lacks %q", path, line)
		}
	}
	for path, wanted := range map[string]int{"/healthz/ping": 200, "/livez/ping": 200, "/readyz/ping": 200, "/healthz/none": 404, "/livez?exclude=etcd": 200, "/healthz/etcd": 200} {
		code, _, body := t.raw(path)
		t.same(code, wanted, path)
		if code == 200 {
			t.same(body, "ok", path)
		}
	}
}

func timeout(t *T) {
	code, _, body := t.raw("/api/v1/namespaces?timeout=invalid")
	t.same(code, 400, "a timeout that is none")
	t.that(strings.Contains(body, "invalid timeout specified in the request URL"), "its words: %s", body)
	code, _, _ = t.raw("/api/v1/namespaces?timeout=3s")
	t.same(code, 200, "a timeout")
	code, _, _ = t.raw("/api/v1/namespaces?timeout=300s")
	t.same(code, 200, "a long timeout")
	code, _, _ = t.raw("/api/v1/namespaces?timeout=0s")
	t.same(code, 200, "no timeout")
	_, headers, _ := t.raw("/api/v1/namespaces")
	t.that(headers.Get("Audit-Id") != "", "no Audit-Id")
	t.same(headers.Get("Cache-Control"), "no-cache, private", "Cache-Control")
}

func version(t *T) {
	info, err := t.c.Discovery().ServerVersion()
	t.must(err, "version")
	t.that(info.Major == "1" && info.Minor != "" && info.GitVersion != "" && info.Platform != "" && info.BuildDate != "", "version %s", show(info))
}

func discoverAll(t *T) {
	_, err := t.c.Discovery().ServerResourcesForGroupVersion("not-these-apis.com/v1beta1")
	t.that(errors.IsNotFound(err), "a missing group: %v", err)
	groups, err := t.c.Discovery().ServerGroups()
	t.must(err, "groups")
	for _, group := range groups.Groups {
		if group.Name == "" {
			continue
		}
		_, _, body := t.raw("/apis/" + group.Name)
		own := &metav1.APIGroup{}
		t.must(json.Unmarshal([]byte(body), own), group.Name)
		t.same(own.PreferredVersion.GroupVersion, own.Versions[0].GroupVersion, "preferred version of "+group.Name)
		t.same(own.PreferredVersion, group.PreferredVersion, "preferred version of "+group.Name)
	}
	for _, group := range []string{"namespaces v1 Namespace", "pods v1 Pod", "deployments apps/v1 Deployment", "customresourcedefinitions apiextensions.k8s.io/v1 CustomResourceDefinition", "apiservices apiregistration.k8s.io/v1 APIService"} {
		words := strings.Fields(group)
		list, err := t.c.Discovery().ServerResourcesForGroupVersion(words[1])
		t.must(err, words[1])
		found := false
		for _, each := range list.APIResources {
			found = found || each.Name == words[0] && each.Kind == words[2] && each.StorageVersionHash != "" && each.SingularName == strings.ToLower(words[2])
		}
		t.that(found, "%s is not found", group)
	}
	raw, err := t.c.Discovery().RESTClient().Get().AbsPath("/apis").SetHeader("Accept", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList").DoRaw(t.ctx)
	t.must(err, "aggregated")
	t.that(strings.Contains(string(raw), `"freshness":"Current"`), "freshness")
	for _, resource := range []string{"componentstatuses", "bindings"} {
		_, _, body := t.raw("/api/v1")
		t.that(strings.Contains(body, `"`+resource+`"`), "%s is not there", resource)
	}
	code, _, _ := t.raw("/apis/events.k8s.io/v1")
	t.same(code, 200, "events")
	mapping, err := t.c.Discovery().ServerPreferredResources()
	t.must(err, "preferred")
	t.that(len(mapping) > 15, "preferred resources: %d", len(mapping))
}

func fieldValidation(t *T) {
	deployment := func(spec, metadata string) string {
		return `{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"my-dep",` + metadata + `"labels":{"app":"nginx"}},"spec":{` + spec +
			`"selector":{"matchLabels":{"app":"nginx"}},"template":{"metadata":{"labels":{"app":"nginx"}},"spec":{"containers":[{"name":"nginx","image":"nginx:latest"}]}}}}`
	}
	post := func(body string) string {
		_, err := t.c.CoreV1().RESTClient().Post().AbsPath("/apis/apps/v1").Namespace(t.ns).Resource("deployments").SetHeader("Content-Type", "application/json").
			Param("fieldManager", "m").Param("fieldValidation", "Strict").Body([]byte(body)).Do(t.ctx).Get()
		return fmt.Sprint(err)
	}
	for body, wanted := range map[string]string{
		deployment(`"unknownField":"foo","replicas":2,"replicas":3,`, ""): `strict decoding error: unknown field "spec.unknownField", duplicate field "spec.replicas"`,
		deployment("", `"unknownMeta":"foo",`):                            `strict decoding error: unknown field "metadata.unknownMeta"`,
	} {
		said := post(body)
		t.that(strings.Contains(said, wanted), "got %s, want %s", said, wanted)
	}
}

func namespaceLife(t *T) {
	all := t.c.CoreV1().Namespaces()
	name := t.ns + "-x"
	made, err := all.Create(t.ctx, &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: map[string]string{"e": "f"}}}, metav1.CreateOptions{})
	t.must(err, "create")
	t.same(made.Labels["kubernetes.io/metadata.name"], name, "its label")
	t.same(made.Status.Phase, corev1.NamespaceActive, "phase")
	t.same(made.Spec.Finalizers, []corev1.FinalizerName{"kubernetes"}, "finalizers")
	patched, err := all.Patch(t.ctx, name, types.StrategicMergePatchType, []byte(`{"metadata":{"labels":{"testLabel":"testValue"}}}`), metav1.PatchOptions{})
	t.must(err, "patch")
	t.same(patched.Labels["testLabel"], "testValue", "label")
	status, err := all.Patch(t.ctx, name, types.MergePatchType, []byte(`{"metadata":{"annotations":{"testannotation":"ns"}},"status":{"conditions":[{"type":"StatusPatch","status":"True","reason":"E2E","message":"Patched by an e2e test","lastTransitionTime":"2026-01-01T00:00:00Z"}]}}`), metav1.PatchOptions{}, "status")
	t.must(err, "patch status")
	t.that(status.Annotations["testannotation"] == "ns" && len(status.Status.Conditions) == 1, "patched status %s", show(status))
	status.Status.Conditions = append(status.Status.Conditions, corev1.NamespaceCondition{Type: "StatusUpdate", Status: corev1.ConditionTrue, Reason: "E2E", Message: "Updated"})
	status, err = all.UpdateStatus(t.ctx, status, metav1.UpdateOptions{})
	t.must(err, "update status")
	t.same(len(status.Status.Conditions), 2, "conditions")
	status.Labels["updated"] = "yes"
	_, err = all.Update(t.ctx, status, metav1.UpdateOptions{})
	t.must(err, "update")
	for at := range 3 {
		_, err := t.c.CoreV1().Pods(name).Create(t.ctx, &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: fmt.Sprintf("p%d", at)}, Spec: corev1.PodSpec{Containers: []corev1.Container{{Name: "c", Image: "i"}}}}, metav1.CreateOptions{})
		t.must(err, "pod")
	}
	_, err = t.c.CoreV1().Services(name).Create(t.ctx, &corev1.Service{ObjectMeta: metav1.ObjectMeta{Name: "s"}, Spec: corev1.ServiceSpec{Ports: []corev1.ServicePort{{Port: 80}}}}, metav1.CreateOptions{})
	t.must(err, "service")
	t.must(all.Delete(t.ctx, name, metav1.DeleteOptions{}), "delete")
	_, err = t.c.CoreV1().ConfigMaps(name).Create(t.ctx, configMap("late", nil), metav1.CreateOptions{})
	t.that(errors.IsForbidden(err) && errors.HasStatusCause(err, corev1.NamespaceTerminatingCause) || errors.IsNotFound(err), "a create in a namespace that ends: %v", err)
	t.until("the namespace is gone", func() bool {
		_, err := all.Get(t.ctx, name, metav1.GetOptions{})
		return errors.IsNotFound(err)
	})
	_, err = all.Create(t.ctx, &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: name}}, metav1.CreateOptions{})
	t.must(err, "create again")
	_, err = t.c.CoreV1().Services(name).Get(t.ctx, "s", metav1.GetOptions{})
	t.that(errors.IsNotFound(err), "the service is gone: %v", err)
	_ = all.Delete(t.ctx, name, metav1.DeleteOptions{})
}

func namespaceFinalizers(t *T) {
	all := t.c.CoreV1().Namespaces()
	name := t.ns + "-x"
	made, err := all.Create(t.ctx, &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: name}}, metav1.CreateOptions{})
	t.must(err, "create")
	made.Spec.Finalizers = append(made.Spec.Finalizers, "e2e.example.com/fake-finalizer")
	made, err = all.Finalize(t.ctx, made, metav1.UpdateOptions{})
	t.must(err, "finalize")
	t.same(len(made.Spec.Finalizers), 2, "finalizers")
	plain, err := all.Update(t.ctx, func() *corev1.Namespace { copy := made.DeepCopy(); copy.Spec.Finalizers = nil; return copy }(), metav1.UpdateOptions{})
	t.must(err, "update")
	t.same(len(plain.Spec.Finalizers), 2, "finalizers after a plain update")
	t.must(all.Delete(t.ctx, name, metav1.DeleteOptions{}), "delete")
	t.until("kubernetes lets go", func() bool {
		made, err = all.Get(t.ctx, name, metav1.GetOptions{})
		return err == nil && len(made.Spec.Finalizers) == 1
	})
	t.same(made.Status.Phase, corev1.NamespaceTerminating, "phase")
	made.Spec.Finalizers = nil
	_, err = all.Finalize(t.ctx, made, metav1.UpdateOptions{})
	t.must(err, "finalize")
	t.until("gone", func() bool {
		_, err := all.Get(t.ctx, name, metav1.GetOptions{})
		return errors.IsNotFound(err)
	})
}

func namespaceConditions(t *T) {
	all := t.c.CoreV1().Namespaces()
	name := t.ns + "-x"
	_, err := all.Create(t.ctx, &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: name}}, metav1.CreateOptions{})
	t.must(err, "create")
	held := configMap("held", nil)
	held.Finalizers = []string{"example.com/hold"}
	_, err = t.c.CoreV1().ConfigMaps(name).Create(t.ctx, held, metav1.CreateOptions{})
	t.must(err, "create")
	t.must(all.Delete(t.ctx, name, metav1.DeleteOptions{}), "delete")
	want := map[string]string{
		"NamespaceDeletionDiscoveryFailure": "False ResourcesDiscovered All resources successfully discovered", "NamespaceDeletionGroupVersionParsingFailure": "False ParsedGroupVersions All legacy kube types successfully parsed",
		"NamespaceDeletionContentFailure": "False ContentDeleted All content successfully deleted, may be waiting on finalization",
		"NamespaceContentRemaining":       "True SomeResourcesRemain Some resources are remaining: configmaps. has 1 resource instances",
		"NamespaceFinalizersRemaining":    "True SomeFinalizersRemain Some content in the namespace has finalizers remaining: example.com/hold in 1 resource instances",
	}
	got := map[string]string{}
	t.until("conditions", func() bool {
		made, err := all.Get(t.ctx, name, metav1.GetOptions{})
		t.must(err, "get")
		got = map[string]string{}
		for _, each := range made.Status.Conditions {
			got[string(each.Type)] = fmt.Sprint(each.Status, " ", each.Reason, " ", each.Message)
		}
		return got["NamespaceFinalizersRemaining"] != ""
	})
	t.same(got, want, "conditions")
	_, err = t.c.CoreV1().ConfigMaps(name).Patch(t.ctx, "held", types.MergePatchType, []byte(`{"metadata":{"finalizers":null}}`), metav1.PatchOptions{})
	t.must(err, "let go")
	t.until("gone", func() bool {
		_, err := all.Get(t.ctx, name, metav1.GetOptions{})
		return errors.IsNotFound(err)
	})
}

func openapi(t *T) {
	paths, err := t.c.Discovery().OpenAPIV3().Paths()
	t.must(err, "paths")
	for _, path := range []string{"api/v1", "apis/apps/v1", "apis/apiextensions.k8s.io/v1"} {
		own, has := paths[path]
		if !has {
			t.note("OpenAPI lacks %s", path)
			continue
		}
		document, err := own.Schema("application/json")
		t.must(err, path)
		t.that(len(document) > 100, "%s is short", path)
	}
}

func clientset(t *T) {
	pods := t.c.CoreV1().Pods(t.ns)
	listed, err := pods.List(t.ctx, metav1.ListOptions{LabelSelector: "time=1"})
	t.must(err, "list")
	watching, err := pods.Watch(t.ctx, metav1.ListOptions{LabelSelector: "time=1", ResourceVersion: listed.ResourceVersion})
	t.must(err, "watch")
	made, err := pods.Create(t.ctx, &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "p", Labels: map[string]string{"time": "1"}}, Spec: corev1.PodSpec{Containers: []corev1.Container{{Name: "c", Image: "i"}}}}, metav1.CreateOptions{})
	t.must(err, "create")
	t.same(made.Generation, int64(1), "generation")
	event := <-watching.ResultChan()
	t.same(event.Type, watch.Added, "event")
	t.until("it runs", func() bool {
		made, err = pods.Get(t.ctx, "p", metav1.GetOptions{})
		return err == nil && made.Status.Phase == corev1.PodRunning
	})
	t.must(pods.Delete(t.ctx, "p", metav1.DeleteOptions{GracePeriodSeconds: ptr(int64(30))}), "delete")
	deleted := false
	for !deleted {
		select {
		case event := <-watching.ResultChan():
			pod, is := event.Object.(*corev1.Pod)
			t.that(is, "event %s", show(event))
			deleted = event.Type == watch.Deleted
			if deleted {
				t.that(pod.DeletionTimestamp != nil && pod.Spec.TerminationGracePeriodSeconds != nil, "the last state")
			}
		case <-time.After(20 * time.Second):
			t.fail("not deleted")
		}
	}
}
