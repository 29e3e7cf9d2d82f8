/** What exec and attach are, whatever carries them: the request's options, the session in the container, and how its end is told. */
import { internalError, isTrueParameter } from '../../../core/meta/index.js'
import type { Container, ContainerRuntime, ExecSession } from '../../../plugins/runtime/contract.js'
import { HttpError } from './http-error.js'

export interface CommandTarget {
  readonly runtime: ContainerRuntime
  readonly container: Container
  readonly isAttach: boolean
}

export interface CommandOptions {
  readonly command: readonly string[]
  readonly stdin: boolean
  readonly stdout: boolean
  readonly stderr: boolean
  readonly tty: boolean
}

/** Throws an HttpError for a request that can't be. */
export function commandOptions({ searchParams: query }: URL, isAttach: boolean): CommandOptions {
  const wants = (short: string, long: string) => isTrueParameter(query.get(short)) || isTrueParameter(query.get(long))
  const options = {
    command: query.getAll('command'),
    stdin: wants('input', 'stdin'),
    stdout: wants('output', 'stdout'),
    stderr: wants('error', 'stderr'),
    tty: isTrueParameter(query.get('tty')),
  }
  if (!isAttach && !options.command.length)
    throw new HttpError(400, 'you must specify at least 1 command for the container')
  if (!options.stdin && !options.stdout && !options.stderr) {
    throw new HttpError(400, 'you must specify at least 1 of stdin, stdout, stderr')
  }
  return options
}

export function openSession(
  { runtime, container, isAttach }: CommandTarget,
  { command, stdin, tty }: CommandOptions,
): Promise<ExecSession> {
  if (!isAttach) return runtime.exec(container.id, { command, stdin, tty })
  return runtime.attach(container.id, { stdin, tty: container.config.tty })
}

/** `text`: JSON with Width and Height. A size that is none is left out. */
export function resizeTo(session: ExecSession | undefined, text: string): void {
  try {
    const { Width, Height } = JSON.parse(text) as { Width?: unknown; Height?: unknown }
    if (Number.isInteger(Width) && Number.isInteger(Height)) session?.resize(Number(Width), Number(Height))
  } catch {
    // Not JSON.
  }
}

/** The Status that says how the session ended. The end of whoever is attached to a container says nothing of its exit code (upstream's clients take one for a failed attach). */
export function endOf(session: ExecSession, isAttach: boolean): Promise<Buffer> {
  return session.exit.then((exitCode) => (isAttach || exitCode === 0 ? success : exit(exitCode)), failure)
}

const success = Buffer.from(JSON.stringify({ metadata: {}, status: 'Success' }))

function exit(exitCode: number): Buffer {
  return Buffer.from(
    JSON.stringify({
      metadata: {},
      status: 'Failure',
      reason: 'NonZeroExitCode',
      message: `command terminated with non-zero exit code: exit status ${exitCode}`,
      details: { causes: [{ reason: 'ExitCode', message: String(exitCode) }] },
    }),
  )
}

/** The Status of a session that could not be, or broke. */
export function failure(error: unknown): Buffer {
  const {
    kind: _kind,
    apiVersion: _version,
    ...status
  } = internalError(
    `error executing command in container: ${error instanceof Error ? error.message : String(error)}`,
  ).status
  return Buffer.from(JSON.stringify(status))
}
