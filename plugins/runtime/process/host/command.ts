/** Runs a program of the host to its end, with a clean environment. */
import { type StdioOptions, spawn } from 'node:child_process'
import { coverInherited } from './inherited.js'
import type { Clock } from '../../../../core/kit/index.js'
import { identify } from './process-identity.js'
import { killTree } from './process-tree.js'
import { hostPath } from './tools.js'

/** The kubelet's own runtime request timeout. */
const mostStartMs = 120_000

export interface CommandResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The environment of every host program: nothing of the node's own, nothing of a pod's. */
export const hostEnvironment: Readonly<Record<string, string>> = { PATH: hostPath, LC_ALL: 'C' }

/** Resolves when it ended, whatever its exit code; rejects only when it can't be started. */
export function run(program: string, args: readonly string[], stdin = ''): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: hostEnvironment, stdio: ['pipe', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 137 : 1), stdout, stderr }))
    child.stdin.on('error', () => {})
    child.stdin.end(stdin)
  })
}

/** As `run`, but an exit code other than 0 rejects with what it said. */
export async function mustRun(program: string, args: readonly string[], stdin = ''): Promise<string> {
  const result = await run(program, args, stdin)
  if (result.code !== 0) {
    throw new Error(
      `${program} ${args.join(' ')}: exit ${result.code}: ${result.stderr.trim() || result.stdout.trim()}`,
    )
  }
  return result.stdout
}

/**
 * Starts a program in a session of its own that outlives this process. Resolves, with what it said, when it closed its standard output; one that
 * doesn't within two minutes is killed with all its children.
 */
export function startDetached(
  clock: Clock,
  program: string,
  { args, cwd }: { readonly args: readonly string[]; readonly cwd: string },
): Promise<Started> {
  return new Promise((resolve, reject) => {
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', ...coverInherited()]
    const child = spawn(program, args, { cwd, env: hostEnvironment, detached: true, stdio })
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.on('error', reject)
    const identity = child.pid === undefined ? undefined : identify(child.pid)
    const timer = clock.after(mostStartMs, () => identity && killTree(identity))
    child.stdout?.on('end', () => {
      timer.cancel()
      child.unref()
      child.stderr?.destroy()
      resolve({ pid: child.pid ?? 0, stdout: stdout.trim(), stderr: stderr.trim() })
    })
  })
}

export interface Started {
  readonly pid: number
  readonly stdout: string
  readonly stderr: string
}
