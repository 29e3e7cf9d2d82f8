/** `pods/exec` and `pods/attach`: over a WebSocket to the kubelet of the pod's node. */
import { badRequest, isTrueParameter } from '../../core/meta/index.js'
import type { SubresourcePlugin, SubresourceRequest } from '../../core/registry/contract.js'
import { connect } from './connect.js'
import type { NodeLink } from './node-link.js'
import { nodeOf, podTarget, requireRunning } from './pod-target.js'

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
      requireRunning(target)
      const { namespace, name } = request
      const path = [subresource, namespace, name, target.container].map(encodeURIComponent).join('/')
      return connect(link, request, { node, path: `/${path}?${query}` })
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
  const commands = query.getAll('command')
  if (subresource === 'exec' && !commands.length)
    throw badRequest('you must specify at least 1 command for the container')
  if (!['input', 'output', 'error'].some((name) => asked.has(name))) {
    throw badRequest('you must specify at least 1 of stdin, stdout, stderr')
  }
  for (const command of subresource === 'exec' ? commands : []) asked.append('command', command)
  return asked
}
