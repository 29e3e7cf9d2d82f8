/** What makers of kinds with a pod template are warned of: when they make one, and when its spec has changed. */
import { sameJson } from '../../core/meta/index.js'
import type { JobSpec, PodTemplateSpec } from '../../crds/generated/tokens.js'
import { dropGated } from './gated-fields.js'
import { nameWarnings, templateWarnings } from './pod-warnings/index.js'

interface Maker {
  readonly metadata: { readonly name?: string }
  readonly spec?: { readonly template?: PodTemplateSpec }
}

export function dropGatedOfTemplate(object: Maker, old: Maker | undefined): void {
  dropGated(object.spec?.template?.spec, old?.spec?.template?.spec)
}

/** `named`: pods are called after it. */
export function makerWarnings(object: Maker, old: Maker | undefined, how?: 'named'): readonly string[] {
  const template = object.spec?.template
  if (!old) {
    const ofName = how ? nameWarnings(object.metadata.name, 'maker') : []
    return [...ofName, ...templateWarnings(template, 'spec.template')]
  }
  return isChanged(object.spec, old.spec) ? templateWarnings(template, 'spec.template') : []
}

const isChanged = (now: unknown, before: unknown) => now !== before && !sameJson(now, before)

const mostIndexes = 100_000
const mostAtOnce = 10_000

export function jobWarnings(spec: JobSpec | undefined, old: JobSpec | undefined, at: string): readonly string[] {
  if (!spec || (old && !isChanged(spec, old))) return []
  const isVast =
    spec.completionMode === 'Indexed' && (spec.completions ?? 0) > mostIndexes && (spec.parallelism ?? 0) > mostAtOnce
  return [...(isVast ? [`${at}: ${vast}`] : []), ...templateWarnings(spec.template, `${at}.template`)]
}

const vast = `of more than ${mostIndexes} indexes, ${mostAtOnce} at once, completedIndexes may not hold all if many fail`
