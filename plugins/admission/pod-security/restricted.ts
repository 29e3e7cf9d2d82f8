/** What level restricted asks for beyond baseline: the practice of hardened pods. */
import { badSeccomp, procMount } from './baseline.js'
import type { Violation } from './checks.js'
import {
  type Check,
  type Container,
  containersNamed,
  containersOf,
  hasOwnUsers,
  isForWindows,
  namesWhere,
  type PodView,
  plural,
  quoted,
  settersOf,
  sorted,
} from './pod-view.js'

function privilegeEscalation(pod: PodView): Violation | undefined {
  const names = namesWhere(pod, ({ securityContext }) => securityContext?.allowPrivilegeEscalation !== false)
  if (!names.length) return undefined
  return {
    reason: 'allowPrivilegeEscalation != false',
    detail: `${containersNamed(names)} must set securityContext.allowPrivilegeEscalation=false`,
  }
}

function capabilities(pod: PodView): Violation | undefined {
  const stray = ({ securityContext }: Container) =>
    (securityContext?.capabilities?.add ?? []).filter((each) => each !== 'NET_BIND_SERVICE')
  const keeping = namesWhere(pod, ({ securityContext }) => !securityContext?.capabilities?.drop?.includes('ALL'))
  const adding = namesWhere(pod, (container) => stray(container).length > 0)
  const added = quoted(sorted(containersOf(pod.spec).flatMap(stray)))
  const told = [
    ...(keeping.length ? [`${containersNamed(keeping)} must set securityContext.capabilities.drop=["ALL"]`] : []),
    ...(adding.length
      ? [`${containersNamed(adding)} must not include ${added} in securityContext.capabilities.add`]
      : []),
  ]
  return told.length ? { reason: 'unrestricted capabilities', detail: told.join('; ') } : undefined
}

const freeVolumes = [
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected'],
  'secret',
]

function volumes({ spec }: PodView): Violation | undefined {
  const sourcesOf = (volume: object) => Object.keys(volume).filter((member) => member !== 'name')
  const bad = (spec.volumes ?? []).filter((volume) => !sourcesOf(volume).some((source) => freeVolumes.includes(source)))
  if (!bad.length) return undefined
  const types = sorted(bad.map((volume) => sourcesOf(volume)[0] ?? 'unknown'))
  const which = `${plural('volume', bad)} ${quoted(bad.map(({ name }) => name ?? ''))} ${bad.length === 1 ? 'uses' : 'use'}`
  return {
    reason: 'restricted volume types',
    detail: `${which} ${plural('restricted volume type', types)} ${quoted(types)}`,
  }
}

function runAsNonRoot(pod: PodView): Violation | undefined {
  const ofPod = pod.spec.securityContext?.runAsNonRoot
  const reason = 'runAsNonRoot != true'
  const explicit = namesWhere(pod, ({ securityContext }) => securityContext?.runAsNonRoot === false)
  const setters = settersOf(ofPod === false, explicit)
  if (setters.length)
    return { reason, detail: `${setters.join(' and ')} must not set securityContext.runAsNonRoot=false` }
  const silent = namesWhere(pod, ({ securityContext }) => !ofPod && securityContext?.runAsNonRoot === undefined)
  if (!silent.length) return undefined
  return { reason, detail: `pod or ${containersNamed(silent)} must set securityContext.runAsNonRoot=true` }
}

function runAsUser(pod: PodView): Violation | undefined {
  const names = namesWhere(pod, ({ securityContext }) => Number(securityContext?.runAsUser ?? 1) === 0)
  const setters = settersOf(Number(pod.spec.securityContext?.runAsUser ?? 1) === 0, names)
  return setters.length
    ? { reason: 'runAsUser=0', detail: `${setters.join(' and ')} must not set runAsUser=0` }
    : undefined
}

function seccomp(pod: PodView): Violation | undefined {
  const bad = badSeccomp(pod)
  if (bad || pod.spec.securityContext?.seccompProfile) return bad
  const names = namesWhere(pod, ({ securityContext }) => securityContext?.seccompProfile === undefined)
  if (!names.length) return undefined
  const told = 'must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"'
  return { reason: 'seccompProfile', detail: `pod or ${containersNamed(names)} ${told}` }
}

const exceptWindows =
  (find: Check['find']): Check['find'] =>
  (pod) =>
    isForWindows(pod) ? undefined : find(pod)
const exceptOwnUsers =
  (find: Check['find']): Check['find'] =>
  (pod) =>
    hasOwnUsers(pod) ? undefined : find(pod)
const [overCapabilities, overSeccomp] = [['capabilities_baseline'], ['seccompProfile_baseline']]

/** In the order in which they are told. */
export const restrictedChecks: readonly Check[] = [
  { id: 'allowPrivilegeEscalation', since: 8, find: privilegeEscalation },
  { id: 'allowPrivilegeEscalation', since: 25, find: exceptWindows(privilegeEscalation) },
  { id: 'capabilities_restricted', since: 22, overrides: overCapabilities, find: capabilities },
  { id: 'capabilities_restricted', since: 25, overrides: overCapabilities, find: exceptWindows(capabilities) },
  { id: 'procMount_restricted', since: 35, overrides: ['procMount'], find: procMount },
  { id: 'restrictedVolumes', since: 0, overrides: ['hostPathVolumes'], find: volumes },
  { id: 'runAsNonRoot', since: 0, find: runAsNonRoot },
  { id: 'runAsNonRoot', since: 35, find: exceptOwnUsers(runAsNonRoot) },
  { id: 'runAsUser', since: 23, find: runAsUser },
  { id: 'runAsUser', since: 35, find: exceptOwnUsers(runAsUser) },
  { id: 'seccompProfile_restricted', since: 19, overrides: overSeccomp, find: seccomp },
  { id: 'seccompProfile_restricted', since: 25, overrides: overSeccomp, find: exceptWindows(seccomp) },
]
