/** Keeps a bound pod from being resized beyond what its node can ever give, or where nodes can't resize (upstream's PodResize admission). */
import type { AdmissionPlugin } from '../../core/admission/contract.js'
import {
  type ContainersSpec,
  compareQuantities,
  forbidden,
  type KubeObject,
  parseQuantity,
  type Quantity,
  quantityMilliValue,
  quantityValue,
  readAmounts,
  sameJson,
  StatusError,
  wholeAmounts,
} from '../../core/meta/index.js'

const nodes = 'nodes'

interface Node extends KubeObject {
  readonly status?: { readonly allocatable?: Readonly<Record<string, string>> }
}

/** What is held against the node, in the units that are told. */
const held: readonly (readonly [resource: string, shown: (amount: Quantity) => number])[] = [
  ['cpu', quantityMilliValue],
  ['memory', quantityValue],
]

export const podResize: AdmissionPlugin = {
  name: 'pod-resize',
  views: [nodes],
  admits: ({ operation, plural, group, subresource }) =>
    operation === 'UPDATE' && plural === 'pods' && group === '' && subresource === 'resize',
  validate({ object, oldObject, name }, context) {
    const spec = object?.['spec'] as (ContainersSpec & { readonly nodeName?: string }) | undefined
    if (!spec?.nodeName || sameJson(spec, oldObject?.['spec'])) return
    const node = context.view(nodes).get('', spec.nodeName) as Node | undefined
    if (!node) throw refused(name, `node "${spec.nodeName}" not found`)
    const system = node.metadata.labels?.['kubernetes.io/os']
    if (system !== undefined && system !== 'linux') {
      const why = `pod resize is only supported on linux nodes, node "${spec.nodeName}" is "${system}"`
      throw refused(name, why, 'UnsupportedPlatform')
    }
    const lacking = lackingOn(node, spec)
    if (lacking.length > 0)
      throw refused(name, `node didn't have enough allocatable resources: ${lacking.join('; ')}`, 'NodeCapacity')
  },
}

function lackingOn({ status }: Node, spec: ContainersSpec): string[] {
  const asked = wholeAmounts(spec, 'requests')
  const given = readAmounts(status?.allocatable)
  return held.flatMap(([resource, shown]) => {
    const wanted = asked.get(resource) ?? parseQuantity('0')
    const there = given.get(resource) ?? parseQuantity('0')
    if (compareQuantities(wanted, there) <= 0) return []
    return [`${resource}, requested: ${shown(wanted)}, allocatable: ${shown(there)}`]
  })
}

function refused(name: string, why: string, reason?: string): StatusError {
  const { status } = forbidden({ group: '', plural: 'pods' }, name, why)
  if (!reason) return new StatusError(status)
  return new StatusError({ ...status, details: { ...status.details, causes: [{ reason }] } })
}
