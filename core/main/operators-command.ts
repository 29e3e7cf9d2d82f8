/** `operon operators`: operators against any API server, and `operon operators list`. */
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { operators } from '../../operators/index.js'
import { Client, loadKubeconfig, networkTransport, type Transport } from '../client/index.js'
import { apiVersionOf } from '../meta/index.js'
import { operatorUser } from '../runtime/index.js'
import { runOperators } from './children/operators-work.js'
import { dataFolderPath } from './data-folder-path.js'
import { type Configuration, logLevelOf } from './settings.js'
import { untilSignal } from './signals.js'
import type { World } from './start-api.js'
import { chosenNames } from './chosen-names.js'
import { StartError, UsageError } from './usage-error.js'

export async function operatorsCommand(configuration: Configuration, world: World): Promise<number> {
  const [word, ...more] = configuration.words
  if (word === 'list' && more.length === 0) return list()
  if (word !== undefined)
    throw new UsageError(`\`operon operators\` knows \`list\`, not "${configuration.words.join(' ')}"`)
  const only = await chosenNames(configuration)
  const transport = await transportOf(configuration)
  const stop = new AbortController()
  void untilSignal().then(() => stop.abort(new Error('stopped')))
  await runOperators(
    { logLevel: logLevelOf(configuration), fakeNodes: configuration.number('fake-nodes'), ...(only ? { only } : {}) },
    {
      ...world,
      installer: new Client(transport, { userAgent: 'operon' }),
      clientOf: (name) => new Client(actingAs(transport, operatorUser(name)), { userAgent: name }),
      election: { identity: `${hostname()}_${world.random.uuid()}` },
      ready: () => console.log('operators are running; Ctrl-C stops them'),
      signal: stop.signal,
    },
  )
  await transport.close()
  return 0
}

/** Requests under the operator's own name, so that RBAC holds it to what it declares. */
function actingAs(transport: Transport, username: string): Transport {
  const as = { 'impersonate-user': username }
  return {
    request: (request) => transport.request({ ...request, headers: { ...request.headers, ...as } }),
    stream: (request) => transport.stream({ ...request, headers: { ...request.headers, ...as } }),
    close: async () => {},
  }
}

/** The way to the API that --kubeconfig or the data directory names. */
export async function transportOf(configuration: Configuration): Promise<Transport> {
  const path = configuration.text('kubeconfig') ?? join(dataFolderPath(configuration), 'kubeconfig')
  if (!existsSync(path))
    throw new StartError(
      `there is no kubeconfig at ${path}: start \`operon up\` or \`operon server\` first, or name one with --kubeconfig`,
    )
  return networkTransport(await loadKubeconfig(path))
}

function list(): number {
  const rows = operators.map((operator) => [
    operator.name,
    operator.kind ? `${operator.kind.kind} (${apiVersionOf(operator.kind)})` : '-',
    operator.description,
  ])
  const all = [['NAME', 'ANSWERS', 'DESCRIPTION'], ...rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))]
  const widths = [0, 1].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)) + 3)
  for (const [name = '', answers = '', description = ''] of all)
    console.log(`${name.padEnd(widths[0] ?? 0)}${answers.padEnd(widths[1] ?? 0)}${description}`)
  return 0
}
