/** Checks an expression against the types in sight and makes it a function; one case for each form of the tree. */
import { CelError } from './budget.js'
import { buildObject } from './build-object.js'
import { compileCall } from './call.js'
import { checkFormat } from './check-format.js'
import {
  fixed,
  knownSize,
  type Sized,
  sizeOfLiteral,
  sizeOrUnknown,
  union,
  unionOfEntries,
  unionOfSizes,
} from './estimate.js'
import { compileMacro } from './macros.js'
import { knownMembership } from './membership.js'
import { mayMix, requireOneType } from './one-type.js'
import { CompileError, type Node } from './parse.js'
import { selectField, selectIndex } from './select.js'
import type { Run, Scope, Typed } from './typed.js'
import { type CelType, dyn, isAssignable, listOf, plain, typeText, unbound, wider } from './types.js'
import { keyOf, ListValue, MapValue, OptionalValue, TypeValue, typeName, typeNames, type Value } from './values.js'

/** Deeper trees are refused: evaluation recurses. */
const maxDepth = 600
/** As upstream's parser: so many operators, steps and calls of members may stand in each other. */
const maxSteps = 250
const noStep = new Set(['value', 'id', 'call', 'list', 'map', 'object', '&&', '||', '!_', '-_'])

export interface Compiler {
  /** What the rule stands at, if anything. */
  readonly root: CelType | undefined
  /** Whether lists and maps may hold values of several types here. */
  readonly mixes: () => boolean
  readonly compile: (node: Node, scope: Scope) => Typed
}

/** Throws CompileError. `literals`: what lists and maps may hold; by the language alone they may be mixed. */
export function compile(
  node: Node,
  scope: Scope,
  { literals = 'ofOneType' }: { readonly literals?: 'ofOneType' | 'mixed' } = {},
): Typed {
  let depth = 0
  let steps = 0
  let mixing = literals === 'mixed' ? 1 : 0
  const compiler: Compiler = {
    root: scope.get('self')?.type,
    mixes: () => mixing > 0,
    compile(inner, names) {
      const step = noStep.has(inner.op) ? 0 : 1
      steps += step
      if (++depth > maxDepth || steps > maxSteps) throw new CompileError('expression nested too deeply', inner.pos)
      const mix = mayMix(inner) ? 1 : 0
      mixing += mix
      const typed = compileNode(inner, names, compiler)
      mixing -= mix
      steps -= step
      depth--
      return typed
    },
  }
  return compiler.compile(node, scope)
}

function compileNode(node: Node, scope: Scope, compiler: Compiler): Typed {
  const args = node.args as readonly Node[]
  switch (node.op) {
    case 'value':
      return literal(node)
    case 'id':
      return identifier(node, scope, compiler)
    case '.':
    case '.?':
      return dotted(node, scope, compiler) ?? selectField(compiler.compile(args[0]!, scope), node, compiler.root)
    case '[]':
    case '[?]':
      return selectIndex([compiler.compile(args[0]!, scope), compiler.compile(args[1]!, scope)], node, compiler.root)
    case '&&':
    case '||':
      return logical(node, [compiler.compile(args[0]!, scope), compiler.compile(args[1]!, scope)])
    case '?:':
      return conditional(
        node,
        args.map((each) => compiler.compile(each, scope)),
      )
    case 'list':
      return list(
        node,
        args.map((each) => compiler.compile(each, scope)),
        compiler,
      )
    case 'map':
      return map(
        node,
        (node.args as readonly (readonly Node[])[]).map((pair) => pair.map((each) => compiler.compile(each, scope))),
        compiler,
      )
    case 'object':
      return buildObject(node, scope, compiler)
    case '-_':
      return negative(node, scope, compiler)
    case '!_':
      return compileCall('!_', [compiler.compile(node.args as Node, scope)], { pos: node.pos, receiver: false })
    case 'call':
    case 'rcall':
      return callNode(node, scope, compiler)
    default: {
      const sides = args.map((each) => compiler.compile(each, scope))
      const made = compileCall(`_${node.op}_`, sides, { pos: node.pos, receiver: false })
      return node.op === 'in' ? knownMembership(made, sides as [Typed, Typed]) : made
    }
  }
}

function literal({ args, pos }: Node): Typed {
  const value = args as Value
  if (typeof value === 'bigint' && value > 9223372036854775807n)
    throw new CompileError(`Syntax error: invalid int literal`, pos)
  return constant(value)
}

function constant(value: Value): Typed {
  const type = plain(typeName(value) as 'string')
  return { type, cost: 0, sized: { size: sizeOfLiteral(value) }, run: () => value, literal: value, constant: value }
}

const plainTypes = ['bool', 'bytes', 'double', 'int', 'list', 'map', 'null_type', 'string', 'type', 'uint']
const knownTypes = new Set([...plainTypes, ...Object.values(typeNames)])

function identifier({ args, pos }: Node, scope: Scope, { root }: Compiler): Typed {
  const sized = root ? { path: root } : {}
  const name = args as string
  const variable = scope.get(name)
  if (!variable) {
    const known = knownTypes.has(name) ? new TypeValue(name) : undefined
    if (known) return { type: plain('type'), cost: 1, sized, run: () => known, constant: known }
    throw new CompileError(`undeclared reference to '${name}' (in container '')`, pos)
  }
  const { slot, type } = variable
  return {
    type,
    cost: 1,
    sized: variable.sized ?? sized,
    run({ budget, slots }) {
      budget.add(1)
      const value = slots[slot]
      if (value === undefined) throw new CelError(`no such attribute(s): ${name}`)
      return value
    },
  }
}

/** A variable whose name has a dot (`authorizer.requestResource`), or a type's (`google.protobuf.Timestamp`). */
function dotted(node: Node, scope: Scope, compiler: Compiler): Typed | undefined {
  const { op, args, pos } = node
  const [holder] = args as readonly [Node]
  if (op !== '.' || (holder.op !== 'id' && holder.op !== '.')) return undefined
  const whole = pathOf(node)
  if (whole === undefined || !(scope.get(whole) || knownTypes.has(whole))) return undefined
  return identifier({ op: 'id', args: whole, pos }, scope, compiler)
}

function pathOf({ op, args }: Node): string | undefined {
  if (op === 'id') return args as string
  const [holder, name] = args as readonly [Node, string]
  const path = op === '.' ? pathOf(holder) : undefined
  return path === undefined ? undefined : `${path}.${name}`
}

function negative(node: Node, scope: Scope, compiler: Compiler): Typed {
  const inner = node.args as Node
  if (inner.op === 'value' && typeof inner.args === 'bigint' && inner.args <= 9223372036854775808n)
    return constant(-inner.args)
  if (inner.op === 'value' && typeof inner.args === 'number') return constant(-inner.args)
  return compileCall('-_', [compiler.compile(inner, scope)], { pos: node.pos, receiver: false })
}

/** Errors of one side are forgotten when the other decides. */
function logical({ op, pos }: Node, [left, right]: readonly [Typed, Typed]): Typed {
  for (const side of [left, right]) {
    if (!isAssignable(plain('bool'), side.type))
      throw new CompileError(
        `found no matching overload for '_${op}_' applied to '(${typeText(left.type)}, ${typeText(right.type)})'`,
        pos,
      )
  }
  const decides = op === '||'
  return {
    type: plain('bool'),
    cost: left.cost + right.cost,
    run(frame) {
      let failed: CelError | undefined
      for (const side of [left, right]) {
        try {
          const value = side.run(frame)
          if (value === decides) return decides
          if (value !== !decides) failed ??= new CelError('no such overload')
        } catch (error) {
          if (!(error instanceof CelError)) throw error
          failed ??= error
        }
      }
      if (failed) throw failed
      return !decides
    },
  }
}

function conditional({ args, pos }: Node, parts: readonly Typed[]): Typed {
  const [test, yes, no] = parts as [Typed, Typed, Typed]
  // As upstream, reading a side that only names something is not charged besides.
  const [free, freeElse] = (args as readonly Node[]).slice(1).map((side, at) => (isFree(side, parts[at + 1]!) ? 1 : 0))
  const fitting = isAssignable(yes.type, no.type) || isAssignable(no.type, yes.type)
  if (!isAssignable(plain('bool'), test.type) || !fitting) {
    const types = parts.map(({ type }) => typeText(type)).join(', ')
    throw new CompileError(`found no matching overload for '_?_:_' applied to '(${types})'`, pos)
  }
  const entry = unionOfEntries(yes.sized?.entry, no.sized?.entry)
  return {
    type: wider(yes.type, no.type),
    cost: test.cost + Math.max(yes.cost, no.cost),
    sized: {
      size: union(sizeOrUnknown(yes), sizeOrUnknown(no)),
      ...(entry ? { entry } : {}),
    },
    run(frame) {
      const value = test.run(frame)
      if (typeof value !== 'boolean') throw new CelError('no such overload')
      frame.budget.add(-(value ? free! : freeElse!))
      return value ? yes.run(frame) : no.run(frame)
    },
  }
}

const isFree = (side: Node, { type }: Typed): boolean => type.kind !== 'type' && isNamed(side)

/** A variable, or what is reached from one by members and elements. */
const isNamed = ({ op, args }: Node): boolean =>
  op === 'id' || ((op === '.' || op === '[]') && isNamed((args as readonly Node[])[0]!))

const sum = (parts: readonly Typed[]) => parts.reduce((total, { cost }) => total + cost, 0)
const joined = (types: readonly CelType[]) => (types.length === 0 ? unbound : types.reduce(wider))

/** What an entry is when it is there; one marked optional must be an optional. */
function entryType({ optional, pos }: Node, { type }: Typed, at: number): CelType {
  if (!optional?.has(at)) return type
  if (type.kind === 'optional') return type.inner
  if (type.kind === 'dyn') return dyn
  const text = typeText(type)
  throw new CompileError(`expected type 'optional_type(${text})' but found '${text}'`, pos)
}

/** Undefined: the entry is not there. */
function entryValue({ optional }: Node, value: Value, at: number): Value | undefined {
  if (!optional?.has(at)) return value
  if (value instanceof OptionalValue) return value.value
  throw new CelError(`cannot initialize optional entry from non-optional value`)
}

function list(node: Node, elements: readonly Typed[], { mixes }: Compiler): Typed {
  const types = elements.map((each, at) => entryType(node, each, at))
  if (!mixes()) requireOneType(node.args as readonly Node[], types)
  const isKnown = !node.optional && elements.every(({ constant: known }) => known !== undefined)
  const whole = isKnown ? ListValue.of(elements.map(({ constant: known }) => known!)) : undefined
  return {
    type: listOf(joined(types)),
    cost: 10 + sum(elements),
    parts: elements,
    sized: { size: fixed(elements.length), entry: { key: fixed(1), value: unionOfSizes(elements) } },
    ...(whole ? { constant: whole } : {}),
    run(frame) {
      // As upstream, what is known beforehand is made once and costs nothing.
      if (whole) return whole
      frame.budget.add(10)
      const values = elements.flatMap((each, at) => {
        const value = entryValue(node, each.run(frame), at)
        return value === undefined ? [] : [value]
      })
      return ListValue.of(values)
    },
  }
}

function requireOneTypeOfEntries(
  { args }: Node,
  [keys, values]: readonly [readonly CelType[], readonly CelType[]],
): void {
  const pairs = args as readonly (readonly Node[])[]
  requireOneType(
    pairs.map(([key]) => key!),
    keys,
  )
  requireOneType(
    pairs.map(([, value]) => value!),
    values,
  )
}

function map(node: Node, pairs: readonly (readonly Typed[])[], { mixes }: Compiler): Typed {
  const keys = pairs.map((pair) => pair[0]!)
  const values = pairs.map((pair) => pair[1]!)
  const types = values.map((each, at) => entryType(node, each, at))
  for (const { type } of keys) {
    if (!['string', 'int', 'uint', 'bool', 'dyn'].includes(type.kind))
      throw new CompileError(`unsupported map key type: ${typeText(type)}`, node.pos)
  }
  if (!mixes()) requireOneTypeOfEntries(node, [keys.map(({ type }) => type), types])
  const whole = node.optional ? undefined : wholeMap(keys, values)
  return {
    type: {
      kind: 'map',
      key: joined(keys.map(({ type }) => type)),
      value: joined(types),
    },
    cost: 30 + sum(keys) + sum(values),
    parts: [...keys, ...values],
    sized: { size: fixed(pairs.length), entry: { key: unionOfSizes(keys), value: unionOfSizes(values) } },
    ...(whole ? { constant: whole } : {}),
    run(frame) {
      if (whole) return whole
      frame.budget.add(30)
      const entries = new Map<string, readonly [Value, Value]>()
      for (let at = 0; at < keys.length; at++) {
        const key = keys[at]!.run(frame)
        const value = entryValue(node, values[at]!.run(frame), at)
        if (value !== undefined) entries.set(keyOf(key), [key, value])
      }
      return new MapValue(entries)
    },
  }
}

/** Undefined: not all of it is known beforehand. Of a key that stands twice the last value counts, as upstream. */
function wholeMap(keys: readonly Typed[], values: readonly Typed[]): MapValue | undefined {
  const entries = new Map<string, readonly [Value, Value]>()
  for (const [at, { constant: key }] of keys.entries()) {
    const value = values[at]?.constant
    if (key === undefined || value === undefined) return undefined
    entries.set(keyOf(key), [key, value])
  }
  return new MapValue(entries)
}

function callNode(node: Node, scope: Scope, compiler: Compiler): Typed {
  const macro = compileMacro(node, scope, compiler)
  if (macro) return macro
  const parts = node.args as readonly unknown[]
  const name = parts[0] as string
  if (node.op === 'call') {
    const args = (parts[1] as readonly Node[]).map((each) => compiler.compile(each, scope))
    const made = compileCall(name, args, { pos: node.pos, receiver: false })
    return name === 'dyn' ? { ...made, sized: sizedAs(args[0]!) } : made
  }
  const target = parts[1] as Node
  const args = (parts[2] as readonly Node[]).map((each) => compiler.compile(each, scope))
  if (target.op === 'id' && !scope.get(target.args as string)) {
    const namespace = target.args as string
    // Only for those who build patches.
    if (namespace === 'jsonpatch' && !scope.buildable('JSONPatch'))
      throw new CompileError(`undeclared reference to '${namespace}' (in container '')`, target.pos)
    return compileCall(`${namespace}.${name}`, args, { pos: node.pos, receiver: false })
  }
  const all = [compiler.compile(target, scope), ...args]
  if (name === 'format' && all[0]!.type.kind === 'string') checkFormat(all, node.pos)
  const made = compileCall(name, all, { pos: node.pos, receiver: true })
  return name === 'or' || name === 'orValue' ? { ...made, run: otherwise(name, all as [Typed, Typed]) } : made
}

/** The value of an optional, or itself, and where there is none what is said instead, which is not evaluated before. Free, as upstream. */
function otherwise(name: 'or' | 'orValue', [target, other]: readonly [Typed, Typed]): Run {
  return (frame) => {
    const found = target.run(frame)
    if (!(found instanceof OptionalValue)) throw new CelError('no such overload')
    if (found.value === undefined) return other.run(frame)
    return name === 'or' ? found : found.value
  }
}

/** Of `dyn(x)` as much is known as of x, but for where it comes from. */
function sizedAs(inner: Typed): Sized {
  const size = knownSize(inner)
  const entry = inner.sized?.entry
  return { ...(size ? { size } : {}), ...(entry ? { entry } : {}) }
}
