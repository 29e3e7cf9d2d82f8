/** What is wrong with a stored object already is not held against an update that leaves it as it is: rules may have come after the object (upstream ratchets its new rules one by one). */
import { type KubeObject, type StatusCause, sameJson } from '../meta/index.js'

/** The causes that `next` has brought. `ofOld`: all that is wrong with `old`; asked for when there are any. */
export function broughtCauses(
  causes: readonly StatusCause[],
  { next, old, ofOld }: { readonly next: KubeObject; readonly old: KubeObject; ofOld(): readonly StatusCause[] },
): readonly StatusCause[] {
  if (causes.length === 0) return causes
  const standing = new Set(ofOld().map(identity))
  return causes.filter(
    (cause) => !standing.has(identity(cause)) || !sameJson(valueIn(next, cause.field), valueIn(old, cause.field)),
  )
}

const identity = ({ field, reason, message }: StatusCause): string => `${reason} ${field} ${message}`

/** What stands at a field as causes name it: `spec.ports[0].name`, `data[a key]`; undefined where there is nothing. `[]`, and what has no name, is the object itself. */
function valueIn(object: KubeObject, field = ''): unknown {
  let value: unknown = object
  for (const [, bare, inner] of field.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)) {
    if (typeof value !== 'object' || value === null) return undefined
    if (bare ?? inner) value = (value as Readonly<Record<string, unknown>>)[bare ?? inner ?? '']
  }
  return value
}
