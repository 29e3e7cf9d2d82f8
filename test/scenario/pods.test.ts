/** Real pods: kubectl, the API, the kubelet and the embedded runtime, on the host's own files. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect } from 'chai'
import { root } from '../architecture/source-files.js'
import { describeWith } from '../kit/needs.js'
import { finished, NodeWorld } from '../kit/node-world.js'
import { processNeeds, type RuntimeHome, runtimeHome } from '../kit/process-runtime.js'
import type { ContainerRuntime } from '../../plugins/runtime/contract.js'

const quoted = (word: string) => `'${word}'`
const shell = (script: string) => ({ name: 'app', image: 'localhost/host', command: ['sh', '-c', script] })

const pod = (name: string, script: string, more: { readonly spec?: object; readonly container?: object } = {}) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: {
      nodeName: 'node-1',
      terminationGracePeriodSeconds: 5,
      containers: [{ ...shell(script), ...more.container }],
      ...more.spec,
    },
  })

describeWith([...processNeeds, 'kubectl', 'script'], 'pods on the embedded runtime', function () {
  this.timeout(90_000)
  let home: RuntimeHome
  let runtime: ContainerRuntime
  let world: NodeWorld

  before(async () => {
    home = runtimeHome()
    runtime = await home.open()
    const gateway = home.options.podCidr.replace(/0\/24$/, '1')
    world = await NodeWorld.start({ runtime, address: gateway })
  })
  after(async () => {
    await world?.close()
    await runtime?.close()
    await home?.remove()
  })

  const create = (text: string) => world.must(['create', '--validate=false', '-f', '-'], text)
  const runs = (name: string) =>
    world.until(`${name} runs`, async () => (await world.phaseOf(name)).startsWith('Running true'))

  it('a pod runs with an address of its own; its log is followed while it writes', async () => {
    await create(pod('writer', 'for i in 1 2 3; do echo line $i; sleep 0.3; done; sleep 3600'))
    await runs('writer')
    const child = world.spawn(['logs', '-f', 'writer'])
    await new Promise<void>((resolve) => {
      let said = ''
      child.stdout?.on('data', (chunk) => {
        said += chunk
        if (said === 'line 1\nline 2\nline 3\n') resolve()
      })
    })
    child.kill()
    const ip = await world.must(['get', 'pod', 'writer', '-o', 'jsonpath={.status.podIP}'])
    expect(ip.split('.').slice(0, 3)).to.deep.equal(home.options.podCidr.split('.').slice(0, 3))
  })

  it('exec: output, input, exit code, and a terminal', async () => {
    expect(await world.must(['exec', 'writer', '--', 'sh', '-c', 'echo $KUBERNETES_SERVICE_PORT'])).to.equal(
      `${world.server.port}\n`,
    )
    expect(await world.must(['exec', '-i', 'writer', '--', 'tr', 'a-z', 'A-Z'], 'typed')).to.equal('TYPED')
    expect((await world.kubectl(['exec', 'writer', '--', 'sh', '-c', 'exit 9'])).code).to.equal(9)
    const long = 'a'.repeat(20_000)
    expect(await world.must(['exec', 'writer', '--', 'echo', long])).to.equal(`${long}\n`)
    const words = [
      'kubectl',
      '--kubeconfig',
      world.kubeconfig,
      'exec',
      '-it',
      'writer',
      '--',
      'sh',
      '-c',
      '"tty; stty size"',
    ]
    const { spawn } = await import('node:child_process')
    const shown = await finished(
      spawn('script', ['-qec', words.join(' '), '/dev/null'], { stdio: ['ignore', 'pipe', 'pipe'] }),
    )
    expect(shown.out).to.match(/\/dev\/(pts\/\d+|console|tty)/)
  })

  it('who is attached until the end sees the output once, whatever the exit code', async () => {
    const here = ['--restart=Never', '--image=localhost/host', '--overrides={"spec":{"nodeName":"node-1"}}']
    const words = ['run', 'guest', '-i', '--rm', '--quiet', ...here, '--', 'sh']
    const { code, out, err } = await world.kubectl(words, 'echo got it; exit 4\n')
    expect({ code, out }, err).to.deep.equal({ code: 4, out: 'got it\n' })
    expect(err).to.not.contain("couldn't attach")
  })

  it('exec over SPDY/3.1: a terminal with its size, and megabytes both ways', async () => {
    const environment = { KUBECTL_REMOTE_COMMAND_WEBSOCKETS: 'false' }
    const megabytes = 'x'.repeat(3_000_000)
    const echoed = await finished(world.spawn(['exec', '-i', 'writer', '--', 'cat'], environment), megabytes)
    expect([echoed.code, echoed.out.length]).to.deep.equal([0, megabytes.length])
    const flags = [
      '--kubeconfig',
      world.kubeconfig,
      'exec',
      '-it',
      'writer',
      '--',
      'sh',
      '-c',
      'until stty size | grep 33.91; do sleep 0.05; done; exit 3',
    ]
    const terminal = spawn(
      'script',
      ['-qec', `stty cols 91 rows 33; kubectl ${flags.map(quoted).join(' ')}`, '/dev/null'],
      {
        env: { ...process.env, ...environment },
      },
    )
    const { code, out } = await finished(terminal)
    expect(out).to.contain('33 91')
    expect(code).to.equal(3)
  })

  it('kubectl debug: a guest with a target sees its processes, one without sees none', async () => {
    await create(pod('looked-at', 'exec sleep 987654'))
    await runs('looked-at')
    const debug = async (guest: string, ...more: string[]) => {
      const script = 'for id in /proc/[0-9]*; do tr "\\0" " " < $id/cmdline; echo; done'
      const words = ['debug', 'looked-at', '--image=localhost/host', `--container=${guest}`, ...more]
      expect((await finished(world.spawn([...words, '--', 'sh', '-c', script], {}))).code).to.equal(0)
      const end = `jsonpath={.status.ephemeralContainerStatuses[?(@.name=="${guest}")].state.terminated.exitCode}`
      await world.until(`${guest} ends`, async () => (await world.must(['get', 'pod', 'looked-at', '-o', end])) === '0')
      return world.must(['logs', 'looked-at', '-c', guest])
    }
    expect(await debug('with', '--target=app')).to.match(/^sleep 987654 $/m)
    expect(await debug('without')).to.not.contain('987654')
    expect(await world.phaseOf('looked-at')).to.equal('Running true 0')
  })

  it('port-forward reaches a server in the pod', async () => {
    await create(pod('server', 'cd /usr/share/common-licenses; exec busybox httpd -f -p 8080'))
    await runs('server')
    const child = world.spawn(['port-forward', 'pod/server', ':8080'])
    const port = await new Promise<number>((resolve) => {
      let said = ''
      child.stdout?.on('data', (chunk) => {
        said += chunk
        const match = /127\.0\.0\.1:(\d+) ->/.exec(said)
        if (match) resolve(Number(match[1]))
      })
    })
    await world.until('the server answers', async () => {
      const answer = await new Promise<string>((resolve) => {
        let text = ''
        const socket = connect(port, '127.0.0.1', () => socket.write('GET /MIT HTTP/1.0\r\n\r\n'))
        socket.on('data', (chunk) => (text += chunk))
        socket.on('error', () => resolve(text))
        socket.on('close', () => resolve(text))
      })
      return /^HTTP\/1\.[01] (200|404)/.test(answer)
    })
    child.kill()
  })

  it("the README's example runs as it says", async () => {
    const readme = readFileSync(join(root, 'operators/kubelet/README.md'), 'utf8')
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? []
    await create(example.replace(/\nspec:\n {2}initContainers/, '\nspec:\n  nodeName: node-1\n  initContainers'))
    await runs('greeter')
    expect(await world.must(['logs', 'greeter'])).to.equal('hello\n')
  })

  it('a crash loop is told as one, and its last output is kept', async () => {
    await create(pod('crash', 'echo oops; exit 3'))
    await world.until(
      'CrashLoopBackOff',
      async () =>
        (await world.must([
          'get',
          'pod',
          'crash',
          '-o',
          'jsonpath={.status.containerStatuses[0].state.waiting.reason}',
        ])) === 'CrashLoopBackOff',
    )
    const last = await world.must([
      'get',
      'pod',
      'crash',
      '-o',
      'jsonpath={.status.containerStatuses[0].lastState.terminated.exitCode}',
    ])
    expect(last).to.equal('3')
    expect(await world.must(['logs', 'crash'])).to.equal('oops\n')
    expect(await world.must(['logs', 'crash', '--previous'])).to.equal('oops\n')
  })

  it('a deleted pod gets SIGTERM and its grace, and leaves nothing', async () => {
    await create(pod('polite', "trap 'echo bye > /dev/termination-log; exit 0' TERM; while :; do sleep 0.1; done"))
    await runs('polite')
    const watching = world.spawn(['get', 'pod', 'polite', '-w', '-o', 'json'])
    let seen = ''
    watching.stdout?.on('data', (chunk) => (seen += chunk))
    await world.must(['delete', 'pod', 'polite'])
    expect((await runtime.listPodSandboxes()).some(({ config }) => config.name === 'polite')).to.equal(false)
    await world.until('the watch has shown the end', async () => /"message": "bye\\n"/.test(seen))
    watching.kill()
  })

  it('a configMap volume follows its object, also through the running container', async () => {
    await world.must(['create', 'configmap', 'settings', '--from-literal=colour=blue'])
    const spec = {
      volumes: [
        { name: 'v', configMap: { name: 'settings' } },
        { name: 'scratch', emptyDir: {} },
      ],
    }
    const volumeMounts = [
      { name: 'v', mountPath: '/mnt/settings', readOnly: true },
      { name: 'scratch', mountPath: '/mnt/scratch', subPath: 'deep/er' },
    ]
    await create(pod('reader', 'echo kept > /mnt/scratch/file; sleep 3600', { spec, container: { volumeMounts } }))
    await runs('reader')
    const colour = async () => (await world.kubectl(['exec', 'reader', '--', 'cat', '/mnt/settings/colour'])).out
    expect(await colour()).to.equal('blue')
    await world.must(['patch', 'configmap', 'settings', '-p', '{"data":{"colour":"red"}}'])
    await world.until('the container reads red', async () => (await colour()) === 'red')
    expect(await world.must(['exec', 'reader', '--', 'cat', '/mnt/scratch/file'])).to.equal('kept\n')
  })

  it('volumes of every kind hold what they should, with their modes and for the right user', async () => {
    await world.must(['create', 'secret', 'generic', 'keys', '--from-literal=key=s3cret'])
    const shared = join(world.folder, 'shared')
    mkdirSync(shared)
    writeFileSync(join(shared, 'file'), '')
    const fieldRef = { fieldPath: 'metadata.name' }
    const volumes = [
      { name: 'memory', emptyDir: { medium: 'Memory', sizeLimit: '8Mi' } },
      { name: 'secret', secret: { secretName: 'keys', defaultMode: 0o440 } },
      { name: 'host', hostPath: { path: shared, type: 'Directory' } },
      { name: 'fields', downwardAPI: { items: [{ path: 'name', fieldRef }] } },
      {
        name: 'mixed',
        projected: {
          sources: [{ secret: { name: 'keys' } }, { downwardAPI: { items: [{ path: 'deep/name', fieldRef }] } }],
        },
      },
      { name: 'maybe', configMap: { name: 'absent', optional: true } },
    ]
    const volumeMounts = [
      ...volumes.map(({ name }) => ({ name, mountPath: `/mnt/${name}`, readOnly: name === 'host' })),
      { name: 'secret', mountPath: '/mnt/one-key', subPath: 'key' },
    ]
    const script = [
      'set -e',
      'test "$(stat -f -c %T /mnt/memory)" = tmpfs',
      'echo x > /mnt/memory/file',
      'test "$(cat /mnt/secret/key)" = s3cret',
      'test "$(stat -Lc %a:%g /mnt/secret/key)" = 440:2000',
      'test "$(cat /mnt/fields/name)" = kinds',
      'test "$(cat /mnt/mixed/key)$(cat /mnt/mixed/deep/name)" = s3cretkinds',
      'test -z "$(ls /mnt/maybe)"',
      'test -e /mnt/host/file',
      'if touch /mnt/host/new 2> /dev/null; then exit 4; fi',
      'if touch /mnt/secret/new /mnt/fields/new /mnt/mixed/new 2> /dev/null; then exit 5; fi',
      'test "$(cat /mnt/one-key)" = s3cret',
      'test "$(hostname -f)" = kinds.fleet.default.svc.cluster.local',
      'test "$(id -u):$(id -g)" = 1000:1000',
      'echo all well > /dev/termination-log',
    ].join('\n')
    const securityContext = { runAsUser: 1000, runAsGroup: 1000, fsGroup: 2000, runAsNonRoot: true }
    const spec = { volumes, securityContext, restartPolicy: 'Never', subdomain: 'fleet' }
    await create(pod('kinds', `exec 2>&1; set -x; ${script}`, { spec, container: { volumeMounts } }))
    await world.until('it has ended', async () => /Succeeded|Failed/.test(await world.phaseOf('kinds')))
    expect(await world.phaseOf('kinds'), await world.must(['logs', 'kinds'])).to.contain('Succeeded')
  })

  it('a volume that this kubelet does not know keeps the pod waiting, and says which', async () => {
    const spec = { volumes: [{ name: 'share', nfs: { server: 'nas', path: '/' } }] }
    await create(pod('nfs', 'true', { spec }))
    await world.until('the event is there', async () =>
      (await world.must(['get', 'events', '-o', 'jsonpath={.items[*].message}'])).includes(
        'volume kind nfs is not supported',
      ),
    )
    expect(await world.phaseOf('nfs')).to.equal('Pending false 0')
  })

  it('a pod calls the API with its projected token', async () => {
    const url = 'https://$KUBERNETES_SERVICE_HOST:$KUBERNETES_SERVICE_PORT/api/v1/namespaces/default/pods'
    const place = '/var/run/secrets/kubernetes.io/serviceaccount'
    const account = JSON.stringify({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: 'default' },
    })
    await world.kubectl(['create', '--validate=false', '-f', '-'], account)
    const script = `curl -s -o /dev/null -w '%{http_code}' --cacert ${place}/ca.crt -H "Authorization: Bearer $(cat ${place}/token)" ${url} > /dev/termination-log`
    await create(pod('caller', script, { spec: { restartPolicy: 'Never' } }))
    const message = async () =>
      world.must(['get', 'pod', 'caller', '-o', 'jsonpath={.status.containerStatuses[0].state.terminated.message}'])
    await world.until('the pod has asked', async () => (await message()) === '403')
  })

  it('probes hold back readiness, and restart what has died inside', async () => {
    const container = {
      readinessProbe: { exec: { command: ['test', '-e', '/tmp/ready'] }, periodSeconds: 1 },
      livenessProbe: { exec: { command: ['test', '!', '-e', '/tmp/dead'] }, periodSeconds: 1, failureThreshold: 1 },
    }
    const spec = { volumes: [{ name: 't', emptyDir: {} }] }
    const volumeMounts = [{ name: 't', mountPath: '/tmp' }]
    await create(pod('probed', 'rm -f /tmp/dead; sleep 3600', { container: { ...container, volumeMounts }, spec }))
    await world.until('it runs, not ready', async () => (await world.phaseOf('probed')) === 'Running false 0')
    await world.must(['exec', 'probed', '--', 'touch', '/tmp/ready'])
    await world.until('it is ready', async () => (await world.phaseOf('probed')) === 'Running true 0')
    await world.must(['exec', 'probed', '--', 'touch', '/tmp/dead'])
    await world.until('it was restarted', async () => (await world.phaseOf('probed')) === 'Running true 1')
  })

  it('what cannot be started or pulled says why', async () => {
    await create(pod('nocommand', '', { container: { command: ['no-such-command'] } }))
    await create(pod('noimage', '', { container: { image: 'localhost/absent:1', imagePullPolicy: 'IfNotPresent' } }))
    const waiting = (name: string) =>
      world.must(['get', 'pod', name, '-o', 'jsonpath={.status.containerStatuses[0].state.waiting.reason}'])
    await world.until('RunContainerError', async () =>
      /RunContainerError|CrashLoopBackOff/.test(await waiting('nocommand')),
    )
    await world.until('ErrImagePull', async () => /ErrImagePull|ImagePullBackOff/.test(await waiting('noimage')))
  })

  it('a new kubelet adopts all; after a stop of all pods they run again, one restart more', async () => {
    const before = (await runtime.listContainers()).filter(
      ({ state, config }) => state === 'running' && config.name === 'app',
    )
    await world.stopKubelet()
    await world.startKubelet()
    await runs('reader')
    expect(
      (await runtime.listContainers()).filter(({ id }) =>
        before.some((old) => old.id === id && old.state === 'running'),
      ),
    ).to.have.length(before.length)
    expect(await world.phaseOf('reader')).to.equal('Running true 0')
    await world.node?.stopAll({ mostGraceSeconds: 5 })
    await world.stopKubelet()
    await world.startKubelet()
    await world.until('reader runs again', async () => (await world.phaseOf('reader')) === 'Running true 1')
    await world.until('writer runs again', async () => (await world.phaseOf('writer')) === 'Running true 1')
  })
})
