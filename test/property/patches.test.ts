import { expect } from 'chai'
import fc from 'fast-check'
import { applyMergePatch, applyStrategicMergePatch } from '../../core/schema/index.js'
import { mergeTwin } from '../kit/merge-twin.js'
import { workload } from '../kit/sample-types.js'

type Members = Record<string, unknown>

const key = fc.constantFrom('a', 'b', 'c', 'x/y', '')
const { json } = fc.letrec((tie) => ({
  json: fc.oneof({ depthSize: 'small' }, fc.constantFrom(null, 1, 'a', true), fc.array(tie('json'), { maxLength: 3 }), fc.dictionary(key, tie('json'), { maxKeys: 3 })),
})) // biome-ignore format: one tree
const members = fc.dictionary(key, json, { maxKeys: 4 })

describe('a merge patch beside its twin', () => {
  it('makes the same of every object', () => {
    fc.assert(
      fc.property(members, members, (object, patch) => {
        const expected = mergeTwin(object, patch)
        expect(applyMergePatch(structuredClone(object), structuredClone(patch))).to.deep.equal(expected)
      }),
      { numRuns: 1000 },
    )
  })
})

interface Container {
  readonly name: string
  readonly image?: string
  readonly args?: readonly string[]
}

interface ContainerPatch extends Container {
  readonly $patch?: 'delete'
}

/** A list by its keys, as a map: what is deleted goes, what is there is merged, what is new comes. */
function listTwin(live: readonly Container[], patch: readonly ContainerPatch[]): Map<string, Container> {
  const merged = new Map(live.map((each) => [each.name, each]))
  for (const { $patch, ...each } of patch) {
    if ($patch === 'delete') merged.delete(each.name)
    else merged.set(each.name, { ...merged.get(each.name), ...each })
  }
  return merged
}

const name = fc.constantFrom('a', 'b', 'c', 'd')
const container = fc.record(
  { name, image: fc.constantFrom('i', 'j'), args: fc.array(fc.constantFrom('x', 'y'), { minLength: 1, maxLength: 2 }) },
  { requiredKeys: ['name'] },
)
const containers = fc.uniqueArray(container, { selector: (each) => each.name, maxLength: 4 })
const deletion = name.map((gone): ContainerPatch => ({ name: gone, $patch: 'delete' }))
const containerPatches = fc.uniqueArray(fc.oneof<fc.Arbitrary<ContainerPatch>[]>(container, deletion), {
  selector: (each) => each.name,
  maxLength: 4,
})

describe('a strategic merge patch beside its twin', () => {
  const merged = (live: readonly Container[], patch: Members) => {
    const object = structuredClone({ spec: { containers: live } }) as Members
    const { spec } = applyStrategicMergePatch(object, structuredClone({ spec: patch }), workload)
    return (spec as { containers?: Container[] }).containers ?? []
  }

  it('keeps, merges, adds and deletes the same elements', () => {
    fc.assert(
      fc.property(containers, containerPatches, (live, patch) => {
        const found = merged(live, { containers: patch })
        const expected = listTwin(live, patch)
        expect(new Set(found.map((each) => each.name)).size).to.equal(found.length)
        expect(Object.fromEntries(found.map((each) => [each.name, each]))).to.deep.equal(Object.fromEntries(expected))
      }),
      { numRuns: 1000 },
    )
  })

  it('stands in the order that is asked for, and leaves the others in theirs', () => {
    fc.assert(
      fc.property(containers, fc.uniqueArray(name, { maxLength: 4 }), (live, order) => {
        const found = merged(live, { '$setElementOrder/containers': order.map((each) => ({ name: each })) })
        const names = found.map((each) => each.name)
        const stood = live.map((each) => each.name)
        expect([...names].sort()).to.deep.equal([...stood].sort())
        const within = (list: readonly string[]) => names.filter((each) => list.includes(each))
        expect(within(order)).to.deep.equal(order.filter((each) => stood.includes(each)))
        const others = stood.filter((each) => !order.includes(each))
        expect(within(others)).to.deep.equal(others)
      }),
      { numRuns: 500 },
    )
  })
})
