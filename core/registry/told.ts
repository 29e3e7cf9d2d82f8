/** The verbs get and list of kinds of which nothing is stored: plugins tell their objects. */
import { notFound } from '../meta/index.js'
import type { Guarded, TellerPlugin } from './contract.js'
import type { Catalog } from './catalog.js'
import { readSelection } from './selection.js'
import type { Answer, Listed, ListOptions, Target } from './verbs.js'

export interface Telling {
  readonly tellers: readonly TellerPlugin[]
  readonly context: { readonly guarded: Guarded; now(): number }
}

export class Tellers {
  readonly #catalog: Catalog
  readonly #telling: Telling | undefined

  constructor(catalog: Catalog, telling: Telling | undefined) {
    this.#catalog = catalog
    this.#telling = telling
  }

  /** Rejects with 404. */
  async get(target: Target): Promise<Answer> {
    const { plural, singular } = target.resource.definition.names
    for (const object of await this.#told(target)) if (object.metadata.name === target.name) return { object }
    throw notFound({ group: target.resource.definition.group, plural: singular || plural }, target.name)
  }

  /** One page, at no revision. Throws 400 for selectors. */
  async list(target: Target, options: ListOptions): Promise<Listed> {
    const selection = readSelection(this.#catalog.shelf(target.resource.definition), target, options)
    const objects = await this.#told({ ...target, name: selection.name })
    const items = objects
      .filter(({ metadata }) => !selection.name || metadata.name === selection.name)
      .filter((object) => !selection.matches || selection.matches(object))
    return { items: items.map((object) => ({ object })), revision: 0 }
  }

  async #told({ resource, name }: Target) {
    const { group, names } = resource.definition
    const teller = this.#telling?.tellers.find((each) => each.group === group && each.plural === names.plural)
    return teller && this.#telling ? teller.tell(this.#telling.context, name) : []
  }
}
