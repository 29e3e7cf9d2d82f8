/** Annotations that fields have taken the place of. */
import { sameJson } from '../../../core/meta/index.js'
import type { Container, PodSpec } from '../../../crds/generated/tokens.js'
import { appArmorDeprecated, appArmorPrefix, profileOfAnnotation, seccompOfPod, seccompPrefix } from '../app-armor.js'

type Annotations = Readonly<Record<string, string>>

const useField = (since: string, field: string) => `non-functional in ${since}+; use the "${field}" field instead`

const deprecated = [
  ['scheduler.alpha.kubernetes.io/critical-pod', useField('v1.16', 'priorityClassName')],
  ['security.alpha.kubernetes.io/sysctls', useField('v1.11', 'sysctls')],
  ['security.alpha.kubernetes.io/unsafe-sysctls', useField('v1.11', 'sysctls')],
] as const

const noSeccomp = useField('v1.27', 'seccompProfile')

export function annotationWarnings(annotations: Annotations, { securityContext }: PodSpec, at: string): string[] {
  const found: string[] = []
  for (const [key, why] of deprecated) if (annotations[key] !== undefined) found.push(`${at}[${key}]: ${why}`)
  if (!securityContext?.seccompProfile && annotations[seccompOfPod] !== undefined) {
    found.push(`${at}[${seccompOfPod}]: ${noSeccomp}`)
  }
  return found
}

/** Of a pod AppArmor's annotations have become fields by now, and were told then. */
export function profileWarnings(
  { name, securityContext }: Container,
  spec: PodSpec,
  { annotations, before, of }: { annotations: Annotations; before: string; of: 'pod' | 'template' },
): string[] {
  const found: string[] = []
  const at = `${before}metadata.annotations`
  const seccomp = `${seccompPrefix}${name}`
  if (!securityContext?.seccompProfile && annotations[seccomp] !== undefined) {
    found.push(`${at}[${seccomp}]: ${noSeccomp}`)
  }
  const armor = `${appArmorPrefix}${name}`
  const said = annotations[armor]
  if (of === 'pod' || said === undefined || securityContext?.appArmorProfile) return found
  const ofPod = spec.securityContext?.appArmorProfile
  if (ofPod && sameJson(ofPod, profileOfAnnotation(said))) return found
  return [...found, `${at}[${armor}]: ${appArmorDeprecated}`]
}
