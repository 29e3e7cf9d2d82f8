/** Expressions of admission policies and webhook configurations: compiled once for a policy, then evaluated for each request that it is asked about. */
import { AdmissionEvaluation, type AdmissionInputs } from './admission-evaluation.js'
import type { Elsewhere } from './far.js'
import type { StructType } from '../type.js'
import { admissionScope, type AdmissionTypes, type Sight } from './admission-types.js'
import { compile } from './compile.js'
import { ConstantError } from './compile-error.js'
import { celTypeOf } from './from-type.js'
import { CompileError, parse, showError } from './parse.js'
import type { Run } from './typed.js'
import { type CelType, dyn, typeText } from './types.js'

export type { Sight } from './admission-types.js'

export interface AdmissionExpression {
  readonly text: string
  /** What it may come to; any type when left out. */
  readonly wanted?: readonly ('bool' | 'string' | 'null_type' | 'Object' | 'list(JSONPatch)')[]
}

/** Made by `AdmissionExpressions.compile`. */
export interface AdmissionProgram {
  readonly text: string
  readonly sight: Sight
  readonly type: CelType
  /** Why it can't be used, in upstream's words. */
  readonly error?: string
  readonly run?: Run
}

/** One policy's expressions; variables are named by those that come after them. */
export class AdmissionExpressions {
  readonly #variables = new Map<string, AdmissionProgram>()
  readonly #types: AdmissionTypes
  readonly #elsewhere: Elsewhere | undefined

  /** `types`: what objects and parameters are, for a check of expressions that are not going to be evaluated. `elsewhere`: where those are evaluated that cost much; left out: here. */
  constructor(
    { object, params }: { readonly object?: StructType; readonly params?: StructType } = {},
    elsewhere?: Elsewhere,
  ) {
    this.#elsewhere = elsewhere
    this.#types = { ...(object && { object: celTypeOf(object) }), ...(params && { params: celTypeOf(params) }) }
  }

  /** Declares `variables.<name>` and answers as `errorOf`. */
  addVariable(name: string, text: string, sight: Sight): string | undefined {
    const program = this.compile({ text }, sight)
    this.#variables.set(name, program)
    return program.error
  }

  /** Why it can't be used, in upstream's words; undefined: it can. */
  errorOf(expression: AdmissionExpression, sight: Sight): string | undefined {
    return this.compile(expression, sight).error
  }

  /** Does not throw: what can't be used says why. */
  compile({ text, wanted }: AdmissionExpression, sight: Sight): AdmissionProgram {
    try {
      const types = new Map([...this.#variables].map(([name, { type }]) => [name, type]))
      const { type, run } = compile(parse(text), admissionScope(sight, types, this.#types))
      const found = typeText(type)
      if (!wanted || wanted.some((each) => (each === 'null_type' ? 'null' : each) === found))
        return { text, sight, type, run }
      const [only, ...others] = wanted
      return {
        text,
        sight,
        type,
        error: `must evaluate to ${others.length ? `one of [${wanted.join(' ')}]` : only} but got ${found}`,
      }
    } catch (error) {
      if (error instanceof ConstantError)
        return { text, sight, type: dyn, error: `program instantiation failed: ${error.message}` }
      if (error instanceof CompileError)
        return { text, sight, type: dyn, error: `compilation failed: ${showError(error, text)}` }
      if (error instanceof RangeError) return { text, sight, type: dyn, error: 'compilation failed: nested too deeply' }
      throw error
    }
  }

  /** For one request. `paid`: variables whose cost is not to be counted. */
  evaluation(inputs: AdmissionInputs, paid: readonly string[] = []): AdmissionEvaluation {
    return new AdmissionEvaluation(inputs, this.#variables, { elsewhere: this.#elsewhere, paid })
  }
}
