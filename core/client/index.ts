/** Client: typed verbs over a Transport; kubeconfig. Server rooms, caches and decisions do not belong here. */
export * from './client.js'
export * from './failure.js'
export * from './transport.js'
export * from './verbs.js'
export { networkTransport, type ServerAddress } from './network.js'
export { Port } from './port.js'
export { inClusterAddress, type KubeContext, loadKubeconfig } from './kubeconfig.js'
export { bindPod, evictPod, type LogOptions, podLog } from './pods.js'
