/** A certificate from a verified request: what it says of itself, for the usages that its object names. */
import { createHash, createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto'
import { der } from '../../core/kit/index.js'
import type { Request } from './request.js'

const { bitString, boolean, elementsIn, explicit, implicit, integer, objectIdentifier, octetString, sequence, time } =
  der

/** PEM of the authority that signs. */
export interface SigningAuthority {
  readonly certificate: string
  readonly key: string
}

export interface Wanted {
  readonly usages: readonly string[]
  readonly notBeforeMs: number
  readonly notAfterMs: number
  /** Unguessable; the first byte below 0x80. */
  readonly serial: Uint8Array
}

const ecdsaWithSha256 = objectIdentifier('1.2.840.10045.4.3.2')
const rsaWithSha256 = objectIdentifier('1.2.840.113549.1.1.11')

/** PEM. Never outlives the authority. */
export function signRequest(request: Request, wanted: Wanted, authority: SigningAuthority): string {
  const issuer = new X509Certificate(authority.certificate)
  const key = createPrivateKey(authority.key)
  const isRsa = key.asymmetricKeyType === 'rsa'
  const algorithm = isRsa ? sequence(rsaWithSha256, Buffer.from([5, 0])) : sequence(ecdsaWithSha256)
  const notAfterMs = Math.min(wanted.notAfterMs, Date.parse(issuer.validTo))
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(wanted.serial),
    algorithm,
    subjectOf(issuer),
    sequence(time(wanted.notBeforeMs), time(notAfterMs)),
    request.subject,
    request.publicKey,
    explicit(3, sequence(...extensionsOf(request, wanted.usages, issuer.publicKey))),
  )
  const signature = sign('sha256', body, key)
  const lines =
    sequence(body, algorithm, bitString(signature))
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

/** As it is encoded there. */
function subjectOf(certificate: X509Certificate): Buffer {
  const [whole] = elementsIn(certificate.raw)
  const parts = elementsIn(elementsIn(whole!.contents)[0]!.contents)
  return parts[parts[0]!.tag === 0xa0 ? 5 : 4]!.whole
}

/** Bits of keyUsage, from the first on. */
const keyUsages = [
  'digital signature',
  'content commitment',
  'key encipherment',
  'data encipherment',
  'key agreement',
  'cert sign',
  'crl sign',
  'encipher only',
  'decipher only',
]
/** Other words for the first of them. */
const sameUsage: Readonly<Record<string, string>> = { signing: 'digital signature' }

const extendedUsages: Readonly<Record<string, string>> = {
  any: '2.5.29.37.0',
  'server auth': '1.3.6.1.5.5.7.3.1',
  'client auth': '1.3.6.1.5.5.7.3.2',
  'code signing': '1.3.6.1.5.5.7.3.3',
  'email protection': '1.3.6.1.5.5.7.3.4',
  's/mime': '1.3.6.1.5.5.7.3.4',
  'ipsec end system': '1.3.6.1.5.5.7.3.5',
  'ipsec tunnel': '1.3.6.1.5.5.7.3.6',
  'ipsec user': '1.3.6.1.5.5.7.3.7',
  timestamping: '1.3.6.1.5.5.7.3.8',
  'ocsp signing': '1.3.6.1.5.5.7.3.9',
  'microsoft sgc': '1.3.6.1.4.1.311.10.3.3',
  'netscape sgc': '2.16.840.1.113730.4.1',
}

function extensionsOf(request: Request, usages: readonly string[], issuerKey: KeyObject): Buffer[] {
  const critical = (type: string, value: Buffer) => sequence(objectIdentifier(type), boolean(true), octetString(value))
  const plain = (type: string, value: Buffer) => sequence(objectIdentifier(type), octetString(value))
  const bits = usages.map((each) => keyUsages.indexOf(sameUsage[each] ?? each)).filter((bit) => bit >= 0)
  const extended = [...new Set(usages.flatMap((each) => extendedUsages[each] ?? []))]
  return [
    ...(bits.length ? [critical('2.5.29.15', usageBits(bits))] : []),
    ...(extended.length ? [plain('2.5.29.37', sequence(...extended.map(objectIdentifier)))] : []),
    critical('2.5.29.19', sequence()),
    plain('2.5.29.35', sequence(implicit(0, keyIdentifier(issuerKey)))),
    ...(request.alternativeNames ? [plain('2.5.29.17', request.alternativeNames)] : []),
  ]
}

function usageBits(bits: readonly number[]): Buffer {
  const last = Math.max(...bits)
  const bytes = Buffer.alloc((last >> 3) + 1)
  for (const bit of bits) bytes[bit >> 3]! |= 0x80 >> (bit & 7)
  return bitString(bytes, 7 - (last & 7))
}

/** RFC 5280's first method: SHA-1 of the key's bits. */
function keyIdentifier(key: KeyObject): Buffer {
  const [whole] = elementsIn(key.export({ type: 'spki', format: 'der' }))
  const [, bits] = elementsIn(whole!.contents)
  return createHash('sha1').update(bits!.contents.subarray(1)).digest()
}
