/** YAML in and out, where whole numbers of 64 bits stay whole. js-yaml is loaded at first use. */
import { exactNumber } from '../kit/index.js'
import { repeatedIn } from './yaml-keys.js'

type Yaml = typeof import('js-yaml')

export interface YamlReader {
  /** Of keys that stand twice the last counts, as upstream. Throws what js-yaml throws. */
  read(text: string): unknown
  /** Keys that stand more than once in a map, in the order of the text; `line` counts from 1. Throws as `read`. */
  repeated(text: string): readonly { readonly key: string; readonly line: number; readonly at: number }[]
}

export async function yamlReader(): Promise<YamlReader> {
  const yaml = await import('js-yaml')
  const schema = yaml.CORE_SCHEMA.extend({ implicit: [wholeNumbers(yaml)] })
  return {
    read: (text) => yaml.load(text, { schema, json: true }),
    repeated: (text) => repeatedIn(text, (listener) => yaml.load(text, { schema, json: true, listener })),
  }
}

export async function writeYaml(value: unknown): Promise<string> {
  const yaml = await import('js-yaml')
  const schema = yaml.DEFAULT_SCHEMA.extend({ implicit: [wholeNumbers(yaml)] })
  return yaml.dump(value, { noRefs: true, lineWidth: -1, schema })
}

/** The library's own, but for numbers that a double can't hold. */
function wholeNumbers({
  Type,
  types,
}: Yaml & { readonly types?: { readonly int: IntType } }): InstanceType<Yaml['Type']> {
  const { int } = types!
  return new Type('tag:yaml.org,2002:int', {
    kind: 'scalar',
    resolve: int.resolve,
    construct: (text: string) => {
      const rounded = int.construct(text)
      return Number.isSafeInteger(rounded) ? rounded : exact(text.replaceAll('_', ''), rounded)
    },
    predicate: (value) => typeof value === 'bigint' || int.predicate(value),
    represent: { decimal: (value) => String(value) },
    defaultStyle: 'decimal',
  })
}

interface IntType {
  readonly resolve: (text: unknown) => boolean
  readonly construct: (text: string) => number
  readonly predicate: (value: object) => boolean
}

function exact(text: string, rounded: number): number | bigint {
  const [, sign, digits] = /^([-+]?)(.*)$/.exec(text)!
  const size = exactNumber(String(BigInt(digits!)))
  if (typeof size === 'number') return sign === '-' && BigInt(digits!) === 2n ** 63n ? -(2n ** 63n) : rounded
  return sign === '-' ? -size : size
}
