/** The API of one process: folder, keys, storage and server, from a configuration. */
import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { Authority, type KeyPair, kubeconfigText, type LeafRequest, writeKubeconfig } from '../http/index.js'
import type { Clock, Log, Random } from '../kit/index.js'
import { type Server, startServer } from '../server.js'
import type { Storage } from '../storage/index.js'
import { apiService, defaultServiceCidr } from '../../plugins/admission/api-service.js'
import { ownAddress } from '../../plugins/runtime/process/host/own-address.js'
import { guardedBy } from '../funnel/index.js'
import { apiServer } from '../server/bootstrap-objects.js'
import { Access } from './access.js'
import { keepApiEndpoints } from './api-endpoints.js'
import { clusterStore, lockCluster, openDataFolder } from './data-folder.js'
import { installedPackages } from './installed-packages.js'
import { frontProxyKeys } from './front-proxy.js'
import { kubeletClientName } from './node-plan.js'
import { serverPlugins } from './plugins.js'
import { keepServerLease } from './server-lease.js'
import { withoutDisabled } from './without-disabled.js'
import { type ServiceSettings, serviceSettings } from './service-settings.js'
import { chosenSettings, type Configuration } from './settings.js'
import { versionInfo } from './version.js'

export interface World {
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

export interface Api {
  readonly server: Server
  readonly authority: Authority
  readonly folder: string
  /** Path of the admin kubeconfig. */
  readonly kubeconfig: string
  /** `https://127.0.0.1:6443`: where clients on this machine reach it. */
  readonly address: string
}

const adminRequest: LeafRequest = { commonName: 'operon-admin', organizations: ['system:masters'], usage: 'client' }

export async function startApi(
  configuration: Configuration,
  world: World,
  extra: {
    readonly names: readonly string[]
    readonly unanswered: (group: string, plural: string) => boolean
    readonly operatorFault?: (operator: 'scheduler' | 'others') => string | undefined
  },
): Promise<Api> {
  const services = serviceSettings(configuration)
  const folder = openDataFolder(configuration)
  const storage = await openStorage(configuration, folder)
  const authority = new Authority(join(folder, 'pki'), world)
  const names = servingNames([services.apiAddress, ...extra.names])
  const serving = authority.ensure('server', { commonName: 'operon-api', usage: 'serverAndClient', names })
  const nodeClient = authority.ensure('kubelet-client', { commonName: kubeletClientName, usage: 'client' })
  const kubeconfig = join(folder, 'kubeconfig')
  const writeKubeconfigFor = beginKubeconfig(kubeconfig, authority)
  const advertised = advertisedAddress(configuration)
  const place = isIP(advertised) === 6 ? `[${advertised}]` : advertised
  const plugins = serverPlugins(world, {
    services,
    packages: installedPackages(configuration),
    access: new Access({ ...world, tokenKey: authority.ensureKey('sa'), audiences: audiencesOf(configuration) }),
    frontProxy: frontProxyKeys(join(folder, 'pki'), world),
    nodes: { ...nodeClient, authorities: authority.certificate, clock: world.clock },
    ...(extra.operatorFault ? { operatorFault: extra.operatorFault } : {}),
  })
  const server = await startServer({
    storage,
    definitions: new URL('../../crds/generated/', import.meta.url),
    host: configuration.text('bind-address') ?? '0.0.0.0',
    advertised: place,
    port: configuration.number('port'),
    authority,
    serving,
    plugins: withoutDisabled(configuration, plugins),
    unanswered: extra.unanswered,
    version: versionInfo(world.clock.now()),
    flags: chosenSettings(configuration),
    heavyThread: new URL('./heavy-thread.js', import.meta.url),
    expressionThread: new URL('./expression-thread.js', import.meta.url),
    ...world,
  })
  const address = `https://127.0.0.1:${server.port}`
  await writeKubeconfigFor(address)
  const endKeeping = await keepOwnObjects(server, { services, advertised, place }, world)
  const close = () => {
    endKeeping()
    return server.close()
  }
  return { server: { ...server, close }, authority, folder, kubeconfig, address }
}

/** Begins with the admin's lasting key, which takes a while to make; answers what writes the file for a server's address. */
function beginKubeconfig(path: string, authority: Authority): (server: string) => Promise<void> {
  const kept = authority.keptRsa('admin', adminRequest)
  const lasting = kept ? undefined : authority.ensureRsa('admin', adminRequest)
  lasting?.catch(() => {})
  return async (server) => {
    const certificateAuthority = authority.certificate
    const write = (client: KeyPair) =>
      writeKubeconfig(path, kubeconfigText({ server, context: 'operon', certificateAuthority, client }))
    // Who finds the API ready finds this file too: with a key that is made at once, until the lasting one is there.
    write(kept ?? authority.issue(adminRequest))
    if (lasting) write(await lasting)
  }
}

/** Where the API is, in the cluster itself: endpoints of the `kubernetes` Service, and a Lease. Answers a function that ends it. */
async function keepOwnObjects(
  { funnel, registry, port, settled }: Server,
  of: { readonly services: ServiceSettings; readonly advertised: string; readonly place: string },
  world: World,
): Promise<() => void> {
  const guarded = guardedBy({ funnel: () => funnel, registry, user: apiServer })
  const endpoints = keepApiEndpoints({
    guarded,
    service: apiService(of.services),
    serviceCidr: defaultServiceCidr(of.services),
    address: of.advertised,
    port,
    ...world,
  })
  await endpoints.look()
  const lease = keepServerLease({ guarded, hostname: hostname(), address: `${of.place}:${port}`, ...world })
  void settled.then(() => lease.renew())
  return () => {
    endpoints.close()
    lease.close()
  }
}

/** The one that the API listens on, or when that is all of them, that of the default route. */
function advertisedAddress(configuration: Configuration): string {
  const bound = configuration.text('bind-address') ?? ''
  return isIP(bound) && !['0.0.0.0', '::'].includes(bound) ? bound : ownAddress()
}

async function openStorage(configuration: Configuration, folder: string): Promise<Storage> {
  if (configuration.text('storage') === 'memory') {
    await lockCluster(folder)
    const { MemoryStorage } = await import('../../plugins/storage/memory/index.js')
    return new MemoryStorage()
  }
  const { openLmdbStorage } = await import('../../plugins/storage/lmdb/index.js')
  return openLmdbStorage({ folder: clusterStore(folder) })
}

/** Under which names and addresses the API's certificate is good. */
function servingNames(extra: readonly string[]): string[] {
  const own = Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter((each) => !each.internal && !each.address.startsWith('fe80')).map((each) => each.address),
  )
  const cluster = ['kubernetes', 'kubernetes.default', 'kubernetes.default.svc', 'kubernetes.default.svc.cluster.local']
  return [...new Set(['localhost', '127.0.0.1', '::1', hostname(), ...cluster, ...own, ...extra])]
}

/** Undefined: the API's own. */
function audiencesOf(configuration: Configuration): readonly string[] | undefined {
  const named = (configuration.text('api-audiences') ?? '').split(',').filter(Boolean)
  return named.length > 0 ? named : undefined
}
