/** Makes a document resource by resource: with thousands of them the whole takes seconds, and nobody else is to wait for it. */
import type { ServedResource } from '../groups.js'
import type { Components } from './components.js'
import { type Described, describe } from './describe.js'
import { type Doorway, listingOf } from './doorways.js'
import { operationsOf } from './operations.js'
import { Slab } from './slab.js'
import type { OpenApiOptions } from './v3.js'

/** How a document's parts are written. */
export interface PartWriter {
  path(path: string, item: Readonly<Record<string, object>>): Uint8Array
  component(name: string, schema: Readonly<Record<string, unknown>>): Uint8Array
  /** The document around its parts, in pieces that share their memory with the parts. */
  whole(paths: readonly Uint8Array[], components: readonly Uint8Array[]): readonly Uint8Array[]
}

/** The document's bytes in pieces, when the generator has come to its end; each step is one resource. Cost: a few ms a step, nothing between steps. */
export type Assembly = Generator<undefined, readonly Uint8Array[]>

export function* assemble(
  { definitions }: OpenApiOptions,
  of: { readonly resources: readonly ServedResource[]; readonly doorways: readonly Doorway[] },
  by: {
    readonly components: Components
    readonly operation: (described: Described) => object
    readonly doorway: (doorway: Doorway, answer: object) => object
    readonly writer: PartWriter
  },
): Assembly {
  const { components, operation: written, doorway: writtenDoorway, writer } = by
  const slab = new Slab()
  const paths: Uint8Array[] = []
  const found: (readonly [name: string, bytes: Uint8Array])[] = []
  const begin = (doorway: Doorway) => {
    const gvk = doorway.kind && { group: '', kind: doorway.kind, version: 'v1' }
    const answer = doorway.type ? components.refer(doorway.type, gvk || undefined) : { type: 'string' }
    return { get: writtenDoorway(doorway, answer) }
  }
  const keepComponents = () => {
    for (const [name, schema] of components.drain()) found.push([name, slab.keep(writer.component(name, schema))])
  }
  for (const doorway of of.doorways) paths.push(slab.keep(writer.path(doorway.path, begin(doorway))))
  keepComponents()
  let home = ''
  for (const resource of of.resources) {
    const items: Record<string, Record<string, object>> = {}
    const listing = listingOf(resource)
    if (listing && listing.path !== home) items[(home = listing.path)] = begin(listing)
    for (const operation of operationsOf(resource)) {
      const described = describe(operation, components, definitions)
      items[operation.path] = { ...items[operation.path], [operation.method]: written(described) }
    }
    for (const path in items) paths.push(slab.keep(writer.path(path, items[path]!)))
    keepComponents()
    yield
  }
  found.sort(([a], [b]) => (a < b ? -1 : 1))
  return writer.whole(
    paths,
    found.map(([, bytes]) => bytes),
  )
}
