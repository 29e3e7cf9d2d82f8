/** What the places that a scale subresource names may hold (upstream's validation of custom resources). */
import { isMembers } from '../../kit/index.js'
import { invalidValue, type StatusCause } from '../../meta/index.js'
import type { Members } from './shape.js'

/** As the definition says them, with their leading dots. */
export interface ScalePaths {
  readonly specReplicasPath?: string
  readonly statusReplicasPath?: string
  readonly labelSelectorPath?: string
}

const most = 2 ** 31 - 1

/** `part`: of a write to the status alone, which is not asked about what is wanted. */
export function scaleErrors(paths: ScalePaths, object: Members, part?: string): StatusCause[] {
  const { specReplicasPath, statusReplicasPath, labelSelectorPath } = paths
  const causes: StatusCause[] = []
  const refuse = (field: string, value: unknown, why: string) =>
    void causes.push({ reason: 'FieldValueInvalid', message: invalidValue(value, why), field })
  for (const path of part ? [statusReplicasPath] : [specReplicasPath, statusReplicasPath]) {
    const value = path ? at(object, path) : undefined
    if (!path || value === undefined) continue
    if (value === lost) refuse(path, object[path.split('.')[1]!], 'must hold members, of which one is the scale')
    else if (typeof value !== 'number' || !Number.isSafeInteger(value)) refuse(path, value, 'must be a whole number')
    else if (value < 0) refuse(path, value, 'must be 0 or more')
    else if (value > most) refuse(path, value, `must be ${most} or less`)
  }
  const selector = labelSelectorPath ? at(object, labelSelectorPath) : undefined
  if (selector !== undefined && typeof selector !== 'string')
    refuse(labelSelectorPath!, selector === lost ? '' : selector, 'should be a selector as a string')
  return causes
}

const lost = Symbol('something on the way is no object')

function at(object: Members, path: string): unknown {
  let value: unknown = object
  for (const name of path.replace(/^\./, '').split('.')) {
    if (!isMembers(value)) return lost
    if (!Object.hasOwn(value, name)) return undefined
    value = value[name]
  }
  return value
}
