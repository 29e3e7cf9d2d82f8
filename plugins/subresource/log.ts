/** `pods/log`: a container's output, from the kubelet of its node. */
import type { SubresourceAnswer, SubresourcePlugin } from '../../core/registry/contract.js'
import { logQuery } from './log-options.js'
import type { NodeLink } from './node-link.js'
import { podTarget } from './pod-target.js'

export function podLog(link: NodeLink): SubresourcePlugin {
  return {
    group: '',
    plural: 'pods',
    subresource: 'log',
    async answer(request, { guarded }): Promise<SubresourceAnswer> {
      const { query, trustsAnyBackend } = logQuery(request.query, request.name)
      const { container, node } = await podTarget(request, guarded)
      if (!node) return { relayed: { status: 204, headers: {}, body: Buffer.alloc(0) } }
      const headers = { 'content-type': 'text/plain' }
      const path = ['containerLogs', request.namespace, request.name, container].map(encodeURIComponent).join('/')
      const asked = query.size ? `?${query}` : ''
      return {
        status: 200,
        headers,
        stream: await link.stream(node, `/${path}${asked}`, { signal: request.signal, trustsAnyBackend }),
      }
    },
  }
}
