/** The built-in definitions for targets, read once. */
import { type BuiltIns, loadBuiltIns, type StructType, wholeTypes } from '../../core/schema/index.js'

let loaded: BuiltIns | undefined

export function builtIns(): BuiltIns {
  loaded ??= loadBuiltIns(new URL('../../crds/generated/', import.meta.url))
  return loaded
}

let types: ReturnType<typeof wholeTypes> | undefined

export function typeOf(apiVersion: string, kind: string): StructType | undefined {
  types ??= wholeTypes(() => builtIns().definitions, builtIns().types)
  return types(apiVersion, kind)
}
