/** What level baseline forbids: what is known to give a pod power over its node. */
import type { Violation } from './checks.js'
import {
  type Check,
  type Container,
  containersNamed,
  containersOf,
  hasOwnUsers,
  namesWhere,
  type PodView,
  plural,
  quoted,
  settersOf,
  sorted,
} from './pod-view.js'

const defaultCapabilities = new Set([
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE'],
  ...['SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
])

function appArmorProfile({ annotations, ...pod }: PodView): Violation | undefined {
  const isRight = (type: string | undefined) => type === 'RuntimeDefault' || type === 'Localhost'
  const ofPod = pod.spec.securityContext?.appArmorProfile
  const podIsBad = ofPod !== undefined && !isRight(ofPod.type)
  const bad = containersOf(pod.spec).filter(({ securityContext }) => {
    const profile = securityContext?.appArmorProfile
    return profile !== undefined && !isRight(profile.type)
  })
  const types = [
    ...(podIsBad ? [ofPod.type ?? ''] : []),
    ...bad.map((each) => each.securityContext!.appArmorProfile!.type ?? ''),
  ]
  const forbidden = Object.entries(annotations)
    .filter(([key, value]) => key.startsWith('container.apparmor.security.beta.kubernetes.io/') && !isProfile(value))
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .sort()
  const setters = settersOf(podIsBad, bad.map(nameOf))
  if (forbidden.length) setters.push(plural('annotation', forbidden))
  if (!setters.length) return undefined
  const values = [...sorted(types), ...forbidden]
  return {
    reason: plural('forbidden AppArmor profile', values),
    detail: `${setters.join(' and ')} must not set AppArmor profile type to ${quoted(values)}`,
  }
}

const nameOf = ({ name }: Container): string => name ?? ''
const isProfile = (value: string): boolean =>
  value === '' || value === 'runtime/default' || value.startsWith('localhost/')

function capabilities(pod: PodView): Violation | undefined {
  const stray = ({ securityContext }: Container) =>
    (securityContext?.capabilities?.add ?? []).filter((each) => !defaultCapabilities.has(each))
  const names = namesWhere(pod, (container) => stray(container).length > 0)
  if (!names.length) return undefined
  const added = quoted(sorted(containersOf(pod.spec).flatMap(stray)))
  return {
    reason: 'non-default capabilities',
    detail: `${containersNamed(names)} must not include ${added} in securityContext.capabilities.add`,
  }
}

function hostNamespaces({ spec }: PodView): Violation | undefined {
  const members = (['hostNetwork', 'hostPID', 'hostIPC'] as const).filter((member) => spec[member])
  if (!members.length) return undefined
  return { reason: 'host namespaces', detail: members.map((member) => `${member}=true`).join(', ') }
}

function hostPathVolumes({ spec }: PodView): Violation | undefined {
  const names = (spec.volumes ?? []).filter(({ hostPath }) => hostPath).map(({ name }) => name ?? '')
  if (!names.length) return undefined
  return { reason: 'hostPath volumes', detail: `${plural('volume', names)} ${quoted(names)}` }
}

function hostPorts(pod: PodView): Violation | undefined {
  const portsOf = ({ ports = [] }: Container) => ports.flatMap(({ hostPort }) => (hostPort ? [String(hostPort)] : []))
  const names = namesWhere(pod, (container) => portsOf(container).length > 0)
  if (!names.length) return undefined
  const ports = sorted(containersOf(pod.spec).flatMap(portsOf))
  return {
    reason: 'hostPort',
    detail: `${containersNamed(names)} ${uses(names)} ${plural('hostPort', ports)} ${ports.join(', ')}`,
  }
}

const uses = (names: readonly string[]): string => (names.length === 1 ? 'uses' : 'use')

function probeHosts(pod: PodView): Violation | undefined {
  const hostsOf = ({ livenessProbe, readinessProbe, startupProbe, lifecycle }: Container) =>
    [livenessProbe, readinessProbe, startupProbe, lifecycle?.postStart, lifecycle?.preStop].flatMap((each) =>
      [each?.httpGet?.host, each?.tcpSocket?.host].flatMap((host) => (host ? [host] : [])),
    )
  const names = sorted(namesWhere(pod, (container) => hostsOf(container).length > 0))
  if (!names.length) return undefined
  const hosts = sorted(containersOf(pod.spec).flatMap(hostsOf))
  return {
    reason: 'probe or lifecycle host',
    detail: `${containersNamed(names)} ${uses(names)} ${plural('probe or lifecycle host', hosts)} ${quoted(hosts)}`,
  }
}

function privileged(pod: PodView): Violation | undefined {
  const names = namesWhere(pod, ({ securityContext }) => securityContext?.privileged === true)
  if (!names.length) return undefined
  return { reason: 'privileged', detail: `${containersNamed(names)} must not set securityContext.privileged=true` }
}

export function procMount(pod: PodView): Violation | undefined {
  const mountsOf = ({ securityContext }: Container) =>
    [securityContext?.procMount].filter((mount) => mount !== undefined && mount !== 'Default') as string[]
  const names = namesWhere(pod, (container) => mountsOf(container).length > 0)
  if (!names.length) return undefined
  const mounts = quoted(sorted(containersOf(pod.spec).flatMap(mountsOf)))
  return {
    reason: 'procMount',
    detail: `${containersNamed(names)} must not set securityContext.procMount to ${mounts}`,
  }
}

const selinuxTypes = ['', 'container_t', 'container_init_t', 'container_kvm_t']

const seLinuxOptions = (types: readonly string[]) => (pod: PodView) => {
  const optionsOf = (context: { readonly seLinuxOptions?: SelinuxOptions } | undefined) => context?.seLinuxOptions
  const isBad = (options: SelinuxOptions | undefined) =>
    options !== undefined && (!types.includes(options.type ?? '') || Boolean(options.user) || Boolean(options.role))
  const ofPod = optionsOf(pod.spec.securityContext)
  const names = namesWhere(pod, ({ securityContext }) => isBad(optionsOf(securityContext)))
  const setters = settersOf(isBad(ofPod), names)
  if (!setters.length) return undefined
  const all = [ofPod, ...containersOf(pod.spec).map(({ securityContext }) => optionsOf(securityContext))].filter(isBad)
  const badTypes = sorted(all.map((options) => options?.type ?? '').filter((type) => !types.includes(type)))
  const told = [
    ...(badTypes.length ? [`${plural('type', badTypes)} ${quoted(badTypes)}`] : []),
    ...(all.some((options) => options?.user) ? ['user may not be set'] : []),
    ...(all.some((options) => options?.role) ? ['role may not be set'] : []),
  ]
  return {
    reason: 'seLinuxOptions',
    detail: `${setters.join(' and ')} set forbidden securityContext.seLinuxOptions: ${told.join('; ')}`,
  }
}

interface SelinuxOptions {
  readonly type?: string
  readonly user?: string
  readonly role?: string
}

const podSeccomp = 'seccomp.security.alpha.kubernetes.io/pod'

function seccompAnnotations({ annotations, spec }: PodView): Violation | undefined {
  const isRight = (value: string) =>
    value === 'runtime/default' || value === 'docker/default' || value.startsWith('localhost/')
  const keys = [podSeccomp, ...containersOf(spec).map(({ name }) => `container.${podSeccomp.slice(0, -3)}${name}`)]
  const forbidden = sorted(
    keys.flatMap((key) => {
      const value = annotations[key]
      return value === undefined || isRight(value) ? [] : [`${key}=${JSON.stringify(value)}`]
    }),
  )
  if (!forbidden.length) return undefined
  return { reason: 'seccompProfile', detail: `forbidden ${plural('annotation', forbidden)} ${forbidden.join(', ')}` }
}

/** Types that are set and not among those that anybody may have. */
export function badSeccomp(pod: PodView): Violation | undefined {
  const typeOf = (context: { readonly seccompProfile?: { readonly type?: string } } | undefined) => {
    const profile = context?.seccompProfile
    return profile && profile.type !== 'RuntimeDefault' && profile.type !== 'Localhost' ? [profile.type ?? ''] : []
  }
  const ofPod = typeOf(pod.spec.securityContext)
  const names = namesWhere(pod, ({ securityContext }) => typeOf(securityContext).length > 0)
  const setters = settersOf(ofPod.length > 0, names)
  if (!setters.length) return undefined
  const types = [...ofPod, ...containersOf(pod.spec).flatMap(({ securityContext }) => typeOf(securityContext))]
  return {
    reason: 'seccompProfile',
    detail: `${setters.join(' and ')} must not set securityContext.seccompProfile.type to ${quoted(sorted(types))}`,
  }
}

const safeSysctls = [
  ...['kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_syncookies'],
  ...['net.ipv4.ping_group_range', 'net.ipv4.ip_unprivileged_port_start'],
]
const since27 = [...safeSysctls, 'net.ipv4.ip_local_reserved_ports']
const keepalive = ['net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl']
const since29 = [...since27, ...keepalive, 'net.ipv4.tcp_keepalive_probes']
const since32 = [...since29, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem']

const sysctls =
  (safe: readonly string[]) =>
  ({ spec }: PodView): Violation | undefined => {
    const stray = (spec.securityContext?.sysctls ?? [])
      .map(({ name }) => name ?? '')
      .filter((name) => !safe.includes(name))
    return stray.length ? { reason: 'forbidden sysctls', detail: stray.join(', ') } : undefined
  }

function hostProcess(pod: PodView): Violation | undefined {
  const isSet = (context: { readonly windowsOptions?: { readonly hostProcess?: boolean } } | undefined) =>
    context?.windowsOptions?.hostProcess === true
  const setters = settersOf(
    isSet(pod.spec.securityContext),
    namesWhere(pod, ({ securityContext }) => isSet(securityContext)),
  )
  if (!setters.length) return undefined
  return {
    reason: 'hostProcess',
    detail: `${setters.join(' and ')} must not set securityContext.windowsOptions.hostProcess=true`,
  }
}

/** In the order in which they are told. */
export const baselineChecks: readonly Check[] = [
  { id: 'appArmorProfile', since: 0, find: appArmorProfile },
  { id: 'capabilities_baseline', since: 0, find: capabilities },
  { id: 'hostNamespaces', since: 0, find: hostNamespaces },
  { id: 'hostPathVolumes', since: 0, find: hostPathVolumes },
  { id: 'hostPorts', since: 0, find: hostPorts },
  { id: 'hostProbesAndHostLifecycle', since: 34, find: probeHosts },
  { id: 'privileged', since: 0, find: privileged },
  { id: 'procMount', since: 0, find: procMount },
  { id: 'procMount', since: 35, find: (pod) => (hasOwnUsers(pod) ? undefined : procMount(pod)) },
  { id: 'seLinuxOptions', since: 0, find: seLinuxOptions(selinuxTypes) },
  { id: 'seLinuxOptions', since: 31, find: seLinuxOptions([...selinuxTypes, 'container_engine_t']) },
  { id: 'seccompProfile_baseline', since: 0, find: seccompAnnotations },
  { id: 'seccompProfile_baseline', since: 19, find: badSeccomp },
  { id: 'sysctls', since: 0, find: sysctls(safeSysctls) },
  { id: 'sysctls', since: 27, find: sysctls(since27) },
  { id: 'sysctls', since: 29, find: sysctls(since29) },
  { id: 'sysctls', since: 32, find: sysctls(since32) },
  { id: 'windowsHostProcess', since: 0, find: hostProcess },
]
