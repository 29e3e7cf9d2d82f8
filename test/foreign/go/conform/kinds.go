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
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/dynamic"
)

// kindLife is what the API operations of one kind are tried with.
type kindLife struct {
	resource   schema.GroupVersionResource
	kind       string
	namespaced bool
	body       string // spec and other members, without kind and metadata
	status     string // a status that may be patched in; none where empty
	noStatus   bool   // the kind has no status subresource
	one        bool   // a collection can't be made of it
	name       string
	plain      bool // through the status nothing but the status is written, as for people's own kinds
}

func (t *T) life(life kindLife) {
	all := t.dyn.Resource(life.resource)
	var here dynamic.ResourceInterface = all
	if life.namespaced {
		here = all.Namespace(t.ns)
	}
	t.discovered(life)
	label := "special-label=" + t.ns
	make := func(at int) *unstructured.Unstructured {
		name := fmt.Sprintf("%s-%d", t.ns, at)
		if life.name != "" {
			name = fmt.Sprintf(life.name, name)
		}
		object := map[string]any{}
		t.must(json.Unmarshal([]byte(strings.ReplaceAll(life.body, "$NAME", name)), &object), "the body")
		metadata := map[string]any{"name": name, "labels": map[string]any{"special-label": t.ns}}
		object["metadata"], object["kind"], object["apiVersion"] = metadata, life.kind, life.resource.GroupVersion().String()
		return &unstructured.Unstructured{Object: object}
	}
	first, err := here.Create(t.ctx, make(0), metav1.CreateOptions{FieldValidation: "Strict"})
	t.must(err, "create")
	name := first.GetName()
	t.finally(func() { _ = here.Delete(t.ctx, name, metav1.DeleteOptions{}) })
	got, err := here.Get(t.ctx, name, metav1.GetOptions{})
	t.must(err, "get")
	t.same(got.GetUID(), first.GetUID(), "uid")
	listed, err := all.List(t.ctx, metav1.ListOptions{LabelSelector: label})
	t.must(err, "list everywhere")
	t.same(len(listed.Items), 1, "listed everywhere")
	watching, err := all.Watch(t.ctx, metav1.ListOptions{LabelSelector: label, ResourceVersion: listed.GetResourceVersion()})
	t.must(err, "watch")
	defer watching.Stop()

	patched, err := here.Patch(t.ctx, name, types.MergePatchType, []byte(`{"metadata":{"annotations":{"patched":"true"}}}`), metav1.PatchOptions{})
	t.must(err, "patch")
	t.same(patched.GetAnnotations()["patched"], "true", "patched annotation")
	var updated *unstructured.Unstructured
	for range 5 {
		patched.SetAnnotations(map[string]string{"patched": "true", "updated": "true"})
		if updated, err = here.Update(t.ctx, patched, metav1.UpdateOptions{}); !errors.IsConflict(err) {
			break
		}
		// An operator was quicker.
		patched, err = here.Get(t.ctx, name, metav1.GetOptions{})
		t.must(err, "get")
	}
	t.must(err, "update")
	t.same(updated.GetAnnotations()["updated"], "true", "updated annotation")
	t.that(updated.GetResourceVersion() != patched.GetResourceVersion(), "an update that changes makes a revision")
	if !life.noStatus {
		t.status(here, life, name)
	}
	applied := make(0)
	applied.SetLabels(map[string]string{"applied": "true"})
	_, err = here.Apply(t.ctx, name, applied, metav1.ApplyOptions{FieldManager: "conform", Force: true})
	t.must(err, "apply")
	t.sees(watching, watch.Modified, "patched")
	t.sees(watching, watch.Modified, "updated")

	t.must(here.Delete(t.ctx, name, metav1.DeleteOptions{GracePeriodSeconds: ptr(int64(0))}), "delete")
	t.until("gone", func() bool {
		_, err := here.Get(t.ctx, name, metav1.GetOptions{})
		return errors.IsNotFound(err)
	})
	t.sees(watching, watch.Deleted, "updated")
	if life.one {
		return
	}
	for at := 1; at < 3; at++ {
		_, err := here.Create(t.ctx, make(at), metav1.CreateOptions{})
		t.must(err, "create another")
	}
	err = here.DeleteCollection(t.ctx, metav1.DeleteOptions{GracePeriodSeconds: ptr(int64(0))}, metav1.ListOptions{LabelSelector: label})
	t.must(err, "delete the collection")
	t.until("the collection is gone", func() bool {
		listed, err := here.List(t.ctx, metav1.ListOptions{LabelSelector: label})
		return err == nil && len(listed.Items) == 0
	})
}

func (t *T) sees(watching watch.Interface, wanted watch.EventType, annotation string) {
	for {
		select {
		case event, open := <-watching.ResultChan():
			if !open {
				t.fail("the watch ended before %s with %s", wanted, annotation)
			}
			object, is := event.Object.(*unstructured.Unstructured)
			if !is {
				t.fail("watch: %s", show(event.Object))
			}
			if event.Type == wanted && object.GetAnnotations()[annotation] == "true" {
				return
			}
		case <-t.ctx.Done():
			t.fail("no event %s with %s", wanted, annotation)
		}
	}
}

func (t *T) status(here dynamic.ResourceInterface, life kindLife, name string) {
	body := `{"metadata":{"annotations":{"patchedstatus":"true"}}`
	if life.status != "" {
		body += `,"status":` + life.status
	}
	patched, err := here.Patch(t.ctx, name, types.MergePatchType, []byte(body+"}"), metav1.PatchOptions{}, "status")
	if err != nil {
		t.note("patch status: %v", err)
		return
	}
	t.same(patched.GetAnnotations()["patchedstatus"] == "true", !life.plain, "annotation through status")
	if life.status != "" {
		want := map[string]any{}
		t.must(json.Unmarshal([]byte(life.status), &want), "the status")
		for key, value := range want {
			has, _, _ := unstructured.NestedFieldNoCopy(patched.Object, "status", key)
			t.same(show(has), show(value), "status."+key)
		}
	}
	read, err := here.Get(t.ctx, name, metav1.GetOptions{}, "status")
	t.must(err, "get status")
	t.same(read.GetUID(), patched.GetUID(), "uid through status")
	read.SetAnnotations(map[string]string{"patched": "true", "updated": "true", "updatedstatus": "true"})
	wrote, err := here.UpdateStatus(t.ctx, read, metav1.UpdateOptions{})
	if errors.IsConflict(err) {
		return
	}
	t.must(err, "update status")
	t.same(wrote.GetAnnotations()["updatedstatus"] == "true", !life.plain, "annotation through update of status")
}

func (t *T) discovered(life kindLife) {
	groups, err := t.c.Discovery().ServerGroups()
	t.must(err, "discovery of groups")
	found := life.resource.Group == ""
	for _, group := range groups.Groups {
		if group.Name != life.resource.Group {
			continue
		}
		for _, version := range group.Versions {
			found = found || version.Version == life.resource.Version
		}
	}
	t.that(found, "discovery lacks %s", life.resource.GroupVersion())
	list, err := t.c.Discovery().ServerResourcesForGroupVersion(life.resource.GroupVersion().String())
	t.must(err, "discovery of resources")
	names := map[string]metav1.APIResource{}
	for _, each := range list.APIResources {
		names[each.Name] = each
	}
	own, has := names[life.resource.Resource]
	t.that(has && own.Kind == life.kind && own.Namespaced == life.namespaced, "discovery lacks %s", life.resource.Resource)
	_, has = names[life.resource.Resource+"/status"]
	t.same(!has, life.noStatus, "discovery has no status")
}

func lives() []check {
	pod := `{"metadata":{"labels":{"a":"b"}},"spec":{"restartPolicy":"%s","containers":[{"name":"c","image":"i"}]}}`
	always, never := fmt.Sprintf(pod, "Always"), fmt.Sprintf(pod, "Never")
	condition := `[{"type":"StatusPatched","status":"True","reason":"E2E","message":"Set from e2e test","lastTransitionTime":"2026-01-01T00:00:00Z"}]`
	hook := `"name":"$NAME.example.com","sideEffects":"None","admissionReviewVersions":["v1"],"clientConfig":{"service":{"namespace":"none","name":"none"}},"rules":[{"apiGroups":["none.example.com"],"apiVersions":["v1"],"operations":["CREATE"],"resources":["nones"]}],"failurePolicy":"Ignore"`
	match := `"matchConstraints":{"resourceRules":[{"apiGroups":["none.example.com"],"apiVersions":["v1"],"operations":["CREATE"],"resources":["nones"]}]}`
	rows := []struct {
		group, version, resource, kind string
		life                           kindLife
	}{
		{"", "v1", "configmaps", "ConfigMap", kindLife{namespaced: true, body: `{"data":{"a":"b"}}`, noStatus: true}},
		{"", "v1", "secrets", "Secret", kindLife{namespaced: true, body: `{"data":{"a":"YQ=="}}`, noStatus: true}},
		{"", "v1", "serviceaccounts", "ServiceAccount", kindLife{namespaced: true, body: `{}`, noStatus: true}},
		{"", "v1", "podtemplates", "PodTemplate", kindLife{namespaced: true, body: `{"template":` + always + `}`, noStatus: true}},
		{"", "v1", "pods", "Pod", kindLife{namespaced: true, body: `{"spec":{"schedulerName":"nobody","containers":[{"name":"c","image":"i"}]}}`, status: `{"message":"Patched by e2e test","phase":"Pending"}`}},
		{"", "v1", "replicationcontrollers", "ReplicationController", kindLife{namespaced: true, body: `{"spec":{"replicas":0,"selector":{"a":"b"},"template":` + always + `}}`, status: `{"conditions":` + condition + `}`}},
		{"", "v1", "services", "Service", kindLife{namespaced: true, body: `{"spec":{"type":"LoadBalancer","loadBalancerClass":"example.com/none","ports":[{"name":"http","port":80,"protocol":"TCP","targetPort":80}]}}`, status: `{"loadBalancer":{"ingress":[{"ip":"203.0.113.1","ipMode":"VIP"}]}}`}},
		{"", "v1", "endpoints", "Endpoints", kindLife{namespaced: true, body: `{"subsets":[{"addresses":[{"ip":"10.0.0.24"}],"ports":[{"name":"http","port":80,"protocol":"TCP"}]}]}`, noStatus: true}},
		{"", "v1", "resourcequotas", "ResourceQuota", kindLife{namespaced: true, body: `{"spec":{"hard":{"configmaps":"5"}}}`}},
		{"", "v1", "limitranges", "LimitRange", kindLife{namespaced: true, body: `{"spec":{"limits":[{"type":"Pod","max":{"cpu":"2"}}]}}`, noStatus: true}},
		{"", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", kindLife{namespaced: true, body: `{"spec":{"accessModes":["ReadWriteOnce"],"storageClassName":"none-$NAME","resources":{"requests":{"storage":"1Gi"}}}}`, status: `{"conditions":[{"lastProbeTime":null,` + condition[2:] + `}`}},
		{"", "v1", "persistentvolumes", "PersistentVolume", kindLife{body: `{"spec":{"capacity":{"storage":"1Gi"},"accessModes":["ReadWriteOnce"],"storageClassName":"none-$NAME","persistentVolumeReclaimPolicy":"Retain","hostPath":{"path":"/tmp/none"}}}`, status: `{"message":"StatusPatched","reason":"E2E patchStatus"}`}},
		{"", "v1", "nodes", "Node", kindLife{body: `{}`, status: `{"conditions":[{"type":"StatusPatched","status":"True","reason":"E2E","message":"Set","lastTransitionTime":"2026-01-01T00:00:00Z","lastHeartbeatTime":null}]}`}},
		{"", "v1", "events", "Event", kindLife{namespaced: true, body: `{"involvedObject":{"namespace":"$NS","kind":"Pod","name":"none"},"reason":"Test","type":"Normal","message":"m"}`, noStatus: true, one: true}},
		{"apps", "v1", "deployments", "Deployment", kindLife{namespaced: true, body: `{"spec":{"replicas":0,"selector":{"matchLabels":{"a":"b"}},"template":` + always + `}}`}},
		{"apps", "v1", "replicasets", "ReplicaSet", kindLife{namespaced: true, body: `{"spec":{"replicas":0,"selector":{"matchLabels":{"a":"b"}},"template":` + always + `}}`}},
		{"apps", "v1", "statefulsets", "StatefulSet", kindLife{namespaced: true, body: `{"spec":{"replicas":0,"serviceName":"s","selector":{"matchLabels":{"a":"b"}},"template":` + always + `}}`, status: `{"replicas":0,"conditions":` + condition + `}`}},
		{"apps", "v1", "daemonsets", "DaemonSet", kindLife{namespaced: true, body: `{"spec":{"selector":{"matchLabels":{"a":"b"}},"template":` + always + `}}`, status: `{"conditions":` + condition + `}`}},
		{"apps", "v1", "controllerrevisions", "ControllerRevision", kindLife{namespaced: true, body: `{"revision":1,"data":{"a":{"b":1}}}`, noStatus: true}},
		{"batch", "v1", "jobs", "Job", kindLife{namespaced: true, body: `{"spec":{"suspend":true,"template":` + never + `}}`}},
		{"batch", "v1", "cronjobs", "CronJob", kindLife{namespaced: true, body: `{"spec":{"schedule":"*/1 * * * *","suspend":true,"concurrencyPolicy":"Allow","jobTemplate":{"spec":{"template":` + never + `}}}}`, status: `{"lastScheduleTime":"2026-01-01T00:00:00Z"}`}},
		{"autoscaling", "v1", "horizontalpodautoscalers", "HorizontalPodAutoscaler", kindLife{namespaced: true, body: `{"spec":{"maxReplicas":3,"scaleTargetRef":{"kind":"Deployment","apiVersion":"apps/v1","name":"x"}}}`}},
		{"autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", kindLife{namespaced: true, body: `{"spec":{"maxReplicas":3,"scaleTargetRef":{"kind":"Deployment","apiVersion":"apps/v1","name":"x"}}}`}},
		{"policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", kindLife{namespaced: true, body: `{"spec":{"minAvailable":1,"selector":{"matchLabels":{"a":"$NAME"}}}}`}},
		{"networking.k8s.io", "v1", "ingresses", "Ingress", kindLife{namespaced: true, body: `{"spec":{"defaultBackend":{"service":{"name":"default-backend","port":{"number":80}}},"rules":[{"host":"foo.bar.com","http":{"paths":[{"path":"/","pathType":"ImplementationSpecific","backend":{"service":{"name":"test-backend","port":{"number":8080}}}}]}}]}}`, status: `{"loadBalancer":{"ingress":[{"ip":"169.1.1.1"}]}}`}},
		{"networking.k8s.io", "v1", "ingressclasses", "IngressClass", kindLife{body: `{"spec":{"controller":"example.com/controller"}}`, noStatus: true}},
		{"networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", kindLife{namespaced: true, body: `{"spec":{"podSelector":{},"ingress":[{"ports":[{"port":80,"endPort":90,"protocol":"TCP"}]}]}}`, noStatus: true}},
		{"networking.k8s.io", "v1", "servicecidrs", "ServiceCIDR", kindLife{plain: true, body: `{"spec":{"cidrs":["10.200.0.0/24"]}}`, one: true}},
		{"discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", kindLife{namespaced: true, body: `{"addressType":"IPv4","endpoints":[{"addresses":["1.2.3.4"]}],"ports":[{"name":"http","protocol":"TCP","port":80}]}`, noStatus: true}},
		{"coordination.k8s.io", "v1", "leases", "Lease", kindLife{namespaced: true, body: `{"spec":{"holderIdentity":"holder","leaseDurationSeconds":30,"acquireTime":"2026-01-01T00:00:00.000000Z","leaseTransitions":0}}`, noStatus: true}},
		{"node.k8s.io", "v1", "runtimeclasses", "RuntimeClass", kindLife{body: `{"handler":"none","overhead":{"podFixed":{"cpu":"10m"}},"scheduling":{"nodeSelector":{"a":"b"}}}`, noStatus: true}},
		{"scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", kindLife{body: `{"value":11}`, noStatus: true}},
		{"storage.k8s.io", "v1", "storageclasses", "StorageClass", kindLife{body: `{"provisioner":"e2e-fake-provisioner","volumeBindingMode":"WaitForFirstConsumer"}`, noStatus: true}},
		{"storage.k8s.io", "v1", "csidrivers", "CSIDriver", kindLife{body: `{"spec":{"attachRequired":false}}`, noStatus: true}},
		{"storage.k8s.io", "v1", "csinodes", "CSINode", kindLife{body: `{"spec":{"drivers":[]}}`, noStatus: true}},
		{"storage.k8s.io", "v1", "volumeattachments", "VolumeAttachment", kindLife{plain: true, body: `{"spec":{"attacher":"example.com","nodeName":"n","source":{"persistentVolumeName":"p"}}}`, status: `{"attached":true}`}},
		{"storage.k8s.io", "v1", "csistoragecapacities", "CSIStorageCapacity", kindLife{namespaced: true, body: `{"storageClassName":"none","nodeTopology":{"matchLabels":{"a":"b"}},"capacity":"1Gi"}`, noStatus: true}},
		{"storage.k8s.io", "v1", "volumeattributesclasses", "VolumeAttributesClass", kindLife{body: `{"driverName":"example.com","parameters":{"a":"b"}}`, noStatus: true}},
		{"certificates.k8s.io", "v1", "certificatesigningrequests", "CertificateSigningRequest", kindLife{body: `{"spec":{"request":"$CSR","signerName":"example.com/e2e","expirationSeconds":600,"usages":["digital signature","key encipherment","server auth"]}}`, status: `{"conditions":[{"type":"StatusPatched","status":"True","reason":"E2E","message":"m","lastUpdateTime":"2026-01-01T00:00:00Z","lastTransitionTime":"2026-01-01T00:00:00Z"}]}`}},
		{"rbac.authorization.k8s.io", "v1", "roles", "Role", kindLife{namespaced: true, body: `{"rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}]}`, noStatus: true}},
		{"rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding", kindLife{namespaced: true, body: `{"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"x"},"subjects":[{"kind":"User","name":"u","apiGroup":"rbac.authorization.k8s.io"}]}`, noStatus: true}},
		{"rbac.authorization.k8s.io", "v1", "clusterroles", "ClusterRole", kindLife{body: `{"rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}]}`, noStatus: true}},
		{"rbac.authorization.k8s.io", "v1", "clusterrolebindings", "ClusterRoleBinding", kindLife{body: `{"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"x"},"subjects":[]}`, noStatus: true}},
		{"flowcontrol.apiserver.k8s.io", "v1", "flowschemas", "FlowSchema", kindLife{plain: true, body: `{"spec":{"matchingPrecedence":10000,"priorityLevelConfiguration":{"name":"global-default"},"distinguisherMethod":{"type":"ByUser"},"rules":[{"subjects":[{"kind":"User","user":{"name":"example-e2e-non-existent-user"}}],"nonResourceRules":[{"verbs":["*"],"nonResourceURLs":["*"]}]}]}}`, status: `{"conditions":[{"type":"Patched","status":"True","reason":"Done","message":"Patched by e2e","lastTransitionTime":"2026-01-01T00:00:00Z"}]}`}},
		{"flowcontrol.apiserver.k8s.io", "v1", "prioritylevelconfigurations", "PriorityLevelConfiguration", kindLife{plain: true, body: `{"spec":{"type":"Limited","limited":{"nominalConcurrencyShares":2,"limitResponse":{"type":"Reject"}}}}`, status: `{"conditions":[{"type":"Patched","status":"True","reason":"Done","message":"Patched by e2e","lastTransitionTime":"2026-01-01T00:00:00Z"}]}`}},
		{"admissionregistration.k8s.io", "v1", "validatingwebhookconfigurations", "ValidatingWebhookConfiguration", kindLife{body: `{"webhooks":[{` + hook + `}]}`, noStatus: true}},
		{"admissionregistration.k8s.io", "v1", "mutatingwebhookconfigurations", "MutatingWebhookConfiguration", kindLife{body: `{"webhooks":[{` + hook + `}]}`, noStatus: true}},
		{"admissionregistration.k8s.io", "v1", "validatingadmissionpolicies", "ValidatingAdmissionPolicy", kindLife{plain: true, body: `{"spec":{` + match + `,"validations":[{"expression":"true"}],"failurePolicy":"Ignore"}}`, status: `{"conditions":` + condition + `}`}},
		{"admissionregistration.k8s.io", "v1", "validatingadmissionpolicybindings", "ValidatingAdmissionPolicyBinding", kindLife{body: `{"spec":{"policyName":"none","validationActions":["Deny"]}}`, noStatus: true}},
		{"admissionregistration.k8s.io", "v1", "mutatingadmissionpolicies", "MutatingAdmissionPolicy", kindLife{body: `{"spec":{` + match + `,"reinvocationPolicy":"Never","mutations":[{"patchType":"JSONPatch","jsonPatch":{"expression":"[JSONPatch{op: \"add\", path: \"/metadata/labels\", value: {}}]"}}],"failurePolicy":"Ignore"}}`, noStatus: true}},
		{"admissionregistration.k8s.io", "v1", "mutatingadmissionpolicybindings", "MutatingAdmissionPolicyBinding", kindLife{body: `{"spec":{"policyName":"none"}}`, noStatus: true}},
		{"apiregistration.k8s.io", "v1", "apiservices", "APIService", kindLife{plain: true, name: "v1.%s.example.com", body: `{"spec":{"group":"$GROUP","version":"v1","groupPriorityMinimum":2000,"versionPriority":200,"insecureSkipTLSVerify":true,"service":{"namespace":"none","name":"none"}}}`, status: `{"conditions":[{"type":"StatusPatched","status":"True","reason":"E2E","message":"Set","lastTransitionTime":"2026-01-01T00:00:00Z"}]}`}},
		{"resource.k8s.io", "v1", "deviceclasses", "DeviceClass", kindLife{body: `{"spec":{"selectors":[{"cel":{"expression":"true"}}]}}`, noStatus: true}},
		{"resource.k8s.io", "v1", "resourceclaims", "ResourceClaim", kindLife{plain: true, namespaced: true, body: `{"spec":{"devices":{"requests":[{"name":"r","exactly":{"deviceClassName":"none"}}]}}}`}},
		{"resource.k8s.io", "v1", "resourceclaimtemplates", "ResourceClaimTemplate", kindLife{namespaced: true, body: `{"spec":{"spec":{"devices":{"requests":[{"name":"r","exactly":{"deviceClassName":"none"}}]}}}}`, noStatus: true}},
		{"resource.k8s.io", "v1", "resourceslices", "ResourceSlice", kindLife{body: `{"spec":{"driver":"example.com","nodeName":"n","pool":{"name":"p","generation":1,"resourceSliceCount":1}}}`, noStatus: true}},
		{"events.k8s.io", "v1", "events", "Event", kindLife{namespaced: true, body: `{"eventTime":"2026-01-01T00:00:00.000000Z","reportingController":"example.com/c","reportingInstance":"i","action":"Do","reason":"Because","type":"Normal","note":"n","regarding":{"namespace":"$NS","kind":"Pod","name":"p"}}`, noStatus: true, one: true}},
	}
	list := []check{}
	for _, row := range rows {
		life := row.life
		life.resource, life.kind = schema.GroupVersionResource{Group: row.group, Version: row.version, Resource: row.resource}, row.kind
		list = append(list, check{"kind " + life.resource.GroupVersion().String() + " " + row.resource, func(t *T) {
			life.body = strings.NewReplacer("$CSR", signingRequest(), "$GROUP", t.ns+"-0.example.com", "$NS", t.ns).Replace(life.body)
			if life.kind == "APIService" {
				life.body = strings.ReplaceAll(life.body, t.ns+"-0.example.com", "$NAME")
				life.body = strings.ReplaceAll(life.body, `"group":"$NAME"`, `"group":"`+"GROUPOF$NAME"+`"`)
				life.body = strings.ReplaceAll(life.body, "GROUPOF$NAME", t.ns+"-0.example.com")
				life.one = true
			}
			t.life(life)
		}})
	}
	return list
}
