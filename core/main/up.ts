/** `operon up`: API, operators and a node on this machine, each in a process of its own; progress for a person; an end in good order. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Operator } from '../operator.js'
import type { User } from '../auth/index.js'
import { servePort } from '../funnel/index.js'
import { streamCarrier } from '../kit/index.js'
import type { OperatorsConfiguration } from './children/operators-work.js'
import type { Note } from './children/child.js'
import { dataFolderPath } from './data-folder-path.js'
import { openDataFolder } from './data-folder.js'
import { exportLine } from './export-line.js'
import { nodeName, nodePlan } from './node-plan.js'
import { apiHost, type PodNetwork, podNetwork } from './pod-network.js'
import { lineProgress } from './progress.js'
import { type Configuration, logLevelOf } from './settings.js'
import { untilSignal } from './signals.js'
import { type Api, startApi, type World } from './start-api.js'
import { OperatorProcesses } from './processes/operator-processes.js'
import { SupervisedChild } from './processes/supervised-child.js'
import { chosenNames } from './chosen-names.js'
import { answered } from './answered.js'

/** The parent is trusted with what installs operators; everything they do themselves is under their own names. */
const installer: User = { username: 'system:operon-installer', groups: ['system:masters'] }
/** Children are small: a young generation of 16 MB semi-spaces would cost more memory than it saves time; of 2 MB, a third of their time. */
const childFlags = ['--max-semi-space-size=8', '--max-old-space-size=1500']

export async function up(configuration: Configuration, world: World, startMs: number): Promise<number> {
  const only = await chosenNames(configuration)
  const ownName = nodeName(configuration)
  const progress = lineProgress({ clock: world.clock, startMs, write: (text) => process.stdout.write(text) })
  const signal = untilSignal(abrupt)
  const isFirst = !existsSync(join(dataFolderPath(configuration), 'kubeconfig'))
  const pods = podNetwork(openDataFolder(configuration), configuration.text('pod-cidr'))
  let operators: readonly Operator[] | undefined
  let processes: OperatorProcesses | undefined
  const hasScheduler = !only || only.includes('scheduler')
  const api = await startApi(configuration, world, {
    names: [pods.gateway],
    operatorFault: (which) => (which === 'scheduler' && !hasScheduler ? undefined : (processes?.fault ?? 'starting')),
    unanswered: (group, plural) => operators !== undefined && !answered(operators, group, plural),
  })
  progress.step(`API ready at ${api.address}`)
  processes = operatorProcesses(configuration, world, { api, only })
  const children: Children = [{ name: 'operators', child: processes }]
  if (!configuration.flag('no-node'))
    children.push({ name: 'node', child: nodeChild(configuration, world, { api, pods }) })
  // While the children begin: it takes 85 ms, and nobody is warned of a kind without operator before.
  const { certificate } = await import('../../operators/certificate/index.js')
  operators = [...(await import('../../operators/index.js')).operators, certificate(api.authority.pair)]
  const started = Promise.all(
    children.map(({ name, child }) =>
      child.ready.then(() => progress.step(name === 'node' ? `node ${ownName} started` : 'operators started')),
    ),
  )
  await Promise.race([started, signal])
  progress.step('the cluster is up')
  progress.say(`\n  ${exportLine(api.kubeconfig)}\n${isFirst ? firstSteps : ''}`)
  await signal
  await stop(configuration, { api, children, say: progress.say })
  return 0
}

type Children = { readonly name: string; readonly child: Pick<SupervisedChild, 'ready' | 'stop'> }[]

const abrupt = 'Ended at once. Pods that are left run on: `operon up` takes them on again, `operon clean` removes them.'

const firstSteps = `
Try next, in another terminal:
  kubectl get nodes
  kubectl create deployment web --image=localhost/host --replicas=3 -- sh -c 'trap exit TERM; echo hello from $HOSTNAME; while :; do sleep 1; done'
  kubectl get pods -o wide
  kubectl logs deploy/web
Ctrl-C here stops the cluster; its objects stay in the data directory.
`

async function stop(
  configuration: Configuration,
  parts: {
    readonly api: Api
    readonly children: Readonly<Children>
    say(text: string): void
  },
): Promise<void> {
  const hasNode = parts.children.some(({ name }) => name === 'node')
  const pods = !hasNode
    ? ''
    : configuration.flag('keep-pods')
      ? '; the pods of this machine go on running (--keep-pods)'
      : ', and the pods of this machine with it (they have 5 s)'
  parts.say(`\nStopping the cluster${pods} ...`)
  await Promise.all(parts.children.map(({ child }) => child.stop()))
  await parts.api.server.close()
  parts.say('Stopped.')
}

/** Serves the funnel to a child, under the identities that `userOf` gives. */
function connectTo(api: Api, userOf: (as: string | undefined) => User) {
  return (channel: Duplex, life: { beat(): void; ready(): void }) => {
    const onNote = (note: unknown) => {
      life.beat()
      if ((note as { ready?: true }).ready) life.ready()
    }
    const port = servePort(streamCarrier(channel), { funnel: api.server.funnel, userOf, onNote })
    return { stop: () => port.note({ stop: true } satisfies Note) }
  }
}

function operatorProcesses(
  configuration: Configuration,
  world: World,
  { api, only }: { readonly api: Api; readonly only: readonly string[] | undefined },
): OperatorProcesses {
  const settings: OperatorsConfiguration = {
    logLevel: logLevelOf(configuration),
    ...(only ? { only } : {}),
    fakeNodes: configuration.number('fake-nodes'),
    authority: api.authority.pair,
  }
  const users = new Map<string, User>()
  const userOf = (as: string | undefined): User => {
    if (as === undefined) return installer
    let user = users.get(as)
    if (!user) users.set(as, (user = { username: `system:operator:${as}`, groups: ['system:authenticated'] }))
    return user
  }
  return new OperatorProcesses(
    settings,
    {
      module: childModule('operators-child.js'),
      nodeFlags: childFlags,
      connect: connectTo(api, userOf),
    },
    world,
  )
}

function nodeChild(
  configuration: Configuration,
  world: World,
  parts: { readonly api: Api; readonly pods: PodNetwork },
): SupervisedChild {
  const { api, pods } = parts
  const settings = nodePlan(configuration, {
    authority: api.authority,
    folder: api.folder,
    pods,
    api: { host: apiHost(pods), port: api.server.port },
    roles: ['control-plane'],
  })
  const user: User = {
    username: `system:node:${settings.kubelet.nodeName}`,
    groups: ['system:nodes', 'system:authenticated'],
  }
  const operator: User = { username: 'system:operator:kubelet', groups: ['system:nodes', 'system:authenticated'] }
  const userOf = (as: string | undefined): User => (as === undefined ? installer : as === 'kubelet' ? operator : user)
  return new SupervisedChild(
    {
      name: 'node',
      module: childModule('node-child.js'),
      configuration: () => settings,
      nodeFlags: childFlags,
      connect: connectTo(api, userOf),
    },
    world,
  )
}

const childModule = (file: string): string => fileURLToPath(new URL(`./children/${file}`, import.meta.url))
