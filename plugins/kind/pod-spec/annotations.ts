/** Annotations that mean something to pods (upstream's ValidatePodSpecificAnnotations). */
import type { StatusCause } from '../../../core/meta/index.js'
import type { PodSpec } from '../../../crds/generated/tokens.js'
import { appArmorPrefix as appArmor, seccompErrors } from '../app-armor.js'
import { forbidden, invalid } from '../causes.js'

type Annotations = Readonly<Record<string, string>>

export const mirrorAnnotation = 'kubernetes.io/config.mirror'
const deletionCost = 'controller.kubernetes.io/pod-deletion-cost'

export function podAnnotationErrors(annotations: Annotations, spec: PodSpec, at: string): StatusCause[] {
  const found: StatusCause[] = []
  const mirror = annotations[mirrorAnnotation]
  if (mirror !== undefined && !spec.nodeName) {
    const why = 'a mirror pod is on a node: set spec.nodeName as well'
    found.push(invalid(`${at}[${mirrorAnnotation}]`, mirror, why))
  }
  const cost = annotations[deletionCost]
  if (cost !== undefined && !isInt32(cost)) {
    found.push(invalid(`${at}[${deletionCost}]`, cost, 'must be a whole number from -2147483648 to 2147483647'))
  }
  for (const key in annotations) {
    if (key.startsWith(appArmor)) found.push(...appArmorErrors(key, annotations[key]!, { at, spec }))
  }
  found.push(...seccompErrors(annotations, at))
  return found
}

/** As strconv.ParseInt reads it, without a leading plus or zeros that mean octal. */
function isInt32(text: string): boolean {
  if (!/^(0|-?[1-9]\d{0,9})$/.test(text)) return false
  const value = Number(text)
  return value >= -(2 ** 31) && value < 2 ** 31
}

function appArmorErrors(
  key: string,
  profile: string,
  { at, spec }: { readonly at: string; readonly spec: PodSpec },
): StatusCause[] {
  const found: StatusCause[] = []
  const name = key.slice(appArmor.length)
  const all = [...(spec.containers ?? []), ...(spec.initContainers ?? []), ...(spec.ephemeralContainers ?? [])]
  if (!all.some((container) => container.name === name)) {
    found.push(invalid(`${at}[${key}]`, name, 'must name a container of the pod'))
  }
  const isKnown = profile === '' || profile === 'runtime/default' || profile === 'unconfined'
  if (!isKnown && !profile.startsWith('localhost/')) {
    found.push(invalid(`${at}[${key}]`, profile, 'must be runtime/default, unconfined or localhost/ and a profile'))
  }
  return found
}

/** What of them stays as it was made. */
export function annotationChangeErrors(now: Annotations, before: Annotations, at: string): StatusCause[] {
  if (now === before) return []
  const found: StatusCause[] = []
  const isKept = (key: string) => key === mirrorAnnotation || key.startsWith(appArmor)
  for (const key in before) {
    if (isKept(key) && now[key] !== before[key]) {
      found.push(forbidden(`${at}[${key}]`, 'stays as the pod was created with it'))
    }
  }
  for (const key in now) {
    if (isKept(key) && before[key] === undefined) found.push(forbidden(`${at}[${key}]`, 'add it at the create'))
  }
  return found
}
