/** Rules about selectors and pod templates that several workloads share (upstream's apps and batch validation). */
import { type LabelSelectorObject, matchesLabelSelector, type StatusCause } from '../../core/meta/index.js'
import type { LabelSelector, PodTemplateSpec } from '../../crds/generated/tokens.js'
import { invalid, unsupported } from './causes.js'

export interface Workload {
  readonly spec?: { readonly selector?: LabelSelector; readonly template?: PodTemplateSpec }
}

/** The selector says something, and selects the pods that are made. */
export function selectorErrors(kind: string, { spec }: Workload): StatusCause[] {
  const selector = spec?.selector as LabelSelectorObject | undefined
  if (!selector) return []
  if (!Object.keys(selector.matchLabels ?? {}).length && !selector.matchExpressions?.length) {
    return [invalid('spec.selector', selector, `empty selector is invalid for ${kind}`)]
  }
  const labels = spec?.template?.metadata?.labels ?? {}
  try {
    if (matchesLabelSelector(selector, labels)) return []
  } catch (error) {
    return [invalid('spec.selector', selector, (error as Error).message)]
  }
  return [invalid('spec.template.metadata.labels', labels, '`selector` does not match template `labels`')]
}

/** Pods that a controller replaces run always. */
export function alwaysErrors({ spec }: Workload): StatusCause[] {
  const policy = spec?.template?.spec?.restartPolicy
  if (!policy || policy === 'Always') return []
  return [unsupported('spec.template.spec.restartPolicy', policy, ['Always'])]
}
