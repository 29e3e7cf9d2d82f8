/** Admission as the thread for heavy writes sees it: the chain runs in the API's thread, which is sent the object in parts that are parsed one after the other where a plugin cares for it. */
import type { AdmissionChain, AdmissionRequest, Passage, Settlement } from '../../admission/index.js'
import { cutJson, type JsonPart, joinJson, sameParts, writeJson } from '../../kit/index.js'
import type { KubeObject } from '../../meta/index.js'
import { mostObjectBytes } from '../../registry/index.js'
import type { Asking } from './asking.js'
import { memoryOf } from './messages.js'

export function farAdmission(asking: Asking): AdmissionChain {
  let last = 0
  return { begin: (request) => new FarPassage(request, ++last, asking) }
}

class FarPassage implements Passage {
  readonly #request: AdmissionRequest
  readonly #id: number
  readonly #asking: Asking
  #begun = false
  /** The object as the API's thread knows it. */
  #known: readonly JsonPart[] = []
  /** Nothing can be known before the chain has been asked. */
  readonly mutates = true
  readonly leavesDefaults = true

  constructor(request: AdmissionRequest, id: number, asking: Asking) {
    this.#request = request
    this.#id = id
    this.#asking = asking
  }

  async mutate(): Promise<void> {
    const { object, oldObject, warn, ...head } = this.#request
    if (!(await this.#asking.ask({ ask: 'concerns', head }))) return
    // What is deleted becomes no other object.
    this.#known = object ? await cutJson(object) : []
    const sent = { object: object && copied(this.#known), old: oldObject && (await cutJson(oldObject)) }
    const about = this.#known.reduce((bytes, { json }) => bytes + json.byteLength, 0)
    const isTooLarge = about > mostObjectBytes && bytesOf(unrecorded(object!)) > mostObjectBytes
    this.#begun = true
    const question = { ask: 'mutate', passage: this.#id, head, ...sent, isTooLarge } as const
    const { object: changed, warnings } = await this.#asking.ask(question, memoryOf(sent.object, sent.old))
    for (const warning of warnings) warn(warning)
    if (!object || !changed || sameParts(changed, this.#known)) return
    this.#known = changed
    putOver(object, (await joinJson(changed)) as KubeObject)
  }

  async validate(): Promise<void> {
    if (!this.#begun) return
    const { object, warn } = this.#request
    const parts = object ? await cutJson(object) : []
    const news = sameParts(parts, this.#known) ? {} : { object: parts }
    const question = { ask: 'validate', passage: this.#id, ...news } as const
    const { warnings } = await this.#asking.ask(question, memoryOf(news.object))
    for (const warning of warnings) warn(warning)
  }

  settle(settlement: Settlement): void {
    if (!this.#begun) return
    this.#begun = false
    void this.#asking.ask({ ask: 'settle', passage: this.#id, settlement })
  }
}

const bytesOf = (object: KubeObject): number => Buffer.byteLength(writeJson(object))

const copied = (parts: readonly JsonPart[]): JsonPart[] => parts.map((part) => ({ ...part, json: part.json.slice() }))

/** Without the record of who owns what, which is left out where that alone makes it too large. */
const unrecorded = ({ metadata: { managedFields: _, ...metadata }, ...object }: KubeObject): KubeObject => ({
  ...object,
  metadata,
})

/** Plugins change the object in place; so does this. */
function putOver(object: KubeObject, changed: KubeObject): void {
  for (const member of Object.keys(object)) if (!Object.hasOwn(changed, member)) delete object[member]
  Object.assign(object, changed)
}
