/** Deployments, ReplicaSets and pods that get ready on command: the stage of rollout stories and properties. */
import { timestamp } from '../../core/meta/index.js'
import { deployment } from '../../operators/deployment/index.js'
import { Deployment, Pod, ReplicaSet } from '../../operators/kit/kinds.js'
import { replicaset } from '../../operators/replicaset/index.js'
import { PlanWorld } from './plan-world.js'
import type { Command } from './story.js'

export class RolloutWorld {
  readonly world = new PlanWorld()
  /** Pods of these images never get ready. */
  readonly badImages = new Set<string>()

  tell(command: Command): string {
    const { verb, words, options } = command
    const verbs: Readonly<Record<string, () => unknown>> = {
      create: () => this.create(options),
      set: () => this.set(options),
      undo: () => this.undo(Number(words[0])),
      step: () => this.#step(),
      run: () => this.#run(),
      rollout: () => this.rollOut(),
      ready: () => this.ready(Number(words[0] ?? 1000)),
      gone: () => this.#removeTerminating(),
      graceful: () => (this.world.graceful = true),
      bad: () => this.badImages.add(String(words[0])),
      refuse: () => this.#refuse(words),
      wait: () => (this.world.now += Number(words[0]) * 1000),
      show: () => this.show(words[0]),
    }
    const found = verbs[verb]
    if (!found) throw new Error(`no such command: ${verb}`)
    const answer = found()
    return typeof answer === 'string' ? answer : ''
  }

  #step(): string {
    this.world.plan(deployment)
    this.world.plan(replicaset)
    return this.#rename(this.world.told())
  }

  #run(): string {
    this.world.settle(deployment, replicaset)
    return this.#rename(this.world.told(/^(Normal|Warning|refused)/))
  }

  create(options: Readonly<Record<string, string>>): string {
    this.world.put(Deployment, {
      apiVersion: 'apps/v1',
      metadata: { name: 'web' },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'a' }] } },
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
        replicas: 1,
      },
    } as unknown as Deployment)
    return this.set(options)
  }

  set(options: Readonly<Record<string, string>>): string {
    const change: Readonly<Record<string, (value: string) => object>> = {
      replicas: (value) => ({ replicas: Number(value) }),
      image: (image) => ({ template: { spec: { containers: [{ name: 'web', image }] } } }),
      surge: (value) => ({ strategy: { rollingUpdate: { maxSurge: amount(value) } } }),
      unavailable: (value) => ({ strategy: { rollingUpdate: { maxUnavailable: amount(value) } } }),
      strategy: (type) => ({ strategy: { type, rollingUpdate: null } }),
      paused: (value) => ({ paused: value === 'true' }),
      history: (value) => ({ revisionHistoryLimit: Number(value) }),
      deadline: (value) => ({ progressDeadlineSeconds: Number(value) }),
      minReady: (value) => ({ minReadySeconds: Number(value) }),
    }
    for (const [name, value] of Object.entries(options)) {
      if (name === 'cause') {
        const annotations = { 'kubernetes.io/change-cause': value }
        this.world.patch(Deployment, 'web', { metadata: { annotations } })
      } else this.world.patch(Deployment, 'web', { spec: change[name]!(value) })
    }
    return ''
  }

  /** What `kubectl rollout undo --to-revision` does: the template of an old ReplicaSet, without the hash. */
  undo(revision: number): string {
    const set = this.world
      .list(ReplicaSet)
      .find(({ metadata }) => metadata.annotations?.['deployment.kubernetes.io/revision'] === String(revision))
    if (!set) return `no revision ${revision}`
    const template = structuredClone(set.spec.template)
    delete template.metadata?.labels?.['pod-template-hash']
    this.world.patch(Deployment, 'web', { spec: { template } })
    return ''
  }

  /** Makes up to `count` pods ready that are not, by name. */
  ready(count: number): void {
    const waiting = this.world.list(Pod).filter((pod) => !pod.metadata.deletionTimestamp && !isReady(pod))
    const able = waiting.filter((pod) => !this.badImages.has(String(pod.spec.containers[0]?.image)))
    for (const pod of able.slice(0, count)) this.setReady(pod, 'True')
  }

  setReady(pod: Pod, status: 'True' | 'False'): void {
    const condition = { type: 'Ready', status, lastTransitionTime: timestamp(this.world.now) }
    this.world.patch(Pod, String(pod.metadata.name), { status: { phase: 'Running', conditions: [condition] } })
  }

  /** Plans and makes pods ready until all is at rest. */
  rollOut(): string {
    for (let round = 0; round < 100; round++) {
      this.world.settle(deployment, replicaset)
      const before = this.show('all')
      this.ready(1000)
      this.world.now += 1000
      this.world.settle(deployment, replicaset)
      if (this.show('all') === before) return this.#rename(this.world.told(/^(Normal|Warning)/))
    }
    throw new Error('the rollout never comes to rest')
  }

  show(what = 'counts'): string {
    const web = this.world.get(Deployment, 'web')
    const { status = {} } = web
    const counts = Object.entries(status).filter(([, value]) => typeof value === 'number')
    const lines = [counts.map(([name, value]) => `${name}=${value}`).join(' ')]
    for (const { type, status: is, reason, message } of status.conditions ?? []) {
      if (what !== 'counts') lines.push(`${type}=${is} ${reason}: ${message}`)
    }
    for (const set of this.#sets()) lines.push(showSet(set, what))
    return this.#rename(lines.join('\n'))
  }

  #sets(): ReplicaSet[] {
    return this.world.list(ReplicaSet).sort((a, b) => uidNumber(a) - uidNumber(b))
  }

  #removeTerminating(): void {
    for (const { metadata } of this.world.list(Pod)) {
      if (metadata.deletionTimestamp) this.world.remove(Pod, String(metadata.name))
    }
  }

  #refuse([verb, kind, reason, message]: readonly string[]): string {
    let left = verb === 'nothing' ? 0 : Number.POSITIVE_INFINITY
    if (reason === 'AlreadyExists') left = 1
    this.world.refuses = (write) => {
      if (write.verb !== verb || write.kind.kind !== kind || left-- <= 0) return undefined
      return { reason: String(reason), message: String(message) }
    }
    return ''
  }

  /** Hashes differ when the definitions' defaults do: ReplicaSets are called by the order of their creation. */
  #rename(text: string): string {
    let renamed = text
    this.#sets().forEach((set, at) => {
      renamed = renamed.replaceAll(String(set.metadata.name), `web-${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[at]}`)
    })
    return renamed
  }
}

function showSet(set: ReplicaSet, what: string): string {
  const annotations = set.metadata.annotations ?? {}
  const note = (name: string) => annotations[`deployment.kubernetes.io/${name}`]
  const { replicas = 0, readyReplicas = 0, availableReplicas = 0 } = set.status ?? {}
  const image = set.spec.template.spec?.containers[0]?.image
  const line = `${set.metadata.name} (${image}): wants ${set.spec.replicas}, has ${replicas}, ready ${readyReplicas}, available ${availableReplicas}`
  if (what === 'counts') return line
  const history = note('revision-history') ? ` before ${note('revision-history')}` : ''
  return `${line}; revision ${note('revision')}${history}, desired ${note('desired-replicas')}, max ${note('max-replicas')}`
}

function isReady(pod: Pod): boolean {
  return pod.status?.conditions?.[0]?.status === 'True'
}

function uidNumber(set: ReplicaSet): number {
  return Number(String(set.metadata.uid).slice(4))
}

function amount(value: string): number | string {
  return value.endsWith('%') ? value : Number(value)
}
