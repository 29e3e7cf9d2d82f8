/** One admission request before the expressions of one policy: its values, its variables worked out when they are first named, and what may still be spent. */
import type { MaybePromise } from '../../kit/index.js'
import type { AdmissionProgram } from './admission.js'
import { admissionNames, namespaceType, objectOf, requestType } from './admission-types.js'
import { BuiltObject, requireNamesOfPlaces } from './build-object.js'
import { Budget, CelError, CelStopped, outOfBudget, RulesTooDear } from './budget.js'
import { type Elsewhere, unitsHere } from './far.js'
import { fromJson } from './from-json.js'
import type { Asker } from './library/authorization.js'
import { authorizerValue, resourceCheckValue } from './library/authorization.js'
import { toJson } from './to-json.js'
import type { Run } from './typed.js'
import { json } from './types.js'
import { ListValue, ObjectValue, type Value } from './values.js'

/** All of JSON; undefined for what is not in the request: shown as null. */
export interface AdmissionInputs {
  readonly object: unknown
  readonly oldObject: unknown
  /** As an AdmissionRequest of admission/v1 has it. */
  readonly request: unknown
  readonly namespaceObject: unknown
  readonly params?: unknown
  readonly asker?: Asker
  /** Units for all expressions together. */
  readonly budget: number
  /** What is spent is added to it. */
  readonly meter?: { spent: number }
}

/** `error`: the expression's own; `spent`: nothing more may be evaluated. */
export type Outcome = { readonly value: unknown } | { readonly error: string } | { readonly spent: string }

interface Means {
  readonly elsewhere: Elsewhere | undefined
  readonly paid: readonly string[]
}

/** Programs that cost too much for this thread when they were evaluated last. */
const dear = new WeakSet<AdmissionProgram>()

export class AdmissionEvaluation {
  readonly #inputs: AdmissionInputs
  readonly #variables: ReadonlyMap<string, AdmissionProgram>
  /** Undefined: everything is evaluated here. */
  readonly #elsewhere: Elsewhere | undefined
  /** Variables whose cost was counted. */
  readonly #paid: Set<string>
  readonly #slots: readonly (Value | undefined)[]
  readonly #meter: AdmissionInputs['meter']
  #left: number
  /** Spent by variables since an expression has begun. */
  #aside = 0
  #units: number | undefined

  constructor(inputs: AdmissionInputs, variables: ReadonlyMap<string, AdmissionProgram>, { elsewhere, paid }: Means) {
    this.#inputs = inputs
    this.#variables = variables
    this.#elsewhere = elsewhere
    this.#paid = new Set(paid)
    this.#left = inputs.budget
    this.#meter = inputs.meter
    const lazy = new Variables(variables, (name, run) => this.#variable(name, run))
    const values: Record<(typeof admissionNames)[number], Value | undefined> = {
      object: fromJson(json, inputs.object),
      oldObject: fromJson(json, inputs.oldObject),
      request: fromJson(requestType, inputs.request),
      namespaceObject: fromJson(namespaceType, inputs.namespaceObject),
      params: fromJson(json, inputs.params),
      authorizer: inputs.asker && authorizerValue(inputs.asker),
      'authorizer.requestResource': inputs.asker && resourceCheckValue(inputs.asker),
      variables: lazy,
    }
    this.#slots = admissionNames.map((name) => values[name])
  }

  /** What is left to spend. */
  get left(): number {
    return this.#left
  }

  /** Variables whose cost was counted. */
  get paid(): readonly string[] {
    return [...this.#paid]
  }

  /** Values as JSON: what mutations make too. Cost: at most a million units, and as many for each variable; where they are more than 5,000, in another thread, if there is one. */
  evaluate(program: AdmissionProgram): MaybePromise<Outcome> {
    if (!this.#elsewhere || this.#asksAuthorizers(program)) return this.evaluateHere(program)
    if (dear.has(program)) return this.#evaluateElsewhere(program, this.#elsewhere)
    try {
      return this.evaluateHere(program, unitsHere)
    } catch (error) {
      if (!(error instanceof RulesTooDear)) throw error
      this.#spend(this.#aside)
      return this.#evaluateElsewhere(program, this.#elsewhere)
    }
  }

  /** `units`: that one evaluation may cost; beyond them it throws RulesTooDear. */
  evaluateHere({ text, error, run }: AdmissionProgram, units?: number): Outcome {
    if (this.#left < 0) return { spent: outOfBudget }
    if (!run || error !== undefined) return { error: `compilation error: ${error}` }
    this.#aside = 0
    this.#units = units
    const { cost, ...outcome } = this.#attempt(run)
    this.#spend(this.#aside + cost)
    if (this.#left < 0) return { spent: outOfBudget }
    if ('failed' in outcome) return { error: `expression '${text}' resulted in error: ${outcome.failed}` }
    try {
      requireNames(outcome.value)
      return { value: toJson(outcome.value) }
    } catch (unfit) {
      if (unfit instanceof CelError) return { error: unfit.message }
      throw unfit
    }
  }

  async #evaluateElsewhere(program: AdmissionProgram, elsewhere: Elsewhere): Promise<Outcome> {
    if (this.#left < 0) return { spent: outOfBudget }
    const { text, sight } = program
    const { object, oldObject, request, namespaceObject, params } = this.#inputs
    const { outcome, spent, paid } = await elsewhere({
      text,
      sight,
      variables: [...this.#variables].map(([name, variable]) => ({ name, text: variable.text, sight: variable.sight })),
      inputs: { object, oldObject, request, namespaceObject, params },
      budget: this.#left,
      paid: this.paid,
    })
    this.#left -= spent
    for (const name of paid) this.#paid.add(name)
    if (spent > unitsHere) dear.add(program)
    else dear.delete(program)
    return outcome
  }

  /** Which can be asked in this thread alone. */
  #asksAuthorizers({ text }: AdmissionProgram): boolean {
    return text.includes('authorizer') || [...this.#variables.values()].some((each) => each.text.includes('authorizer'))
  }

  #spend(units: number): void {
    this.#left -= units
    if (this.#meter) this.#meter.spent += units
  }

  #attempt(run: Run): { readonly cost: number } & ({ readonly value: Value } | { readonly failed: string }) {
    const budget = new Budget(this.#units)
    try {
      const value = run({ budget, slots: [...this.#slots] as Value[] })
      return { value, cost: budget.spent }
    } catch (error) {
      if (error instanceof RangeError) return { failed: 'value is too large or nested too deeply', cost: budget.spent }
      if (!(error instanceof CelError) && !(error instanceof CelStopped)) throw error
      return { failed: error.message, cost: budget.spent }
    }
  }

  #variable(name: string, run: Run): Value {
    const { cost, ...outcome } = this.#attempt(run)
    if (!this.#paid.has(name)) this.#aside += cost
    this.#paid.add(name)
    if ('failed' in outcome) throw new CelError(outcome.failed)
    return outcome.value
  }
}

/** Of what mutations make; objects in the values of a JSON patch are looked at one by one, as each begins anew. */
function requireNames(value: Value): void {
  if (value instanceof BuiltObject) requireNamesOfPlaces(value)
  else if (value instanceof ListValue)
    for (const each of value) {
      const inner = each instanceof BuiltObject && each.type.name === 'JSONPatch' ? each.get('value') : undefined
      if (inner instanceof BuiltObject) requireNamesOfPlaces(inner)
    }
}

/** `variables`: each worked out once. */
class Variables extends ObjectValue {
  readonly #programs: ReadonlyMap<string, AdmissionProgram>
  readonly #work: (name: string, run: Run) => Value
  readonly #known = new Map<string, { readonly value: Value } | { readonly error: string }>()

  constructor(programs: ReadonlyMap<string, AdmissionProgram>, work: (name: string, run: Run) => Value) {
    super(objectOf('kubernetes.variables', {}), {})
    this.#programs = programs
    this.#work = work
  }

  override has(name: string): boolean {
    return this.#programs.has(name)
  }

  override get(name: string): Value | undefined {
    const program = this.#programs.get(name)
    if (!program) return undefined
    let known = this.#known.get(name)
    if (!known) this.#known.set(name, (known = this.#evaluate(name, program)))
    if ('error' in known) throw new CelError(known.error)
    return known.value
  }

  #evaluate(name: string, { run, error }: AdmissionProgram): { readonly value: Value } | { readonly error: string } {
    if (!run || error !== undefined) return { error: `the variable "${name}" can't be compiled: ${error}` }
    try {
      return { value: this.#work(name, run) }
    } catch (failed) {
      if (!(failed instanceof CelError)) throw failed
      return { error: `the variable "${name}" has no value: ${failed.message}` }
    }
  }
}
