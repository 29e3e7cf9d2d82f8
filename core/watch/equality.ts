/** What watchers and indexes look objects up by: the value of a label or of a field. */
import type { KubeObject } from '../meta/index.js'

/** Reads a value from an object: undefined when it has none. */
export type ReadValue = (object: KubeObject) => string | undefined

/** The value of a label. */
export function labelValue(object: KubeObject, name: string): string | undefined {
  const { labels } = object.metadata
  const value = labels && Object.hasOwn(labels, name) ? labels[name] : undefined
  return typeof value === 'string' ? value : undefined
}

/** The text of the field at a dotted path (`spec.nodeName`); '' when it is absent, as field selectors have it. */
export function fieldValue(object: KubeObject, path: string): string {
  let value: unknown = object
  for (const name of segments(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return ''
    value = (value as Record<string, unknown>)[name]
  }
  return value === undefined || value === null ? '' : String(value)
}

const split = new Map<string, readonly string[]>()

function segments(path: string): readonly string[] {
  let names = split.get(path)
  if (!names) {
    if (split.size >= 1000) split.clear()
    names = (path.startsWith('.') ? path.slice(1) : path).split('.')
    split.set(path, names)
  }
  return names
}
