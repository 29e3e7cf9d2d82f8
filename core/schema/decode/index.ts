/** Decoding of JSON bodies by type. */
export { type Decoded, decodeConfiguration, decodeNamed, decodeObject, decodeShape, whyUnfit } from './decode.js'
