/** What of an applied configuration is not of its kind's types: structured-merge-diff's look at it, which comes before all others. */
import { writeJson } from '../../kit/index.js'
import type { ListType, MapType, ScalarType, StructType, Type } from '../type.js'
import { elementKey } from './element-key.js'
import { shownKey } from './field-set.js'

/** Paths that begin with a dot, and what is wrong there in the words that clients are shown: members that there are not, values of another type, list elements without or with the same identity. Nulls fit every type. Cost: linear in `value`. */
export function wrongTypes(value: unknown, type: Type): readonly string[] {
  const problems: string[] = []
  look(value, type, { path: '', problems })
  return problems
}

interface Place {
  readonly path: string
  readonly problems: string[]
}

function look(value: unknown, type: Type, place: Place): void {
  if (value === null || value === undefined || type.shape === 'any') return
  if (type.shape === 'scalar') {
    const why = wrongScalar(value, type)
    if (why) tell(place, why)
  } else if (type.shape === 'list') {
    if (Array.isArray(value)) lookAtElements(value, type, place)
    else tell(place, `expected list, got &{${plain(value)}}`)
  } else if (typeof value === 'object' && !Array.isArray(value)) lookAtMembers(value as Members, type, place)
  else tell(place, `expected map, got &{${plain(value)}}`)
}

type Members = Readonly<Record<string, unknown>>

function lookAtMembers(value: Members, type: StructType | MapType, { path, problems }: Place): void {
  for (const name in value) {
    const inner = { path: `${path}.${name}`, problems }
    const own = type.shape === 'map' ? type.element : type.fields.get(name)?.type
    if (own) look(value[name], own, inner)
    else if (type.shape === 'struct' && !type.preservesUnknown) tell(inner, 'field not declared in schema')
  }
}

function lookAtElements(list: readonly unknown[], type: ListType, { path, problems }: Place): void {
  const known = new Set<string>()
  for (const [index, element] of list.entries()) {
    if (type.list === 'atomic') {
      look(element, type.element, { path: `${path}[${index}]`, problems })
      continue
    }
    const why = unidentified(element, type)
    // What comes behind it is not looked at.
    if (why) {
      tell({ path, problems }, `element ${index}: ${why}`)
      return
    }
    const key = elementKey(type, element)!
    if (known.has(key)) tell({ path, problems }, `duplicate entries for key ${shownKey(key)}`)
    known.add(key)
    look(element, type.element, { path: path + shownKey(key), problems })
  }
}

/** Why nobody could say which element of a set, or of a list with keys, it is. */
function unidentified(element: unknown, type: ListType): string | undefined {
  const isList = Array.isArray(element)
  const isMap = typeof element === 'object' && element !== null && !isList
  if (type.list === 'set') {
    if (isMap) return "associative list without keys has an element that's a map type"
    if (isList) return 'not supported: associative list with lists as elements'
    return element === null ? "associative list without keys has an element that's an explicit null" : undefined
  }
  if (element === null) return 'associative list with keys may not have a null element'
  if (!isMap) return 'associative list with keys may not have non-map elements'
  if (elementKey(type, element) !== undefined) return undefined
  const keys = `[${type.keys.map((key) => writeJson(key)).join(' ')}]`
  return `associative list with keys has an element that omits all key fields ${keys} (and doesn't have default values for any key fields)`
}

function wrongScalar(value: unknown, { scalar }: ScalarType): string | undefined {
  switch (scalar) {
    case 'integer':
    case 'number':
      if (typeof value === 'number' || typeof value === 'bigint') return undefined
      return `expected numeric (int or float), got ${goType(value)}`
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `expected boolean, got &{${plain(value)}}`
    case 'string':
    case 'bytes':
      return typeof value === 'string'
        ? undefined
        : `expected string, got &value.valueUnstructured{Value:${literal(value)}}`
    default:
      return typeof value === 'object' ? `expected any scalar, got &{${plain(value)}}` : undefined
  }
}

function tell({ path, problems }: Place, why: string): void {
  problems.push(path ? `${path}: ${why}` : why)
}

function goType(value: unknown): string {
  if (Array.isArray(value)) return '[]interface {}'
  return typeof value === 'object' ? 'map[string]interface {}' : typeof value === 'boolean' ? 'bool' : typeof value
}

/** More of a value than this is not shown. */
const mostShown = 1000
const shortened = (text: string): string => text.slice(0, mostShown)

/** As Go prints it with `%v`. */
function plain(value: unknown): string {
  if (value === null) return '<nil>'
  if (typeof value !== 'object') return shortened(String(value))
  if (Array.isArray(value)) return shortened(`[${joined(value, plain, ' ')}]`)
  return shortened(`map[${joined(inOrder(value as Members), ([name, own]) => `${name}:${plain(own)}`, ' ')}]`)
}

/** As Go prints it with `%#v`. */
function literal(value: unknown): string {
  if (value === null) return 'interface {}(nil)'
  if (typeof value !== 'object') return shortened(typeof value === 'string' ? writeJson(value) : String(value))
  if (Array.isArray(value)) return shortened(`[]interface {}{${joined(value, literal, ', ')}}`)
  const told = ([name, own]: [string, unknown]) => `${writeJson(name)}:${literal(own)}`
  return shortened(`map[string]interface {}{${joined(inOrder(value as Members), told, ', ')}}`)
}

const inOrder = (value: Members): [string, unknown][] => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))

/** No more of them than can be shown. */
const joined = <T>(all: readonly T[], shown: (each: T) => string, between: string): string =>
  all.slice(0, mostShown).map(shown).join(between)
