/** What allOf, anyOf, oneOf and not may hold: tests of values, and nothing that shapes them. */
import { isMembers } from '../../kit/index.js'
import type { SchemaNode } from '../schema-node.js'
import { checkPattern, checkSupported, type Complaints, type NodePlace, oneOfItems } from './check-schema.js'
import { propertyOf } from './shape.js'

const lists = ['allOf', 'anyOf', 'oneOf'] as const

/** What a test can't say, and what upstream says that it must be. */
const shaping = {
  type: 'empty',
  additionalProperties: 'undefined',
  description: 'empty',
  default: 'undefined',
  title: 'empty',
  nullable: 'false',
  'x-kubernetes-preserve-unknown-fields': 'false',
  'x-kubernetes-embedded-resource': 'false',
  'x-kubernetes-int-or-string': 'false',
  'x-kubernetes-list-type': 'undefined',
  'x-kubernetes-list-map-keys': 'empty',
  'x-kubernetes-map-type': 'undefined',
  'x-kubernetes-validations': 'empty',
} as const

/** `node` is one of the schema itself. That what is tested is declared too is asked of the root's tests alone, as upstream. */
export function checkInner(node: SchemaNode, { field, complaints, at }: NodePlace): void {
  const typed = typedTests(node)
  for (const [inner, path] of innerOf(node, field)) {
    checkTest(inner, path, complaints, typed)
    if (at === 'root') checkDeclared(inner, path, { complaints, around: node, aroundField: field })
  }
}

function* innerOf(node: SchemaNode, field: string): Iterable<readonly [SchemaNode, string]> {
  for (const key of lists) {
    const found = node[key]
    if (!Array.isArray(found)) continue
    for (let at = 0; at < found.length; at++)
      if (isMembers(found[at])) yield [found[at] as SchemaNode, `${field}.${key}[${at}]`]
  }
  if (isMembers(node['not'])) yield [node['not'] as SchemaNode, `${field}.not`]
}

/** The two forms in which an int-or-string may say its types: as its anyOf, or as that of the first of its allOf. */
function typedTests(node: SchemaNode): ReadonlySet<unknown> {
  const first = Array.isArray(node['allOf']) ? node['allOf'][0] : undefined
  const both = [node, first].filter(isMembers).map((each) => each['anyOf'])
  return new Set(both.filter(saysTypes).flat())
}

function saysTypes(tests: unknown): tests is readonly unknown[] {
  return (
    Array.isArray(tests) &&
    tests.length === 2 &&
    ['integer', 'string'].every((type, at) => isMembers(tests[at]) && isOnlyType(tests[at], type))
  )
}

const isOnlyType = (test: Readonly<Record<string, unknown>>, type: string): boolean =>
  test['type'] === type && Object.keys(test).length === 1

function checkTest(inner: SchemaNode, field: string, complaints: Complaints, typed: ReadonlySet<unknown>): void {
  complaints.aside(() => checkSupported(inner, { field, complaints }))
  if (typed.has(inner)) return
  for (const [key, must] of Object.entries(shaping)) {
    const said: unknown = inner[key]
    if (said !== undefined && said !== '' && (said !== false || key === 'additionalProperties'))
      complaints.forbidden(`${field}.${key}`, `must be ${must} to be structural`)
  }
  if (typeof inner['pattern'] === 'string') checkPattern(inner['pattern'], field, complaints)
  for (const [name, property] of Object.entries(inner.properties ?? {})) {
    const path = `${field}.properties[${name}]`
    if (name === 'metadata') complaints.forbidden(path, 'must not be specified in a nested context')
    if (isMembers(property)) checkTest(property as SchemaNode, path, complaints, typed)
  }
  const items: unknown = inner.items
  if (Array.isArray(items)) complaints.forbidden(`${field}.items`, oneOfItems)
  else if (isMembers(items)) checkTest(items as SchemaNode, `${field}.items`, complaints, typed)
  for (const [deeper, path] of innerOf(inner, field)) checkTest(deeper, path, complaints, typed)
}

interface Around {
  readonly complaints: Complaints
  /** The structural schema of the same value, and where it stands; undefined when there is none. */
  readonly around: SchemaNode | undefined
  readonly aroundField: string
}

function checkDeclared(inner: SchemaNode, field: string, { complaints, around, aroundField }: Around): void {
  if (around === undefined) {
    complaints.required(aroundField, `because it is defined in ${field}`)
    return
  }
  for (const [name, property] of Object.entries(inner.properties ?? {})) {
    const below = `properties[${name}]`
    const outside = { complaints, around: propertyOf(around, name), aroundField: `${aroundField}.${below}` }
    if (isMembers(property)) checkDeclared(property as SchemaNode, `${field}.${below}`, outside)
  }
  if (isMembers(inner.items)) {
    const elements = isMembers(around.items) ? around.items : undefined
    checkDeclared(inner.items, `${field}.items`, { complaints, around: elements, aroundField: `${aroundField}.items` })
  }
  for (const [deeper, path] of innerOf(inner, field)) checkDeclared(deeper, path, { complaints, around, aroundField })
}
