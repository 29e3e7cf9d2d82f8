package main

import (
	"context"
	"fmt"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	coordinationv1 "k8s.io/api/coordination/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	"k8s.io/apimachinery/pkg/api/equality"
	"k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/kubernetes/scheme"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/client/apiutil"
)

const namespace = "default"

// session makes, reads, lists, watches, changes and deletes objects of many kinds, all in protobuf, and is refused in each way.
func session([]string) (any, error) {
	config := ctrl.GetConfigOrDie()
	// As controller-runtime chooses by itself, said aloud.
	config.ContentType = "application/vnd.kubernetes.protobuf"
	everything, err := client.NewWithWatch(config, client.Options{Scheme: scheme.Scheme})
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	done := []string{}
	for _, object := range samples() {
		kind, err := apiutil.GVKForObject(object, scheme.Scheme)
		if err != nil {
			return nil, err
		}
		if err := live(ctx, everything, object); err != nil {
			return nil, fmt.Errorf("%s: %w", kind.Kind, err)
		}
		done = append(done, kind.Kind)
	}
	refused, err := refusals(ctx, everything)
	return map[string]any{"kinds": done, "refused": refused}, err
}

// live takes one object through its life; each answer is compared to what was sent.
func live(ctx context.Context, all client.WithWatch, object client.Object) error {
	list, err := listOf(object)
	if err != nil {
		return err
	}
	if err := all.List(ctx, list); err != nil {
		return fmt.Errorf("list: %w", err)
	}
	watching, err := all.Watch(ctx, list, &client.ListOptions{Raw: &metav1.ListOptions{ResourceVersion: list.GetResourceVersion()}})
	if err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	defer watching.Stop()
	if err := all.Create(ctx, object); err != nil {
		return fmt.Errorf("create: %w", err)
	}
	read := object.DeepCopyObject().(client.Object)
	if err := all.Get(ctx, client.ObjectKeyFromObject(object), read); err != nil {
		return fmt.Errorf("get: %w", err)
	}
	if !equality.Semantic.DeepEqual(object, read) {
		return fmt.Errorf("get: another object than create has answered")
	}
	if err := expect(watching, watch.Added, read); err != nil {
		return err
	}
	read.SetLabels(map[string]string{"changed": "yes"})
	if err := all.Update(ctx, read); err != nil {
		return fmt.Errorf("update: %w", err)
	}
	before := read.DeepCopyObject().(client.Object)
	read.SetAnnotations(map[string]string{"patched": "yes"})
	if err := all.Patch(ctx, read, client.StrategicMergeFrom(before)); err != nil {
		return fmt.Errorf("strategic merge patch: %w", err)
	}
	if read.GetLabels()["changed"] != "yes" || read.GetAnnotations()["patched"] != "yes" {
		return fmt.Errorf("a change was lost")
	}
	if err := all.List(ctx, list, client.MatchingLabels{"changed": "yes"}); err != nil {
		return fmt.Errorf("list by label: %w", err)
	}
	if count := countOf(list); count != 1 {
		return fmt.Errorf("list by label: %d objects", count)
	}
	if err := all.Delete(ctx, read, client.GracePeriodSeconds(0), client.PropagationPolicy(metav1.DeletePropagationBackground)); err != nil {
		return fmt.Errorf("delete: %w", err)
	}
	return expect(watching, watch.Deleted, nil)
}

// expect reads until the event of that type, and compares its object where one is given.
func expect(watching watch.Interface, wanted watch.EventType, object client.Object) error {
	for event := range watching.ResultChan() {
		if event.Type == watch.Error {
			return fmt.Errorf("watch: %v", event.Object)
		}
		if event.Type != wanted {
			continue
		}
		if object == nil || event.Object.(client.Object).GetName() != object.GetName() {
			if object == nil {
				return nil
			}
			continue
		}
		if !equality.Semantic.DeepEqual(event.Object, object) {
			return fmt.Errorf("watch: %s shows another object", wanted)
		}
		return nil
	}
	return fmt.Errorf("watch: it ended before %s", wanted)
}

func refusals(ctx context.Context, all client.Client) (map[string]any, error) {
	none := &corev1.ConfigMap{}
	missing := all.Get(ctx, client.ObjectKey{Namespace: namespace, Name: "none"}, none)
	first := &corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Namespace: namespace, Name: "refusals"}}
	if err := all.Create(ctx, first); err != nil {
		return nil, err
	}
	twice := all.Create(ctx, &corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Namespace: namespace, Name: "refusals"}})
	stale := first.DeepCopy()
	first.Data = map[string]string{"a": "b"}
	if err := all.Update(ctx, first); err != nil {
		return nil, err
	}
	late := all.Update(ctx, stale)
	invalid := all.Create(ctx, &corev1.Service{ObjectMeta: metav1.ObjectMeta{Namespace: namespace, Name: "UPPER"}})
	causes := 0
	if status, is := invalid.(errors.APIStatus); is && status.Status().Details != nil {
		causes = len(status.Status().Details.Causes)
	}
	return map[string]any{
		"notFound":      errors.IsNotFound(missing),
		"alreadyExists": errors.IsAlreadyExists(twice),
		"conflict":      errors.IsConflict(late),
		"invalid":       errors.IsInvalid(invalid) && causes > 0,
	}, all.Delete(ctx, first)
}

func samples() []client.Object {
	meta := func(name string) metav1.ObjectMeta { return metav1.ObjectMeta{Name: name, Namespace: namespace} }
	labels := map[string]string{"app": "go"}
	selector := &metav1.LabelSelector{MatchLabels: labels}
	template := corev1.PodTemplateSpec{
		ObjectMeta: metav1.ObjectMeta{Labels: labels},
		Spec: corev1.PodSpec{Containers: []corev1.Container{{
			Name:      "app",
			Image:     "app:1",
			Ports:     []corev1.ContainerPort{{Name: "http", ContainerPort: 80}},
			Resources: corev1.ResourceRequirements{Requests: corev1.ResourceList{"cpu": resource.MustParse("100m")}},
			LivenessProbe: &corev1.Probe{
				ProbeHandler: corev1.ProbeHandler{HTTPGet: &corev1.HTTPGetAction{Port: intstr.FromString("http")}},
			},
		}}},
	}
	jobTemplate := template
	jobTemplate.Spec.RestartPolicy = corev1.RestartPolicyNever
	jobTemplate.Labels = nil
	replicas, zero, seconds := int32(2), int32(0), int32(15)
	holder, path := "go", networkingv1.PathTypePrefix
	unavailable := intstr.FromString("50%")
	suspended := true
	ingress := networkingv1.IngressSpec{Rules: []networkingv1.IngressRule{{Host: "go.example.com", IngressRuleValue: networkingv1.IngressRuleValue{
		HTTP: &networkingv1.HTTPIngressRuleValue{Paths: []networkingv1.HTTPIngressPath{{
			Path: "/", PathType: &path,
			Backend: networkingv1.IngressBackend{Service: &networkingv1.IngressServiceBackend{Name: "go", Port: networkingv1.ServiceBackendPort{Number: 80}}},
		}}},
	}}}}
	role := []rbacv1.PolicyRule{{APIGroups: []string{""}, Resources: []string{"pods"}, Verbs: []string{"get"}}}
	return []client.Object{
		&corev1.ConfigMap{ObjectMeta: meta("go"), Data: map[string]string{"a": "b"}, BinaryData: map[string][]byte{"c": {0, 255}}},
		&corev1.Secret{ObjectMeta: meta("go"), Data: map[string][]byte{"a": []byte("b")}},
		&corev1.Service{ObjectMeta: meta("go"), Spec: corev1.ServiceSpec{Selector: labels, Ports: []corev1.ServicePort{{Port: 80, TargetPort: intstr.FromString("http")}}}},
		&corev1.ServiceAccount{ObjectMeta: meta("go")},
		&corev1.Pod{ObjectMeta: meta("go"), Spec: template.Spec},
		&corev1.PersistentVolumeClaim{ObjectMeta: meta("go"), Spec: corev1.PersistentVolumeClaimSpec{
			AccessModes: []corev1.PersistentVolumeAccessMode{corev1.ReadWriteOnce},
			Resources:   corev1.VolumeResourceRequirements{Requests: corev1.ResourceList{"storage": resource.MustParse("1Gi")}},
		}},
		&corev1.ResourceQuota{ObjectMeta: meta("go"), Spec: corev1.ResourceQuotaSpec{Hard: corev1.ResourceList{"pods": resource.MustParse("1k")}}},
		&corev1.Node{ObjectMeta: metav1.ObjectMeta{Name: "go"}},
		&appsv1.Deployment{ObjectMeta: meta("go"), Spec: appsv1.DeploymentSpec{Replicas: &replicas, Selector: selector, Template: template}},
		&appsv1.StatefulSet{ObjectMeta: meta("go"), Spec: appsv1.StatefulSetSpec{Replicas: &zero, Selector: selector, Template: template, ServiceName: "go"}},
		&appsv1.DaemonSet{ObjectMeta: meta("go"), Spec: appsv1.DaemonSetSpec{Selector: selector, Template: template}},
		&batchv1.Job{ObjectMeta: meta("go"), Spec: batchv1.JobSpec{Suspend: &suspended, Template: jobTemplate}},
		&batchv1.CronJob{ObjectMeta: meta("go"), Spec: batchv1.CronJobSpec{Schedule: "0 0 1 1 *", JobTemplate: batchv1.JobTemplateSpec{Spec: batchv1.JobSpec{Template: jobTemplate}}}},
		&networkingv1.Ingress{ObjectMeta: meta("go"), Spec: ingress},
		&policyv1.PodDisruptionBudget{ObjectMeta: meta("go"), Spec: policyv1.PodDisruptionBudgetSpec{MaxUnavailable: &unavailable, Selector: selector}},
		&coordinationv1.Lease{ObjectMeta: meta("go"), Spec: coordinationv1.LeaseSpec{HolderIdentity: &holder, LeaseDurationSeconds: &seconds, RenewTime: &metav1.MicroTime{Time: time.UnixMicro(1_700_000_000_123_456)}}},
		&rbacv1.Role{ObjectMeta: meta("go"), Rules: role},
		&rbacv1.ClusterRole{ObjectMeta: metav1.ObjectMeta{Name: "go"}, Rules: role},
	}
}
