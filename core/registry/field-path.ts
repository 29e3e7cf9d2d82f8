/** Reading and writing members of objects by simple paths: `spec.replicas`, with or without a dot in front. */

/** Undefined where the path leads nowhere. Never follows inherited members. */
export function valueAt(object: unknown, path: string): unknown {
  let value: unknown = object
  for (const name of namesOf(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

/** Makes the objects on the way that are missing. */
export function setValueAt(object: object, path: string, value: unknown): void {
  const names = [...namesOf(path)]
  const last = names.pop()!
  let holder = object as Record<string, unknown>
  for (const name of names) {
    if (!Object.hasOwn(holder, name) || typeof holder[name] !== 'object' || holder[name] === null) holder[name] = {}
    holder = holder[name] as Record<string, unknown>
  }
  holder[last] = value
}

const split = new Map<string, readonly string[]>()

function namesOf(path: string): readonly string[] {
  let names = split.get(path)
  if (!names) {
    if (split.size > 1000) split.clear()
    split.set(path, (names = (path.startsWith('.') ? path.slice(1) : path).split('.')))
  }
  return names
}
