import { expect } from 'chai'
import fc from 'fast-check'
import { workload } from '../../../test/kit/sample-types.js'
import { type KubeObject, StatusError } from '../../meta/index.js'
import { compare } from './compare.js'
import { difference, type FieldSet, intersection, isEmpty, paths, sameSet, union } from './field-set.js'
import { applyConfiguration, trackUpdate } from './index.js'
import type { FieldOwner } from './managers.js'

const owner = (
  manager: string,
  operation: FieldOwner['operation'] = 'Apply',
  time = '2026-01-01T00:00:00Z',
): FieldOwner => ({ manager, operation, apiVersion: 'apps/v1', subresource: '', time })
const web = (spec: Record<string, unknown>, metadata: Record<string, unknown> = {}): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'Work',
  metadata: { name: 'web', ...metadata },
  spec,
})
const apply = (
  live: KubeObject | undefined,
  configuration: KubeObject,
  manager: string,
  options: { force?: boolean; time?: string } = {},
) =>
  applyConfiguration(configuration, {
    type: workload,
    live,
    owner: owner(manager, 'Apply', options.time),
    force: options.force === true,
    reset: ['status'],
  })
const update = (live: KubeObject | undefined, next: KubeObject, manager: string, time?: string): KubeObject => {
  const { managedFields: _, ...metadata } = next.metadata
  const written = { ...next, metadata }
  trackUpdate(written, { type: workload, live, owner: owner(manager, 'Update', time), reset: ['status'] })
  return written
}
const fieldsOf = (object: KubeObject, manager: string) =>
  object.metadata.managedFields?.find((entry) => entry.manager === manager)?.fieldsV1

describe('managed fields of updates', () => {
  it("are written in upstream's form: containers that may be absent are members, those that never are are not", () => {
    const created = update(
      undefined,
      web(
        {
          replicas: 1,
          selector: { matchLabels: { a: 'b' } },
          containers: [{ name: 'c', image: 'i', ports: [{ containerPort: 80 }] }],
        },
        { labels: { app: 'x' } },
      ),
      'kubectl-create',
    )
    expect(fieldsOf(created, 'kubectl-create')).to.deep.equal({
      'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
      'f:spec': {
        'f:replicas': {},
        'f:selector': {},
        'f:containers': {
          'k:{"name":"c"}': {
            '.': {},
            'f:name': {},
            'f:image': {},
            'f:ports': { '.': {}, 'k:{"containerPort":80,"protocol":"TCP"}': { '.': {}, 'f:containerPort': {} } },
          },
        },
      },
    })
  })

  it('move a changed field to its new owner and keep the rest', () => {
    const created = update(undefined, web({ replicas: 1, containers: [{ name: 'c', image: 'i' }] }), 'a')
    const scaled = update(
      created,
      web({ replicas: 2, containers: [{ name: 'c', image: 'i' }] }),
      'b',
      '2026-01-02T00:00:00Z',
    )
    expect(fieldsOf(scaled, 'b')).to.deep.equal({ 'f:spec': { 'f:replicas': {} } })
    expect(fieldsOf(scaled, 'a')).to.deep.equal({
      'f:spec': { 'f:containers': { 'k:{"name":"c"}': { '.': {}, 'f:name': {}, 'f:image': {} } } },
    })
  })

  it('stay as they are when nothing changed', () => {
    const created = update(undefined, web({ replicas: 1 }), 'a')
    expect(update(created, web({ replicas: 1 }), 'b', '2027-01-01T00:00:00Z').metadata.managedFields).to.deep.equal(
      created.metadata.managedFields,
    )
  })

  it('are reset by an empty entry', () => {
    const created = update(undefined, web({ replicas: 1 }), 'a')
    const next = web({ replicas: 1 }, { managedFields: [{}] })
    trackUpdate(next, { type: workload, live: created, owner: owner('b', 'Update'), reset: [] })
    expect(next.metadata.managedFields).to.equal(undefined)
  })

  it('keep ten update managers apart and merge older ones', () => {
    let object = update(undefined, web({ replicas: 0 }), 'm0')
    for (let at = 1; at <= 14; at++) {
      object = update(
        object,
        web({ replicas: 0 }, { labels: { ...object.metadata.labels, [`l${at}`]: 'x' } }),
        `m${at}`,
        `2026-02-${String(at).padStart(2, '0')}T00:00:00Z`,
      )
    }
    const managers = object.metadata.managedFields?.map((entry) => entry.manager)
    expect(managers).to.include('ancient-changes').and.to.have.length(10)
    expect(managers).to.include('m14').and.not.to.include('m1')
  })
})

describe('server-side apply', () => {
  it('refuses to take a field that somebody else set otherwise, and names it', () => {
    const live = update(undefined, web({ replicas: 1 }), 'kubectl')
    try {
      apply(live, web({ replicas: 2 }), 'me')
      expect.fail('no conflict')
    } catch (error) {
      expect(error).to.be.instanceOf(StatusError)
      const { status } = error as StatusError
      expect(status.code).to.equal(409)
      expect(status.message).to.equal(
        'Apply failed with 1 conflict: conflict with "kubectl" using apps/v1: .spec.replicas',
      )
      expect(status.details?.causes).to.deep.equal([
        { reason: 'FieldManagerConflict', message: 'conflict with "kubectl" using apps/v1', field: '.spec.replicas' },
      ])
    }
    const forced = apply(live, web({ replicas: 2 }), 'me', { force: true })
    expect(forced['spec']).to.deep.equal({ replicas: 2 })
    expect(fieldsOf(forced, 'kubectl')).to.equal(undefined)
  })

  it('names several fields of several managers together; who applied is the same in all versions', () => {
    const applied = apply(undefined, web({ replicas: 1, paused: true }), 'one')
    const live = update(applied, web({ replicas: 1, paused: true }, { labels: { app: 'web' } }), 'kubectl')
    expect(() => apply(live, web({ replicas: 2, paused: false }, { labels: { app: 'x' } }), 'me')).to.throw(
      'Apply failed with 3 conflicts: conflicts with "kubectl" using apps/v1:\n- .metadata.labels.app\n' +
        'conflicts with "one":\n- .spec.paused\n- .spec.replicas',
    )
  })

  it('shares a field that both set to the same value', () => {
    const shared = apply(apply(undefined, web({ replicas: 1 }), 'a'), web({ replicas: 1 }), 'b')
    expect(fieldsOf(shared, 'a')).to.deep.equal(fieldsOf(shared, 'b'))
  })

  it('removes what its manager applied before and no longer states, but not what others own', () => {
    const first = apply(
      undefined,
      web(
        {
          replicas: 1,
          containers: [
            { name: 'c', image: 'i' },
            { name: 'd', image: 'i' },
          ],
        },
        { labels: { a: '1', b: '2' } },
      ),
      'a',
    )
    const labelled = update(
      first,
      { ...first, metadata: { ...first.metadata, labels: { ...first.metadata.labels, c: '3' } } },
      'other',
    )
    const second = apply(labelled, web({ containers: [{ name: 'c', image: 'i' }] }, { labels: { b: '2' } }), 'a')
    expect(second['spec']).to.deep.equal({ containers: [{ name: 'c', image: 'i' }] })
    expect(second.metadata.labels).to.deep.equal({ b: '2', c: '3' })
  })

  it('removes a field with what nobody owns in it, when nothing of it is stated any more', () => {
    const rolling = (strategy: object) => web({ strategy }, { labels: { app: 'x' } })
    const live = apply(undefined, rolling({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } }), 'ci')
    const defaulted = structuredClone(live)
    const { strategy } = defaulted.spec as { strategy: { rollingUpdate?: object } }
    Object.assign(strategy.rollingUpdate!, { maxUnavailable: 2 })
    const again = apply(defaulted, rolling({ type: 'Recreate' }), 'ci')
    expect(again.spec).to.deep.equal({ strategy: { type: 'Recreate' } })
    const shared = update(
      defaulted,
      rolling({ ...strategy, rollingUpdate: { maxSurge: 1, maxUnavailable: 3 } }),
      'hand',
    )
    expect(apply(shared, rolling({ type: 'Recreate' }), 'ci').spec).to.deep.equal({
      strategy: { type: 'Recreate', rollingUpdate: { maxUnavailable: 3 } },
    })
    const bare = apply(live, web({ replicas: 1 }), 'ci')
    expect(bare.metadata).to.include({ name: 'web' }).and.not.have.property('labels')
  })

  it('keeps an element that others reach into, with its keys', () => {
    const first = apply(
      undefined,
      web({
        containers: [
          { name: 'c', image: 'i' },
          { name: 'd', image: 'i' },
        ],
      }),
      'a',
    )
    const second = apply(first, web({ containers: [{ name: 'd', env: [{ name: 'X', value: '1' }] }] }), 'b')
    const third = apply(second, web({ containers: [{ name: 'c', image: 'i' }] }), 'a')
    expect((third['spec'] as { containers: unknown[] }).containers).to.deep.equal([
      { name: 'c', image: 'i' },
      { name: 'd', env: [{ name: 'X', value: '1' }] },
    ])
  })

  it('orders elements as the configuration does and keeps those of others near', () => {
    const first = apply(
      undefined,
      web({
        containers: [
          { name: 'x', image: 'i' },
          { name: 'a', image: 'i' },
        ],
      }),
      'one',
    )
    const second = apply(
      first,
      web({
        containers: [
          { name: 'b', image: 'i' },
          { name: 'a', image: 'i' },
        ],
      }),
      'two',
    )
    expect((second['spec'] as { containers: { name: string }[] }).containers.map((c) => c.name)).to.deep.equal([
      'x',
      'b',
      'a',
    ])
  })

  it('changes nothing, not even times, when applied again', () => {
    const first = apply(
      undefined,
      web({ replicas: 1, containers: [{ name: 'c', image: 'i' }] }, { labels: { a: '1' } }),
      'a',
    )
    const again = apply(
      first,
      web({ replicas: 1, containers: [{ name: 'c', image: 'i' }] }, { labels: { a: '1' } }),
      'a',
      { time: '2030-01-01T00:00:00Z' },
    )
    expect(again).to.deep.equal(first)
  })

  it('leaves whoever owns a list itself with it when its last element goes', () => {
    const live = update(undefined, web({}, { finalizers: ['a'] }), 'ann')
    const both = apply(live, web({}, { finalizers: ['a'] }), 'bob')
    const owned = apply(both, web({}, { finalizers: ['b'] }), 'cy')
    expect(fieldsOf(owned, 'ann')).to.deep.equal({ 'f:metadata': { 'f:finalizers': { '.': {}, 'v:"a"': {} } } })
    const taken = update(owned, web({}, { finalizers: ['b'] }), 'dan')
    const empty = apply(taken, web({}), 'cy')
    expect(empty.metadata).not.to.have.property('finalizers')
    expect(fieldsOf(empty, 'ann')).to.deep.equal({ 'f:metadata': { 'f:finalizers': {} } })
  })

  it('gives what stood before the first apply nothing that its request can not change', () => {
    const live = { ...web({ replicas: 1 }), status: { replicas: 1 } }
    expect(fieldsOf(apply(live, web({ replicas: 1 }), 'ann'), 'before-first-apply')).to.deep.equal({
      'f:spec': { 'f:replicas': {} },
    })
  })

  it('refuses a configuration with managed fields', () => {
    expect(() => apply(undefined, web({}, { managedFields: [] }), 'a')).to.throw('metadata.managedFields must be nil')
  })
})

describe('field sets', () => {
  const names = fc.constantFrom('a', 'b', 'c')
  const container = fc.record({
    name: names,
    image: fc.option(names, { nil: undefined }),
    args: fc.option(fc.array(names, { maxLength: 2 }), { nil: undefined }),
  })
  const spec = fc.record({
    replicas: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    strategy: fc.option(fc.record({ type: names }), { nil: undefined }),
    containers: fc.uniqueArray(container, { maxLength: 3, selector: (c) => c.name }),
  })
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>
  const setOf = (value: Record<string, unknown>): FieldSet =>
    compare(undefined, { spec: plain(value) }, workload).changed

  it('obey the laws of sets', () => {
    fc.assert(
      fc.property(spec, spec, (left, right) => {
        const [a, b] = [setOf(left), setOf(right)]
        expect(sameSet(union(a, b), union(b, a))).to.equal(true)
        expect(isEmpty(difference(a, a))).to.equal(true)
        expect(paths(union(difference(a, b), intersection(a, b))).sort()).to.deep.equal(paths(a).sort())
        expect(paths(intersection(difference(a, b), b))).to.deep.equal([])
      }),
    )
  })

  it('of two appliers never make an apply of the same configuration change anything', () => {
    fc.assert(
      fc.property(spec, spec, (left, right) => {
        const one = apply(undefined, web(plain(left)), 'a')
        const two = apply(one, web(plain(right)), 'b', { force: true })
        expect(apply(two, web(plain(right)), 'b', { time: '2031-01-01T00:00:00Z' })).to.deep.equal(two)
        const gone = apply(two, web({}), 'b')
        expect(paths((fieldsOf(gone, 'b') ?? {}) as FieldSet)).to.deep.equal(['.spec'])
      }),
    )
  })
})
