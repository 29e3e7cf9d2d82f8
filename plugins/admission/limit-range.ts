/** LimitRanges: what containers are given that ask for nothing, and how much a pod, a container or a claim may ask for (upstream's LimitRanger). */
import type { AdmissionPlugin, AdmissionRequest, View } from '../../core/admission/contract.js'
import {
  type Amounts,
  compareQuantities,
  type ContainersSpec,
  forbidden,
  formatQuantity,
  type KubeObject,
  type Quantity,
  readAmounts,
  wholeAmounts,
} from '../../core/meta/index.js'

const ranges = '/limitranges'

type Listed = Record<string, string>

interface Limit {
  readonly type: string
  readonly min?: Listed
  readonly max?: Listed
  readonly default?: Listed
  readonly defaultRequest?: Listed
  readonly maxLimitRequestRatio?: Listed
}

interface Container {
  readonly name: string
  resources?: { limits?: Listed; requests?: Listed }
}

interface Pod extends KubeObject {
  spec?: Omit<ContainersSpec, 'containers' | 'initContainers'> & {
    containers?: Container[]
    initContainers?: Container[]
  }
}

/** Takes part in creates and resizes of pods, and in creates and updates of claims; a pod that exists already may stay as it is. */
export const limitRanges: AdmissionPlugin = {
  name: 'limit-range',
  views: [ranges],
  admits: ({ group, plural, operation, subresource }) =>
    group === '' &&
    ((plural === 'pods' && (subresource === '' ? operation === 'CREATE' : subresource === 'resize')) ||
      (plural === 'persistentvolumeclaims' &&
        subresource === '' &&
        (operation === 'CREATE' || operation === 'UPDATE'))),
  mutate(request, context) {
    if (request.plural !== 'pods' || request.operation !== 'CREATE') return
    for (const { limits } of rangesOf(context.view(ranges), request)) giveDefaults(request.object as Pod, limits)
  },
  validate(request, context) {
    const faults = rangesOf(context.view(ranges), request).flatMap(({ limits }) =>
      limits.flatMap((limit) => faultsOf(request, limit)),
    )
    if (faults.length === 0) return
    const { metadata } = request.object as KubeObject
    const name = metadata.name ?? metadata.generateName ?? ''
    const once = [...new Set(faults)]
    throw forbidden(request, name, once.length === 1 ? String(once[0]) : `[${once.join(', ')}]`)
  },
}

function rangesOf(view: View, { namespace }: AdmissionRequest): { readonly limits: readonly Limit[] }[] {
  const found: { readonly limits: readonly Limit[] }[] = []
  for (const { spec } of view.list(namespace)) found.push(spec as { readonly limits: readonly Limit[] })
  return found
}

const noted = 'kubernetes.io/limit-ranger'

/** Also notes on the pod what was given, as upstream does. */
function giveDefaults(pod: Pod, limits: readonly Limit[]): void {
  const own = limits.filter(({ type }) => type === 'Container')
  const requests = Object.assign({}, ...own.map((limit) => limit.defaultRequest)) as Listed
  const most = Object.assign({}, ...own.map((limit) => limit.default)) as Listed
  const notes = [
    ...(pod.spec?.containers ?? []).flatMap((each) => give(each, { requests, limits: most }, 'container')),
    ...(pod.spec?.initContainers ?? []).flatMap((each) => give(each, { requests, limits: most }, 'init container')),
  ]
  if (notes.length) (pod.metadata.annotations ??= {})[noted] = `LimitRanger plugin set: ${notes.join('; ')}`
}

function give(container: Container, given: { requests: Listed; limits: Listed }, what: string): string[] {
  return (['requests', 'limits'] as const).flatMap((list) => {
    const before = container.resources?.[list]
    const names = Object.keys(given[list]).filter((name) => before?.[name] === undefined)
    if (names.length === 0) return []
    const more = Object.fromEntries(names.map((name) => [name, given[list][name] as string]))
    container.resources = { ...container.resources, [list]: { ...before, ...more } }
    return [`${names.sort().join(', ')} ${list.slice(0, -1)} for ${what} ${container.name}`]
  })
}

interface Asked {
  readonly requests: Amounts
  readonly limits: Amounts
}

function faultsOf({ plural, object }: AdmissionRequest, limit: Limit): string[] {
  if (plural !== 'pods') {
    if (limit.type !== 'PersistentVolumeClaim') return []
    const { resources } = (object as KubeObject)['spec'] as { resources?: { requests?: Listed } }
    const requests = readAmounts(resources?.requests)
    return offences(limit, { requests, limits: requests })
  }
  const { spec = {} } = object as Pod
  if (limit.type === 'Pod') {
    return offences(limit, { requests: wholeAmounts(spec, 'requests'), limits: wholeAmounts(spec, 'limits') })
  }
  if (limit.type !== 'Container') return []
  return [...(spec.containers ?? []), ...(spec.initContainers ?? [])].flatMap(({ resources }) =>
    offences(limit, { requests: readAmounts(resources?.requests), limits: readAmounts(resources?.limits) }),
  )
}

function offences(limit: Limit, asked: Asked): string[] {
  const each = (list: Listed | undefined, why: (name: string, bound: Quantity) => string | undefined) =>
    [...readAmounts(list)].flatMap(([name, bound]) => why(name, bound) ?? [])
  return [
    ...each(limit.min, (name, bound) => belowMin(limit.type, { name, bound }, asked)),
    ...each(limit.max, (name, bound) => aboveMax(limit.type, { name, bound }, asked)),
    ...each(limit.maxLimitRequestRatio, (name, bound) => aboveRatio(limit.type, { name, bound }, asked)),
  ]
}

interface Bound {
  readonly name: string
  readonly bound: Quantity
}

function belowMin(type: string, { name, bound }: Bound, { requests, limits }: Asked): string | undefined {
  const rule = `minimum ${name} usage per ${type} is ${formatQuantity(bound)}`
  const request = requests.get(name)
  const most = limits.get(name)
  if (!request) return `${rule}.  No request is specified`
  if (compareQuantities(request, bound) < 0) return `${rule}, but request is ${formatQuantity(request)}`
  if (most && compareQuantities(most, bound) < 0) return `${rule}, but limit is ${formatQuantity(most)}`
  return undefined
}

function aboveMax(type: string, { name, bound }: Bound, { requests, limits }: Asked): string | undefined {
  const rule = `maximum ${name} usage per ${type} is ${formatQuantity(bound)}`
  const request = requests.get(name)
  const most = limits.get(name)
  // A claim has requests alone.
  if (limits === requests) {
    return request && compareQuantities(request, bound) > 0
      ? `${rule}, but request is ${formatQuantity(request)}`
      : undefined
  }
  if (!most) return `${rule}.  No limit is specified`
  if (compareQuantities(most, bound) > 0) return `${rule}, but limit is ${formatQuantity(most)}`
  if (request && compareQuantities(request, bound) > 0) return `${rule}, but request is ${formatQuantity(request)}`
  return undefined
}

function aboveRatio(type: string, { name, bound }: Bound, { requests, limits }: Asked): string | undefined {
  const rule = `${name} max limit to request ratio per ${type} is ${formatQuantity(bound)}`
  const request = requests.get(name)
  const most = limits.get(name)
  if (!request?.nano) return `${rule}, but no request is specified or request is 0`
  if (!most?.nano) return `${rule}, but no limit is specified or limit is 0`
  if (most.nano * 1_000_000_000n <= bound.nano * request.nano) return undefined
  return `${rule}, but provided ratio is ${(Number(most.nano) / Number(request.nano)).toFixed(6)}`
}
