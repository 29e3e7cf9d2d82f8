/** Reads crds/generated/types.jsonl a line at a time: a type that nobody asks for costs no parsing and no objects. */
import type { SchemaNode, TypeSource } from './schema-node.js'

/** `text`: a line a type, sorted by name: the full name, a tab, the schema as JSON. About 0.2 ms to index; a schema is parsed anew each time it is asked for. */
export function typeSource(text: string): TypeSource {
  const starts = new Map<string, number>()
  for (let at = 0; at < text.length; ) {
    const tab = text.indexOf('\t', at)
    starts.set(text.slice(at, tab), tab + 1)
    at = text.indexOf('\n', tab) + 1
  }
  return (name) => {
    const start = starts.get(name)
    if (start === undefined) throw new Error(`no type is named ${name}`)
    return JSON.parse(text.slice(start, text.indexOf('\n', start))) as SchemaNode
  }
}
