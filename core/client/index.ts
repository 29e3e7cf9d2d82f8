/** Client: typed verbs over a Transport; kubeconfig. Server rooms, caches and decisions do not belong here. */
export * from './client.js'
export * from './failure.js'
export * from './transport.js'
export * from './verbs.js'
export { networkTransport } from './network.js'
export { Port } from './port.js'
export { loadKubeconfig } from './kubeconfig.js'
