/** Whether two JSON values are equal: order of members does not count, and a member that is undefined is absent. Cost: linear, no allocation. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    for (let at = 0; at < a.length; at++) if (!sameJson(a[at], b[at])) return false
    return true
  }
  return !Array.isArray(b) && sameMembers(a as Record<string, unknown>, b as Record<string, unknown>)
}

/** As `sameJson`, but null and empty lists are as good as absent, as to upstream's semantic comparison. Cost: linear. */
export function sameButNone(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (isNone(a)) return isNone(b)
  if (typeof a !== 'object' || typeof b !== 'object' || b === null) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  if (Array.isArray(a) !== Array.isArray(b) || (Array.isArray(a) && a.length !== (b as unknown[]).length)) return false
  for (const key in left) if (!sameButNone(left[key], Object.hasOwn(right, key) ? right[key] : undefined)) return false
  for (const key in right) if (!Object.hasOwn(left, key) && !isNone(right[key])) return false
  return true
}

const isNone = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)

function sameMembers(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  let count = 0
  for (const key in a) {
    const value = a[key]
    if (value === undefined) continue
    if (!Object.hasOwn(b, key) || !sameJson(value, b[key])) return false
    count++
  }
  for (const key in b) if (b[key] !== undefined) count--
  return count === 0
}
