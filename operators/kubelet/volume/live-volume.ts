/** One volume made of objects (configMap, secret, downwardAPI, projected), rewritten when one of them changes or its token grows old. */
import type { Clock, Log, Timer } from '../../../core/kit/index.js'
import type { KubeObject } from '../../../core/meta/index.js'
import type { ObjectFollower } from '../api/object-follower.js'
import type { TokenSource } from '../api/token-source.js'
import type { PodFacts } from '../container/field-ref.js'
import type { Pod, ProjectedSource, VolumeSpec } from '../shapes/index.js'
import { writeAtomically } from './atomic-writer.js'
import { isRoot } from './mounting.js'
import { payloadOf } from './payload.js'

export interface LiveVolumeTools {
  readonly clock: Clock
  readonly log: Log
  readonly path: string
  readonly objects: ObjectFollower
  readonly tokens: TokenSource
  facts(pod: Pod): PodFacts
}

/** Changes that come close together make one rewrite. */
const gatherMs = 100
const retryMs = 10_000

export class LiveVolume {
  readonly name: string
  #pod: Pod
  #timer: Timer | undefined
  #writing: Promise<void> = Promise.resolve()
  #isWritten = false
  #stopped = false
  readonly #volume: VolumeSpec
  readonly #tools: LiveVolumeTools
  readonly #following = new Map<string, () => void>()

  constructor(pod: Pod, volume: VolumeSpec, tools: LiveVolumeTools) {
    this.name = volume.name
    this.#pod = pod
    this.#volume = volume
    this.#tools = tools
  }

  /** Throws, in words for an event, when something is missing. */
  write(): Promise<void> {
    const next = this.#writing.catch(() => {}).then(() => this.#writeOnce())
    this.#writing = next
    return next
  }

  update(pod: Pod): void {
    const isSame = JSON.stringify(pod.metadata) === JSON.stringify(this.#pod.metadata)
    this.#pod = pod
    if (!isSame && this.#isWritten) this.#writeIn(gatherMs)
  }

  stop(): void {
    this.#stopped = true
    this.#timer?.cancel()
    for (const stop of this.#following.values()) stop()
    this.#following.clear()
  }

  async #writeOnce(): Promise<void> {
    if (this.#stopped) return
    const { tools, namespace } = { tools: this.#tools, namespace: this.#pod.metadata.namespace ?? '' }
    let dueMs = Number.POSITIVE_INFINITY
    const payload = await payloadOf(this.#volume, {
      facts: tools.facts(this.#pod),
      canGive: isRoot(),
      configMap: (name) => this.#follow('configMap', namespace, name),
      secret: (name) => this.#follow('secret', namespace, name),
      token: async (source: NonNullable<ProjectedSource['serviceAccountToken']>) => {
        const token = await tools.tokens.tokenFor(this.#pod, source)
        dueMs = Math.min(dueMs, token.renewAtMs)
        return token.text
      },
    })
    if (!payload) throw new Error(`volume kind ${kindOf(this.#volume)} is not supported by this kubelet`)
    const group = isRoot() ? this.#pod.spec.securityContext?.fsGroup : undefined
    await writeAtomically(tools.path, payload, group)
    this.#isWritten = true
    if (Number.isFinite(dueMs)) this.#writeIn(Math.max(1000, dueMs - tools.clock.now()))
  }

  async #follow(kind: 'configMap' | 'secret', namespace: string, name: string): Promise<KubeObject | undefined> {
    const key = `${kind}/${name}`
    const followed = this.#tools.objects.follow(
      { kind, namespace, name },
      () => this.#isWritten && this.#writeIn(gatherMs),
    )
    if (this.#following.has(key)) followed.stop()
    else this.#following.set(key, followed.stop)
    return followed.current
  }

  #writeIn(delayMs: number): void {
    if (this.#stopped) return
    this.#timer?.cancel()
    this.#timer = this.#tools.clock.after(delayMs, () => {
      this.write().catch((error) => {
        this.#tools.log.warn('volume not refreshed', { pod: this.#pod.metadata.name, volume: this.name, error })
        this.#writeIn(retryMs)
      })
    })
  }
}

function kindOf(volume: VolumeSpec): string {
  return Object.keys(volume).find((key) => key !== 'name') ?? 'none'
}
