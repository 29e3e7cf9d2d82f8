import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const pods = '/api/v1/namespaces/default/pods'
const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount'

describe('a new pod', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())
  const create = (name: string, spec: object = {}, path = pods) =>
    server.ask(path, {
      method: 'POST',
      body: {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name },
        spec: { containers: [{ name: 'a', image: 'x' }], ...spec },
      },
    })

  it('gets its account, and a token in each container that has none', async () => {
    const { spec } = (await create('plain', { initContainers: [{ name: 'i', image: 'x' }] })).json
    expect(spec.serviceAccountName).to.equal('default')
    const [volume] = spec.volumes
    expect(volume.name).to.match(/^kube-api-access-[a-z0-9]{5}$/)
    expect(volume.projected.sources.map((source: object) => Object.keys(source)[0])).to.deep.equal([
      'serviceAccountToken',
      'configMap',
      'downwardAPI',
    ])
    for (const container of [...spec.containers, ...spec.initContainers]) {
      expect(container.volumeMounts).to.deep.equal([{ name: volume.name, readOnly: true, mountPath }])
    }
  })

  it('is of generation 1 until its spec is changed: being bound does not count', async () => {
    await create('bound')
    const body = { apiVersion: 'v1', kind: 'Binding', metadata: { name: 'bound' }, target: { kind: 'Node', name: 'n' } }
    expect((await server.ask(`${pods}/bound/binding`, { method: 'POST', body })).status).to.equal(201)
    const { json: pod } = await server.ask(`${pods}/bound`)
    expect([pod.spec.nodeName, pod.metadata.generation]).to.deep.equal(['n', 1])
    pod.spec.containers[0].image = 'y'
    const changed = await server.ask(`${pods}/bound`, { method: 'PUT', body: pod })
    expect(changed.json.metadata.generation).to.equal(2)
  })

  it('keeps what it brings: its own mount there, or none at all', async () => {
    const own = { name: 'a', image: 'x', volumeMounts: [{ name: 'mine', mountPath }] }
    const kept = await create('own', { containers: [own], volumes: [{ name: 'mine', emptyDir: {} }] })
    expect(kept.json.spec.volumes).to.have.length(1)
    const none = await create('none', { automountServiceAccountToken: false })
    expect(none.json.spec).not.to.have.property('volumes')
  })

  it('takes pull secrets and the wish for no token from its account', async () => {
    const body = {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'puller' },
      imagePullSecrets: [{ name: 'pull' }],
      automountServiceAccountToken: false,
    }
    await server.ask('/api/v1/namespaces/default/serviceaccounts', { method: 'POST', body })
    const { spec } = (await create('pulls', { serviceAccountName: 'puller' })).json
    expect(spec.imagePullSecrets).to.deep.equal([{ name: 'pull' }])
    expect(spec).not.to.have.property('volumes')
  })

  it('waits a moment for the account of a new namespace, and is refused without', async () => {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'fresh' } }
    await server.ask('/api/v1/namespaces', { method: 'POST', body: namespace })
    const path = '/api/v1/namespaces/fresh/pods'
    const early = create('early', {}, path)
    const body = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } }
    await server.ask('/api/v1/namespaces/fresh/serviceaccounts', { method: 'POST', body })
    expect((await early).status).to.equal(201)
    const refused = await create('no', { serviceAccountName: 'ghost' }, path)
    expect([refused.status, refused.json.message]).to.deep.equal([
      403,
      'pods "no" is forbidden: error looking up service account fresh/ghost: serviceaccount "ghost" not found',
    ])
    const body2 = {
      metadata: { generateName: 'no-' },
      spec: { serviceAccountName: 'ghost', containers: [{ name: 'c', image: 'i' }] },
    }
    const unnamed = await server.ask(path, { method: 'POST', body: { apiVersion: 'v1', kind: 'Pod', ...body2 } })
    expect([unnamed.status, unnamed.json.details.name]).to.deep.equal([403, 'no-'])
    expect((await create('no', {}, '/api/v1/namespaces/nowhere/pods')).status).to.equal(404)
  })

  it('stays five minutes on a node in trouble, unless it says otherwise', async () => {
    const seconds = async (name: string, tolerations?: object[]) =>
      (await create(name, { tolerations })).json.spec.tolerations.map(
        (each: { key?: string; tolerationSeconds?: number }) =>
          `${each.key ?? '*'} ${each.tolerationSeconds ?? 'ever'}`,
      )
    const [notReady, unreachable] = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']
    expect(await seconds('t1')).to.deep.equal([`${notReady} 300`, `${unreachable} 300`])
    const own = { key: notReady, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 }
    expect(await seconds('t2', [own])).to.deep.equal([`${notReady} 5`, `${unreachable} 300`])
    expect(await seconds('t3', [{ operator: 'Exists' }])).to.deep.equal(['* ever'])
    const bare = (await server.ask(`${pods}/t1`)).json
    delete bare.spec.tolerations
    expect((await server.ask(`${pods}/t1`, { method: 'PUT', body: bare })).json.spec.tolerations).to.have.length(2)
  })

  it('has the priority of its class', async () => {
    expect((await create('p1')).json.spec).to.include({ priority: 0, preemptionPolicy: 'PreemptLowerPriority' })
    const critical = await create('p2', { priorityClassName: 'system-node-critical' })
    expect(critical.json.spec.priority).to.equal(2_000_001_000)
    expect((await create('p3', { priorityClassName: 'ghost' })).status).to.equal(403)
    expect((await create('p4', { priority: 7 })).status).to.equal(403)
    const body = {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'usual' },
      value: 5,
      globalDefault: true,
      preemptionPolicy: 'Never',
    }
    expect((await server.ask('/apis/scheduling.k8s.io/v1/priorityclasses', { method: 'POST', body })).status).to.equal(
      201,
    )
    expect((await create('p5')).json.spec).to.include({
      priority: 5,
      preemptionPolicy: 'Never',
      priorityClassName: 'usual',
    })
  })

  it('has the overhead and the place of its RuntimeClass, which must be there', async () => {
    const body = {
      apiVersion: 'node.k8s.io/v1',
      kind: 'RuntimeClass',
      metadata: { name: 'boxed' },
      handler: 'boxed',
      overhead: { podFixed: { cpu: '10m' } },
      scheduling: { nodeSelector: { boxes: 'yes' }, tolerations: [{ key: 'boxes', operator: 'Exists' }] },
    }
    const made = await server.ask('/apis/node.k8s.io/v1/runtimeclasses', { method: 'POST', body })
    expect(made.status).to.equal(201)
    const { spec } = (await create('r1', { runtimeClassName: 'boxed', nodeSelector: { own: 'too' } })).json
    expect(spec.overhead).to.deep.equal({ cpu: '10m' })
    expect(spec.nodeSelector).to.deep.equal({ own: 'too', boxes: 'yes' })
    expect(spec.tolerations.at(-1)).to.deep.equal({ key: 'boxes', operator: 'Exists' })
    const ghost = await create('r2', { runtimeClassName: 'ghost' })
    expect([ghost.status, ghost.json.message]).to.deep.equal([
      403,
      'pods "r2" is forbidden: pod rejected: RuntimeClass "ghost" not found',
    ])
    for (const spec of [
      { overhead: { cpu: '10m' } },
      { overhead: {} },
      { runtimeClassName: 'boxed', overhead: { cpu: '20m' } },
      { runtimeClassName: 'boxed', nodeSelector: { boxes: 'no' } },
    ])
      expect((await create('r3', spec)).status, JSON.stringify(spec)).to.equal(403)
  })
})
