import { expect } from 'chai'
import fc from 'fast-check'
import type { KubeObject } from '../../core/meta/index.js'
import { StatusError } from '../../core/meta/index.js'
import { type Bench, read, registryBench } from '../kit/registry.js'
import { ApplyTwin, type Fields } from './apply-twin.js'

const anchor = ['l:anchor', 'x'] as const
const value = fc.constantFrom('1', '2')
const field = fc.oneof(
  fc.tuple(fc.constantFrom('d:a', 'd:b', 'd:c', 'l:a', 'l:b'), value),
  fc.tuple(fc.constantFrom('s:a/a', 's:a/b'), fc.constant(true as const)),
)
const fields = fc.array(field, { maxLength: 5 }).map((entries) => new Map<string, string | true>(entries))
const step = fc.record({
  verb: fc.constantFrom('apply', 'apply', 'force', 'update'),
  manager: fc.constantFrom('ann', 'bob', 'cy'),
  fields,
})

/** `d:` data, `l:` labels, `s:` finalizers. */
function objectOf(wanted: Fields): KubeObject {
  const of = (kind: string) =>
    [...wanted].filter(([path]) => path.startsWith(kind)).map(([path, text]) => [path.slice(2), text])
  const [data, labels, finalizers] = [of('d:'), of('l:'), of('s:').map(([name]) => name)]
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'web',
      ...(labels.length ? { labels: Object.fromEntries(labels) } : {}),
      ...(finalizers.length ? { finalizers } : {}),
    },
    ...(data.length ? { data: Object.fromEntries(data) } : {}),
  } as KubeObject
}

function valuesOf({ metadata, data }: KubeObject & { readonly data?: object }): Record<string, unknown> {
  const named = (kind: string, members: object | undefined) =>
    Object.entries(members ?? {}).map(([name, text]) => [kind + name, text])
  const finalizers = (metadata.finalizers ?? []).map((name) => [`s:${name}`, true])
  return Object.fromEntries([...named('d:', data), ...named('l:', metadata.labels), ...finalizers])
}

function ownersOf({ metadata }: KubeObject): Record<string, string[]> {
  const owners: Record<string, string[]> = {}
  for (const { manager, operation, fieldsV1 } of metadata.managedFields ?? []) {
    const set = fieldsV1 as { readonly 'f:data'?: object; readonly 'f:metadata'?: Record<string, object> }
    const add = (kind: string, below: object | undefined) => {
      for (const key of Object.keys(below ?? {})) {
        if (key !== '.') (owners[kind + key.slice(2).replaceAll('"', '')] ??= []).push(`${manager}/${operation}`)
      }
    }
    add('d:', set['f:data'])
    add('l:', set['f:metadata']?.['f:labels'])
    add('s:', set['f:metadata']?.['f:finalizers'])
  }
  for (const list of Object.values(owners)) list.sort()
  return owners
}

async function carryOut(
  bench: Bench,
  { verb, manager, fields: wanted }: { verb: string; manager: string; fields: Fields },
) {
  const context = bench.context({ fieldManager: manager })
  const target = bench.target('configmaps', 'web')
  try {
    if (verb === 'update') {
      const { answer } = await bench.registry.update(target, objectOf(new Map([...wanted, anchor])), context)
      return read(answer)
    }
    const patch = { type: 'application/apply-patch+yaml', body: objectOf(wanted), force: verb === 'force' } as const
    return read((await bench.registry.patch(target, patch, context)).answer)
  } catch (error) {
    if (!(error instanceof StatusError) || error.code !== 409) throw error
    return error
  }
}

describe('server-side apply beside its twin', () => {
  it('gives the same values and the same owners, whatever is applied and updated by whom', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const bench = await registryBench()
        const twin = new ApplyTwin()
        await bench.create('configmaps', objectOf(new Map([anchor])), { fieldManager: 'base' })
        twin.update('base', new Map([anchor]))
        for (const each of steps) {
          const outcome = await carryOut(bench, each)
          let conflicts: readonly string[] = []
          if (each.verb === 'update') twin.update(each.manager, new Map([...each.fields, anchor]))
          else conflicts = twin.apply(each.manager, each.fields, each.verb === 'force')
          if (outcome instanceof StatusError) {
            const told = new Set((outcome.status.details?.causes ?? []).map((cause) => cause.field))
            expect(told.size, JSON.stringify(each)).to.equal(conflicts.length)
            continue
          }
          expect(conflicts).to.deep.equal([])
          expect(valuesOf(outcome)).to.deep.equal(Object.fromEntries(twin.values))
          const owners = Object.fromEntries([...twin.owners].map(([path, set]) => [path, [...set].sort()]))
          expect(ownersOf(outcome)).to.deep.equal(owners)
        }
      }),
      { numRuns: 150 },
    )
  })

  it("a map whose last member an applier drops stays its maker's, as upstream", async () => {
    const bench = await registryBench()
    await bench.create('configmaps', objectOf(new Map([anchor])), { fieldManager: 'base' })
    const b = (text: string): Fields => new Map([['d:b', text]])
    await carryOut(bench, { verb: 'update', manager: 'ann', fields: b('1') })
    await carryOut(bench, { verb: 'force', manager: 'cy', fields: b('2') })
    await carryOut(bench, { verb: 'apply', manager: 'cy', fields: new Map() })
    const refused = await carryOut(bench, { verb: 'apply', manager: 'ann', fields: new Map([['d:a', '1']]) })
    expect(refused).to.have.property('message', 'Apply failed with 1 conflict: conflict with "ann" using v1: .data')
  })
})
