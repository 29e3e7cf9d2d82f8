/** Shapes of the objects the kubelet reads and writes. */
export type * from './container.js'
export type * from './pod.js'
export type * from './status.js'
export type * from './volume.js'
