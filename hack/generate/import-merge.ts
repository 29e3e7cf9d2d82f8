/** Joins a file that is there with what the facts say now: upstream's keys are replaced or dropped, keys that people write stay where they were. */
type Node = Readonly<Record<string, unknown>>

/** Keys that the importer writes; any other key of an existing file was written by a person. */
const imported = new Set([
  ...['$ref', 'type', 'format', 'items', 'properties', 'additionalProperties', 'required', 'enum', 'default', 'schema'],
  ...['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type', 'x-kubernetes-unions'],
  ...['x-kubernetes-patch-strategy', 'x-kubernetes-patch-merge-key', 'x-kubernetes-int-or-string'],
  ...['x-kubernetes-preserve-unknown-fields', 'x-operon-scalar', 'x-operon-special', 'x-operon-defaults'],
  ...['x-operon-number', 'x-operon-proto', 'x-operon-pointer', 'x-operon-always', 'x-operon-types', 'x-operon-object'],
  ...['x-operon-verbs', 'x-operon-delete-returns-object', 'x-operon-storage-version-hash', 'x-operon-package'],
  ...['shortNames', 'categories', 'subresources'],
])

/** Keys below which every name is upstream's. */
const named = new Set(['properties', 'x-operon-types'])

/** Keys with one value for both: what is written wins over the facts. */
const whole = new Set(['subresources', 'x-operon-defaults'])

export function keepWritten(old: Node, fresh: Node, key = ''): Record<string, unknown> {
  const merged: Record<string, unknown> = {}
  const place = (name: string) => {
    if (name in merged) return
    if (!(name in fresh)) merged[name] = old[name]
    else merged[name] = name in old ? join(old[name], fresh[name], named.has(key) ? '' : name) : fresh[name]
  }
  const stays = (name: string) => name in fresh || (!named.has(key) && !imported.has(name))
  const kept = Object.keys(old).filter(stays)
  if (named.has(key)) for (const name of Object.keys(fresh)) place(name)
  for (const name of kept) place(name)
  for (const name of Object.keys(fresh)) place(name)
  return merged
}

function join(old: unknown, fresh: unknown, key: string): unknown {
  if (whole.has(key)) return old
  if (key === 'versions') return versions(old as readonly Node[], fresh as readonly Node[])
  return isNode(old) && isNode(fresh) ? keepWritten(old, fresh, key) : fresh
}

function versions(old: readonly Node[], fresh: readonly Node[]): unknown {
  return fresh.map((version) => {
    const before = old.find((candidate) => candidate['name'] === version['name'])
    return before ? keepWritten(before, version) : version
  })
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
