/** Nodes: what their definition can't say. */
import { Node } from '../../crds/generated/tokens.js'
import { alignRanges, nodeErrors, nodeStatusErrors } from './rules/node.js'
import { nodeWarnings } from './rules/network-warnings.js'
import { kindPlugin } from './typed-plugin.js'

export const nodeKind = kindPlugin(Node, {
  receive: alignRanges,
  prepare: alignRanges,
  warnings: nodeWarnings,
  validate: (node, old, { operation }) => [
    ...nodeStatusErrors(node, old),
    ...(operation === 'statusUpdate' ? [] : nodeErrors(node, old)),
  ],
  columns: { status: statusOf, roles, kernel },
  fields: { 'spec.unschedulable': ({ spec }) => String(spec?.unschedulable === true) },
})

function statusOf({ spec, status }: Node): string {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')
  const word = ready ? (ready.status === 'True' ? 'Ready' : 'NotReady') : 'Unknown'
  return spec?.unschedulable ? `${word},SchedulingDisabled` : word
}

function kernel({ status }: Node): string {
  const { kernelVersion, architecture } = status?.nodeInfo ?? {}
  return `${kernelVersion || '<unknown>'}${architecture ? ` (${architecture})` : ''}`
}

const rolePrefix = 'node-role.kubernetes.io/'

function roles({ metadata }: Node): string {
  const found = Object.entries(metadata.labels ?? {}).flatMap(([key, value]) => {
    if (key.startsWith(rolePrefix)) return key.slice(rolePrefix.length) || []
    return key === 'kubernetes.io/role' ? value || [] : []
  })
  return [...new Set(found)].sort().join(',') || '<none>'
}
