/** Makes a document resource by resource: with thousands of them the whole takes seconds, and nobody else is to wait for it. */
import type { ServedResource } from '../groups.js'
import { type Components, metaType } from './components.js'
import { type Described, describe, tagOf } from './describe.js'
import { idOf, operationsOf } from './operations.js'
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
  resources: readonly ServedResource[],
  by: {
    readonly components: Components
    readonly operation: (described: Described) => object
    readonly discovery: (listing: Listing) => object
    readonly writer: PartWriter
  },
): Assembly {
  const { components, operation: written, discovery, writer } = by
  const slab = new Slab()
  const paths: Uint8Array[] = []
  const found: (readonly [name: string, bytes: Uint8Array])[] = []
  let home = ''
  for (const resource of resources) {
    const items: Record<string, Record<string, object>> = {}
    const listing = listingOf(resource, components)
    if (listing && listing.path !== home) items[(home = listing.path)] = { get: discovery(listing) }
    for (const operation of operationsOf(resource)) {
      const described = describe(operation, components, definitions)
      items[operation.path] = { ...items[operation.path], [operation.method]: written(described) }
    }
    for (const path in items) paths.push(slab.keep(writer.path(path, items[path]!)))
    for (const [name, schema] of components.drain()) found.push([name, slab.keep(writer.component(name, schema))])
    yield
  }
  found.sort(([a], [b]) => (a < b ? -1 : 1))
  return writer.whole(
    paths,
    found.map(([, bytes]) => bytes),
  )
}

/** What a built-in group-version has, told below its own address. */
export interface Listing {
  readonly path: string
  readonly id: string
  readonly tag: string
  readonly answer: object
}

export const listingWords = 'Tells what there is in this version of the group.'

function listingOf(resource: ServedResource, components: Components): Listing | undefined {
  const { definition, version } = resource
  if (!definition.builtIn) return undefined
  const { group } = definition
  const path = group ? `/apis/${group}/${version.name}/` : `/api/${version.name}/`
  const gvk = { group: '', kind: 'APIResourceList', version: 'v1' }
  const answer = components.refer(metaType('APIResourceList'), gvk)
  return { path, id: idOf(resource, ['get', 'APIResources']), tag: tagOf(resource), answer }
}

/** Runs an assembly to its end at once, into one array. */
export function assembledAtOnce(assembly: Assembly): Uint8Array {
  for (;;) {
    const step = assembly.next()
    if (step.done) return Buffer.concat(step.value)
  }
}
