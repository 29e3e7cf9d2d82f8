/** What is wrong with what a driver offers, beyond its schema. */
import {
  dns1123SubdomainErrors,
  labelValueErrors,
  qualifiedNameErrors,
  sameJson,
  type StatusCause,
} from '../../../core/meta/index.js'
import type { Device, DeviceTaint, ResourceSliceSpec } from '../../../crds/generated/tokens.js'
import { aboveZero, invalid, invalids, required, tooMany, zeroOrMore } from '../causes.js'
import { attributeErrors, capacityErrors } from './device-values.js'
import { bindingConditionErrors, driverErrors, idErrors, nameErrors, poolErrors, setErrors } from './device-names.js'
import { nodeSelectorErrors } from './node-selector.js'

const mostDevices = 128
/** Of devices that have taints or consume counters. */
const mostIntricate = 64
const mostValues = 32
const mostTaints = 16
const mostCounterSets = 8
const mostCounters = 32

type Spec = ResourceSliceSpec

export function sliceErrors(spec: Spec, old: Spec | undefined, empty: readonly string[] = []): StatusCause[] {
  const { driver, pool, devices, sharedCounters } = spec
  const errors = [...driverErrors(driver, 'spec.driver'), ...poolErrors(pool?.name, 'spec.pool.name')]
  const { resourceSliceCount: slices = 0, generation = 0 } = pool ?? {}
  if (slices <= 0) errors.push(invalid('spec.pool.resourceSliceCount', slices, aboveZero))
  if (generation < 0) errors.push(invalid('spec.pool.generation', generation, zeroOrMore))
  if (old) errors.push(...changeErrors(spec, old))
  errors.push(...placeErrors(spec))
  const says = (member: 'sharedCounters' | 'devices') => spec[member] || empty.includes(`spec.${member}`)
  if (says('sharedCounters') && says('devices'))
    errors.push(invalid('spec', '', 'say `sharedCounters` or `devices`, each in a slice of its own'))
  const isIntricate = devices?.some(({ taints, consumesCounters }) => taints?.length || consumesCounters?.length)
  return [
    ...errors,
    ...setErrors(devices, 'spec.devices', {
      most: isIntricate ? mostIntricate : mostDevices,
      check: (device, at) => {
        const before = old?.devices?.find(({ name }) => name === device.name)
        return deviceErrors(device, { at, before, placed: spec.perDeviceNodeSelection === true })
      },
      key: ({ name }) => name ?? '',
    }),
    ...setErrors(sharedCounters, 'spec.sharedCounters', {
      most: mostCounterSets,
      check: ({ name, counters }, at) => [
        ...setNameErrors(name, `${at}.name`),
        ...counterErrors(counters, `${at}.counters`),
      ],
      key: ({ name }) => name ?? '',
    }),
  ]
}

function changeErrors(spec: Spec, old: Spec): StatusCause[] {
  const changed = (field: string, now: unknown, before: unknown) =>
    sameJson(now, before) ? [] : [invalid(field, now ?? null, 'field is immutable')]
  return [
    ...changed('spec.pool.name', spec.pool?.name ?? '', old.pool?.name ?? ''),
    ...changed('spec.driver', spec.driver ?? '', old.driver ?? ''),
    ...changed('spec.nodeName', spec.nodeName, old.nodeName),
  ]
}

interface Place {
  readonly nodeName?: string
  readonly nodeSelector?: Spec['nodeSelector']
  readonly allNodes?: boolean
  readonly perDeviceNodeSelection?: boolean
}

/** Said by one of its members, and that one well. */
function memberErrors(place: Place, at: string): { readonly errors: StatusCause[]; readonly said: number } {
  const { nodeName, nodeSelector } = place
  const errors: StatusCause[] = []
  let said = 0
  if (nodeName) {
    said++
    errors.push(...invalids(`${at}.nodeName`, nodeName, dns1123SubdomainErrors(nodeName)))
  } else if (nodeName !== undefined) errors.push(invalid(`${at}.nodeName`, nodeName, 'name a node, or leave it out'))
  if (nodeSelector) {
    said++
    errors.push(...nodeSelectorErrors(nodeSelector, `${at}.nodeSelector`))
  }
  for (const member of ['allNodes', 'perDeviceNodeSelection'] as const) {
    if (place[member]) said++
    else if (place[member] === false) errors.push(invalid(`${at}.${member}`, false, 'must be true, or left out'))
  }
  return { errors, said }
}

function placeErrors(spec: Spec): StatusCause[] {
  const { errors, said } = memberErrors(spec, 'spec')
  const terms = spec.nodeSelector?.nodeSelectorTerms
  if (spec.nodeSelector && terms?.length !== 1)
    errors.push(invalid('spec.nodeSelector.nodeSelectorTerms', terms ?? null, 'must be one term'))
  const why = 'say one of nodeName, nodeSelector, allNodes and perDeviceNodeSelection'
  if (said === 0) errors.push(required('spec', why))
  return said > 1 ? [...errors, invalid('spec', '', why)] : errors
}

interface Standing {
  readonly at: string
  readonly before: Device | undefined
  /** Each device says which nodes it is for. */
  readonly placed: boolean
}

function deviceErrors(device: Device, { at, before, placed }: Standing): StatusCause[] {
  const { attributes = {}, capacity = {}, taints } = device
  const errors = nameErrors(device.name, `${at}.name`)
  const count = Object.keys(attributes).length + Object.keys(capacity).length
  if (count > mostValues) errors.push(invalid(at, count, `must have ${mostValues} attributes and capacities at most`))
  for (const [name, attribute] of Object.entries(attributes))
    errors.push(...idErrors(name, `${at}.attributes`), ...attributeErrors(attribute, `${at}.attributes[${name}]`))
  if (!before || !sameJson(before.capacity, device.capacity))
    for (const [name, value] of Object.entries(capacity)) {
      const field = `${at}.capacity[${name}]`
      const isShared = device.allowMultipleAllocations === true
      errors.push(...idErrors(name, `${at}.capacity`), ...capacityErrors(value, field, isShared ? 'shared' : 'whole'))
    }
  if (!before || !sameJson(before.taints, taints)) errors.push(...taintsErrors(taints ?? [], `${at}.taints`))
  errors.push(...consumptionErrors(device, at), ...placedErrors(device, at, placed))
  return [...errors, ...bindingConditionErrors(device, at)]
}

function taintsErrors(taints: readonly DeviceTaint[], field: string): StatusCause[] {
  if (taints.length > mostTaints) return [tooMany(field, taints.length, mostTaints)]
  return taints.flatMap(({ key, value }, index) => [
    ...invalids(`${field}[${index}].key`, key ?? '', qualifiedNameErrors(key ?? '')),
    ...(value ? invalids(`${field}[${index}].value`, value, labelValueErrors(value)) : []),
  ])
}

const consumptionErrors = ({ consumesCounters }: Device, at: string): StatusCause[] =>
  setErrors(consumesCounters, `${at}.consumesCounters`, {
    check: ({ counterSet, counters }, here) => [
      ...setNameErrors(counterSet, `${here}.counterSet`),
      ...counterErrors(counters, `${here}.counters`),
    ],
    key: ({ counterSet }) => counterSet ?? '',
  })

const setNameErrors = (name: string | undefined, field: string): StatusCause[] =>
  name ? nameErrors(name, field) : [required(field)]

function counterErrors(counters: Readonly<Record<string, unknown>> | undefined, field: string): StatusCause[] {
  const names = Object.keys(counters ?? {})
  if (!names.length) return [required(field)]
  if (names.length > mostCounters) return [tooMany(field, names.length, mostCounters)]
  return names.flatMap((name) => nameErrors(name, field))
}

/** Whether a cause lies in a selector of a device that may say none. */
export const isInMisplaced = (spec: Spec, { field = '' }: StatusCause): boolean =>
  spec.perDeviceNodeSelection !== true && /^spec\.devices\[\d+\]\.nodeSelector\./.test(field)

function placedErrors(device: Device, at: string, placed: boolean): StatusCause[] {
  const { nodeName, nodeSelector, allNodes } = device
  if (!placed) {
    const says = nodeName !== undefined || nodeSelector !== undefined || allNodes !== undefined
    return says ? [invalid(at, null, 'devices say their nodes where perDeviceNodeSelection is true alone')] : []
  }
  const { errors, said } = memberErrors({ nodeName, nodeSelector, allNodes } as Place, at)
  const why = 'say one of nodeName, nodeSelector and allNodes, as perDeviceNodeSelection is true'
  if (said === 0) errors.push(required(at, why))
  return said > 1 ? [...errors, invalid(at, '', why)] : errors
}
