/** DeviceClasses, ResourceClaims, their templates and ResourceSlices: what their definitions can't say. */
import { type StatusCause, timestamp } from '../../core/meta/index.js'
import {
  type Device,
  DeviceClass,
  ResourceClaim,
  ResourceClaimTemplate,
  ResourceSlice,
} from '../../crds/generated/tokens.js'
import { forbidden } from './causes.js'
import { claimErrors, deviceClassErrors, isInUnclearRequest } from './rules/device-claim.js'
import { isInMisplaced, sliceErrors } from './rules/device-slice.js'
import { allocatedKeys, claimStatusErrors, deviceKey } from './rules/device-status.js'
import { annotationErrors, labelErrors } from './template-metadata.js'
import { kindPlugin } from './typed-plugin.js'

export const deviceClassKind = kindPlugin(DeviceClass, { validate: deviceClassErrors })

/** What was asked for stays: of a change no more is told. */
export const resourceClaimKind = kindPlugin(ResourceClaim, {
  overlooks: (cause, { spec }, old) =>
    (old !== undefined && !cause.field?.startsWith('status')) ||
    isInUnclearRequest(spec.devices ?? {}, cause, 'spec.devices'),
  /** Of a device that is given back nothing more is told. */
  prepare({ status }, old, { operation }) {
    if (operation !== 'statusUpdate' || !status?.devices) return
    const given = new Set(allocatedKeys(status))
    const gone = new Set(allocatedKeys(old?.status).filter((key) => !given.has(key)))
    if (gone.size > 0) status.devices = status.devices.filter((device) => !gone.has(deviceKey(device)))
  },
  validate(claim, old, context) {
    if (!old) return claimErrors(claim.spec.devices ?? {}, 'spec.devices', context)
    return context.operation === 'statusUpdate' ? claimStatusErrors(claim, old) : []
  },
  columns: {
    state: ({ metadata, status }) => {
      const words = [
        metadata.deletionTimestamp ? 'deleted' : '',
        status?.allocation ? 'allocated' : metadata.deletionTimestamp ? '' : 'pending',
        status?.reservedFor?.length ? 'reserved' : '',
      ]
      return words.filter(Boolean).join(',')
    },
  },
})

export const resourceClaimTemplateKind = kindPlugin(ResourceClaimTemplate, {
  overlooks: (cause, { spec }) => isInUnclearRequest(spec.spec?.devices ?? {}, cause, 'spec.spec.devices'),
  validate: ({ spec }, _old, context) => [
    ...templateMetadataErrors(spec.metadata ?? {}, 'spec.metadata', context.empty),
    ...claimErrors(spec.spec?.devices ?? {}, 'spec.spec.devices', context),
  ],
})

/** As upstream spells what it can't name. */
const oddNames: Readonly<Record<string, string>> = { uid: 'uID' }

/** A claim made from a template takes its labels and annotations, and nothing else. */
function templateMetadataErrors(
  metadata: NonNullable<ResourceClaimTemplate['spec']['metadata']>,
  at: string,
  empty: readonly string[],
): StatusCause[] {
  const said = empty.flatMap((path) => (path.startsWith(`${at}.`) ? [path.slice(at.length + 1)] : []))
  const others = Object.entries(metadata).filter(([member, value]) => {
    if (member === 'labels' || member === 'annotations' || value === undefined || value === null) return false
    return member === 'deletionGracePeriodSeconds' || (value !== '' && value !== 0)
  })
  return [
    ...labelErrors(metadata.labels ?? {}, `${at}.labels`),
    ...annotationErrors(metadata.annotations ?? {}, `${at}.annotations`),
    ...[...others.map(([member]) => member), ...said.filter((member) => !/^(labels|annotations)$|\./.test(member))].map(
      (member) => forbidden(`${at}.${oddNames[member] ?? member}`, 'a template sets labels and annotations alone'),
    ),
  ]
}

export const resourceSliceKind = kindPlugin(ResourceSlice, {
  /** A taint that does not say since when it stands does so since now. */
  prepare({ spec }, old, context) {
    const had = old?.spec?.devices?.some(hasGated)
    for (const device of spec?.devices ?? []) {
      if (!had) dropGated(device)
      for (const taint of device.taints ?? []) taint.timeAdded ??= timestamp(context.now())
    }
  },
  overlooks: (cause, { spec }) => isInMisplaced(spec, cause),
  validate: ({ spec }, old, { empty }) => sliceErrors(spec, old?.spec, empty),
  warnings: ({ spec }, old) =>
    spec.driver !== spec.driver.toLowerCase() && old?.spec.driver !== spec.driver
      ? [`spec.driver: ${JSON.stringify(spec.driver)} has capitals: write drivers' names in lower case`]
      : [],
})

/** Behind feature gates that upstream has off. */
const gatedValues = ['ints', 'bools', 'strings', 'versions'] as const

const hasGated = ({ attributes, nodeAllocatableResourceMappings: mappings }: Device): boolean =>
  mappings !== undefined || Object.values(attributes ?? {}).some((each) => gatedValues.some((member) => each?.[member]))

function dropGated(device: Device): void {
  delete device.nodeAllocatableResourceMappings
  for (const attribute of Object.values(device.attributes ?? {}))
    for (const member of gatedValues) delete attribute?.[member]
}
