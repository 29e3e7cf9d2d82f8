/** What compiling an expression gives: its type, its estimated cost, and a function that evaluates it. */
import type { Budget } from './budget.js'
import type { Sized } from './estimate.js'
import type { CelType, ObjectType } from './types.js'
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
  /** For the estimate. */
  readonly sized?: Sized
  /** What a list or map literal holds. */
  readonly parts?: readonly Typed[]
  /** Present on literals. */
  readonly literal?: Value
  /** What it always comes to, known before anything is evaluated. */
  readonly constant?: Value
}

export interface Variable {
  readonly slot: number
  readonly type: CelType
  /** Of what macros name. */
  readonly sized?: Sized
}

/** The type of a name that objects may be built of; undefined: it is none. */
export type Buildable = (name: string) => ObjectType | undefined

/** Names in sight. */
export class Scope {
  readonly #names: ReadonlyMap<string, Variable>
  readonly #next: number
  readonly buildable: Buildable

  constructor(names: ReadonlyMap<string, Variable>, next: number, buildable: Buildable = () => undefined) {
    this.#names = names
    this.#next = next
    this.buildable = buildable
  }

  get(name: string): Variable | undefined {
    return this.#names.get(name)
  }

  /** The same with more names; slots are used again by siblings. */
  with(
    added: Readonly<Record<string, CelType>>,
    sized: Readonly<Record<string, Sized>> = {},
  ): { readonly scope: Scope; readonly slots: readonly number[] } {
    const names = new Map(this.#names)
    let next = this.#next
    const slots: number[] = []
    for (const [name, type] of Object.entries(added)) {
      slots.push(next)
      names.set(name, { slot: next++, type, ...(sized[name] ? { sized: sized[name] } : {}) })
    }
    return { scope: new Scope(names, next, this.buildable), slots }
  }
}
