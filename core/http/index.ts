/** Http: https sockets to the funnel; keys and certificates. What a request means does not belong here. */
export { type HttpsServer, listenHttps } from './https-server.js'
export type { Mount } from './paths.js'
export * from './pki/index.js'
