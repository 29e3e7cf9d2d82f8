/** `operon node`: the pods of an API on this machine. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client, loadKubeconfig } from '../client/index.js'
import { Authority } from '../http/index.js'
import { runNode } from './children/node-work.js'
import { nodeName, nodePlan } from './node-plan.js'
import { transportOf } from './operators-command.js'
import { apiHost, podNetwork } from './pod-network.js'
import { dataFolderPath } from './data-folder-path.js'
import type { Configuration } from './settings.js'
import { untilSignal } from './signals.js'
import type { World } from './start-api.js'
import { StartError } from './usage-error.js'

export async function nodeCommand(configuration: Configuration, world: World): Promise<number> {
  const folder = dataFolderPath(configuration)
  if (!existsSync(join(folder, 'pki', 'ca.key'))) {
    throw new StartError(
      `${folder} does not hold the cluster's keys, and a node can't yet be given its certificate by the API: run \`operon node\` with the server's --data-dir`,
    )
  }
  const transport = await transportOf(configuration)
  const { server } = await loadKubeconfig(configuration.text('kubeconfig') ?? join(folder, 'kubeconfig'))
  const { port } = new URL(server)
  const pods = podNetwork(folder, configuration.text('pod-cidr'))
  const api = { host: apiHost(pods), port: Number(port || 443) }
  const plan = nodePlan(configuration, {
    authority: new Authority(join(folder, 'pki'), world),
    folder,
    pods,
    api,
    roles: [],
  })
  const stop = new AbortController()
  void untilSignal().then(() => stop.abort(new Error('stopped')))
  await runNode(plan, {
    ...world,
    installer: new Client(transport, { userAgent: 'operon' }),
    clientOf: (name) => new Client(transport, { userAgent: name }),
    ready: () =>
      console.log(`node ${nodeName(configuration)} is running; Ctrl-C stops it${plan.keepPods ? '' : ' and its pods'}`),
    signal: stop.signal,
  })
  await transport.close()
  return 0
}
