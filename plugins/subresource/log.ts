/** `pods/log`: a container's output, from the kubelet of its node. */
import type { SubresourceAnswer, SubresourcePlugin } from '../../core/registry/contract.js'
import type { NodeLink } from './node-link.js'
import { podTarget } from './pod-target.js'

const passedOn = ['follow', 'previous', 'timestamps', 'tailLines', 'sinceSeconds', 'sinceTime', 'limitBytes', 'stream']

export function podLog(link: NodeLink): SubresourcePlugin {
  return {
    group: '',
    plural: 'pods',
    subresource: 'log',
    async answer(request, { guarded }): Promise<SubresourceAnswer> {
      const { container, node } = await podTarget(request, guarded)
      const headers = { 'content-type': 'text/plain' }
      if (!node) return { status: 200, headers, stream: nothing() }
      const query = new URLSearchParams()
      for (const name of passedOn) {
        const value = request.query.get(name)
        if (value !== null && value !== '') query.set(name, value)
      }
      const path = ['containerLogs', request.namespace, request.name, container].map(encodeURIComponent).join('/')
      const asked = query.size ? `?${query}` : ''
      return { status: 200, headers, stream: await link.stream(node, `/${path}${asked}`, request.signal) }
    },
  }
}

/** A pod that has no node has said nothing. */
async function* nothing(): AsyncGenerator<Uint8Array> {}
