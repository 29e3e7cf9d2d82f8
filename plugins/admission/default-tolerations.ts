/** Gives each pod five minutes on a node that is not ready or can't be reached, unless it says otherwise (upstream's DefaultTolerationSeconds). */
import type { AdmissionPlugin } from '../../core/admission/contract.js'

interface Toleration {
  readonly key?: string
  readonly operator?: string
  readonly effect?: string
  readonly tolerationSeconds?: number
}

const keys = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'] as const
const seconds = 300

export const defaultTolerations: AdmissionPlugin = {
  name: 'default-tolerations',
  complete: true,
  admits: ({ operation, plural, group, subresource }) =>
    (operation === 'CREATE' || operation === 'UPDATE') && plural === 'pods' && group === '' && subresource === '',
  mutate({ object }) {
    const spec = object?.['spec'] as { tolerations?: Toleration[] } | undefined
    if (!spec) return
    const given = spec.tolerations ?? []
    const missing = keys.filter((key) => !given.some((each) => covers(each, key)))
    if (missing.length === 0) return
    spec.tolerations = [
      ...given,
      ...missing.map((key) => ({ key, operator: 'Exists', effect, tolerationSeconds: seconds })),
    ]
  },
}

const effect = 'NoExecute'

/** Whether a toleration already speaks of this taint: of the key or all keys, of the effect or all effects. */
function covers(toleration: Toleration, key: string): boolean {
  return (!toleration.key || toleration.key === key) && (!toleration.effect || toleration.effect === effect)
}
