/** What compiling an expression gives: its type, its estimated cost, and a function that evaluates it. */
import type { Budget } from './budget.js'
import type { CelType } from './types.js'
import type { Value } from './values.js'

/** One evaluation. */
export interface Frame {
  readonly budget: Budget
  /** By slot: self, oldSelf, then the variables of macros. */
  readonly slots: Value[]
}

export type Run = (frame: Frame) => Value

export interface Typed {
  readonly type: CelType
  /** At most, in units of cost. */
  readonly cost: number
  readonly run: Run
  /** Present on literals. */
  readonly literal?: Value
}

export interface Variable {
  readonly slot: number
  readonly type: CelType
}

/** Names in sight. */
export class Scope {
  readonly #names: ReadonlyMap<string, Variable>
  readonly #next: number

  constructor(names: ReadonlyMap<string, Variable>, next: number) {
    this.#names = names
    this.#next = next
  }

  get(name: string): Variable | undefined {
    return this.#names.get(name)
  }

  /** The same with more names; slots are used again by siblings. */
  with(added: Readonly<Record<string, CelType>>): { readonly scope: Scope; readonly slots: readonly number[] } {
    const names = new Map(this.#names)
    let next = this.#next
    const slots: number[] = []
    for (const [name, type] of Object.entries(added)) {
      slots.push(next)
      names.set(name, { slot: next++, type })
    }
    return { scope: new Scope(names, next), slots }
  }
}
