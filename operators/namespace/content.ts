import { type Client, isReason, passOver } from '../../core/client/index.js'
import { groupResource, type KindToken, type KubeObject, StatusError } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { atMost } from '../kit/at-most.js'
import type { Served } from '../kit/discovery.js'
import { Pod } from '../kit/kinds.js'

/** What is left of a namespace's content after everything has been told to go. */
export interface Remains {
  /** `plural.group` -> how many objects. */
  readonly counts: ReadonlyMap<string, number>
  /** finalizer -> on how many objects. */
  readonly finalizers: ReadonlyMap<string, number>
  /** Deletes that were refused. */
  readonly errors: readonly string[]
}

/** Requests under way at a time. */
const mostAtOnce = 16

/** Deletes all that is in the namespace: pods first, the rest when they have ended. Throws when the API does not answer. */
export async function emptyOut(
  { client, signal }: OperatorContext,
  namespace: string,
  served: readonly Served[],
): Promise<Remains> {
  const kinds = served.filter(
    ({ kind, verbs }) => kind.namespaced && verbs.includes('list') && verbs.includes('delete') && !isEcho(kind),
  )
  const pods = kinds.filter(({ kind }) => kind.group === Pod.group && kind.plural === Pod.plural)
  const remains = new Tally()
  for (const wave of [pods, kinds.filter((each) => !pods.includes(each))]) {
    await atMost(mostAtOnce, wave, async (each) => {
      remains.add(each.kind, await clear(client, each, { namespace, signal, remains }))
    })
    if (remains.counts.size > 0 || remains.errors.length > 0) break
  }
  return remains
}

/** Both groups' events are the same objects. */
function isEcho({ group, plural }: KindToken<object>): boolean {
  return group === 'events.k8s.io' && plural === 'events'
}

interface Clearing {
  readonly namespace: string
  readonly signal: AbortSignal
  readonly remains: Tally
}

/** Answers the objects of one kind that are still there. */
async function clear(client: Client, { kind, verbs }: Served, clearing: Clearing): Promise<readonly KubeObject[]> {
  const { namespace, signal, remains } = clearing
  const list = () =>
    client.list(kind, { namespace, metadataOnly: true, signal }).then(({ items }) => items, nothingServed)
  const found = await list()
  const todo = found.filter(({ metadata }) => !metadata.deletionTimestamp)
  if (todo.length === 0) return found
  try {
    if (verbs.includes('deletecollection')) {
      await client.deleteCollection(kind, { namespace }, { propagationPolicy: 'Background', signal })
    } else {
      await atMost(mostAtOnce, todo, async ({ metadata }) => {
        const place = { namespace, name: String(metadata.name) }
        await client.delete(kind, place, { propagationPolicy: 'Background', signal }).catch(passOver('NotFound'))
      })
    }
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    remains.errors.push(error.message)
  }
  return list()
}

function nothingServed(error: unknown): readonly KubeObject[] {
  if (isReason(error, 'NotFound', 'MethodNotAllowed')) return []
  throw error
}

class Tally implements Remains {
  readonly counts = new Map<string, number>()
  readonly finalizers = new Map<string, number>()
  readonly errors: string[] = []

  add(kind: KindToken<object>, objects: readonly KubeObject[]): void {
    if (objects.length) this.counts.set(groupResource(kind), objects.length)
    for (const finalizer of objects.flatMap(({ metadata }) => metadata.finalizers ?? [])) {
      this.finalizers.set(finalizer, (this.finalizers.get(finalizer) ?? 0) + 1)
    }
  }
}
