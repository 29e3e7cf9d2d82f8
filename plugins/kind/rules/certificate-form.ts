/** Whether bytes have the form of a certificate request (PKCS #10, RFC 2986) or hold certificates. Who signed them is not looked at. */
import { X509Certificate } from 'node:crypto'
import { der } from '../../../core/kit/index.js'

const tag = { integer: 0x02, bitString: 0x03, sequence: 0x30, set: 0x31, attributes: 0xa0 } as const

/** What is wrong with the PEM of a request, in a sentence; undefined: nothing. */
export function requestProblem(pem: string): string | undefined {
  const block = firstBlock(pem)
  if (block?.label !== 'CERTIFICATE REQUEST') return 'must be PEM, its first block of type CERTIFICATE REQUEST'
  try {
    return isRequest(block.bytes) ? undefined : 'the request is not of the form of PKCS #10'
  } catch {
    return 'the request is not DER as a whole'
  }
}

/** Of a chain of certificates. */
export function certificatesProblem(pem: string): string | undefined {
  const blocks = [...pem.matchAll(anyBlock)].map(([, label = '', body = '']) => ({ label, body }))
  if (!blocks.length) return 'must be PEM with one block of type CERTIFICATE at least'
  for (const { label, body } of blocks) {
    if (label !== 'CERTIFICATE') return 'must be PEM with blocks of type CERTIFICATE alone'
    if (body.includes(':')) return 'its blocks must have no headers'
    if (!isCertificate(body)) return 'holds a block that is no certificate'
  }
  return undefined
}

/** Whether one block at least is a certificate, beside whatever else (as Go's pools take them). Cost: linear, and at most 50 blocks are read closely. */
export function holdsCertificate(pem: string): boolean {
  let read = 0
  for (const [, label, body = ''] of pem.matchAll(anyBlock)) {
    if (label !== 'CERTIFICATE' || body.includes(':')) continue
    if (isCertificate(body)) return true
    if (++read === 50) return false
  }
  return false
}

function isCertificate(base64: string): boolean {
  try {
    new X509Certificate(Buffer.from(base64, 'base64'))
    return true
  } catch {
    return false
  }
}

/** Each part ends at a character that the one before can not hold: spaces up to the line's end alone, or a body of empty lines would be read a square of its length. */
const anyBlock = /-----BEGIN ([^\n-]+)-----[ \t\r]*\n([^-]*)-----END \1-----/g

function firstBlock(pem: string): { readonly label: string; readonly bytes: Buffer } | undefined {
  const [, label, body] = new RegExp(anyBlock.source).exec(pem) ?? []
  return label === undefined || body === undefined ? undefined : { label, bytes: Buffer.from(body, 'base64') }
}

/** Throws where lengths lead beyond the bytes. */
function isRequest(bytes: Buffer): boolean {
  const [whole, ...trailing] = der.elementsIn(bytes)
  if (trailing.length || whole?.tag !== tag.sequence) return false
  const [info, algorithm, signature] = der.elementsIn(whole.contents)
  if (info?.tag !== tag.sequence || algorithm?.tag !== tag.sequence || signature?.tag !== tag.bitString) return false
  const [version, subject, key, attributes] = der.elementsIn(info.contents)
  if (version?.tag !== tag.integer || key?.tag !== tag.sequence || attributes?.tag !== tag.attributes) return false
  const [keyAlgorithm, bits] = der.elementsIn(key.contents)
  return (
    subject?.tag === tag.sequence &&
    isName(subject.contents) &&
    keyAlgorithm?.tag === tag.sequence &&
    bits?.tag === tag.bitString
  )
}

/** A sequence of sets of pairs. */
const isName = (name: Buffer): boolean =>
  der
    .elementsIn(name)
    .every(
      ({ tag: kind, contents }) =>
        kind === tag.set && der.elementsIn(contents).every((pair) => der.elementsIn(pair.contents).length === 2),
    )
