/** Keys that stand twice in a YAML text, found while it is read: the reader itself stops at the first. */
import type { EventType, State } from 'js-yaml'

export interface RepeatedKey {
  readonly key: string
  /** Of its second value, counted from 1. */
  readonly line: number
  /** Where in the text. */
  readonly at: number
}

/** As upstream's reader, no more than this many are told. */
const most = 100

interface Node {
  readonly line: number
  readonly at: number
  /** Keys of the map that this node is, so far. */
  readonly keys: Set<string>
}

export type Listener = (event: EventType, state: State) => void

/** `read` reads the text, and calls back for each node that it opens and closes; those behind the first document don't count. */
export function repeatedIn(text: string, read: (listener: Listener) => unknown): readonly RepeatedKey[] {
  const found: RepeatedKey[] = []
  const open: Node[] = []
  let isOver = false
  read((event, state) => {
    const { line, position, kind, result } = state as State & { readonly line: number; readonly position: number }
    if (isOver) return
    if (event === 'open') {
      open.push({ line: line + 1, at: position, keys: new Set() })
      return
    }
    const node = open.pop()
    const around = open.at(-1)
    isOver = !around
    if (!node || !around || kind === 'mapping' || kind === 'sequence' || !isKey(text, position)) return
    const key = String(result)
    if (around.keys.has(key) && key !== '<<' && found.length < most)
      found.push({ key, line: node.line + linesToValue(text, position), at: node.at })
    around.keys.add(key)
  })
  return found
}

/** How many lines below its key a value begins. Cost: what lies between. */
function linesToValue(text: string, end: number): number {
  const between = /[ \t]*:(?:[ \t\r\n]|(?<=\s)#[^\n]*)*/y
  between.lastIndex = end
  return (between.exec(text)?.[0].match(/\n/g) ?? []).length
}

/** What a colon follows names what comes after it. */
const isKey = (text: string, end: number): boolean =>
  (/["']/.test(text[end - 1] ?? '') ? /^[ \t]*:/ : /^[ \t]*:(?:\s|$)/).test(text.slice(end, end + 80))
