/** Protobuf that is read without knowing its messages. */
import { load } from 'js-yaml'

export const protobuf = 'application/vnd.kubernetes.protobuf'
const varied = /^(\d+|kube-api-access-\w{5})$/

/** Any protobuf as JSON: { number: [values] }; what can't be told from text is text. */
export function wire(bytes) {
  const found = {}
  let at = 0
  const varint = () => {
    let [value, shift] = [0n, 0n]
    for (;;) {
      if (at >= bytes.length) throw new Error('cut')
      const byte = bytes[at++]
      value |= BigInt(byte & 127) << shift
      shift += 7n
      if (byte < 128) return value
      if (shift > 70n) throw new Error('long')
    }
  }
  while (at < bytes.length) {
    const tag = Number(varint())
    const [number, type] = [tag >> 3, tag & 7]
    if (number === 0) throw new Error('no field')
    let value
    if (type === 0) {
      value = varint()
      value = value > 1_700_000_000n && value < 2_000_000_000n ? 'TIME' : String(value)
    } else if (type === 2) {
      const length = Number(varint())
      if (at + length > bytes.length) throw new Error('cut')
      value = inner(bytes.subarray(at, (at += length)))
    } else throw new Error('type')
    // Upstream writes zeros of what is no pointer, Operon leaves them out: nobody can tell who decodes.
    if (!isNothing(value)) (found[number] ??= []).push(value)
  }
  // Entries of maps stand in any order.
  for (const list of Object.values(found))
    if (list.every(isEntry)) list.sort((a, b) => (a[1]?.[0] < b[1]?.[0] ? -1 : 1))
  return found
}

const isNothing = (value) =>
  value === '' || value === '0' || (typeof value === 'object' && Object.keys(value).length === 0)
const isEntry = (value) => typeof value === 'object' && Object.keys(value).every((key) => key === '1' || key === '2')

function inner(bytes) {
  if (bytes.subarray(0, 4).toString('latin1') === 'k8s\0') return wire(bytes.subarray(4))
  const text = bytes.toString('utf8')
  // Whole sets of managed fields hold times of their own.
  if (/^[\x20-\x7e]*$/.test(text)) return varied.test(text) ? 'DRAWN' : text
  try {
    return wire(bytes)
  } catch {
    return text
  }
}

/** An answer with its protobuf or YAML as JSON, a watch's frames one by one. */
export function read(answer) {
  const type = answer.headers['content-type'] ?? ''
  if (type === 'application/yaml') return { ...answer, json: load(answer.text) ?? undefined }
  if (!type.startsWith(protobuf)) return answer
  const { bytes } = answer
  try {
    if (!type.includes('stream=watch')) return { ...answer, json: wire(bytes.subarray(4)) }
    const frames = []
    for (let at = 0; at + 4 <= bytes.length; ) {
      const length = bytes.readUInt32BE(at)
      frames.push(wire(bytes.subarray(at + 4, (at += 4 + length))))
    }
    return { ...answer, json: frames }
  } catch {
    return answer
  }
}
