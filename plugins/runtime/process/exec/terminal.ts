/** The size of a terminal that a process has as its standard input. */
import { spawn } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import { hostEnvironment } from '../host/command.js'
import type { Host } from '../host/host.js'

/** Tells the terminal, and through it the programs that run on it. Nothing happens when it is gone or stty is missing. */
export function resizeTerminal(
  host: Host,
  pid: number,
  size: { readonly columns: number; readonly rows: number },
): void {
  if (!host.tools.stty || !(size.columns > 0) || !(size.rows > 0)) return
  let terminal: number
  try {
    terminal = openSync(`/proc/${pid}/fd/0`, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK)
  } catch {
    return
  }
  const child = spawn(host.tools.stty, ['cols', String(size.columns), 'rows', String(size.rows)], {
    env: hostEnvironment,
    stdio: [terminal, 'ignore', 'ignore'],
  })
  child.on('error', () => {})
  closeSync(terminal)
}
