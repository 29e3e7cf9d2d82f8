/** What a Secret of a known type must hold. */
import type { StatusCause } from '../../core/meta/index.js'
import type { Secret } from '../../crds/generated/tokens.js'
import { invalid, required } from './causes.js'

const account = 'kubernetes.io/service-account.name'

export function secretTypeErrors({ type, data = {}, metadata }: Secret): StatusCause[] {
  const wanted = (...keys: string[]) =>
    keys.flatMap((key) => (key in data ? [] : [required(`data[${key}]`, `a Secret of type ${type} holds it`)]))
  switch (type) {
    case 'kubernetes.io/tls':
      return wanted('tls.crt', 'tls.key')
    case 'kubernetes.io/basic-auth':
      return 'username' in data || 'password' in data ? [] : wanted('username', 'password')
    case 'kubernetes.io/ssh-auth':
      return data['ssh-privatekey'] ? [] : [required('data[ssh-privatekey]', `a Secret of type ${type} holds it`)]
    case 'kubernetes.io/dockercfg':
      return [...wanted('.dockercfg'), ...jsonErrors(data, '.dockercfg')]
    case 'kubernetes.io/dockerconfigjson':
      return [...wanted('.dockerconfigjson'), ...jsonErrors(data, '.dockerconfigjson')]
    case 'kubernetes.io/service-account-token':
      return metadata.annotations?.[account]
        ? []
        : [required(`metadata.annotations[${account}]`, 'names the account whose token this is')]
    default:
      return []
  }
}

/** The value is never shown: it is a secret. */
function jsonErrors(data: Readonly<Record<string, string>>, key: string): StatusCause[] {
  if (!(key in data)) return []
  try {
    JSON.parse(Buffer.from(data[key]!, 'base64').toString())
    return []
  } catch {
    return [invalid(`data[${key}]`, '<secret contents redacted>', 'must be JSON')]
  }
}
