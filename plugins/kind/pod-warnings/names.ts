/** Names that become those of hosts. */
import { dns1123LabelErrors, dns1123SubdomainErrors } from '../../../core/meta/index.js'

/** `uses`: what takes the name over. */
export function nameWarnings(name: string | undefined, uses: 'pod' | 'maker'): readonly string[] {
  if (!name || (name.length <= 63 && !name.includes('.'))) return []
  const wrong = dns1123LabelErrors(name)
  if (wrong.length === 0) return []
  const isOfDots = dns1123SubdomainErrors(name).length === 0 && name.includes('.')
  const why = isOfDots ? [...wrong.slice(0, -1), 'must not contain dots'] : wrong
  const where = uses === 'pod' ? "the Pod's hostname" : 'Pod names and hostnames'
  return [`metadata.name: goes into ${where}; better a DNS label, which fits everywhere: ${why.join(' ')}`]
}
