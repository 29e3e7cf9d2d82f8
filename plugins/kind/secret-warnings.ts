/** What whoever writes a Secret for TLS is warned of: a certificate and a key that no server could use. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import type { Secret } from '../../crds/generated/tokens.js'

/** Cost: a fraction of a millisecond for Secrets of that type, nothing for others. */
export function secretWarnings({ type, data = {} }: Secret): string[] {
  if (type !== 'kubernetes.io/tls') return []
  const certificate = read('tls.crt', data, (pem) => new X509Certificate(pem))
  if (typeof certificate === 'string') return [certificate]
  const key = read('tls.key', data, (pem): KeyObject => createPrivateKey(pem))
  if (typeof key === 'string') return [key]
  return certificate.checkPrivateKey(key) ? [] : ['data[tls.key]: tls: is not the key of the certificate in tls.crt']
}

function read<T>(
  member: 'tls.crt' | 'tls.key',
  data: Readonly<Record<string, string>>,
  as: (pem: Buffer) => T,
): T | string {
  const pem = Buffer.from(data[member] ?? '', 'base64')
  if (!pem.includes('-----BEGIN')) return `data[${member}]: tls: holds no PEM`
  try {
    return as(pem)
  } catch {
    return `data[${member}]: tls: can't be read as ${member === 'tls.crt' ? 'a certificate' : 'a private key'}`
  }
}
