/** Decoding of JSON bodies by type. */
export { carryWritten, fractionAt, noteWritten } from './as-written.js'
export {
  type Decoded,
  decodeConfiguration,
  decodeNamed,
  decodeObject,
  decodeShape,
  isUnfit,
  statedEmpty,
  whyUnfit,
} from './decode.js'
