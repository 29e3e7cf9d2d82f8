package conform

import (
	"fmt"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	autoscalingv1 "k8s.io/api/autoscaling/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	policyv1 "k8s.io/api/policy/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/intstr"
)

func workloads() []check {
	return []check{
		{"rc life", rcLife}, {"rc adopts", rcAdopts}, {"rc failure", rcFailure}, {"gc rc background", gcBackground}, {"gc rc orphan", gcOrphan}, {"gc rc default", gcDefault}, {"gc rc foreground", gcForeground},
		{"gc two owners", gcTwoOwners}, {"gc circle", gcCircle}, {"gc deployment", gcDeployment}, {"gc cronjob", gcCronJob}, {"gc custom", gcCustom},
		{"deployment life", deploymentLife}, {"deployment scale", deploymentScale}, {"deployment status", deploymentStatus}, {"deployment proportional", deploymentProportional}, {"replicaset adopts", rsAdopts}, {"replicaset failure", rsFailure}, {"replicaset life", rsLife},
		{"job indexed", jobIndexed}, {"job adopts", jobAdopts}, {"job life", jobLife}, {"job status", jobStatus}, {"cronjob replaces", cronReplace},
		{"pdb", pdb}, {"pdb status", pdbStatus}, {"eviction", eviction}, {"pod life", podLife}, {"pods collection", podsCollection}, {"statefulset scale", setScale},
	}
}

func podSpec() corev1.PodSpec {
	return corev1.PodSpec{TerminationGracePeriodSeconds: ptr(int64(0)), Containers: []corev1.Container{{Name: "c", Image: "i"}}}
}

func template(labels map[string]string) corev1.PodTemplateSpec {
	return corev1.PodTemplateSpec{ObjectMeta: metav1.ObjectMeta{Labels: labels}, Spec: podSpec()}
}

var gctest = map[string]string{"gctest": "x"}

func (t *T) rc(name string, replicas int32) *corev1.ReplicationController {
	made, err := t.c.CoreV1().ReplicationControllers(t.ns).Create(t.ctx, &corev1.ReplicationController{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: gctest},
		Spec: corev1.ReplicationControllerSpec{Replicas: &replicas, Selector: gctest, Template: ptr(template(gctest))}}, metav1.CreateOptions{})
	t.must(err, "create an RC")
	return made
}

func (t *T) pods(selector string) []corev1.Pod {
	list, err := t.c.CoreV1().Pods(t.ns).List(t.ctx, metav1.ListOptions{LabelSelector: selector})
	t.must(err, "list pods")
	return list.Items
}

func (t *T) rcAt(name string, replicas int32) {
	t.until(fmt.Sprintf("%s has %d", name, replicas), func() bool {
		made, err := t.c.CoreV1().ReplicationControllers(t.ns).Get(t.ctx, name, metav1.GetOptions{})
		return err == nil && made.Status.Replicas == replicas && made.Status.ObservedGeneration == made.Generation
	})
}

func (t *T) rcGone(name string) {
	t.until("the RC is gone", func() bool {
		_, err := t.c.CoreV1().ReplicationControllers(t.ns).Get(t.ctx, name, metav1.GetOptions{})
		return errors.IsNotFound(err)
	})
}

func rcLife(t *T) {
	all := t.c.CoreV1().ReplicationControllers(t.ns)
	t.rc("rc", 1)
	t.until("one is ready", func() bool {
		made, err := all.Get(t.ctx, "rc", metav1.GetOptions{})
		return err == nil && made.Status.ReadyReplicas == 1 && made.Status.AvailableReplicas == 1 && made.Status.FullyLabeledReplicas == 1
	})
	patched, err := all.Patch(t.ctx, "rc", types.StrategicMergePatchType, []byte(`{"metadata":{"labels":{"test-rc":"patched"}}}`), metav1.PatchOptions{})
	t.must(err, "patch")
	t.same(patched.Labels["test-rc"], "patched", "label")
	status, err := all.Patch(t.ctx, "rc", types.StrategicMergePatchType, []byte(`{"status":{"readyReplicas":0,"availableReplicas":0}}`), metav1.PatchOptions{}, "status")
	t.must(err, "patch status")
	t.that(status.Status.ReadyReplicas == 0, "status")
	scale, err := all.GetScale(t.ctx, "rc", metav1.GetOptions{})
	t.must(err, "scale")
	t.same(scale.Status.Selector, "gctest=x", "selector of the scale")
	_, err = all.Patch(t.ctx, "rc", types.StrategicMergePatchType, []byte(`{"spec":{"replicas":2}}`), metav1.PatchOptions{}, "scale")
	t.must(err, "patch scale")
	t.rcAt("rc", 2)
	scale, err = all.GetScale(t.ctx, "rc", metav1.GetOptions{})
	t.must(err, "scale")
	scale.ResourceVersion, scale.Spec.Replicas = "", 1
	_, err = all.UpdateScale(t.ctx, "rc", scale, metav1.UpdateOptions{})
	t.must(err, "update scale")
	t.rcAt("rc", 1)
	t.must(all.DeleteCollection(t.ctx, metav1.DeleteOptions{}, metav1.ListOptions{LabelSelector: "test-rc=patched"}), "delete collection")
	t.rcGone("rc")
}

func rcAdopts(t *T) {
	_, err := t.c.CoreV1().Pods(t.ns).Create(t.ctx, &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "orphan", Labels: gctest}, Spec: podSpec()}, metav1.CreateOptions{})
	t.must(err, "a pod")
	made := t.rc("rc", 1)
	t.until("adopted", func() bool {
		pod, err := t.c.CoreV1().Pods(t.ns).Get(t.ctx, "orphan", metav1.GetOptions{})
		return err == nil && metav1.IsControlledBy(pod, made)
	})
	_, err = t.c.CoreV1().Pods(t.ns).Patch(t.ctx, "orphan", types.StrategicMergePatchType, []byte(`{"metadata":{"labels":{"gctest":"other"}}}`), metav1.PatchOptions{})
	t.must(err, "relabel")
	t.until("released", func() bool {
		pod, err := t.c.CoreV1().Pods(t.ns).Get(t.ctx, "orphan", metav1.GetOptions{})
		return err == nil && metav1.GetControllerOf(pod) == nil
	})
}

func (t *T) podQuota() {
	_, err := t.c.CoreV1().ResourceQuotas(t.ns).Create(t.ctx, &corev1.ResourceQuota{ObjectMeta: metav1.ObjectMeta{Name: "q"}, Spec: corev1.ResourceQuotaSpec{Hard: corev1.ResourceList{"pods": resource.MustParse("2")}}}, metav1.CreateOptions{})
	t.must(err, "a quota")
	t.until("the quota counts", func() bool {
		quota, err := t.c.CoreV1().ResourceQuotas(t.ns).Get(t.ctx, "q", metav1.GetOptions{})
		return err == nil && len(quota.Status.Used) == 1
	})
}

func rcFailure(t *T) {
	t.podQuota()
	all := t.c.CoreV1().ReplicationControllers(t.ns)
	t.rc("rc", 3)
	has := func() bool {
		made, err := all.Get(t.ctx, "rc", metav1.GetOptions{})
		t.must(err, "get")
		for _, each := range made.Status.Conditions {
			if each.Type == corev1.ReplicationControllerReplicaFailure {
				return true
			}
		}
		return false
	}
	t.until("a failure condition", has)
	_, err := all.Patch(t.ctx, "rc", types.MergePatchType, []byte(`{"spec":{"replicas":2}}`), metav1.PatchOptions{})
	t.must(err, "scale")
	t.until("no failure condition", func() bool { return !has() })
}

func (t *T) deleteRC(made *corev1.ReplicationController, policy *metav1.DeletionPropagation) {
	t.must(t.c.CoreV1().ReplicationControllers(t.ns).Delete(t.ctx, made.Name, metav1.DeleteOptions{PropagationPolicy: policy, Preconditions: metav1.NewUIDPreconditions(string(made.UID))}), "delete the RC")
}

func gcBackground(t *T) {
	made := t.rc("rc", 2)
	t.until("pods", func() bool { return len(t.pods("gctest")) > 0 })
	t.deleteRC(made, ptr(metav1.DeletePropagationBackground))
	t.until("all gone", func() bool { return len(t.pods("gctest")) == 0 })
}

func (t *T) staysOrphaned(pods int) {
	time.Sleep(3 * time.Second)
	t.same(len(t.pods("gctest")), pods, "pods that stay")
	for _, pod := range t.pods("gctest") {
		t.that(len(pod.OwnerReferences) == 0, "an owner is still named: %s", show(pod.OwnerReferences))
	}
}

func gcOrphan(t *T) {
	made := t.rc("rc", 10)
	t.rcAt("rc", 10)
	t.deleteRC(made, ptr(metav1.DeletePropagationOrphan))
	t.rcGone("rc")
	t.staysOrphaned(10)
}

// The default of an RC is to orphan in the group core/v1 of old, and so it is today.
func gcDefault(t *T) {
	made := t.rc("rc", 2)
	t.rcAt("rc", 2)
	t.deleteRC(made, nil)
	t.rcGone("rc")
	t.staysOrphaned(2)
}

func gcForeground(t *T) {
	made := t.rc("rc", 10)
	t.rcAt("rc", 10)
	for _, pod := range t.pods("gctest")[:1] {
		_, err := t.c.CoreV1().Pods(t.ns).Patch(t.ctx, pod.Name, types.MergePatchType, []byte(`{"metadata":{"finalizers":["example.com/hold"]}}`), metav1.PatchOptions{})
		t.must(err, "hold a pod")
	}
	t.deleteRC(made, ptr(metav1.DeletePropagationForeground))
	t.until("one pod is left", func() bool { return len(t.pods("gctest")) == 1 })
	still, err := t.c.CoreV1().ReplicationControllers(t.ns).Get(t.ctx, "rc", metav1.GetOptions{})
	t.must(err, "the RC is there")
	t.same(still.Finalizers, []string{"foregroundDeletion"}, "its finalizers")
	for _, pod := range t.pods("gctest") {
		t.that(pod.DeletionTimestamp != nil, "the pod is not being deleted")
		_, err := t.c.CoreV1().Pods(t.ns).Patch(t.ctx, pod.Name, types.MergePatchType, []byte(`{"metadata":{"finalizers":null}}`), metav1.PatchOptions{})
		t.must(err, "let go")
	}
	t.rcGone("rc")
}

func gcTwoOwners(t *T) {
	one := t.rc("one", 10)
	t.rcAt("one", 10)
	two, err := t.c.CoreV1().ReplicationControllers(t.ns).Create(t.ctx, &corev1.ReplicationController{ObjectMeta: metav1.ObjectMeta{Name: "two"}, Spec: corev1.ReplicationControllerSpec{Replicas: ptr(int32(0)), Selector: map[string]string{"a": "b"}, Template: ptr(template(map[string]string{"a": "b"}))}}, metav1.CreateOptions{})
	t.must(err, "two")
	for _, pod := range t.pods("gctest")[:5] {
		patch := fmt.Sprintf(`{"metadata":{"ownerReferences":[{"apiVersion":"v1","kind":"ReplicationController","name":"two","uid":"%s"}]}}`, two.UID)
		_, err := t.c.CoreV1().Pods(t.ns).Patch(t.ctx, pod.Name, types.StrategicMergePatchType, []byte(patch), metav1.PatchOptions{})
		t.must(err, "a second owner")
	}
	t.deleteRC(one, ptr(metav1.DeletePropagationForeground))
	t.rcGone("one")
	left := t.pods("gctest")
	t.same(len(left), 5, "pods with another owner")
	for _, pod := range left {
		t.that(pod.DeletionTimestamp == nil && len(pod.OwnerReferences) == 1 && pod.OwnerReferences[0].UID == two.UID, "owners %s", show(pod.OwnerReferences))
	}
}

func gcCircle(t *T) {
	pods := t.c.CoreV1().Pods(t.ns)
	made := map[int]*corev1.Pod{}
	for at := range 3 {
		pod, err := pods.Create(t.ctx, &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: fmt.Sprintf("pod%d", at+1)}, Spec: podSpec()}, metav1.CreateOptions{})
		t.must(err, "create")
		made[at] = pod
	}
	for at := range 3 {
		owner := made[(at+2)%3]
		patch := fmt.Sprintf(`{"metadata":{"ownerReferences":[{"apiVersion":"v1","kind":"Pod","name":"%s","uid":"%s","controller":true,"blockOwnerDeletion":true}]}}`, owner.Name, owner.UID)
		_, err := pods.Patch(t.ctx, made[at].Name, types.StrategicMergePatchType, []byte(patch), metav1.PatchOptions{})
		t.must(err, "own")
	}
	t.must(pods.Delete(t.ctx, "pod1", metav1.DeleteOptions{PropagationPolicy: ptr(metav1.DeletePropagationForeground)}), "delete")
	t.until("all gone", func() bool { return len(t.pods("")) == 0 })
}

func (t *T) deployment(name string, replicas int32, labels map[string]string) *appsv1.Deployment {
	made, err := t.c.AppsV1().Deployments(t.ns).Create(t.ctx, &appsv1.Deployment{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: labels}, Spec: appsv1.DeploymentSpec{Replicas: &replicas, Selector: &metav1.LabelSelector{MatchLabels: labels}, Template: template(labels)}}, metav1.CreateOptions{})
	t.must(err, "a deployment")
	return made
}

func gcDeployment(t *T) {
	sets := t.c.AppsV1().ReplicaSets(t.ns)
	for _, policy := range []metav1.DeletionPropagation{metav1.DeletePropagationBackground, metav1.DeletePropagationOrphan} {
		t.deployment("d", 2, gctest)
		t.until("a set", func() bool {
			list, err := sets.List(t.ctx, metav1.ListOptions{})
			return err == nil && len(list.Items) == 1 && list.Items[0].Status.Replicas == 2
		})
		t.must(t.c.AppsV1().Deployments(t.ns).Delete(t.ctx, "d", metav1.DeleteOptions{PropagationPolicy: &policy}), "delete")
		want := 0
		if policy == metav1.DeletePropagationOrphan {
			want = 1
			time.Sleep(3 * time.Second)
		}
		t.until("sets", func() bool {
			list, err := sets.List(t.ctx, metav1.ListOptions{})
			if err != nil || len(list.Items) != want || len(t.pods("gctest")) != 2*want {
				return false
			}
			for _, set := range list.Items {
				t.that(metav1.GetControllerOf(&set) == nil, "the set has a controller still")
			}
			return true
		})
	}
}

func cronJob(name string) *batchv1.CronJob {
	spec := podSpec()
	spec.RestartPolicy = corev1.RestartPolicyOnFailure
	return &batchv1.CronJob{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: map[string]string{"time": "1"}}, Spec: batchv1.CronJobSpec{Schedule: "*/1 * * * ?", JobTemplate: batchv1.JobTemplateSpec{Spec: batchv1.JobSpec{Template: corev1.PodTemplateSpec{Spec: spec}}}}}
}

func gcCronJob(t *T) {
	made, err := t.c.BatchV1().CronJobs(t.ns).Create(t.ctx, cronJob("c"), metav1.CreateOptions{})
	t.must(err, "a cron job")
	t.same(made.Spec.ConcurrencyPolicy, batchv1.AllowConcurrent, "concurrency policy")
	job, err := t.c.BatchV1().Jobs(t.ns).Create(t.ctx, &batchv1.Job{ObjectMeta: metav1.ObjectMeta{Name: "c-1", OwnerReferences: []metav1.OwnerReference{*metav1.NewControllerRef(made, batchv1.SchemeGroupVersion.WithKind("CronJob"))}}, Spec: made.Spec.JobTemplate.Spec}, metav1.CreateOptions{})
	t.must(err, "a job")
	t.must(t.c.BatchV1().CronJobs(t.ns).Delete(t.ctx, "c", metav1.DeleteOptions{PropagationPolicy: ptr(metav1.DeletePropagationBackground)}), "delete")
	t.until("the job is gone", func() bool {
		_, err := t.c.BatchV1().Jobs(t.ns).Get(t.ctx, job.Name, metav1.GetOptions{})
		return errors.IsNotFound(err)
	})
	t.until("its pods are gone", func() bool { return len(t.pods("")) == 0 })
}

func deploymentLife(t *T) {
	all := t.c.AppsV1().Deployments(t.ns)
	labels := map[string]string{"test-deployment-static": "true"}
	t.deployment("d", 1, labels)
	ready := func(replicas int32) {
		t.until(fmt.Sprintf("%d are ready", replicas), func() bool {
			made, err := all.Get(t.ctx, "d", metav1.GetOptions{})
			return err == nil && made.Status.ReadyReplicas == replicas && made.Status.UpdatedReplicas == replicas && made.Status.ObservedGeneration == made.Generation && made.Status.Replicas == replicas
		})
	}
	ready(1)
	patched, err := all.Patch(t.ctx, "d", types.StrategicMergePatchType, []byte(`{"metadata":{"labels":{"test-deployment":"patched"}},"spec":{"replicas":2,"template":{"spec":{"terminationGracePeriodSeconds":0,"containers":[{"name":"c","image":"other","command":["/bin/sleep","100000"]}]}}}}`), metav1.PatchOptions{})
	t.must(err, "patch")
	t.same(patched.Spec.Template.Spec.Containers[0].Image, "other", "image")
	t.same(patched.Generation, int64(2), "generation")
	ready(2)
	sets, err := t.c.AppsV1().ReplicaSets(t.ns).List(t.ctx, metav1.ListOptions{LabelSelector: "test-deployment-static=true"})
	t.must(err, "sets")
	t.same(len(sets.Items), 2, "sets")
	for _, set := range sets.Items {
		t.that(set.Labels["pod-template-hash"] != "" && set.Annotations["deployment.kubernetes.io/revision"] != "" && set.Annotations["deployment.kubernetes.io/desired-replicas"] == "2" || *set.Spec.Replicas == 0, "annotations of a set: %s", show(set.Annotations))
	}
	t.must(all.DeleteCollection(t.ctx, metav1.DeleteOptions{GracePeriodSeconds: ptr(int64(1))}, metav1.ListOptions{LabelSelector: "test-deployment=patched"}), "delete collection")
	t.until("gone with all", func() bool { return len(t.pods("")) == 0 })
}

func deploymentScale(t *T) {
	all := t.c.AppsV1().Deployments(t.ns)
	t.deployment("d", 1, gctest)
	scale, err := all.GetScale(t.ctx, "d", metav1.GetOptions{})
	t.must(err, "scale")
	t.same(scale.Spec.Replicas, int32(1), "scale")
	scale.ResourceVersion, scale.Spec.Replicas = "", 2
	result, err := all.UpdateScale(t.ctx, "d", scale, metav1.UpdateOptions{})
	t.must(err, "update scale")
	t.same(result.Spec.Replicas, int32(2), "scale")
	_, err = all.Patch(t.ctx, "d", types.StrategicMergePatchType, []byte(`{"spec":{"replicas":4}}`), metav1.PatchOptions{}, "scale")
	t.must(err, "patch scale")
	t.until("four", func() bool { return len(t.pods("gctest")) == 4 })
	_ = autoscalingv1.Scale{}
}

func deploymentStatus(t *T) {
	all := t.c.AppsV1().Deployments(t.ns)
	t.deployment("d", 1, gctest)
	t.until("available", func() bool {
		made, err := all.Get(t.ctx, "d", metav1.GetOptions{})
		return err == nil && made.Status.AvailableReplicas == 1
	})
	for range 5 {
		made, err := all.Get(t.ctx, "d", metav1.GetOptions{})
		t.must(err, "get")
		made.Status.Conditions = append(made.Status.Conditions, appsv1.DeploymentCondition{Type: "StatusUpdate", Status: "True", Reason: "E2E", Message: "Set from e2e test"})
		made, err = all.UpdateStatus(t.ctx, made, metav1.UpdateOptions{})
		if errors.IsConflict(err) {
			continue
		}
		t.must(err, "update status")
		found := false
		for _, each := range made.Status.Conditions {
			found = found || each.Type == "StatusUpdate"
		}
		t.that(found, "the condition is lost: %s", show(made.Status))
		break
	}
	// As upstream's check: what is patched in may be taken away again by the operator, but a watch must show it.
	patched, err := all.Patch(t.ctx, "d", types.MergePatchType, []byte(`{"status":{"conditions":[{"type":"StatusPatched","status":"True"}]}}`), metav1.PatchOptions{}, "status")
	t.must(err, "patch status")
	t.that(len(patched.Status.Conditions) == 1 && patched.Status.Conditions[0].Type == "StatusPatched", "conditions %s", show(patched.Status.Conditions))
}

func deploymentProportional(t *T) {
	all := t.c.AppsV1().Deployments(t.ns)
	labels := map[string]string{"name": "x"}
	_, err := all.Create(t.ctx, &appsv1.Deployment{ObjectMeta: metav1.ObjectMeta{Name: "d"}, Spec: appsv1.DeploymentSpec{Replicas: ptr(int32(10)), Selector: &metav1.LabelSelector{MatchLabels: labels}, Template: template(labels),
		Strategy: appsv1.DeploymentStrategy{RollingUpdate: &appsv1.RollingUpdateDeployment{MaxSurge: ptr(intstr.FromInt32(3)), MaxUnavailable: ptr(intstr.FromInt32(2))}}}}, metav1.CreateOptions{})
	t.must(err, "create")
	t.until("ten", func() bool {
		made, err := all.Get(t.ctx, "d", metav1.GetOptions{})
		return err == nil && made.Status.AvailableReplicas == 10
	})
	_, err = all.Patch(t.ctx, "d", types.StrategicMergePatchType, []byte(`{"spec":{"template":{"spec":{"schedulerName":"nobody","containers":[{"name":"c","image":"404"}]}}}}`), metav1.PatchOptions{})
	t.must(err, "a bad rollout")
	sizes := func(wants ...int32) {
		t.until(fmt.Sprint("sets of ", wants), func() bool {
			sets, err := t.c.AppsV1().ReplicaSets(t.ns).List(t.ctx, metav1.ListOptions{})
			t.must(err, "sets")
			got := map[int32]bool{}
			for _, set := range sets.Items {
				got[*set.Spec.Replicas] = true
			}
			return len(sets.Items) == len(wants) && got[wants[0]] && got[wants[1]]
		})
	}
	sizes(8, 5)
	_, err = all.Patch(t.ctx, "d", types.StrategicMergePatchType, []byte(`{"spec":{"replicas":30}}`), metav1.PatchOptions{}, "scale")
	t.must(err, "scale")
	sizes(20, 13)
}

func (t *T) replicaSet(name string, replicas int32) *appsv1.ReplicaSet {
	made, err := t.c.AppsV1().ReplicaSets(t.ns).Create(t.ctx, &appsv1.ReplicaSet{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: gctest}, Spec: appsv1.ReplicaSetSpec{Replicas: &replicas, Selector: &metav1.LabelSelector{MatchLabels: gctest}, Template: template(gctest)}}, metav1.CreateOptions{})
	t.must(err, "a replica set")
	return made
}

func rsAdopts(t *T) {
	_, err := t.c.CoreV1().Pods(t.ns).Create(t.ctx, &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "orphan", Labels: gctest}, Spec: podSpec()}, metav1.CreateOptions{})
	t.must(err, "a pod")
	made := t.replicaSet("r", 1)
	t.until("adopted", func() bool {
		pod, err := t.c.CoreV1().Pods(t.ns).Get(t.ctx, "orphan", metav1.GetOptions{})
		return err == nil && metav1.IsControlledBy(pod, made)
	})
	pod, err := t.c.CoreV1().Pods(t.ns).Get(t.ctx, "orphan", metav1.GetOptions{})
	t.must(err, "get")
	t.that(pod.OwnerReferences[0].BlockOwnerDeletion != nil && *pod.OwnerReferences[0].BlockOwnerDeletion, "the reference does not block")
	_, err = t.c.CoreV1().Pods(t.ns).Patch(t.ctx, "orphan", types.StrategicMergePatchType, []byte(`{"metadata":{"labels":{"gctest":"other"}}}`), metav1.PatchOptions{})
	t.must(err, "relabel")
	t.until("released", func() bool {
		pod, err := t.c.CoreV1().Pods(t.ns).Get(t.ctx, "orphan", metav1.GetOptions{})
		return err == nil && metav1.GetControllerOf(pod) == nil
	})
}

func rsFailure(t *T) {
	t.podQuota()
	all := t.c.AppsV1().ReplicaSets(t.ns)
	t.replicaSet("r", 3)
	has := func() bool {
		made, err := all.Get(t.ctx, "r", metav1.GetOptions{})
		t.must(err, "get")
		for _, each := range made.Status.Conditions {
			if each.Type == appsv1.ReplicaSetReplicaFailure {
				return each.Reason == "FailedCreate"
			}
		}
		return false
	}
	t.until("a failure condition", has)
	_, err := all.Patch(t.ctx, "r", types.MergePatchType, []byte(`{"spec":{"replicas":2}}`), metav1.PatchOptions{})
	t.must(err, "scale")
	t.until("no failure condition", func() bool { return !has() })
}

func rsLife(t *T) {
	all := t.c.AppsV1().ReplicaSets(t.ns)
	t.replicaSet("r", 1)
	t.until("available", func() bool {
		made, err := all.Get(t.ctx, "r", metav1.GetOptions{})
		return err == nil && made.Status.AvailableReplicas == 1
	})
	patch := []byte(`{"metadata":{"labels":{"test-rs":"patched"}},"spec":{"replicas":3,"template":{"spec":{"terminationGracePeriodSeconds":0,"containers":[{"name":"c","image":"other"}]}}}}`)
	_, err := all.Patch(t.ctx, "r", types.StrategicMergePatchType, patch, metav1.PatchOptions{})
	t.must(err, "patch")
	t.until("three", func() bool {
		made, err := all.Get(t.ctx, "r", metav1.GetOptions{})
		return err == nil && made.Status.ReadyReplicas == 3
	})
	t.must(all.DeleteCollection(t.ctx, metav1.DeleteOptions{GracePeriodSeconds: ptr(int64(0))}, metav1.ListOptions{LabelSelector: "test-rs=patched"}), "delete collection")
	t.until("gone", func() bool { return len(t.pods("")) == 0 })
}

func job(name string, parallelism, completions int32) *batchv1.Job {
	spec := podSpec()
	spec.RestartPolicy = corev1.RestartPolicyNever
	return &batchv1.Job{ObjectMeta: metav1.ObjectMeta{Name: name}, Spec: batchv1.JobSpec{Parallelism: &parallelism, Completions: &completions, BackoffLimit: ptr(int32(6)), Template: corev1.PodTemplateSpec{ObjectMeta: metav1.ObjectMeta{Labels: map[string]string{"job": name}}, Spec: spec}}}
}

// finish plays the kubelet: every pod of the job ends well.
func (t *T) finish(pod corev1.Pod) {
	_, err := t.c.CoreV1().Pods(t.ns).Patch(t.ctx, pod.Name, types.MergePatchType, []byte(`{"status":{"phase":"Succeeded"}}`), metav1.PatchOptions{}, "status")
	if !errors.IsNotFound(err) {
		t.must(err, "finish")
	}
}

func (t *T) finishAll(name string) *batchv1.Job {
	var made *batchv1.Job
	t.until("complete", func() bool {
		for _, pod := range t.pods("job=" + name) {
			if pod.Status.Phase == corev1.PodRunning {
				t.finish(pod)
			}
		}
		var err error
		made, err = t.c.BatchV1().Jobs(t.ns).Get(t.ctx, name, metav1.GetOptions{})
		return err == nil && made.Status.CompletionTime != nil
	})
	return made
}

func jobIndexed(t *T) {
	wanted := job("j", 2, 4)
	wanted.Spec.CompletionMode = ptr(batchv1.IndexedCompletion)
	_, err := t.c.BatchV1().Jobs(t.ns).Create(t.ctx, wanted, metav1.CreateOptions{})
	t.must(err, "create")
	made := t.finishAll("j")
	t.same(made.Status.CompletedIndexes, "0-3", "indexes")
	t.same(made.Status.Succeeded, int32(4), "succeeded")
	seen := map[string]bool{}
	for _, pod := range t.pods("job=j") {
		seen[pod.Annotations["batch.kubernetes.io/job-completion-index"]] = true
		t.same(pod.Labels["batch.kubernetes.io/job-completion-index"], pod.Annotations["batch.kubernetes.io/job-completion-index"], "index as a label")
		t.same(pod.Spec.Hostname, "j-"+pod.Annotations["batch.kubernetes.io/job-completion-index"], "host name")
	}
	t.same(len(seen), 4, "indexes of pods")
}

func jobAdopts(t *T) {
	_, err := t.c.BatchV1().Jobs(t.ns).Create(t.ctx, job("j", 2, 4), metav1.CreateOptions{})
	t.must(err, "create")
	t.until("two pods", func() bool { return len(t.pods("job=j")) == 2 })
	pod := t.pods("job=j")[0]
	_, err = t.c.CoreV1().Pods(t.ns).Patch(t.ctx, pod.Name, types.JSONPatchType, []byte(`[{"op":"remove","path":"/metadata/ownerReferences"}]`), metav1.PatchOptions{})
	t.must(err, "orphan")
	t.until("adopted again", func() bool {
		pod, err := t.c.CoreV1().Pods(t.ns).Get(t.ctx, pod.Name, metav1.GetOptions{})
		return err == nil && metav1.GetControllerOf(pod) != nil
	})
	_, err = t.c.CoreV1().Pods(t.ns).Patch(t.ctx, pod.Name, types.JSONPatchType, []byte(`[{"op":"replace","path":"/metadata/labels","value":{}}]`), metav1.PatchOptions{})
	t.must(err, "unlabel")
	t.until("released", func() bool {
		pod, err := t.c.CoreV1().Pods(t.ns).Get(t.ctx, pod.Name, metav1.GetOptions{})
		return err == nil && metav1.GetControllerOf(pod) == nil
	})
}

func jobLife(t *T) {
	all := t.c.BatchV1().Jobs(t.ns)
	wanted := job("j", 1, 1)
	wanted.Spec.Suspend = ptr(true)
	wanted.Labels = map[string]string{"e2e": "x"}
	made, err := all.Create(t.ctx, wanted, metav1.CreateOptions{})
	t.must(err, "create")
	t.until("suspended", func() bool {
		made, err = all.Get(t.ctx, "j", metav1.GetOptions{})
		return err == nil && len(made.Status.Conditions) == 1 && made.Status.Conditions[0].Type == batchv1.JobSuspended && made.Status.StartTime == nil
	})
	_, err = all.Patch(t.ctx, "j", types.StrategicMergePatchType, []byte(`{"metadata":{"labels":{"patched":"true"}},"spec":{"suspend":false}}`), metav1.PatchOptions{})
	t.must(err, "resume")
	done := t.finishAll("j")
	types := []string{}
	for _, each := range done.Status.Conditions {
		types = append(types, fmt.Sprint(each.Type, "=", each.Status))
	}
	t.same(types, []string{"Suspended=False", "SuccessCriteriaMet=True", "Complete=True"}, "conditions")
	for _, pod := range t.pods("job=j") {
		t.that(pod.Labels["batch.kubernetes.io/job-name"] == "j" && pod.Labels["job-name"] == "j" && pod.Labels["controller-uid"] == string(made.UID), "labels %s", show(pod.Labels))
		t.same(len(pod.Finalizers), 0, "finalizers of a counted pod")
	}
	t.must(all.DeleteCollection(t.ctx, metav1.DeleteOptions{PropagationPolicy: ptr(metav1.DeletePropagationForeground)}, metav1.ListOptions{LabelSelector: "patched=true"}), "delete collection")
	t.until("gone", func() bool {
		_, err := all.Get(t.ctx, "j", metav1.GetOptions{})
		return errors.IsNotFound(err)
	})
}

func jobStatus(t *T) {
	all := t.c.BatchV1().Jobs(t.ns)
	_, err := all.Create(t.ctx, job("j", 2, 4), metav1.CreateOptions{})
	t.must(err, "create")
	t.until("two are active", func() bool {
		made, err := all.Get(t.ctx, "j", metav1.GetOptions{})
		return err == nil && made.Status.Active == 2
	})
	condition := `{"type":"CustomConditionType","status":"True","reason":"E2E","lastTransitionTime":"2026-01-01T00:00:00Z"}`
	patched, err := all.Patch(t.ctx, "j", types.MergePatchType, []byte(`{"metadata":{"annotations":{"patchedstatus":"true"}},"status":{"conditions":[`+condition+`]}}`), metav1.PatchOptions{}, "status")
	t.must(err, "patch status")
	t.that(len(patched.Status.Conditions) == 1 && patched.Annotations["patchedstatus"] == "true", "patched %s", show(patched.Status))
	_, err = all.Patch(t.ctx, "j", types.MergePatchType, []byte(`{"status":{"startTime":"2026-01-01T00:00:00Z"}}`), metav1.PatchOptions{}, "status")
	t.that(errors.IsInvalid(err), "the start of a job that is not suspended stays: %v", err)
}

func cronReplace(t *T) {
	all := t.c.BatchV1().CronJobs(t.ns)
	for _, schedule := range []string{"@hourly", "0 0 * * 7", "TZ=UTC * * * * *"} {
		wanted := cronJob("c")
		wanted.Spec.Schedule = schedule
		_, err := all.Create(t.ctx, wanted, metav1.CreateOptions{DryRun: []string{"All"}})
		fine := schedule == "@hourly"
		t.same(err == nil, fine, fmt.Sprintf("schedule %s: %v", schedule, err))
	}
	_, err := all.Create(t.ctx, cronJob("c"), metav1.CreateOptions{})
	t.must(err, "create")
	_, err = all.Patch(t.ctx, "c", types.MergePatchType, []byte(`{"spec":{"suspend":true}}`), metav1.PatchOptions{})
	t.must(err, "suspend")
}

func (t *T) budget(name string, labels map[string]string) {
	_, err := t.c.PolicyV1().PodDisruptionBudgets(t.ns).Create(t.ctx, &policyv1.PodDisruptionBudget{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: labels}, Spec: policyv1.PodDisruptionBudgetSpec{MinAvailable: ptr(intstr.FromInt32(1)), Selector: &metav1.LabelSelector{MatchLabels: gctest}}}, metav1.CreateOptions{})
	t.must(err, "a budget")
	t.until("it is observed", func() bool {
		made, err := t.c.PolicyV1().PodDisruptionBudgets(t.ns).Get(t.ctx, name, metav1.GetOptions{})
		return err == nil && made.Status.ObservedGeneration == made.Generation
	})
}

func pdb(t *T) {
	all := t.c.PolicyV1().PodDisruptionBudgets(t.ns)
	labels := map[string]string{"e2e": "pdb"}
	t.budget("a", labels)
	made, err := all.Get(t.ctx, "a", metav1.GetOptions{})
	t.must(err, "get")
	made.Spec.MinAvailable = ptr(intstr.FromString("2%"))
	_, err = all.Update(t.ctx, made, metav1.UpdateOptions{})
	t.must(err, "update")
	patched, err := all.Patch(t.ctx, "a", types.StrategicMergePatchType, []byte(`{"spec":{"minAvailable":"50%"}}`), metav1.PatchOptions{})
	t.must(err, "patch")
	t.same(patched.Spec.MinAvailable.String(), "50%", "patched")
	t.budget("b", labels)
	list, err := t.c.PolicyV1().PodDisruptionBudgets("").List(t.ctx, metav1.ListOptions{LabelSelector: "e2e=pdb"})
	t.must(err, "list")
	t.that(len(list.Items) >= 2, "list")
	t.must(all.DeleteCollection(t.ctx, metav1.DeleteOptions{}, metav1.ListOptions{LabelSelector: "e2e=pdb"}), "delete collection")
}

func pdbStatus(t *T) {
	all := t.c.PolicyV1().PodDisruptionBudgets(t.ns)
	t.budget("a", nil)
	t.rs1(1)
	t.until("healthy", func() bool {
		made, err := all.Get(t.ctx, "a", metav1.GetOptions{})
		return err == nil && made.Status.CurrentHealthy == 1 && made.Status.ExpectedPods == 1 && made.Status.DesiredHealthy == 1
	})
	made, err := all.Get(t.ctx, "a", metav1.GetOptions{})
	t.must(err, "get")
	made.Status.DisruptedPods = map[string]metav1.Time{"none": metav1.NewTime(time.Now().Add(-time.Hour))}
	_, err = all.UpdateStatus(t.ctx, made, metav1.UpdateOptions{})
	t.must(err, "update status")
	patched, err := all.Patch(t.ctx, "a", types.MergePatchType, []byte(`{"status":{"disruptedPods":{"one":"2026-01-01T00:00:00Z"},"conditions":[]}}`), metav1.PatchOptions{}, "status")
	t.must(err, "patch status")
	_ = patched
}

func (t *T) rs1(replicas int32) {
	t.replicaSet("r", replicas)
	t.until("they run", func() bool {
		running := 0
		for _, pod := range t.pods("gctest") {
			if pod.Status.Phase == corev1.PodRunning {
				running++
			}
		}
		return running == int(replicas)
	})
}

func eviction(t *T) {
	t.budget("a", nil)
	t.rs1(1)
	evict := func(name string) error {
		return t.c.PolicyV1().Evictions(t.ns).Evict(t.ctx, &policyv1.Eviction{ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: t.ns}})
	}
	err := evict(t.pods("gctest")[0].Name)
	t.that(errors.IsTooManyRequests(err) && errors.HasStatusCause(err, policyv1.DisruptionBudgetCause), "an eviction under a budget: %v", err)
	t.must(t.c.PolicyV1().PodDisruptionBudgets(t.ns).Delete(t.ctx, "a", metav1.DeleteOptions{}), "delete")
	t.must(evict(t.pods("gctest")[0].Name), "evict")
}

func podLife(t *T) {
	pods := t.c.CoreV1().Pods(t.ns)
	labels := map[string]string{"test-pod-static": "true"}
	_, err := pods.Create(t.ctx, &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "p", Labels: labels}, Spec: podSpec()}, metav1.CreateOptions{})
	t.must(err, "create")
	t.until("ready", func() bool {
		pod, err := pods.Get(t.ctx, "p", metav1.GetOptions{})
		if err != nil {
			return false
		}
		for _, each := range pod.Status.Conditions {
			if each.Type == corev1.PodReady && each.Status == corev1.ConditionTrue {
				return true
			}
		}
		return false
	})
	patched, err := pods.Patch(t.ctx, "p", types.StrategicMergePatchType, []byte(`{"metadata":{"labels":{"test-pod":"patched"}},"spec":{"containers":[{"name":"c","image":"other"}]}}`), metav1.PatchOptions{})
	t.must(err, "patch")
	t.same(patched.Spec.Containers[0].Image, "other", "image")
	read, err := pods.Get(t.ctx, "p", metav1.GetOptions{})
	t.must(err, "get")
	for at := range read.Status.Conditions {
		if read.Status.Conditions[at].Type == corev1.PodReady {
			read.Status.Conditions[at].Status = corev1.ConditionFalse
		}
	}
	updated, err := pods.UpdateStatus(t.ctx, read, metav1.UpdateOptions{})
	if !errors.IsConflict(err) {
		t.must(err, "update status")
		for _, each := range updated.Status.Conditions {
			t.that(each.Type != corev1.PodReady || each.Status == corev1.ConditionFalse, "status %s", show(each))
		}
	}
	status, err := pods.Patch(t.ctx, "p", types.StrategicMergePatchType, []byte(`{"status":{"message":"Patched by e2e test","reason":"E2E"}}`), metav1.PatchOptions{}, "status")
	t.must(err, "patch status")
	t.that(status.Status.Message == "Patched by e2e test" && status.Status.Reason == "E2E", "status %s", show(status.Status))
	t.must(pods.DeleteCollection(t.ctx, metav1.DeleteOptions{GracePeriodSeconds: ptr(int64(1))}, metav1.ListOptions{LabelSelector: "test-pod-static=true"}), "delete collection")
	t.until("gone", func() bool { return len(t.pods("")) == 0 })
}

func podsCollection(t *T) {
	for at := range 3 {
		_, err := t.c.CoreV1().Pods(t.ns).Create(t.ctx, &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: fmt.Sprintf("test-pod-%d", at), Labels: map[string]string{"type": "Testing"}}, Spec: podSpec()}, metav1.CreateOptions{})
		t.must(err, "create")
	}
	t.must(t.c.CoreV1().Pods(t.ns).DeleteCollection(t.ctx, metav1.DeleteOptions{}, metav1.ListOptions{LabelSelector: "type=Testing"}), "delete collection")
	t.until("gone", func() bool { return len(t.pods("")) == 0 })
}

func setScale(t *T) {
	all := t.c.AppsV1().StatefulSets(t.ns)
	_, err := all.Create(t.ctx, &appsv1.StatefulSet{ObjectMeta: metav1.ObjectMeta{Name: "s"}, Spec: appsv1.StatefulSetSpec{Replicas: ptr(int32(1)), ServiceName: "x", Selector: &metav1.LabelSelector{MatchLabels: gctest}, Template: template(gctest)}}, metav1.CreateOptions{})
	t.must(err, "create")
	scale, err := all.GetScale(t.ctx, "s", metav1.GetOptions{})
	t.must(err, "scale")
	scale.ResourceVersion, scale.Spec.Replicas = "", 2
	_, err = all.UpdateScale(t.ctx, "s", scale, metav1.UpdateOptions{})
	t.must(err, "update scale")
	_, err = all.Patch(t.ctx, "s", types.StrategicMergePatchType, []byte(`{"spec":{"replicas":4}}`), metav1.PatchOptions{}, "scale")
	t.must(err, "patch scale")
	made, err := all.Get(t.ctx, "s", metav1.GetOptions{})
	t.must(err, "get")
	t.same(*made.Spec.Replicas, int32(4), "replicas")
}
