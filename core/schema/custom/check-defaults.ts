/** Whether defaults are what their own schemas allow (upstream's apiserver/schema/defaulting). */
import { type KubeObject, sameJson } from '../../meta/index.js'
import { compileRules } from '../cel/index.js'
import type { SchemaNode } from '../schema-node.js'
import type { Complaints } from './check-schema.js'
import { embeddedValueErrors } from './embedded.js'
import { fillValue } from './fill.js'
import { pruneDefault } from './prune.js'
import { isEmbedded, isMembers } from './shape.js'
import { validateCustom } from './validate.js'

/** `insideMeta`: the node is of an embedded object's apiVersion, kind or metadata, of which what is unknown is dropped when the default is set. */
export function checkDefaults(
  node: SchemaNode,
  field: string,
  complaints: Complaints,
  insideMeta = 'no' as 'no' | 'yes',
): void {
  if (node.default !== undefined) checkDefault(node, { field, complaints, insideMeta })
  for (const name in node.properties) {
    const inside = isEmbedded(node) ? (whole.has(name) ? 'yes' : 'no') : insideMeta
    checkDefaults(node.properties[name]!, `${field}.properties[${name}]`, complaints, inside)
  }
  if (isMembers(node.additionalProperties))
    checkDefaults(node.additionalProperties, `${field}.additionalProperties`, complaints, insideMeta)
  if (isMembers(node.items)) checkDefaults(node.items, `${field}.items`, complaints, insideMeta)
}

const whole = new Set(['apiVersion', 'kind', 'metadata'])

interface Place {
  readonly field: string
  readonly complaints: Complaints
  readonly insideMeta: 'no' | 'yes'
}

function checkDefault(node: SchemaNode, { field, complaints, insideMeta }: Place): void {
  const path = `${field}.default`
  const value = structuredClone(node.default)
  fillValue(node, value)
  if (insideMeta === 'no') {
    const pruned = structuredClone(value)
    pruneDefault(node, pruned)
    if (!sameJson(value, pruned)) {
      complaints.invalid(path, node.default, 'must have no fields but those of the schema')
    }
  }
  const causes = embeddedValueErrors(node, value, path)
  if (causes.length === 0) causes.push(...validateCustom(node, value, { old: undefined, base: path }))
  if (causes.length === 0) causes.push(...brokenRules(node, value, path))
  for (const { reason, field: place, message } of causes)
    complaints.add(reason ?? 'FieldValueInvalid', place ?? path, message ?? '')
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
