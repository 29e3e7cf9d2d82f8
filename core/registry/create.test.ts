import { expect } from 'chai'
import { read, refusal, registryBench } from '../../test/kit/registry.js'

const configMap = (name: string, more: object = {}) => ({ metadata: { name, ...more }, data: { a: 'b' } })

describe('create', () => {
  it('answers the object as it is stored, with what the server says of it', async () => {
    const { create, get } = await registryBench()
    const made = await create('configmaps', configMap('web', { uid: 'mine', labels: { a: 'b' } }))
    expect(made.metadata).to.include({ name: 'web', namespace: 'default', creationTimestamp: '2023-11-14T22:13:20Z' })
    expect(made.metadata.uid).to.match(/^[0-9a-f-]{36}$/)
    expect(made.metadata.generation).to.equal(undefined)
    expect(Number(made.metadata.resourceVersion)).to.be.above(1)
    expect(made).to.include({ apiVersion: 'v1', kind: 'ConfigMap' })
    expect(await get('configmaps', 'web')).to.deep.equal(made)
  })

  it('keeps a generation that is stated of a kind that counts none, as upstream', async () => {
    const { create } = await registryBench()
    expect((await create('configmaps', configMap('web', { generation: 7 }))).metadata.generation).to.equal(7)
    const { status } = await refusal(create('configmaps', configMap('bad', { generation: -1 })))
    expect(status.details?.causes?.map(({ field }) => field)).to.deep.equal(['metadata.generation'])
  })

  it('forgets empty lists whose key is always shown, but not who stated them', async () => {
    const { create } = await registryBench()
    const role = await create('roles.rbac.authorization.k8s.io', { metadata: { name: 'r' }, rules: [] })
    expect(role['rules']).to.equal(null)
    expect(role.metadata.managedFields?.[0]?.fieldsV1).to.deep.equal({ 'f:rules': {} })
    const range = await create('limitranges', { metadata: { name: 'l' }, spec: { limits: [] } })
    expect(range['spec']).to.deep.equal({ limits: null })
  })

  it('records whose the fields are', async () => {
    const { create } = await registryBench()
    const made = await create('configmaps', configMap('web', { labels: { x: 'y' } }), { fieldManager: 'kubectl' })
    expect(made.metadata.managedFields).to.deep.equal([
      {
        manager: 'kubectl',
        operation: 'Update',
        apiVersion: 'v1',
        time: '2023-11-14T22:13:20Z',
        fieldsType: 'FieldsV1',
        fieldsV1: { 'f:data': { '.': {}, 'f:a': {} }, 'f:metadata': { 'f:labels': { '.': {}, 'f:x': {} } } },
      },
    ])
  })

  it('begins generations at 1 and clears the status', async () => {
    const { create } = await registryBench()
    const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'i' }] } }
    const spec = { replicas: 3, selector: { matchLabels: { a: 'b' } }, template }
    const made = await create('deployments.apps', { metadata: { name: 'web' }, spec, status: { replicas: 9 } })
    expect(made.metadata.generation).to.equal(1)
    expect(made.status ?? {}).to.deep.equal({})
  })

  it('keeps the status that a node registers with', async () => {
    const { create } = await registryBench()
    const made = await create('nodes', { metadata: { name: 'n1' }, status: { capacity: { cpu: '4' } } })
    expect(made.status).to.deep.include({ capacity: { cpu: '4' } })
  })

  it('refuses a name that is taken', async () => {
    const { create } = await registryBench()
    await create('configmaps', configMap('web'))
    const error = await refusal(create('configmaps', configMap('web')))
    expect(error.code).to.equal(409)
    expect(error.reason).to.equal('AlreadyExists')
    expect(error.message).to.equal('configmaps "web" already exists')
    await create('configmaps', configMap('web', { namespace: 'other' }))
  })

  it('refuses names, labels and annotations that can not be, all at once', async () => {
    const { create } = await registryBench()
    const metadata = {
      labels: { 'a b': '-' },
      annotations: { 'UPPER/x': 'fine', '': 'x' },
      finalizers: ['not qualified!'],
    }
    const error = await refusal(create('configmaps', configMap('Not A Name', metadata)))
    expect(error.code).to.equal(422)
    expect(error.message).to.match(
      /^ConfigMap "Not A Name" is invalid: \[metadata.name: Invalid value: "Not A Name": must be of lower case letters/,
    )
    const fields = error.status.details?.causes?.map((cause) => cause.field)
    expect(fields).to.deep.equal([
      'metadata.name',
      'metadata.labels',
      'metadata.labels',
      'metadata.annotations',
      'metadata.annotations',
      'metadata.finalizers',
      'metadata.finalizers[0]',
    ])
  })

  it('takes finalizers that do not say whose they are, and names that are no domain, where upstream looks no closer', async () => {
    const { create } = await registryBench()
    const lease = await create('leases.coordination.k8s.io', { metadata: { name: 'l', finalizers: ['a'] } })
    expect(lease.metadata.finalizers).to.deep.equal(['a'])
    const event = { metadata: { generateName: 'system:A.' }, involvedObject: { kind: 'ClusterRole', name: 'system:A' } }
    expect((await create('events', event)).metadata.name).to.match(/^system:A\./)
    const budget = await create('poddisruptionbudgets.policy', { metadata: { name: 'A_b' }, spec: {} })
    expect(budget.metadata.name).to.equal('A_b')
  })

  it('needs a name or generateName', async () => {
    const { create } = await registryBench()
    const error = await refusal(create('configmaps', { data: {} }))
    expect(error.message).to.equal(
      'ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required',
    )
  })

  it('holds each kind to its own rule for names', async () => {
    const { create } = await registryBench()
    const role = (name: string) => create('clusterroles.rbac.authorization.k8s.io', { metadata: { name }, rules: [] })
    expect((await role('system:node')).metadata.name).to.equal('system:node')
    expect((await refusal(role('a/b'))).code).to.equal(422)
    expect((await refusal(create('namespaces', { metadata: { name: 'a.b' } }))).code).to.equal(422)
  })

  it('refuses a body of another kind, version, namespace, or with a resourceVersion', async () => {
    const { create, registry, target, context } = await registryBench()
    const refused = async (body: object) => {
      const error = await refusal(registry.create(target('configmaps'), { ...configMap('x'), ...body }, context()))
      expect(error.code).to.equal(400)
      return error.message
    }
    expect(await refused({ kind: 'Pod', apiVersion: 'v1' })).to.equal(
      'Pod in version "v1" cannot be handled as a ConfigMap',
    )
    expect(await refused({ kind: 'ConfigMap', apiVersion: 'v2' })).to.equal(
      'the API version in the data (v2) does not match the expected API version (v1)',
    )
    expect(await refused({ metadata: { name: 'x', namespace: 'other' } })).to.equal(
      'the namespace of the object does not match the namespace of the address: leave it out, or set it to default',
    )
    expect(await refused({ metadata: { name: 'x', resourceVersion: '5' } })).to.equal(
      'a new object has no resourceVersion yet: leave out metadata.resourceVersion',
    )
    const wrong = { ...configMap('x'), metadata: { name: 'X', resourceVersion: '5' } }
    expect((await refusal(registry.create(target('configmaps'), wrong, context()))).code).to.equal(422)
    expect((await create('namespaces', { metadata: { name: 'n', namespace: 'x' } })).metadata.namespace).to.equal(
      undefined,
    )
  })

  it('in dry run answers the object, checks everything and stores nothing', async () => {
    const { create, get, storage } = await registryBench()
    const before = storage.revision()
    const made = await create('configmaps', configMap('web'), { dryRun: true })
    expect(made.metadata.uid).to.be.a('string')
    expect(made.metadata.resourceVersion).to.equal(undefined)
    expect(storage.revision()).to.equal(before)
    expect((await refusal(get('configmaps', 'web'))).code).to.equal(404)
    await create('configmaps', configMap('web'))
    expect((await refusal(create('configmaps', configMap('web'), { dryRun: true }))).reason).to.equal('AlreadyExists')
    const nowhere = create('configmaps', configMap('web', { namespace: 'nowhere' }), { dryRun: true })
    expect((await refusal(nowhere)).code).to.equal(404)
  })

  it('warns when no operator answers the kind', async () => {
    const { create, warnings } = await registryBench({
      unanswered: (group, plural) => plural === 'cronjobs' && group === 'batch',
    })
    await create('configmaps', configMap('web'))
    expect(warnings).to.deep.equal([])
    await create('cronjobs.batch', { metadata: { name: 'x' }, spec: cronJob })
    expect(warnings).to.have.length(1)
    expect(warnings[0]).to.match(/^no operator answers CronJob \(cronjobs.batch\) yet/)
    await refusal(create('cronjobs.batch', { metadata: { name: 'x' }, spec: cronJob }))
    expect(warnings, 'none for what was refused').to.have.length(1)
  })

  it('has no way to create what is never stored', async () => {
    const { create } = await registryBench()
    const error = await refusal(create('tokenreviews.authentication.k8s.io', { metadata: {}, spec: {} }))
    expect(error.code).to.equal(405)
  })
})

const cronJob = {
  schedule: '* * * * *',
  jobTemplate: { spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'i' }] } } } },
}

describe('generateName', () => {
  it('makes names until one is free', async () => {
    const { create } = await registryBench()
    const names = new Set<string>()
    for (let count = 0; count < 50; count++) {
      names.add(String((await create('configmaps', { metadata: { generateName: 'web-' } })).metadata.name))
    }
    expect(names.size).to.equal(50)
    for (const name of names) expect(name).to.match(/^web-[bcdfghjklmnpqrstvwxz2456789]{5}$/)
  })

  it('gives up after eight names that were taken, and says so', async () => {
    let attempts = 0
    const taker = await registryBench({
      admission: [
        {
          name: 'taker',
          admits: ({ name }) => name.startsWith('web-'),
          mutate: async ({ name, user }) => {
            if (user.username !== 'tester') return
            attempts++
            const other = { username: 'other', groups: [] }
            await taker.create('configmaps', { metadata: { name } }, { user: other })
          },
        },
      ],
    })
    const error = await refusal(taker.create('configmaps', { metadata: { generateName: 'web-' } }))
    expect(error.reason).to.equal('AlreadyExists')
    expect(error.message).to.contain('was not able to generate a unique name')
    expect(attempts).to.equal(8)
  })

  it('cuts a long beginning so that the name stays a label', async () => {
    const { create } = await registryBench()
    const made = await create('configmaps', { metadata: { generateName: 'x'.repeat(200) } })
    expect(made.metadata.name).to.have.length(63)
  })
})

describe('a create in a namespace', () => {
  it('that is missing is 404', async () => {
    const { create } = await registryBench()
    const error = await refusal(create('configmaps', configMap('web', { namespace: 'nowhere' })))
    expect(error.code).to.equal(404)
    expect(error.message).to.equal('namespaces "nowhere" not found')
    const wrong = await refusal(create('configmaps', configMap('No Name', { namespace: 'nowhere' })))
    expect(wrong.code).to.equal(404)
  })

  it('that is terminating is 403, with the cause that clients look for', async () => {
    const { create, registry, target, context } = await registryBench()
    await create('configmaps', configMap('before', { namespace: 'other' }))
    const gone = await registry.delete(target('namespaces', 'other'), {}, context())
    expect(gone.gone).to.equal(false)
    expect(read(gone.answer).status).to.deep.include({ phase: 'Terminating' })
    const error = await refusal(create('configmaps', configMap('after', { namespace: 'other' })))
    expect(error.code).to.equal(403)
    expect(error.status.details?.causes).to.deep.equal([
      {
        reason: 'NamespaceTerminating',
        message: 'namespace other is being terminated',
        field: 'metadata.namespace',
      },
    ])
    expect(error.message).to.equal(
      'configmaps "after" is forbidden: unable to create new content in namespace other because it is being terminated',
    )
  })

  it('is decided in the commit: a namespace that goes away while the create is under way refuses it', async () => {
    const bench = await registryBench({
      admission: [
        {
          name: 'slow',
          admits: ({ operation, plural }) => operation === 'CREATE' && plural === 'configmaps',
          mutate: async ({ namespace }) => {
            await bench.registry.delete(bench.target('namespaces', namespace), {}, bench.context())
          },
        },
      ],
    })
    await bench.create('secrets', { metadata: { name: 'first', namespace: 'other' } })
    const error = await refusal(bench.create('configmaps', configMap('web', { namespace: 'other' })))
    expect(error.code).to.equal(403)
    expect((await refusal(bench.get('configmaps', 'web', 'other'))).code).to.equal(404)
  })

  it('goes on when the namespace has merely been changed', async () => {
    const { create, registry, target, context } = await registryBench()
    await create('configmaps', configMap('a'))
    const labels = {
      body: { metadata: { labels: { x: 'y' } } },
      type: 'application/merge-patch+json',
      force: false,
    } as const
    await registry.patch(target('namespaces', 'default'), labels, context())
    expect((await create('configmaps', configMap('b'))).metadata.name).to.equal('b')
  })
})
