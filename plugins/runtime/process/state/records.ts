/** What is kept on disk of each sandbox and container, so that another process can adopt them. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ContainerConfig, SandboxConfig } from '../../contract.js'
import { readIfPresent, writeAtomically } from '../host/atomic-file.js'
import type { ProcessIdentity } from '../host/process-identity.js'
import { removeTree } from '../host/remove-tree.js'

export interface SandboxRecord {
  readonly id: string
  readonly config: SandboxConfig
  readonly createdAtMs: number
  readonly bootId: string
  /** Holds the namespaces. */
  readonly pause: ProcessIdentity
  /** Of the pod network. */
  readonly ip?: string
  /** The host's end of its pair of links. */
  readonly link?: string
  stopped: boolean
}

export interface ContainerRecord {
  readonly id: string
  readonly sandboxId: string
  /** Replaced when it is resized. */
  config: ContainerConfig
  readonly imageId: string
  readonly createdAtMs: number
  readonly bootId: string
  readonly stopSignal: string
  /** A secret line with which the shell before the command tells that it could not become the command. */
  readonly failureToken: string
  /** Its processes are in a namespace that others see too. */
  readonly sharesPids: boolean
  /** The first word of what it executes, for messages. */
  readonly command: string
  startedAtMs?: number
  /** Set when it never ran, or ended in a way that only this process saw. */
  ending?: { readonly exitCode: number; readonly reason: string; readonly message: string; readonly atMs: number }
}

/** Records of one sort, each in `<folder>/<id>/record.json`. */
export class RecordFolder<R extends { readonly id: string }> {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  pathOf(id: string): string {
    return join(this.#folder, id)
  }

  save(record: R): void {
    this.prepare(record.id)
    writeAtomically(this.#fileOf(record.id), JSON.stringify(record))
  }

  /** All of them. A folder without a record is left out: see `unfinished`. */
  load(): R[] {
    return readdirSync(this.#folder).flatMap((id) => {
      const text = readIfPresent(this.#fileOf(id))
      return text === undefined ? [] : [JSON.parse(text) as R]
    })
  }

  /** Those whose making or removal a crash has cut short: a folder, and no record in it. */
  unfinished(): string[] {
    return readdirSync(this.#folder).filter((id) => !existsSync(this.#fileOf(id)))
  }

  /** Makes the folder before there is a record. */
  prepare(id: string): string {
    mkdirSync(this.pathOf(id), { recursive: true, mode: 0o700 })
    return this.pathOf(id)
  }

  remove(id: string): Promise<void> {
    return removeTree(this.pathOf(id))
  }

  #fileOf(id: string): string {
    return join(this.pathOf(id), 'record.json')
  }
}

/** The process that a script noted in `file`, as pid and start time. */
export function identityIn(file: string): ProcessIdentity | undefined {
  const [pid, startTicks] = readIfPresent(file)?.trim().split(' ') ?? []
  return pid && startTicks ? { pid: Number(pid), startTicks } : undefined
}
