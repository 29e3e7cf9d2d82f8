package conform

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	authenticationv1 "k8s.io/api/authentication/v1"
	authorizationv1 "k8s.io/api/authorization/v1"
	certificatesv1 "k8s.io/api/certificates/v1"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	eventsv1 "k8s.io/api/events/v1"
	schedulingv1 "k8s.io/api/scheduling/v1"
	"k8s.io/apimachinery/pkg/api/equality"
	"k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
)

func system() []check {
	return []check{
		{"events", events}, {"core events", coreEvents}, {"event sources", eventSources}, {"gc far owner", gcFarOwner}, {"gc definitions come and go", gcKindsComeAndGo},
		{"quota counts", quotaCounts}, {"quota pods", quotaPods}, {"quota services", quotaServices}, {"quota scopes", quotaScopes}, {"quota custom", quotaCustom}, {"quota priority", quotaPriority}, {"quota status", quotaStatus},
		{"limit range", limitRange}, {"priority classes", priorityClasses}, {"service status", serviceStatus}, {"service kinds", serviceKinds}, {"services collection", servicesCollection}, {"endpoints life", endpointsLife}, {"kubernetes service", kubernetesService},
		{"signing requests", signingRequests}, {"service accounts", serviceAccounts}, {"reviews", reviews}, {"immutable", immutable}, {"empty keys", emptyKeys}, {"scheduling", scheduling}, {"node", nodes},
		{"apply", apply}, {"apply scale and status", applySubresources}, {"runtime class", runtimeClass}, {"ephemeral containers", ephemeral}, {"sysctls", sysctls},
	}
}

func (t *T) create(object *corev1.Pod) (*corev1.Pod, error) {
	return t.c.CoreV1().Pods(t.ns).Create(t.ctx, object, metav1.CreateOptions{})
}

func pod(name string) *corev1.Pod {
	return &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: name}, Spec: podSpec()}
}

func testEvent(namespace, name string) *eventsv1.Event {
	return &eventsv1.Event{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: map[string]string{"testevent": "true"}}, Regarding: corev1.ObjectReference{Namespace: namespace}, EventTime: metav1.MicroTime{Time: time.Unix(1505828956, 0)},
		Note: "This is " + name, Action: "Do", Reason: "Test", Type: "Normal", ReportingController: "test-controller", ReportingInstance: "test-node"}
}

func events(t *T) {
	all := t.c.EventsV1().Events(t.ns)
	_, err := all.Create(t.ctx, testEvent(t.ns, "event-test"), metav1.CreateOptions{})
	t.must(err, "create")
	core, err := t.c.CoreV1().Events(t.ns).List(t.ctx, metav1.ListOptions{FieldSelector: "source=test-controller"})
	t.must(err, "by source")
	t.same(len(core.Items), 1, "by source")
	listed, err := all.List(t.ctx, metav1.ListOptions{FieldSelector: "reportingController=test-controller"})
	t.must(err, "by controller")
	t.same(len(listed.Items), 1, "by controller")
	first, err := all.Get(t.ctx, "event-test", metav1.GetOptions{})
	t.must(err, "get")
	_, err = all.Patch(t.ctx, "event-test", types.StrategicMergePatchType, []byte(`{"note":"patched"}`), metav1.PatchOptions{})
	t.that(errors.IsInvalid(err), "a note stays: %v", err)
	_, err = all.Patch(t.ctx, "event-test", types.StrategicMergePatchType, []byte(`{"series":{"count":2,"lastObservedTime":"2017-09-19T13:49:11.000000Z"}}`), metav1.PatchOptions{})
	t.must(err, "patch")
	next, err := all.Get(t.ctx, "event-test", metav1.GetOptions{})
	t.must(err, "get")
	clear := func(event *eventsv1.Event) { event.ResourceVersion, event.ManagedFields = "", nil }
	clear(first)
	clear(next)
	first.Series = &eventsv1.EventSeries{Count: 2, LastObservedTime: metav1.MicroTime{Time: time.Unix(1505828951, 0)}}
	t.that(equality.Semantic.DeepEqual(first, next), "patched: %s, not %s", show(next), show(first))
	first.Series = &eventsv1.EventSeries{Count: 100, LastObservedTime: metav1.MicroTime{Time: time.Unix(1505828956, 0)}}
	_, err = all.Update(t.ctx, first, metav1.UpdateOptions{})
	t.must(err, "update")
	next, err = all.Get(t.ctx, "event-test", metav1.GetOptions{})
	t.must(err, "get")
	clear(next)
	t.that(equality.Semantic.DeepEqual(first, next), "updated: %s, not %s", show(next), show(first))
	t.must(all.DeleteCollection(t.ctx, metav1.DeleteOptions{}, metav1.ListOptions{LabelSelector: "testevent=true"}), "delete collection")
	listed, err = all.List(t.ctx, metav1.ListOptions{LabelSelector: "testevent=true"})
	t.must(err, "list")
	t.same(len(listed.Items), 0, "left")
}

func coreEvents(t *T) {
	all := t.c.CoreV1().Events(t.ns)
	made, err := all.Create(t.ctx, &corev1.Event{ObjectMeta: metav1.ObjectMeta{Name: "e", Labels: map[string]string{"testevent-constant": "true"}}, Message: "This is a test", Reason: "Test", Type: "Normal", Count: 1, InvolvedObject: corev1.ObjectReference{Namespace: t.ns}}, metav1.CreateOptions{})
	t.must(err, "create")
	_, err = all.Patch(t.ctx, "e", types.StrategicMergePatchType, []byte(`{"message":"patched"}`), metav1.PatchOptions{})
	t.must(err, "patch")
	made, err = all.Get(t.ctx, "e", metav1.GetOptions{})
	t.must(err, "get")
	t.same(made.Message, "patched", "message")
	made.Series = &corev1.EventSeries{Count: 100, LastObservedTime: metav1.MicroTime{Time: time.Unix(1505828956, 0)}}
	_, err = all.Update(t.ctx, made, metav1.UpdateOptions{})
	t.must(err, "update")
	newer, err := t.c.EventsV1().Events(t.ns).Get(t.ctx, "e", metav1.GetOptions{})
	t.must(err, "get as events.k8s.io")
	t.that(newer.Note == "patched" && newer.DeprecatedCount == 1 && newer.Series.Count == 100, "as events.k8s.io: %s", show(newer))
}

func eventSources(t *T) {
	t.deployment("d", 1, gctest)
	want := map[string]string{"ScalingReplicaSet": "deployment-controller", "SuccessfulCreate": "replicaset-controller", "Scheduled": "default-scheduler"}
	for reason, source := range want {
		t.until(reason+" of "+source, func() bool {
			list, err := t.c.CoreV1().Events(t.ns).List(t.ctx, metav1.ListOptions{FieldSelector: "reason=" + reason + ",source=" + source})
			return err == nil && len(list.Items) == 1
		})
	}
	list, err := t.c.EventsV1().Events(t.ns).List(t.ctx, metav1.ListOptions{FieldSelector: "reason=Scheduled"})
	t.must(err, "list")
	for _, event := range list.Items {
		t.that(event.Action == "Binding" && !event.EventTime.IsZero() && event.DeprecatedCount == 0, "Scheduled: %s", show(event))
	}
}

func gcFarOwner(t *T) {
	other := t.ns + "-x"
	_, err := t.c.CoreV1().Namespaces().Create(t.ctx, &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: other}}, metav1.CreateOptions{})
	t.must(err, "create")
	t.finally(func() { _ = t.c.CoreV1().Namespaces().Delete(t.ctx, other, metav1.DeleteOptions{}) })
	owner, err := t.c.CoreV1().ConfigMaps(other).Create(t.ctx, configMap("owner", nil), metav1.CreateOptions{})
	t.must(err, "owner")
	child := configMap("child", nil)
	child.OwnerReferences = []metav1.OwnerReference{{APIVersion: "v1", Kind: "ConfigMap", Name: "owner", UID: owner.UID}}
	_, err = t.c.CoreV1().ConfigMaps(t.ns).Create(t.ctx, child, metav1.CreateOptions{})
	t.must(err, "child")
	t.until("the child is gone", func() bool {
		_, err := t.c.CoreV1().ConfigMaps(t.ns).Get(t.ctx, "child", metav1.GetOptions{})
		return errors.IsNotFound(err)
	})
	t.until("the event", func() bool {
		list, err := t.c.CoreV1().Events(t.ns).List(t.ctx, metav1.ListOptions{FieldSelector: "reason=OwnerRefInvalidNamespace,involvedObject.name=child"})
		return err == nil && len(list.Items) == 1 && list.Items[0].Source.Component == "garbage-collector-controller" && strings.Contains(list.Items[0].Message, `does not exist in namespace "`+t.ns+`"`)
	})
}

// A kind appears while the collector runs, owns something, and is taken away: what it owned goes too.
func gcKindsComeAndGo(t *T) {
	gvr := t.define("Namespaced", anything, "")
	owner, err := t.dyn.Resource(gvr).Namespace(t.ns).Create(t.ctx, foo(gvr, "owner", nil), metav1.CreateOptions{})
	t.must(err, "owner")
	reference := metav1.OwnerReference{APIVersion: gvr.GroupVersion().String(), Kind: "Foo", Name: "owner", UID: owner.GetUID()}
	child := configMap("child", nil)
	child.OwnerReferences = []metav1.OwnerReference{reference}
	_, err = t.c.CoreV1().ConfigMaps(t.ns).Create(t.ctx, child, metav1.CreateOptions{})
	t.must(err, "child")
	time.Sleep(2 * time.Second)
	_, err = t.c.CoreV1().ConfigMaps(t.ns).Get(t.ctx, "child", metav1.GetOptions{})
	t.must(err, "the child stays")
	t.must(t.dyn.Resource(definitions).Delete(t.ctx, "foos."+gvr.Group, metav1.DeleteOptions{}), "delete the definition")
	t.until("the child is gone", func() bool {
		_, err := t.c.CoreV1().ConfigMaps(t.ns).Get(t.ctx, "child", metav1.GetOptions{})
		return errors.IsNotFound(err)
	})
}

func amounts(words string) corev1.ResourceList {
	list := corev1.ResourceList{}
	for _, each := range strings.Fields(words) {
		name, amount, _ := strings.Cut(each, "=")
		list[corev1.ResourceName(name)] = resource.MustParse(amount)
	}
	return list
}

func (t *T) quota(name, hard string, scopes ...corev1.ResourceQuotaScope) {
	_, err := t.c.CoreV1().ResourceQuotas(t.ns).Create(t.ctx, &corev1.ResourceQuota{ObjectMeta: metav1.ObjectMeta{Name: name}, Spec: corev1.ResourceQuotaSpec{Hard: amounts(hard), Scopes: scopes}}, metav1.CreateOptions{})
	t.must(err, "a quota")
	t.until("the quota counts", func() bool {
		quota, err := t.c.CoreV1().ResourceQuotas(t.ns).Get(t.ctx, name, metav1.GetOptions{})
		return err == nil && equality.Semantic.DeepEqual(quota.Spec.Hard, quota.Status.Hard) && len(quota.Status.Used) == len(quota.Spec.Hard)
	})
}

func (t *T) uses(name, used string) {
	got := corev1.ResourceList{}
	want := amounts(used)
	end := time.Now().Add(15 * time.Second)
	for time.Now().Before(end) {
		quota, err := t.c.CoreV1().ResourceQuotas(t.ns).Get(t.ctx, name, metav1.GetOptions{})
		t.must(err, "get")
		fits := true
		got = quota.Status.Used
		for key, amount := range want {
			has, said := got[key]
			fits = fits && said && has.Cmp(amount) == 0
		}
		if fits {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.fail("quota %s uses %s, not %s", name, show(got), used)
}

func quotaCounts(t *T) {
	t.quota("q", "pods=5 services=10 services.nodeports=1 services.loadbalancers=1 replicationcontrollers=10 resourcequotas=1 cpu=1 memory=500Mi configmaps=10 secrets=10 persistentvolumeclaims=10 requests.storage=10Gi ephemeral-storage=50Gi gold.storageclass.storage.k8s.io/persistentvolumeclaims=10 gold.storageclass.storage.k8s.io/requests.storage=10Gi count/replicasets.apps=5 requests.example.com/dongle=3")
	t.uses("q", "resourcequotas=1 pods=0 cpu=0 requests.example.com/dongle=0")
	_, err := t.c.CoreV1().ResourceQuotas(t.ns).Create(t.ctx, &corev1.ResourceQuota{ObjectMeta: metav1.ObjectMeta{Name: "r"}, Spec: corev1.ResourceQuotaSpec{Hard: amounts("pods=1")}}, metav1.CreateOptions{})
	t.that(errors.IsForbidden(err), "a second quota: %v", err)
	secret, err := t.c.CoreV1().Secrets(t.ns).Create(t.ctx, &corev1.Secret{ObjectMeta: metav1.ObjectMeta{Name: "s"}}, metav1.CreateOptions{})
	t.must(err, "secret")
	t.uses("q", "secrets=1")
	t.must(t.c.CoreV1().Secrets(t.ns).Delete(t.ctx, secret.Name, metav1.DeleteOptions{}), "delete")
	t.uses("q", "secrets=0")
	t.replicaSet("r", 0)
	t.uses("q", "count/replicasets.apps=1")
	t.must(t.c.AppsV1().ReplicaSets(t.ns).Delete(t.ctx, "r", metav1.DeleteOptions{}), "delete")
	t.uses("q", "count/replicasets.apps=0")
	t.rc("rc", 0)
	t.uses("q", "replicationcontrollers=1")
	t.must(t.c.CoreV1().ReplicationControllers(t.ns).Delete(t.ctx, "rc", metav1.DeleteOptions{}), "delete")
	t.uses("q", "replicationcontrollers=0")
	_, err = t.c.CoreV1().PersistentVolumeClaims(t.ns).Create(t.ctx, &corev1.PersistentVolumeClaim{ObjectMeta: metav1.ObjectMeta{Name: "c"}, Spec: corev1.PersistentVolumeClaimSpec{StorageClassName: ptr("gold"), AccessModes: []corev1.PersistentVolumeAccessMode{"ReadWriteOnce"}, Resources: corev1.VolumeResourceRequirements{Requests: amounts("storage=1Gi")}}}, metav1.CreateOptions{})
	t.must(err, "claim")
	t.uses("q", "persistentvolumeclaims=1 requests.storage=1Gi gold.storageclass.storage.k8s.io/persistentvolumeclaims=1 gold.storageclass.storage.k8s.io/requests.storage=1Gi")
	t.must(t.c.CoreV1().PersistentVolumeClaims(t.ns).Delete(t.ctx, "c", metav1.DeleteOptions{}), "delete")
	t.uses("q", "persistentvolumeclaims=0 requests.storage=0")
}

func needing(name, requests, limits string) *corev1.Pod {
	made := pod(name)
	made.Spec.SchedulerName = "nobody"
	made.Spec.Containers[0].Resources = corev1.ResourceRequirements{Requests: amounts(requests), Limits: amounts(limits)}
	return made
}

func quotaPods(t *T) {
	t.quota("q", "pods=5 cpu=1 memory=500Mi ephemeral-storage=50Gi requests.example.com/dongle=3")
	_, err := t.create(needing("a", "cpu=500m memory=252Mi ephemeral-storage=30Gi example.com/dongle=2", "example.com/dongle=2"))
	t.must(err, "fits")
	t.uses("q", "pods=1 cpu=500m memory=252Mi ephemeral-storage=30Gi requests.example.com/dongle=2")
	_, err = t.create(needing("b", "cpu=600m memory=100Mi ephemeral-storage=1Gi", ""))
	t.that(errors.IsForbidden(err) && strings.Contains(err.Error(), "exceeded quota: q, requested: cpu=600m, used: cpu=500m, limited: cpu=1"), "too much cpu: %v", err)
	_, err = t.create(needing("b", "cpu=500m memory=100Mi ephemeral-storage=1Gi example.com/dongle=2", "example.com/dongle=2"))
	t.that(errors.IsForbidden(err), "too many dongles: %v", err)
	_, err = t.create(pod("c"))
	t.that(errors.IsForbidden(err) && strings.Contains(err.Error(), "failed quota: q: must specify cpu for: c; memory for: c"), "none said: %v", err)
	t.must(t.c.CoreV1().Pods(t.ns).Delete(t.ctx, "a", metav1.DeleteOptions{GracePeriodSeconds: ptr(int64(0))}), "delete")
	t.uses("q", "pods=0 cpu=0 memory=0 ephemeral-storage=0 requests.example.com/dongle=0")
}

func service(name string, kind corev1.ServiceType) *corev1.Service {
	return &corev1.Service{ObjectMeta: metav1.ObjectMeta{Name: name}, Spec: corev1.ServiceSpec{Type: kind, Ports: []corev1.ServicePort{{Port: 80}}}}
}

func quotaServices(t *T) {
	t.quota("q", "services=10 services.nodeports=1 services.loadbalancers=1")
	all := t.c.CoreV1().Services(t.ns)
	for name, kind := range map[string]corev1.ServiceType{"a": corev1.ServiceTypeClusterIP, "b": corev1.ServiceTypeNodePort} {
		_, err := all.Create(t.ctx, service(name, kind), metav1.CreateOptions{})
		t.must(err, name)
	}
	_, err := all.Create(t.ctx, service("c", corev1.ServiceTypeLoadBalancer), metav1.CreateOptions{})
	t.that(errors.IsForbidden(err), "a load balancer with a node port too many: %v", err)
	t.uses("q", "services=2 services.nodeports=1 services.loadbalancers=0")
	for _, name := range []string{"a", "b"} {
		t.must(all.Delete(t.ctx, name, metav1.DeleteOptions{}), "delete")
	}
	t.uses("q", "services=0 services.nodeports=0")
}

func quotaScopes(t *T) {
	t.quota("best", "pods=5", corev1.ResourceQuotaScopeBestEffort)
	t.quota("not-best", "pods=5", corev1.ResourceQuotaScopeNotBestEffort)
	t.quota("ends", "pods=5", corev1.ResourceQuotaScopeTerminating)
	t.quota("does-not", "pods=5", corev1.ResourceQuotaScopeNotTerminating)
	first := needing("a", "", "")
	_, err := t.create(first)
	t.must(err, "best effort")
	t.uses("best", "pods=1")
	t.uses("not-best", "pods=0")
	t.uses("does-not", "pods=1")
	second := needing("b", "cpu=500m", "cpu=1")
	second.Spec.ActiveDeadlineSeconds = ptr(int64(3600))
	_, err = t.create(second)
	t.must(err, "ending")
	t.uses("ends", "pods=1")
	t.uses("not-best", "pods=1")
	t.uses("best", "pods=1")
}

func quotaCustom(t *T) {
	gvr := t.define("Namespaced", anything, "")
	count := "count/foos." + gvr.Group
	t.quota("q", count+"=1")
	_, err := t.dyn.Resource(gvr).Namespace(t.ns).Create(t.ctx, foo(gvr, "a", nil), metav1.CreateOptions{})
	t.must(err, "first")
	t.uses("q", count+"=1")
	_, err = t.dyn.Resource(gvr).Namespace(t.ns).Create(t.ctx, foo(gvr, "b", nil), metav1.CreateOptions{})
	t.that(errors.IsForbidden(err), "second: %v", err)
	t.must(t.dyn.Resource(gvr).Namespace(t.ns).Delete(t.ctx, "a", metav1.DeleteOptions{}), "delete")
	t.uses("q", count+"=0")
}

func quotaPriority(t *T) {
	class := t.ns
	_, err := t.c.SchedulingV1().PriorityClasses().Create(t.ctx, &schedulingv1.PriorityClass{ObjectMeta: metav1.ObjectMeta{Name: class}, Value: 1000}, metav1.CreateOptions{})
	t.must(err, "a class")
	t.finally(func() { _ = t.c.SchedulingV1().PriorityClasses().Delete(t.ctx, class, metav1.DeleteOptions{}) })
	_, err = t.c.CoreV1().ResourceQuotas(t.ns).Create(t.ctx, &corev1.ResourceQuota{ObjectMeta: metav1.ObjectMeta{Name: "q"}, Spec: corev1.ResourceQuotaSpec{Hard: amounts("pods=1"), ScopeSelector: &corev1.ScopeSelector{MatchExpressions: []corev1.ScopedResourceSelectorRequirement{{ScopeName: corev1.ResourceQuotaScopePriorityClass, Operator: corev1.ScopeSelectorOpIn, Values: []string{class}}}}}}, metav1.CreateOptions{})
	t.must(err, "a quota")
	t.uses("q", "pods=0")
	for _, name := range []string{"a", "b"} {
		made := needing(name, "", "")
		made.Spec.PriorityClassName = class
		_, err = t.create(made)
		t.same(errors.IsForbidden(err), name == "b", fmt.Sprintf("pod %s: %v", name, err))
	}
	t.uses("q", "pods=1")
}

func quotaStatus(t *T) {
	all := t.c.CoreV1().ResourceQuotas(t.ns)
	t.quota("q", "cpu=500m memory=500Mi")
	patched, err := all.Patch(t.ctx, "q", types.StrategicMergePatchType, []byte(`{"spec":{"hard":{"memory":"750Mi"}}}`), metav1.PatchOptions{})
	t.must(err, "patch")
	memory := patched.Spec.Hard["memory"]
	t.same(memory.String(), "750Mi", "memory")
	for range 5 {
		got, err := all.Get(t.ctx, "q", metav1.GetOptions{})
		t.must(err, "get")
		got.Status.Hard = amounts("cpu=500m memory=500Mi")
		got, err = all.UpdateStatus(t.ctx, got, metav1.UpdateOptions{})
		if errors.IsConflict(err) {
			continue
		}
		t.must(err, "update status")
		t.that(equality.Semantic.DeepEqual(got.Status.Hard, amounts("cpu=500m memory=500Mi")), "status")
		break
	}
	t.until("the status says what the spec says", func() bool {
		got, err := all.Get(t.ctx, "q", metav1.GetOptions{})
		return err == nil && equality.Semantic.DeepEqual(got.Status.Hard, got.Spec.Hard)
	})
}

func limitRange(t *T) {
	all := t.c.CoreV1().LimitRanges(t.ns)
	item := corev1.LimitRangeItem{Type: corev1.LimitTypeContainer, Min: amounts("cpu=50m memory=100Mi ephemeral-storage=100Gi"), Max: amounts("cpu=500m memory=500Mi ephemeral-storage=500Gi"), Default: amounts("cpu=500m memory=500Mi ephemeral-storage=500Gi"), DefaultRequest: amounts("cpu=100m memory=200Mi ephemeral-storage=200Gi"), MaxLimitRequestRatio: corev1.ResourceList{}}
	_, err := all.Create(t.ctx, &corev1.LimitRange{ObjectMeta: metav1.ObjectMeta{Name: "l"}, Spec: corev1.LimitRangeSpec{Limits: []corev1.LimitRangeItem{item}}}, metav1.CreateOptions{})
	t.must(err, "create")
	resources := func(requests, limits string) corev1.ResourceRequirements {
		return corev1.ResourceRequirements{Requests: amounts(requests), Limits: amounts(limits)}
	}
	made, err := t.create(pod("plain"))
	t.must(err, "plain")
	t.that(equality.Semantic.DeepEqual(made.Spec.Containers[0].Resources, resources("cpu=100m memory=200Mi ephemeral-storage=200Gi", "cpu=500m memory=500Mi ephemeral-storage=500Gi")), "defaults: %s", show(made.Spec.Containers[0].Resources))
	partly := needing("partly", "cpu=500m memory=500Mi ephemeral-storage=500Gi", "")
	made, err = t.create(partly)
	t.must(err, "partly")
	t.that(equality.Semantic.DeepEqual(made.Spec.Containers[0].Resources, resources("cpu=500m memory=500Mi ephemeral-storage=500Gi", "cpu=500m memory=500Mi ephemeral-storage=500Gi")), "half said: %s", show(made.Spec.Containers[0].Resources))
	_, err = t.create(needing("less", "cpu=10m memory=50Mi ephemeral-storage=50Gi", ""))
	t.that(errors.IsForbidden(err), "too little: %v", err)
	_, err = t.create(needing("more", "cpu=600m memory=600Mi ephemeral-storage=600Gi", "cpu=600m memory=600Mi ephemeral-storage=600Gi"))
	t.that(errors.IsForbidden(err), "too much: %v", err)
	read, err := all.Get(t.ctx, "l", metav1.GetOptions{})
	t.must(err, "get")
	read.Spec.Limits[0].Min = amounts("cpu=9m memory=49Mi ephemeral-storage=49Gi")
	_, err = all.Update(t.ctx, read, metav1.UpdateOptions{})
	t.must(err, "update")
	_, err = t.create(needing("less", "cpu=10m memory=50Mi ephemeral-storage=50Gi", ""))
	t.must(err, "little is allowed")
	t.must(all.DeleteCollection(t.ctx, metav1.DeleteOptions{}, metav1.ListOptions{}), "delete collection")
}

func priorityClasses(t *T) {
	all := t.c.SchedulingV1().PriorityClasses()
	name := t.ns
	made, err := all.Create(t.ctx, &schedulingv1.PriorityClass{ObjectMeta: metav1.ObjectMeta{Name: name}, Value: 1000}, metav1.CreateOptions{})
	t.must(err, "create")
	t.finally(func() { _ = all.Delete(t.ctx, name, metav1.DeleteOptions{}) })
	t.that(made.PreemptionPolicy != nil && *made.PreemptionPolicy == corev1.PreemptLowerPriority, "preemption policy")
	made.Value = 1001
	_, err = all.Update(t.ctx, made, metav1.UpdateOptions{})
	t.that(errors.IsInvalid(err) && strings.Contains(err.Error(), "value"), "another value: %v", err)
	_, err = all.Patch(t.ctx, name, types.JSONPatchType, []byte(`[{"op":"replace","path":"/value","value":5}]`), metav1.PatchOptions{})
	t.that(errors.IsInvalid(err), "another value by a patch: %v", err)
	_, err = all.Patch(t.ctx, name, types.JSONPatchType, []byte(`[{"op":"add","path":"/description","value":"x"}]`), metav1.PatchOptions{})
	t.must(err, "a description")
	made2 := needing("p", "", "")
	made2.Spec.PriorityClassName = name
	got, err := t.create(made2)
	t.must(err, "a pod of it")
	t.that(got.Spec.Priority != nil && *got.Spec.Priority == 1000, "its priority")
	for _, builtIn := range []string{"system-cluster-critical", "system-node-critical"} {
		_, err := all.Get(t.ctx, builtIn, metav1.GetOptions{})
		t.must(err, builtIn)
	}
}

func serviceStatus(t *T) {
	all := t.c.CoreV1().Services(t.ns)
	made, err := all.Create(t.ctx, service("s", corev1.ServiceTypeLoadBalancer), metav1.CreateOptions{})
	t.must(err, "create")
	t.that(made.Spec.ClusterIP != "" && made.Spec.Ports[0].NodePort != 0 && made.Spec.AllocateLoadBalancerNodePorts != nil, "addresses: %s", show(made.Spec))
	got, err := all.Patch(t.ctx, "s", types.MergePatchType, []byte(`{"metadata":{"annotations":{"patchedstatus":"true"}},"status":{"loadBalancer":{"ingress":[{"ip":"203.0.113.1"}]}}}`), metav1.PatchOptions{}, "status")
	t.must(err, "patch status")
	t.that(got.Annotations["patchedstatus"] == "true" && len(got.Status.LoadBalancer.Ingress) == 1 && got.Status.LoadBalancer.Ingress[0].IPMode != nil, "status %s", show(got.Status))
	got.Status.Conditions = append(got.Status.Conditions, metav1.Condition{Type: "StatusUpdate", Status: "True", Reason: "E2E", Message: "Set", LastTransitionTime: metav1.Now()})
	got, err = all.UpdateStatus(t.ctx, got, metav1.UpdateOptions{})
	t.must(err, "update status")
	t.same(len(got.Status.Conditions), 1, "conditions")
	_, err = all.Patch(t.ctx, "s", types.StrategicMergePatchType, []byte(`{"metadata":{"labels":{"test-service":"patched"}}}`), metav1.PatchOptions{})
	t.must(err, "patch")
}

func serviceKinds(t *T) {
	all := t.c.CoreV1().Services(t.ns)
	external := &corev1.Service{ObjectMeta: metav1.ObjectMeta{Name: "s"}, Spec: corev1.ServiceSpec{Type: corev1.ServiceTypeExternalName, ExternalName: "foo.example.com"}}
	_, err := all.Create(t.ctx, external, metav1.CreateOptions{})
	t.must(err, "an external name")
	change := func(to func(*corev1.Service)) *corev1.Service {
		got, err := all.Get(t.ctx, "s", metav1.GetOptions{})
		t.must(err, "get")
		to(got)
		got, err = all.Update(t.ctx, got, metav1.UpdateOptions{})
		t.must(err, "update")
		return got
	}
	got := change(func(s *corev1.Service) {
		s.Spec.Type, s.Spec.ExternalName = corev1.ServiceTypeClusterIP, ""
		s.Spec.Ports = []corev1.ServicePort{{Port: 80, Name: "http", Protocol: "TCP"}}
	})
	t.that(got.Spec.ClusterIP != "" && len(got.Spec.ClusterIPs) == 1 && got.Spec.Ports[0].TargetPort.IntValue() == 80, "a cluster address: %s", show(got.Spec))
	got = change(func(s *corev1.Service) { s.Spec.Type = corev1.ServiceTypeNodePort })
	t.that(got.Spec.Ports[0].NodePort != 0, "a node port")
	got = change(func(s *corev1.Service) {
		s.Spec.Type = corev1.ServiceTypeClusterIP
		s.Spec.Ports[0].NodePort = 0
		s.Spec.Ports = append(s.Spec.Ports, corev1.ServicePort{Name: "udp", Port: 80, Protocol: "UDP"})
	})
	t.that(len(got.Spec.Ports) == 2 && got.Spec.Ports[0].NodePort == 0, "ports %s", show(got.Spec.Ports))
	got = change(func(s *corev1.Service) {
		s.Spec.Type, s.Spec.ExternalName, s.Spec.ClusterIP, s.Spec.ClusterIPs = corev1.ServiceTypeExternalName, "foo.example.com", "", nil
	})
	t.same(got.Spec.ClusterIP, "", "cluster address of an external name")
	one, err := all.Create(t.ctx, service("one", corev1.ServiceTypeNodePort), metav1.CreateOptions{})
	t.must(err, "one")
	two := service("two", corev1.ServiceTypeNodePort)
	two.Spec.Ports[0].NodePort = one.Spec.Ports[0].NodePort
	_, err = all.Create(t.ctx, two, metav1.CreateOptions{})
	t.that(errors.IsInvalid(err) && strings.Contains(err.Error(), "provided port is already allocated"), "a port twice: %v", err)
	two.Spec.Ports[0].NodePort = 80
	_, err = all.Create(t.ctx, two, metav1.CreateOptions{})
	t.that(errors.IsInvalid(err) && strings.Contains(err.Error(), "provided port is not in the valid range"), "a port outside: %v", err)
	two.Spec.Ports[0].NodePort, two.Spec.ClusterIP = 0, one.Spec.ClusterIP
	_, err = all.Create(t.ctx, two, metav1.CreateOptions{})
	t.that(errors.IsInvalid(err) && strings.Contains(err.Error(), "provided IP is already allocated"), "an address twice: %v", err)
}

func servicesCollection(t *T) {
	all := t.c.CoreV1().Services(t.ns)
	for at := range 3 {
		made := service(fmt.Sprint("s", at), corev1.ServiceTypeClusterIP)
		made.Labels = map[string]string{"e2e": fmt.Sprint(at > 0)}
		_, err := all.Create(t.ctx, made, metav1.CreateOptions{})
		t.must(err, "create")
	}
	services := t.dyn.Resource(corev1.SchemeGroupVersion.WithResource("services")).Namespace(t.ns)
	t.must(services.DeleteCollection(t.ctx, metav1.DeleteOptions{}, metav1.ListOptions{LabelSelector: "e2e=true"}), "delete collection")
	list, err := all.List(t.ctx, metav1.ListOptions{})
	t.must(err, "list")
	t.same(len(list.Items), 1, "left")
}

func endpointsLife(t *T) {
	all := t.c.CoreV1().Endpoints(t.ns)
	made, err := all.Create(t.ctx, &corev1.Endpoints{ObjectMeta: metav1.ObjectMeta{Name: "e", Labels: map[string]string{"test-endpoint-static": "true"}}, Subsets: []corev1.EndpointSubset{{Addresses: []corev1.EndpointAddress{{IP: "10.0.0.24"}}, Ports: []corev1.EndpointPort{{Name: "http", Port: 80, Protocol: "TCP"}}}}}, metav1.CreateOptions{})
	t.must(err, "create")
	made.Labels["test-service"] = "updated"
	_, err = all.Update(t.ctx, made, metav1.UpdateOptions{})
	t.must(err, "update")
	patched, err := all.Patch(t.ctx, "e", types.StrategicMergePatchType, []byte(`{"metadata":{"labels":{"test-service":"patched"}},"subsets":[{"addresses":[{"ip":"10.0.0.25"}],"ports":[{"name":"http-test","port":8080}]}]}`), metav1.PatchOptions{})
	t.must(err, "patch")
	t.that(patched.Subsets[0].Addresses[0].IP == "10.0.0.25" && patched.Subsets[0].Ports[0].Port == 8080 && patched.Subsets[0].Ports[0].Protocol == "TCP", "subsets %s", show(patched.Subsets))
	t.must(all.DeleteCollection(t.ctx, metav1.DeleteOptions{}, metav1.ListOptions{LabelSelector: "test-endpoint-static=true"}), "delete collection")
}

func kubernetesService(t *T) {
	made, err := t.c.CoreV1().Services("default").Get(t.ctx, "kubernetes", metav1.GetOptions{})
	t.must(err, "get")
	t.that(made.Spec.Ports[0].Port == 443 && made.Spec.Ports[0].Name == "https" && made.Labels["component"] == "apiserver" && made.Labels["provider"] == "kubernetes", "service %s", show(made))
	points, err := t.c.CoreV1().Endpoints("default").Get(t.ctx, "kubernetes", metav1.GetOptions{})
	if errors.IsNotFound(err) {
		return // It listens where no pod can come.
	}
	t.must(err, "endpoints")
	slices, err := t.c.DiscoveryV1().EndpointSlices("default").List(t.ctx, metav1.ListOptions{LabelSelector: discoveryv1.LabelServiceName + "=kubernetes"})
	t.must(err, "slices")
	t.that(len(slices.Items) == 1 && slices.Items[0].Endpoints[0].Addresses[0] == points.Subsets[0].Addresses[0].IP, "the endpoints and the slice say the same")
}

func signingRequests(t *T) {
	all := t.c.CertificatesV1().CertificateSigningRequests()
	wanted := &certificatesv1.CertificateSigningRequest{ObjectMeta: metav1.ObjectMeta{GenerateName: "e2e-example-csr-"}, Spec: certificatesv1.CertificateSigningRequestSpec{Request: requestPEM("e2e-user", "e2e-group"), SignerName: "example.com/e2e-" + t.ns, ExpirationSeconds: ptr(int32(3600)), Usages: []certificatesv1.KeyUsage{"digital signature", "key encipherment", "server auth"}}}
	made, err := all.Create(t.ctx, wanted, metav1.CreateOptions{})
	t.must(err, "create")
	t.finally(func() { _ = all.Delete(t.ctx, made.Name, metav1.DeleteOptions{}) })
	t.that(made.Spec.Username != "" && len(made.Spec.Groups) > 0, "who asks: %s", show(made.Spec))
	list, err := all.List(t.ctx, metav1.ListOptions{FieldSelector: "spec.signerName=" + wanted.Spec.SignerName})
	t.must(err, "list")
	t.same(len(list.Items), 1, "by signer")
	raw, err := t.dyn.Resource(certificatesv1.SchemeGroupVersion.WithResource("certificatesigningrequests")).Get(t.ctx, made.Name, metav1.GetOptions{}, "approval")
	t.must(err, "get approval")
	t.same(raw.GetUID(), made.UID, "uid")
	patched, err := all.Patch(t.ctx, made.Name, types.MergePatchType, []byte(`{"metadata":{"annotations":{"patchedapproval":"true"}},"status":{"conditions":[{"type":"ApprovalPatch","status":"True","reason":"e2e","lastUpdateTime":null}]}}`), metav1.PatchOptions{}, "approval")
	t.must(err, "patch approval")
	t.that(len(patched.Status.Conditions) == 1 && patched.Annotations["patchedapproval"] == "true", "approval %s", show(patched.Status))
	patched.Status.Conditions = append(patched.Status.Conditions, certificatesv1.CertificateSigningRequestCondition{Type: certificatesv1.CertificateApproved, Status: "True", Reason: "E2E", Message: "Set from an e2e test"})
	approved, err := all.UpdateApproval(t.ctx, made.Name, patched, metav1.UpdateOptions{})
	t.must(err, "approve")
	t.that(len(approved.Status.Conditions) == 2 && !approved.Status.Conditions[1].LastUpdateTime.IsZero(), "approved %s", show(approved.Status))
	status, err := all.Patch(t.ctx, made.Name, types.MergePatchType, []byte(fmt.Sprintf(`{"metadata":{"annotations":{"patchedstatus":"true"}},"status":{"certificate":%s}}`, show(testCertificate()))), metav1.PatchOptions{}, "status")
	t.must(err, "patch status")
	t.that(len(status.Status.Certificate) > 0 && status.Annotations["patchedstatus"] == "true", "status")
	status.Status.Conditions = append(status.Status.Conditions, certificatesv1.CertificateSigningRequestCondition{Type: "StatusUpdate", Status: "True", Reason: "E2E", Message: "Set"})
	status, err = all.UpdateStatus(t.ctx, status, metav1.UpdateOptions{})
	t.must(err, "update status")
	t.same(len(status.Status.Conditions), 3, "conditions")
	// What the API's own client signer signs lets its holder in.
	own, err := all.Create(t.ctx, &certificatesv1.CertificateSigningRequest{ObjectMeta: metav1.ObjectMeta{GenerateName: "e2e-example-csr-"}, Spec: certificatesv1.CertificateSigningRequestSpec{Request: requestPEM("e2e-user", "e2e-group"), SignerName: certificatesv1.KubeAPIServerClientSignerName, Usages: []certificatesv1.KeyUsage{"digital signature", "key encipherment", "client auth"}}}, metav1.CreateOptions{})
	t.must(err, "create for the API's signer")
	t.finally(func() { _ = all.Delete(t.ctx, own.Name, metav1.DeleteOptions{}) })
}

func serviceAccounts(t *T) {
	all := t.c.CoreV1().ServiceAccounts(t.ns)
	t.until("the default account and the CA are there", func() bool {
		_, err := all.Get(t.ctx, "default", metav1.GetOptions{})
		root, err2 := t.c.CoreV1().ConfigMaps(t.ns).Get(t.ctx, "kube-root-ca.crt", metav1.GetOptions{})
		return err == nil && err2 == nil && strings.Contains(root.Data["ca.crt"], "BEGIN CERTIFICATE")
	})
	t.must(t.c.CoreV1().ConfigMaps(t.ns).Delete(t.ctx, "kube-root-ca.crt", metav1.DeleteOptions{}), "delete the CA")
	t.until("the CA is made again", func() bool {
		_, err := t.c.CoreV1().ConfigMaps(t.ns).Get(t.ctx, "kube-root-ca.crt", metav1.GetOptions{})
		return err == nil
	})
	root, err := t.c.CoreV1().ConfigMaps(t.ns).Get(t.ctx, "kube-root-ca.crt", metav1.GetOptions{})
	t.must(err, "get")
	wanted := root.Data["ca.crt"]
	root.Data = map[string]string{"ca.crt": ""}
	_, err = t.c.CoreV1().ConfigMaps(t.ns).Update(t.ctx, root, metav1.UpdateOptions{})
	t.must(err, "spoil the CA")
	t.until("the CA is put right", func() bool {
		root, err := t.c.CoreV1().ConfigMaps(t.ns).Get(t.ctx, "kube-root-ca.crt", metav1.GetOptions{})
		return err == nil && root.Data["ca.crt"] == wanted
	})
	made, err := all.Create(t.ctx, &corev1.ServiceAccount{ObjectMeta: metav1.ObjectMeta{Name: "a", Labels: map[string]string{"test": "yes"}}, AutomountServiceAccountToken: ptr(false)}, metav1.CreateOptions{})
	t.must(err, "create")
	token, err := all.CreateToken(t.ctx, "a", &authenticationv1.TokenRequest{Spec: authenticationv1.TokenRequestSpec{ExpirationSeconds: ptr(int64(3600))}}, metav1.CreateOptions{})
	t.must(err, "token")
	t.that(token.Status.Token != "" && !token.Status.ExpirationTimestamp.IsZero(), "token %s", show(token.Status))
	review, err := t.c.AuthenticationV1().TokenReviews().Create(t.ctx, &authenticationv1.TokenReview{Spec: authenticationv1.TokenReviewSpec{Token: token.Status.Token}}, metav1.CreateOptions{})
	t.must(err, "review")
	t.that(review.Status.Authenticated && review.Status.User.Username == "system:serviceaccount:"+t.ns+":a" && review.Status.User.UID == string(made.UID), "review %s", show(review.Status))
	holder := rest.AnonymousClientConfig(t.config)
	holder.BearerToken = token.Status.Token
	self, err := kubernetes.NewForConfigOrDie(holder).AuthenticationV1().SelfSubjectReviews().Create(t.ctx, &authenticationv1.SelfSubjectReview{}, metav1.CreateOptions{})
	t.must(err, "who am I")
	t.same(self.Status.UserInfo.Username, "system:serviceaccount:"+t.ns+":a", "who am I")
	pod, err := t.create(&corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "p"}, Spec: corev1.PodSpec{ServiceAccountName: "a", Containers: podSpec().Containers}})
	t.must(err, "a pod")
	t.same(len(pod.Spec.Volumes), 0, "volumes of an account that mounts nothing")
	pod, err = t.create(&corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "q"}, Spec: corev1.PodSpec{ServiceAccountName: "a", AutomountServiceAccountToken: ptr(true), Containers: podSpec().Containers}})
	t.must(err, "a pod")
	t.that(len(pod.Spec.Volumes) == 1 && pod.Spec.Containers[0].VolumeMounts[0].MountPath == "/var/run/secrets/kubernetes.io/serviceaccount", "volumes %s", show(pod.Spec.Volumes))
	_, err = t.create(&corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "r"}, Spec: corev1.PodSpec{ServiceAccountName: "none", Containers: podSpec().Containers}})
	t.that(errors.IsForbidden(err), "an account that is not there: %v", err)
	code, _, body := t.raw("/.well-known/openid-configuration")
	t.that(code == 200 && strings.Contains(body, "jwks_uri") && strings.Contains(body, "issuer"), "issuer discovery: %d %s", code, body)
	code, _, body = t.raw("/openid/v1/jwks")
	t.that(code == 200 && strings.Contains(body, `"keys"`), "keys: %d", code)
	t.must(all.DeleteCollection(t.ctx, metav1.DeleteOptions{}, metav1.ListOptions{LabelSelector: "test=yes"}), "delete collection")
}

func reviews(t *T) {
	as := rest.CopyConfig(t.config)
	as.Impersonate = rest.ImpersonationConfig{UserName: "system:serviceaccount:" + t.ns + ":default", UID: "1", Groups: []string{"g"}, Extra: map[string][]string{"a": {"b"}}}
	client := kubernetes.NewForConfigOrDie(as)
	self, err := client.AuthenticationV1().SelfSubjectReviews().Create(t.ctx, &authenticationv1.SelfSubjectReview{}, metav1.CreateOptions{})
	t.must(err, "self")
	t.that(self.Status.UserInfo.UID == "1" && self.Status.UserInfo.Extra["a"][0] == "b", "self %s", show(self.Status))
	attributes := &authorizationv1.ResourceAttributes{Namespace: t.ns, Verb: "list", Resource: "configmaps"}
	ask := func() bool {
		local, err := t.c.AuthorizationV1().LocalSubjectAccessReviews(t.ns).Create(t.ctx, &authorizationv1.LocalSubjectAccessReview{ObjectMeta: metav1.ObjectMeta{Namespace: t.ns}, Spec: authorizationv1.SubjectAccessReviewSpec{User: as.Impersonate.UserName, ResourceAttributes: attributes}}, metav1.CreateOptions{})
		t.must(err, "local")
		whole, err := t.c.AuthorizationV1().SubjectAccessReviews().Create(t.ctx, &authorizationv1.SubjectAccessReview{Spec: authorizationv1.SubjectAccessReviewSpec{User: as.Impersonate.UserName, ResourceAttributes: attributes}}, metav1.CreateOptions{})
		t.must(err, "subject")
		t.same(local.Status.Allowed, whole.Status.Allowed, "local and whole")
		return whole.Status.Allowed
	}
	t.that(!ask(), "allowed without a role")
	_, err = client.CoreV1().ConfigMaps(t.ns).List(t.ctx, metav1.ListOptions{})
	t.that(errors.IsForbidden(err), "list: %v", err)
}

func immutable(t *T) {
	made := configMap("c", nil)
	made.Immutable = ptr(true)
	made, err := t.c.CoreV1().ConfigMaps(t.ns).Create(t.ctx, made, metav1.CreateOptions{})
	t.must(err, "create")
	for _, spoil := range []func(*corev1.ConfigMap){func(c *corev1.ConfigMap) { c.Data["a"] = "x" }, func(c *corev1.ConfigMap) { c.Immutable = nil }, func(c *corev1.ConfigMap) { c.Immutable = ptr(false) }} {
		copy := made.DeepCopy()
		spoil(copy)
		_, err := t.c.CoreV1().ConfigMaps(t.ns).Update(t.ctx, copy, metav1.UpdateOptions{})
		t.that(errors.IsInvalid(err), "changed: %v", err)
	}
	made.Annotations = map[string]string{"a": "b"}
	_, err = t.c.CoreV1().ConfigMaps(t.ns).Update(t.ctx, made, metav1.UpdateOptions{})
	t.must(err, "its annotations may change")
}

func emptyKeys(t *T) {
	bad := configMap("c", nil)
	bad.Data[""] = "x"
	_, err := t.c.CoreV1().ConfigMaps(t.ns).Create(t.ctx, bad, metav1.CreateOptions{})
	t.that(errors.IsInvalid(err), "an empty key: %v", err)
	_, err = t.c.CoreV1().Secrets(t.ns).Create(t.ctx, &corev1.Secret{ObjectMeta: metav1.ObjectMeta{Name: "s"}, Data: map[string][]byte{"": []byte("x")}}, metav1.CreateOptions{})
	t.that(errors.IsInvalid(err), "an empty key: %v", err)
	made, err := t.c.CoreV1().Secrets(t.ns).Create(t.ctx, &corev1.Secret{ObjectMeta: metav1.ObjectMeta{Name: "s"}, StringData: map[string]string{"k": "v"}, Type: corev1.SecretTypeOpaque}, metav1.CreateOptions{})
	t.must(err, "create")
	t.same(string(made.Data["k"]), "v", "string data")
	_, err = t.c.CoreV1().Secrets(t.ns).Patch(t.ctx, "s", types.StrategicMergePatchType, []byte(`{"metadata":{"labels":{"testsecret":"true"}},"data":{"key":"dmFsdWUx"}}`), metav1.PatchOptions{})
	t.must(err, "patch")
}

func scheduling(t *T) {
	wanted := pod("p")
	wanted.Spec.NodeSelector = map[string]string{"label": "nonempty"}
	_, err := t.create(wanted)
	t.must(err, "create")
	t.until("it can't be scheduled", func() bool {
		list, err := t.c.CoreV1().Events(t.ns).List(t.ctx, metav1.ListOptions{FieldSelector: "involvedObject.kind=Pod,involvedObject.name=p,source=default-scheduler,reason=FailedScheduling"})
		return err == nil && len(list.Items) == 1
	})
	gated := pod("g")
	gated.Spec.SchedulingGates = []corev1.PodSchedulingGate{{Name: "example.com/gate"}}
	_, err = t.create(gated)
	t.must(err, "a gate")
	t.until("it is gated", func() bool {
		got, err := t.c.CoreV1().Pods(t.ns).Get(t.ctx, "g", metav1.GetOptions{})
		return err == nil && len(got.Status.Conditions) > 0 && got.Status.Conditions[0].Reason == corev1.PodReasonSchedulingGated
	})
	_, err = t.c.CoreV1().Pods(t.ns).Patch(t.ctx, "g", types.StrategicMergePatchType, []byte(`{"spec":{"schedulingGates":[{"$patch":"delete","name":"example.com/gate"}]}}`), metav1.PatchOptions{})
	t.must(err, "lift the gate")
	t.until("it runs", func() bool {
		got, err := t.c.CoreV1().Pods(t.ns).Get(t.ctx, "g", metav1.GetOptions{})
		return err == nil && got.Status.Phase == corev1.PodRunning
	})
}

func nodes(t *T) {
	list, err := t.c.CoreV1().Nodes().List(t.ctx, metav1.ListOptions{})
	t.must(err, "list")
	for _, node := range list.Items {
		if strings.HasPrefix(node.Name, "fake-") {
			t.that(node.Labels["kubernetes.io/hostname"] == node.Name && node.Labels["kubernetes.io/os"] == "linux" && node.Labels["kubernetes.io/arch"] != "" && len(node.Status.Conditions) > 0 && node.Status.NodeInfo.KubeletVersion != "", "node %s", show(node.Labels))
			_, err := t.c.CoordinationV1().Leases("kube-node-lease").Get(t.ctx, node.Name, metav1.GetOptions{})
			t.must(err, "its lease")
		}
	}
}

func apply(t *T) {
	path := []string{"/api/v1/namespaces", t.ns, "pods/p"}
	patch := func(manager string, force bool, body string) (string, error) {
		request := t.c.CoreV1().RESTClient().Patch(types.ApplyPatchType).AbsPath(path...).Param("fieldManager", manager).SetHeader("Accept", "application/json").Body([]byte(body))
		if force {
			request = request.Param("force", "true")
		}
		raw, err := request.DoRaw(t.ctx)
		return string(raw), err
	}
	base := `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","labels":{"a":"%s"}},"spec":{"schedulerName":"nobody","containers":[{"name":"c","image":"%s"}]}}`
	_, err := patch("one", false, fmt.Sprintf(base, "b", "i"))
	t.must(err, "create by apply")
	before, err := t.c.CoreV1().Pods(t.ns).Get(t.ctx, "p", metav1.GetOptions{})
	t.must(err, "get")
	_, err = patch("one", false, fmt.Sprintf(base, "b", "i"))
	t.must(err, "apply again")
	after, err := t.c.CoreV1().Pods(t.ns).Get(t.ctx, "p", metav1.GetOptions{})
	t.must(err, "get")
	t.same(after.ResourceVersion, before.ResourceVersion, "the version after the same apply")
	said, err := patch("two", false, fmt.Sprintf(base, "c", "other"))
	t.that(errors.IsConflict(err) && strings.Contains(said, `Apply failed with 2 conflicts: conflicts with \"one\":\n- .metadata.labels.a\n- .spec.containers[name=\"c\"].image`), "conflict: %s", said)
	_, err = patch("two", true, fmt.Sprintf(base, "c", "other"))
	t.must(err, "force")
	_, err = patch("", false, fmt.Sprintf(base, "c", "other"))
	t.that(errors.IsInvalid(err) || errors.IsBadRequest(err), "no manager: %v", err)
	_, err = patch("one", false, `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","managedFields":[{"manager":"x","operation":"Apply"}]}}`)
	t.that(errors.IsBadRequest(err) || errors.IsInvalid(err), "managedFields in an apply: %v", err)
	made, err := t.c.CoreV1().Pods(t.ns).Get(t.ctx, "p", metav1.GetOptions{})
	t.must(err, "get")
	names := []string{}
	for _, each := range made.ManagedFields {
		names = append(names, fmt.Sprint(each.Manager, " ", each.Operation, " ", each.APIVersion, " ", each.FieldsType))
	}
	t.that(len(names) >= 1 && strings.Contains(strings.Join(names, ";"), "two Apply v1 FieldsV1"), "managers %v", names)
	var fields map[string]any
	t.must(json.Unmarshal(made.ManagedFields[0].FieldsV1.GetRawBytes(), &fields), "fields")
}

func applySubresources(t *T) {
	t.deployment("d", 1, gctest)
	body := `{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"status":{"conditions":[{"type":"MyStatus","status":"True"}]}}`
	made, err := t.c.AppsV1().Deployments(t.ns).Patch(t.ctx, "d", types.ApplyPatchType, []byte(body), metav1.PatchOptions{FieldManager: "s", Force: ptr(true)}, "status")
	t.must(err, "apply status")
	found := false
	for _, each := range made.ManagedFields {
		found = found || each.Manager == "s" && each.Subresource == "status"
	}
	t.that(found, "managers %s", show(made.ManagedFields))
	made, err = t.c.AppsV1().Deployments(t.ns).Patch(t.ctx, "d", types.ApplyPatchType, []byte(`{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"replicas":5}}`), metav1.PatchOptions{FieldManager: "r", Force: ptr(true)})
	t.must(err, "apply replicas")
	scale, err := t.c.AppsV1().Deployments(t.ns).GetScale(t.ctx, "d", metav1.GetOptions{})
	t.must(err, "scale")
	scale.ResourceVersion, scale.Spec.Replicas = "", 6
	_, err = t.c.AppsV1().Deployments(t.ns).UpdateScale(t.ctx, "d", scale, metav1.UpdateOptions{FieldManager: "u"})
	t.must(err, "update scale")
	made, err = t.c.AppsV1().Deployments(t.ns).Get(t.ctx, "d", metav1.GetOptions{})
	t.must(err, "get")
	for _, each := range made.ManagedFields {
		t.that(each.Manager != "r", "r owns the replicas still")
	}
}

func runtimeClass(t *T) {
	wanted := pod("p")
	wanted.Spec.RuntimeClassName = ptr("none-" + t.ns)
	_, err := t.create(wanted)
	t.that(errors.IsForbidden(err) && strings.Contains(err.Error(), "not found"), "a class that is not there: %v", err)
	raw := fmt.Sprintf(`{"apiVersion":"node.k8s.io/v1","kind":"RuntimeClass","metadata":{"name":"%s"},"handler":"h","overhead":{"podFixed":{"cpu":"10m","memory":"1Mi"}},"scheduling":{"nodeSelector":{"a":"b"}}}`, t.ns)
	_, err = t.c.NodeV1().RESTClient().Post().Resource("runtimeclasses").SetHeader("Content-Type", "application/json").Body([]byte(raw)).DoRaw(t.ctx)
	t.must(err, "a class")
	t.finally(func() { _ = t.c.NodeV1().RuntimeClasses().Delete(t.ctx, t.ns, metav1.DeleteOptions{}) })
	wanted.Spec.RuntimeClassName = &t.ns
	made, err := t.create(wanted)
	t.must(err, "a pod of it")
	cpu := made.Spec.Overhead["cpu"]
	t.that(cpu.String() == "10m" && made.Spec.NodeSelector["a"] == "b", "overhead %s and selector %s", show(made.Spec.Overhead), show(made.Spec.NodeSelector))
}

func ephemeral(t *T) {
	_, err := t.create(pod("p"))
	t.must(err, "create")
	body := `{"spec":{"ephemeralContainers":[{"name":"debugger","image":"i"}]}}`
	made, err := t.c.CoreV1().Pods(t.ns).Patch(t.ctx, "p", types.StrategicMergePatchType, []byte(body), metav1.PatchOptions{}, "ephemeralcontainers")
	t.must(err, "add")
	t.same(len(made.Spec.EphemeralContainers), 1, "containers")
	made.Spec.EphemeralContainers = append(made.Spec.EphemeralContainers, corev1.EphemeralContainer{EphemeralContainerCommon: corev1.EphemeralContainerCommon{Name: "second", Image: "i"}})
	made, err = t.c.CoreV1().Pods(t.ns).UpdateEphemeralContainers(t.ctx, "p", made, metav1.UpdateOptions{})
	if !errors.IsConflict(err) {
		t.must(err, "update")
	}
}

func sysctls(t *T) {
	wanted := pod("p")
	wanted.Spec.SecurityContext = &corev1.PodSecurityContext{Sysctls: []corev1.Sysctl{{Name: "foo-", Value: "bar"}, {Name: "kernel.shmmax", Value: "100000000"}, {Name: "safe-and-unsafe", Value: "100000000"}, {Name: "bar..", Value: "42"}}}
	_, err := t.create(wanted)
	t.that(errors.IsInvalid(err) && strings.Contains(err.Error(), `Invalid value: "foo-"`) && strings.Contains(err.Error(), `Invalid value: "bar.."`) && !strings.Contains(err.Error(), "safe-and-unsafe\":") && !strings.Contains(err.Error(), "kernel.shmmax"), "sysctls: %v", err)
}
