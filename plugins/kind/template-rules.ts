/** Pod templates, wherever they stand (upstream's ValidatePodTemplateSpec). */
import { sameJson, type StatusCause } from '../../core/meta/index.js'
import type { PodTemplateSpec } from '../../crds/generated/tokens.js'
import { forbidden, required } from './causes.js'
import { podAnnotationErrors, podSpecErrors } from './pod-spec/index.js'
import { mismatchErrors } from './app-armor.js'
import { annotationErrors, labelErrors } from './template-metadata.js'

export interface TemplateOf {
  /** Where the template stands: `spec.template`. */
  readonly at: string
  /** What it replaces: a template that stays is not looked at again. */
  readonly old?: PodTemplateSpec | undefined
}

export function templateErrors(template: PodTemplateSpec | undefined, { at, old }: TemplateOf): StatusCause[] {
  if (!template || (old && sameJson(template, old))) return []
  const { metadata, spec } = template
  const found: StatusCause[] = []
  if (metadata?.labels) found.push(...labelErrors(metadata.labels, `${at}.labels`))
  if (metadata?.annotations) {
    found.push(...annotationErrors(metadata.annotations, `${at}.annotations`))
    if (spec) {
      found.push(...podAnnotationErrors(metadata.annotations, spec, `${at}.annotations`))
      if (!old) found.push(...mismatchErrors(metadata.annotations, spec, `${at}.spec`))
    }
  }
  if (!spec) return [...found, required(`${at}.spec.containers`)]
  found.push(...podSpecErrors(spec, { at: `${at}.spec`, of: 'template' }))
  if (spec.ephemeralContainers?.length) {
    found.push(forbidden(`${at}.spec.ephemeralContainers`, 'only a pod that runs is given some: leave them out'))
  }
  return found
}
