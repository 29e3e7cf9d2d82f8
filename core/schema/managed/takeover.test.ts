import { expect } from 'chai'
import { builtIns } from '../../../test/kit/registry.js'
import { workload } from '../../../test/kit/sample-types.js'
import { type KubeObject, StatusError } from '../../meta/index.js'
import { applyConfiguration, trackUpdate } from './index.js'

const time = '2026-01-01T00:00:00Z'
const annotation = 'kubectl.kubernetes.io/last-applied-configuration'
const web = (spec: object, metadata: object = {}): KubeObject =>
  ({ apiVersion: 'apps/v1', kind: 'Work', metadata: { name: 'web', ...metadata }, spec }) as unknown as KubeObject
const owner = (manager: string, operation: 'Apply' | 'Update', more: object = {}) =>
  ({ manager, operation, apiVersion: 'apps/v1', subresource: '', time, ...more }) as const
const update = (live: KubeObject | undefined, next: KubeObject, manager: string, more: object = {}) => {
  const written = structuredClone(next)
  trackUpdate(written, { type: workload, live, owner: owner(manager, 'Update', more), reset: [] })
  return written
}
const apply = (live: KubeObject | undefined, configuration: KubeObject, manager: string, more: object = {}) =>
  applyConfiguration(configuration, {
    type: workload,
    live,
    owner: owner(manager, 'Apply', more),
    force: false,
    reset: [],
  })
const namesOf = ({ metadata }: KubeObject) =>
  (metadata.managedFields ?? []).map((each) => `${each.manager}/${each.operation}/${each.apiVersion}`)
const conflictsOf = (act: () => unknown): readonly (string | undefined)[] => {
  try {
    act()
  } catch (error) {
    if (error instanceof StatusError) return error.status.details?.causes?.map(({ field }) => field) ?? []
    throw error
  }
  return []
}

describe('an object whose managers were reset', () => {
  const live = web({ replicas: 1 })

  it('is not owned by whoever updates it', () => {
    expect(update(live, web({ replicas: 2 }), 'ann').metadata.managedFields).to.equal(undefined)
    expect(update(live, web({ replicas: 2 }, { managedFields: [] }), 'ann').metadata.managedFields).to.equal(undefined)
  })

  it('is owned from the first apply on: what stood there before belongs to a manager of its own', () => {
    expect(conflictsOf(() => apply(live, web({ replicas: 2 }), 'ann'))).to.deep.equal(['.spec.replicas'])
    expect(namesOf(apply(live, web({ replicas: 1 }), 'ann'))).to.deep.equal([
      'ann/Apply/apps/v1',
      'before-first-apply/Update/apps/v1',
    ])
  })
})

describe('managedFields in a body', () => {
  const live = update(undefined, web({ replicas: 1 }), 'ann')
  const stated = [
    { manager: 'bob', operation: 'Update', apiVersion: 'apps/v1', fieldsType: 'FieldsV1', fieldsV1: { 'f:spec': { 'f:replicas': {} } } },
  ] // biome-ignore format: one entry

  it('count, but not through a subresource', () => {
    const next = web({ replicas: 1 }, { managedFields: stated })
    expect(namesOf(update(live, next, 'cy'))).to.deep.equal(['bob/Update/apps/v1'])
    expect(namesOf(update(live, next, 'cy', { subresource: 'status' }))).to.deep.equal(['ann/Update/apps/v1'])
    const reset = web({ replicas: 1 }, { managedFields: [{}] })
    expect(namesOf(update(live, reset, 'cy', { subresource: 'status' }))).to.deep.equal(['ann/Update/apps/v1'])
  })

  it("that can't be read are as if they were not there", () => {
    const wrong = [
      { operation: 'Fly' },
      { apiVersion: '' },
      { fieldsType: 'FieldsV2' },
      { fieldsV1: { 'fg:a': {} } },
      { fieldsV1: { 'f:a': 1 } },
    ]
    for (const part of wrong) {
      const next = web({ replicas: 1 }, { managedFields: [{ ...stated[0], ...part }] })
      expect(namesOf(update(live, next, 'cy')), JSON.stringify(part)).to.deep.equal(['ann/Update/apps/v1'])
    }
  })
})

describe('whoever applies', () => {
  it('has no time for what changes nothing', () => {
    const live = update(undefined, web({ replicas: 1 }), 'ann')
    const [bob] = apply(live, web({ replicas: 1 }), 'bob').metadata.managedFields ?? []
    expect(bob).to.deep.include({ manager: 'bob', fieldsV1: { 'f:spec': { 'f:replicas': {} } } })
    expect(bob).not.to.have.property('time')
  })

  it('is the same manager in every version', () => {
    const first = apply(undefined, web({ replicas: 1, selector: { matchLabels: { a: 'b' } } }), 'ann', {
      apiVersion: 'apps/v1beta1',
    })
    const second = apply(first, web({ replicas: 2 }), 'ann')
    expect(namesOf(second)).to.deep.equal(['ann/Apply/apps/v1'])
    expect(second['spec']).to.deep.equal({ replicas: 2 })
  })
})

describe("kubectl's client-side apply", () => {
  const configuration = web({ replicas: 1 })
  const annotated = (spec: object, text = JSON.stringify(configuration)) =>
    web(spec, { annotations: { [annotation]: text } })
  const live = update(undefined, annotated({ replicas: 1 }), 'kubectl-client-side-apply')

  it("gives what it said to kubectl's server-side apply without a conflict, and to nobody else", () => {
    expect(conflictsOf(() => apply(live, web({ replicas: 5 }), 'kubectl'))).to.deep.equal([])
    expect(conflictsOf(() => apply(live, web({ replicas: 5 }), 'ann'))).to.deep.equal(['.spec.replicas'])
  })

  it('gives nothing that somebody has changed since', () => {
    const changed = update(live, annotated({ replicas: 3 }), 'scaler')
    expect(conflictsOf(() => apply(changed, web({ replicas: 5 }), 'kubectl'))).to.deep.equal(['.spec.replicas'])
    const broken = update(undefined, annotated({ replicas: 1 }, '{'), 'other')
    expect(conflictsOf(() => apply(broken, web({ replicas: 5 }), 'kubectl'))).to.deep.equal(['.spec.replicas'])
  })

  it('has its annotation kept up to date by kubectl alone', () => {
    const applied = apply(live, web({ replicas: 5 }), 'kubectl')
    expect(applied.metadata.annotations?.[annotation]).to.equal(
      '{"apiVersion":"apps/v1","kind":"Work","metadata":{"name":"web"},"spec":{"replicas":5}}\n',
    )
    expect(live.metadata.annotations?.[annotation]).to.equal(JSON.stringify(configuration))
    const others = apply(live, web({ replicas: 1 }), 'ann')
    expect(others.metadata.annotations?.[annotation]).to.equal(JSON.stringify(configuration))
  })
})

describe('a reference that is said to be granular where it is used', () => {
  it('is owned by its members, though its type is owned whole elsewhere', () => {
    const definition = builtIns().find(({ names }) => names.kind === 'PersistentVolume')
    const type = definition!.versions[0]!.type()
    const volume = {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'v' },
      spec: { claimRef: { name: 'c' } },
    }
    trackUpdate(volume as unknown as KubeObject, { type, live: undefined, owner: owner('ann', 'Update'), reset: [] })
    const [entry] = (volume as unknown as KubeObject).metadata.managedFields ?? []
    expect(entry?.fieldsV1).to.deep.equal({ 'f:spec': { 'f:claimRef': { '.': {}, 'f:name': {} } } })
  })
})
