/** Speaks to a registry in the OCI distribution protocol: https, http to this machine alone; anonymous, basic and token authentication. */
import { type RegistryAuth, RuntimeError } from '../../contract.js'
import { manifestTypes } from './oci.js'
import type { ImageReference } from './reference.js'

const mostManifestBytes = 4 * 1024 * 1024

export interface RegistryOptions {
  readonly auth?: RegistryAuth
  readonly signal?: AbortSignal
}

export class RegistryClient {
  readonly #reference: ImageReference
  readonly #options: RegistryOptions
  readonly #base: string
  #authorization: string | undefined

  constructor(reference: ImageReference, options: RegistryOptions) {
    this.#reference = reference
    this.#options = options
    const host = reference.registry === 'docker.io' ? 'registry-1.docker.io' : reference.registry
    this.#base = `${isThisMachine(host) ? 'http' : 'https'}://${host}/v2/${reference.repository}`
  }

  /** The bytes of a manifest or index, by tag or digest. */
  async manifest(tagOrDigest: string): Promise<Buffer> {
    const response = await this.#get(`/manifests/${tagOrDigest}`, { accept: manifestTypes.join(', ') })
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body ?? []) {
      size += chunk.length
      if (size > mostManifestBytes) throw this.#failure(`the manifest is larger than ${mostManifestBytes} bytes`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }

  /** A blob from `offset` on; `resumed` is false when the registry sends all of it instead. */
  async blob(
    digest: string,
    offset: number,
  ): Promise<{ readonly resumed: boolean; readonly body: AsyncIterable<Uint8Array> }> {
    const response = await this.#get(`/blobs/${digest}`, offset > 0 ? { range: `bytes=${offset}-` } : {})
    return { resumed: response.status === 206, body: response.body ?? emptyBody() }
  }

  async #get(path: string, headers: Record<string, string>): Promise<Response> {
    let response = await this.#fetch(`${this.#base}${path}`, headers)
    if (response.status === 401) {
      const challenge = response.headers.get('www-authenticate') ?? ''
      await response.body?.cancel()
      this.#authorization = await this.#answer(challenge)
      if (this.#authorization) response = await this.#fetch(`${this.#base}${path}`, headers)
    }
    if (response.ok) return response
    await response.body?.cancel()
    throw this.#failure(reasonOf(response.status))
  }

  async #fetch(url: string, headers: Record<string, string>): Promise<Response> {
    const authorization = this.#authorization ? { authorization: this.#authorization } : undefined
    try {
      return await fetch(url, {
        headers: { ...headers, ...authorization },
        ...(this.#options.signal ? { signal: this.#options.signal } : {}),
      })
    } catch (error) {
      const cause = (error as Error).cause
      throw this.#failure(
        `failed to do request: ${cause instanceof Error ? cause.message : (error as Error).message}`,
        error,
      )
    }
  }

  /** What to send as `Authorization`, from the registry's challenge. */
  async #answer(challenge: string): Promise<string | undefined> {
    const { auth } = this.#options
    const basic = auth && `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`
    if (/^basic\b/i.test(challenge)) return basic
    if (!/^bearer\b/i.test(challenge)) return undefined
    const parameter = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1]
    const realm = new URL(parameter('realm') ?? '')
    if (realm.protocol !== 'https:' && !isThisMachine(realm.host))
      throw this.#failure(`it asks for credentials over ${realm.protocol}//${realm.host}`)
    const service = parameter('service')
    if (service) realm.searchParams.set('service', service)
    realm.searchParams.set('scope', parameter('scope') ?? `repository:${this.#reference.repository}:pull`)
    const response = await fetch(realm, {
      headers: basic ? { authorization: basic } : {},
      ...(this.#options.signal ? { signal: this.#options.signal } : {}),
    })
    if (!response.ok) throw this.#failure(reasonOf(response.status))
    const { token, access_token: accessToken } = (await response.json()) as { token?: string; access_token?: string }
    return `Bearer ${token ?? accessToken ?? ''}`
  }

  #failure(why: string, cause?: unknown): RuntimeError {
    const { text } = this.#reference
    return new RuntimeError('ErrImagePull', `failed to pull and unpack image ${JSON.stringify(text)}: ${why}`, {
      cause,
    })
  }
}

function reasonOf(status: number): string {
  if (status === 404) return 'not found'
  if (status === 401 || status === 403)
    return 'pull access denied, repository does not exist or may require authorization'
  if (status === 429) return 'too many requests'
  return `unexpected status from the registry: ${status}`
}

function isThisMachine(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return name === 'localhost' || /^127(\.\d+){3}$/.test(name) || name === '[::1]'
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}
