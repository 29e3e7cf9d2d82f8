/** What a watch showed, and the nine properties that it must have (the list is etcd's own for its watches). */

export interface Seen {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK'
  readonly revision: number
  readonly name: string
  /** What tells one write from all others. */
  readonly text: string
  readonly label: string
}

/** A write that was answered. */
export interface Written {
  readonly revision: number
  readonly name: string
  /** Undefined: deleted. */
  readonly text: string | undefined
}

/** All that is wrong with a watch of everything from `start` on; `written` is what was answered meanwhile, and must be in it. */
export function offences(
  seen: readonly Seen[],
  written: readonly Written[],
  start: ReadonlyMap<string, string>,
): string[] {
  const found: string[] = []
  const state = new Map(start)
  const byRevision = new Map<number, Seen>()
  let newest = 0
  for (const { type, revision, name, text, ...rest } of seen) {
    if (type === 'BOOKMARK') {
      if (revision < newest) found.push(`bookmarkable: a bookmark says ${revision} behind ${newest}`)
      newest = Math.max(newest, revision)
      continue
    }
    if (byRevision.has(revision)) found.push(`unique: ${revision} came twice`)
    else if (revision <= newest) found.push(`ordered: ${revision} came behind ${newest}`)
    const before = state.get(name)
    if ((type === 'ADDED') === state.has(name)) found.push(`is-create: ${type} of ${name}, which was ${before}`)
    if (type === 'DELETED' && text !== before) found.push(`previous value: ${name} went as ${text}, and was ${before}`)
    if (type === 'DELETED') state.delete(name)
    else state.set(name, text)
    newest = Math.max(newest, revision)
    byRevision.set(revision, { type, revision, name, text, ...rest })
  }
  for (const { revision, name, text } of written) {
    const event = byRevision.get(revision)
    const is = event && (event.type === 'DELETED' ? undefined : event.text)
    if (!event) found.push(`reliable: the answered write ${revision} of ${name} is missing`)
    else if (event.name !== name || is !== text) found.push(`atomic: ${revision} was answered as ${name} ${text}`)
  }
  return found
}

/** What a watch of the objects with a label must show, going by one of everything. */
export function filtered(seen: readonly Seen[], label: string): Omit<Seen, 'label'>[] {
  const inside = new Map<string, Seen>()
  return seen.flatMap(({ label: its, ...event }): Omit<Seen, 'label'>[] => {
    if (event.type === 'BOOKMARK') return []
    const { name, revision } = event
    const before = inside.get(name)
    const is = event.type !== 'DELETED' && its === label
    if (is) inside.set(name, { ...event, label: its })
    else inside.delete(name)
    if (is) return [{ ...event, type: before ? 'MODIFIED' : 'ADDED' }]
    return before ? [{ type: 'DELETED', revision, name, text: before.text }] : []
  })
}
