/** What is wrong with what CSI drivers and nodes tell of themselves, and with attachments, beyond their schemas. */
import { dns1123SubdomainErrors, qualifiedNameErrors, sameJson, type StatusCause } from '../../../core/meta/index.js'
import type { CSIDriver, CSINode, CSIStorageCapacity, VolumeAttachment } from '../../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, invalids, required, tooLong, unsupported } from '../causes.js'
import { negativeErrors } from './amounts.js'
import { driverNameErrors } from './driver-name.js'
import { labelSelectorErrors } from './label-selector.js'
import { volumeSpecErrors } from './volume.js'

const fsGroupPolicies = ['File', 'None', 'ReadWriteOnceWithFSType']
const lifecycleModes = ['Ephemeral', 'Persistent']
const leastTokenSeconds = 600
const mostTokenSeconds = 2 ** 32
const leastUpdateSeconds = 10
const mostNodeIdBytes = 192
const mostAttachmentBytes = 256 * 1024

export function csiDriverErrors({ metadata, spec }: CSIDriver): StatusCause[] {
  const errors = driverNameErrors(metadata.name ?? '', 'name')
  const { fsGroupPolicy, volumeLifecycleModes, tokenRequests, nodeAllocatableUpdatePeriodSeconds: seconds } = spec
  if (fsGroupPolicy && !fsGroupPolicies.includes(fsGroupPolicy))
    errors.push(unsupported('spec.fsGroupPolicy', fsGroupPolicy, fsGroupPolicies))
  for (const mode of volumeLifecycleModes ?? [])
    if (!lifecycleModes.includes(mode)) errors.push(unsupported('spec.volumeLifecycleModes', mode, lifecycleModes))
  if (seconds !== undefined && seconds < leastUpdateSeconds)
    errors.push(invalid('spec.nodeAllocatableUpdatePeriodSeconds', seconds, `must be ${leastUpdateSeconds} at least`))
  return [...errors, ...tokenErrors(tokenRequests ?? [])]
}

type TokenRequest = NonNullable<CSIDriver['spec']['tokenRequests']>[number]

function tokenErrors(requests: readonly TokenRequest[]): StatusCause[] {
  const audiences = requests.map(({ audience }) => audience)
  return requests.flatMap(({ audience, expirationSeconds: seconds = leastTokenSeconds }, index) => {
    const at = `spec.tokenRequests[${index}]`
    const errors = audiences.indexOf(audience) < index ? [duplicate(`${at}.audience`, audience)] : []
    return seconds < leastTokenSeconds || seconds > mostTokenSeconds
      ? [
          ...errors,
          invalid(`${at}.expirationSeconds`, seconds, 'must be ten minutes at least, and 2^32 seconds at most'),
        ]
      : errors
  })
}

export function csiNodeErrors({ spec }: CSINode, old: CSINode | undefined): StatusCause[] {
  const names = (spec.drivers ?? []).map(({ name }) => name)
  const errors = (spec.drivers ?? []).flatMap((driver, index) => {
    const at = `spec.drivers[${index}]`
    const again = names.indexOf(driver.name) < index ? [duplicate(`${at}.name`, driver.name)] : []
    return [...again, ...nodeDriverErrors(driver, at)]
  })
  for (const driver of spec.drivers ?? []) {
    const before = old?.spec.drivers?.find(({ name }) => name === driver.name)
    if (before && !sameJson({ ...before, allocatable: 0 }, { ...driver, allocatable: 0 }))
      errors.push(invalid('spec.drivers', driver, 'field is immutable'))
  }
  return errors
}

function nodeDriverErrors(driver: CSINode['spec']['drivers'][number], at: string): StatusCause[] {
  const { name, nodeID, topologyKeys, allocatable } = driver
  const errors = name ? driverNameErrors(name, `${at}.name`) : []
  if ((nodeID?.length ?? 0) > mostNodeIdBytes)
    errors.push(invalid(`${at}.nodeID`, nodeID, `must be of ${mostNodeIdBytes} characters at most`))
  if ((allocatable?.count ?? 0) < 0)
    errors.push(invalid(`${at}.allocatable.count`, allocatable?.count, 'must be greater than or equal to 0'))
  for (const [index, key] of (topologyKeys ?? []).entries()) {
    if (!key) errors.push(required(`${at}.topologyKeys`, 'a key is a label'))
    else errors.push(...invalids(`${at}.topologyKeys`, key, qualifiedNameErrors(key)))
    if (topologyKeys!.indexOf(key) < index) errors.push(duplicate(`${at}.topologyKeys`, key))
  }
  return errors
}

export function csiStorageCapacityErrors(object: CSIStorageCapacity): StatusCause[] {
  const { nodeTopology, storageClassName, capacity, maximumVolumeSize } = object
  return [
    ...labelSelectorErrors(nodeTopology, 'nodeTopology'),
    ...(storageClassName
      ? invalids('storageClassName', storageClassName, dns1123SubdomainErrors(storageClassName))
      : []),
    ...(capacity === undefined ? [] : negativeErrors(capacity, 'capacity')),
    ...(maximumVolumeSize === undefined ? [] : negativeErrors(maximumVolumeSize, 'maximumVolumeSize')),
  ]
}

export function attachmentErrors({ spec }: VolumeAttachment): StatusCause[] {
  const { attacher, nodeName, source } = spec
  const { inlineVolumeSpec: inline, persistentVolumeName: name } = source ?? {}
  const errors = attacher ? driverNameErrors(attacher, 'spec.attacher').slice(0, 1) : []
  const at = 'spec.source'
  if (!inline && name === undefined)
    errors.push(required(at, 'name a `persistentVolumeName` or give an `inlineVolumeSpec`'))
  else if (inline && name !== undefined)
    errors.push(forbidden(at, 'name a `persistentVolumeName` or give an `inlineVolumeSpec`, not both'))
  else if (name === '') errors.push(required(`${at}.persistentVolumeName`))
  else if (inline) errors.push(...volumeSpecErrors(inline, { at: `${at}.inlineVolumeSpec`, place: 'attachment' }))
  return nodeName ? [...errors, ...invalids('spec.nodeName', nodeName, dns1123SubdomainErrors(nodeName))] : errors
}

export function attachmentStatusErrors({ status }: VolumeAttachment): StatusCause[] {
  const entries = Object.entries(status?.attachmentMetadata ?? {})
  const bytes = entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0)
  return bytes > mostAttachmentBytes ? [tooLong('status.attachmentMetadata', mostAttachmentBytes)] : []
}
