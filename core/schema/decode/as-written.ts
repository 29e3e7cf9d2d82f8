/** Whole numbers written with a fraction or an exponent (`1.0`, `1e0`), which Go reads into no integer: what JSON.parse makes of them doesn't tell. */
import { readAsWritten, WrittenNumber } from '../../kit/index.js'
import type { Type } from '../type.js'
import { mismatch } from './mismatch.js'

/** A part of a value, with its numbers as they were written, and the members that lead there. */
interface Part {
  readonly steps: readonly string[]
  readonly value: unknown
}

const written = new WeakMap<object, () => readonly Part[]>()

/** `value` was read of `text`, which has a number with a fraction or an exponent. */
export function noteWritten(value: unknown, text: string): void {
  if (typeof value === 'object' && value !== null) written.set(value, () => [{ steps: [], value: readAsWritten(text) }])
}

/** What a merge patch or a JSON patch wrote is in what it made. */
export function carryWritten(patch: unknown, made: object): void {
  const parts = typeof patch === 'object' && patch !== null && written.get(patch)
  if (parts) written.set(made, () => parts().flatMap(writtenBy))
}

/** A JSON patch is a list of operations. */
const writtenBy = (patch: Part): readonly Part[] =>
  Array.isArray(patch.value) ? patch.value.map(operationPart) : [patch]

function operationPart({
  op,
  path,
  value,
}: {
  readonly op: unknown
  readonly path: unknown
  readonly value?: unknown
}): Part {
  const sets = op === 'add' || op === 'replace'
  return { steps: String(path).split('/').slice(1), value: sets ? value : undefined }
}

/** Throws a Mismatch for a number of `body` that was written so where `type` has an integer. Cost: a look, unless there is a fraction. */
export function refuseFractions(type: Type, body: unknown): void {
  const parts = written.get(body as object)
  if (!parts) return
  for (const { steps, value } of parts()) {
    let place: Place | undefined = { type, struct: '', path: '' }
    for (const step of steps) place = place && below(place, step)
    if (place) refuse(value, place)
  }
}

/** The number at `path` of `body` as it was written, when it has a fraction or an exponent. */
export function fractionAt(body: object, path: readonly string[]): string | undefined {
  for (const { steps, value } of written.get(body)?.() ?? []) {
    if (steps.some((step, at) => step !== path[at])) continue
    const found = path.slice(steps.length).reduce((holder, step) => (holder as Members | null)?.[step], value)
    if (found instanceof WrittenNumber) return found.text
  }
  return undefined
}

type Members = Readonly<Record<string, unknown>>

interface Place {
  readonly type: Type
  /** The innermost struct around it, and the path from the outermost one. */
  readonly struct: string
  readonly path: string
}

function refuse(value: unknown, place: Place): void {
  const { type } = place
  if (value instanceof WrittenNumber) {
    if (type.shape === 'scalar' && (type.scalar === 'integer' || type.scalar === 'intOrString'))
      throw mismatch(value, type, place)
  } else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value)) {
      const inner = below(place, key)
      if (inner) refuse(member, inner)
    }
}

function below({ type, struct, path }: Place, key: string): Place | undefined {
  const joined = type.shape === 'list' ? `${path}[${key}]` : path ? `${path}.${key}` : key
  switch (type.shape) {
    case 'scalar':
      return undefined
    case 'any':
      return type.union && below({ type: type.union.schema(), struct, path }, key)
    case 'struct': {
      const field = type.fields.get(key)
      return field && { type: field.type, struct: type.name.slice(type.name.lastIndexOf('.') + 1), path: joined }
    }
    default:
      return { type: type.element, struct, path: joined }
  }
}
