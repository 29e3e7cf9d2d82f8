/** Bodies that are no objects at all: the answer that upstream's decoders give. */
import { badRequest, StatusError } from '../meta/index.js'

/** A body whose text can't be read. `why` says it as Go's decoder does. */
export class Malformed extends StatusError {
  readonly why: string

  constructor(message: string, why: string) {
    super(badRequest(message).status)
    this.why = why
  }
}

/** What a client is told whose body can't be read as an object of the kind. */
export function unrecognized(kind: string, why: string, bytes: Uint8Array): StatusError {
  const reason = why.startsWith('yaml: ') ? why : `couldn't get version/kind; json parse error: ${why}`
  return badRequest(`the object provided is unrecognized (must be of type ${kind}): ${reason} (${summary(bytes)})`)
}

const mostShown = 30

function summary(bytes: Uint8Array): string {
  if (bytes.length === 0) return '<empty>'
  const start = Buffer.from(bytes.subarray(0, mostShown))
  return `${start.toString(bytes[0] === 123 ? 'utf8' : 'hex')}${bytes.length > mostShown ? ' ...' : ''}`
}

/** The engine's words and what Go says of the character there. */
const words: readonly (readonly [RegExp, string])[] = [
  [/property name/, 'looking for beginning of object key string'],
  [/Expected ':'/, 'after object key'],
  [/Expected ',' or '}'/, 'after object key:value pair'],
  [/Expected ',' or ']'/, 'after array element'],
  [/after JSON/, 'after top-level value'],
  [/control character/, 'in string literal'],
  [/escape/, 'in string escape code'],
  [/Unexpected token/, 'looking for beginning of value'],
]

/** The error of a text that is no JSON in the words of Go's decoder, as far as the engine tells what is wrong. */
export function whyNoJson(error: Error, text: string): string {
  const { message } = error
  if (/end of JSON|Unterminated string/.test(message)) return 'unexpected end of JSON input'
  const place = words.find(([pattern]) => pattern.test(message))?.[1]
  const at = /at position (\d+)/.exec(message)?.[1]
  if (at !== undefined && text.slice(Number(at)).trim() === '') return 'unexpected end of JSON input'
  const character = at === undefined ? /Unexpected token '(.)'/su.exec(message)?.[1] : text[Number(at)]
  return place && character ? `invalid character '${character}' ${place}` : message
}
