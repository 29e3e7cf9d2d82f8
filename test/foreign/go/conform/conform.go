// Package conform asks an API server what conformance checks ask, in words of its own, and tells where the answers differ.
package conform

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
)

type check struct {
	name string
	run  func(*T)
}

// Answer is what one check has found; an empty Error is a success.
type Answer struct {
	Name  string `json:"name"`
	Error string `json:"error,omitempty"`
	Ms    int64  `json:"ms"`
}

// T is what a check works with: clients and a namespace of its own.
type T struct {
	ctx     context.Context
	ns      string
	config  *rest.Config
	c       *kubernetes.Clientset
	dyn     dynamic.Interface
	notes   []string
	cleanup []func()
}

// Run runs every check whose name matches the pattern (all, without one), four at a time.
func Run(words []string) (any, error) {
	pattern := regexp.MustCompile(strings.Join(words, "|"))
	config, err := clientcmd.BuildConfigFromFlags("", os.Getenv("KUBECONFIG"))
	if err != nil {
		return nil, err
	}
	config.QPS, config.Burst = -1, -1
	answers := []Answer{}
	var lock sync.Mutex
	var group sync.WaitGroup
	slots := make(chan struct{}, 4)
	for _, each := range checks() {
		if !pattern.MatchString(each.name) {
			continue
		}
		group.Add(1)
		go func() {
			defer group.Done()
			slots <- struct{}{}
			defer func() { <-slots }()
			start := time.Now()
			answer := Answer{Name: each.name, Error: attempt(config, each)}
			answer.Ms = time.Since(start).Milliseconds()
			lock.Lock()
			defer lock.Unlock()
			answers = append(answers, answer)
		}()
	}
	group.Wait()
	return answers, nil
}

type stop struct{}

var count atomic.Int32

func attempt(config *rest.Config, each check) (said string) {
	proto := rest.CopyConfig(config)
	proto.ContentType = "application/vnd.kubernetes.protobuf"
	t := &T{config: config, c: kubernetes.NewForConfigOrDie(proto), dyn: dynamic.NewForConfigOrDie(config)}
	var cancel func()
	t.ctx, cancel = context.WithTimeout(context.Background(), 90*time.Second)
	defer cancel()
	name := fmt.Sprintf("conform-%d-%d", time.Now().UnixMilli()%10_000_000, count.Add(1))
	defer func() {
		if problem := recover(); problem != nil {
			if _, known := problem.(stop); !known {
				t.notes = append(t.notes, fmt.Sprintf("panic: %v\n%s", problem, debug.Stack()))
			}
		}
		for _, each := range t.cleanup {
			each()
		}
		_ = t.c.CoreV1().Namespaces().Delete(context.Background(), name, metav1.DeleteOptions{})
		said = strings.Join(t.notes, "\n")
	}()
	_, err := t.c.CoreV1().Namespaces().Create(t.ctx, &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: name}}, metav1.CreateOptions{})
	t.must(err, "create the namespace")
	t.ns = name
	each.run(t)
	return
}

// note records a difference and goes on.
func (t *T) note(format string, words ...any) {
	t.notes = append(t.notes, fmt.Sprintf(format, words...))
}

// fail records a difference that leaves nothing more to see.
func (t *T) fail(format string, words ...any) {
	t.note(format, words...)
	panic(stop{})
}

func (t *T) must(err error, doing string) {
	if err != nil {
		t.fail("%s: %v", doing, err)
	}
}

func (t *T) that(holds bool, format string, words ...any) {
	if !holds {
		t.note(format, words...)
	}
}

func (t *T) same(got, want any, what string) {
	if !reflect.DeepEqual(got, want) {
		t.note("%s: got %s, want %s", what, show(got), show(want))
	}
}

func show(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}

// until waits for what a function says to be true.
func (t *T) until(what string, holds func() bool) {
	end := time.Now().Add(30 * time.Second)
	for !holds() {
		if time.Now().After(end) || t.ctx.Err() != nil {
			t.fail("never: %s", what)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func (t *T) finally(work func()) { t.cleanup = append(t.cleanup, work) }

func (t *T) proto() *rest.Config {
	config := rest.CopyConfig(t.config)
	config.ContentType = "application/vnd.kubernetes.protobuf"
	return config
}

func ptr[V any](value V) *V { return &value }
