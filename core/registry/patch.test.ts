import { expect } from 'chai'
import { isReason } from '../client/index.js'
import { type Bench, read, refusal, registryBench } from '../../test/kit/registry.js'
import type { PatchType } from './verbs.js'

const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'i' }] } }
const deployment = { metadata: { name: 'web' }, spec: { replicas: 3, selector: { matchLabels: { a: 'b' } }, template } }
const configMap = { metadata: { name: 'web', labels: { a: 'b' } }, data: { a: '1', b: '2' } }

const json = 'application/json-patch+json'
const merge = 'application/merge-patch+json'
const strategic = 'application/strategic-merge-patch+json'
const apply = 'application/apply-patch+yaml'

interface How {
  readonly subresource?: string
  readonly manager?: string
  readonly force?: boolean
  readonly dryRun?: boolean
}

async function patch(
  bench: Bench,
  address: readonly [string, string],
  [type, body]: readonly [PatchType, unknown],
  how: How = {},
) {
  const target = bench.target(address[0], address[1], how.subresource ? { subresource: how.subresource } : {})
  const context = bench.context({ fieldManager: how.manager ?? 'test', dryRun: how.dryRun ?? false })
  const { answer, created } = await bench.registry.patch(target, { type, body, force: how.force ?? false }, context)
  return { object: read(answer), created }
}

describe('patch', () => {
  it('takes a JSON patch', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap)
    const operations = [
      { op: 'test', path: '/data/a', value: '1' },
      { op: 'replace', path: '/data/a', value: '9' },
      { op: 'remove', path: '/metadata/labels/a' },
    ]
    const { object } = await patch(bench, ['configmaps', 'web'], [json, operations])
    expect(object.data).to.deep.equal({ a: '9', b: '2' })
    const failed = await refusal(patch(bench, ['configmaps', 'web'], [json, operations]))
    expect(failed.code).to.equal(422)
  })

  it('takes a merge patch', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap)
    const { object } = await patch(bench, ['configmaps', 'web'], [merge, { data: { a: null, c: '3' } }])
    expect(object.data).to.deep.equal({ b: '2', c: '3' })
    expect(await bench.get('configmaps', 'web')).to.deep.equal(object)
  })

  it('of a status changes nothing else, whatever else it says', async () => {
    for (const type of [merge, strategic] as const) {
      const bench = await registryBench()
      const made = await bench.create('deployments.apps', deployment)
      const body = {
        metadata: { labels: { c: 'd' } },
        spec: { replicas: 7, template: { spec: { hostNetwork: true } } },
        status: { replicas: 2, conditions: [{ type: 'Available', status: 'True' }] },
      }
      const first = await patch(bench, ['deployments.apps', 'web'], [type, body], { subresource: 'status' })
      expect(first.object.spec).to.deep.equal(made.spec)
      expect(first.object.metadata.generation).to.equal(1)
      expect(first.object['status']).to.deep.include({ replicas: 2 })
      const second = await patch(bench, ['deployments.apps', 'web'], [type, { status: { replicas: null } }], {
        subresource: 'status',
        manager: 'other',
      })
      expect(second.object['status']).to.not.have.property('replicas')
      expect((second.object['status'] as { conditions: object[] }).conditions).to.have.length(1)
      expect(await bench.get('deployments.apps', 'web')).to.deep.equal(second.object)
    }
  })

  it('takes a strategic merge patch, which knows lists by their keys', async () => {
    const bench = await registryBench()
    await bench.create('deployments.apps', deployment)
    const containers = [{ name: 'd', image: 'j' }]
    const { object } = await patch(
      bench,
      ['deployments.apps', 'web'],
      [strategic, { spec: { template: { spec: { containers } } } }],
    )
    const names = (object.spec as typeof deployment.spec).template.spec.containers.map(({ name }) => name)
    expect(names.sort()).to.deep.equal(['c', 'd'])
    expect(object.metadata.generation).to.equal(2)
  })

  it('can not make another kind of an object: a strategic one is not asked, a merge patch is refused', async () => {
    const bench = await registryBench()
    const made = await bench.create('configmaps', configMap)
    const body = { kind: 'X', apiVersion: 'v9' }
    const { object } = await patch(bench, ['configmaps', 'web'], [strategic, { ...body, data: { d: '4' } }])
    expect(object).to.include({ kind: made.kind, apiVersion: made.apiVersion })
    expect(object.data).to.include({ d: '4' })
    expect((await refusal(patch(bench, ['configmaps', 'web'], [merge, body]))).code).to.be.oneOf([400, 422])
  })

  it('of what is not there is 404, but for an apply', async () => {
    const bench = await registryBench()
    expect((await refusal(patch(bench, ['configmaps', 'web'], [merge, {}]))).code).to.equal(404)
    expect(
      (await patch(bench, ['configmaps', 'web'], [apply, { apiVersion: 'v1', kind: 'ConfigMap', ...configMap }]))
        .created,
    ).to.equal(true)
  })

  it('that changes nothing makes no revision', async () => {
    const bench = await registryBench()
    const made = await bench.create('configmaps', configMap)
    const before = bench.storage.revision()
    const { object } = await patch(bench, ['configmaps', 'web'], [merge, { data: { a: '1' } }])
    expect(object).to.deep.equal(made)
    expect(bench.storage.revision()).to.equal(before)
  })

  it('takes a resourceVersion or uid in it as a condition: another uid is refused as a change of it', async () => {
    const bench = await registryBench()
    const made = await bench.create('configmaps', configMap)
    const version = made.metadata.resourceVersion
    const change = (n: string, metadata: object) =>
      patch(bench, ['configmaps', 'web'], [merge, { metadata, data: { n } }])
    await change('1', { resourceVersion: version })
    const stale = await refusal(change('2', { resourceVersion: version }))
    expect(stale.code).to.equal(409)
    const other = await refusal(change('2', { uid: 'other' }))
    expect([other.code, other.status.details?.causes?.[0]?.field]).to.deep.equal([422, 'metadata.uid'])
    expect(isReason(other, 'Conflict')).to.equal(true)
  })

  it('begins again when it loses the race, so that no change is lost', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap)
    const keys = Array.from({ length: 32 }, (_, n) => `k${n}`)
    await Promise.all(keys.map((key) => patch(bench, ['configmaps', 'web'], [merge, { data: { [key]: 'x' } }])))
    expect(Object.keys((await bench.get('configmaps', 'web')).data as object)).to.include.members(keys)
  })

  it('can not rename, move or retype the object', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap)
    for (const body of [
      { metadata: { name: 'x' } },
      { metadata: { namespace: 'other' } },
      { kind: 'Secret' },
      { apiVersion: 'v2' },
    ]) {
      const { code } = await refusal(patch(bench, ['configmaps', 'web'], [merge, body]))
      expect(code, JSON.stringify(body)).to.equal('metadata' in body ? 400 : 422)
    }
  })

  it('may be forced only when it is an apply', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap)
    const error = await refusal(patch(bench, ['configmaps', 'web'], [merge, {}], { force: true }))
    expect(error.code).to.equal(422)
  })

  it('of the status changes the status alone', async () => {
    const bench = await registryBench()
    const made = await bench.create('deployments.apps', deployment)
    const body = { spec: { replicas: 8 }, status: { replicas: 2 } }
    const { object } = await patch(bench, ['deployments.apps', 'web'], [merge, body], { subresource: 'status' })
    expect(object.status).to.deep.equal({ replicas: 2 })
    expect(object.spec).to.deep.equal(made.spec)
  })
})

describe('server-side apply', () => {
  const applied = (more: object = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, ...more })

  it('creates, adds, and takes away what its manager no longer states', async () => {
    const bench = await registryBench()
    await patch(bench, ['configmaps', 'web'], [apply, applied({ data: { a: '1', b: '2' } })], { manager: 'm' })
    const { object } = await patch(bench, ['configmaps', 'web'], [apply, applied({ data: { b: '3' } })], {
      manager: 'm',
    })
    expect(object.data).to.deep.equal({ b: '3' })
    expect(object.metadata.managedFields?.[0]).to.deep.include({ manager: 'm', operation: 'Apply' })
  })

  it('again makes no revision', async () => {
    const bench = await registryBench()
    const first = await patch(bench, ['configmaps', 'web'], [apply, applied({ data: { a: '1' } })], { manager: 'm' })
    await bench.clock.advance(60_000)
    const before = bench.storage.revision()
    const second = await patch(bench, ['configmaps', 'web'], [apply, applied({ data: { a: '1' } })], { manager: 'm' })
    expect(second.object).to.deep.equal(first.object)
    expect(bench.storage.revision()).to.equal(before)
  })

  it('conflicts with other owners unless forced', async () => {
    const bench = await registryBench()
    await patch(bench, ['configmaps', 'web'], [apply, applied({ data: { a: '1' } })], { manager: 'one' })
    const two = (force: boolean) =>
      patch(bench, ['configmaps', 'web'], [apply, applied({ data: { a: '2' } })], { manager: 'two', force })
    const error = await refusal(two(false))
    expect(error.code).to.equal(409)
    expect(error.status.details?.causes?.[0]).to.include({ reason: 'FieldManagerConflict', field: '.data.a' })
    expect((await two(true)).object.data).to.deep.equal({ a: '2' })
  })

  it('loses no field when many managers apply at once', async () => {
    const bench = await registryBench()
    const keys = Array.from({ length: 20 }, (_, n) => `k${n}`)
    await Promise.all(
      keys.map((key) =>
        patch(bench, ['configmaps', 'web'], [apply, applied({ data: { [key]: 'x' } })], { manager: key }),
      ),
    )
    const made = await bench.get('configmaps', 'web')
    expect(Object.keys(made.data as object).sort()).to.deep.equal([...keys].sort())
    expect(made.metadata.managedFields).to.have.length(20)
  })

  it('begins a generation at 1, raises it with the spec, and leaves the status alone', async () => {
    const bench = await registryBench()
    const body = (replicas: number) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      ...deployment,
      spec: { ...deployment.spec, replicas },
      status: { replicas: 5 },
    })
    const first = await patch(bench, ['deployments.apps', 'web'], [apply, body(1)], { manager: 'm' })
    expect(first.object.metadata.generation).to.equal(1)
    expect(first.object.status ?? {}).to.deep.equal({})
    const second = await patch(bench, ['deployments.apps', 'web'], [apply, body(2)], { manager: 'm' })
    expect(second.object.metadata.generation).to.equal(2)
  })

  it('holds its resourceVersion and uid to what is there', async () => {
    const bench = await registryBench()
    const withUid = applied({ metadata: { name: 'web', uid: 'u' } })
    const error = await refusal(patch(bench, ['configmaps', 'web'], [apply, withUid]))
    expect(error.message).to.contain(
      'uid mismatch: the provided object specified uid u, and no existing object was found',
    )
    await bench.create('configmaps', configMap)
    const stale = applied({ metadata: { name: 'web', resourceVersion: '1' } })
    expect((await refusal(patch(bench, ['configmaps', 'web'], [apply, stale]))).code).to.equal(409)
  })
})

describe('the scale subresource', () => {
  const address = ['deployments.apps', 'web'] as const
  const scale = { subresource: 'scale' }

  it('shows and sets the replicas', async () => {
    const bench = await registryBench()
    const made = await bench.create('deployments.apps', deployment)
    const target = bench.target(...address, scale)
    const shown = read(await bench.registry.get(target))
    expect(shown).to.deep.include({ kind: 'Scale', apiVersion: 'autoscaling/v1', spec: { replicas: 3 } })
    expect(shown.status).to.deep.equal({ replicas: 0, selector: 'a=b' })
    const { answer } = await bench.registry.update(target, { ...shown, spec: { replicas: 5 } }, bench.context())
    expect(read(answer).spec).to.deep.equal({ replicas: 5 })
    const stale = await refusal(bench.registry.update(target, { ...shown, spec: { replicas: 6 } }, bench.context()))
    expect(stale.code).to.equal(409)
    const now = await bench.get(...address)
    expect(now.metadata.generation).to.equal(2)
    expect(now.spec).to.deep.equal({ ...(made.spec as object), replicas: 5 })
    expect(now.metadata.managedFields?.some((entry) => entry.subresource === 'scale')).to.equal(true)
  })

  it('takes patches and applies, whose manager then owns the replicas', async () => {
    const bench = await registryBench()
    await bench.create('deployments.apps', deployment, { fieldManager: 'maker' })
    expect((await patch(bench, address, [merge, { spec: { replicas: 7 } }], scale)).object.spec).to.deep.equal({
      replicas: 7,
    })
    const operations = [{ op: 'replace', path: '/spec/replicas', value: 8 }]
    expect((await patch(bench, address, [json, operations], scale)).object.spec).to.deep.equal({ replicas: 8 })
    const body = { apiVersion: 'autoscaling/v1', kind: 'Scale', metadata: { name: 'web' }, spec: { replicas: 9 } }
    expect((await refusal(patch(bench, address, [apply, body], { ...scale, manager: 'other' }))).code).to.equal(409)
    const { object } = await patch(bench, address, [apply, body], { ...scale, manager: 'other', force: true })
    expect(object.spec).to.deep.equal({ replicas: 9 })
  })

  it('refuses what can not be', async () => {
    const bench = await registryBench()
    await bench.create('deployments.apps', deployment)
    expect((await refusal(patch(bench, address, [merge, { spec: { replicas: -1 } }], scale))).code).to.equal(422)
    const none = async () => bench.registry.get(bench.target('deployments.apps', 'none', scale))
    expect((await refusal(none())).code).to.equal(404)
  })

  it('of a Scale: whoever scales owns the replicas, without a time, unless nobody did or there are to be none', async () => {
    const bench = await registryBench()
    await bench.create('deployments.apps', deployment)
    const scaleTo = (replicas: number) =>
      patch(bench, ['deployments.apps', 'web'], [merge, { spec: { replicas } }], { subresource: 'scale', manager: 's' })
    const owners = async () =>
      ((await bench.get('deployments.apps', 'web')).metadata.managedFields ?? [])
        .filter(({ fieldsV1 }) => JSON.stringify(fieldsV1).includes('"f:replicas"'))
        .map(({ manager, time, subresource }) => [manager, time, subresource])
    await scaleTo(4)
    expect(await owners()).to.deep.equal([['s', undefined, 'scale']])
    await scaleTo(0)
    expect(await owners()).to.deep.equal([])
    await scaleTo(2)
    expect(await owners()).to.deep.equal([])
  })
})
