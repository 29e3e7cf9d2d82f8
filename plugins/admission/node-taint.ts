/** Keeps pods off each new node until it is known to be ready (upstream's TaintNodesByCondition): whoever judges nodes takes the taint off. */
import type { AdmissionPlugin } from '../../core/admission/contract.js'

interface Taint {
  readonly key?: string
  readonly effect?: string
}

const notReady: Taint = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }

export const nodeTaint: AdmissionPlugin = {
  name: 'node-taint',
  admits: ({ operation, plural, group, subresource }) =>
    operation === 'CREATE' && plural === 'nodes' && group === '' && subresource === '',
  mutate({ object }) {
    if (!object) return
    const spec = (object['spec'] ?? {}) as { taints?: Taint[] }
    const given = spec.taints ?? []
    if (given.some(({ key, effect }) => key === notReady.key && effect === notReady.effect)) return
    object['spec'] = { ...spec, taints: [...given, { ...notReady }] }
  },
}
