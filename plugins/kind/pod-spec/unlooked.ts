/** Where upstream looks no further into a pod spec: at what has no place there is told of the whole member alone. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { Container, Probe, Volume } from '../../../crds/generated/tokens.js'
import { actions } from './probe.js'
import { sourceNames } from './volume-source.js'

const place = /^(.*?spec)\.(containers|initContainers|ephemeralContainers|volumes)\[(\d+)\]\.(\w+)\.(.+)$/
const hooks = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle']

/** Of a cause that a schema tells of an object with a pod spec in it, wherever that stands: it lies in a probe or hook that an init container has not, behind a probe's first action or a volume's first source. */
export function isUnlooked({ field = '' }: StatusCause, object: object): boolean {
  const [, spec, list, index, member, rest] = place.exec(field) ?? []
  if (!spec) return false
  const each = valueAt(object, [...spec.split('.'), list!, index!])
  if (!each) return false
  if (list === 'volumes') return member !== firstOf(each as Volume, [...sourceNames])
  if (!hooks.includes(member!)) return false
  if (list === 'ephemeralContainers') return true
  if (list === 'initContainers' && (each as Container).restartPolicy !== 'Always') return true
  const steps = rest!.split('.')
  const isHook = member === 'lifecycle'
  const action = steps[isHook ? 1 : 0]?.replace(/\[.*/, '') as (typeof actions)[number]
  const holder = valueAt(each, isHook ? [member!, steps[0]!] : [member!]) as Probe | undefined
  return actions.includes(action) && action !== firstOf(holder ?? {}, actions)
}

const firstOf = (holder: object, names: readonly string[]): string | undefined =>
  names.find((name) => (holder as Readonly<Record<string, unknown>>)[name])

function valueAt(object: object, steps: readonly string[]): object | undefined {
  let value: unknown = object
  for (const step of steps) value = (value as Readonly<Record<string, unknown>> | undefined)?.[step]
  return value as object | undefined
}
