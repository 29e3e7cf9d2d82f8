/** OpenAPI v2 (Swagger 2.0): everything in one document, for older clients. */
import { builtInVersions, servedGroups } from '../groups.js'
import { type Assembly, assemble, type PartWriter } from './assemble.js'
import { collectComponents } from './components.js'
import type { Described } from './describe.js'
import { type Doorway, doorways } from './doorways.js'
import { jsonParts } from './json-parts.js'
import { answerTypesOf, bodyTypesOf } from './operations.js'
import { type Parameter, parametersOf } from './parameters.js'
import { withSwaggers } from './remote-v2.js'
import { protobufParts } from './v2-protobuf.js'
import type { OpenApiOptions } from './v3.js'

/** The document at `/openapi/v2`, as JSON. Cost: about 100 ms and 2 MB, and a few ms for each of people's own kinds. */
export function openapiV2(options: OpenApiOptions): Assembly {
  const head = `{"swagger":"2.0","info":${JSON.stringify({ title, version: options.version })},"paths":{`
  return assembleV2(options, jsonParts({ head, between: '},"definitions":{', tail: `},${security}}` }))
}

/** The same in protobuf. */
export function openapiV2InProtobuf(options: OpenApiOptions): Assembly {
  return assembleV2(options, protobufParts({ title, version: options.version }))
}

const title = 'Kubernetes'
const bearer = { type: 'apiKey', name: 'authorization', in: 'header', description: 'Bearer token' }
const security = JSON.stringify({
  securityDefinitions: { BearerToken: bearer },
  security: [{ BearerToken: [] }],
}).slice(1, -1)

function assembleV2(options: OpenApiOptions, writer: PartWriter): Assembly {
  const groups = servedGroups(options.definitions)
  const resources = groups.flatMap((group) => group.versions.flatMap((version) => version.resources))
  return assemble(
    options,
    { resources, doorways: [...doorways(options.definitions).values()] },
    {
      components: collectComponents(options.types, 'v2', { everywhere: builtInVersions(options.definitions) }),
      operation: written,
      doorway: told,
      writer: options.swaggers?.length ? withSwaggers(writer, options.swaggers) : writer,
    },
  )
}

function written(described: Described): object {
  const { operation, body, answer, codes } = described
  return {
    description: described.description,
    consumes: bodyTypesOf(operation),
    produces: answerTypesOf(operation),
    schemes: ['https'],
    tags: [described.tag],
    operationId: operation.id,
    parameters: [
      ...parametersOf(operation).map(parameter),
      ...(body
        ? [
            {
              name: 'body',
              in: 'body',
              ...(operation.action.startsWith('delete') ? {} : { required: true }),
              schema: body,
            },
          ]
        : []),
    ],
    responses: Object.fromEntries(
      codes.map(([code, text]) => [
        code,
        { description: text, ...(code === 401 || !answer ? {} : { schema: answer }) },
      ]),
    ),
    'x-kubernetes-action': operation.action,
    'x-kubernetes-group-version-kind': described.gvk,
  }
}

function told({ id, tag, types, type, description }: Doorway, answer: object): object {
  const responses = { 200: { description: 'OK', schema: answer }, 401: { description: 'Unauthorized' } }
  const consumes = type ? { consumes: types } : {}
  return { description, ...consumes, produces: types, schemes: ['https'], tags: [tag], operationId: id, responses }
}

function parameter({ name, in: place, type, required, description }: Parameter): object {
  return { name, in: place, description, type, uniqueItems: true, ...(required ? { required } : {}) }
}
