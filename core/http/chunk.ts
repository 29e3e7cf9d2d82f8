/** HTTP's chunked framing made once for bytes that go to many clients. */
const framed = new WeakMap<Uint8Array, Buffer>()

/** `<length in hex>\r\n<bytes>\r\n`, remembered by the bytes' identity: a watch event is framed once, whoever watches. */
export function chunkOf(bytes: Uint8Array): Buffer {
  let chunk = framed.get(bytes)
  if (!chunk) {
    const size = bytes.byteLength.toString(16)
    chunk = Buffer.allocUnsafe(size.length + bytes.byteLength + 4)
    chunk.write(`${size}\r\n`, 0, 'latin1')
    chunk.set(bytes, size.length + 2)
    chunk.write('\r\n', size.length + 2 + bytes.byteLength, 'latin1')
    framed.set(bytes, chunk)
  }
  return chunk
}
