/** Protobuf both ways, by the numbers that definitions carry. */
export { decodeProtobuf, protobufType, type TypeOf } from './decode-envelope.js'
export { encodeListEnds, encodeListItem, encodeProtobuf, encodeWatchFrame, listNumbers } from './encode-envelope.js'
