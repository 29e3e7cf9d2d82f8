/** Empty lists that upstream's storage forgets: it keeps built-in kinds as protobuf, which knows none, so that one whose key is never left out comes back as null. */
import type { StructType, Type } from './type.js'

type Change = (value: unknown) => void

const changes = new WeakMap<Type, Change | undefined>()

/** Sets them to null in place. Cost: nothing for most types, whose lists are left out or never empty. */
export function forgetEmptyLists(type: Type, object: unknown): void {
  changeOf(type)?.(object)
}

function changeOf(type: Type): Change | undefined {
  if (changes.has(type)) return changes.get(type)
  // Types that hold themselves (schemas) are stored as JSON.
  changes.set(type, undefined)
  const change = compile(type)
  changes.set(type, change)
  return change
}

function compile(type: Type): Change | undefined {
  if (type.shape === 'struct') return ofStruct(type)
  if (type.shape !== 'list' && type.shape !== 'map') return undefined
  const change = changeOf(type.element)
  return change && ((value) => Object.values(value as object).forEach(change))
}

const inProtobuf = /^io\.k8s\.api\./

function ofStruct(type: StructType): Change | undefined {
  if (!inProtobuf.test(type.name)) return undefined
  const fields = [...type.fields.values()]
  const lists = fields.filter((field) => field.always && field.type.shape === 'list')
  const forgotten = lists.map(({ name }) => name)
  const below = fields.flatMap((field) => {
    const change = changeOf(field.type)
    return change ? [{ name: field.name, change }] : []
  })
  if (forgotten.length === 0 && below.length === 0) return undefined
  return (value) => {
    const members = value as Record<string, unknown>
    for (const name of forgotten)
      if ((members[name] as readonly unknown[] | undefined)?.length === 0) members[name] = null
    for (const { name, change } of below) if (members[name]) change(members[name])
  }
}
