/** Server-side apply, small and slow: an object as a flat list of fields, each with the set of its owners. What the registry does is compared with it. */

/** A field by its path; a set's element has the value true. */
export type Fields = ReadonlyMap<string, string | true>

export class ApplyTwin {
  values = new Map<string, string | true>()
  owners = new Map<string, Set<string>>()
  /** Of each map or list, `d:` for data, those that an update made. As upstream it stays the updater's when an applier drops its last member, though nobody sees it then. */
  readonly #makers = new Set<string>()
  /** What each applier stated last. */
  readonly #stated = new Map<string, Fields>()

  /** Answers the fields in conflict; empty: it is done. */
  apply(manager: string, fields: Fields, force: boolean): readonly string[] {
    const me = `${manager}/Apply`
    const taken = [...fields].filter(([path, value]) => this.#isOthers(path, me) && this.values.get(path) !== value)
    const made = this.#absentOf(fields)
    const conflicts = [...taken.map(([path]) => path), ...made.filter((kind) => this.#makers.has(kind))]
    if (conflicts.length > 0 && !force) return conflicts
    for (const kind of made) this.#makers.delete(kind)
    for (const path of this.#stated.get(manager)?.keys() ?? []) if (!fields.has(path)) this.#letGo(path, me)
    for (const [path, value] of fields) {
      const owners = this.values.get(path) === value ? (this.owners.get(path) ?? new Set()) : new Set<string>()
      this.owners.set(path, owners.add(me))
      this.values.set(path, value)
    }
    this.#stated.set(manager, fields)
    return []
  }

  /** A PUT: what changed is the sender's alone, what is gone is nobody's. */
  update(manager: string, fields: Fields): void {
    for (const kind of this.#absentOf(fields)) this.#makers.add(kind)
    for (const kind of kindsOf(this.values)) if (!kindsOf(fields).has(kind)) this.#makers.delete(kind)
    for (const path of [...this.values.keys()]) if (!fields.has(path)) this.#remove(path)
    for (const [path, value] of fields) {
      if (this.values.get(path) === value) continue
      this.values.set(path, value)
      this.owners.set(path, new Set([`${manager}/Update`]))
    }
  }

  /** What of this would be the first of its map or list. */
  #absentOf(fields: Fields): string[] {
    const there = kindsOf(this.values)
    return [...kindsOf(fields)].filter((kind) => !there.has(kind))
  }

  #isOthers(path: string, me: string): boolean {
    return [...(this.owners.get(path) ?? [])].some((owner) => owner !== me)
  }

  /** A field that this applier owned goes when nobody else owns it. */
  #letGo(path: string, me: string): void {
    const owners = this.owners.get(path)
    if (!owners?.delete(me) || owners.size > 0) return
    this.#remove(path)
  }

  #remove(path: string): void {
    this.values.delete(path)
    this.owners.delete(path)
  }
}

function kindsOf(fields: Fields): Set<string> {
  return new Set([...fields.keys()].map((path) => path.slice(0, 2)))
}
