/** JSON merge patch (RFC 7386). */
import { badRequest } from '../../meta/index.js'

/** Merges `patch` into `object` in place and answers it: null removes, objects merge, everything else replaces. Throws 400 when the patch is no object. */
export function applyMergePatch(object: Record<string, unknown>, patch: unknown): Record<string, unknown> {
  if (!isMembers(patch)) throw badRequest('a merge patch of an object must be an object')
  return merge(object, patch)
}

function merge(target: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown> {
  for (const key of Object.keys(patch)) {
    if (key === '__proto__') continue
    const value = patch[key]
    if (value === null) delete target[key]
    else if (isMembers(value)) {
      const present = Object.hasOwn(target, key) ? target[key] : undefined
      target[key] = merge(isMembers(present) ? present : {}, value)
    } else target[key] = value
  }
  return target
}

function isMembers(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
