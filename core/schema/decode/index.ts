/** Decoding of JSON bodies by type. */
export { type Decoded, decodeObject } from './decode.js'
