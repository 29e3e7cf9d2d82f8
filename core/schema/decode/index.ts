/** Decoding of JSON bodies by type. */
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
