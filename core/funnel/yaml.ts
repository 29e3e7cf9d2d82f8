/** YAML in and out as Go's clients and servers have it (the scalars of YAML 1.1: `0644` is octal, `on` is true), where whole numbers of 64 bits stay whole. js-yaml is loaded at first use. */
import { exactNumber } from '../kit/index.js'
import { type Listener, repeatedIn } from './yaml-keys.js'

type Yaml = typeof import('js-yaml')
type Schema = InstanceType<Yaml['Schema']>

export interface YamlReader {
  /** The first document; of what follows it nothing counts, as upstream. Of keys that stand twice the last counts. Throws what js-yaml throws. */
  read(text: string): unknown
  /** Keys that stand more than once in a map, in the order of the text; `line` counts from 1. Throws as `read`. */
  repeated(text: string): readonly { readonly key: string; readonly line: number; readonly at: number }[]
}

export async function yamlReader(): Promise<YamlReader> {
  const yaml = await import('js-yaml')
  const schema = schemasOf(yaml).read
  return {
    read: (text) => firstOf(text, (stop) => yaml.load(text, { schema, json: true, ...(stop && { listener: stop }) })),
    repeated: (text) =>
      repeatedIn(text, (listener) =>
        firstOf(text, (stop) => yaml.load(text, { schema, json: true, listener: stop ?? listener })),
      ),
  }
}

/** What `load` answers; what it refuses behind the first document does not count. Cost: reads twice where anything is refused. */
function firstOf(text: string, load: (stop?: Listener) => unknown): unknown {
  try {
    return load()
  } catch (error) {
    const first = upToFirst(load)
    if (first && isDone(text, first.end)) return first.value
    throw error
  }
}

class First {
  readonly value: unknown
  readonly end: number

  constructor(value: unknown, end: number) {
    this.value = value
    this.end = end
  }
}

function upToFirst(load: (stop: Listener) => unknown): First | undefined {
  let depth = 0
  try {
    load((event, state) => {
      depth += event === 'open' ? 1 : -1
      if (depth === 0) throw new First(state.result, (state as typeof state & { readonly position: number }).position)
    })
  } catch (error) {
    if (error instanceof First) return error
  }
  return undefined
}

/** As Go's reader has it: behind braces there may be whatever can be a token, behind what is indented another document alone. */
function isDone(text: string, end: number): boolean {
  const next = /\s*(.{0,3})/y
  next.lastIndex = end
  const found = next.exec(text)?.[1] ?? ''
  return found === '---' || found === '...' || (/^\s*(?:---\s+)?[{[]/.test(text) && !/^[@`]/.test(found))
}

/** Keys sorted, as upstream has them. Text that a reader of YAML 1.1 or 1.2 would take for something else stands in quotes. */
export async function writeYaml(value: unknown): Promise<string> {
  return (await yamlWriter())(value)
}

/** For many values. */
export async function yamlWriter(): Promise<(value: unknown) => string> {
  const yaml = await import('js-yaml')
  const schema = schemasOf(yaml).write
  return (value) => yaml.dump(value, { noRefs: true, noArrayIndent: true, lineWidth: -1, sortKeys: true, schema })
}

interface Types {
  readonly types: Readonly<Record<'null' | 'merge' | 'timestamp', InstanceType<Yaml['Type']>>> & {
    readonly float: { readonly predicate: (value: object) => boolean; readonly represent: (value: number) => string }
  }
}

interface Schemas {
  readonly read: Schema
  readonly write: Schema
}

const made = new WeakMap<Yaml, Schemas>()

function schemasOf(yaml: Yaml): Schemas {
  const known = made.get(yaml)
  if (known) return known
  const { types } = yaml as Yaml & Types
  const scalar = (tag: string, read: (text: string) => unknown, more: object = {}) =>
    new yaml.Type(`tag:yaml.org,2002:${tag}`, {
      kind: 'scalar',
      resolve: (text: unknown) => typeof text === 'string' && read(text) !== undefined,
      construct: read,
      ...more,
    })
  const isWhole = (value: unknown) => typeof value === 'bigint' || (Number.isInteger(value) && !Object.is(value, -0))
  const read = yaml.FAILSAFE_SCHEMA.extend({
    explicit: explicitTypes(yaml),
    implicit: [
      types.null,
      scalar('bool', truth, { predicate: (value: unknown) => typeof value === 'boolean', represent: String }),
      scalar('int', wholeNumber, { predicate: isWhole, represent: String }),
      scalar('float', fraction, { predicate: types.float.predicate, represent: types.float.represent }),
      types.merge,
    ],
  })
  const isTime = (text: string) => types.timestamp.resolve(text)
  const isOther = (text: string) =>
    text === '' ||
    types.null.resolve(text) ||
    isTime(text) ||
    [truth, wholeNumber, fraction].some((read) => read(text) !== undefined)
  // As upstream, text that stands for something else without quotes has double ones, everything else single ones.
  const doubtful = scalar('str', () => undefined, {
    predicate: (value: unknown) => typeof value === 'string' && (isOther(value) || sexagesimal.test(value)),
    represent: (text: string) => `"${text}"`,
  })
  // Readers of other languages take text of this form for a time.
  const schemas = { read, write: read.extend({ implicit: [types.timestamp, doubtful] }) }
  made.set(yaml, schemas)
  return schemas
}

/** `!!binary` is the text that its bytes are; of all other tags nothing counts, as upstream. */
function explicitTypes({ Type }: Yaml): InstanceType<Yaml['Type']>[] {
  const binary = new Type('tag:yaml.org,2002:binary', {
    kind: 'scalar',
    resolve: (text: unknown) => typeof text === 'string' && /^[A-Za-z0-9+/\s]*[=\s]*$/.test(text),
    construct: (text: string) => Buffer.from(text, 'base64').toString(),
  })
  const others = ['!', 'tag:'].flatMap((tag) =>
    (['scalar', 'sequence', 'mapping'] as const).map(
      (kind) =>
        new Type(tag, { kind, multi: true, construct: (value: unknown) => value ?? (kind === 'scalar' ? '' : value) }),
    ),
  )
  return [binary, ...others]
}

/** Numbers of YAML 1.1 to the base of 60. */
const sexagesimal = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/

function truth(text: string): boolean | undefined {
  if (/^(y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/.test(text)) return true
  return /^(n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/.test(text) ? false : undefined
}

/** Undefined for what is no whole number of 64 bits. Underscores may stand anywhere but first. */
function wholeNumber(text: string): number | bigint | undefined {
  if (!/^[-+\d]/.test(text)) return undefined
  const found = /^([-+]?)(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/.exec(text.replaceAll('_', ''))
  if (!found) return undefined
  const [, sign, said] = found
  const digits = said!.toLowerCase().replace(/^0o?(?=[0-7])/, '0o')
  if (digits.length > most) return undefined
  const size = BigInt(digits)
  if (size > (sign === '-' ? 2n ** 63n : 2n ** 64n - 1n)) return undefined
  return exactNumber(String(sign === '-' ? -size : size))
}

/** Digits of 64 bits in their longest form, and its prefix. */
const most = 66

function fraction(text: string): number | undefined {
  const plain = text.startsWith('.') ? text : text.replaceAll('_', '')
  if (/^[-+]?\.(inf|Inf|INF)$/.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (/^\.(nan|NaN|NAN)$/.test(text)) return Number.NaN
  if (!/^[-+.\d]/.test(text) || !/^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/.test(plain)) return undefined
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}
