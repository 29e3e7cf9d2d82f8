/** Owner references that a request states twice: kept once, with upstream's warning. */
import type { KubeObject, OwnerReference } from '../meta/index.js'
import { sameJson } from '../meta/index.js'

/** Of a patch what is repeated shows late, and is told so. */
type Came = 'body' | 'patch' | 'apply'

/** Cost of an object with fewer than two owners: nothing. */
export function distinctOwners({ metadata }: KubeObject, by: Came, warn: (message: string) => void): void {
  const owners = metadata.ownerReferences
  if (!owners || owners.length < 2) return
  const repeated = new Set<string>()
  const kept: OwnerReference[] = []
  for (const owner of owners) {
    if (kept.some((each) => sameJson(each, owner))) repeated.add(owner.uid)
    else kept.push(owner)
  }
  if (repeated.size === 0) return
  metadata.ownerReferences = kept
  const when = by === 'body' ? '' : ' after mutating admission happens'
  warn(
    `.metadata.ownerReferences contains duplicate entries${when}; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: ${[...repeated].join(', ')}`,
  )
}
