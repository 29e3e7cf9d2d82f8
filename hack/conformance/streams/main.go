// Upstream's kubelet as far as it streams (its own server before its own cri-streaming), over commands of this machine: any pod named is there, with the containers below, and nothing isolates them.
// streams ADDRESS:PORT CERTIFICATE KEY [old]    old: as before 1.36, without WebSockets of v5 and tunnels of its own.
// Prints "ready" once it listens. Anybody who reaches it is root: 127.0.0.1 or an address of a test alone.
package main

import (
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"time"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/types"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	runtimeapi "k8s.io/cri-api/pkg/apis/runtime/v1"
	"k8s.io/cri-streaming/pkg/streaming"
	"k8s.io/cri-streaming/pkg/streaming/portforward"
	"k8s.io/cri-streaming/pkg/streaming/remotecommand"
	kubeletconfig "k8s.io/kubernetes/pkg/kubelet/apis/config"
	"k8s.io/kubernetes/pkg/kubelet/server"
	utilexec "k8s.io/utils/exec"
)

// What an attached container does.
var attached = map[string][]string{
	"main": {"sh", "-c", "echo begun; echo wrong >&2; cat; echo ended"},
	"once": {"sh", "-c", "echo one; sleep 0.2; echo two"},
	"size": {"sh", "-c", "for i in 1 2 3 4 5 6 7 8; do stty size; sleep 0.1; done"},
	"big":  {"sh", "-c", "head -c 5000000 /dev/zero | tr '\\0' x"},
}

// How a container's log goes on: so many lines, and so many more while it is followed. "endless" never ends.
var logged = map[string][2]int{"main": {5, 0}, "once": {2, 3}, "size": {0, 0}, "big": {20_000, 0}, "endless": {1, 1 << 30}}

func main() {
	address, certificate, key := os.Args[1], os.Args[2], os.Args[3]
	if len(os.Args) > 4 && os.Args[4] == "old" {
		must(utilfeature.DefaultMutableFeatureGate.Set("ExtendWebSocketsToKubelet=false"))
	}
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	config := streaming.DefaultConfig
	config.BaseURL = &url.URL{Scheme: "http", Host: inner.Addr().String()}
	streams, err := streaming.NewServer(config, commands{})
	must(err)
	go func() { must(http.Serve(inner, streams)) }()
	kubelet := server.NewServer(context.Background(), host{streams: streams}, nil, nil, nil, nil, &kubeletconfig.KubeletConfiguration{EnableDebuggingHandlers: true})
	pair, err := tls.LoadX509KeyPair(certificate, key)
	must(err)
	outer, err := net.Listen("tcp", address)
	must(err)
	fmt.Println("ready")
	// No HTTP/2, as upstream's has none for upgrades.
	must(http.Serve(tls.NewListener(outer, &tls.Config{Certificates: []tls.Certificate{pair}, NextProtos: []string{"http/1.1"}}), &kubelet))
}

type host struct {
	server.HostInterface
	streams streaming.Server
}

func (host) GetPodByName(namespace, name string) (*v1.Pod, bool) {
	pod := &v1.Pod{}
	pod.Name, pod.Namespace = name, namespace
	for name := range logged {
		pod.Spec.Containers = append(pod.Spec.Containers, v1.Container{Name: name})
	}
	return pod, name != "forgotten"
}

func (h host) GetExec(_ context.Context, _ string, _ types.UID, container string, command []string, options remotecommand.Options) (*url.URL, error) {
	answer, err := h.streams.GetExec(&runtimeapi.ExecRequest{ContainerId: container, Cmd: command, Stdin: options.Stdin, Stdout: options.Stdout, Stderr: options.Stderr, Tty: options.TTY})
	if err != nil {
		return nil, err
	}
	return url.Parse(answer.Url)
}

func (h host) GetAttach(_ context.Context, _ string, _ types.UID, container string, options remotecommand.Options) (*url.URL, error) {
	answer, err := h.streams.GetAttach(&runtimeapi.AttachRequest{ContainerId: container, Stdin: options.Stdin, Stdout: options.Stdout, Stderr: options.Stderr, Tty: options.TTY})
	if err != nil {
		return nil, err
	}
	return url.Parse(answer.Url)
}

func (h host) GetPortForward(_ context.Context, pod, _ string, _ types.UID, options portforward.V4Options) (*url.URL, error) {
	answer, err := h.streams.GetPortForward(&runtimeapi.PortForwardRequest{PodSandboxId: pod, Port: options.Ports})
	if err != nil {
		return nil, err
	}
	return url.Parse(answer.Url)
}

func (host) GetKubeletContainerLogs(ctx context.Context, _, container string, options *v1.PodLogOptions, stdout, _ io.Writer) error {
	count := logged[container]
	first := 0
	if options.TailLines != nil {
		first = max(0, count[0]-int(*options.TailLines))
	}
	left := int64(1 << 40)
	if options.LimitBytes != nil {
		left = *options.LimitBytes
	}
	for line := first; line < count[0]+count[1]; line++ {
		if line >= count[0] {
			if !options.Follow {
				break
			}
			time.Sleep(100 * time.Millisecond)
		}
		text := fmt.Sprintf("%s %d\n", container, line)
		text = text[:min(int64(len(text)), left)]
		left -= int64(len(text))
		if _, err := io.WriteString(stdout, text); err != nil || left == 0 || ctx.Err() != nil {
			return err
		}
	}
	return nil
}

type commands struct{}

func (commands) Exec(ctx context.Context, _ string, command []string, in io.Reader, out, err io.WriteCloser, tty bool, resize <-chan remotecommand.TerminalSize) error {
	return run(ctx, command, in, out, err, tty, resize)
}

func (commands) Attach(ctx context.Context, container string, in io.Reader, out, err io.WriteCloser, tty bool, resize <-chan remotecommand.TerminalSize) error {
	return run(ctx, attached[container], in, out, err, tty, resize)
}

func run(ctx context.Context, line []string, in io.Reader, out, err io.WriteCloser, tty bool, resize <-chan remotecommand.TerminalSize) error {
	command := exec.CommandContext(ctx, line[0], line[1:]...)
	ending := command.Wait
	if tty {
		terminal, failure := onTerminal(command, in, out, resize)
		if failure != nil {
			return failure
		}
		ending = func() error {
			defer terminal.Close()
			failure := command.Wait()
			<-terminal.read
			return failure
		}
	} else {
		if out != nil {
			command.Stdout = out
		}
		if err != nil {
			command.Stderr = err
		}
		if in != nil {
			pipe, failure := command.StdinPipe()
			if failure != nil {
				return failure
			}
			go func() {
				io.Copy(pipe, in)
				pipe.Close()
			}()
		}
		if failure := command.Start(); failure != nil {
			return failure
		}
	}
	failure := ending()
	if exit, ok := failure.(*exec.ExitError); ok {
		code := exit.ExitCode()
		if code < 0 {
			code = 137
		}
		return utilexec.CodeExitError{Err: fmt.Errorf("exit %d", code), Code: code}
	}
	return failure
}

func (commands) PortForward(_ context.Context, _ string, port int32, stream io.ReadWriteCloser) error {
	connection, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	defer connection.Close()
	ended := make(chan struct{})
	go func() {
		io.Copy(connection, stream)
		connection.(*net.TCPConn).CloseWrite()
	}()
	go func() {
		io.Copy(stream, connection)
		stream.Close()
		close(ended)
	}()
	<-ended
	return nil
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
