/** What the runtime is told of a pod's sandbox, pure but for the host's resolv.conf that it is given. */
import { join } from 'node:path'
import type { SandboxConfig } from '../../../plugins/runtime/contract.js'
import type { NodeSettings } from '../node-settings.js'
import type { Pod } from '../shapes/index.js'
import { portMappingsOf } from './port-mappings.js'
import { sysctlName } from './sysctls.js'

type Dns = SandboxConfig['dns']

export function sandboxConfig(
  pod: Pod,
  attempt: number,
  node: { readonly settings: NodeSettings; readonly hostname: string; readonly hostDns: Dns },
): SandboxConfig {
  const { metadata, spec } = pod
  return {
    name: metadata.name ?? '',
    namespace: metadata.namespace ?? '',
    uid: metadata.uid ?? '',
    attempt,
    hostname: spec.hostNetwork ? node.hostname : hostnameOf(pod),
    ...(spec.subdomain && !spec.hostNetwork ? { fullHostname: fullHostnameOf(pod, node.settings.clusterDomain) } : {}),
    labels: metadata.labels ?? {},
    annotations: metadata.annotations ?? {},
    network: spec.hostNetwork ? 'host' : 'pod',
    pid: spec.hostPID ? 'host' : spec.shareProcessNamespace ? 'pod' : 'container',
    ipc: spec.hostIPC ? 'host' : 'pod',
    dns: dnsOf(pod, node.settings, node.hostDns),
    logDirectory: logDirectoryOf(pod, node.settings),
    ...sysctlsOf(pod),
    portMappings: portMappingsOf(pod),
    hostAliases: (spec.hostAliases ?? []).map(({ ip, hostnames }) => ({ ip, hostnames: hostnames ?? [] })),
  }
}

function sysctlsOf({ spec }: Pod): Pick<SandboxConfig, 'sysctls'> {
  const sysctls = spec.securityContext?.sysctls ?? []
  return sysctls.length ? { sysctls: sysctls.map(({ name, value }) => ({ name: sysctlName(name), value })) } : {}
}

/** A pod's own name in its network, at most 63 characters. */
function hostnameOf({ metadata, spec }: Pod): string {
  return (spec.hostname ?? metadata.name ?? '').slice(0, 63).replace(/[-.]+$/, '')
}

function fullHostnameOf(pod: Pod, clusterDomain: string): string {
  return `${hostnameOf(pod)}.${pod.spec.subdomain}.${pod.metadata.namespace}.svc.${clusterDomain}`
}

export function logDirectoryOf({ metadata }: Pod, settings: NodeSettings): string {
  return join(settings.logRoot, `${metadata.namespace}_${metadata.name}_${metadata.uid}`)
}

/** Reads resolv.conf's lines. */
export function parseResolvConf(text: string): Dns {
  const words = text.split('\n').map((line) =>
    line
      .replace(/[#;].*/, '')
      .trim()
      .split(/\s+/),
  )
  const of = (key: string) => words.filter(([first]) => first === key)
  return {
    servers: of('nameserver')
      .flatMap(([, server]) => server ?? [])
      .slice(0, 3),
    searches: of('search').at(-1)?.slice(1) ?? [],
    options: of('options').flatMap(([, ...options]) => options),
  }
}

function dnsOf({ metadata, spec }: Pod, settings: NodeSettings, host: Dns): Dns {
  const own = spec.dnsConfig ?? {}
  const base = baseDns(spec, { settings, host, namespace: metadata.namespace ?? '' })
  const options = (own.options ?? []).map(({ name, value }) =>
    value === undefined ? (name ?? '') : `${name}:${value}`,
  )
  const replaced = new Set(options.map((option) => option.split(':')[0]))
  return {
    servers: [...new Set([...base.servers, ...(own.nameservers ?? [])])],
    searches: [...new Set([...base.searches, ...(own.searches ?? [])])],
    options: [...base.options.filter((option) => !replaced.has(option.split(':')[0])), ...options],
  }
}

function baseDns(
  spec: Pod['spec'],
  { settings, host, namespace }: { settings: NodeSettings; host: Dns; namespace: string },
): Dns {
  const policy = spec.dnsPolicy ?? 'ClusterFirst'
  if (policy === 'None') return { servers: [], searches: [], options: [] }
  const isCluster = policy === 'ClusterFirstWithHostNet' || (policy === 'ClusterFirst' && !spec.hostNetwork)
  if (!isCluster || !settings.clusterDns) return host
  const domain = settings.clusterDomain
  return {
    servers: [settings.clusterDns],
    searches: [`${namespace}.svc.${domain}`, `svc.${domain}`, domain, ...host.searches],
    options: ['ndots:5'],
  }
}
