/** The volumes of the pods on this node: made, kept up to date while the pod lives, and taken away. */
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Clock, Log } from '../../../core/kit/index.js'
import type { Mount } from '../../../plugins/runtime/contract.js'
import type { ObjectFollower } from '../api/object-follower.js'
import type { TokenSource } from '../api/token-source.js'
import { expand } from '../container/expand.js'
import type { PodFacts } from '../container/field-ref.js'
import type { PodVolumes } from '../pod/performer.js'
import type { ContainerSpec, Pod, VolumeMount, VolumeSpec } from '../shapes/index.js'
import { prepareEmptyDir } from './empty-dir.js'
import { prepareHostPath } from './host-path.js'
import { LiveVolume } from './live-volume.js'
import { isRoot, unmountBelow } from './mounting.js'
import { prepareSubPath } from './sub-path.js'

export interface VolumesTools {
  readonly clock: Clock
  readonly log: Log
  readonly rootDirectory: string
  readonly objects: ObjectFollower
  readonly tokens: TokenSource
  facts(pod: Pod): PodFacts
}

export class Volumes implements PodVolumes {
  readonly #tools: VolumesTools
  readonly #live = new Map<string, LiveVolume[]>()

  constructor(tools: VolumesTools) {
    this.#tools = tools
  }

  async mount(pod: Pod): Promise<void> {
    for (const volume of pod.spec.volumes ?? []) {
      try {
        await this.#prepare(pod, volume)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        throw new Error(`MountVolume.SetUp failed for volume "${volume.name}" : ${why}`, { cause: error })
      }
    }
  }

  async unmount(pod: Pod): Promise<void> {
    for (const live of this.#live.get(pod.metadata.uid ?? '') ?? []) live.stop()
    this.#live.delete(pod.metadata.uid ?? '')
    await this.removeFolder(pod.metadata.uid ?? '')
  }

  /** Takes away what a pod has left on disk. */
  async removeFolder(uid: string): Promise<void> {
    if (!uid) return
    const folder = this.#folderOf(uid)
    if (isRoot()) await unmountBelow(folder)
    await rm(folder, { recursive: true, force: true })
  }

  /** Stops keeping volumes up to date; they stay as they are. */
  stop(): void {
    for (const volumes of this.#live.values()) for (const live of volumes) live.stop()
    this.#live.clear()
  }

  /** What has changed of the pod itself may show in downward volumes. */
  refresh(pod: Pod): void {
    for (const live of this.#live.get(pod.metadata.uid ?? '') ?? []) live.update(pod)
  }

  async mountsOf(
    pod: Pod,
    spec: ContainerSpec,
    start: { readonly attempt: number; readonly env: ReadonlyMap<string, string> },
  ): Promise<readonly Mount[]> {
    if (spec.volumeDevices?.length) throw new Error('volumeDevices are not supported')
    const mounts: Mount[] = []
    for (const [index, mount] of (spec.volumeMounts ?? []).entries()) {
      const volume = pod.spec.volumes?.find(({ name }) => name === mount.name)
      if (!volume) throw new Error(`volume "${mount.name}" not found`)
      const key = `${spec.name}/${start.attempt}/${index}`
      const hostPath = await this.#hostPathOf(pod, { mount, volume, env: start.env, key })
      const readOnly = mount.readOnly || isOfObjects(volume)
      mounts.push({ containerPath: mount.mountPath, hostPath, readOnly, propagation: propagationOf(mount) })
    }
    const log = this.terminationLogOf(pod, spec.name, start.attempt)
    await mkdir(dirname(log), { recursive: true })
    await writeFile(log, '', { flag: 'a' })
    await chmod(log, 0o666)
    const containerPath = spec.terminationMessagePath ?? '/dev/termination-log'
    return [...mounts, { containerPath, hostPath: log, readOnly: false, propagation: 'private' }]
  }

  /** The file in which a try of a container may leave its last words. */
  terminationLogOf(pod: Pod, name: string, attempt: number): string {
    return join(this.#folderOf(pod.metadata.uid ?? ''), 'containers', name, String(attempt), 'termination-log')
  }

  async #hostPathOf(pod: Pod, { mount, volume, env, key }: MountStart): Promise<string> {
    const path = this.#pathOf(pod, volume)
    const subPath = mount.subPathExpr ? expand(mount.subPathExpr, env) : (mount.subPath ?? '')
    if (mount.subPathExpr && /\$\(/.test(subPath))
      throw new Error(`failed to expand subPathExpr "${mount.subPathExpr}"`)
    if (!subPath) return path
    const target = join(this.#folderOf(pod.metadata.uid ?? ''), 'volume-subpaths', volume.name, key)
    return prepareSubPath(path, subPath, target)
  }

  async #prepare(pod: Pod, volume: VolumeSpec): Promise<void> {
    const path = this.#pathOf(pod, volume)
    const group = pod.spec.securityContext?.fsGroup
    if (volume.emptyDir) return prepareEmptyDir(path, volume.emptyDir, group)
    if (volume.hostPath) return prepareHostPath(volume.hostPath.path, volume.hostPath.type ?? '')
    const uid = pod.metadata.uid ?? ''
    const all = this.#live.get(uid) ?? []
    this.#live.set(uid, all)
    let live = all.find((one) => one.name === volume.name)
    if (!live) all.push((live = new LiveVolume(pod, volume, { ...this.#tools, path })))
    await live.write()
  }

  #pathOf(pod: Pod, volume: VolumeSpec): string {
    return volume.hostPath?.path ?? join(this.#folderOf(pod.metadata.uid ?? ''), 'volumes', volume.name)
  }

  #folderOf(uid: string): string {
    return join(this.#tools.rootDirectory, 'pods', uid)
  }
}

interface MountStart {
  readonly mount: VolumeMount
  readonly volume: VolumeSpec
  readonly env: ReadonlyMap<string, string>
  readonly key: string
}

/** What shows objects of the API is never the container's to write. */
function isOfObjects({ configMap, secret, downwardAPI, projected }: VolumeSpec): boolean {
  return Boolean(configMap ?? secret ?? downwardAPI ?? projected)
}

function propagationOf({ mountPropagation }: VolumeMount): Mount['propagation'] {
  if (mountPropagation === 'HostToContainer') return 'hostToContainer'
  return mountPropagation === 'Bidirectional' ? 'bidirectional' : 'private'
}
