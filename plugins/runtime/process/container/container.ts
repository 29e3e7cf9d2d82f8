/** One container that this process looks after: what is known of it, its output, its end. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sleep } from '../../../../core/kit/index.js'
import type { Container } from '../../contract.js'

import { wasOutOfMemory } from '../cgroup/usage.js'
import { childrenOf } from '../host/process-tree.js'
import { readIfPresent, writeAtomically } from '../host/atomic-file.js'
import type { Host } from '../host/host.js'
import { identify, isAlive, type ProcessIdentity } from '../host/process-identity.js'
import { OutputPump } from '../output/pump.js'
import { type ContainerRecord, identityIn } from '../state/records.js'
import { groupOf, type Situation } from './create.js'

export type ContainerState = Container['state']

export class ManagedContainer {
  readonly record: ContainerRecord
  readonly folder: string
  readonly #host: Host
  readonly #logPath: string
  #init: ProcessIdentity | undefined
  pump: OutputPump | undefined
  /** While its start is under way, its end is the starter's to tell. */
  isStarting = false
  /** Resolves when it has ended, however it was noticed. */
  readonly ended: Promise<void>
  #tellEnded: () => void = () => {}
  /** Resolves when, besides, its output is in the log and its end is known for good: what others are shown as its end. */
  readonly settled: Promise<void>
  #tellSettled: () => void = () => {}
  #isSettled = false

  constructor(host: Host, record: ContainerRecord, places: { readonly folder: string; readonly logPath: string }) {
    this.#host = host
    this.record = record
    this.folder = places.folder
    this.#logPath = places.logPath
    this.ended = new Promise((resolve) => {
      this.#tellEnded = resolve
    })
    this.settled = new Promise((resolve) => {
      this.#tellSettled = resolve
    })
    if (record.ending) this.settle()
  }

  /** The command's process, seen from the host. Undefined before the start. */
  get init(): ProcessIdentity | undefined {
    this.#init ??= identityIn(join(this.folder, 'pid'))
    return this.#init
  }

  /** Where a shell outside of the container waits for the command: notes the command itself as the container's process. */
  async noteCommand(): Promise<void> {
    const file = join(this.folder, 'pid')
    const shell = identityIn(file)
    let identity: ProcessIdentity | undefined
    // The shell is about to fork.
    while (shell && isAlive(shell) && !identity) {
      const child = childrenOf(shell.pid)[0]
      identity = child === undefined ? undefined : identify(child)
      if (!identity) await sleep(this.#host.clock, 1)
    }
    if (!identity) return
    writeAtomically(file, `${identity.pid} ${identity.startTicks}\n`)
    this.#init = identity
  }

  /** What waits for the command, outside of the container. */
  get shim(): ProcessIdentity | undefined {
    return identityIn(join(this.folder, 'shim-pid'))
  }

  /** Whom, where and with what environment its commands run. */
  situation(): Situation {
    return JSON.parse(readFileSync(join(this.folder, 'situation.json'), 'utf8')) as Situation
  }

  get state(): ContainerState {
    if (this.record.ending) return 'exited'
    return this.init || this.record.startedAtMs !== undefined ? 'running' : 'created'
  }

  /** Opens the pipes and carries on with the log. Harmless when they are gone. */
  openOutput(): void {
    if (this.pump) return
    try {
      this.pump = new OutputPump({
        folder: this.folder,
        logPath: this.#logPath,
        now: () => this.#host.clock.now(),
        failureToken: this.record.failureToken,
      })
    } catch {}
  }

  /** Looks whether it ended since the last look; true when it just turned out so. Costs one or two small reads. */
  noticeEnd(): boolean {
    if (this.isStarting || this.record.ending || this.state !== 'running') return false
    const exitFile = join(this.#host.paths.exits, this.record.id)
    const text = readIfPresent(exitFile)
    if (text?.endsWith('\n')) {
      this.#end(Number(text), statSync(exitFile).mtimeMs)
      return true
    }
    if (this.record.bootId === this.#host.bootId && (isAlive(this.init) || isAlive(this.shim))) return false
    const late = readIfPresent(exitFile)
    if (late?.endsWith('\n')) this.#end(Number(late), statSync(exitFile).mtimeMs)
    else this.#endUnseen()
    return true
  }

  /** With the shim its last words are lost as well: there is nothing to wait for. */
  #endUnseen(): void {
    this.endWith({
      exitCode: 137,
      reason: 'ContainerStatusUnknown',
      message: 'the container and its shim ended unseen',
      atMs: this.#host.clock.now(),
    })
    this.settle()
  }

  endWith(ending: NonNullable<ContainerRecord['ending']>): void {
    if (this.record.ending) return
    this.record.ending = ending
    this.#tellEnded()
  }

  settle(): void {
    this.#isSettled = true
    this.#tellSettled()
  }

  #end(exitCode: number, atMs: number): void {
    const { cgroups } = this.#host
    const outOfMemory = cgroups !== undefined && exitCode === 137 && wasOutOfMemory(cgroups, groupOf(this.record))
    const reason = outOfMemory ? 'OOMKilled' : exitCode === 0 ? 'Completed' : 'Error'
    this.endWith({ exitCode, reason, message: '', atMs: Math.max(Math.round(atMs), this.record.startedAtMs ?? 0) })
  }

  describe(): Container {
    const { record } = this
    const ending = this.#isSettled ? record.ending : undefined
    return {
      id: record.id,
      sandboxId: record.sandboxId,
      config: record.config,
      imageId: record.imageId,
      state: record.ending && !ending ? 'running' : this.state,
      createdAtMs: record.createdAtMs,
      ...(record.startedAtMs === undefined ? {} : { startedAtMs: record.startedAtMs }),
      ...(ending ? { finishedAtMs: ending.atMs, exitCode: ending.exitCode, reason: ending.reason } : {}),
      ...(ending?.message ? { message: ending.message } : {}),
    }
  }
}
