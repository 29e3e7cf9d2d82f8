/** Where a container sees the pod's volumes: as folders, or as block devices. */
import type { Container, VolumeMount } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, notFound, unsupported } from '../causes.js'
import type { Ground } from './ground.js'
import { checkDescending, checkNoStepsBack } from './path.js'

export function checkMounts(container: Container, at: string, ground: Ground): void {
  const { volumeMounts, volumeDevices } = container
  if (volumeMounts) {
    const paths = new Set<string>()
    const devices = devicesOf(container)
    for (let index = 0; index < volumeMounts.length; index++) {
      checkMount(volumeMounts[index]!, { at, index, container, paths, devices }, ground)
    }
  }
  if (volumeDevices?.length) checkDevices(container, `${at}.volumeDevices`, ground)
}

interface Place {
  readonly at: string
  readonly index: number
  readonly container: Container
  /** Of the mounts before. */
  readonly paths: Set<string>
  readonly devices: Devices | undefined
}

interface Devices {
  readonly names: ReadonlySet<string>
  readonly paths: ReadonlySet<string>
}

const devicesOf = ({ volumeDevices: devices }: Container): Devices | undefined =>
  devices?.length ? pathsByName(devices.map(({ name, devicePath }) => [name, devicePath])) : undefined

/** Of a name that is said twice the last path counts. */
function pathsByName(said: readonly (readonly [string, string])[]): Devices {
  const found = new Map(said)
  return { names: new Set(found.keys()), paths: new Set(found.values()) }
}

function checkMount(mount: VolumeMount, { at, index, container, paths, devices }: Place, ground: Ground): void {
  const { found, volumes } = ground
  const { name, mountPath, subPath, subPathExpr, mountPropagation: propagation } = mount
  const here = () => `${at}.volumeMounts[${index}]`
  if (!volumes.has(name)) found.push(notFound(`${here()}.name`, name ?? ''))
  if (paths.has(mountPath)) found.push(invalid(`${here()}.mountPath`, mountPath ?? '', 'must be unique'))
  paths.add(mountPath)
  if (devices?.names.has(name)) found.push(invalid(`${here()}.name`, name, volumeIn('volumeDevices')))
  if (devices?.paths.has(mountPath)) found.push(invalid(`${here()}.mountPath`, mountPath, pathIn('volumeDevices')))
  if (subPath || subPathExpr) checkSubPaths(mount, { at: `${at}.volumeMounts`, here: here() }, ground)
  if (propagation !== undefined && !propagations.includes(propagation)) {
    found.push(unsupported(`${at}.volumeMounts.mountPropagation`, propagation, propagations))
  }
  if (propagation === 'Bidirectional' && container.securityContext?.privileged !== true) {
    const why = 'Bidirectional needs a container with securityContext.privileged: true'
    found.push(forbidden(`${at}.volumeMounts.mountPropagation`, why))
  }
  if (mount.recursiveReadOnly !== undefined) checkRecursive(mount, `${at}.volumeMounts.recursiveReadOnly`, ground)
}

const volumeIn = (list: string) => `${list} has this volume: mount it or use it as a device`
const pathIn = (list: string) => `${list} has this path: choose another`

const propagations = ['Bidirectional', 'HostToContainer', 'None']

/** Of a path that leads out upstream names the list as the place. */
function checkSubPaths(
  { name, subPath, subPathExpr }: VolumeMount,
  { at, here }: { readonly at: string; readonly here: string },
  { found, volumes }: Ground,
): void {
  if (subPath && subPathExpr) {
    found.push(invalid(`${here}.subPathExpr`, subPathExpr, 'give subPath or subPathExpr, not both'))
  }
  checkDescending(subPath, `${at}.subPath`, found)
  checkDescending(subPathExpr, `${at}.subPathExpr`, found)
  if (!volumes.get(name)?.image) return
  const why = 'a volume of an image takes subPath alone'
  if (subPathExpr) found.push(invalid(`${here}.subPathExpr`, subPathExpr, why))
}

function checkRecursive(mount: VolumeMount, field: string, { found }: Ground): void {
  const { recursiveReadOnly, readOnly, mountPropagation } = mount
  if (recursiveReadOnly === 'Disabled') return
  if (recursiveReadOnly !== 'Enabled' && recursiveReadOnly !== 'IfPossible') {
    found.push(unsupported(field, recursiveReadOnly ?? '', ['Disabled', 'Enabled', 'IfPossible']))
    return
  }
  if (!readOnly) found.push(forbidden(field, 'set readOnly: true as well'))
  if (mountPropagation !== undefined && mountPropagation !== 'None') {
    found.push(forbidden(field, 'leave mountPropagation out, or set it to None'))
  }
}

function checkDevices({ volumeDevices = [], volumeMounts = [] }: Container, at: string, ground: Ground): void {
  const { found, volumes } = ground
  const names = new Set<string>()
  const paths = new Set<string>()
  const mounted = pathsByName(volumeMounts.map(({ name, mountPath }) => [name, mountPath]))
  volumeDevices.forEach(({ name, devicePath }, index) => {
    const here = `${at}[${index}]`
    const volume = volumes.get(name)
    if (names.has(name)) found.push(invalid(`${here}.name`, name, 'must be unique'))
    if (!volumes.has(name)) found.push(notFound(`${here}.name`, name))
    else if (volume && !volume.persistentVolumeClaim && !volume.ephemeral) {
      const why = 'must be a persistentVolumeClaim or an ephemeral volume to be a device'
      found.push(invalid(`${here}.name`, name, why))
    }
    if (paths.has(devicePath)) found.push(invalid(`${here}.devicePath`, devicePath, 'must be unique'))
    checkNoStepsBack(devicePath, `${here}.devicePath`, found)
    if (mounted.names.has(name)) found.push(invalid(`${here}.name`, name, volumeIn('volumeMounts')))
    if (mounted.paths.has(devicePath)) {
      found.push(invalid(`${here}.devicePath`, devicePath, pathIn('volumeMounts')))
    }
    names.add(name)
    paths.add(devicePath)
  })
}
