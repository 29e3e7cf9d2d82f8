/** A certificate request (PKCS #10, RFC 2986), read and verified. */
import { createPublicKey, verify } from 'node:crypto'
import { der } from '../../core/kit/index.js'

const { elementsIn, objectIdentifier } = der

export interface Request {
  /** As they are encoded in the request. */
  readonly subject: Buffer
  readonly publicKey: Buffer
  /** The extension subjectAltName's value; undefined: it asks for none. */
  readonly alternativeNames: Buffer | undefined
  readonly commonName: string
  readonly organizations: readonly string[]
  /** How many names there are of each sort. */
  readonly names: { readonly dns: number; readonly addresses: number; readonly emails: number; readonly uris: number }
}

const oid = {
  commonName: objectIdentifier('2.5.4.3'),
  organization: objectIdentifier('2.5.4.10'),
  extensionRequest: objectIdentifier('1.2.840.113549.1.9.14'),
  subjectAlternativeName: objectIdentifier('2.5.29.17'),
} as const

/** By object identifier; null: the algorithm has its own. */
const hashes: readonly (readonly [oid: Buffer, hash: string | null])[] = [
  [objectIdentifier('1.2.840.113549.1.1.11'), 'sha256'],
  [objectIdentifier('1.2.840.113549.1.1.12'), 'sha384'],
  [objectIdentifier('1.2.840.113549.1.1.13'), 'sha512'],
  [objectIdentifier('1.2.840.10045.4.3.2'), 'sha256'],
  [objectIdentifier('1.2.840.10045.4.3.3'), 'sha384'],
  [objectIdentifier('1.2.840.10045.4.3.4'), 'sha512'],
  [objectIdentifier('1.3.101.112'), null],
]

/** From PEM. Throws a sentence when it is none, or not signed with its own key. */
export function readRequest(pem: string): Request {
  const body = /-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([^-]+)-----END/.exec(pem)?.[1]
  if (body === undefined) throw new Error('it has no block of type CERTIFICATE REQUEST')
  const [whole] = elementsIn(Buffer.from(body, 'base64'))
  const [info, algorithm, signature] = elementsIn(whole!.contents)
  const [, subject, publicKey, attributes] = elementsIn(info!.contents)
  requireSigned(info!.whole, {
    publicKey: publicKey!.whole,
    algorithm: algorithm!.contents,
    signature: signature!.contents,
  })
  const alternativeNames = alternativeNamesIn(attributes?.contents)
  const sorts = alternativeNames
    ? elementsIn(elementsIn(alternativeNames)[0]!.contents).map(({ tag }) => tag & 0x1f)
    : []
  const count = (sort: number) => sorts.filter((each) => each === sort).length
  return {
    subject: subject!.whole,
    publicKey: publicKey!.whole,
    alternativeNames,
    commonName: valuesOf(subject!.contents, oid.commonName)[0] ?? '',
    organizations: valuesOf(subject!.contents, oid.organization),
    names: { emails: count(1), dns: count(2), uris: count(6), addresses: count(7) },
  }
}

function requireSigned(
  info: Buffer,
  by: { readonly publicKey: Buffer; readonly algorithm: Buffer; readonly signature: Buffer },
): void {
  const [identifier] = elementsIn(by.algorithm)
  const known = hashes.find(([each]) => each.equals(identifier!.whole))
  if (!known) throw new Error('its signature is of a sort that is not known here')
  const key = createPublicKey({ key: by.publicKey, format: 'der', type: 'spki' })
  // The first byte of a bit string says how many bits of the last are unused: none.
  if (!verify(known[1], info, key, by.signature.subarray(1))) throw new Error('it is not signed with its own key')
}

/** Of a Name: a sequence of sets of pairs. */
function valuesOf(name: Buffer, type: Buffer): string[] {
  return elementsIn(name)
    .flatMap(({ contents }) => elementsIn(contents))
    .map(({ contents }) => elementsIn(contents))
    .filter(([identifier]) => identifier?.whole.equals(type))
    .map(([, value]) => value!.contents.toString())
}

function alternativeNamesIn(attributes: Buffer | undefined): Buffer | undefined {
  for (const { contents } of attributes ? elementsIn(attributes) : []) {
    const [identifier, values] = elementsIn(contents)
    if (!identifier?.whole.equals(oid.extensionRequest)) continue
    const [extensions] = elementsIn(values!.contents)
    for (const extension of elementsIn(extensions!.contents)) {
      const parts = elementsIn(extension.contents)
      if (parts[0]?.whole.equals(oid.subjectAlternativeName)) return parts.at(-1)!.contents
    }
  }
  return undefined
}
