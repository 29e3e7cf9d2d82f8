/** A list that is fetched while it is sent: memory holds one piece of it, however long it is. */
import type { MaybePromise } from '../kit/index.js'
import type { Answer, Listed } from '../registry/index.js'
import type { ByteSource } from './contract.js'
import { type ItemForm, ListSource } from './list-source.js'

export interface LongListItems {
  readonly itemsOf: (piece: Listed) => MaybePromise<readonly (Answer | Buffer)[]>
  readonly form?: ItemForm
}

const nothing = Buffer.alloc(0)

export class LongListSource implements ByteSource {
  readonly byteLength = undefined
  readonly #itemsOf: LongListItems['itemsOf']
  readonly #form: ItemForm
  #piece: Listed | undefined
  #source: ListSource

  /** `head` ends with the items' opening bracket; `itemsOf` is asked once for each piece. */
  static async begin(head: string, first: Listed, items: LongListItems): Promise<LongListSource> {
    return new LongListSource(head, first, { ...items, first: await items.itemsOf(first) })
  }

  private constructor(
    head: string,
    first: Listed,
    { itemsOf, form = 'named', first: items }: LongListItems & { readonly first: readonly (Answer | Buffer)[] },
  ) {
    this.#itemsOf = itemsOf
    this.#form = form
    this.#piece = first
    this.#source = new ListSource(head, items, { form, end: nothing })
  }

  read(target: Buffer): number {
    return this.#source.read(target)
  }

  /** Rejects with what keeps the rest of the snapshot from being read. */
  async more(): Promise<boolean> {
    if (!this.#piece) return false
    this.#piece = await this.#piece.rest?.()
    const { items } = this.#piece ?? { items: [] }
    if (!this.#piece) this.#source = new ListSource('', [])
    else
      this.#source = new ListSource(items.length > 0 ? ',' : '', await this.#itemsOf(this.#piece), {
        form: this.#form,
        end: nothing,
      })
    return true
  }
}
