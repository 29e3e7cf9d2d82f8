/** Credentials for an image out of a pod's pull secrets (kubernetes.io/dockerconfigjson and dockercfg). */
import type { KubeObject } from '../../../core/meta/index.js'
import type { RegistryAuth } from '../../../plugins/runtime/contract.js'
import { valuesOf } from './env.js'

/** The first that fits the image's registry; secrets that can't be read are passed over, as upstream does. */
export function pullAuthOf(image: string, secrets: readonly KubeObject[]): RegistryAuth | undefined {
  const wanted = registryOf(image)
  for (const secret of secrets) {
    for (const [server, entry] of Object.entries(entriesOf(secret))) {
      const host = server.replace(/^https?:\/\//, '').split('/', 1)[0]!
      const isHub = host === 'index.docker.io' || host === 'docker.io'
      if (host !== wanted && !(isHub && wanted === 'docker.io')) continue
      const auth = authOf(entry)
      if (auth) return auth
    }
  }
  return undefined
}

interface Entry {
  readonly username?: string
  readonly password?: string
  readonly auth?: string
}

function entriesOf(secret: KubeObject): Record<string, Entry> {
  const values = valuesOf(secret)
  try {
    const config = JSON.parse(String(values['.dockerconfigjson'] ?? '{}')) as { auths?: Record<string, Entry> }
    return { ...config.auths, ...(JSON.parse(String(values['.dockercfg'] ?? '{}')) as Record<string, Entry>) }
  } catch {
    return {}
  }
}

function authOf({ username, password, auth }: Entry): RegistryAuth | undefined {
  if (username !== undefined && password !== undefined) return { username, password }
  const text = Buffer.from(auth ?? '', 'base64').toString()
  const colon = text.indexOf(':')
  return colon > 0 ? { username: text.slice(0, colon), password: text.slice(colon + 1) } : undefined
}

function registryOf(image: string): string {
  const first = image.split('/')[0] ?? ''
  return image.includes('/') && /[.:]|^localhost$/.test(first) ? first : 'docker.io'
}
