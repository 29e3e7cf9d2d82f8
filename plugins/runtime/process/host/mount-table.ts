/** Reads /proc/self/mountinfo. */
import { readFileSync } from 'node:fs'

export interface MountEntry {
  readonly target: string
  readonly options: readonly string[]
  readonly type: string
  readonly superOptions: readonly string[]
}

/** The mounts this process sees, in the order they were made. */
export function mountTable(): MountEntry[] {
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(parse)
}

/** The mount that `path` (absolute, real) lies on. */
export function mountOf(path: string, table: readonly MountEntry[] = mountTable()): MountEntry | undefined {
  let best: MountEntry | undefined
  for (const entry of table) {
    const covers = entry.target === '/' || path === entry.target || path.startsWith(`${entry.target}/`)
    if (covers && (!best || entry.target.length >= best.target.length)) best = entry
  }
  return best
}

function parse(line: string): MountEntry {
  const [left = '', right = ''] = line.split(' - ')
  const fields = left.split(' ')
  const [type = '', , superOptions = ''] = right.split(' ')
  return {
    target: unescapeOctal(fields[4] ?? ''),
    options: (fields[5] ?? '').split(','),
    type,
    superOptions: superOptions.split(','),
  }
}

function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)))
}
