/** What a node process of this machine is told, from the settings and the cluster's keys. */
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Authority } from '../http/index.js'
import type { NodeConfiguration } from './children/node-work.js'
import type { PodNetwork } from './pod-network.js'
import { dns1123SubdomainErrors } from '../meta/index.js'
import { type Configuration, logLevelOf } from './settings.js'
import { UsageError } from './usage-error.js'
import { kubernetesVersion, operonVersion } from './version.js'

export interface NodeSurroundings {
  readonly authority: Authority
  readonly folder: string
  readonly pods: PodNetwork
  /** Where pods find the API. */
  readonly api: { readonly host: string; readonly port: number }
  readonly roles: readonly string[]
}

/** Common name of the certificate with which the API comes to kubelets. */
export const kubeletClientName = 'kube-apiserver-kubelet-client'

export function nodePlan(configuration: Configuration, around: NodeSurroundings): NodeConfiguration {
  const name = nodeName(configuration)
  const address = configuration.text('node-ip') ?? '127.0.0.1'
  const clusterDns = configuration.text('cluster-dns')
  const { authority, folder, pods } = around
  const serving = authority.ensure('kubelet', {
    commonName: `system:node:${name}`,
    organizations: ['system:nodes'],
    usage: 'serverAndClient',
    names: [name, address, '127.0.0.1', 'localhost'],
  })
  return {
    logLevel: logLevelOf(configuration),
    runtime: configuration.text('runtime') === 'fake' ? 'fake' : 'process',
    dataDir: folder,
    podCidr: pods.cidr,
    bridge: pods.bridge,
    keepPods: configuration.flag('keep-pods'),
    kubelet: {
      nodeName: name,
      rootDirectory: join(folder, 'pods'),
      logRoot: join(folder, 'logs'),
      addresses: [address],
      apiServer: around.api,
      clusterDomain: 'cluster.local',
      ...(clusterDns === undefined ? {} : { clusterDns }),
      version: `v${kubernetesVersion.major}.${kubernetesVersion.minor}.${kubernetesVersion.patch}+operon-${operonVersion}`,
      roles: around.roles,
      podCidr: pods.cidr,
      server: {
        host: address,
        port: 0,
        certificate: serving.certificate,
        key: serving.key,
        clientAuthorities: authority.certificate,
        clientNames: [kubeletClientName],
      },
    },
  }
}

/** What --node-name says, else this machine's name with what a node's name can't hold replaced. Throws UsageError for a name that is none. */
export function nodeName(configuration: Configuration): string {
  const asked = configuration.text('node-name')
  if (asked === undefined) return asNodeName(hostname())
  if (dns1123SubdomainErrors(asked).length || asked.length > 63)
    throw new UsageError(
      `--node-name takes at most 63 lower case letters, digits, '-' and '.', with a letter or digit at both ends, not "${asked}"`,
    )
  return asked
}

/** A host's name is freer than a node's: upper case and underscores occur. */
export function asNodeName(host: string): string {
  const name = host
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')
    .slice(0, 63)
    .split('.')
    .map((part) => part.replace(/^-+|-+$/g, ''))
    .filter(Boolean)
    .join('.')
  return name || 'node'
}
