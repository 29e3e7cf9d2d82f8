/** OpenAPI v2 (Swagger 2.0): everything in one document, for older clients. */
import { servedGroups } from '../groups.js'
import { collectComponents } from './components.js'
import { type Described, describe } from './describe.js'
import { operationsOf, patchTypesOf } from './operations.js'
import { type Parameter, parametersOf } from './parameters.js'
import type { OpenApiOptions } from './v3.js'

/** The document at `/openapi/v2`. Cost: about 100 ms and 2 MB as JSON, not kept. */
export function openapiV2(options: OpenApiOptions): Readonly<Record<string, unknown>> {
  const components = collectComponents(options.types, 'v2')
  const paths: Record<string, Record<string, object>> = {}
  const resources = servedGroups(options.definitions).flatMap((group) =>
    group.versions.flatMap((version) => version.resources),
  )
  for (const operation of resources.flatMap(operationsOf)) {
    const described = describe(operation, components, options.definitions)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: written(described) }
  }
  return {
    swagger: '2.0',
    info: { title: 'Kubernetes', version: options.version },
    paths,
    definitions: components.all(),
    securityDefinitions: {
      BearerToken: { type: 'apiKey', name: 'authorization', in: 'header', description: 'Bearer token' },
    },
    security: [{ BearerToken: [] }],
  }
}

function written(described: Described): object {
  const { operation, body, answer, codes } = described
  const isPatch = operation.action === 'patch'
  return {
    description: described.description,
    consumes: isPatch ? patchTypesOf(operation) : ['*/*'],
    produces: ['application/json', 'application/yaml'],
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

function parameter({ name, in: place, type, required, description }: Parameter): object {
  return { name, in: place, description, type, uniqueItems: true, ...(required ? { required } : {}) }
}
