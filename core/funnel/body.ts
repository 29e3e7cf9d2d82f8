/** Bodies: bytes to values, bounded in size, depth and expansion. */
import { readJson, writeJson } from '../kit/index.js'
import { badRequest } from '../meta/index.js'
import type { Repeated } from '../registry/index.js'
import { decodeProtobuf, noteWritten, protobufType, type TypeOf } from '../schema/index.js'
import { refuseType, yamlType } from './media-type.js'
import {
  alreadySet,
  duplicateField,
  marksIn,
  patchDuplicateField,
  repeatedKeys,
  type Wording,
} from './repeated-keys.js'
import { Malformed, whyNoJson } from './unrecognized.js'
import { yamlReader } from './yaml.js'

/** Larger YAML would hold the event loop; JSON of any allowed size is read a hundred times faster. */
const mostYamlBytes = 512 * 1024
/** Values that aliases may expand to. */
const mostYamlValues = 200_000
const deepest = 512
/** Bodies shorter than this can't nest deeper than `deepest`. */
const shallowBytes = 2 * deepest

/** Hears of keys that stand twice; left out: nobody wants to know. */
export type HearRepeated = (repeated: Repeated) => void

/** Decodes a body by its media type; a promise for YAML. Throws 400 for malformed ones, and YAML that is too large; 415. */
export function decodeBody(
  bytes: Uint8Array,
  type: string,
  by: { readonly typeOf: TypeOf; readonly hear?: HearRepeated | undefined },
): unknown {
  const { typeOf, hear } = by
  if (type === 'application/json') return readBody(bytes, duplicateField, hear)
  if (type === yamlType) return parseYaml(bytes, hear)
  if (type === protobufType) return decodeProtobuf(bytes, typeOf)
  return refuseType(type, ['application/json', yamlType, protobufType])
}

/** Decodes a patch: JSON, but for apply, which may be YAML (a promise then). */
export function decodePatch(bytes: Uint8Array, type: string, hear?: HearRepeated): unknown {
  if (type !== 'application/apply-patch+yaml')
    return readBody(bytes, type === 'application/json-patch+json' ? patchDuplicateField : duplicateField, hear)
  return looksLikeJson(bytes) ? readFlow(bytes, hear) : parseYaml(bytes, hear)
}

/** An applied configuration is YAML, of which JSON is but a form: a comma too many is none in YAML. */
function readFlow(bytes: Uint8Array, hear: HearRepeated | undefined): unknown {
  try {
    return readBody(bytes, alreadySet, hear)
  } catch (error) {
    if (!(error instanceof Malformed) || bytes.length > mostYamlBytes) throw error
    return parseYaml(bytes, hear)
  }
}

function readBody(bytes: Uint8Array, wording: Wording, hear: HearRepeated | undefined): unknown {
  const value = parseJson(bytes)
  const marks = marksIn(bytes)
  // Of an applied configuration numbers are what they mean.
  if (marks.hasFraction && wording !== alreadySet) noteWritten(value, textOf(bytes))
  const repeated = hear && repeatedKeys(bytes, { value, marks, wording })
  if (repeated) hear(repeated)
  return value
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')

export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length >= shallowBytes) refuseDepth(bytes)
  const text = textOf(bytes)
  try {
    const value = readJson(text)
    return text.includes('\\ud') || text.includes('\\uD') ? wholeText(value) : value
  } catch (error) {
    throw new Malformed(`the body can't be read as JSON: ${(error as Error).message}`, whyNoJson(error as Error, text))
  }
}

/** As Go reads it: half of a surrogate pair is U+FFFD. Cost: a copy, of bodies alone that escape surrogates. */
function wholeText(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\ufffd')
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(wholeText)
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [wholeText(key) as string, wholeText(each)] as const),
  )
}

async function parseYaml(bytes: Uint8Array, hear: HearRepeated | undefined): Promise<unknown> {
  if (bytes.length > mostYamlBytes)
    throw badRequest(`a YAML body may have at most ${mostYamlBytes} bytes; send larger ones as JSON`)
  const yaml = await yamlReader()
  const text = textOf(bytes)
  let value: unknown
  try {
    value = yaml.read(text)
    const repeated = hear ? yaml.repeated(text) : []
    if (repeated.length > 0) {
      const complaints = repeated.map(({ key, line, at }) => ({ text: alreadySet('', key, line), at, path: '' }))
      hear?.({ complaints, place: () => Number.POSITIVE_INFINITY })
    }
  } catch (error) {
    const why = String((error as Error).message.split('\n')[0])
    throw new Malformed(`the body can't be read as YAML: ${why}`, `yaml: ${why}`)
  }
  let left = mostYamlValues
  const walk = (part: unknown, depth: number): void => {
    if (--left < 0 || depth > deepest)
      throw badRequest('the YAML body expands to too much: too many aliases, or nested too deep')
    if (typeof part === 'number' && !Number.isFinite(part)) throw unwritable(`${part} has no form in JSON`)
    if (typeof part !== 'object' || part === null) return
    for (const [key, child] of Object.entries(part)) {
      if (key === objectAsKey && !text.includes(key)) throw unwritable('a map can be no key')
      walk(child, depth + 1)
    }
  }
  walk(value, 0)
  return readJson(writeJson(byName(value ?? null)))
}

/** What the reader of YAML makes of a key that is a map (`{{ .Values.name }}`). */
const objectAsKey = '[object Object]'

const unwritable = (why: string): Malformed => new Malformed(`the body can't be read as YAML: ${why}`, `yaml: ${why}`)

/** Members by their names: upstream turns YAML into JSON so, and tells what is unknown in that order. */
function byName(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(byName)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(members.map(([name, member]) => [name, byName(member)]))
}

/** Whether it begins as an object of JSON does. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 32) return byte === 123
  return false
}

/** Throws 400. One pass over the bytes; strings are skipped. */
export function refuseDepth(bytes: Uint8Array): void {
  let depth = 0
  let inString = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (inString) {
      if (byte === 92) at++
      else if (byte === 34) inString = false
    } else if (byte === 34) inString = true
    else if (byte === 123 || byte === 91) {
      if (++depth > deepest) throw badRequest(`the body is nested deeper than ${deepest} levels`)
    } else if (byte === 125 || byte === 93) depth--
  }
}
