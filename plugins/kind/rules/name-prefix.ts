/** The prefix that a name was made of, of kinds whose metadata is looked at whole in updates too (pods, jobs, revisions). */
import { dns1123SubdomainErrors, type KubeObject, type StatusCause } from '../../../core/meta/index.js'
import { invalids } from '../causes.js'

export function prefixErrors({ metadata: { generateName: prefix } }: KubeObject): StatusCause[] {
  if (!prefix) return []
  // It may end with a hyphen.
  const whole = prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix
  return invalids('metadata.generateName', prefix, dns1123SubdomainErrors(whole))
}
