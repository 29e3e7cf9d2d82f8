/** Decoding of JSON bodies by type. */
export { type Decoded, decodeObject, whyUnfit } from './decode.js'
