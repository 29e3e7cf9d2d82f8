/** Whether a schema is structural, and says only what a definition may say (upstream's apiextensions validation of v1). */
import { isMembers, writeJson } from '../../kit/index.js'
import type { StatusCause } from '../../meta/index.js'
import { checkRules, checkWrittenRules } from '../cel/index.js'
import type { SchemaNode } from '../schema-node.js'
import { checkDefaults } from './check-defaults.js'
import { checkExtensions, checkWhole } from './check-extensions.js'
import { checkInner } from './check-inner.js'
import { patternOf } from './patterns.js'
import { isEmbedded, isIntOrString, preserves } from './shape.js'

/** More than these help nobody. */
const most = 50

/** Collects what is wrong. */
export class Complaints {
  readonly causes: StatusCause[] = []
  #shaping = 0
  #aside = false

  /** Whether nothing that was found keeps the schema from being structural. */
  get isStructural(): boolean {
    return this.#shaping === 0
  }

  /** What is found meanwhile is wrong, but the schema has a structure nonetheless. */
  aside(find: () => void): void {
    const before = this.#aside
    this.#aside = true
    find()
    this.#aside = before
  }

  add(reason: string, field: string, message: string): void {
    if (!this.#aside) this.#shaping++
    if (this.causes.length < most) this.causes.push({ reason, field, message })
  }

  required(field: string, why: string): void {
    this.add('FieldValueRequired', field, `Required value: ${why}`)
  }

  forbidden(field: string, why: string): void {
    this.add('FieldValueForbidden', field, `Forbidden: ${why}`)
  }

  invalid(field: string, value: unknown, why: string): void {
    this.add('FieldValueInvalid', field, `Invalid value: ${writeJson(value)}: ${why}`)
  }

  unsupported(field: string, value: unknown, allowed: readonly string[]): void {
    const values = allowed.map((each) => writeJson(each)).join(', ')
    this.add('FieldValueNotSupported', field, `Unsupported value: ${writeJson(value)}: supported values: ${values}`)
  }
}

/** `field`: where the schema stands (`spec.versions[0].schema.openAPIV3Schema`). Cost: linear in the schema; about 1 ms for 60 KB. */
export function checkSchema(schema: unknown, field: string): readonly StatusCause[] {
  const complaints = new Complaints()
  if (!isMembers(schema)) {
    complaints.required(field, 'a schema is an object')
    return complaints.causes
  }
  const root = schema as SchemaNode
  if (!root.type) {
    if (!preserves(root) && !isIntOrString(root)) complaints.required(`${field}.type`, 'must not be empty at the root')
  } else if (root.type !== 'object') complaints.invalid(`${field}.type`, root.type, 'must be object at the root')
  if (root['nullable'] === true)
    complaints.aside(() =>
      complaints.forbidden(`${field}.nullable`, 'an object is never null: leave it out at the root'),
    )
  if (root.additionalProperties !== undefined)
    complaints.forbidden(`${field}.additionalProperties`, 'must not be used at the root')
  checkRootMetadata(root, field, complaints)
  checkNode(root, { field, complaints, at: 'root' })
  if (complaints.isStructural) checkDefaults(root, field, complaints)
  if (complaints.isStructural)
    checkRules(root, field, { complaints, blocked: complaints.causes.map((cause) => cause.field ?? '') })
  return complaints.causes
}

function checkRootMetadata(root: SchemaNode, field: string, complaints: Complaints): void {
  const metadata = root.properties?.['metadata']
  if (!isMembers(metadata)) return
  const path = `${field}.properties[metadata]`
  refuseDefaults(metadata as SchemaNode, path, complaints)
  const { type: _, default: __, properties, ...rest } = metadata as SchemaNode
  const names = Object.keys(properties ?? {})
  if (names.some((name) => name !== 'name' && name !== 'generateName') || Object.values(rest).some(isStated))
    complaints.forbidden(path, 'of metadata, a schema may restrict name and generateName alone')
}

const isStated = (value: unknown): boolean =>
  Boolean(value) && !(typeof value === 'object' && Object.keys(value as object).length === 0)

function refuseDefaults(node: SchemaNode, field: string, complaints: Complaints): void {
  if (node.default !== undefined) complaints.forbidden(`${field}.default`, 'must not be set in top-level metadata')
  for (const name in node.properties) refuseDefaults(node.properties[name]!, `${field}.properties[${name}]`, complaints)
}

export interface NodePlace {
  readonly field: string
  readonly complaints: Complaints
  readonly at: 'root' | 'member' | 'element'
}

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string']

/** Members of JSON schema that a definition can't have. */
const unknownHere = [
  '$ref',
  'definitions',
  'dependencies',
  'patternProperties',
  'additionalItems',
  'id',
  '$schema',
] as const

function checkNode(node: SchemaNode, place: NodePlace): void {
  const { field, complaints } = place
  checkType(node, place)
  complaints.aside(() => checkSupported(node, place))
  if (typeof node['pattern'] === 'string') checkPattern(node['pattern'], field, complaints)
  checkExtensions(node, place)
  if (place.at === 'root' || isEmbedded(node)) checkWhole(node, place)
  checkInner(node, place)
  checkMembers(node, place)
  checkItems(node, place)
}

/** What JSON schema knows and a definition does not; asked of tests (allOf and its like), too. */
export function checkSupported(node: SchemaNode, { field, complaints }: Pick<NodePlace, 'field' | 'complaints'>): void {
  const { type } = node
  if (type && !types.includes(type)) complaints.unsupported(`${field}.type`, type, types)
  if ((type as unknown) === 'null')
    complaints.forbidden(`${field}.type`, 'say the type of the values that are there, and nullable: true')
  for (const key of unknownHere) {
    const said = node[key]
    if (said !== undefined && said !== '' && !(isMembers(said) && Object.keys(said).length === 0))
      complaints.forbidden(`${field}.${key}`, 'a structural schema says what is there, in place')
  }
  if (node['uniqueItems'] === true)
    complaints.forbidden(
      `${field}.uniqueItems`,
      'comparing all with all takes too long; x-kubernetes-list-type: set says it',
    )
  checkWrittenRules(node, field, complaints)
}

function checkType(node: SchemaNode, { field, complaints, at }: NodePlace): void {
  const { type } = node
  if (isIntOrString(node)) {
    if (type) complaints.forbidden(`${field}.type`, 'what may be a number or a string has no one type')
  } else if (!type && !preserves(node) && !isEmbedded(node) && at !== 'root') {
    const what = at === 'element' ? 'array items' : 'object fields'
    complaints.required(`${field}.type`, `must not be empty for specified ${what}`)
  }
}

export function checkPattern(pattern: string, field: string, complaints: Complaints): void {
  try {
    patternOf(pattern)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    complaints.invalid(`${field}.pattern`, pattern, `must be a valid regular expression, but isn't: ${why}`)
  }
}

function checkMembers(node: SchemaNode, { field, complaints }: NodePlace): void {
  const { properties, additionalProperties } = node
  if (additionalProperties !== undefined && additionalProperties !== null) {
    if (properties && Object.keys(properties).length > 0 && additionalProperties !== true)
      complaints.aside(() =>
        complaints.forbidden(
          `${field}.additionalProperties`,
          'name the members in properties, or give one schema for all here',
        ),
      )
    if (isMembers(additionalProperties)) {
      const path = `${field}.additionalProperties`
      checkNode(additionalProperties as SchemaNode, { field: path, complaints, at: 'member' })
    }
  }
  for (const name in properties) {
    const property = properties[name]
    const path = `${field}.properties[${name}]`
    if (!isMembers(property)) complaints.required(path, 'a schema is an object')
    else checkNode(property as SchemaNode, { field: path, complaints, at: 'member' })
  }
}

// Clients match on these words.
export const oneOfItems = 'items must be a schema object and not an array'

function checkItems(node: SchemaNode, { field, complaints }: NodePlace): void {
  const items: unknown = node.items
  if (Array.isArray(items) && items.length > 0) complaints.forbidden(`${field}.items`, oneOfItems)
  else if (isMembers(items)) checkNode(items as SchemaNode, { field: `${field}.items`, complaints, at: 'element' })
  else if (node.type === 'array') complaints.required(`${field}.items`, 'must be specified')
}
