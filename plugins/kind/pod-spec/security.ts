/** Users, groups and rights: of one container, and of the whole pod. */
import { dns1123SubdomainErrors, type StatusCause } from '../../../core/meta/index.js'
import type {
  AppArmorProfile,
  PodSecurityContext,
  PodSpec,
  SeccompProfile,
  SecurityContext,
  WindowsSecurityContextOptions,
} from '../../../crds/generated/tokens.js'
import { duplicate, invalid, invalids, required, tooLong, unsupported } from '../causes.js'
import type { Ground } from './ground.js'
import { checkDescending } from './path.js'
import { userNameErrors } from './windows-user.js'

const mostProfileBytes = 4095
const mostCredentialBytes = 64 * 1024

export function checkSecurity(context: SecurityContext, at: string, { spec, found }: Ground): void {
  checkId(context.runAsUser, `${at}.runAsUser`, found)
  checkId(context.runAsGroup, `${at}.runAsGroup`, found)
  if (context.procMount === 'Unmasked' && spec.hostUsers !== false) {
    found.push(invalid(`${at}.procMount`, context.procMount, 'Unmasked needs hostUsers: false of the pod'))
  }
  if (context.allowPrivilegeEscalation === false) {
    const also = (what: string) => `allowPrivilegeEscalation: false does not go with ${what}`
    if (context.privileged) found.push(invalid(at, context, also('privileged: true')))
    if (context.capabilities?.add?.includes('CAP_SYS_ADMIN')) {
      found.push(invalid(at, context, also('CAP_SYS_ADMIN in capabilities.add')))
    }
  }
  checkProfiles(context, at, found)
}

export function checkPodSecurity(context: PodSecurityContext, at: string, { spec, found }: Ground): void {
  checkId(context.fsGroup, `${at}.fsGroup`, found)
  checkId(context.runAsUser, `${at}.runAsUser`, found)
  checkId(context.runAsGroup, `${at}.runAsGroup`, found)
  context.supplementalGroups?.forEach(
    (group, index) => void checkId(group, `${at}.supplementalGroups[${index}]`, found),
  )
  if (context.sysctls?.length) checkSysctls(context.sysctls, `${at}.sysctls`, { spec, found })
  const { seLinuxChangePolicy: policy } = context
  // MountOption is upstream's gate SELinuxMount, which is off.
  if (policy !== undefined && policy !== 'Recursive') {
    found.push(unsupported(`${at}.seLinuxChangePolicy`, policy, ['Recursive']))
  }
  checkProfiles(context, at, found)
}

function checkId(id: number | undefined, field: string, found: StatusCause[]): void {
  if (id === undefined || (id >= 0 && id <= 0x7fffffff)) return
  found.push(invalid(field, id, 'must be between 0 and 2147483647, inclusive'))
}

function checkProfiles(context: SecurityContext | PodSecurityContext, at: string, found: StatusCause[]): void {
  const { seccompProfile, appArmorProfile, windowsOptions } = context
  if (seccompProfile) checkSeccomp(seccompProfile, `${at}.seccompProfile.localhostProfile`, found)
  if (appArmorProfile) checkAppArmor(appArmorProfile, `${at}.appArmorProfile.localhostProfile`, found)
  if (windowsOptions) checkWindows(windowsOptions, `${at}.windowsOptions`, found)
}

const needsProfile = 'name the profile on the node: the type is Localhost'
const onlyLocalhost = 'goes with type Localhost alone'

function checkSeccomp(profile: SeccompProfile, field: string, found: StatusCause[]): void {
  const { type, localhostProfile } = profile
  if (type === 'Localhost') {
    if (localhostProfile === undefined) found.push(required(field, needsProfile))
    else checkDescending(localhostProfile, field, found)
  } else if (localhostProfile !== undefined) {
    found.push(invalid(field, profile, onlyLocalhost))
  }
}

function checkAppArmor({ type, localhostProfile }: AppArmorProfile, field: string, found: StatusCause[]): void {
  if (type === 'Localhost') {
    if (!localhostProfile) found.push(required(field, needsProfile))
    else if (localhostProfile.trim() !== localhostProfile) {
      found.push(invalid(field, localhostProfile, 'take the spaces around the profile away'))
    }
    if (Buffer.byteLength(localhostProfile ?? '') > mostProfileBytes) found.push(tooLong(field, mostProfileBytes))
  } else if (localhostProfile !== undefined && (type === 'RuntimeDefault' || type === 'Unconfined')) {
    found.push(invalid(field, localhostProfile, onlyLocalhost))
  }
}

function checkWindows(options: WindowsSecurityContextOptions, at: string, found: StatusCause[]): void {
  const { gmsaCredentialSpecName: name, gmsaCredentialSpec: text, runAsUserName } = options
  if (name !== undefined) found.push(...invalids(`${at}.gmsaCredentialSpecName`, name, dns1123SubdomainErrors(name)))
  if (text === '') found.push(invalid(`${at}.gmsaCredentialSpec`, text, 'give the credential spec, or leave it out'))
  if (text && Buffer.byteLength(text) > mostCredentialBytes) {
    found.push(invalid(`${at}.gmsaCredentialSpec`, `${text.slice(0, 64)}...`, 'must be under 64 KiB'))
  }
  if (runAsUserName !== undefined) {
    found.push(...invalids(`${at}.runAsUserName`, runAsUserName, userNameErrors(runAsUserName)))
  }
}

const segment = '[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?'
const sysctlName = new RegExp(`^${segment}(?:[./]${segment})*$`)
const sharedMemory = ['kernel.shm', 'kernel.msg', 'kernel.sem', 'fs.mqueue.']

const ofNode = (member: string) => `is the node's own with ${member}: true: leave it out`

function checkSysctls(
  sysctls: NonNullable<PodSecurityContext['sysctls']>,
  at: string,
  { spec, found }: { readonly spec: PodSpec; readonly found: StatusCause[] },
): void {
  const seen = new Set<string>()
  sysctls.forEach(({ name }, index) => {
    const field = `${at}[${index}].name`
    if (!name) return
    if (name.length > 253 || !sysctlName.test(name)) {
      found.push(invalid(field, name, 'must have at most 253 characters, in segments joined by dots or slashes'))
    } else if (seen.has(name)) found.push(duplicate(field, name))
    seen.add(name)
    const dotted = name.replaceAll('/', '.')
    if (spec.hostNetwork && dotted.startsWith('net.')) {
      found.push(invalid(field, name, ofNode('hostNetwork')))
    }
    if (spec.hostIPC && sharedMemory.some((start) => dotted.startsWith(start))) {
      found.push(invalid(field, name, ofNode('hostIPC')))
    }
  })
}
