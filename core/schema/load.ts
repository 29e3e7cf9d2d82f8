/** Loads the built-in definitions that stand in a folder (crds/generated): the one place of this room that reads files. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CompiledDefinition, compileDefinitions } from './compile.js'
import type { Definition } from './definition.js'
import type { TypeSource } from './schema-node.js'
import { documentedTypes } from './documented-types.js'
import { typeSource } from './type-source.js'
import { validatorSource } from './validate/index.js'

export interface BuiltIns {
  /** In order of discovery. */
  readonly definitions: readonly Definition[]
  readonly types: TypeSource
  /** As `types`, with what is known of their members in words: for OpenAPI. Each call's source reads the words anew when it is first asked (some 3 ms), so that nothing stays in memory. */
  readonly documented: () => TypeSource
}

/** `folder`: a path or file URL. Reads synchronously; about 2 ms and half a megabyte. */
export function loadBuiltIns(folder: string | URL): BuiltIns {
  const path = typeof folder === 'string' ? folder : fileURLToPath(folder)
  const compiled = JSON.parse(readFileSync(join(path, 'definitions.json'), 'utf8')) as CompiledDefinition[]
  const types = typeSource(readFileSync(join(path, 'types.jsonl'), 'utf8'))
  return {
    definitions: compileDefinitions(compiled, types, validatorSource(join(path, 'validators'))),
    types,
    documented: () => documentedTypes(types, () => readDescriptions(join(path, 'descriptions.jsonl'))),
  }
}

/** '' where the build made none. */
function readDescriptions(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
