/** Admission as the thread for heavy writes sees it: the chain runs in the API's thread, which is sent the object as JSON and parses it only where a plugin looks at it. */
import type { AdmissionChain, AdmissionRequest, Passage, Settlement } from '../../admission/index.js'
import { readJson, writeJson } from '../../kit/index.js'
import type { KubeObject } from '../../meta/index.js'
import { mostObjectBytes } from '../../registry/index.js'
import type { Asking } from './asking.js'
import { handedOver } from './messages.js'

export function farAdmission(asking: Asking): AdmissionChain {
  let last = 0
  return { begin: (request) => new FarPassage(request, ++last, asking) }
}

class FarPassage implements Passage {
  readonly #request: AdmissionRequest
  readonly #id: number
  readonly #asking: Asking
  #begun = false
  /** Nothing can be known before the chain has been asked. */
  readonly mutates = true

  constructor(request: AdmissionRequest, id: number, asking: Asking) {
    this.#request = request
    this.#id = id
    this.#asking = asking
  }

  async mutate(): Promise<void> {
    const { object, oldObject, warn, ...head } = this.#request
    const [bytes, old] = [encoded(object!), oldObject && encoded(oldObject)]
    this.#begun = true
    const hand = [bytes.buffer, ...(old ? [old.buffer] : [])]
    const isTooLarge = bytes.byteLength > mostObjectBytes && encoded(unrecorded(object!)).byteLength > mostObjectBytes
    const question = { ask: 'mutate', passage: this.#id, head, object: bytes, old, isTooLarge } as const
    const { object: changed, warnings } = await this.#asking.ask(question, hand)
    for (const warning of warnings) warn(warning)
    if (changed) putOver(object!, readJson(Buffer.from(changed).toString()) as KubeObject)
  }

  async validate(): Promise<void> {
    const { object, warn } = this.#request
    const bytes = encoded(object!)
    const question = { ask: 'validate', passage: this.#id, object: bytes } as const
    const { warnings } = await this.#asking.ask(question, [bytes.buffer])
    for (const warning of warnings) warn(warning)
  }

  settle(settlement: Settlement): void {
    if (!this.#begun) return
    this.#begun = false
    void this.#asking.ask({ ask: 'settle', passage: this.#id, settlement })
  }
}

const encoded = (object: KubeObject) => handedOver(Buffer.from(writeJson(object)))

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
