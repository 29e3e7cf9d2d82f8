/** Whom a certificate request (PKCS #10, in PEM) is for. */
import { der } from '../../core/kit/index.js'

const commonName = der.objectIdentifier('2.5.4.3')

/** The common name of its subject, the last where there are several; '' for none, undefined where the request can't be read. Cost: linear. */
export function commonNameOf(pem: string): string | undefined {
  const body = /-----BEGIN CERTIFICATE REQUEST-----([^-]+)-----END/.exec(pem)?.[1]
  if (body === undefined) return
  try {
    const [whole] = der.elementsIn(Buffer.from(body, 'base64'))
    const [info] = der.elementsIn(whole!.contents)
    const [, subject] = der.elementsIn(info!.contents)
    const pairs = der.elementsIn(subject!.contents).flatMap(({ contents }) => der.elementsIn(contents))
    const named = pairs
      .map(({ contents }) => der.elementsIn(contents))
      .filter(([type]) => type?.whole.equals(commonName))
    return named.at(-1)?.[1]?.contents.toString() ?? ''
  } catch {
    return undefined
  }
}
