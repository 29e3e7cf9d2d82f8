/** Whether what a literal text formats fits its clauses, as cel-go looks at it beforehand. */
import { CompileError } from './parse.js'
import type { Typed } from './typed.js'
import { typeText } from './types.js'

const shown = [
  'string',
  'bool',
  'bytes',
  'int',
  'uint',
  'double',
  'map',
  'list',
  'type',
  'null_type',
  'duration',
  'timestamp',
]
const whole = ['int', 'uint']
const fitting: Readonly<Record<string, readonly string[]>> = {
  s: shown,
  d: whole,
  o: whole,
  b: [...whole, 'bool'],
  f: ['double', 'string'],
  e: ['double', 'string'],
  x: [...whole, 'bytes', 'string'],
  X: [...whole, 'bytes', 'string'],
}

/** Throws CompileError. Only literals are looked at. */
export function checkFormat([text, args]: readonly Typed[], pos: number): void {
  if (typeof text?.literal !== 'string') return
  let next = 0
  for (const [clause, places, verb] of text.literal.matchAll(/%(?:\.(\d*))?([\s\S]?)/g)) {
    if (verb === '') throw new CompileError('unexpected end of string', pos)
    if (verb === '%') continue
    const kinds = Object.hasOwn(fitting, verb!) ? fitting[verb!] : undefined
    if (!kinds || places === '') throw new CompileError(`could not parse formatting clause: ${clause} is none`, pos)
    if (!args?.parts) continue
    const part = args.parts[next]
    if (!part) throw new CompileError(`index ${next} out of range`, pos)
    requireFitting(part, { kinds, verb: verb!, pos })
    next++
  }
  if (args?.parts && next < args.parts.length)
    throw new CompileError(
      `too many arguments supplied to string.format (expected ${next}, got ${args.parts.length})`,
      pos,
    )
}

interface Clause {
  readonly kinds: readonly string[]
  readonly verb: string
  readonly pos: number
}

function requireFitting({ type, parts }: Typed, clause: Clause): void {
  if (type.kind !== 'dyn' && !clause.kinds.includes(type.kind))
    throw new CompileError(
      `error during formatting: %${clause.verb} can't be used on ${typeText(type)}, but on ${clause.kinds.join(', ')}`,
      clause.pos,
    )
  for (const part of parts ?? []) requireFitting(part, clause)
}
