/** Profiles of AppArmor and seccomp, which stood in annotations before they had fields. */
import { sameJson, type StatusCause } from '../../core/meta/index.js'
import type { AppArmorProfile, Pod, PodSpec, SeccompProfile } from '../../crds/generated/tokens.js'
import { forbidden, invalid } from './causes.js'
import { checkDescending } from './pod-spec/path.js'
import { placedContainers } from './pod-warnings/placed.js'

type Annotations = Readonly<Record<string, string>>

export const appArmorPrefix = 'container.apparmor.security.beta.kubernetes.io/'
export const seccompOfPod = 'seccomp.security.alpha.kubernetes.io/pod'
export const seccompPrefix = 'container.seccomp.security.alpha.kubernetes.io/'
export const appArmorDeprecated = 'deprecated since v1.30; use the "appArmorProfile" field instead'

const localhost = 'localhost/'

/** undefined: it says no profile that there can be. */
export function profileOfAnnotation(text: string): AppArmorProfile | undefined {
  if (text === 'unconfined') return { type: 'Unconfined' }
  if (text === 'runtime/default') return { type: 'RuntimeDefault' }
  const localhostProfile = text.startsWith(localhost) ? text.slice(localhost.length) : ''
  return localhostProfile ? { type: 'Localhost', localhostProfile } : undefined
}

const mostPath = 4095

const canBeField = ({ localhostProfile: path }: AppArmorProfile) =>
  path === undefined || (path.trim() === path && path !== '' && path.length <= mostPath)

/** What annotations say of containers whose field says nothing becomes their field, and is told; on create. */
export function takeProfiles({ metadata, spec }: Pod, warn: (message: string) => void): void {
  const { annotations } = metadata
  if (!annotations || !spec || spec.os?.name === 'windows') return
  for (const { container } of placedContainers(spec, 'spec')) {
    const key = `${appArmorPrefix}${container.name}`
    const said = annotations[key]
    if (said === undefined || container.securityContext?.appArmorProfile) continue
    const read = profileOfAnnotation(said)
    const profile = read && canBeField(read) ? read : undefined
    if (profile && sameJson(profile, spec.securityContext?.appArmorProfile)) continue
    if (profile) (container.securityContext ??= {}).appArmorProfile = profile
    warn(`metadata.annotations[${key}]: ${appArmorDeprecated}`)
  }
}

/** Annotations about seccomp that say no profile. */
export function seccompErrors(annotations: Annotations, at: string): StatusCause[] {
  const found: StatusCause[] = []
  for (const key in annotations) {
    if (key !== seccompOfPod && !key.startsWith(seccompPrefix)) continue
    const text = annotations[key]!
    if (known.has(text)) continue
    if (text.startsWith(localhost)) checkDescending(text.slice(localhost.length), `${at}.${key}`, found)
    else found.push(invalid(`${at}.${key}`, text, 'must be unconfined, runtime/default or localhost/ and a path'))
  }
  return found
}

const known = new Set(['runtime/default', 'docker/default', 'unconfined'])

/** What annotations and fields of a new pod or template both say is the same. `at`: where its spec stands. */
export function mismatchErrors(annotations: Annotations, spec: PodSpec, at: string): StatusCause[] {
  const found: StatusCause[] = []
  const { seccompProfile: ofPod, appArmorProfile: armorOfPod } = spec.securityContext ?? {}
  const check = (profile: Profile | undefined, said: string | undefined, field: string) => {
    const wrong = profile && said !== undefined ? differing(profile, said) : undefined
    if (wrong) found.push(forbidden(`${field}.${wrong}`, 'must be what the annotation says'))
  }
  check(ofPod, annotations[seccompOfPod], `${at}.securityContext.seccompProfile`)
  for (const { container, at: here } of placedContainers(spec, at)) {
    const { seccompProfile, appArmorProfile } = container.securityContext ?? {}
    check(seccompProfile, annotations[`${seccompPrefix}${container.name}`], `${here}.securityContext.seccompProfile`)
    if (spec.os?.name === 'windows') continue
    const armor = annotations[`${appArmorPrefix}${container.name}`]
    check(appArmorProfile ?? armorOfPod, armor, `${here}.securityContext.appArmorProfile`)
  }
  return found
}

type Profile = AppArmorProfile | SeccompProfile

function differing({ type, localhostProfile }: Profile, said: string): 'type' | 'localhostProfile' | undefined {
  if (type === 'Unconfined') return said === 'unconfined' ? undefined : 'type'
  if (type === 'RuntimeDefault') return said === 'runtime/default' || said === 'docker/default' ? undefined : 'type'
  if (type !== 'Localhost') return undefined
  if (!said.startsWith(localhost)) return 'type'
  return said.slice(localhost.length) === localhostProfile ? undefined : 'localhostProfile'
}
