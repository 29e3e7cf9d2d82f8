/** OpenAPI documents, made from definitions when they are asked for. */
export type { Assembly } from './assemble.js'
export type { RemoteSwagger } from './remote-v2.js'
export { openapiV2, openapiV2InProtobuf } from './v2.js'
export { type OpenApiOptions, openapiV3, openapiV3Hash, openapiV3Index, openapiV3InProtobuf } from './v3.js'
export { openapiV2Protobuf } from './v2-protobuf.js'
export { openapiV3Protobuf } from './v3-protobuf.js'
