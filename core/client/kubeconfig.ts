import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { ServerAddress } from './network.js'

/**
 * Where a kubeconfig's current context leads, ready to connect. Certificates, keys, tokens and basic authentication are read here;
 * credential plugins (`exec`, `auth-provider`) are left to @kubernetes/client-node, which is loaded only then (half a second, 75 MB).
 * Throws with a sentence for a person when something is missing. `proxy-url` is refused.
 */
export async function loadKubeconfig(path: string): Promise<ServerAddress> {
  const text = readFileSync(path, 'utf8')
  const config = await parse(text, path)
  const name = config['current-context'] ?? ''
  const context = entry<Context>(config.contexts, 'context', name)
  if (!context) throw new Error(`${path}: there is no context "${name}"`)
  const cluster = entry<Cluster>(config.clusters, 'cluster', context.cluster)
  if (!cluster?.server) throw new Error(`${path}: context "${name}" names no cluster with a server`)
  if (cluster['proxy-url']) throw new Error(`${path}: proxy-url is not supported`)
  const user = entry<User>(config.users, 'user', context.user) ?? {}
  const read = (data: string | undefined, file: string | undefined) => {
    if (data) return Buffer.from(data, 'base64').toString()
    return file ? readFileSync(resolve(dirname(path), file), 'utf8') : undefined
  }
  const tokenFile = user.tokenFile ? resolve(dirname(path), user.tokenFile) : undefined
  const address: ServerAddress = {
    server: cluster.server,
    certificateAuthority: read(cluster['certificate-authority-data'], cluster['certificate-authority']),
    clientCertificate: read(user['client-certificate-data'], user['client-certificate']),
    clientKey: read(user['client-key-data'], user['client-key']),
    bearer: user.token ? () => user.token : tokenFile ? () => readFileSync(tokenFile, 'utf8').trim() : undefined,
    skipTlsVerify: cluster['insecure-skip-tls-verify'] ?? false,
    tlsServerName: cluster['tls-server-name'],
    credentials: user.username ? basic(user) : undefined,
  }
  return user.exec || user['auth-provider'] ? { ...address, ...(await credentialPlugin(text, name)) } : address
}

type Cluster = Readonly<{
  server?: string
  'certificate-authority'?: string
  'certificate-authority-data'?: string
  'insecure-skip-tls-verify'?: boolean
  'tls-server-name'?: string
  'proxy-url'?: string
}>

type User = Readonly<{
  'client-certificate'?: string
  'client-certificate-data'?: string
  'client-key'?: string
  'client-key-data'?: string
  token?: string
  tokenFile?: string
  username?: string
  password?: string
  exec?: object
  'auth-provider'?: object
}>

type Context = Readonly<{ cluster?: string; user?: string }>

type Entries = readonly Readonly<Record<string, unknown>>[]

interface Kubeconfig {
  readonly 'current-context'?: string
  readonly clusters?: Entries
  readonly contexts?: Entries
  readonly users?: Entries
}

async function parse(text: string, path: string): Promise<Kubeconfig> {
  const { load } = (await import('js-yaml')).default
  const config = load(text, { filename: path })
  if (!config || typeof config !== 'object') throw new Error(`${path} is no kubeconfig`)
  return config as Kubeconfig
}

function entry<T>(entries: Entries | undefined, member: string, name: string | undefined): T | undefined {
  return entries?.find((each) => each['name'] === name)?.[member] as T | undefined
}

function basic(user: User): () => Promise<Record<string, string>> {
  const pair = Buffer.from(`${user.username}:${user.password ?? ''}`).toString('base64')
  return async () => ({ authorization: `Basic ${pair}` })
}

/** Certificate and key as the plugin gives them now; headers as it gives them before each request (it caches them itself). */
async function credentialPlugin(text: string, context: string): Promise<Partial<ServerAddress>> {
  const { KubeConfig } = await import('@kubernetes/client-node')
  const config = new KubeConfig()
  config.loadFromString(text)
  config.setCurrentContext(context)
  const ask = async () => {
    const options: { headers?: Record<string, string>; cert?: string; key?: string } = {}
    await config.applyToHTTPSOptions(options)
    return options
  }
  const { cert, key } = await ask()
  const headersOf = ({ headers }: { headers?: Record<string, string> }): Record<string, string> => {
    const authorization = headers?.['Authorization']
    return authorization ? { authorization } : {}
  }
  return {
    ...(cert && key ? { clientCertificate: String(cert), clientKey: String(key) } : {}),
    credentials: async () => headersOf(await ask()),
  }
}
