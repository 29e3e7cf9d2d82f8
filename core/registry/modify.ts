/** An update by a function instead of a body: what plugins write through subresources of their own (binding). */
import { type KubeObject, notFound, staleObject } from '../meta/index.js'
import { StoredRecord } from '../storage/index.js'
import { accept } from './accept.js'
import { presentObject, readStored } from './answer.js'
import { mostRaces } from './attempts.js'
import type { Ground } from './ground.js'
import { changeableCopy } from './patch-base.js'
import { keyOf } from './shelf.js'
import { keepUntouchable } from './untouchable.js'
import { type Request, type Updated, writeOver } from './update.js'

/**
 * `change` alters the object as it stands: sets its members and what is directly in these (`spec.nodeName`); what lies deeper it replaces, as that is shared with the state before. It is asked again when somebody was quicker, and throws to refuse. Throws 404, 422 for what came of it, and what `change` throws.
 * It is a plugin's, and trusted: what it makes is validated, but neither decoded nor defaulted, and nobody comes to own it (upstream's plugins write to the storage).
 */
export async function modify(
  ground: Ground,
  change: (object: KubeObject) => void,
  { target, context }: Request,
): Promise<Updated> {
  const shelf = ground.catalog.workshop(target.resource)
  let entry = await ground.storage.get(keyOf(shelf, target.namespace, target.name))
  for (let race = 0; race < mostRaces; race++) {
    if (!entry) throw notFound(shelf.subject, target.name)
    const record = StoredRecord.of(entry)
    const old = await readStored(shelf, record)
    const object = await presentObject(shelf, target.resource, changeableCopy(old))
    change(object)
    const settle = (settled: KubeObject) => void keepUntouchable(settled, old, { shelf, target })
    const isStored = target.resource.version === shelf.version
    const next = isStored ? object : await accept(object, { shelf, target, context, by: 'body', settle, over: old })
    if (isStored) settle(next)
    const outcome = await writeOver(ground, next, { shelf, target, context, current: { entry, object: old } })
    if ('answer' in outcome) return outcome
    entry = outcome.lost
  }
  throw staleObject(shelf.subject, target.name)
}
