/** Which kernel settings a pod may ask for: those that are its namespaces' own and can't harm its neighbours, as upstream's kubelet has them. */
import type { RuntimeStatus } from '../../../plugins/runtime/contract.js'
import type { Pod } from '../shapes/index.js'
import type { Lack } from './fits.js'

const safe = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
])

/** With dots between its words, also where slashes stand (and dots within words are slashes then, which no safe one has). */
export function sysctlName(name: string): string {
  const separator = /[./]/.exec(name)?.[0]
  return separator === '/' ? name.replaceAll('/', '.') : name
}

/** Undefined: the pod asks for none that it may not have. */
export function forbiddenSysctl({ spec }: Pod, lacks: RuntimeStatus['lacks']): Lack | undefined {
  for (const { name } of spec.securityContext?.sysctls ?? []) {
    const dotted = sysctlName(name)
    const why = !safe.has(dotted)
      ? 'not allowlisted'
      : dotted.startsWith('net.') && (spec.hostNetwork || lacks.includes('podNetwork'))
        ? "not allowed with the host's network"
        : dotted.startsWith('kernel.shm') && spec.hostIPC
          ? "not allowed with the host's IPC"
          : undefined
    if (why) return { reason: 'SysctlForbidden', message: `forbidden sysctl: ${JSON.stringify(name)} ${why}` }
  }
  return undefined
}
