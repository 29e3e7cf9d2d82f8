/** Where a container sees the pod's volumes: as folders, or as block devices. */
import type { Container, VolumeMount } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, notFound, unsupported } from '../causes.js'
import type { Ground } from './ground.js'
import { checkDescending } from './path.js'

export function checkMounts(container: Container, at: string, ground: Ground): void {
  const { volumeMounts, volumeDevices } = container
  if (volumeMounts) {
    for (let index = 0; index < volumeMounts.length; index++) {
      checkMount(volumeMounts[index]!, { at, index, container }, ground)
    }
  }
  if (volumeDevices?.length) checkDevices(container, `${at}.volumeDevices`, ground)
}

interface Place {
  readonly at: string
  readonly index: number
  readonly container: Container
}

function checkMount(mount: VolumeMount, { at, index, container }: Place, ground: Ground): void {
  const { found, volumes } = ground
  const { name, mountPath, subPath, subPathExpr, mountPropagation: propagation } = mount
  const here = () => `${at}.volumeMounts[${index}]`
  if (!volumes.has(name)) found.push(notFound(`${here()}.name`, name ?? ''))
  if (isMountedBefore(container, index)) found.push(invalid(`${here()}.mountPath`, mountPath ?? '', 'must be unique'))
  for (const device of container.volumeDevices ?? []) {
    if (device.name === name) found.push(invalid(`${here()}.name`, name, 'must not already exist in volumeDevices'))
    if (device.devicePath === mountPath) {
      found.push(invalid(`${here()}.mountPath`, mountPath, 'must not already exist as a path in volumeDevices'))
    }
  }
  if (subPath || subPathExpr) checkSubPaths(mount, { at: `${at}.volumeMounts`, here: here() }, ground)
  if (propagation !== undefined && !propagations.includes(propagation)) {
    found.push(unsupported(`${at}.volumeMounts.mountPropagation`, propagation, propagations))
  }
  if (propagation === 'Bidirectional' && container.securityContext?.privileged !== true) {
    const why = 'Bidirectional mount propagation is available only to privileged containers'
    found.push(forbidden(`${at}.volumeMounts.mountPropagation`, why))
  }
  if (mount.recursiveReadOnly !== undefined) checkRecursive(mount, `${at}.volumeMounts.recursiveReadOnly`, ground)
}

const propagations = ['Bidirectional', 'HostToContainer', 'None']

function isMountedBefore({ volumeMounts = [] }: Container, index: number): boolean {
  for (let before = 0; before < index; before++) {
    if (volumeMounts[before]!.mountPath === volumeMounts[index]!.mountPath) return true
  }
  return false
}

/** Of a path that leads out upstream names the list as the place. */
function checkSubPaths(
  { name, subPath, subPathExpr }: VolumeMount,
  { at, here }: { readonly at: string; readonly here: string },
  { found, volumes }: Ground,
): void {
  if (subPath && subPathExpr) {
    found.push(invalid(`${here}.subPathExpr`, subPathExpr, 'subPathExpr and subPath are mutually exclusive'))
  }
  checkDescending(subPath, `${at}.subPath`, found)
  checkDescending(subPathExpr, `${at}.subPathExpr`, found)
  if (!volumes.get(name)?.image) return
  const why = 'not allowed in image volume sources'
  if (subPathExpr) found.push(invalid(`${here}.subPathExpr`, subPathExpr, why))
}

function checkRecursive(mount: VolumeMount, field: string, { found }: Ground): void {
  const { recursiveReadOnly, readOnly, mountPropagation } = mount
  if (recursiveReadOnly === 'Disabled') return
  if (recursiveReadOnly !== 'Enabled' && recursiveReadOnly !== 'IfPossible') {
    found.push(unsupported(field, recursiveReadOnly ?? '', ['Disabled', 'Enabled', 'IfPossible']))
    return
  }
  if (!readOnly) found.push(forbidden(field, 'may only be specified when readOnly is true'))
  if (mountPropagation !== undefined && mountPropagation !== 'None') {
    found.push(forbidden(field, 'may only be specified when mountPropagation is None or not specified'))
  }
}

function checkDevices({ volumeDevices = [], volumeMounts = [] }: Container, at: string, ground: Ground): void {
  const { found, volumes } = ground
  const names = new Set<string>()
  const paths = new Set<string>()
  volumeDevices.forEach(({ name, devicePath }, index) => {
    const here = `${at}[${index}]`
    const volume = volumes.get(name)
    if (names.has(name)) found.push(invalid(`${here}.name`, name, 'must be unique'))
    if (!volumes.has(name)) found.push(notFound(`${here}.name`, name))
    else if (volume && !volume.persistentVolumeClaim && !volume.ephemeral) {
      const why = 'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode'
      found.push(invalid(`${here}.name`, name, why))
    }
    if (paths.has(devicePath)) found.push(invalid(`${here}.devicePath`, devicePath, 'must be unique'))
    if (devicePath?.split('/').includes('..')) {
      found.push(invalid(`${here}.devicePath`, devicePath, "can not contain backsteps ('..')"))
    }
    if (volumeMounts.some((mount) => mount.name === name)) {
      found.push(invalid(`${here}.name`, name, 'must not already exist in volumeMounts'))
    }
    if (volumeMounts.some((mount) => mount.mountPath === devicePath)) {
      found.push(invalid(`${here}.devicePath`, devicePath, 'must not already exist as a path in volumeMounts'))
    }
    names.add(name)
    paths.add(devicePath)
  })
}
