/** Checks of pod specs, wherever they stand. What one kind of workload asks beyond them does not belong here. */
export { annotationChangeErrors, mirrorAnnotation, podAnnotationErrors } from './annotations.js'
export { podSpecErrors } from './pod-spec.js'
export { isUnlooked } from './unlooked.js'
export { notOnWindows } from './system.js'
