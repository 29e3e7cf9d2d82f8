/** JSON merge patch (RFC 7386). */
import { isMembers } from '../../kit/index.js'
import { badRequest } from '../../meta/index.js'

/** Merges `patch` into `object` in place and answers it: null removes, objects merge, everything else replaces; as upstream's library, members that are null go from objects within lists too, unless the list replaces an object. Throws 400 when the patch is no object. */
export function applyMergePatch(object: Record<string, unknown>, patch: unknown): Record<string, unknown> {
  if (!isMembers(patch)) throw badRequest('a merge patch of an object must be an object')
  return merge(object, patch)
}

function merge(target: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown> {
  for (const key of Object.keys(patch)) {
    if (key === '__proto__') throw badRequest("a member of a patch can't have the name __proto__")
    const value = patch[key]
    const present = Object.hasOwn(target, key) ? target[key] : undefined
    if (value === null) delete target[key]
    else if (isMembers(value)) target[key] = merge(isMembers(present) ? present : {}, value)
    else target[key] = isMembers(present) ? value : withoutNulls(value)
  }
  return target
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  return isMembers(value) ? merge({}, value) : value
}
