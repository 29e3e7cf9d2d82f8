/** Headers of proxied requests. */
import type { SubresourceRequest } from '../../../core/registry/contract.js'
import { passedHeaders } from '../../kit/passed-headers.js'
import type { ProxyPath } from './path.js'

/** Of the client's headers what the backend may see, with `x-forwarded-for` and `x-forwarded-uri`. The Host stays the client's, as upstream. */
export function requestHeaders(
  { headers, peer }: { readonly headers: SubresourceRequest['headers']; readonly peer: string },
  { prefix, path }: ProxyPath,
): Record<string, string> {
  return { ...passedHeaders(headers, peer), 'x-forwarded-uri': prefix + path }
}
