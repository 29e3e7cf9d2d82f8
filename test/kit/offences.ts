/** Tables of offences: objects sent through the registry with all kinds, and the causes that they must be refused with. */
import { expect } from 'chai'
import type { KubeObject } from '../../core/meta/index.js'
import { kindPlugins } from '../../plugins/kind/index.js'
import { type Bench, read, refusal, registryBench } from './registry.js'

/** An object, and `field reason` of each cause; none: it is good. Named `a` when it has no name. */
export type Created = readonly [object: object, ...causes: string[]]

/** As it is, what of it is changed, and the causes. Objects given by a function are made from what stands there. */
export type Changed = readonly [before: object, after: object, ...causes: string[]]

let bench: Promise<Bench> | undefined
let made = 0

const shared = () => {
  bench ??= registryBench({ kinds: kindPlugins })
  return bench
}

/** Creates that are tried (dry). `resource` as in `registryBench().target`. */
export function offences(resource: string, table: readonly Created[]): void {
  for (const [object, ...causes] of table)
    it(title(resource, object, causes), async () => {
      const { create } = await shared()
      const whole = { ...object, metadata: { name: 'a', ...(object as Partial<KubeObject>).metadata } }
      await expectCauses(() => create(resource, whole, { dryRun: true }), causes)
    })
}

/** Updates of the object itself, or of its status. */
export function offencesOfChanges(
  resource: string,
  table: readonly Changed[],
  { subresource = '' }: { readonly subresource?: string } = {},
): void {
  for (const [before, after, ...causes] of table)
    it(title(`changed ${resource} ${subresource}`, after, causes), async () => {
      const { create, registry, target, context } = await shared()
      const { metadata } = before as Partial<KubeObject>
      const name = metadata?.name ?? `changed-${++made}`
      const stands = await create(resource, { ...before, metadata: { ...metadata, name } })
      const next = { ...stands, ...after, metadata: { ...stands.metadata, ...(after as Partial<KubeObject>).metadata } }
      const at = target(resource, name, subresource ? { subresource } : {})
      await expectCauses(async () => {
        const { answer } = await registry.update(at, structuredClone(next) as KubeObject, context())
        return read(answer)
      }, causes)
    })
}

const title = (about: string, object: object, causes: readonly string[]) =>
  `${about} ${JSON.stringify(object).slice(0, 110)}: ${causes.join(', ') || 'nothing wrong'}`

async function expectCauses(attempt: () => Promise<unknown>, causes: readonly string[]): Promise<void> {
  if (!causes.length) {
    await attempt()
    return
  }
  const { status } = await refusal(attempt())
  const found = (status.details?.causes ?? []).map(
    ({ field, reason }) => `${field} ${reason?.replace('FieldValue', '')}`,
  )
  expect(found, status.message).to.deep.equal(causes)
}
