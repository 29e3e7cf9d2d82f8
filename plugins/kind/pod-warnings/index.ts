/** What clients are warned of in pods and pod templates that are taken (upstream's pkg/api/pod/warnings). What is refused does not belong here. */
export { podWarnings, templateWarnings } from './pod-warnings.js'
export { nameWarnings } from './names.js'
export { claimWarnings } from './amounts.js'
export { deprecatedLabel, termWarnings } from './nodes.js'
export { oldSourceWarnings } from './volumes.js'
