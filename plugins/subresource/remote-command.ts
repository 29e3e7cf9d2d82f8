/** `pods/exec` and `pods/attach`: over a WebSocket or SPDY to the kubelet of the pod's node, which says what can't be run. */
import { isTrueParameter } from '../../core/meta/index.js'
import type { SubresourcePlugin, SubresourceRequest } from '../../core/registry/contract.js'
import { connect } from './connect.js'
import type { NodeLink } from './node-link.js'
import { nodeOf, podTarget, takesWebSockets } from './pod-target.js'
import { offeredProtocols } from './socket-server.js'
import { closingProtocol, translatedCommand } from './translated-command.js'

export function podExec(link: NodeLink): SubresourcePlugin {
  return remoteCommand(link, 'exec')
}

export function podAttach(link: NodeLink): SubresourcePlugin {
  return remoteCommand(link, 'attach')
}

function remoteCommand(link: NodeLink, subresource: 'exec' | 'attach'): SubresourcePlugin {
  return {
    group: '',
    plural: 'pods',
    subresource,
    async answer(request, { guarded }) {
      const target = await podTarget(request, guarded)
      const node = nodeOf(target)
      const query = queryOf(request, subresource)
      const { namespace, name } = request
      const names = [subresource, namespace, name, target.container].map(encodeURIComponent).join('/')
      const path = `/${names}${query.size ? `?${query}` : ''}`
      const isTranslated = offeredProtocols(request).includes(closingProtocol) && !takesWebSockets(node)
      if (isTranslated) return translatedCommand(link, request, { node, path, query })
      return connect(link, request, { node, path })
    },
  }
}

/** The kubelet's names of the options. */
function queryOf({ query }: SubresourceRequest, subresource: 'exec' | 'attach'): URLSearchParams {
  const asked = new URLSearchParams()
  const names = { stdin: 'input', stdout: 'output', stderr: 'error', tty: 'tty' }
  for (const [name, kubelets] of Object.entries(names)) {
    if (isTrueParameter(query.get(name))) asked.set(kubelets, '1')
  }
  for (const command of subresource === 'exec' ? query.getAll('command') : []) asked.append('command', command)
  asked.sort()
  return asked
}
