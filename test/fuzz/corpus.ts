/** The kept inputs of each target: test/fuzz/corpus/<target>/, a file each, named by what is in it. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Of the sources: this file runs from dist/test/fuzz. */
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'test', 'fuzz', 'corpus')

/** Inputs that once failed, and some that reach far. */
export function corpusOf(target: string): Buffer[] {
  const place = join(folder, target)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .sort()
    .map((name) => readFileSync(join(place, name)))
}

/** Answers the path from the repository's root. */
export function keep(target: string, input: Uint8Array): string {
  mkdirSync(join(folder, target), { recursive: true })
  const name = `${createHash('sha256').update(input).digest('hex').slice(0, 12)}`
  writeFileSync(join(folder, target, name), input)
  return `test/fuzz/corpus/${target}/${name}`
}
