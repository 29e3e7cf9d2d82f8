/** Single objects that pods refer to, each read once and then watched for as long as somebody follows it. */
import type { Client } from '../../../core/client/index.js'
import { type Clock, type Log, sleep } from '../../../core/kit/index.js'
import type { KubeObject } from '../../../core/meta/index.js'
import { configMaps, secrets } from './kinds.js'

export interface ObjectName {
  readonly kind: 'configMap' | 'secret'
  readonly namespace: string
  readonly name: string
}

export interface Followed {
  /** As it is now; undefined: there is none. Rejects when the API can't be asked. */
  readonly current: Promise<KubeObject | undefined>
  stop(): void
}

/** Reads and follows single objects. Cost: one watch for each object followed. */
export interface ObjectFollower {
  /** Calls `changed` after each change from now on. */
  follow(name: ObjectName, changed: () => void): Followed
  /** Reads once; what is followed already comes from memory. */
  read(name: ObjectName): Promise<KubeObject | undefined>
}

interface Subject {
  current: Promise<KubeObject | undefined>
  readonly listeners: Set<() => void>
  readonly stop: AbortController
}

const retryMs = 5000

export class WatchedObjects implements ObjectFollower {
  readonly #client: Client
  readonly #clock: Clock
  readonly #log: Log
  readonly #subjects = new Map<string, Subject>()

  constructor(options: { readonly client: Client; readonly clock: Clock; readonly log: Log }) {
    this.#client = options.client
    this.#clock = options.clock
    this.#log = options.log
  }

  follow(name: ObjectName, changed: () => void): Followed {
    const key = keyOf(name)
    const listener = () => changed()
    const subject = this.#subjects.get(key) ?? this.#open(key, name)
    subject.listeners.add(listener)
    return {
      current: subject.current,
      stop: () => {
        subject.listeners.delete(listener)
        if (subject.listeners.size || this.#subjects.get(key) !== subject) return
        this.#subjects.delete(key)
        subject.stop.abort()
      },
    }
  }

  async read(name: ObjectName): Promise<KubeObject | undefined> {
    const subject = this.#subjects.get(keyOf(name))
    return subject ? subject.current : this.#get(name)
  }

  stop(): void {
    for (const subject of this.#subjects.values()) subject.stop.abort()
    this.#subjects.clear()
  }

  #open(key: string, name: ObjectName): Subject {
    const stop = new AbortController()
    const subject: Subject = { current: this.#get(name), listeners: new Set(), stop }
    this.#subjects.set(key, subject)
    const failed = () => this.#subjects.get(key) === subject && this.#subjects.delete(key)
    subject.current.then((object) => void this.#watch(subject, name, object?.metadata.resourceVersion), failed)
    return subject
  }

  async #get({ kind, namespace, name }: ObjectName): Promise<KubeObject | undefined> {
    const token = kind === 'secret' ? secrets : configMaps
    const fieldSelector = `metadata.name=${name}`
    const list = await this.#client.list(token, { namespace, fieldSelector })
    const object = list.items[0]
    return object && { ...object, kind: token.kind }
  }

  async #watch(subject: Subject, name: ObjectName, from: string | undefined): Promise<void> {
    const token = name.kind === 'secret' ? secrets : configMaps
    const { namespace } = name
    const selection = { namespace, fieldSelector: `metadata.name=${name.name}`, signal: subject.stop.signal }
    let resourceVersion = from
    while (!subject.stop.signal.aborted) {
      try {
        const options = resourceVersion ? { ...selection, resourceVersion } : selection
        for await (const { type, object } of this.#client.watch(token, options)) {
          if (type === 'BOOKMARK') continue
          const was = (await subject.current.catch(() => undefined))?.metadata.resourceVersion
          subject.current = Promise.resolve(type === 'DELETED' ? undefined : { ...object, kind: token.kind })
          if (was !== object.metadata.resourceVersion) for (const listener of subject.listeners) listener()
        }
      } catch (error) {
        if (subject.stop.signal.aborted) return
        this.#log.debug('watch ended', { kind: token.kind, namespace, name: name.name, error })
      }
      resourceVersion = undefined
      await sleep(this.#clock, retryMs, subject.stop.signal).catch(() => {})
    }
  }
}

const keyOf = ({ kind, namespace, name }: ObjectName): string => `${kind}/${namespace}/${name}`
