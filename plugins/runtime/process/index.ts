/** The embedded container runtime: pods as Linux namespaces and cgroups, driven with sh and util-linux. No container engine, no compiled helper. */
export { cleanLeftovers } from './clean/clean.js'
export { listLeftovers } from './clean/leftovers.js'
export { listImages, loadImage, pullImage } from './image/images.js'
export type { ProcessRuntimeOptions } from './options.js'
export { openProcessRuntime } from './runtime.js'
