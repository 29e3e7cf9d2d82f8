/** Owner references that a request states twice: kept once, with upstream's warning. */
import type { KubeObject, OwnerReference } from '../meta/index.js'

/** Of a patch what is repeated shows late, and is told so. */
type Came = 'body' | 'patch' | 'apply'

/** Cost of an object with fewer than two owners: nothing; of others, linear. */
export function distinctOwners({ metadata }: KubeObject, by: Came, warn: (message: string) => void): void {
  const owners = metadata.ownerReferences
  if (!owners || owners.length < 2) return
  const repeated = new Set<string>()
  const known = new Set<string>()
  const kept: OwnerReference[] = []
  for (const owner of owners) {
    const { apiVersion, kind, name, uid, controller, blockOwnerDeletion } = owner
    const said = JSON.stringify([apiVersion, kind, name, uid, controller, blockOwnerDeletion])
    if (known.has(said)) repeated.add(uid)
    else kept.push(owner)
    known.add(said)
  }
  if (repeated.size === 0) return
  metadata.ownerReferences = kept
  const when = by === 'body' ? '' : ' after mutating admission happens'
  warn(
    `.metadata.ownerReferences contains duplicate entries${when}: each is kept once; duplicate UID(s) observed: ${[...repeated].join(', ')}`,
  )
}
