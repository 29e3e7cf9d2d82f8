/** Macros: `has`, comprehensions with one or two variables, `optMap` and `optFlatMap`. Each step is charged as its expansion in cel-go is. */
import { CelError } from './budget.js'
import type { Compiler } from './compile.js'
import {
  type Entry,
  elementPath,
  fixed,
  indexPath,
  keyPath,
  knownSize,
  type Sized,
  sizeOrUnknown,
  times,
} from './estimate.js'
import { sorted } from './estimate-call.js'
import { comparable, sortCost, sortedBy } from './library/list-extensions.js'
import { CompileError, type Node } from './parse.js'
import { hasField } from './select.js'
import type { Frame, Scope, Typed } from './typed.js'
import { type CelType, dyn, isAssignable, listOf, plain, typeText } from './types.js'
import { keyOf, ListValue, MapValue, OptionalValue, sizeOf, type Value } from './values.js'

/** What upstream's macros hold their results in. */
const accumulator = '__result__'

/** Undefined for what is no macro. */
export function compileMacro(node: Node, scope: Scope, compiler: Compiler): Typed | undefined {
  const parts = node.args as readonly unknown[]
  const name = parts[0] as string
  if (node.op === 'call') {
    const args = parts[1] as readonly Node[]
    if (name !== 'has' || args.length !== 1) return undefined
    const [tested] = args as readonly [Node]
    if (tested.op !== '.' && tested.op !== '.?') throw new CompileError('invalid argument to has() macro', tested.pos)
    return hasField(compiler.compile((tested.args as readonly Node[])[0]!, scope), tested)
  }
  const args = parts[2] as readonly Node[]
  const target = parts[1] as Node
  const shape = shapes[name]
  if (!shape?.args.includes(args.length)) return undefined
  // `map(x, test, value)` and `transformX(k, v, test, value)` have three and four arguments.
  const names = args.slice(0, shape.variables(args.length)).map((each) => {
    if (each.op !== 'id') throw new CompileError('argument must be a simple name', each.pos)
    if (each.args === accumulator && !name.startsWith('opt'))
      throw new CompileError('iteration variable overwrites accumulator variable', each.pos)
    return each.args as string
  })
  if (new Set(names).size < names.length) throw new CompileError('overlapping iteration variable names', node.pos)
  const about = { node, scope, compiler, names, bodies: args.slice(names.length), name }
  if (name === 'optMap' || name === 'optFlatMap') return optional(compiler.compile(target, scope), about)
  if (name === 'sortBy') return sortBy(compiler.compile(target, scope), about)
  return comprehension(compiler.compile(target, scope), about)
}

/** The list is worked out once, its keys as `map` would. */
function sortBy(target: Typed, about: About): Typed {
  const { scope, slots } = about.scope.with({ '@list': target.type })
  const slot = slots[0]!
  const { path, entry } = target.sized ?? {}
  const sized: Sized = {
    ...(path === undefined ? {} : { path }),
    ...(entry ? { entry } : {}),
    atLast: knownSize(target),
  }
  const list: Typed = { type: target.type, cost: 1, sized, run: ({ slots: all }) => all[slot]! }
  const keys = comprehension(list, { ...about, scope, name: 'map' })
  const key = keys.type.kind === 'list' ? keys.type.element : dyn
  if (key.kind !== 'dyn' && !comparable.includes(key.kind))
    throw new CompileError(
      `found no matching overload for '@sortByAssociatedKeys' applied to '${typeText(target.type)}.(${typeText(keys.type)})'`,
      about.node.pos,
    )
  const estimate = sorted(sizeOrUnknown(keys), key.kind === 'dyn' ? 'string' : key.kind)
  return {
    type: target.type,
    // The list is bound to a name first.
    cost: 10 + target.cost + 1 + keys.cost + estimate.cost,
    sized: { size: estimate.size! },
    run(frame) {
      const value = target.run(frame)
      const held = frame.slots[slot]
      frame.slots[slot] = value
      const order = keys.run(frame)
      frame.slots[slot] = held!
      if (!(value instanceof ListValue) || !(order instanceof ListValue)) throw new CelError('no such overload')
      // The list is named twice.
      frame.budget.add(sortCost(order) + 2)
      return sortedBy(value, order)
    },
  }
}

interface Shape {
  readonly args: readonly number[]
  readonly variables: (args: number) => number
}

const oneOrTwo: Shape = { args: [2, 3], variables: (args) => args - 1 }
const shapes: Readonly<Record<string, Shape | undefined>> = Object.assign(Object.create(null), {
  all: oneOrTwo,
  exists: oneOrTwo,
  exists_one: oneOrTwo,
  existsOne: { args: [3], variables: () => 2 },
  filter: { args: [2], variables: () => 1 },
  map: { args: [2, 3], variables: () => 1 },
  transformList: { args: [3, 4], variables: () => 2 },
  transformMap: { args: [3, 4], variables: () => 2 },
  transformMapEntry: { args: [3, 4], variables: () => 2 },
  optMap: { args: [2], variables: () => 1 },
  optFlatMap: { args: [2], variables: () => 1 },
  sortBy: { args: [2], variables: () => 1 },
} satisfies Record<string, Shape>)

interface About {
  readonly node: Node
  readonly scope: Scope
  readonly compiler: Compiler
  readonly names: readonly string[]
  readonly bodies: readonly Node[]
  readonly name: string
}

function optional(target: Typed, { node, scope, compiler, names, bodies, name }: About): Typed {
  const inner = target.type.kind === 'optional' ? target.type.inner : dyn
  if (target.type.kind !== 'optional' && target.type.kind !== 'dyn')
    throw new CompileError(`found no matching overload for '${name}' applied to '${typeText(target.type)}'`, node.pos)
  const { scope: within, slots } = scope.with({ [names[0]!]: inner }, { [names[0]!]: {} })
  const body = compiler.compile(bodies[0]!, within)
  return {
    type: name === 'optMap' ? { kind: 'optional', inner: body.type } : body.type,
    cost: 2 * target.cost + body.cost + (name === 'optMap' ? 13 : 12),
    run(frame) {
      const before = frame.budget.spent
      const value = target.run(frame)
      const spent = frame.budget.spent - before
      frame.budget.add(1)
      if (!(value instanceof OptionalValue)) throw new CelError('no such overload')
      // The target is asked for its value after it was asked whether it has one.
      frame.budget.add(value.value === undefined ? 1 : spent + (name === 'optMap' ? 2 : 1))
      if (value.value === undefined) return value
      frame.slots[slots[0]!] = value.value
      const made = body.run(frame)
      return name === 'optMap' ? new OptionalValue(made) : made
    },
  }
}

/** What turns a pass over the elements into a result. */
interface Fold {
  readonly type: CelType
  /** Of each step besides the bodies (what is kept is charged by `take`), and at the end. */
  readonly step: number
  readonly end: number
  /** Of seeing that it is decided, where elements are left. */
  readonly seen?: number
  /** The same for the estimate, and what it begins with. */
  readonly estimate: { readonly begin: number; readonly step: number; readonly end: number }
  /** Of the list that it makes. */
  readonly entry?: Entry
  readonly start: () => Folding
}
interface Folding {
  /** Whether to stop. */
  readonly take: (frame: Frame, key: Value, value: Value) => boolean
  readonly result: () => Value
}

function comprehension(target: Typed, about: About): Typed {
  const { names, node } = about
  const { keys, values } = ranges(target.type, names.length, node.pos)
  const added = names.length === 2 ? { [names[0]!]: keys, [names[1]!]: values } : { [names[0]!]: values }
  const { root } = about.compiler
  const isList = target.type.kind === 'list'
  const { entry } = target.sized ?? {}
  const ofKeys = { path: (isList ? indexPath : keyPath)(target, root), atLast: entry?.key }
  const ofValues = { path: elementPath(target, root), atLast: entry?.value }
  const [one, other] = names as [string, string]
  const { scope, slots } = about.scope.with(
    added,
    names.length === 2
      ? { [one]: ofKeys, [other]: ofValues }
      : { [one]: isList || target.type.kind === 'dyn' ? ofValues : ofKeys },
  )
  const bodies = about.bodies.map((each) => about.compiler.compile(each, scope))
  const fold = foldOf(about, bodies, { keys, values })
  const { estimate } = fold
  const each = bodies.reduce((total, { cost }) => total + cost, estimate.step)
  const size = sizeOrUnknown(target)
  const [first, second] = slots as [number, number]
  const single = names.length === 1
  return {
    type: fold.type,
    cost: target.cost + estimate.begin + times(size.max, each) + estimate.end,
    sized: estimate.begin === 0 ? { size: fixed(1) } : { size, ...(fold.entry ? { entry: fold.entry } : {}) },
    run(frame) {
      const folding = fold.start()
      const range = target.run(frame)
      const held = [frame.slots[first], frame.slots[second]]
      let left = sizeOf(range)
      for (const [key, value] of pairsOf(range, single)) {
        frame.budget.work(1)
        frame.budget.add(fold.step)
        frame.slots[first] = single ? value : key
        if (!single) frame.slots[second] = value
        left--
        if (!folding.take(frame, key, value)) continue
        if (left > 0) frame.budget.add(fold.seen ?? 0)
        break
      }
      frame.slots[first] = held[0]!
      if (!single) frame.slots[second] = held[1]!
      frame.budget.add(fold.end)
      return folding.result()
    },
  }
}

function ranges(type: CelType, variables: number, pos: number): { keys: CelType; values: CelType } {
  if (type.kind === 'list') return { keys: plain('int'), values: type.element }
  if (type.kind === 'map') return { keys: type.key, values: variables === 1 ? type.key : type.value }
  if (type.kind === 'dyn') return { keys: dyn, values: dyn }
  throw new CompileError(
    `expression of type '${typeText(type)}' cannot be range of a comprehension (must be list, map, or dynamic)`,
    pos,
  )
}

function* pairsOf(range: Value, single: boolean): Generator<readonly [Value, Value]> {
  if (range instanceof ListValue) {
    for (let at = 0; at < range.size; at++) yield [single ? null : BigInt(at), range.at(at)]
  } else if (range instanceof MapValue) {
    for (const key of range.keys()) yield [key, single ? key : range.get(key)!]
  } else throw new CelError('no such overload')
}

/** What a macro goes over. */
interface Range {
  readonly keys: CelType
  readonly values: CelType
}

function foldOf({ name, node, bodies: written }: About, bodies: readonly Typed[], range: Range): Fold {
  const { keys, values: element } = range
  const mustBeTrue = (at: number) => {
    const { type } = bodies[at]!
    if (!isAssignable(plain('bool'), type))
      throw new CompileError(`expected type 'bool' but found '${typeText(type)}'`, written[at]?.pos ?? node.pos)
  }
  const test = bodies.length === 2 ? bodies[0] : undefined
  const last = bodies[bodies.length - 1]!
  switch (name) {
    case 'all':
    case 'exists':
      mustBeTrue(0)
      return quantifier(last, name)
    case 'exists_one':
    case 'existsOne':
      mustBeTrue(0)
      return exactlyOne(last)
    case 'filter':
      mustBeTrue(0)
      return collect({ test: last, type: element, value: undefined })
    case 'map':
    case 'transformList':
      if (test) mustBeTrue(0)
      return collect({ test, type: last.type, value: last })
    default:
      if (test) mustBeTrue(0)
      if (name === 'transformMapEntry' && !['map', 'dyn'].includes(last.type.kind))
        throw new CompileError(
          `found no matching overload for 'cel.@mapInsert' applied to '(map(dyn, dyn), ${typeText(last.type)})'`,
          node.pos,
        )
      return collectMap({ test, value: last, keys: name === 'transformMapEntry' ? undefined : keys })
  }
}

const isTrue = (value: Value): boolean => {
  if (typeof value !== 'boolean') throw new CelError('no such overload')
  return value
}

/** `all` stops at the first false, `exists` at the first true; an error counts only when nothing decides. */
function quantifier(body: Typed, name: 'all' | 'exists'): Fold {
  const decides = name === 'exists'
  return {
    type: plain('bool'),
    step: decides ? 4 : 3,
    end: 1,
    seen: decides ? 3 : 2,
    estimate: { begin: 0, step: decides ? 4 : 3, end: 1 },
    start() {
      let failed: CelError | undefined
      let decided = false
      return {
        take(frame) {
          try {
            decided = isTrue(body.run(frame)) === decides
          } catch (error) {
            if (!(error instanceof CelError)) throw error
            failed ??= error
          }
          return decided
        },
        result() {
          if (decided) return decides
          if (failed) throw failed
          return !decides
        },
      }
    },
  }
}

function exactlyOne(body: Typed): Fold {
  return {
    type: plain('bool'),
    step: 0,
    end: 2,
    estimate: { begin: 0, step: 2, end: 2 },
    start() {
      let count = 0
      return {
        take(frame) {
          if (!isTrue(body.run(frame))) return false
          frame.budget.add(2)
          count++
          return false
        },
        result: () => count === 1,
      }
    },
  }
}

interface Collecting {
  readonly test: Typed | undefined
  readonly value: Typed | undefined
  readonly type: CelType
}

function collect({ test, value, type }: Collecting): Fold {
  return {
    type: listOf(type),
    step: 0,
    end: 1,
    estimate: { begin: 10, step: value ? 12 : 13, end: 1 },
    ...(value ? { entry: { key: fixed(1), value: { ...sizeOrUnknown(value), min: 0 } } } : {}),
    start() {
      const kept: Value[] = []
      return {
        take(frame, _, element) {
          if (test && !isTrue(test.run(frame))) return false
          // A list of one is made and added, and the element itself read.
          frame.budget.add(value ? 12 : 13)
          kept.push(value ? value.run(frame) : element)
          return false
        },
        result: () => ListValue.of(kept),
      }
    },
  }
}

function collectMap({
  test,
  value,
  keys,
}: Omit<Collecting, 'type' | 'value'> & { value: Typed; keys: CelType | undefined }): Fold {
  const made = value.type.kind === 'map' ? value.type : undefined
  return {
    type: keys
      ? { kind: 'map', key: keys, value: value.type }
      : { kind: 'map', key: made?.key ?? dyn, value: made?.value ?? dyn },
    step: 0,
    end: 1,
    estimate: { begin: 30, step: keys ? 3 : 2, end: 1 },
    start() {
      const entries = new Map<string, readonly [Value, Value]>()
      const put = (key: Value, what: Value) => {
        if (entries.has(keyOf(key))) throw new CelError(`insert failed: key ${String(key)} already exists`)
        entries.set(keyOf(key), [key, what])
      }
      return {
        take(frame, key) {
          if (test && !isTrue(test.run(frame))) return false
          frame.budget.add(keys ? 3 : 2)
          const what = value.run(frame)
          if (keys) put(key, what)
          else if (what instanceof MapValue) for (const each of what.keys()) put(each, what.get(each)!)
          else throw new CelError('no such overload')
          return false
        },
        result: () => new MapValue(entries),
      }
    },
  }
}
