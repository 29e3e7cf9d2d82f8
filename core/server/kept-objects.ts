/** Objects that are made again when somebody deletes them, and put right when somebody changes what must stay. */
import type { Clock, Log, Timer } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import { collectionPrefix, type Registry, type Target } from '../registry/index.js'
import type { WatchLog } from '../watch/index.js'
import { ensure, namespaceOf, ownContext, systemNamespaces, targetOf } from './bootstrap-objects.js'

export interface KeptObject {
  readonly object: KubeObject
  /** Puts a stored one right, in place; what is right already makes no write. Left out: only its absence is mended. */
  readonly restore?: (stored: KubeObject) => void
}

export interface Keeping {
  readonly registry: Registry
  readonly log: WatchLog
  readonly clock: Clock
  readonly messages: Log
}

/** Others may wait for the deletion to be seen. */
const afterMs = 1000

/** Answers a function that ends it. Cost: a look-up for each change of a kind that is kept. */
export function keepObjects(kept: readonly KeptObject[], keeping: Keeping): () => void {
  const { registry, log, clock } = keeping
  const all = [...systemNamespaces.map((name): KeptObject => ({ object: namespaceOf(name) })), ...kept]
  const byKey = new Map(all.map((each) => [keyOf(targetOf(registry, each.object)), each]))
  const timers = new Set<Timer>()
  const onChange = ({ key, after }: { readonly key: string; readonly after: unknown }) => {
    const each = byKey.get(key)
    if (!each || (after !== undefined && !each.restore)) return
    const timer = clock.after(afterMs, () => {
      timers.delete(timer)
      void mend(each, keeping)
    })
    timers.add(timer)
  }
  const prefixes = new Set([...byKey.keys()].map((key) => key.slice(0, key.lastIndexOf('/') + 1)))
  const ends = [...prefixes].map((prefix) => log.tap(prefix, onChange))
  return () => {
    for (const end of ends) end()
    for (const timer of timers) timer.cancel()
  }
}

async function mend({ object, restore }: KeptObject, { registry, messages }: Keeping): Promise<void> {
  try {
    await ensure(registry, object)
    if (restore) await registry.modify(targetOf(registry, object), restore, ownContext)
  } catch (error) {
    messages.warn('an object that is to be there could not be kept', { name: object.metadata.name, error })
  }
}

const keyOf = ({ resource: { definition }, namespace, name }: Target): string =>
  collectionPrefix(definition) + (definition.namespaced ? `${namespace}/${name}` : name)
