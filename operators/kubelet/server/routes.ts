/** What the kubelet's server answers: logs, exec, attach, port-forward, the pods it runs, health. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Clock } from '../../../core/kit/index.js'
import type { Container, ContainerRuntime, Sandbox } from '../../../plugins/runtime/contract.js'
import { readLog } from '../log/read-log.js'
import { statusesOf } from '../pod/facts.js'
import type { Pod, PodStatus } from '../shapes/index.js'
import { HttpError } from './http-error.js'
import { parseLogQuery } from './log-query.js'
import { openPortForward } from './port-forward.js'
import { openRemoteCommand } from './remote-command.js'
import type { ServerRoutes } from './server.js'
import { statsSummary } from './stats-summary.js'
import { untilRoom } from './until-room.js'

/** A pod as the server shows and reaches it. */
export interface ServedPod {
  readonly pod: Pod
  readonly status: PodStatus
  readonly sandboxes: readonly Sandbox[]
  /** Newest tries first. */
  readonly containers: readonly Container[]
  readonly logDirectory: string
}

export interface RouteTools {
  readonly nodeName: string
  readonly runtime: ContainerRuntime
  readonly clock: Clock
  pods(): Iterable<ServedPod>
  find(namespace: string, name: string): ServedPod | undefined
  /** Aborted when the container runs no more. */
  ended(container: Container): AbortSignal
}

export function routesOf(tools: RouteTools): ServerRoutes {
  return {
    async answer(url, response, signal) {
      const [, first, ...rest] = url.pathname.split('/').map(decodeURIComponent)
      if (first === 'healthz') return void response.writeHead(200, { 'content-type': 'text/plain' }).end('ok')
      if (first === 'pods') return sendPods(response, tools)
      if (first === 'stats') return sendJson(response, await statsSummary(tools))
      if (first === 'containerLogs') return sendLog(url, rest, { response, signal, tools })
      throw new HttpError(404, 'Not Found')
    },
    upgrade: (url, request, socket, head) => upgrade(url, { request, socket, head, tools }),
  }
}

function sendPods(response: ServerResponse, tools: RouteTools): void {
  const items = Array.from(tools.pods(), ({ pod, status }) => ({ ...pod, status }))
  sendJson(response, { kind: 'PodList', apiVersion: 'v1', metadata: {}, items })
}

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

interface Sending {
  readonly response: ServerResponse
  readonly signal: AbortSignal
  readonly tools: RouteTools
}

async function sendLog(url: URL, path: readonly string[], { response, signal, tools }: Sending): Promise<void> {
  const [namespace = '', podName = '', name = ''] = path
  const served = findPod(tools, namespace, podName)
  const tries = served.containers.filter(({ config }) => config.name === name)
  const { previous, ...options } = parseLogQuery(url.searchParams, tools.clock.now())
  const container = tries[previous ? 1 : 0]
  if (!container) throw new HttpError(400, missingLog(served, { name, previous }))
  const ended = container.state === 'exited' ? AbortSignal.abort() : tools.ended(container)
  const logPath = `${served.logDirectory}/${container.config.logPath}`
  const chunks = readLog(logPath, options, { ended, signal })
  const first = await chunks.next().catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return { done: true, value: undefined } as const
    throw error
  })
  response.writeHead(200, { 'content-type': 'text/plain' })
  response.flushHeaders()
  for (let next = first; !next.done; next = await chunks.next()) {
    if (!response.write(next.value)) await untilRoom(response)
    if (signal.aborted) return
  }
  response.end()
}

function missingLog(served: ServedPod, { name, previous }: { name: string; previous: boolean }): string {
  const { name: podName } = served.pod.metadata
  if (previous) return `previous terminated container "${name}" in pod "${podName}" not found`
  const waiting = statusesOf(served.status).find((one) => one.name === name)?.state?.waiting
  const isPull = waiting?.reason === 'ErrImagePull' || waiting?.reason === 'ImagePullBackOff'
  const why = isPull ? 'trying and failing to pull image' : (waiting?.reason ?? 'ContainerCreating')
  return `container "${name}" in pod "${podName}" is waiting to start: ${why}`
}

interface Upgrading {
  readonly request: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
  readonly tools: RouteTools
}

async function upgrade(url: URL, upgrading: Upgrading): Promise<void> {
  const { tools } = upgrading
  const [, verb, namespace = '', podName = '', ...rest] = url.pathname.split('/').map(decodeURIComponent)
  if (verb !== 'exec' && verb !== 'attach' && verb !== 'portForward') throw new HttpError(404, 'Not Found')
  const served = findPod(tools, namespace, podName)
  if (verb === 'portForward') {
    const sandbox = served.sandboxes.find(({ state }) => state === 'ready')
    if (!sandbox) throw new HttpError(400, `pod ${podName} has no running sandbox`)
    return openPortForward(url, { ...upgrading, runtime: tools.runtime, sandboxId: sandbox.id })
  }
  const name = rest.at(-1) ?? ''
  const container = served.containers.find(({ config }) => config.name === name)
  if (container?.state !== 'running') throw new HttpError(500, `container not found ("${name}")`)
  const { runtime, clock } = tools
  return openRemoteCommand(url, { ...upgrading, runtime, clock, container, isAttach: verb === 'attach' })
}

function findPod(tools: RouteTools, namespace: string, name: string): ServedPod {
  const served = tools.find(namespace, name)
  if (!served) throw new HttpError(404, `pod "${name}" not found`)
  return served
}
