/** `pods/portforward`: over a WebSocket or SPDY to the kubelet of the pod's node. */
import { badRequest } from '../../core/meta/index.js'
import type { SubresourcePlugin } from '../../core/registry/contract.js'
import { connect } from './connect.js'
import type { NodeLink } from './node-link.js'
import { nodeOf, nodeUnder, type Pod, takesWebSockets } from './pod-target.js'
import { tunnelled, tunnelledProtocols } from './tunnelled.js'

export function podPortForward(link: NodeLink): SubresourcePlugin {
  return {
    group: '',
    plural: 'pods',
    subresource: 'portforward',
    async answer(request, { guarded }) {
      const { namespace, name } = request
      const ports = portsOf(request.query)
      const pod = (await guarded.get('/pods', namespace, name)) as Pod
      const node = nodeOf({ pod, node: await nodeUnder(pod, guarded) })
      const path = ['portForward', namespace, name].map(encodeURIComponent).join('/')
      const to = { node, path: `/${path}${ports.size ? `?${ports}` : ''}` }
      const isTunnelled = tunnelledProtocols(request).length > 0 && !takesWebSockets(node)
      return isTunnelled ? tunnelled(link, request, to) : connect(link, request, to)
    },
  }
}

/** The kubelet's name of them. Throws BadRequest for what is no port. */
function portsOf(query: URLSearchParams): URLSearchParams {
  const ports = query.getAll('ports').flatMap((text) => text.split(','))
  const wrong = ports.find((port) => !/^\d{1,5}$/.test(port) || Number(port) > 65_535)
  if (wrong !== undefined) throw badRequest(`ports must be whole numbers of 0 to 65535, not ${JSON.stringify(wrong)}`)
  return new URLSearchParams(ports.map((port): [string, string] => ['port', port]))
}
