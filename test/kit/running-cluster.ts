/** The real server with every plugin, and operators beside it in this process, each under its own identity and rights, over ports as in `operon up`. */
import { MessageChannel } from 'node:worker_threads'
import { Client, type ObjectEvent, Port } from '../../core/client/index.js'
import { servePort } from '../../core/funnel/index.js'
import { portCarrier, silentLog, systemClock, systemRandom } from '../../core/kit/index.js'
import type { KindToken, KubeObject } from '../../core/meta/index.js'
import type { Operator } from '../../core/operator.js'
import { ensurePermissions, Manager, type OperatorStatus, operatorUser } from '../../core/runtime/index.js'
import { TestServer } from './server.js'

const world = { clock: systemClock, random: systemRandom, log: silentLog }

export class RunningCluster {
  readonly api: TestServer
  /** Of a person who may do everything. */
  readonly client: Client
  readonly #ports: Port[] = []
  #manager: Manager

  private constructor(api: TestServer) {
    this.api = api
    this.client = this.#clientsOf(() => ({ username: 'admin', groups: ['system:masters'] }))('person')
    this.#manager = this.#newManager()
  }

  static async start(...operators: readonly Operator[]): Promise<RunningCluster> {
    const cluster = new RunningCluster(await TestServer.start())
    await cluster.start(...operators)
    return cluster
  }

  /** More operators begin. */
  async start(...operators: readonly Operator[]): Promise<void> {
    await Promise.all(operators.map((operator) => ensurePermissions(this.client, operator)))
    for (const operator of operators) this.#manager.start(operator)
  }

  /** The operators' process ends and another one begins. */
  async restart(...operators: readonly Operator[]): Promise<void> {
    await this.#manager.close()
    this.#manager = this.#newManager()
    for (const operator of operators) this.#manager.start(operator)
  }

  /** The states of the operators that were started. */
  operators(): readonly OperatorStatus[] {
    return this.#manager.status()
  }

  /** The objects of a kind and a selection, once they are as wanted. */
  async until<T extends object>(
    kind: KindToken<T>,
    selection: { readonly namespace?: string; readonly fieldSelector?: string; readonly labelSelector?: string },
    wanted: (objects: readonly T[]) => boolean,
  ): Promise<readonly T[]> {
    const objects = new Map<string, T>()
    const start = await this.client.list(kind, selection)
    for (const object of start.items) objects.set(uidOf(object), object)
    if (wanted([...objects.values()])) return [...objects.values()]
    const resumed = { ...selection, resourceVersion: String(start.metadata.resourceVersion) }
    for await (const event of this.client.watch(kind, resumed)) {
      take(objects, event)
      if (wanted([...objects.values()])) return [...objects.values()]
    }
    throw new Error('the watch ended')
  }

  async stop(): Promise<void> {
    await this.#manager.close()
    for (const port of this.#ports) port.close()
    await this.api.stop()
  }

  #newManager(): Manager {
    const clientOf = this.#clientsOf((name) => ({ username: operatorUser(name), groups: ['system:authenticated'] }))
    return new Manager({ clientOf, ...world })
  }

  #clientsOf(userOf: (name: string) => { username: string; groups: string[] }): (name: string) => Client {
    const { port1, port2 } = new MessageChannel()
    servePort(portCarrier(port1), { funnel: this.api.server.funnel, userOf: (name) => userOf(String(name)) })
    const port = new Port(portCarrier(port2))
    this.#ports.push(port)
    return (name) => new Client(port.transport(name), { userAgent: name })
  }
}

function take<T extends object>(objects: Map<string, T>, { type, object }: ObjectEvent<T>): void {
  if (type === 'DELETED') objects.delete(uidOf(object))
  else if (type !== 'BOOKMARK') objects.set(uidOf(object), object)
}

function uidOf(object: object): string {
  return String((object as KubeObject).metadata.uid)
}
