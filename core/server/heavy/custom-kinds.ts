/** People's own kinds in the thread for heavy writes, compiled when something of them is first written there. */
import { type Clock, readJson } from '../../kit/index.js'
import type { ConversionPlugin, OwnedRegistry } from '../../registry/index.js'
import {
  type BuiltIns,
  type Conversion,
  compileCustom,
  type CustomHead,
  type CustomManifest,
  type CustomParts,
  type Definition,
  TypeBuilder,
  WarmSchemas,
} from '../../schema/index.js'
import { conversionOf } from '../custom-conversion.js'
import type { Questions } from './asking.js'
import { farGuarded } from './far-guarded.js'

export class CustomKinds {
  readonly #builtIns: readonly Definition[]
  readonly #registry: OwnedRegistry
  readonly #questions: Questions
  readonly #parts: CustomParts
  readonly #known = new Map<string, { readonly revision: number; readonly definition: Definition }>()

  constructor(
    { definitions, types }: Pick<BuiltIns, 'definitions' | 'types'>,
    registry: OwnedRegistry,
    about: {
      readonly clock: Clock
      readonly conversions: readonly ConversionPlugin[]
      readonly questions: Questions
    },
  ) {
    const { clock, conversions, questions } = about
    this.#builtIns = definitions
    this.#registry = registry
    this.#questions = questions
    const means = { conversions, guarded: farGuarded(questions) }
    this.#parts = {
      types,
      builder: new TypeBuilder(types),
      warm: new WarmSchemas(clock),
      conversion: (manifest: CustomHead) => this.#patient(conversionOf(manifest, means)),
    }
  }

  /** Serves the definition under `key` as it stands now. */
  async ensure(key: string): Promise<void> {
    const known = this.#known.get(key)
    const unless = known ? { unless: known.revision } : {}
    const entry = await this.#questions.ask({ ask: 'get', key, ...unless })
    if (entry === 'same') return
    this.#known.delete(key)
    const text = entry && Buffer.from(entry.value.bytes).toString()
    const definition = text && compileCustom(readJson(text) as CustomManifest, this.#parts)
    if (definition) this.#known.set(key, { revision: entry.revision, definition })
    this.#registry.serve([...this.#builtIns, ...[...this.#known.values()].map((each) => each.definition)])
  }

  /** While a webhook is asked other jobs go on. */
  #patient(conversion: Conversion | undefined): Conversion | undefined {
    return (
      conversion && {
        convert: (...asked) => {
          const converted = conversion.convert(...asked)
          return converted instanceof Promise ? this.#questions.waitingFor(converted) : converted
        },
      }
    )
  }
}
