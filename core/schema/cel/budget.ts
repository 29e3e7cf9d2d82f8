/** The run-time counter of cost, in upstream's units, and the two ways in which a rule ends early. */

/** A rule's own error: no such key, division by zero. */
export class CelError extends Error {}

/** The call costs more than it may, or the whole object does. Not absorbed by `||`. */
export class CelStopped extends Error {}

/** Units a call, as upstream. */
const callLimit = 1_000_000
/** Values looked at or made within calls whose cost upstream counts as constant (comparing nested lists). */
const workLimit = 3_000_000
const workPerUnit = workLimit / callLimit

// Clients match on these words.
const tooCostly = 'operation cancelled: actual cost limit exceeded'
/** Of what comes after the last unit. */
export const outOfBudget =
  'validation failed due to running out of cost budget, no further validation rules will be run'

/** Rules cost more than may be spent where they are asked: nothing is known of the object. */
export class RulesTooDear extends Error {}

/** One call of one rule. */
export class Budget {
  spent = 0
  #work = 0
  readonly #most: number
  readonly #mostWork: number

  /** `here`: units that may be spent in this thread; beyond them it throws RulesTooDear. */
  constructor(here = callLimit) {
    this.#most = Math.min(here, callLimit)
    this.#mostWork = here < callLimit ? Math.max(here, 0) * workPerUnit : workLimit
  }

  /** Throws CelStopped when the call has become too dear. */
  add(units: number): void {
    this.spent += units
    if (!(this.spent <= this.#most)) throw this.#end()
  }

  /** Bounds work that has no price. */
  work(steps: number): void {
    this.#work += steps
    if (!(this.#work <= this.#mostWork)) throw this.#end()
  }

  #end(): Error {
    return this.#most < callLimit ? new RulesTooDear() : new CelStopped(tooCostly)
  }
}
