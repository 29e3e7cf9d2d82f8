/** Which labels a kubelet may give its own node: what it says of itself, and nothing that pods choose their nodes by for safety. */
type Labels = Readonly<Record<string, string>>

const own: ReadonlySet<string> = new Set([
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'kubernetes.io/arch',
  'beta.kubernetes.io/os',
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/instance-type',
  'failure-domain.beta.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.kubernetes.io/region',
])
/** And below these domains. */
const ownDomains = ['kubelet.kubernetes.io', 'node.kubernetes.io']
const reserved = ['kubernetes.io', 'k8s.io']
const restriction = 'node-restriction.kubernetes.io'

/** Of those that differ, what is not its to say; sorted. */
export function forbiddenLabels(next: Labels, old: Labels): string[] {
  const changed = [...new Set([...Object.keys(next), ...Object.keys(old)])].filter((key) => next[key] !== old[key])
  return changed.filter((key) => !isFree(key)).sort()
}

function isFree(key: string): boolean {
  const slash = key.indexOf('/')
  const domain = slash < 0 ? '' : key.slice(0, slash)
  const isBelow = (parent: string) => domain === parent || domain.endsWith(`.${parent}`)
  if (isBelow(restriction)) return false
  return !reserved.some(isBelow) || own.has(key) || ownDomains.some(isBelow)
}
