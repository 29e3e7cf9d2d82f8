/** `pods/portforward`: over a WebSocket to the kubelet of the pod's node. */
import type { SubresourcePlugin } from '../../core/registry/contract.js'
import { connect } from './connect.js'
import type { NodeLink } from './node-link.js'
import { nodeOf, type Pod } from './pod-target.js'

export function podPortForward(link: NodeLink): SubresourcePlugin {
  return {
    group: '',
    plural: 'pods',
    subresource: 'portforward',
    async answer(request, { guarded }) {
      const { namespace, name, query } = request
      const pod = (await guarded.get('/pods', namespace, name)) as Pod
      const { nodeName } = pod.spec
      const node = nodeOf({ pod, node: nodeName ? await guarded.get('/nodes', '', nodeName) : undefined })
      const ports = new URLSearchParams()
      for (const port of query.getAll('ports').flatMap((text) => text.split(','))) if (port) ports.append('port', port)
      const path = ['portForward', namespace, name].map(encodeURIComponent).join('/')
      return connect(link, request, { node, path: `/${path}${ports.size ? `?${ports}` : ''}` })
    },
  }
}
