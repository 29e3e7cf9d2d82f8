/** Starts a prepared container and learns whether its command came to run. */
import { join } from 'node:path'
import { RuntimeError } from '../../contract.js'
import { readIfPresent } from '../host/atomic-file.js'
import { startDetached } from '../host/command.js'
import type { Host } from '../host/host.js'

/** Resolves once the command is about to be executed. Throws StartError for a command that can't be, RunContainerError for the rest. */
export async function startShim(host: Host, folder: string, command: string): Promise<void> {
  const { stdout: said } = await startDetached(host.clock, host.tools.sh, { args: [join(folder, 'shim')], cwd: folder })
  const [word, ...rest] = said.split(' ')
  if (word === 'exec') return
  if (word === 'fail') throw new RuntimeError('StartError', startErrorMessage(rest.join(' '), command))
  const log = readIfPresent(join(folder, 'setup.log'))?.trim()
  throw new RuntimeError('RunContainerError', `failed to start container: ${[said, log].filter(Boolean).join(': ')}`)
}

/** In runc's words, as people search for them. */
export function startErrorMessage(why: string, command: string): string {
  const exec = `exec: ${JSON.stringify(command)}`
  const reasons: Record<string, string> = {
    path: `${exec}: executable file not found in $PATH`,
    missing: `${exec}: stat ${command}: no such file or directory`,
    folder: `${exec}: is a directory`,
    denied: `${exec}: permission denied`,
    workdir: 'chdir to the working directory: no such file or directory or permission denied',
  }
  return `unable to start container process: ${reasons[why] ?? `${exec}: ${why}`}`
}
