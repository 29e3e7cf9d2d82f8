/** Offences of every sort at every place of an object: what its types (../shared/k8s-api) allow there, and what they don't. */
import { readFileSync } from 'node:fs'

const { types } = (() => {
  const read = JSON.parse(readFileSync(new URL('../../../../../shared/k8s-api/types.json', import.meta.url), 'utf8'))
  return { types: read.types ?? read }
})()

export const typeNamed = (name) => types[`io.k8s.api.${name}`] ?? types[name]

const strings = ['', ' ', 'A', 'a_b', '-a', 'a.b', 'none', '0', '-1', '../a', '/a', 'x'.repeat(300), 'é']
const integers = [-1, 0, 1, 100, 65536, 2147483647, 2147483648, 1.5, '1']
const quantities = ['', '-1', '0', '0.5', '1m', '1.5Gi', 'a', 3, '1e3', '010', '1000000000000000000000', true]
const entries = [
  {},
  null,
  { '': 'a' },
  { 'a b': 'a' },
  { a: '' },
  { 'a/b/c': 'a' },
  { A: 'a b' },
  { ['x'.repeat(64)]: 'a' },
  { a: 'x'.repeat(64) },
  { 'e.x/a': 'B' },
  { a: 1 },
]

/** What may stand where a field of that type stands. */
function instead(field, value) {
  const { type, ref } = field
  if (ref?.endsWith('.Quantity')) return quantities
  if (ref?.endsWith('.IntOrString')) return [...integers, ...strings, '5%', '101%', 'http']
  if (ref?.endsWith('.Time')) return ['', 'a', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00.5Z', 0, null]
  if (type === 'string') return [...(field.enum ?? field.values ?? []), ...strings, null, 5]
  if (type === 'integer') return [...integers, null]
  if (type === 'boolean') return [true, false, null, 'true']
  if (type === 'array') {
    const list = Array.isArray(value) ? value : []
    return [[], null, {}, [null], ...(list.length ? [[...list, list[0]]] : []), ...inLists(field.items)]
  }
  if (field.additionalProperties) return [...maps(field.additionalProperties), []]
  return [{}, null, 'a', [], { nobody: 1 }]
}

const inLists = (items) =>
  items?.type === 'string' ? strings.map((each) => [each]) : items?.type === 'integer' ? [[-1], [0, 0]] : [[{}]]

const maps = (of) =>
  of.ref?.endsWith('.Quantity')
    ? [
        {},
        null,
        ...[{ '': '1' }, { 'a b': '1' }, { a: '1' }, { 'e.x/a': '1' }, { 'e.x/a': '1.5' }],
        ...[{ cpu: '-1' }, { cpu: '1u' }, { memory: '1m' }, { 'hugepages-2Mi': '3Mi' }, { 'hugepages-2Mi': '2Mi' }],
        ...[{ 'ephemeral-storage': '1m' }, { storage: '1' }, { 'requests.cpu': '1' }, { 'kubernetes.io/x': '1' }],
        ...[{ cpu: '1e3' }, { cpu: '010' }, { cpu: 2 }, { memory: '1.5Gi' }, { memory: '0' }],
      ]
    : entries

/** A path and value of each change; `undefined`: left out. Fields that are not there are tried too, but in lists only in the first element. */
export function* mutations(object, type, path = []) {
  const { fields } = typeof type === 'string' ? typeNamed(type) : type
  const isLater = path.some((step) => typeof step === 'number' && step > 0)
  for (const [name, field] of Object.entries(fields ?? {})) {
    if (path.length === 0 && (name === 'kind' || name === 'apiVersion')) continue
    const value = object?.[name]
    if (value === undefined && isLater) continue
    const here = [...path, name]
    if (value !== undefined) yield { path: here, value: undefined }
    for (const each of instead(field, value))
      if (JSON.stringify(each) !== JSON.stringify(value)) yield { path: here, value: each }
    yield* within(value, field, here)
  }
}

function* within(value, field, path) {
  if (value === undefined || value === null) return
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      yield { path: [...path, index], value: undefined }
      yield* within(each, field.items ?? {}, [...path, index])
    }
  } else if (field.ref && types[field.ref]?.fields) yield* mutations(value, types[field.ref], path)
}

/** A copy with that change. */
export function changed(object, { path, value }) {
  const copy = structuredClone(object)
  let at = copy
  for (const step of path.slice(0, -1)) at = at[step] ??= {}
  const last = path.at(-1)
  if (value !== undefined) at[last] = value
  else if (Array.isArray(at)) at.splice(last, 1)
  else delete at[last]
  return copy
}

/** Whole numbers below `below`, the same again for a seed (xorshift). */
export function seeded(seed) {
  let state = seed >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}
