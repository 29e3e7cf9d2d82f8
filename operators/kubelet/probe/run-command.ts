/** Runs a command in a container to its end, and keeps the first 10 kB of what it prints. */
import type { Clock } from '../../../core/kit/index.js'
import type { ContainerRuntime } from '../../../plugins/runtime/contract.js'

const keptBytes = 10 * 1024

/** Throws when it takes longer than `timeoutMs`. */
export async function runCommand(run: {
  readonly runtime: ContainerRuntime
  readonly clock: Clock
  readonly containerId: string
  readonly command: readonly string[]
  readonly timeoutMs: number
}): Promise<{ readonly exitCode: number; readonly output: string }> {
  const session = await run.runtime.exec(run.containerId, { command: run.command, stdin: false, tty: false })
  const kept: Buffer[] = []
  let size = 0
  const keep = (chunk: Buffer) => {
    if (size < keptBytes) kept.push(chunk)
    size += chunk.length
  }
  session.stdout.on('data', keep)
  session.stderr?.on('data', keep)
  let expire: () => void = () => {}
  const late = new Promise<never>((_, reject) => {
    expire = () =>
      reject(new Error(`command timed out: "${run.command.join(' ')}" timed out after ${run.timeoutMs / 1000}s`))
  })
  const timer = run.clock.after(run.timeoutMs, () => {
    session.kill()
    expire()
  })
  try {
    const exitCode = await Promise.race([session.exit, late])
    return { exitCode, output: Buffer.concat(kept).subarray(0, keptBytes).toString() }
  } finally {
    timer.cancel()
  }
}
