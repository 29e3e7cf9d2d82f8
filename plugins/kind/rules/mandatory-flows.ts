/** The flow schemas and levels that every server has, and nobody changes: exempt and catch-all. */
import { sameJson, type StatusCause } from '../../../core/meta/index.js'
import type { FlowSchema, PriorityLevelConfiguration } from '../../../crds/generated/tokens.js'
import { invalid } from '../causes.js'

const everything = {
  resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'], clusterScope: true, namespaces: ['*'] }],
  nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
}

const schemas: Readonly<Record<string, object>> = {
  exempt: {
    priorityLevelConfiguration: { name: 'exempt' },
    matchingPrecedence: 1,
    rules: [{ subjects: groups('system:masters'), ...everything }],
  },
  'catch-all': {
    priorityLevelConfiguration: { name: 'catch-all' },
    matchingPrecedence: 10_000,
    distinguisherMethod: { type: 'ByUser' },
    rules: [{ subjects: groups('system:unauthenticated', 'system:authenticated'), ...everything }],
  },
}

function groups(...names: readonly string[]): object[] {
  return names.map((name) => ({ kind: 'Group', group: { name } }))
}

const levels: Readonly<Record<string, object>> = {
  exempt: { type: 'Exempt' },
  'catch-all': {
    type: 'Limited',
    limited: { nominalConcurrencyShares: 5, lendablePercent: 0, limitResponse: { type: 'Reject' } },
  },
}

export const fixedSchemaErrors = ({ metadata, spec }: FlowSchema): StatusCause[] => differing(schemas, metadata, spec)

/** Of the exempt level what it is given is free. */
export function fixedLevelErrors({ metadata, spec }: PriorityLevelConfiguration): StatusCause[] {
  const { exempt: _, ...rest } = spec ?? {}
  return differing(levels, metadata, metadata.name === 'exempt' ? rest : spec)
}

function differing(
  fixed: Readonly<Record<string, object>>,
  { name = '' }: { readonly name?: string },
  spec: unknown,
): StatusCause[] {
  if (!Object.hasOwn(fixed, name) || sameJson(fixed[name], spec)) return []
  return [invalid('spec', spec ?? null, `the server needs ${name} as it is: ${JSON.stringify(fixed[name])}`)]
}
