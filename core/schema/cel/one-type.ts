/** Literals of lists and maps hold one type, as Kubernetes demands it of rules: what has several says `dyn` of each. */
import { CompileError, type Node } from './parse.js'
import { type CelType, typeText, unbound, wider } from './types.js'

/** Throws CompileError at the first that is of another type than the first of all. */
export function requireOneType(nodes: readonly Node[], types: readonly CelType[]): void {
  let known: CelType = unbound
  for (const [at, type] of types.entries()) {
    if (!isSame(known, type))
      throw new CompileError(`expected type '${nameOf(known)}' but found '${nameOf(type)}'`, nodes[at]!.pos)
    known = wider(known, type)
  }
}

/** Arguments of `format` may be of any types. */
export const mayMix = ({ op, args }: Node): boolean =>
  (op === 'call' || op === 'rcall') && (args as readonly unknown[])[0] === 'format'

function isSame(a: CelType, b: CelType): boolean {
  if (isUnbound(a) || isUnbound(b)) return true
  if (a.kind === 'list') return b.kind === 'list' && isSame(a.element, b.element)
  if (a.kind === 'map') return b.kind === 'map' && isSame(a.key, b.key) && isSame(a.value, b.value)
  if (a.kind === 'optional') return b.kind === 'optional' && isSame(a.inner, b.inner)
  return a.kind === 'object' ? b.kind === 'object' && a.name === b.name : a.kind === b.kind
}

const isUnbound = (type: CelType): boolean =>
  type.kind === 'parameter' || (type.kind === 'dyn' && type.unbound === true)

/** Times go by their short names here. */
const nameOf = (type: CelType): string =>
  typeText(type).replaceAll(/google\.protobuf\.(Timestamp|Duration)/g, (_, name: string) => name.toLowerCase())
