/** What a node process of this machine is told, from the settings and the cluster's keys. */
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Authority } from '../http/index.js'
import type { LogLevel } from '../kit/index.js'
import type { NodeConfiguration } from './children/node-work.js'
import type { PodNetwork } from './pod-network.js'
import type { Configuration } from './settings.js'
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
  const { authority, folder, pods } = around
  const serving = authority.ensure('kubelet', {
    commonName: `system:node:${name}`,
    organizations: ['system:nodes'],
    usage: 'serverAndClient',
    names: [name, address, '127.0.0.1', 'localhost'],
  })
  return {
    logLevel: (configuration.text('log-level') ?? 'warn') as LogLevel,
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

export const nodeName = (configuration: Configuration): string =>
  (configuration.text('node-name') ?? hostname()).toLowerCase()
