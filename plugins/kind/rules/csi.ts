/** What is wrong with what CSI drivers and nodes tell of themselves, and with attachments, beyond their schemas. */
import { dns1123SubdomainErrors, qualifiedNameErrors, sameJson, type StatusCause } from '../../../core/meta/index.js'
import type { CSIDriver, CSINode, CSIStorageCapacity, VolumeAttachment } from '../../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, invalids, required, tooLong, unsupported, zeroOrMore } from '../causes.js'
import { negativeErrors } from './amounts.js'
import { driverNameErrors } from './driver-name.js'
import { labelSelectorErrors } from './label-selector.js'
import { volumeSpecErrors } from './volume.js'
import { repeated } from '../repeated.js'

const fsGroupPolicies = ['File', 'None', 'ReadWriteOnceWithFSType']
const lifecycleModes = ['Ephemeral', 'Persistent']
const leastTokenSeconds = 600
const mostTokenSeconds = 2 ** 32
const leastUpdateSeconds = 10
const mostNodeIdBytes = 256
const mostAttachmentBytes = 256 * 1024

export function csiDriverErrors({ spec }: CSIDriver, old: CSIDriver | undefined): StatusCause[] {
  const errors: StatusCause[] = []
  // As upstream calls it.
  if (old && old.spec.attachRequired !== spec.attachRequired)
    errors.push(invalid('spec.attachedRequired', spec.attachRequired ?? null, 'field is immutable'))
  const { fsGroupPolicy, volumeLifecycleModes, tokenRequests, nodeAllocatableUpdatePeriodSeconds: seconds } = spec
  if (fsGroupPolicy !== undefined && !fsGroupPolicies.includes(fsGroupPolicy))
    errors.push(unsupported('spec.fsGroupPolicy', fsGroupPolicy, fsGroupPolicies))
  for (const mode of volumeLifecycleModes ?? [])
    if (!lifecycleModes.includes(mode)) errors.push(unsupported('spec.volumeLifecycleModes', mode, lifecycleModes))
  if (seconds !== undefined && seconds < leastUpdateSeconds)
    errors.push(invalid('spec.nodeAllocatableUpdatePeriodSeconds', seconds, `must be ${leastUpdateSeconds} at least`))
  if (spec.serviceAccountTokenInSecrets !== undefined && !tokenRequests?.length)
    errors.push(
      invalid('spec.serviceAccountTokenInSecrets', spec.serviceAccountTokenInSecrets, 'is about the `tokenRequests`'),
    )
  return [...errors, ...tokenErrors(tokenRequests ?? [])]
}

type TokenRequest = NonNullable<CSIDriver['spec']['tokenRequests']>[number]

function tokenErrors(requests: readonly TokenRequest[]): StatusCause[] {
  const again = repeated(requests.map(({ audience }) => audience))
  return requests.flatMap(({ audience, expirationSeconds: seconds = leastTokenSeconds }, index) => {
    const at = `spec.tokenRequests[${index}]`
    const errors = again[index] ? [duplicate(`${at}.audience`, audience)] : []
    if (errors.length) return errors
    return seconds < leastTokenSeconds || seconds > mostTokenSeconds
      ? [
          ...errors,
          invalid(`${at}.expirationSeconds`, seconds, 'must be ten minutes at least, and 2^32 seconds at most'),
        ]
      : errors
  })
}

export function csiNodeErrors({ spec }: CSINode, old: CSINode | undefined): StatusCause[] {
  const isAgain = repeated((spec.drivers ?? []).map(({ name }) => name))
  const errors = (spec.drivers ?? []).flatMap((driver, index) => {
    const at = `spec.drivers[${index}]`
    const again = isAgain[index] ? [duplicate(`${at}.name`, driver.name)] : []
    return [...again, ...nodeDriverErrors(driver, at)]
  })
  const standing = new Map(old?.spec.drivers?.map((driver) => [driver.name, driver]))
  for (const driver of spec.drivers ?? []) {
    const before = standing.get(driver.name)
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
  if ((allocatable?.count ?? 0) < 0) errors.push(invalid(`${at}.allocatable.count`, allocatable?.count, zeroOrMore))
  const again = repeated(topologyKeys ?? [])
  for (const [index, key] of (topologyKeys ?? []).entries()) {
    if (!key) errors.push(required(at, 'a topology key is a label'))
    errors.push(...invalids(at, key, qualifiedNameErrors(key)))
    if (again[index]) errors.push(duplicate(at, key))
  }
  return errors
}

export function csiStorageCapacityErrors(object: CSIStorageCapacity): StatusCause[] {
  const { nodeTopology, storageClassName, capacity, maximumVolumeSize } = object
  return [
    ...labelSelectorErrors(nodeTopology, 'nodeTopology'),
    ...invalids('storageClassName', storageClassName, dns1123SubdomainErrors(storageClassName ?? '')),
    ...(capacity === undefined ? [] : negativeErrors(capacity, 'capacity')),
    // As upstream: of two that are negative the first is told.
    ...(maximumVolumeSize === undefined || capacity?.startsWith('-')
      ? []
      : negativeErrors(maximumVolumeSize, 'maximumVolumeSize')),
  ]
}

export function attachmentErrors({ spec }: VolumeAttachment): StatusCause[] {
  const { attacher, nodeName, source } = spec
  const { inlineVolumeSpec: inline, persistentVolumeName: name } = source ?? {}
  const errors = attacher ? driverNameErrors(attacher, 'spec.attacher') : []
  const at = 'spec.source'
  if (!inline && name === undefined)
    errors.push(required(at, 'name a `persistentVolumeName` or give an `inlineVolumeSpec`'))
  else if (inline && name !== undefined)
    errors.push(forbidden(at, 'name a `persistentVolumeName` or give an `inlineVolumeSpec`, not both'))
  else if (name !== undefined) {
    if (!name) errors.push(required(`${at}.persistentVolumeName`))
    errors.push(...invalids(`${at}.persistentVolumeName`, name, dns1123SubdomainErrors(name)))
  } else if (inline) errors.push(...volumeSpecErrors(inline, { at: `${at}.inlineVolumeSpec`, place: 'attachment' }))
  return [...errors, ...invalids('spec.nodeName', nodeName, dns1123SubdomainErrors(nodeName ?? ''))]
}

export function attachmentStatusErrors({ status }: VolumeAttachment): StatusCause[] {
  const entries = Object.entries(status?.attachmentMetadata ?? {})
  const bytes = entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0)
  const errors = bytes > mostAttachmentBytes ? [tooLong('status.attachmentMetadata', mostAttachmentBytes)] : []
  for (const member of ['attachError', 'detachError'] as const) {
    const code = status?.[member]?.errorCode ?? 0
    if (code < 0) errors.push(invalid(`status.${member}.errorCode`, code, 'is the number of an error of gRPC'))
  }
  return errors
}
