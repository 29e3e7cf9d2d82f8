/** The workers of this node's pods, by uid: made when a pod is bound here, gone when nothing of it is left. */
import { rm } from 'node:fs/promises'
import type { OperatorContext } from '../../core/operator.js'
import type { Container, RuntimeStatus, SandboxConfig } from '../../plugins/runtime/contract.js'
import type { ObjectFollower } from './api/object-follower.js'
import { services } from './api/kinds.js'
import { deletePodNow, writePodStatus } from './api/pod-api.js'
import type { EnvSources } from './container/env.js'
import type { PodFacts } from './container/field-ref.js'
import { pullAuthOf } from './container/pull-auth.js'
import { linksOf, serviceEnv } from './container/service-env.js'
import { terminationMessageOf } from './container/termination-message.js'
import type { KubeletOptions } from './kubelet-options.js'
import { specsOf } from './pod/facts.js'
import { conflictFor, lackFor } from './pod/fits.js'
import { Performer } from './pod/performer.js'
import { logDirectoryOf } from './pod/sandbox-config.js'
import type { Refusal } from './pod/resize.js'
import { forbiddenSysctl } from './pod/sysctls.js'
import type { WorkerTools } from './pod/tools.js'
import { unsupportedIn } from './pod/unsupported.js'
import { PodWorker } from './pod/worker.js'
import { PodProbes } from './probe/pod-probes.js'
import type { RuntimeRecords } from './runtime-records.js'
import type { ServedPod } from './server/routes.js'
import type { Pod } from './shapes/index.js'
import type { Volumes } from './volume/volumes.js'

export interface PodsOnNodeParts {
  readonly options: KubeletOptions
  readonly context: OperatorContext
  readonly records: RuntimeRecords
  readonly objects: ObjectFollower
  readonly volumes: Volumes
  readonly hostname: string
  readonly hostDns: SandboxConfig['dns']
  readonly allocatable: Readonly<Record<string, string>>
  /** What the runtime can't do here. */
  readonly lacks: RuntimeStatus['lacks']
}

interface Resident {
  readonly worker: PodWorker
  readonly probes: PodProbes
  readonly messages: Map<string, string | undefined>
}

export class PodsOnNode {
  readonly #parts: PodsOnNodeParts
  readonly #residents = new Map<string, Resident>()
  readonly #performer: Performer
  #isPaused = false

  constructor(parts: PodsOnNodeParts) {
    this.#parts = parts
    const { options, context, volumes, hostname, hostDns } = parts
    this.#performer = new Performer({
      runtime: options.runtime,
      clock: context.clock,
      settings: options,
      hostname,
      hostDns,
      lacks: parts.lacks,
      volumes,
      envSources: (pod, podIPs) => this.#envSources(pod, podIPs),
      pullAuth: (pod, image) => this.#pullAuth(pod, image),
      event: context.event,
      deletePod: (pod) => deletePodNow(context.client, pod),
    })
  }

  /** The object as the API has it. */
  put(pod: Pod): void {
    if (this.#isPaused) return
    const uid = pod.metadata.uid ?? ''
    const resident = this.#residents.get(uid)
    if (resident) {
      this.#parts.volumes.refresh(pod)
      resident.worker.update(pod)
      return
    }
    const made = this.#settle(pod)
    this.#admit(pod, made.worker)
    this.#residents.set(uid, made)
    made.worker.wake()
  }

  /** A pod that is new here must fit beside the others; one that has run here before stays. */
  #admit(pod: Pod, worker: PodWorker): void {
    const { context, records, allocatable } = this.#parts
    const isNew = !pod.status?.startTime && !records.of(pod.metadata.uid ?? '').sandboxes.length
    if (!isNew || pod.metadata.deletionTimestamp) return
    const others = this.#othersThan(pod)
    const lack =
      lackFor(pod, others, allocatable) ?? conflictFor(pod, others) ?? forbiddenSysctl(pod, this.#parts.lacks)
    if (lack) {
      context.event(pod, { type: 'Warning', ...lack })
      worker.reject(lack.reason, lack.message)
      return
    }
    for (const message of unsupportedIn(pod, this.#parts.lacks))
      context.event(pod, { type: 'Warning', reason: 'Unsupported', message })
  }

  /** Other pods that hold their share of the node. */
  #othersThan({ metadata }: Pod): readonly Pod[] {
    const hasEnded = ({ status }: PodWorker) => status.phase === 'Succeeded' || status.phase === 'Failed'
    return [...this.#residents.values()]
      .filter(({ worker }) => worker.pod.metadata.uid !== metadata.uid && !hasEnded(worker))
      .map(({ worker }) => worker.pod)
  }

  #refuseResize(pod: Pod): Refusal | undefined {
    const { allocatable } = this.#parts
    const alone = lackFor(pod, [], allocatable)
    const lack = alone ?? lackFor(pod, this.#othersThan(pod), allocatable)
    if (!lack) return undefined
    const message = lack.message.replace('Pod was rejected: ', '')
    return { reason: alone ? 'Infeasible' : 'Deferred', message }
  }

  /** The object is gone from the API. */
  drop(pod: Pod): void {
    this.#residents.get(pod.metadata.uid ?? '')?.worker.remove()
  }

  wake(uid: string): void {
    this.#residents.get(uid)?.worker.wake()
  }

  has(uid: string): boolean {
    return this.#residents.has(uid)
  }

  *served(): Generator<ServedPod> {
    for (const { worker } of this.#residents.values()) yield this.#serve(worker)
  }

  find(namespace: string, name: string): ServedPod | undefined {
    let found: PodWorker | undefined
    for (const { worker } of this.#residents.values()) {
      const { metadata } = worker.pod
      if (metadata.namespace === namespace && metadata.name === name) found = worker
    }
    return found && this.#serve(found)
  }

  /** No step is taken any more; what runs goes on. */
  pause(): void {
    this.#isPaused = true
    for (const { worker, probes } of this.#residents.values()) {
      worker.pause()
      probes.stop()
    }
  }

  #serve({ pod, status }: PodWorker): ServedPod {
    const logDirectory = logDirectoryOf(pod, this.#parts.options)
    return { pod, status, logDirectory, ...this.#parts.records.of(pod.metadata.uid ?? '') }
  }

  #settle(pod: Pod): Resident {
    const { options, context } = this.#parts
    const probes = new PodProbes({
      runtime: options.runtime,
      clock: context.clock,
      learn: (name, memory) => resident.worker.probed(name, memory),
      tell: (event) => context.event(resident.worker.pod, event),
    })
    const messages: Resident['messages'] = new Map()
    const resident: Resident = {
      worker: new PodWorker(pod, this.#workerTools(pod, probes, messages)),
      probes,
      messages,
    }
    return resident
  }

  #workerTools(pod: Pod, probes: PodProbes, messages: Resident['messages']): WorkerTools {
    const { options, context, records } = this.#parts
    const uid = pod.metadata.uid ?? ''
    return {
      clock: context.clock,
      log: context.log.with({ pod: `${pod.metadata.namespace}/${pod.metadata.name}` }),
      records: () => records.of(uid),
      refresh: () => records.refresh(),
      perform: (action, step) => this.#performer.perform(action, step),
      writeStatus: (about, before, after) => writePodStatus(context.client, about, { before, after }),
      event: context.event,
      terminationMessage: (about, container) => {
        if (!messages.has(container.id)) messages.set(container.id, this.#lastWords(about, container))
        return messages.get(container.id)
      },
      node: () => ({ hostIPs: options.addresses, runtimeName: options.runtime.name }),
      refuseResize: (about) => this.#refuseResize(about),
      followProbes: (observation, isEnding) => probes.follow(observation, isEnding),
      onDone: () => this.#forget(pod),
    }
  }

  #forget(pod: Pod): void {
    const uid = pod.metadata.uid ?? ''
    if (!this.#residents.delete(uid)) return
    const clear = async () => {
      await this.#parts.volumes.removeFolder(uid)
      await rm(logDirectoryOf(pod, this.#parts.options), { recursive: true, force: true })
    }
    clear().catch((error) => this.#parts.context.log.warn('files of a deleted pod are left', { uid, error }))
  }

  #lastWords(pod: Pod, container: Container): string | undefined {
    const { name, attempt } = container.config
    const spec = specsOf(pod).find((one) => one.spec.name === name)?.spec
    return terminationMessageOf(container, spec, {
      file: this.#parts.volumes.terminationLogOf(pod, name, attempt),
      log: `${logDirectoryOf(pod, this.#parts.options)}/${container.config.logPath}`,
    })
  }

  factsOf(pod: Pod, podIPs?: readonly string[]): PodFacts {
    const { options, allocatable } = this.#parts
    const known = podIPs ?? (pod.status?.podIPs ?? []).map(({ ip }) => ip)
    const isHost = pod.spec.hostNetwork ?? false
    return { pod, hostIPs: options.addresses, podIPs: isHost ? options.addresses : known, allocatable }
  }

  #envSources(pod: Pod, podIPs: readonly string[]): EnvSources {
    const { options, objects } = this.#parts
    const namespace = pod.metadata.namespace ?? ''
    return {
      facts: this.factsOf(pod, podIPs),
      services: async () => ({ ...(await this.#linksOf(pod)), ...serviceEnv(options.apiServer) }),
      configMap: (name) => objects.read({ kind: 'configMap', namespace, name }),
      secret: (name) => objects.read({ kind: 'secret', namespace, name }),
    }
  }

  async #linksOf({ metadata, spec }: Pod): Promise<Record<string, string>> {
    if (spec.enableServiceLinks === false) return {}
    const { items } = await this.#parts.context.client.list(services, { namespace: metadata.namespace ?? '' })
    return linksOf(items)
  }

  async #pullAuth(pod: Pod, image: string) {
    const names = (pod.spec.imagePullSecrets ?? []).flatMap(({ name }) => name ?? [])
    if (!names.length) return undefined
    const namespace = pod.metadata.namespace ?? ''
    const secrets = await Promise.all(
      names.map((name) => this.#parts.objects.read({ kind: 'secret', namespace, name })),
    )
    return pullAuthOf(
      image,
      secrets.filter((secret) => secret !== undefined),
    )
  }
}
