/** Protobuf: bodies that Go clients send, by the numbers that definitions carry. Encoding answers is not here yet. */
export { decodeProtobuf, protobufType, type TypeOf } from './decode-envelope.js'
