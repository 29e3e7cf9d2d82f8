/** Decoding of JSON bodies by type. */
export { type Decoded, decodeConfiguration, decodeObject, whyUnfit } from './decode.js'
