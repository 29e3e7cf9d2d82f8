/** The run-time counter of cost, in upstream's units, and the two ways in which a rule ends early. */

/** A rule's own error: no such key, division by zero. */
export class CelError extends Error {}

/** The call costs more than it may, or the whole object does. Not absorbed by `||`. */
export class CelStopped extends Error {}

/** Units a call, as upstream. */
export const callLimit = 1_000_000
/** Values looked at or made within calls whose cost upstream counts as constant (comparing nested lists). */
const workLimit = 3_000_000

// Clients match on these words.
const tooCostly = 'operation cancelled: actual cost limit exceeded'
/** Of what comes after the last unit. */
export const outOfBudget =
  'validation failed due to running out of cost budget, no further validation rules will be run'

/** One call of one rule. */
export class Budget {
  spent = 0
  #work = 0

  /** Throws CelStopped when the call has become too dear. */
  add(units: number): void {
    this.spent += units
    if (!(this.spent <= callLimit)) throw new CelStopped(tooCostly)
  }

  /** Bounds work that has no price. */
  work(steps: number): void {
    this.#work += steps
    if (!(this.#work <= workLimit)) throw new CelStopped(tooCostly)
  }
}
