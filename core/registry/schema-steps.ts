/** Where the registry calls the schema room: decoding, defaulting, validating and reading fields of objects. */
import type { KubeObject, StatusCause } from '../meta/index.js'
import {
  applyDefaults,
  checkSchema,
  type Decoded,
  type DefinitionVersion,
  decodeObject,
  checkConversion as findConversionErrors,
  type Held,
  RulesTooDear,
  decodeConfiguration as readConfiguration,
  validateObject,
} from '../schema/index.js'
import { valueAt } from './field-path.js'
import type { Shelf } from './shelf.js'
import { TooHeavyHere } from './size-limits.js'

export function checkConversion(declared: string, versions: readonly unknown[], field: string): readonly StatusCause[] {
  return findConversionErrors(declared, versions as Parameters<typeof findConversionErrors>[1], field)
}

export { checkSchema }

/** Throws 400 for members of a wrong type. `body` is used up. Members shared with `settled`, a stored object of that version, need no look. */
export function decode(body: KubeObject, version: DefinitionVersion, settled?: KubeObject): Decoded {
  return decodeObject(version, body, settled)
}

/** As `decode`, of an applied configuration. */
export function decodeConfiguration(body: KubeObject, version: DefinitionVersion): Decoded {
  return readConfiguration(version, body)
}

/** Fills defaults in place, those of `version`: the shelf's own when left out. Members shared with `settled`, a stored object of that version, need none. */
export function setDefaults(
  shelf: Shelf,
  object: KubeObject,
  { version = shelf.version, settled }: { readonly version?: DefinitionVersion; readonly settled?: KubeObject } = {},
): void {
  applyDefaults(version, object, settled)
  if (version === shelf.version) shelf.plugin?.fill?.(object)
}

/** What a version's schema asks beyond types; of a person's own kind and a request through its status, of that alone. Throws TooHeavyHere when its rules take more than `units`. */
export function schemaErrors(
  version: DefinitionVersion,
  object: KubeObject,
  { ofStatus, ...held }: Omit<Held, 'part'> & { readonly ofStatus: boolean },
): readonly StatusCause[] {
  try {
    return validateObject(version, object, { ...held, part: ofStatus ? 'status' : undefined })
  } catch (error) {
    throw error instanceof RulesTooDear ? new TooHeavyHere() : error
  }
}

/** The text of a selectable field of a stored object; '' when it is absent. */
export function readField(shelf: Shelf, object: KubeObject, path: string): string {
  const computed = shelf.plugin?.fields?.[path]
  if (computed) return computed(object)
  const value = valueAt(object, path)
  return value === undefined || value === null ? '' : String(value)
}
