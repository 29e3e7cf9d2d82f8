/** Linux capabilities by name, and the set a container keeps. */
import type { ContainerConfig } from '../../contract.js'

/** Those of a container that asks for nothing: containerd's and Docker's default. */
const standard = [
  'chown',
  'dac_override',
  'fowner',
  'fsetid',
  'kill',
  'setgid',
  'setuid',
  'setpcap',
  'net_bind_service',
  'net_raw',
  'sys_chroot',
  'mknod',
  'audit_write',
  'setfcap',
] as const

/** Undefined: all of them. Names come as Kubernetes writes them (NET_ADMIN, CAP_NET_ADMIN, ALL). */
export function keptCapabilities(security: ContainerConfig['security']): readonly string[] | undefined {
  if (security.privileged) return undefined
  const added = security.addCapabilities.map(plainName)
  const dropped = security.dropCapabilities.map(plainName)
  if (added.includes('all')) return dropped.length ? allBut(dropped) : undefined
  const base = dropped.includes('all') ? [] : standard.filter((name) => !dropped.includes(name))
  return [...new Set([...base, ...added])]
}

/** setpriv's notation for exactly these. */
export function boundingSet(kept: readonly string[]): string {
  return ['-all', ...kept.map((name) => `+${name}`)].join(',')
}

function allBut(dropped: readonly string[]): readonly string[] {
  return dropped.includes('all') ? [] : known.filter((name) => !dropped.includes(name))
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/^cap_/, '')
}

const known = [
  ...standard,
  'dac_read_search',
  'linux_immutable',
  'net_broadcast',
  'net_admin',
  'ipc_lock',
  'ipc_owner',
  'sys_module',
  'sys_rawio',
  'sys_ptrace',
  'sys_pacct',
  'sys_admin',
  'sys_boot',
  'sys_nice',
  'sys_resource',
  'sys_time',
  'sys_tty_config',
  'lease',
  'audit_control',
  'mac_override',
  'mac_admin',
  'syslog',
  'wake_alarm',
  'block_suspend',
  'audit_read',
  'perfmon',
  'bpf',
  'checkpoint_restore',
] as const
