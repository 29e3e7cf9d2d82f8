/** Joins a running container's own input and output. */
import { join } from 'node:path'
import { type AttachOptions, type ExecSession, RuntimeError } from '../../contract.js'
import type { ManagedContainer } from '../container/container.js'
import type { Host } from '../host/host.js'
import { leaveLine, openForWriting } from '../output/fifo.js'
import { resizeTerminal } from './terminal.js'

/**
 * Output from now on. The session's exit is the container's, or 0 when the client's input ends and the container's stays open for the next one: nobody would tell it of another end (containerd's behaviour).
 * Killing it leaves the container as it is.
 */
export function attachTo(host: Host, container: ManagedContainer, options: AttachOptions): ExecSession {
  const { record, pump, folder } = container
  if (container.state !== 'running' || !pump) {
    throw new RuntimeError('NotRunning', `container ${record.id} is not running`)
  }
  const stdout = pump.listen('stdout')
  const stderr = record.config.tty ? undefined : pump.listen('stderr')
  const stdin = options.stdin && record.config.stdin ? openInput(folder) : undefined
  let leave: (code: number) => void
  const left = new Promise<number>((resolve) => (leave = resolve))
  if (record.config.stdinOnce) {
    const closeInput = () => leaveLine(join(folder, 'stdin-hold'))
    stdin?.once('finish', closeInput).once('close', closeInput)
  } else
    stdin?.once('finish', () => {
      pump.leave(stdout)
      if (stderr) pump.leave(stderr)
      leave(0)
    })
  return {
    stdin,
    stdout,
    stderr,
    resize: (columns, rows) => {
      if (record.config.tty && container.init) resizeTerminal(host, container.init.pid, { columns, rows })
    },
    exit: Promise.race([left, container.ended.then(() => pump.drained).then(() => record.ending?.exitCode ?? 137)]),
    kill: () => {
      stdin?.destroy()
      stdout.destroy()
      stderr?.destroy()
    },
  }
}

function openInput(folder: string) {
  try {
    return openForWriting(join(folder, 'stdin')).on('error', () => {})
  } catch (cause) {
    throw new RuntimeError('AttachError', 'the container no longer reads its standard input', { cause })
  }
}
