/** What is wrong with a Node beyond its schema. */
import { readJson } from '../../../core/kit/index.js'
import { labelValueErrors, qualifiedNameErrors, sameJson, type StatusCause } from '../../../core/meta/index.js'
import type { Node } from '../../../crds/generated/tokens.js'
import { duplicate, forbidden, internal, invalid, invalids, required, unsupported } from '../causes.js'
import { isOneOfEach, parseRange, rangeErrors, standing } from './address.js'
import { brokenErrors, negativeErrors } from './amounts.js'
import { isWhole } from './resource-names.js'

/** The pods' range has two names: the older one says the first of the newer ones. What upstream has given up (configuration from the API) is not kept. */
export function alignRanges({ spec, status }: Node): void {
  if (status) delete status.config
  if (!spec) return
  delete spec.configSource
  const [first] = spec.podCIDRs ?? []
  if (spec.podCIDR && spec.podCIDR !== first) spec.podCIDRs = [spec.podCIDR]
  else if (first !== undefined && !spec.podCIDR) spec.podCIDR = first
}

export function nodeErrors({ metadata, spec }: Node, old: Node | undefined): StatusCause[] {
  const avoided = metadata.annotations?.[avoids]
  const errors = [
    ...(avoided ? avoidErrors(avoided) : []),
    ...taintErrors(spec?.taints ?? []),
    ...rangesErrors(spec?.podCIDRs ?? [], old?.spec?.podCIDRs),
  ]
  return old ? [...errors, ...changeErrors(spec ?? {}, old.spec ?? {})] : errors
}

type Spec = NonNullable<Node['spec']>

const avoids = 'scheduler.alpha.kubernetes.io/preferAvoidPods'

interface Avoided {
  readonly podSignature?: { readonly podController?: { readonly controller?: boolean } }
}

/** Pods that a node would rather not have, as schedulers of old were told: each by the controller that made it. */
function avoidErrors(text: string): StatusCause[] {
  const at = 'metadata.annotations'
  let said: { readonly preferAvoidPods?: readonly Avoided[] }
  try {
    said = (readJson(text) ?? {}) as typeof said
  } catch {
    return [invalid(`${at}.AvoidPods`, avoids, 'is no JSON')]
  }
  return (said.preferAvoidPods ?? []).flatMap(({ podSignature }, index) => {
    const here = `${at}.${avoids}[${index}].PodSignature`
    const maker = podSignature?.podController
    if (!maker) return [required(here, 'the controller that made them')]
    return maker.controller
      ? []
      : [invalid(`${here}.PodController.Controller`, maker.controller ?? null, 'must be true')]
  })
}

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

function taintErrors(taints: NonNullable<Spec['taints']>): StatusCause[] {
  const seen = new Set<string>()
  return taints.flatMap(({ key, value, effect }, index) => {
    const at = `metadata.taints[${index}]`
    const errors = invalids(`${at}.key`, key, qualifiedNameErrors(key ?? ''))
    if (!effect) errors.push(required(`${at}.effect`, effects.join(', ')))
    else if (!effects.includes(effect)) errors.push(unsupported(`${at}.effect`, effect, effects))
    if (value) errors.push(...invalids(`${at}.value`, value, labelValueErrors(value)))
    const both = `${key}:${effect}`
    if (key && seen.has(both)) errors.push(duplicate(at, both))
    seen.add(both)
    return errors
  })
}

function rangesErrors(ranges: readonly string[], before: readonly string[] = []): StatusCause[] {
  const stood = standing(() => before)
  const errors = ranges.flatMap((range, index) => rangeErrors(range, `spec.podCIDRs[${index}]`, stood))
  if (ranges.length < 2) return errors
  const why = 'one range of each family at most'
  const found = ranges.map(parseRange)
  if (found.includes(undefined)) errors.push(internal('spec.podCIDRs', why))
  if (found.includes(undefined) || !isOneOfEach(found)) errors.push(invalid('spec.podCIDRs', ranges, why))
  return errors
}

/** What is given once stays. */
function changeErrors(spec: Spec, before: Spec): StatusCause[] {
  const errors: StatusCause[] = []
  if (before.podCIDRs?.length && !sameJson(spec.podCIDRs, before.podCIDRs))
    errors.push(forbidden('spec.podCIDRs', 'stay as they are once they are given'))
  if (spec.externalID !== before.externalID && (spec.externalID || before.externalID))
    errors.push(forbidden('spec.externalID', 'stays as it is: it is not used any more'))
  if (before.providerID && spec.providerID !== before.providerID)
    errors.push(forbidden('spec.providerID', 'stays as it is once it is given'))
  return errors
}

/** `old`: addresses are counted when they change. */
export function nodeStatusErrors({ status }: Node, old: Node | undefined): StatusCause[] {
  const errors = (['capacity', 'allocatable'] as const).flatMap((member) =>
    Object.entries(status?.[member] ?? {}).flatMap(([name, amount]) => {
      const at = `status.${member}.${name}`
      return [...negativeErrors(amount, at), ...(isWhole(name) ? brokenErrors(amount, at) : [])]
    }),
  )
  errors.push(...featureErrors(status?.declaredFeatures ?? []))
  if (!old) return errors
  const seen = new Set<string>()
  for (const [index, { type, address }] of (status?.addresses ?? []).entries()) {
    const both = `${type}:${address}`
    if (seen.has(both)) errors.push(duplicate(`status.addresses[${index}]`, both))
    seen.add(both)
  }
  return errors
}

const featureName = /^[A-Z][A-Za-z0-9]*(\/[A-Za-z0-9]+)*$/

/** In order, each once. */
const featureErrors = (features: readonly string[]): StatusCause[] =>
  features.flatMap((feature, index) => {
    const field = `status.declaredFeatures[${index}]`
    const errors: StatusCause[] = []
    if (!featureName.test(feature) || feature.length > 253)
      errors.push(invalid(field, feature, "must be a name as 'MyFeature' or 'MyFeature/part'"))
    const before = features[index - 1]
    if (before === feature) errors.push(duplicate(field, feature))
    else if (before !== undefined && before > feature)
      errors.push(invalid(field, feature, 'must come after the feature before it in the alphabet'))
    return errors
  })
