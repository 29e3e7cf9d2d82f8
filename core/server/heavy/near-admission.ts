/** Passages through admission that the thread for heavy writes has begun. */
import type { AdmissionChain, AdmissionRequest, Passage, Settlement } from '../../admission/index.js'
import { nextTurn, readJson, writeJson } from '../../kit/index.js'
import type { KubeObject } from '../../meta/index.js'
import { objectTooLarge } from '../../registry/index.js'
import type { Question, Replies } from './messages.js'

type Mutate = Extract<Question, { readonly ask: 'mutate' }>
type Validate = Extract<Question, { readonly ask: 'validate' }>

export class NearAdmission {
  readonly #chain: AdmissionChain
  /** Those that are not settled; undefined: no plugin cares. */
  readonly #passages = new Map<number, { readonly request: LazyRequest; readonly passage: Passage }>()

  constructor(chain: AdmissionChain) {
    this.#chain = chain
  }

  async mutate({ passage: id, head, object, old, isTooLarge }: Mutate): Promise<Replies['mutate']> {
    const request = new LazyRequest(head, { object, old, isTooLarge })
    const passage = this.#chain.begin(request)
    if (!passage) return { warnings: request.warnings }
    this.#passages.set(id, { request, passage })
    await passage.mutate()
    // To parse it and to write it take long enough each.
    if (request.isSeen) await nextTurn()
    const changed = request.rewritten()
    return { ...(changed ? { object: changed } : {}), warnings: request.warnings.splice(0) }
  }

  async validate({ passage: id, object }: Validate): Promise<Replies['validate']> {
    const { request, passage } = this.#passages.get(id) ?? {}
    if (!request || !passage) return { warnings: [] }
    request.renew(object)
    await passage.validate()
    return { warnings: request.warnings.splice(0) }
  }

  settle(id: number, settlement: Settlement): void {
    this.#passages.get(id)?.passage.settle(settlement)
    this.#passages.delete(id)
  }

  /** The thread is gone, and what it worked at with it. */
  close(): void {
    for (const id of [...this.#passages.keys()]) this.settle(id, 'refused')
  }
}

/** Parses its objects when somebody looks at them. */
class LazyRequest implements AdmissionRequest {
  readonly operation: AdmissionRequest['operation']
  readonly group: string
  readonly version: string
  readonly askedGroup: string
  readonly askedVersion: string
  readonly plural: string
  readonly kind: string
  readonly subresource: string
  readonly namespace: string
  readonly name: string
  readonly user: AdmissionRequest['user']
  readonly dryRun: boolean
  readonly options: AdmissionRequest['options']
  readonly generatesName: AdmissionRequest['generatesName']
  readonly timeoutMs: AdmissionRequest['timeoutMs']
  readonly warnings: string[] = []
  readonly warn = (message: string): void => void this.warnings.push(message)
  #bytes: Uint8Array
  #object: KubeObject | undefined
  readonly #oldBytes: Uint8Array | undefined
  readonly #isTooLarge: boolean
  #old: KubeObject | undefined

  constructor(head: Mutate['head'], { object, old, isTooLarge }: Pick<Mutate, 'object' | 'old' | 'isTooLarge'>) {
    this.operation = head.operation
    this.group = head.group
    this.version = head.version
    this.askedGroup = head.askedGroup
    this.askedVersion = head.askedVersion
    this.plural = head.plural
    this.kind = head.kind
    this.subresource = head.subresource
    this.namespace = head.namespace
    this.name = head.name
    this.user = head.user
    this.dryRun = head.dryRun
    this.options = head.options
    this.generatesName = head.generatesName
    this.timeoutMs = head.timeoutMs
    this.#bytes = object
    this.#oldBytes = old
    this.#isTooLarge = isTooLarge
  }

  /** Throws 413 for what would be refused in the end. */
  get object(): KubeObject {
    if (!this.#object && this.#isTooLarge) throw objectTooLarge(this.#bytes.byteLength)
    this.#object ??= parsed(this.#bytes)
    return this.#object
  }

  get oldObject(): KubeObject | undefined {
    this.#old ??= this.#oldBytes && parsed(this.#oldBytes)
    return this.#old
  }

  /** A plugin has looked at the object. */
  get isSeen(): boolean {
    return this.#object !== undefined
  }

  /** The object as plugins have left it; undefined when none has looked at it. */
  rewritten(): Uint8Array | undefined {
    if (!this.#object) return undefined
    this.#bytes = Buffer.from(writeJson(this.#object))
    return this.#bytes
  }

  /** It is in another state now. */
  renew(bytes: Uint8Array): void {
    if (Buffer.compare(bytes, this.#bytes) === 0) return
    this.#bytes = bytes
    this.#object = undefined
  }
}

const parsed = (bytes: Uint8Array): KubeObject =>
  readJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as KubeObject
