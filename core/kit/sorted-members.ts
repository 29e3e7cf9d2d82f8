/** A copy of a JSON value whose objects have their members in the order of their names, as Go's encoding/json writes maps. */
export function sortedMembers(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sortedMembers)
  const members = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.keys(members)
      .sort()
      .map((name) => [name, sortedMembers(members[name])]),
  )
}
