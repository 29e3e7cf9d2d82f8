/** Funnel: the one way in, free of transport: authentication, authorization, decoding, verb, answer. Sockets do not belong here. */
export * from './contract.js'
