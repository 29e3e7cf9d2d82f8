import { spawn } from 'node:child_process'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A program run to its end, with what it said. Rejects when it can't be started. */
export function runProgram(
  command: string,
  words: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const child = spawn(command, words, { ...options, env: { ...process.env, ...options.env } })
  let out = ''
  let err = ''
  child.stdout.on('data', (piece) => (out += piece))
  child.stderr.on('data', (piece) => (err += piece))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
}

/** What a part of a program prints as JSON on its last line; throws what it says on stderr when it fails. */
export async function saidBy(
  command: string,
  words: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<unknown> {
  const { code, out, err } = await runProgram(command, words, options)
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${err.slice(-4000)}`)
  return JSON.parse(out.trim().split('\n').at(-1) ?? '')
}
