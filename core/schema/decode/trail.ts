/** Where a walk over an object stands, kept without allocating, and what it found on its way. */
const mostEmpty = 100

export class Trail {
  readonly #segments: (string | number)[] = []
  readonly #structs: string[] = []
  #depth = 0
  /** Paths of members that the type does not know: `spec.foo`, `spec.containers[0].bar`. */
  readonly unknown: string[] = []
  /** Nulls and empty maps stay, and quantities and times are as they were written, as they say something of what an applier owns. */
  readonly asStated: boolean
  /** Set when something stayed for that. */
  isBare = false
  /** Paths of lists, maps and bytes that were stated empty, and so dropped; of the first hundred. */
  empty: string[] | undefined
  #settled: Readonly<Record<string, unknown>> | undefined

  /** Members of the outermost struct that are the very ones of `settled` are not looked at. */
  constructor(settled?: Readonly<Record<string, unknown>>, { asStated = false } = {}) {
    this.#settled = settled
    this.asStated = asStated
  }

  isEmpty(member: string): void {
    this.empty ??= []
    if (this.empty.length < mostEmpty) this.empty.push(this.path(member))
  }

  /** Undefined but for the first struct, which is the outermost. */
  takeSettled(): Readonly<Record<string, unknown>> | undefined {
    const settled = this.#settled
    this.#settled = undefined
    return settled
  }

  enter(segment: string | number): void {
    this.#segments[this.#depth++] = segment
  }

  leave(): void {
    this.#depth--
  }

  /** What is here is a struct of that name. */
  isStruct(name: string): void {
    this.#structs[this.#depth] = name
  }

  /** The struct that the list or map here is a member of. */
  get holder(): string {
    return this.#structs[this.#depth - 1] ?? ''
  }

  get depth(): number {
    return this.#depth
  }

  /** The path to here, or to a member of what is here. */
  path(member?: string | number): string {
    let text = ''
    for (let at = 0; at < this.#depth; at++) text = joined(text, this.#segments[at]!)
    return member === undefined ? text : joined(text, member)
  }
}

function joined(path: string, segment: string | number): string {
  if (typeof segment === 'number') return `${path}[${segment}]`
  return path ? `${path}.${segment}` : segment
}
