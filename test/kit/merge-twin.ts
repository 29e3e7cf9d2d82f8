/** A merge patch, small and slow. */
type Members = Record<string, unknown>

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** RFC 7386 as its own pseudocode has it; with upstream's one addition, that nulls go from objects in lists. */
export function mergeTwin(target: unknown, patch: unknown): unknown {
  if (!isMembers(patch)) return Array.isArray(patch) && !isMembers(target) ? patch.map(bare) : patch
  const result: Members = isMembers(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else result[key] = mergeTwin(result[key], value)
  }
  return result
}

const bare = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(bare) : isMembers(value) ? mergeTwin({}, value) : value
