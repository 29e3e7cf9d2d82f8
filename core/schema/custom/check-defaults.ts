/** Whether defaults are what their own schemas allow (upstream's apiserver/schema/defaulting). */
import { isMembers } from '../../kit/index.js'
import { type KubeObject, type StatusCause, sameJson } from '../../meta/index.js'
import { compileRules } from '../cel/index.js'
import type { SchemaNode } from '../schema-node.js'
import type { Complaints } from './check-schema.js'
import { embeddedMisfit, embeddedValueErrors } from './embedded.js'
import { fillValue } from './fill.js'
import { pruneDefault } from './prune.js'
import { implied, isEmbedded, type Members } from './shape.js'
import { validateCustom } from './validate.js'

/** Of defaults in metadata that is not pruned by the schema what is unknown is dropped when they are set. */
export function checkDefaults(root: SchemaNode, field: string, complaints: Complaints): void {
  walk(root, { field, complaints, inside: undefined })
}

interface Place {
  readonly field: string
  readonly complaints: Complaints
  /** Of an embedded object's apiVersion, kind or metadata, or below it. */
  readonly inside: Inside | undefined
}

interface Inside {
  readonly object: SchemaNode
  /** The whole object with a value at the place, and nothing else that could be wrong. */
  readonly around: (value: unknown) => Members
}

function walk(node: SchemaNode, { field, complaints, inside }: Place): void {
  if (node.default !== undefined) checkDefault(node, { field, complaints, inside })
  for (const name in node.properties) {
    const place = { field: `${field}.properties[${name}]`, complaints, inside: within(node, name, inside) }
    walk(node.properties[name]!, place)
  }
  const element = inside && { ...inside, around: (value: unknown) => inside.around([value]) }
  if (isMembers(node.items)) walk(node.items, { field: `${field}.items`, complaints, inside: element })
  // As upstream, defaults of a map's values are looked at when they are set.
  if (inside && isMembers(node.additionalProperties))
    refuseDefaults(node.additionalProperties, `${field}.additionalProperties`, complaints)
}

/** What a name in metadata would be given nobody can tell beforehand. */
function refuseDefaults(node: SchemaNode, field: string, complaints: Complaints): void {
  if (node.default !== undefined)
    complaints.forbidden(`${field}.default`, 'must not be set for what maps in metadata hold')
  for (const name in node.properties) refuseDefaults(node.properties[name]!, `${field}.properties[${name}]`, complaints)
  if (isMembers(node.items)) refuseDefaults(node.items, `${field}.items`, complaints)
  if (isMembers(node.additionalProperties))
    refuseDefaults(node.additionalProperties, `${field}.additionalProperties`, complaints)
}

const typed = { apiVersion: 'validation/v1', kind: 'Validation' }

function within(node: SchemaNode, name: string, inside: Inside | undefined): Inside | undefined {
  if (!isEmbedded(node)) return inside && { ...inside, around: (value) => inside.around({ [name]: value }) }
  return implied.has(name) ? { object: node, around: (value) => ({ ...typed, [name]: value }) } : undefined
}

function checkDefault(node: SchemaNode, { field, complaints, inside }: Place): void {
  const path = `${field}.default`
  const value = structuredClone(node.default)
  fillValue(node, value)
  if (inside) {
    const [wrong] = wholeErrors(inside.object, inside.around(value), '')
    if (wrong) {
      complaints.invalid(path, node.default, `must result in valid metadata: ${wrong.field}: ${wrong.message}`)
      return
    }
  } else {
    const pruned = structuredClone(value)
    pruneDefault(node, pruned)
    if (!sameJson(value, pruned)) complaints.invalid(path, node.default, 'must have no fields but those of the schema')
  }
  const causes = inside ? [] : wholeErrors(node, value, path)
  if (causes.length === 0) causes.push(...validateCustom(node, value, { old: undefined, base: path }))
  if (causes.length === 0) causes.push(...brokenRules(node, value, path))
  for (const { reason, field: place, message } of causes)
    complaints.add(reason ?? 'FieldValueInvalid', place ?? path, message ?? '')
}

/** What has the wrong type is told alone. */
function wholeErrors(schema: SchemaNode, value: unknown, path: string): StatusCause[] {
  const misfit = embeddedMisfit(schema, value, path)
  return misfit ? [misfit] : embeddedValueErrors(schema, value, path)
}

/** Rules that do not compile are told of elsewhere. */
function brokenRules(node: SchemaNode, value: unknown, path: string) {
  try {
    const causes = compileRules(node)?.(value as KubeObject, undefined) ?? []
    return causes.map(({ field = '', ...cause }) => ({
      ...cause,
      field: field === '' || field === '<nil>' ? path : `${path}${field.startsWith('[') ? '' : '.'}${field}`,
    }))
  } catch {
    return []
  }
}
