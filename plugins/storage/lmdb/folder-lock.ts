/** One process owns a data folder: a lock file with its pid and start time, and a socket that answers while it lives. */
import {
  linkSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
  chmodSync,
} from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { StorageFailedError } from '../../../core/storage/contract.js'

export interface FolderLock {
  release(): Promise<void>
}

/** Who holds a lock. */
interface Owner {
  readonly pid: number
  /** Clock ticks since boot (/proc/PID/stat, field 22); '' where there is no /proc. */
  readonly startTime: string
  readonly boot: string
}

const lockName = 'lock'
const socketName = 'owner.sock'

/**
 * Takes the folder, which is made with mode 0700 when it is missing. A lock whose owner is gone (its pid is free or another process's, and its socket silent) is taken over.
 * Throws `StorageFailedError` when a living process has it. The socket tells owners in other pid namespaces.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  makeFolder(folder)
  const path = join(folder, lockName)
  const own: Owner = { pid: process.pid, startTime: startTimeOf(process.pid), boot: bootId() }
  for (let attempt = 0; !claim(path, own); attempt++) {
    const holder = readOwner(path)
    if (!holder) continue
    if (isAlive(holder) || (await answers(folder))) throw inUse(folder, holder)
    if (attempt > 10) throw inUse(folder, holder)
    removeStale(path, holder, own)
  }
  const server = await listen(folder)
  return {
    release: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()))
      if (isSame(readOwner(path), own)) unlinkSync(path)
    },
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  } catch (error) {
    throw new StorageFailedError(`the data folder ${folder} can't be used: ${(error as Error).message}`)
  }
}

/** Puts the whole lock file in place at once, unless there is one. */
function claim(path: string, own: Owner): boolean {
  const draft = `${path}.${own.pid}`
  try {
    writeFileSync(draft, JSON.stringify(own), { mode: 0o600 })
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new StorageFailedError(`the lock file ${path} can't be written: ${(error as Error).message}`)
  } finally {
    removeIfThere(draft)
  }
}

/** Undefined when it went away meanwhile. A lock that can't be read is nobody's. */
function readOwner(path: string): Owner | undefined {
  try {
    const { pid, startTime, boot } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Owner>
    return { pid: Number(pid) || 0, startTime: String(startTime), boot: String(boot) }
  } catch (error) {
    return error instanceof SyntaxError ? { pid: 0, startTime: '', boot: '' } : undefined
  }
}

const isSame = (a: Owner | undefined, b: Owner) => a?.pid === b.pid && a.startTime === b.startTime && a.boot === b.boot

function isAlive({ pid, startTime, boot }: Owner): boolean {
  if (pid <= 0 || boot !== bootId()) return false
  const now = startTimeOf(pid)
  if (now !== '' && startTime !== '') return now === startTime
  try {
    process.kill(pid, 0)
    return now === startTime
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && now === startTime
  }
}

/** Whether somebody listens at the folder's socket. */
function answers(folder: string): Promise<boolean> {
  return atSocket(folder, (path) => {
    return new Promise((resolve) => {
      const socket = connect(path)
      socket.once('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
  })
}

/** Takes a stale lock away; one that somebody else took over meanwhile is put back. */
function removeStale(path: string, stale: Owner, own: Owner): void {
  const aside = `${path}.stale.${own.pid}`
  try {
    renameSync(path, aside)
    if (!isSame(readOwner(aside), stale)) linkSync(aside, path)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    removeIfThere(aside)
  }
}

function listen(folder: string): Promise<Server> {
  return atSocket(folder, (path) => {
    removeIfThere(path)
    const server = createServer((socket) => socket.destroy())
    server.unref()
    return new Promise<Server>((resolve, reject) => {
      server.once('error', (error) =>
        reject(new StorageFailedError(`no socket can be made in ${folder}: ${error.message}`)),
      )
      server.listen(path, () => resolve(server))
    })
  })
}

/** Socket paths are limited to some 100 bytes: a longer one goes by way of a descriptor of the folder. */
async function atSocket<T>(folder: string, use: (path: string) => Promise<T>): Promise<T> {
  const path = join(folder, socketName)
  if (Buffer.byteLength(path) < 100) return use(path)
  const descriptor = openSync(folder, 'r')
  try {
    return await use(`/proc/self/fd/${descriptor}/${socketName}`)
  } finally {
    closeSync(descriptor)
  }
}

function inUse(folder: string, { pid }: Owner): StorageFailedError {
  return new StorageFailedError(
    `the data folder ${folder} is in use by process ${pid}: stop that one first (kill ${pid}), or use another folder (--data-dir)`,
  )
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch {}
}

/** '' when there is no such process, or no /proc. */
function startTimeOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}
