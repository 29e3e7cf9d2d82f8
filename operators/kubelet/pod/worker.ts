/**
 * One pod's worker. Deciding is synchronous and pure; what was decided runs as tasks beside it, never two of one key at a time; each task's end,
 * each change of the object and of the runtime wakes it again. Nothing is shared between pods, so none waits for another.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Timer } from '../../../core/kit/index.js'
import type { Pod, PodStatus } from '../shapes/index.js'
import { type Action, containerKey, keyOf } from './action.js'
import { type Backoff, nextBackoff, setupPace } from './backoff.js'
import { decide } from './decide.js'
import { eventsOfChange } from './events-of-change.js'
import { factsOf } from './facts.js'
import type { PodObservation, ProbeMemory } from './observation.js'
import { type Recollection, aboutContainer, firstMemory } from './recollection.js'
import { isResized, type Refusal, resizeConditions } from './resize.js'
import type { WorkerTools } from './tools.js'

export class PodWorker {
  #pod: Pod
  #gone = false
  #status: PodStatus
  #written: PodStatus | undefined
  #memory: Recollection
  #timer: Timer | undefined
  #paused = false
  #refusal: Refusal | undefined
  readonly #busy = new Map<string, AbortController>()
  /** Steps that failed for reasons a status does not show, by key. */
  readonly #failures = new Map<string, Backoff>()
  readonly #tools: WorkerTools

  constructor(pod: Pod, tools: WorkerTools) {
    this.#pod = pod
    this.#status = pod.status ?? {}
    this.#written = pod.status
    this.#memory = firstMemory(pod.status ?? {})
    this.#tools = tools
  }

  get pod(): Pod {
    return this.#pod
  }

  /** What the pod's status is, whether written yet or not. */
  get status(): PodStatus {
    return this.#status
  }

  /** The object is gone and nothing of it is left here. */
  get isDone(): boolean {
    return this.#gone && !this.#busy.size && !this.#leftovers()
  }

  /** The object as the API has it now. */
  update(pod: Pod): void {
    this.#pod = pod
    const own = new Set(['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', ...resizeConditions])
    const foreign = (pod.status?.conditions ?? []).filter(({ type }) => !own.has(type))
    const mine = (this.#status.conditions ?? []).filter(({ type }) => own.has(type))
    this.#status = { ...pod.status, ...this.#status, conditions: [...mine, ...foreign] }
    this.wake()
  }

  /** The object is gone from the API. */
  remove(): void {
    this.#gone = true
    this.wake()
  }

  /** The node can't take this pod: it fails for this reason once the worker wakes. */
  reject(reason: string, message: string): void {
    this.#memory = { ...this.#memory, rejected: { reason, message } }
  }

  /** No further step is taken: the kubelet stops, what runs goes on. */
  pause(): void {
    this.#paused = true
    this.#timer?.cancel()
    for (const task of this.#busy.values()) task.abort()
  }

  /** What probes say of a container has changed. */
  probed(name: string, probe: ProbeMemory): void {
    this.#memory = aboutContainer(name, (before) => ({ ...before, probe }))(this.#memory)
    this.wake()
  }

  /** Looks at the pod and takes the next steps. Cheap when nothing changed. */
  wake(): void {
    if (this.#paused) return
    const observation = this.#observe()
    const decision = decide(observation)
    if (decision.ending) this.#abortStarts()
    this.#tools.followProbes(observation, decision.ending !== undefined)
    this.#publish(decision.status)
    for (const action of decision.actions) this.#launch(action)
    this.#timer?.cancel()
    this.#timer = undefined
    const { lookAgainAtMs } = decision
    if (lookAgainAtMs !== undefined) {
      this.#timer = this.#tools.clock.after(Math.max(1, lookAgainAtMs - this.#tools.clock.now()), () => this.wake())
    }
    if (this.isDone) this.#tools.onDone()
  }

  #observe(): PodObservation {
    const { sandboxes, containers } = this.#tools.records()
    const messages = containers.flatMap((container) => {
      const text = container.state === 'exited' ? this.#tools.terminationMessage(this.#pod, container) : undefined
      return text ? [[container.id, text] as const] : []
    })
    const observation = {
      pod: this.#pod,
      reported: this.#status,
      gone: this.#gone,
      now: this.#tools.clock.now(),
      sandboxes,
      containers,
      memory: { ...this.#memory, terminationMessages: new Map(messages) },
      busy: new Set(this.#busy.keys()),
      node: this.#tools.node(),
      refusal: undefined,
    }
    const isOther = this.#pod.spec.containers.length > 0 && factsOf(observation).some(isResized)
    this.#refusal = isOther ? this.#tools.refuseResize(this.#pod) : undefined
    return { ...observation, refusal: this.#refusal }
  }

  #leftovers(): boolean {
    const { sandboxes, containers } = this.#tools.records()
    return sandboxes.length > 0 || containers.length > 0 || this.#memory.volumes === 'mounted'
  }

  #publish(status: PodStatus): void {
    for (const event of eventsOfChange(this.#pod, this.#status, status)) this.#tools.event(this.#pod, event)
    if (!isDeepStrictEqual(status, this.#status)) this.#status = status
    if (!this.#gone && !isDeepStrictEqual(this.#status, this.#written)) this.#run('status', () => this.#write())
  }

  async #write(): Promise<void> {
    while (!this.#gone && !isDeepStrictEqual(this.#status, this.#written)) {
      const status = this.#status
      await this.#tools.writeStatus(this.#pod, this.#written ?? {}, status)
      this.#written = status
    }
  }

  #launch(action: Action): void {
    this.#run(keyOf(action), async (signal) => {
      const { sandboxes, containers } = this.#tools.records()
      const learned = await this.#tools.perform(action, {
        pod: this.#pod,
        signal,
        status: this.#status,
        memory: this.#memory,
        sandbox: sandboxes[0],
        refusal: this.#refusal,
        containers,
      })
      if (learned) this.#memory = learned(this.#memory)
    })
  }

  /** Runs a task under its key; when it ends, the runtime is looked at afresh before the pod is decided again. */
  #run(key: string, task: (signal: AbortSignal) => Promise<void>): void {
    if (this.#busy.has(key)) return
    const controller = new AbortController()
    this.#busy.set(key, controller)
    const finish = async () => {
      try {
        await task(controller.signal)
        if (key !== 'status') await this.#tools.refresh()
        this.#failures.delete(key)
      } catch (error) {
        await this.#waitAfter(key, error, controller.signal)
      }
      this.#busy.delete(key)
      this.wake()
    }
    void finish()
  }

  /** Resolves when a step that failed may be tried again. */
  async #waitAfter(key: string, error: unknown, signal: AbortSignal): Promise<void> {
    const { clock, log } = this.#tools
    if (signal.aborted) return
    const now = clock.now()
    const backoff = nextBackoff(this.#failures.get(key), { atMs: now, now }, setupPace)
    this.#failures.set(key, backoff)
    log.warn('a step failed', { key, error, retryMs: backoff.delayMs })
    await new Promise<void>((resolve) => clock.after(backoff.delayMs, resolve))
  }

  /** A pull under way must not hold up the end of its pod. */
  #abortStarts(): void {
    for (const [key, task] of this.#busy) if (key.startsWith(containerKey(''))) task.abort()
  }
}
