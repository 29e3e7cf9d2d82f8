/** Passages through admission that the thread for heavy writes has begun. */
import type { AdmissionChain, AdmissionRequest, Passage, Settlement } from '../../admission/index.js'
import { cutJson, type JsonPart, joinJson, joinJsonNow } from '../../kit/index.js'
import type { KubeObject } from '../../meta/index.js'
import { objectTooLarge } from '../../registry/index.js'
import type { Question, Replies } from './messages.js'

type Mutate = Extract<Question, { readonly ask: 'mutate' }>
type Validate = Extract<Question, { readonly ask: 'validate' }>

export class NearAdmission {
  readonly #chain: AdmissionChain
  /** Those that are not settled; undefined: no plugin cares. */
  readonly #passages = new Map<number, { readonly request: LateRequest; readonly passage: Passage }>()

  constructor(chain: AdmissionChain) {
    this.#chain = chain
  }

  /** Whether a plugin cares for such a request, or would have to see its objects to know. */
  concerns(head: Mutate['head']): boolean {
    try {
      const passage = this.#chain.begin(new LateRequest(head, 'unsent'))
      passage?.settle('refused')
      return passage !== undefined
    } catch (error) {
      if (error instanceof Unsent) return true
      throw error
    }
  }

  async mutate({ passage: id, head, object, old, isTooLarge }: Mutate): Promise<Replies['mutate']> {
    const request = new LateRequest(head, { object, old })
    const passage = this.#chain.begin(request)
    if (!passage) return { warnings: request.warnings }
    if (isTooLarge && object) throw objectTooLarge(object.reduce((bytes, { json }) => bytes + json.byteLength, 0))
    this.#passages.set(id, { request, passage })
    await request.join()
    await passage.mutate()
    const changed = request.object && { object: await cutJson(request.object) }
    return { ...changed, warnings: request.warnings.splice(0) }
  }

  async validate({ passage: id, object }: Validate): Promise<Replies['validate']> {
    const { request, passage } = this.#passages.get(id) ?? {}
    if (!request || !passage) return { warnings: [] }
    if (object) await request.renew(object)
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

class Unsent extends Error {}

/** Its objects are parsed in slices when plugins care for the request; what a plugin must see to know that is parsed at once. */
class LateRequest implements AdmissionRequest {
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
  readonly inner: AdmissionRequest['inner']
  readonly ofCollection: AdmissionRequest['ofCollection']
  readonly empty: AdmissionRequest['empty']
  readonly warnings: string[] = []
  readonly warn = (message: string): void => void this.warnings.push(message)
  readonly #sent: Pick<Mutate, 'object' | 'old'> | 'unsent'
  #object: KubeObject | undefined
  #old: KubeObject | undefined

  constructor(head: Mutate['head'], sent: Pick<Mutate, 'object' | 'old'> | 'unsent') {
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
    this.inner = head.inner
    this.ofCollection = head.ofCollection
    this.empty = head.empty
    this.#sent = sent
  }

  get object(): KubeObject | undefined {
    const { object } = this.#parts()
    this.#object ??= object && (joinJsonNow(object) as KubeObject)
    return this.#object
  }

  get oldObject(): KubeObject | undefined {
    const { old } = this.#parts()
    this.#old ??= old && (joinJsonNow(old) as KubeObject)
    return this.#old
  }

  async join(): Promise<void> {
    const { object, old } = this.#parts()
    if (object) this.#object ??= (await joinJson(object)) as KubeObject
    if (old) this.#old ??= (await joinJson(old)) as KubeObject
  }

  #parts(): Pick<Mutate, 'object' | 'old'> {
    if (this.#sent === 'unsent') throw new Unsent()
    return this.#sent
  }

  /** The object is in another state now. */
  async renew(parts: readonly JsonPart[]): Promise<void> {
    this.#object = (await joinJson(parts)) as KubeObject
  }
}
