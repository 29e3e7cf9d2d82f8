/** A configuration laid over an object without recording who owns what: what mutating policies do (upstream's ApplyStructuredMergeDiff). */
import type { Type } from '../type.js'
import { elementOf } from './compare.js'
import { mergeApplied } from './merge.js'

/** Neither argument is changed, parts of both are shared. Throws Error in upstream's words for a configuration that states lists or maps which are only ever replaced whole. */
export function mergeConfiguration<Whole>(live: Whole, configuration: unknown, type: Type): Whole {
  const atomics: string[] = []
  findAtomics(configuration, type, { path: '', atomics })
  if (atomics.length > 0)
    throw new Error(`invalid ApplyConfiguration: may not mutate atomic arrays, maps or structs: ${atomics.join(', ')}`)
  return mergeApplied(live, configuration, type) as Whole
}

interface Place {
  readonly path: string
  readonly atomics: string[]
}

function findAtomics(value: unknown, type: Type, { path, atomics }: Place): void {
  if (typeof value !== 'object' || value === null) return
  const isList = Array.isArray(value)
  const isAtomic = type.shape === 'list' ? type.list === 'atomic' : type.shape !== 'scalar' && type.atomic
  if (isAtomic) atomics.push(path)
  if (isList) {
    if (type.shape !== 'list') return
    for (const [at, each] of value.entries()) findAtomics(each, type.element, { path: `${path}[${at}]`, atomics })
    return
  }
  const fields = type.shape === 'struct' ? type.fields : undefined
  for (const [name, each] of Object.entries(value)) {
    const inner = fields?.get(name)?.type ?? (type.shape === 'map' ? elementOf(type) : undefined)
    if (inner) findAtomics(each, inner, { path: `${path}.${name}`, atomics })
  }
}
