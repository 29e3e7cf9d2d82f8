/** OpenAPI documents, made from definitions when they are asked for. */
export { openapiV2 } from './v2.js'
export { type OpenApiOptions, openapiV3, openapiV3Bytes, openapiV3Hash, openapiV3Index } from './v3.js'
export { encodeOpenapiV2, openapiV2Protobuf } from './v2-protobuf.js'
