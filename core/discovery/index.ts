/** Discovery: what is served, told to clients; OpenAPI. Serving it, and deciding who may see it, do not belong here. */
export { createDiscovery, type Discovery } from './create-discovery.js'
export {
  type Assembly,
  openapiV2Protobuf,
  openapiV2,
  openapiV2InProtobuf,
  openapiV3,
  openapiV3Hash,
  openapiV3Index,
  openapiV3InProtobuf,
  openapiV3Protobuf,
  type OpenApiOptions,
  type RemoteSwagger,
} from './openapi/index.js'
