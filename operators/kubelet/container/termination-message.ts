/** The last words of a container: its termination message file, or the end of its log where the policy says so. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Container } from '../../../plugins/runtime/contract.js'
import type { ContainerSpec } from '../shapes/index.js'

const mostBytes = 4096
const mostLogBytes = 2048
const mostLogLines = 80

/** Undefined: it left none. */
export function terminationMessageOf(
  container: Container,
  spec: ContainerSpec | undefined,
  paths: { readonly file: string; readonly log: string },
): string | undefined {
  const text = endOf(paths.file, mostBytes, 'start')
  if (text) return text
  if (spec?.terminationMessagePolicy !== 'FallbackToLogsOnError' || !container.exitCode) return undefined
  const lines = (endOf(paths.log, 64 * 1024, 'end') ?? '').split('\n').filter(Boolean).slice(-mostLogLines)
  const output = lines.map(textOf).join('')
  return output ? output.slice(-mostLogBytes) : undefined
}

/** A line of a log in CRI format, with its newline if it had one. */
function textOf(line: string): string {
  const [, , tag, ...words] = line.split(' ')
  return `${words.join(' ')}${tag === 'P' ? '' : '\n'}`
}

function endOf(path: string, most: number, side: 'start' | 'end'): string | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const { size } = fstatSync(file)
    const bytes = Buffer.alloc(Math.min(size, most))
    readSync(file, bytes, 0, bytes.length, side === 'end' ? size - bytes.length : 0)
    return bytes.toString() || undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
