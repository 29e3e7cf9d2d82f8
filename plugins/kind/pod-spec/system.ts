/** What goes with an operating system, and with the node's own namespaces. */
import type { Container, PodSpec } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, unsupported } from '../causes.js'
import type { Ground } from './ground.js'

/** Why a member is refused. */
export const notOnWindows = 'is for Linux, and os.name is windows'

type Visit = (container: Container, at: string) => void

function visit(spec: PodSpec, at: string, look: Visit): void {
  for (const list of ['initContainers', 'containers', 'ephemeralContainers'] as const) {
    spec[list]?.forEach((container, index) => void look(container as Container, `${at}.${list}[${index}]`))
  }
}

export function checkSystem(ground: Ground, at: string): void {
  const { spec, found } = ground
  if (spec.hostUsers === false) {
    const why = 'must be false beside hostUsers: false'
    if (spec.hostNetwork) found.push(forbidden(`${at}.hostNetwork`, why))
    if (spec.hostPID) found.push(forbidden(`${at}.HostPID`, why))
    if (spec.hostIPC) found.push(forbidden(`${at}.HostIPC`, why))
    visit(spec, at, ({ volumeDevices }, here) => {
      if (volumeDevices?.length) found.push(forbidden(`${here}.volumeDevices`, 'has no place beside hostUsers: false'))
    })
  }
  if (spec.shareProcessNamespace && spec.hostPID) {
    const why = 'set shareProcessNamespace or hostPID, not both'
    found.push(invalid(`${at}.securityContext.shareProcessNamespace`, true, why))
  }
  const os = spec.os?.name
  if (os === 'linux') checkLinux(ground, at)
  else if (os === 'windows') checkWindows(ground, at)
  else if (os) found.push(unsupported(`${at}.os`, os, ['linux', 'windows']))
  if (os !== 'linux') checkHostProcess(ground, at)
}

function checkLinux({ spec, found }: Ground, at: string): void {
  const why = 'is for Windows, and os.name is linux'
  if (spec.securityContext?.windowsOptions) found.push(forbidden(`${at}.securityContext.windowsOptions`, why))
  visit(spec, at, ({ securityContext }, here) => {
    if (securityContext?.windowsOptions) found.push(forbidden(`${here}.securityContext.windowsOptions`, why))
  })
}

const linuxOnlyOfPods = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'sysctls',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
] as const
const linuxOnlyOfContainers = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
] as const

function checkWindows({ spec, found }: Ground, at: string): void {
  const refuse = (field: string) => found.push(forbidden(field, notOnWindows))
  for (const member of ['hostUsers', 'shareProcessNamespace'] as const) {
    if (spec[member] !== undefined) refuse(`${at}.${member}`)
  }
  for (const member of ['hostPID', 'hostIPC'] as const) if (spec[member]) refuse(`${at}.${member}`)
  for (const member of linuxOnlyOfPods) {
    if (spec.securityContext?.[member] !== undefined) refuse(`${at}.securityContext.${member}`)
  }
  visit(spec, at, ({ securityContext }, here) => {
    for (const member of linuxOnlyOfContainers) {
      if (securityContext?.[member] !== undefined) refuse(`${here}.securityContext.${member}`)
    }
  })
}

/** Containers that are processes of a Windows node: all of them or none, and on the node's network. */
function checkHostProcess({ spec, found }: Ground, at: string): void {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess
  let all = 0
  let host = 0
  visit(spec, at, ({ securityContext }, here) => {
    const own = securityContext?.windowsOptions?.hostProcess
    all++
    if (own ?? ofPod) host++
    if (own === undefined || ofPod === undefined || own === ofPod) return
    const why = `must be ${ofPod}, as the pod's own hostProcess is`
    found.push(invalid(`${here}.securityContext.windowsOptions.hostProcess`, own, why))
  })
  if (host === 0) return
  if (host !== all) {
    const why = 'hostProcess must be true of all containers or of none'
    found.push(invalid(at, '', why))
  }
  if (!spec.hostNetwork) {
    const why = 'must be true with hostProcess containers'
    found.push(invalid(`${at}.hostNetwork`, false, why))
  }
}
