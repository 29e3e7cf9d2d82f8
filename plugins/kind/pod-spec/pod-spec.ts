/** All that is wrong with a pod spec beyond what its type says (upstream's ValidatePodSpec, 1.36). */
import type { StatusCause } from '../../../core/meta/index.js'
import type { PodSpec, Volume } from '../../../crds/generated/tokens.js'
import { forbidden, wholeObject } from '../causes.js'
import { checkContainers } from './containers.js'
import type { Ground } from './ground.js'
import { checkNames } from './names.js'
import { checkHostNetwork } from './ports.js'
import { checkResources } from './resources.js'
import { checkScheduling } from './scheduling.js'
import { checkPodSecurity } from './security.js'
import { checkSystem } from './system.js'
import { checkVolumes } from './volumes.js'
import { checkClaims, checkWholeResources } from './whole.js'

export interface SpecOf {
  /** Where the spec stands: `spec`, `spec.template.spec`. */
  readonly at: string
  readonly of: 'pod' | 'template'
  /** Of a pod that has its name. */
  readonly podName?: string
  /** A static pod's shadow. */
  readonly isMirror?: boolean
}

/** Cost: 1 to 2 us for a usual pod with nothing wrong. */
export function podSpecErrors(spec: PodSpec, { at, of, podName, isMirror }: SpecOf): StatusCause[] {
  const found: StatusCause[] = []
  const volumes = volumesByName(spec)
  const ground: Ground = { found, spec, volumes, isPod: of === 'pod' }
  checkVolumes(ground, `${at}.volumes`, podName)
  if (isMirror)
    for (const _ of spec.resourceClaims ?? []) found.push(forbidden(wholeObject, 'a mirror pod claims no devices'))
  else if (spec.resourceClaims) checkClaims(spec.resourceClaims, `${at}.resourceClaims`, ground)
  checkContainers(ground, at)
  checkWholeResources(ground, `${at}.resources`)
  checkHostNetwork(ground, at)
  if (spec.securityContext) checkPodSecurity(spec.securityContext, `${at}.securityContext`, ground)
  checkScheduling(ground, at)
  checkNames(ground, at)
  checkSystem(ground, at)
  if (spec.overhead) checkResources({ limits: spec.overhead }, `${at}.overhead`, { found, claims: () => new Set() })
  return found
}

function volumesByName(spec: PodSpec): Ground['volumes'] {
  const volumes = new Map<string, Volume>()
  for (const volume of spec.volumes ?? []) volumes.set(volume.name, volume)
  return volumes
}
