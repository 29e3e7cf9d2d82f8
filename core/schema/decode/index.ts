/** Decoding of JSON bodies by type. */
export { type Decoded, decodeConfiguration, decodeObject, decodeShape, whyUnfit } from './decode.js'
