/** `pods/exec` and `pods/attach`: over a WebSocket or SPDY to the kubelet of the pod's node, which says what can't be run. */
import { internalError, isTrueParameter, type KubeObject } from '../../core/meta/index.js'
import type { SubresourceAnswer, SubresourcePlugin, SubresourceRequest } from '../../core/registry/contract.js'
import { connect } from './connect.js'
import { type NodeLink, UnreachableKubelet } from './node-link.js'
import { nodeOf, podTarget } from './pod-target.js'
import { hearsInBand, tellInBand } from './told-in-band.js'

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
      const path = [subresource, namespace, name, target.container].map(encodeURIComponent).join('/')
      const connecting = connect(link, request, { node, path: `/${path}${query.size ? `?${query}` : ''}` })
      return connecting.catch((error) => inBand(error, { request, node, query }))
    },
  }
}

/** A node that takes WebSockets itself is passed them on, and what fails is answered; for others upstream has shaken hands already. */
const takesWebSockets = (node: KubeObject): boolean =>
  ((node['status'] ?? {}) as { declaredFeatures?: readonly string[] }).declaredFeatures?.includes(
    'ExtendWebSocketsToKubelet',
  ) === true

function inBand(
  error: unknown,
  asked: { readonly request: SubresourceRequest; readonly node: KubeObject; readonly query: URLSearchParams },
): SubresourceAnswer {
  const { request, node, query } = asked
  if (!(error instanceof UnreachableKubelet) || takesWebSockets(node) || !hearsInBand(request)) throw error
  const hears = query.has('output') ? 'stdout' : query.has('error') ? 'stderr' : 'error'
  const told = internalError(`error sending request: Post ${error.why}`)
  return { upgrade: (socket) => tellInBand(socket, told, { request, hears }) }
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
