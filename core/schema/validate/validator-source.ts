/** Loads generated validators, a file at first use of one of its types. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { RawValidator, ValidatorSource } from './raw-validator.js'

/** `folder`: crds/generated/validators. */
export function validatorSource(folder: string): ValidatorSource {
  const load = createRequire(join(folder, 'index.json'))
  let index: Readonly<Record<string, string>> | undefined
  return (typeName) => {
    index ??= existsSync(join(folder, 'index.json')) ? JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) : {}
    const file = index![typeName]
    return file === undefined ? undefined : (load(`./${file}.cjs`) as Record<string, RawValidator>)[typeName]
  }
}
