import type { Client } from '../client/index.js'
import type { Clock, Log, Random } from '../kit/index.js'
import type { Operator } from '../operator.js'
import { LeaderElector } from './leader-elector.js'
import { OperatorRun, type OperatorStatus } from './operator-run.js'
import { SharedInformers } from './shared-informers.js'

export interface ManagerParts {
  /** A client under the operator's own identity (`system:operator:<name>`). */
  readonly clientOf: (operator: string) => Client
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Candidates of several processes take turns by Leases in `namespace` (kube-system). Left out: this process is the only one. */
  readonly election?: { readonly identity: string; readonly namespace?: string }
}

interface Started {
  readonly run: OperatorRun
  readonly stop: AbortController
  readonly ended: Promise<void>
}

/** Runs operators beside each other: each can be started and stopped alone; one that throws is started again and never stops the others. */
export class Manager {
  readonly #parts: ManagerParts
  readonly #informers: SharedInformers
  readonly #started = new Map<string, Started>()

  constructor(parts: ManagerParts) {
    this.#parts = parts
    this.#informers = new SharedInformers(parts)
  }

  /** Throws when an operator of this name is running. */
  start(operator: Operator): void {
    const { name } = operator
    if (this.#started.has(name)) throw new Error(`operator ${name} is running`)
    const { clientOf, clock, random, log, election } = this.#parts
    const client = clientOf(name)
    const run = new OperatorRun({
      operator,
      client,
      clock,
      random,
      informers: this.#informers,
      log: log.with({ operator: name }),
    })
    const stop = new AbortController()
    const lead = run.lead.bind(run)
    const work = election
      ? new LeaderElector({
          client,
          clock,
          random,
          name,
          identity: election.identity,
          namespace: election.namespace ?? 'kube-system',
          log: log.with({ operator: name }),
        }).run(async (leadership) => {
          await lead(leadership)
          run.enter('waiting')
        }, stop.signal)
      : lead({ signal: stop.signal, holds: () => !stop.signal.aborted })
    const ended = work.then(() => {
      if (stop.signal.aborted) run.enter('stopped')
    })
    this.#started.set(name, { run, stop, ended })
  }

  /** Resolves when its work in hand is over and its lease given back. Stopping what does not run is nothing. */
  async stop(name: string): Promise<void> {
    const started = this.#started.get(name)
    if (!started) return
    started.stop.abort(new Error('stopped'))
    await started.ended
    if (this.#started.get(name) === started) this.#started.delete(name)
  }

  /** Stops all. */
  async close(): Promise<void> {
    await Promise.all([...this.#started.keys()].map((name) => this.stop(name)))
  }

  /** In order of name: what `operon operators list` shows. */
  status(): readonly OperatorStatus[] {
    return [...this.#started.keys()].sort().map((name) => this.#started.get(name)!.run.status())
  }

  /** How many objects the process keeps, by kind and narrowing. */
  cacheSizes(): ReturnType<SharedInformers['sizes']> {
    return this.#informers.sizes()
  }
}
