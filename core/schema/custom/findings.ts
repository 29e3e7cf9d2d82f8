/** What has been found wrong with a value, and how well it fits otherwise. */
import { writeJson } from '../../kit/index.js'
import type { StatusCause } from '../../meta/index.js'

/** More than these help nobody. */
const most = 500

export class Findings {
  readonly causes: StatusCause[] = []
  /** Checks that were gone through: of several alternatives, none of which fits, the one with the most is told of, as upstream. */
  matches = 0
  readonly #base: string
  readonly #told = new Set<string>()

  /** `base`: where the value stands, which messages don't say. */
  constructor(base = '') {
    this.#base = base
  }

  /** What is said already is not said again. */
  add(cause: StatusCause): void {
    if (this.causes.length >= most) return
    const told = `${cause.field}\n${cause.message}`
    if (this.#told.has(told)) return
    this.#told.add(told)
    this.causes.push(cause)
  }

  refuse(path: string, reason: string, message: string): void {
    const { field } = this.#general(path)
    this.add({ reason, message, field })
  }

  invalid(path: string, value: unknown, why: string): void {
    this.refuse(path, 'FieldValueInvalid', `Invalid value: ${shortly(value)}: ${why}`)
  }

  /** Upstream says of some faults in words alone where they are, and names the whole as their field. */
  wholly(path: string, value: unknown, why: string): void {
    const { field } = this.#general('')
    this.add({
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${shortly(value)}: ${writeJson(path)} ${why}`,
      field,
    })
  }

  merge({ causes, matches }: Findings): void {
    for (const cause of causes) this.add(cause)
    this.matches += matches
  }

  /** Of the same place, empty. */
  another(): Findings {
    return new Findings(this.#base)
  }

  #general(path: string): { readonly field: string } {
    if (this.#base === '') return { field: path || '<nil>' }
    return { field: path ? `${this.#base}.${path}` : this.#base }
  }
}

const mostShown = 200

function shortly(value: unknown): string {
  const text = writeJson(value)
  return text.length > mostShown ? `${text.slice(0, mostShown)}...` : text
}
