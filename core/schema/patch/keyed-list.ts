type Members = Record<string, unknown>

/** A list whose objects are found by the value of one member, at the same cost however long it is. What is no object stays where it stands. */
export class KeyedList {
  /** Undefined where one was deleted; no element is. */
  readonly #elements: unknown[]
  readonly #places = new Map<unknown, number[]>()

  constructor(elements: readonly unknown[], key: string) {
    this.#elements = [...elements]
    for (const [at, element] of elements.entries())
      if (typeof element === 'object' && element !== null && !Array.isArray(element))
        this.#add((element as Members)[key], at)
  }

  /** The first of that identity. */
  find(identity: unknown): Members | undefined {
    const places = this.#places.get(identity)
    return places && (this.#elements[places[0]!] as Members)
  }

  /** Puts `element` in the place of the first of that identity. */
  replace(identity: unknown, element: Members): void {
    const places = this.#places.get(identity)
    if (places) this.#elements[places[0]!] = element
  }

  push(identity: unknown, element: Members): void {
    this.#add(identity, this.#elements.push(element) - 1)
  }

  /** All of that identity. Answers how many there were. */
  delete(identity: unknown): number {
    const places = this.#places.get(identity) ?? []
    for (const at of places) this.#elements[at] = undefined
    this.#places.delete(identity)
    return places.length
  }

  elements(): unknown[] {
    return this.#elements.filter((element) => element !== undefined)
  }

  #add(identity: unknown, at: number): void {
    const places = this.#places.get(identity)
    if (places) places.push(at)
    else this.#places.set(identity, [at])
  }
}
