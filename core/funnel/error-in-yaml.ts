/** Errors in YAML, for who asks for that. */
import { type MaybePromise, readJson } from '../kit/index.js'
import type { FunnelRequest, FunnelResponse } from './contract.js'
import { errorEncodingOf } from './media-type.js'
import { writeYaml } from './yaml.js'

/** Cost of a request that asks for no YAML: the look at its header. */
export function wantsYaml({ headers: { accept } }: FunnelRequest): boolean {
  return accept?.includes('yaml') === true && errorEncodingOf(accept) === 'yaml'
}

/** A Status in JSON becomes one in YAML; anything else stays as it is. */
export function errorInYaml(response: FunnelResponse): MaybePromise<FunnelResponse> {
  const { status, headers, body } = response
  const isJson = String(headers['content-type']).startsWith('application/json')
  return status >= 400 && isJson && body instanceof Uint8Array ? written({ ...response, body }) : response
}

async function written(response: FunnelResponse & { readonly body: Uint8Array }): Promise<FunnelResponse> {
  const body = Buffer.from(await writeYaml(readJson(Buffer.from(response.body).toString())))
  const headers = { ...response.headers, 'content-type': 'application/yaml', 'content-length': String(body.length) }
  return { ...response, headers, body }
}
