/** Decoding of JSON bodies by type. */
export { carryWritten, fractionAt, noteWritten } from './as-written.js'
export {
  type Decoded,
  decodeConfiguration,
  decodeNamed,
  decodeObject,
  decodeShape,
  statedEmpty,
  isUnfit,
  whyUnfit,
} from './decode.js'
