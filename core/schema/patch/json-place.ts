/** One place in a JSON document, by what holds it and its key: adding, writing and removing there. */

export type Members = Record<string, unknown>

/** Answers how many elements had to move; undefined when nothing can be added there. */
export function add(holder: Members | unknown[], key: string, value: unknown): number | undefined {
  if (!Array.isArray(holder)) {
    holder[key] = value
    return 0
  }
  if (key === '-') {
    holder.push(value)
    return 0
  }
  const index = indexOf(key, holder.length + 1)
  if (index === undefined || index > holder.length) return undefined
  holder.splice(index, 0, value)
  return holder.length - index
}

/** Answers how many elements had to move; undefined when nothing stands there. */
export function remove(holder: Members | unknown[], key: string): number | undefined {
  if (!Array.isArray(holder)) return Object.hasOwn(holder, key) && delete holder[key] ? 0 : undefined
  const index = indexOf(key, holder.length)
  if (index === undefined || index >= holder.length) return undefined
  holder.splice(index, 1)
  return holder.length - index
}

/** Writes a member, or an element that is there already. Answers whether it could. */
export function write(holder: Members | unknown[], key: string, value: unknown): boolean {
  if (Array.isArray(holder)) {
    const index = indexOf(key, holder.length)
    if (index === undefined || index >= holder.length) return false
    holder[index] = value
  } else holder[key] = value
  return true
}

/** The index that a token names; negative ones count from the end of `length`. Undefined for what is none. */
export function indexOf(token: string, length: number): number | undefined {
  if (!/^[+-]?\d{1,15}$/.test(token)) return undefined
  const index = Number(token)
  if (index >= 0) return index
  return index + length >= 0 ? index + length : undefined
}
