import { readJson } from '../../kit/index.js'
import { type FieldSet, leaf } from './field-set.js'

/** The set with its elements in upstream's order, which clients compare texts in. Cost: one look at each element; what is in order is shared. */
export function sorted(set: FieldSet): FieldSet {
  if (!isInOrder(set)) {
    const inOrder: FieldSet = {}
    for (const key of Object.keys(set).sort(compareElements)) inOrder[key] = sorted(set[key]!)
    return inOrder
  }
  let copy: FieldSet | undefined
  for (const key in set) {
    const below = set[key]!
    if (below === leaf) continue
    const found = sorted(below)
    if (found !== below) (copy ??= { ...set })[key] = found
  }
  return copy ?? set
}

function isInOrder(set: FieldSet): boolean {
  let before = ''
  for (const key in set) {
    if (before !== '' && compareElements(before, key) > 0) return false
    before = key
  }
  return true
}

/** `.` first, then fields, elements by keys, elements by value. */
function compareElements(a: string, b: string): number {
  const sort = a.charCodeAt(0)
  const isByNumber = sort !== field && sort === b.charCodeAt(0) && holdsNumber.test(a) && holdsNumber.test(b)
  return isByNumber ? compareValues(valueIn(a), valueIn(b)) : compareText(a, b)
}

/** The letter that fields begin with. */
const field = 102
const holdsNumber = /:-?\d/
const valueIn = (element: string): unknown => readJson(element.slice(2))
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    for (const [name, value] of Object.entries(a)) {
      const found = compareValues(value, (b as Record<string, unknown>)[name])
      if (found !== 0) return found
    }
    return 0
  }
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return compareText(String(a), String(b))
}
