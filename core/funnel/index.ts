/** Funnel: the one way in, free of transport: authentication, authorization, decoding, verb, answer. Sockets do not belong here. */
export * from './contract.js'
export { createFunnel, type FunnelOptions, type PlainPath } from './funnel.js'
export { type GuardedOptions, guardedBy } from './guarded.js'
export { wantedOf } from './media-type.js'
export { type PortOptions, servePort } from './port.js'
export type { Route } from './route.js'
export type { PluginContext } from './subresource.js'
export { type AnswerHeaders, headersOf, statusResponse, type TableMaker, valueResponse } from './write-answer.js'
