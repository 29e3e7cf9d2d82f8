/** The files of a pod that its containers see in /etc. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SandboxConfig } from '../../contract.js'
import { readIfPresent } from '../host/atomic-file.js'

/** By this line programs (upstream's tests too) tell that the file is not the image's own. */
const managed = '# Kubernetes-managed hosts file'
const ownHosts = ['127.0.0.1\tlocalhost', '::1\tlocalhost ip6-localhost ip6-loopback']
const names = ['hosts', 'hostname', 'resolv.conf'] as const

/** Writes them into the sandbox's folder. */
export function writeEtcFiles(folder: string, config: SandboxConfig, ip: string | undefined): void {
  const { hostname, fullHostname } = config
  const own = ip ? [[ip, ...(fullHostname ? [fullHostname] : []), hostname].join('\t')] : []
  const base =
    config.network === 'host' ? [`${managed} (host network).`, readHost('hosts')] : [`${managed}.`, ...ownHosts]
  const aliases = config.hostAliases.map((alias) => `${alias.ip}\t${alias.hostnames.join('\t')}`)
  const hosts = [...base, ...own, ...aliases]
  const { servers, searches, options } = config.dns
  const resolver = [
    ...(searches.length ? [`search ${searches.join(' ')}`] : []),
    ...servers.map((server) => `nameserver ${server}`),
    ...(options.length ? [`options ${options.join(' ')}`] : []),
  ]
  const hasDns = servers.length + searches.length + options.length > 0
  const texts = { hosts, hostname: [hostname], 'resolv.conf': hasDns ? resolver : [readHost('resolv.conf')] }
  for (const name of names) writeFileSync(join(folder, name), `${texts[name].join('\n')}\n`, { mode: 0o644 })
}

/** Where each appears in a container, and where it is on the host. */
export function etcFiles(folder: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`/etc/${name}`, join(folder, name)]))
}

function readHost(name: string): string {
  return readIfPresent(`/etc/${name}`)?.trimEnd() ?? ''
}
