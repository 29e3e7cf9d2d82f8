package main

import (
	"context"
	"fmt"
	"time"

	"github.com/go-logr/logr"
	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/kubernetes/scheme"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/controller/controllerutil"
	"sigs.k8s.io/controller-runtime/pkg/log"
	metricsserver "sigs.k8s.io/controller-runtime/pkg/metrics/server"
)

const finalizer = "example.com/go"

// sizer makes a Deployment as large as its ConfigMap says, and lets the ConfigMap go when the Deployment is gone.
type sizer struct{ client.Client }

func (s sizer) Reconcile(ctx context.Context, request ctrl.Request) (ctrl.Result, error) {
	var wish corev1.ConfigMap
	if err := s.Get(ctx, request.NamespacedName, &wish); err != nil {
		return ctrl.Result{}, client.IgnoreNotFound(err)
	}
	if wish.Data["replicas"] == "" {
		return ctrl.Result{}, nil
	}
	deployment := &appsv1.Deployment{ObjectMeta: metav1.ObjectMeta{Name: wish.Name, Namespace: wish.Namespace}}
	if !wish.DeletionTimestamp.IsZero() {
		if err := s.Delete(ctx, deployment); err == nil || !errors.IsNotFound(err) {
			return ctrl.Result{}, err
		}
		controllerutil.RemoveFinalizer(&wish, finalizer)
		return ctrl.Result{}, s.Update(ctx, &wish)
	}
	if controllerutil.AddFinalizer(&wish, finalizer) {
		return ctrl.Result{}, s.Update(ctx, &wish)
	}
	_, err := controllerutil.CreateOrUpdate(ctx, s.Client, deployment, func() error {
		var replicas int32
		if _, err := fmt.Sscan(wish.Data["replicas"], &replicas); err != nil {
			return err
		}
		labels := map[string]string{"wish": wish.Name}
		deployment.Spec.Replicas = &replicas
		deployment.Spec.Selector = &metav1.LabelSelector{MatchLabels: labels}
		deployment.Spec.Template.Labels = labels
		deployment.Spec.Template.Spec.Containers = []corev1.Container{{Name: "app", Image: "app:1"}}
		return controllerutil.SetControllerReference(&wish, deployment, scheme.Scheme)
	})
	return ctrl.Result{}, err
}

// operate runs a manager with leader election and this operator, and goes through one wish's life from outside.
func operate([]string) (any, error) {
	log.SetLogger(logr.Discard())
	config := ctrl.GetConfigOrDie()
	manager, err := ctrl.NewManager(config, ctrl.Options{
		Scheme:                  scheme.Scheme,
		Metrics:                 metricsserver.Options{BindAddress: "0"},
		LeaderElection:          true,
		LeaderElectionID:        "go-operator",
		LeaderElectionNamespace: namespace,
	})
	if err != nil {
		return nil, err
	}
	err = ctrl.NewControllerManagedBy(manager).For(&corev1.ConfigMap{}).Owns(&appsv1.Deployment{}).Complete(sizer{manager.GetClient()})
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	ended := make(chan error, 1)
	go func() { ended <- manager.Start(ctx) }()
	said, err := wishes(ctx, manager)
	cancel()
	if broken := <-ended; err == nil {
		err = broken
	}
	return said, err
}

func wishes(ctx context.Context, manager ctrl.Manager) (any, error) {
	outside, err := client.New(manager.GetConfig(), client.Options{Scheme: scheme.Scheme})
	if err != nil {
		return nil, err
	}
	name := types.NamespacedName{Namespace: namespace, Name: "wished"}
	wish := &corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Name: name.Name, Namespace: namespace}, Data: map[string]string{"replicas": "3"}}
	if err := outside.Create(ctx, wish); err != nil {
		return nil, err
	}
	deployment := &appsv1.Deployment{}
	has := func(replicas int32) wait.ConditionWithContextFunc {
		return func(ctx context.Context) (bool, error) {
			err := outside.Get(ctx, name, deployment)
			return err == nil && *deployment.Spec.Replicas == replicas, client.IgnoreNotFound(err)
		}
	}
	until := func(what string, condition wait.ConditionWithContextFunc) error {
		if err := wait.PollUntilContextCancel(ctx, 50*time.Millisecond, true, condition); err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
		return nil
	}
	if err := until("a Deployment of 3", has(3)); err != nil {
		return nil, err
	}
	patch := client.RawPatch(types.MergePatchType, []byte(`{"data":{"replicas":"5"}}`))
	if err := outside.Patch(ctx, wish, patch); err != nil {
		return nil, err
	}
	if err := until("a Deployment of 5", has(5)); err != nil {
		return nil, err
	}
	if err := outside.Delete(ctx, deployment); err != nil {
		return nil, err
	}
	first := deployment.UID
	again := func(ctx context.Context) (bool, error) {
		err := outside.Get(ctx, name, deployment)
		return err == nil && deployment.UID != first, client.IgnoreNotFound(err)
	}
	if err := until("the Deployment made again", again); err != nil {
		return nil, err
	}
	if err := outside.Delete(ctx, wish); err != nil {
		return nil, err
	}
	gone := func(ctx context.Context) (bool, error) {
		err := outside.Get(ctx, name, wish)
		return errors.IsNotFound(err), client.IgnoreNotFound(err)
	}
	if err := until("the wish gone", gone); err != nil {
		return nil, err
	}
	return "a wish's whole life", nil
}
