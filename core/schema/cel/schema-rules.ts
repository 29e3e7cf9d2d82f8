/** Where in a schema rules stand, and what they see there. */
import { isEmbedded, othersOf } from '../custom/shape.js'
import type { SchemaNode } from '../schema-node.js'
import type { WrittenRule } from './rule.js'
import { escapeName, leastBytes, schemaType } from './schema-type.js'
import { type CelType, maxRequestBytes } from './types.js'

export interface RulePlace {
  readonly schema: SchemaNode
  /** Undefined where rules can't see anything: no type is said. */
  readonly type: CelType | undefined
  readonly rules: readonly WrittenRule[]
  /** At most so many values of it are in one object. */
  readonly most: number
  /** The place above it whose elements have no identity, if any; `oldSelf` means nothing below it. */
  readonly uncorrelated: string | undefined
  /** `spec.versions[0].schema.openAPIV3Schema.properties[spec]` */
  readonly field: string
}

interface Step extends Omit<RulePlace, 'rules' | 'most'> {
  /** Product of the limits on the way; undefined: one of them has no limit. */
  readonly bound: number | undefined
}

/** All nodes that rules stand at, parents first. Where none are, nothing is made of the schema: types cost ten times what the look does. */
export function* rulePlaces(root: SchemaNode, field = ''): Generator<RulePlace> {
  const branches = new Set<SchemaNode>()
  if (!noteBranches(root, branches)) return
  const left: Step[] = [
    { schema: root, type: schemaType(root, { whole: true }), bound: 1, uncorrelated: undefined, field },
  ]
  while (left.length > 0) {
    const step = left.pop()!
    const rules = rulesOf(step.schema)
    if (rules.length > 0) {
      const fitting = Math.floor(maxRequestBytes / (leastBytes(step.schema) + 1))
      yield { ...step, rules, most: step.bound ?? fitting }
    }
    left.push(...below(step, branches).reverse())
  }
}

/** Notes all that has rules at it or below it, and tells whether the node is of them. */
function noteBranches(node: SchemaNode, branches: Set<SchemaNode>): boolean {
  let has = rulesOf(node).length > 0
  for (const name in node.properties) if (noteBranches(node.properties[name]!, branches)) has = true
  const others = othersOf(node)
  if (others && noteBranches(others, branches)) has = true
  if (node.items && noteBranches(node.items, branches)) has = true
  if (has) branches.add(node)
  return has
}

function rulesOf(schema: SchemaNode): readonly WrittenRule[] {
  const rules = schema['x-kubernetes-validations']
  return Array.isArray(rules) ? (rules as WrittenRule[]) : []
}

function* stepsBelow(
  { schema, type, bound, uncorrelated, field }: Step,
  branches: ReadonlySet<SchemaNode>,
): Generator<Step> {
  const typed = (inner: SchemaNode, known: CelType | undefined) =>
    known ?? schemaType(inner, { whole: isEmbedded(inner) })
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (!branches.has(property)) continue
    const known = type?.kind === 'object' ? type.fields.get(escapeName(name) ?? '')?.type : undefined
    const path = `${field}.properties[${name}]`
    const lost = isCorrelatable(schema['x-kubernetes-map-type']) ? uncorrelated : (uncorrelated ?? field)
    yield { schema: property, type: typed(property, known), bound, uncorrelated: lost, field: path }
  }
  const others = othersOf(schema)
  if (others && branches.has(others)) {
    const known = type?.kind === 'map' ? type.value : undefined
    const times = limited(bound, schema['maxProperties'])
    const path = `${field}.additionalProperties`
    yield { schema: others, type: typed(others, known), bound: times, uncorrelated, field: path }
  }
  if (schema.items && branches.has(schema.items)) {
    const known = type?.kind === 'list' ? type.element : undefined
    const lost = schema['x-kubernetes-list-type'] === 'map' ? uncorrelated : (uncorrelated ?? field)
    const times = limited(bound, schema['maxItems'])
    yield {
      schema: schema.items,
      type: typed(schema.items, known),
      bound: times,
      uncorrelated: lost,
      field: `${field}.items`,
    }
  }
}

const isCorrelatable = (mapType: unknown): boolean =>
  mapType === undefined || mapType === 'granular' || mapType === 'atomic'

const below = (step: Step, branches: ReadonlySet<SchemaNode>): Step[] => [...stepsBelow(step, branches)]

const limited = (bound: number | undefined, limit: unknown): number | undefined =>
  bound === undefined || typeof limit !== 'number' ? undefined : bound * limit
