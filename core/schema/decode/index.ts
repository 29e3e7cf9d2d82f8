/** Decoding of JSON bodies by type. */
export {
  type Decoded,
  decodeConfiguration,
  decodeNamed,
  decodeObject,
  decodeShape,
  isUnfit,
  whyUnfit,
} from './decode.js'
