/** A value in the notation that upstream's messages show trees in: `map[spec:map[replicas:3] status:<nil>]`, keys sorted. */
export function printed(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printed).join(' ')}]`
  if (typeof value !== 'object') return String(value)
  if (value === null) return '<nil>'
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `map[${members.map(([key, member]) => `${key}:${printed(member)}`).join(' ')}]`
}
