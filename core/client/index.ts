/** Client: typed verbs over a Transport; kubeconfig. Server rooms do not belong here. */
export * from './transport.js'
export type Client = object
