package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/go-logr/logr"
	registration "k8s.io/api/admissionregistration/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes/scheme"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/log"
	"sigs.k8s.io/controller-runtime/pkg/webhook"
	"sigs.k8s.io/controller-runtime/pkg/webhook/admission"
)

// hooks serves webhooks as controller-runtime's operators do, registers them, and says what becomes of ConfigMaps.
func hooks(_ []string) (any, error) {
	log.SetLogger(logr.Discard())
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	folder, err := os.MkdirTemp("", "operon-hooks")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	authority, err := writeCertificate(folder)
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	server := webhook.NewServer(webhook.Options{Host: "127.0.0.1", Port: port, CertDir: folder})
	server.Register("/mutate", &webhook.Admission{Handler: admission.HandlerFunc(mutate)})
	server.Register("/validate", &webhook.Admission{Handler: admission.HandlerFunc(validate)})
	go func() { _ = server.Start(ctx) }()
	for server.StartedChecker()(nil) != nil {
		time.Sleep(10 * time.Millisecond)
	}
	config, err := ctrl.GetConfig()
	if err != nil {
		return nil, err
	}
	api, err := client.New(config, client.Options{Scheme: scheme.Scheme})
	if err != nil {
		return nil, err
	}
	if err := register(ctx, api, port, authority); err != nil {
		return nil, err
	}
	return outcomes(ctx, api)
}

func mutate(_ context.Context, request admission.Request) admission.Response {
	object := map[string]any{}
	if err := json.Unmarshal(request.Object.Raw, &object); err != nil {
		return admission.Errored(http.StatusBadRequest, err)
	}
	object["data"] = map[string]any{"by": request.UserInfo.Username}
	changed, err := json.Marshal(object)
	if err != nil {
		return admission.Errored(http.StatusInternalServerError, err)
	}
	return admission.PatchResponseFromRaw(request.Object.Raw, changed).WithWarnings("it was changed")
}

func validate(_ context.Context, request admission.Request) admission.Response {
	if request.Name == "refused" {
		return admission.Denied("not this one")
	}
	return admission.Allowed("")
}

func register(ctx context.Context, api client.Client, port int, authority []byte) error {
	none, fail := registration.SideEffectClassNone, registration.Fail
	at := func(path string) registration.WebhookClientConfig {
		url := fmt.Sprintf("https://127.0.0.1:%d%s", port, path)
		return registration.WebhookClientConfig{URL: &url, CABundle: authority}
	}
	rules := []registration.RuleWithOperations{{
		Operations: []registration.OperationType{registration.Create},
		Rule:       registration.Rule{APIGroups: []string{""}, APIVersions: []string{"v1"}, Resources: []string{"configmaps"}},
	}}
	mutating := &registration.MutatingWebhookConfiguration{
		ObjectMeta: metav1.ObjectMeta{Name: "foreign"},
		Webhooks: []registration.MutatingWebhook{{
			Name: "mutate.example.com", ClientConfig: at("/mutate"), Rules: rules, SideEffects: &none,
			FailurePolicy: &fail, AdmissionReviewVersions: []string{"v1"},
		}},
	}
	if err := api.Create(ctx, mutating); err != nil {
		return err
	}
	return api.Create(ctx, &registration.ValidatingWebhookConfiguration{
		ObjectMeta: metav1.ObjectMeta{Name: "foreign"},
		Webhooks: []registration.ValidatingWebhook{{
			Name: "validate.example.com", ClientConfig: at("/validate"), Rules: rules, SideEffects: &none,
			FailurePolicy: &fail, AdmissionReviewVersions: []string{"v1"},
		}},
	})
}

func outcomes(ctx context.Context, api client.Client) (any, error) {
	taken := &corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Namespace: "default", Name: "taken"}}
	if err := api.Create(ctx, taken); err != nil {
		return nil, err
	}
	refused := api.Create(ctx, &corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Namespace: "default", Name: "refused"}})
	if refused == nil {
		return nil, fmt.Errorf("what the webhook refuses was taken")
	}
	return map[string]any{"by": taken.Data["by"], "refused": refused.Error()}, nil
}

func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

// writeCertificate makes one that signs itself, where controller-runtime looks for it.
func writeCertificate(folder string) ([]byte, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "hooks"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, BasicConstraintsValid: true, IsCA: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	keyDer, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return nil, err
	}
	certificate := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	keyText := pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: keyDer})
	if err := os.WriteFile(filepath.Join(folder, "tls.crt"), certificate, 0o600); err != nil {
		return nil, err
	}
	return certificate, os.WriteFile(filepath.Join(folder, "tls.key"), keyText, 0o600)
}
