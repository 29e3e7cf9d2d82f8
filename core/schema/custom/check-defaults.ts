/** Whether defaults are what their own schemas allow. */
import { sameJson } from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import type { Complaints } from './check-schema.js'
import { fillValue } from './fill.js'
import { pruneDefault } from './prune.js'
import { isMembers } from './shape.js'
import { check, Findings } from './validate.js'

export function checkDefaults(node: SchemaNode, field: string, complaints: Complaints): void {
  if (node.default !== undefined) checkDefault(node, field, complaints)
  for (const name in node.properties) checkDefaults(node.properties[name]!, `${field}.properties[${name}]`, complaints)
  if (isMembers(node.additionalProperties))
    checkDefaults(node.additionalProperties, `${field}.additionalProperties`, complaints)
  if (isMembers(node.items)) checkDefaults(node.items, `${field}.items`, complaints)
}

function checkDefault(node: SchemaNode, field: string, complaints: Complaints): void {
  const path = `${field}.default`
  const value = structuredClone(node.default)
  fillValue(node, value)
  const pruned = structuredClone(value)
  pruneDefault(node, pruned)
  if (!sameJson(value, pruned)) {
    complaints.invalid(path, node.default, 'must be pruned: it has members that the schema does not know')
    return
  }
  const found = new Findings()
  check(node, value, { found, path, old: undefined, whole: false })
  for (const { reason, field: place, message } of found.causes)
    complaints.add(reason ?? 'FieldValueInvalid', place ?? path, message ?? '')
}
