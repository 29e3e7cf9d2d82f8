/** OpenAPI v3: one document for each group and version. */
import { createHash } from 'node:crypto'
import type { Definition, TypeSource } from '../../schema/index.js'
import type { RemoteSwagger } from './remote-v2.js'
import { builtInVersions, type ServedResource, servedGroups } from '../groups.js'
import { type Assembly, assemble } from './assemble.js'
import { collectComponents } from './components.js'
import type { Described } from './describe.js'
import { type Doorway, doorways } from './doorways.js'
import { jsonParts } from './json-parts.js'
import { answerTypesOf, type Operation, bodyTypesOf } from './operations.js'
import { type Parameter, parametersOf } from './parameters.js'
import { TextPieces } from './text-pieces.js'
import { v3ProtobufParts } from './v3-protobuf.js'

export interface OpenApiOptions {
  readonly definitions: readonly Definition[]
  readonly types: TypeSource
  /** `v1.36.0`. */
  readonly version: string
  /** Group-versions that other servers answer, with the path and query of their documents there; the same array until they change. */
  readonly remotes?: readonly RemoteDocument[]
  /** For v2: what those servers say of them; the same array until it changes. */
  readonly swaggers?: readonly RemoteSwagger[]
}

export interface RemoteDocument {
  readonly group: string
  readonly version: string
  readonly openapi: string | undefined
}

/** `apis/apps/v1` and `api/v1`: how paths of documents and the index name a group and version; `api`, `apis`, `apis/apps` and `version` are where clients begin. */
type DocumentPath = string

/** The document at `/openapi/v3`: where each document is, with a hash that changes when the document does. Cheap: no document is built. */
export function openapiV3Index(options: OpenApiOptions): { readonly paths: Readonly<Record<string, object>> } {
  const entries = documents(options.definitions).map((found) => {
    const { path } = found
    return [path, { serverRelativeURL: `/openapi/v3/${path}?hash=${hashOf(options.version, found)}` }]
  })
  const others = (options.remotes ?? []).flatMap(({ group, version, openapi }) =>
    openapi ? [[`apis/${group}/${version}`, { serverRelativeURL: openapi }]] : [],
  )
  return { paths: Object.fromEntries([...entries, ...others]) }
}

/** The hash in a document's address; undefined when there is no such document. */
export function openapiV3Hash(options: OpenApiOptions, path: DocumentPath): string | undefined {
  const found = documents(options.definitions).find((each) => each.path === path)
  return found && hashOf(options.version, found)
}

/** A document as JSON; undefined when there is none. Cost: up to 30 ms (the core group), and about 0.7 ms for each of people's own kinds. */
export function openapiV3(options: OpenApiOptions, path: DocumentPath): Assembly | undefined {
  const found = documents(options.definitions).find((each) => each.path === path)
  if (!found) return undefined
  const pieces = new TextPieces()
  const head = `{"openapi":"3.0.0","info":${JSON.stringify({ title: 'Kubernetes', version: options.version })},"paths":{`
  const frame = { head, between: '},"components":{"schemas":{', tail: `},${security}}}` }
  return assemble(options, found, {
    components: collectComponents(options.types, 'v3', { pieces, everywhere: homesOf(found.resources, options) }),
    operation: written,
    doorway: told,
    writer: jsonParts(frame, pieces),
  })
}

/** The same in protobuf. */
export function openapiV3InProtobuf(options: OpenApiOptions, path: DocumentPath): Assembly | undefined {
  const found = documents(options.definitions).find((each) => each.path === path)
  if (!found) return undefined
  return assemble(options, found, {
    components: collectComponents(options.types, 'v3', { everywhere: homesOf(found.resources, options) }),
    operation: written,
    doorway: told,
    writer: v3ProtobufParts({
      title: 'Kubernetes',
      version: options.version,
      securitySchemes: { BearerToken: bearer },
    }),
  })
}

const core = { group: '', version: 'v1' }

/** In a document of built-in kinds those of the core group and its own; in one of people's own all that are built in. */
function homesOf(resources: readonly ServedResource[], { definitions }: OpenApiOptions) {
  const first = resources[0]
  if (!first?.definition.builtIn) return builtInVersions(definitions)
  const { group } = first.definition
  return group === '' ? [core] : [core, { group, version: first.version.name }]
}

const bearer = { type: 'apiKey', name: 'authorization', in: 'header', description: 'Bearer token' }
const security = `"securitySchemes":${JSON.stringify({ BearerToken: bearer })}`

interface Document {
  readonly path: string
  readonly resources: readonly ServedResource[]
  readonly doorways: readonly Doorway[]
}

function documents(definitions: readonly Definition[]): Document[] {
  const ofVersions = servedGroups(definitions).flatMap((group) =>
    group.versions.map(({ name, resources }) => ({
      path: group.name ? `apis/${group.name}/${name}` : `api/${name}`,
      resources,
      doorways: [],
    })),
  )
  const others = [...doorways(definitions)].map(([path, doorway]) => ({ path, resources: [], doorways: [doorway] }))
  return [...others, ...ofVersions]
}

function hashOf(version: string, { path, resources }: Document): string {
  const hash = createHash('sha256').update(version)
  if (resources.length === 0) hash.update(path)
  for (const { definition, version: served } of resources) {
    hash.update(JSON.stringify([definition.names, definition.namespaced, served.name, served.stamp, served.verbs]))
    hash.update(JSON.stringify(served.subresources))
  }
  return hash.digest('hex').toUpperCase()
}

function written(described: Described): object {
  const { operation, body, answer, codes } = described
  return {
    tags: [described.tag],
    description: described.description,
    operationId: operation.id,
    parameters: parametersOf(operation).map(parameter),
    ...(body
      ? {
          requestBody: {
            content: contentOf(operation, body),
            ...(operation.action.startsWith('delete') ? {} : { required: true }),
          },
        }
      : {}),
    responses: Object.fromEntries(
      codes.map(([code, text]) => [code, response(text, code === 401 ? undefined : answer, operation)]),
    ),
    'x-kubernetes-action': operation.action,
    'x-kubernetes-group-version-kind': described.gvk,
  }
}

function told({ id, tag, types, description }: Doorway, answer: object): object {
  const content = Object.fromEntries(types.map((type) => [type, { schema: answer }]))
  const responses = { 200: { description: 'OK', content }, 401: { description: 'Unauthorized' } }
  return { tags: [tag], description, operationId: id, responses }
}

function parameter({ name, in: place, type, required, description }: Parameter): object {
  const isUnique = { schema: { type, uniqueItems: true } }
  return { name, in: place, description, ...(required ? { required } : {}), ...isUnique }
}

function contentOf(operation: Operation, schema: object): object {
  return Object.fromEntries(bodyTypesOf(operation).map((type) => [type, { schema }]))
}

function response(description: string, schema: object | undefined, operation: Operation): object {
  if (!schema) return { description }
  return { description, content: Object.fromEntries(answerTypesOf(operation).map((type) => [type, { schema }])) }
}
