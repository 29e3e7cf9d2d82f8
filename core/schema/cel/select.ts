/** Members and elements: `a.b`, `a[i]`, and their optional forms; `has()`. */
import { type Budget, CelError } from './budget.js'
import { elementPath, memberPath, type Sized } from './estimate.js'
import { CompileError, type Node } from './parse.js'
import type { Run, Typed } from './typed.js'
import { type CelType, dyn, isAssignable, plain, typeText } from './types.js'
import { fieldNamed, ListValue, MapValue, ObjectValue, OptionalValue, typeName, type Value } from './values.js'

/** `a.b`, `a.?b`. */
export function selectField(target: Typed, { op, args, pos }: Node, root?: CelType): Typed {
  const name = (args as readonly unknown[])[1] as string
  const found = memberType(target.type, name, pos)
  const path = memberPath(name)(target, root)
  const own = target.type.kind === 'map' || target.type.kind === 'object' ? 1 : 0
  const first = priceOn(args) - 1
  if (op === '.?') return optionalSelect(target, () => name, { type: found, cost: target.cost + 1, first })
  if (target.type.kind === 'optional')
    return optionalSelect(target, () => name, { type: found, cost: target.cost, sized: { path }, first })
  const run: Run = (frame) => {
    const holder = target.run(frame)
    frame.budget.add(first + 1)
    return present(member(holder, name), name)
  }
  return { type: found, cost: target.cost + own, sized: { path }, run }
}

const chains = new Set(['id', '.', '.?', '[]', '[?]', '?:'])

/** Whether a node is a name, or what is reached from one. */
const isChain = ({ op }: Node): boolean => chains.has(op)

/** Units of a step from what the first of a node's parts comes to: what is no name itself is taken for one first. */
const priceOn = (args: unknown): number => (isChain((args as readonly Node[])[0]!) ? 1 : 2)

/** `has(a.b)`: the test itself is free. */
export function hasField(target: Typed, { args, pos }: Node): Typed {
  const name = (args as readonly unknown[])[1] as string
  memberType(target.type, name, pos)
  return {
    type: plain('bool'),
    cost: target.cost,
    run(frame) {
      let holder = target.run(frame)
      frame.budget.add(priceOn(args) - 1)
      if (holder instanceof OptionalValue) {
        if (holder.value === undefined) return false
        holder = holder.value
      }
      if (holder instanceof ObjectValue) return holder.has(name)
      return member(holder, name) !== undefined
    },
  }
}

function memberType(type: CelType, name: string, pos: number): CelType {
  switch (type.kind) {
    case 'dyn':
      return dyn
    case 'optional':
      return memberType(type.inner, name, pos)
    case 'map':
      if (isAssignable(type.key, plain('string'))) return type.value
      break
    case 'object': {
      const field = fieldNamed(type, name)
      if (field) return field.type
      if (type.open) return dyn
      throw new CompileError(`undefined field '${name}'`, pos)
    }
  }
  throw new CompileError(`type '${typeText(type)}' does not support field selection`, pos)
}

/** What has no members lacks all of them, as in cel-go. */
function member(holder: Value, name: string): Value | undefined {
  if (holder instanceof ObjectValue || holder instanceof MapValue) return holder.get(name)
  if (holder instanceof ListValue) throw new CelError("unsupported index type 'string' in list")
  return undefined
}

function present(value: Value | undefined, name: Value): Value {
  if (value === undefined) throw new CelError(`no such key: ${shownKey(name)}`)
  return value
}

const shownKey = (key: Value): string =>
  String(typeof key === 'object' && key !== null && 'value' in key ? key.value : key)

/** `a[i]`, `a[?i]`. */
export function selectIndex(
  [target, index]: readonly [Typed, Typed],
  { op, args, pos }: Node,
  root: CelType | undefined,
): Typed {
  const holder = target.type.kind === 'optional' ? target.type.inner : target.type
  const type = elementType(holder, index.type)
  if (!type) {
    const types = `${typeText(target.type)}, ${typeText(index.type)}`
    throw new CompileError(`found no matching overload for '_[_]' applied to '(${types})'`, pos)
  }
  const cost = target.cost + index.cost + 1
  // As upstream, a name that says which element is read without a charge.
  const first = priceOn(args) - 1 - (isChain((args as readonly Node[])[1]!) ? 1 : 0)
  if (op === '[?]' || target.type.kind === 'optional') return optionalSelect(target, index.run, { type, cost, first })
  return {
    type,
    cost,
    sized: { ...(target.sized?.entry ? { size: target.sized.entry.value } : {}), path: elementPath(target, root) },
    run(frame) {
      const value = target.run(frame)
      const at = index.run(frame)
      frame.budget.add(first + 1)
      if (value instanceof ListValue) return element(value, at, frame.budget)
      if (value instanceof MapValue) return present(value.get(at), at)
      if (value instanceof ObjectValue && typeof at === 'string') return present(value.get(at), at)
      return present(undefined, at)
    },
  }
}

function elementType(type: CelType, index: CelType): CelType | undefined {
  if (type.kind === 'dyn') return dyn
  if (type.kind === 'list') return index.kind === 'int' || index.kind === 'dyn' ? type.element : undefined
  if (type.kind === 'map') return isAssignable(type.key, index) ? type.value : undefined
  return undefined
}

function element(list: ListValue, at: Value, budget: Budget): Value {
  const index = typeof at === 'object' && at !== null && 'value' in at ? (at.value as bigint) : at
  if ((typeof index !== 'bigint' && typeof index !== 'number') || !Number.isInteger(Number(index)))
    throw new CelError('no such overload')
  budget.work(1)
  if (index < 0 || index >= list.size) throw new CelError(`index out of bounds: ${index}`)
  return list.at(Number(index))
}

/** The value at a key, when there is one; of an optional, when it has a value. */
function optionalSelect(
  target: Typed,
  key: Run | (() => string),
  about: { type: CelType; cost: number; sized?: Sized; first: number },
): Typed {
  return {
    type: { kind: 'optional', inner: about.type },
    cost: about.cost,
    ...(about.sized ? { sized: about.sized } : {}),
    run(frame) {
      let holder = target.run(frame)
      if (holder instanceof OptionalValue) {
        if (holder.value === undefined) return holder
        holder = holder.value
      }
      const found = foundAt(holder, key(frame))
      // As upstream, looking for what is not there is free.
      frame.budget.add(found === undefined ? about.first : about.first + 1)
      return new OptionalValue(found)
    },
  }
}

/** What holds nothing has nothing at any key. */
function foundAt(holder: Value, at: Value): Value | undefined {
  if (holder instanceof ListValue) {
    if (typeof at !== 'bigint' && typeof at !== 'number')
      throw new CelError(`unsupported index type '${typeName(at)}' in list`)
    return at >= 0 && at < holder.size ? holder.at(Number(at)) : undefined
  }
  if (holder instanceof MapValue) return holder.get(at)
  return holder instanceof ObjectValue && typeof at === 'string' ? holder.get(at) : undefined
}
