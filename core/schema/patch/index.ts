/** Patches: what turns one object into another by a description of the change. Who may change what, and managed fields, do not belong here. */
export { applyJsonPatch } from './json-patch.js'
export { applyMergePatch } from './merge-patch.js'
export { applyStrategicMergePatch } from './strategic-merge-patch.js'
