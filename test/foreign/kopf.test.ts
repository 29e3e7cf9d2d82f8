import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

/** A Python that has kopf: `.ci/run` makes one and names it. */
const python = process.env['OPERON_TEST_PYTHON'] ?? 'python3'
const present = spawnSync(python, ['-c', 'import kopf, kubernetes']).status === 0
const group = present
  ? describe
  : (title: string, tests: () => void) =>
      describe.skip(`${title} (left out: ${python} has no kopf; pip install kopf kubernetes)`, tests)

const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.shop.example' },
  spec: {
    group: 'shop.example',
    scope: 'Namespaced',
    names: { plural: 'widgets', singular: 'widget', kind: 'Widget' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: { type: 'object', properties: { size: { type: 'integer' } } },
              status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
            },
          },
        },
      },
    ],
  },
}

group('a foreign operator: kopf', function (this: void) {
  let server: TestServer
  let operator: ChildProcess
  let said = ''

  before(async function () {
    this.timeout(60_000)
    server = await TestServer.start()
    const created = await server.ask('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', {
      method: 'POST',
      body: definition,
    })
    expect(created.status, created.text).to.equal(201)
    const program = fileURLToPath(new URL('./testdata/kopf_operator.py', import.meta.url))
    operator = spawn(python, ['-m', 'kopf', 'run', program, '-n', 'default', '--standalone'], {
      env: { ...process.env, KUBECONFIG: server.kubeconfig },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    operator.stderr?.on('data', (piece) => (said += piece))
  })
  after(async () => {
    const ended = new Promise((resolve) => operator.once('exit', resolve))
    operator.kill('SIGKILL')
    await ended
    await server.stop()
  })

  const widgets = '/apis/shop.example/v1/namespaces/default/widgets'
  const maps = '/api/v1/namespaces/default/configmaps'
  /** Asks until the answer pleases; shows what the operator said when the test's time is over. */
  async function until(path: string, pleases: (json: { [key: string]: never }) => unknown) {
    for (let left = 400; left > 0; left--) {
      const { json } = await server.ask(path)
      if (pleases(json)) return json
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`${path} never came to be as wanted; kopf said:\n${said}`)
  }

  it('makes, changes and removes what its custom resources want', async function () {
    this.timeout(60_000)
    const widget = { apiVersion: 'shop.example/v1', kind: 'Widget', metadata: { name: 'one' }, spec: { size: 2 } }
    expect((await server.ask(widgets, { method: 'POST', body: widget })).status).to.equal(201)
    const made = await until(`${maps}/one-made`, (map) => map['data'])
    expect(made.data).to.deep.equal({ size: '2' })
    expect(made.metadata.ownerReferences).to.have.length(1)
    await until(`${widgets}/one`, (one) => one['status']?.['made'] && one['status']['ticks'] > 1)

    const headers = { 'content-type': 'application/merge-patch+json' }
    await server.ask(`${widgets}/one`, { method: 'PATCH', headers, body: { spec: { size: 9 } } })
    await until(`${maps}/one-made`, (map) => map['data']?.['size'] === '9')
    const events = await until('/api/v1/namespaces/default/events', (list) => list['items']?.[0])
    expect(events.items[0]).to.include({ reason: 'Resized', message: '2 to 9' })

    const { json: held } = await server.ask(`${widgets}/one`, { method: 'DELETE' })
    expect(held.metadata.finalizers).to.deep.equal(['kopf.zalando.org/KopfFinalizerMarker'])
    await until(`${maps}/one-gone`, (map) => map['kind'] === 'ConfigMap')
    await until(`${widgets}/one`, (one) => one['code'] === 404)
    expect(said).not.to.match(/Traceback|ERROR/)
  })
})
