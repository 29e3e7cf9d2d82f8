/** Overloads are declared as text: `string.startsWith(string): bool`, `list<A>.sum(): A`, `_+_(int, int): int`. */
import type { Budget } from './budget.js'
import { type CelType, listOf, plain, type Plain } from './types.js'
import type { Value } from './values.js'

export interface Overload {
  readonly name: string
  readonly receiver: boolean
  readonly args: readonly CelType[]
  readonly result: CelType
  readonly run: (args: readonly never[], budget: Budget) => Value
  /** Units, by the sizes of the arguments (the receiver first); 1 when left out. */
  readonly cost?: Cost
}

export type Cost = (...sizes: number[]) => number

/** Builds an overload from its text. `A` and `B` stand for any type. */
export function overload<const Args extends readonly Value[]>(
  text: string,
  run: (args: Args, budget: Budget) => Value,
  priced: { readonly cost?: Cost } = {},
): Overload {
  const match = /^(?:([^()]*?)\.)?([\w.!@?:[\]+*/%<>=&|-]+?)\((.*)\): (.+)$/.exec(text)
  if (!match) throw new Error(`no signature: ${text}`)
  const [, receiver, name, args, result] = match as unknown as [string, string | undefined, string, string, string]
  // A lower-case name in front of the dot that is no type is a namespace: `ip.isCanonical(string)`.
  const isNamespace = receiver?.startsWith('@') === true
  const formals = args ? splitTypes(args).map(typeOf) : []
  return {
    name: isNamespace ? `${receiver.slice(1)}.${name}` : name,
    receiver: receiver !== undefined && !isNamespace,
    args: receiver !== undefined && !isNamespace ? [typeOf(receiver), ...formals] : formals,
    result: typeOf(result),
    run: run as unknown as Overload['run'],
    ...priced,
  }
}

function splitTypes(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '<') depth++
    else if (text[at] === '>') depth--
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)].map((each) => each.trim())
}

function typeOf(text: string): CelType {
  const generic = /^(\w+)<(.*)>$/.exec(text)
  if (!generic) return /^[A-Z]$/.test(text) ? { kind: 'parameter', name: text } : plain(text as Plain)
  const inner = splitTypes(generic[2]!).map(typeOf)
  if (generic[1] === 'list') return listOf(inner[0]!)
  if (generic[1] === 'optional') return { kind: 'optional', inner: inner[0]! }
  return { kind: 'map', key: inner[0]!, value: inner[1]! }
}
