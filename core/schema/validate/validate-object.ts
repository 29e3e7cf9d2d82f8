/** Validation: what a definition's schema asks of objects beyond their types, in upstream's words. */
import type { KubeObject, StatusCause } from '../../meta/index.js'
import type { DefinitionVersion, Held } from '../definition.js'
import { causeOf } from './cause.js'
import type { RawError } from './raw-validator.js'

/** More than these help nobody, and cost an answer its size. */
const most = 50

/** All that is wrong, at most 50 of it, in order of place. Statuses and metadata are not looked at. `held`: for definitions by anyone. Cost: about 1 us for a pod when all is well. */
export function validateObject(
  version: DefinitionVersion,
  object: KubeObject,
  held: Held = {},
): readonly StatusCause[] {
  if (version.steps) return version.steps().validate(object, held)
  const validate = version.validator()
  if (!validate || validate(object)) return []
  const type = version.type()
  return said(validate.errors)
    .slice(0, most)
    .map((error) => causeOf(error, { object, type }))
}

/** A name that a map may not have is told once, not for the map as well. */
const said = (errors: readonly RawError[] | null | undefined): readonly RawError[] =>
  (errors ?? []).filter(({ keyword }) => keyword !== 'propertyNames')
