/** What of an applied configuration is not of its kind's types: structured-merge-diff's look at it, which comes before all others, in our own words but for those that clients look for. */
import { writeJson } from '../../kit/index.js'
import type { ListType, MapType, ScalarType, StructType, Type } from '../type.js'
import { elementKey } from './element-key.js'
import { shownKey } from './field-set.js'

/** Paths that begin with a dot, and what is wrong there: members that there are not, values of another type, list elements without or with the same identity. Nulls fit every type. Cost: linear in `value`. */
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
    else tell(place, `must be a list, not ${shown(value)}`)
  } else if (typeof value === 'object' && !Array.isArray(value)) lookAtMembers(value as Members, type, place)
  else tell(place, `must be an object, not ${shown(value)}`)
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
    const isSimple = !isMap && !isList && element !== null
    return isSimple
      ? undefined
      : `must be a text, a number or a boolean, as each stands here once: not ${shown(element)}`
  }
  const keys = type.keys.map((key) => writeJson(key)).join(', ')
  if (!isMap) return `must be an object with ${keys}, not ${shown(element)}`
  if (elementKey(type, element) !== undefined) return undefined
  return `must say ${keys}, by which elements are told apart`
}

function wrongScalar(value: unknown, { scalar }: ScalarType): string | undefined {
  switch (scalar) {
    case 'integer':
    case 'number':
      if (typeof value === 'number' || typeof value === 'bigint') return undefined
      return `must be a number, not ${shown(value)}`
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `must be true or false, not ${shown(value)}`
    case 'string':
    case 'bytes':
      return typeof value === 'string' ? undefined : `must be a text, not ${shown(value)}`
    default:
      return typeof value === 'object' ? `must be a text, a number or a boolean, not ${shown(value)}` : undefined
  }
}

function tell({ path, problems }: Place, why: string): void {
  problems.push(path ? `${path}: ${why}` : why)
}

/** More of a value than this is not shown. */
const mostShown = 100

function shown(value: unknown): string {
  const text = writeJson(value)
  return text.length > mostShown ? `${text.slice(0, mostShown)}...` : text
}
