/** X.509 certificates, signed with EC P-256 keys: a self-signed authority, and what it signs. */
import { createHash, createPublicKey, type KeyObject, sign, type X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { der } from '../../kit/index.js'

const {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  objectIdentifier,
  octetString,
  readElement,
  sequence,
  setOf,
  time,
  utf8String,
} = der

export interface CertificateRequest {
  readonly commonName: string
  /** Groups, for Kubernetes. */
  readonly organizations?: readonly string[]
  readonly usage: 'authority' | 'server' | 'client' | 'serverAndClient'
  /** DNS names and addresses. */
  readonly names?: readonly string[]
  readonly notBeforeMs: number
  readonly notAfterMs: number
}

/** Who signs: undefined issuer means self-signed. */
export interface Issuer {
  readonly certificate: X509Certificate
  readonly key: KeyObject
}

const oid = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  subjectKeyIdentifier: '2.5.29.14',
  authorityKeyIdentifier: '2.5.29.35',
  subjectAlternativeName: '2.5.29.17',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
} as const

/** A certificate for `key`'s public half, PEM. `serial`: unguessable bytes, the first below 0x80. */
export function issueCertificate(
  request: CertificateRequest,
  parts: { readonly key: KeyObject; readonly issuer: Issuer | undefined; readonly serial: Uint8Array },
): string {
  const publicKey = createPublicKey(parts.key).export({ type: 'spki', format: 'der' })
  const subject = nameOf(request)
  const issuerKey = parts.issuer
    ? parts.issuer.certificate.publicKey.export({ type: 'spki', format: 'der' })
    : publicKey
  const algorithm = sequence(objectIdentifier(oid.ecdsaWithSha256))
  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(parts.serial),
    algorithm,
    parts.issuer ? subjectOf(parts.issuer.certificate) : subject,
    sequence(time(request.notBeforeMs), time(request.notAfterMs)),
    subject,
    publicKey,
    explicit(3, sequence(...extensionsOf(request, { publicKey, issuerKey }))),
  )
  const signature = sign('sha256', body, parts.issuer?.key ?? parts.key)
  return pem(sequence(body, algorithm, bitString(signature)))
}

/** The subject of a certificate as it is encoded there, so that an issuer's name matches byte for byte. */
function subjectOf(certificate: X509Certificate): Buffer {
  const raw = certificate.raw
  let at = readElement(raw, readElement(raw, 0).contents).contents
  if (readElement(raw, at).tag === 0xa0) at = readElement(raw, at).end
  for (let skipped = 0; skipped < 4; skipped++) at = readElement(raw, at).end
  return raw.subarray(at, readElement(raw, at).end)
}

function nameOf(request: CertificateRequest): Buffer {
  const part = (type: string, value: string) => setOf(sequence(objectIdentifier(type), utf8String(value)))
  const organizations = (request.organizations ?? []).map((each) => part(oid.organization, each))
  return sequence(...organizations, part(oid.commonName, request.commonName))
}

function extensionsOf(
  request: CertificateRequest,
  keys: { readonly publicKey: Buffer; readonly issuerKey: Buffer },
): Buffer[] {
  const authority = request.usage === 'authority'
  const critical = (type: string, value: Buffer) => sequence(objectIdentifier(type), boolean(true), octetString(value))
  const plain = (type: string, value: Buffer) => sequence(objectIdentifier(type), octetString(value))
  const uses = [
    ...(request.usage.startsWith('server') ? [oid.serverAuth] : []),
    ...(request.usage === 'client' || request.usage === 'serverAndClient' ? [oid.clientAuth] : []),
  ]
  const keyUsage = authority ? bitString(Buffer.from([0x86]), 1) : bitString(Buffer.from([0x80]), 7)
  return [
    critical(oid.keyUsage, keyUsage),
    critical(oid.basicConstraints, authority ? sequence(boolean(true)) : sequence()),
    ...(uses.length ? [plain(oid.extendedKeyUsage, sequence(...uses.map(objectIdentifier)))] : []),
    plain(oid.subjectKeyIdentifier, octetString(keyIdentifier(keys.publicKey))),
    plain(oid.authorityKeyIdentifier, sequence(implicit(0, keyIdentifier(keys.issuerKey)))),
    ...(request.names?.length
      ? [plain(oid.subjectAlternativeName, sequence(...request.names.map(alternativeName)))]
      : []),
  ]
}

function alternativeName(name: string): Buffer {
  if (!isIP(name)) return implicit(2, Buffer.from(name))
  return implicit(7, addressBytes(name))
}

/** Four or sixteen bytes of an address. */
function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number))
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const words = (text: string) => (text ? text.split(':') : [])
  const left = words(head)
  const right = words(tail ?? '')
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  const all = [...left, ...Array<string>(zeros).fill('0'), ...right]
  return Buffer.from(all.map((word) => word.padStart(4, '0')).join(''), 'hex')
}

/** RFC 5280's first method: SHA-1 of the key's bits. */
function keyIdentifier(spki: Buffer): Buffer {
  const outer = readElement(spki, 0)
  const bits = readElement(spki, readElement(spki, outer.contents).end)
  return createHash('sha1')
    .update(spki.subarray(bits.contents + 1, bits.end))
    .digest()
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
