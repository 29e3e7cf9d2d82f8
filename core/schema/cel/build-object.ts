/** Objects that expressions build: `Object{spec: Object.spec{replicas: 3}}`, `JSONPatch{op: 'add', ...}`. */
import { CelError } from './budget.js'
import type { Compiler } from './compile.js'
import { CompileError, type Node } from './parse.js'
import type { Scope, Typed } from './typed.js'
import { type CelType, dyn, isAssignable, type ObjectType, plain, typeText } from './types.js'
import { ListValue, MapValue, ObjectValue, OptionalValue, type Value } from './values.js'

/** Units, as cel-go counts. */
const price = 40

export function buildObject(node: Node, scope: Scope, compiler: Compiler): Typed {
  const [name, written] = node.args as readonly [string, readonly (readonly [string, Node])[]]
  const type = scope.buildable(name)
  if (!type) throw new CompileError(`undeclared reference to '${name}' (in container '')`, node.pos)
  const fields = written.map(([field, part], at) => {
    const value = compiler.compile(part, scope)
    const isOptional = node.optional?.has(at) === true
    requireField(type, { field, value: value.type, isOptional, pos: part.pos })
    return { field, value, isOptional }
  })
  return {
    type,
    cost: fields.reduce((total, { value }) => total + value.cost, price),
    run(frame) {
      const made = new Map<string, Value>()
      for (const { field, value, isOptional } of fields) {
        const result = isOptional ? optionalOf(value.run(frame)) : value.run(frame)
        if (result !== undefined) made.set(field, result)
      }
      frame.budget.add(price)
      return new BuiltObject(type, made)
    },
  }
}

interface Asked {
  readonly field: string
  readonly value: CelType
  readonly isOptional: boolean
  readonly pos: number
}

function requireField(type: ObjectType, { field, value, isOptional, pos }: Asked): void {
  const wanted = type.fields.get(field)?.type ?? (type.open ? dyn : undefined)
  if (!wanted) throw new CompileError(`undefined field '${field}'`, pos)
  const expected: CelType = isOptional ? { kind: 'optional', inner: wanted } : wanted
  if (!isAssignable(expected, value))
    throw new CompileError(
      `expected type of field '${field}' is '${typeText(wanted)}' but provided type is '${typeText(value)}'`,
      pos,
    )
}

function optionalOf(value: Value): Value | undefined {
  if (value instanceof OptionalValue) return value.value
  throw new CelError('cannot initialize optional entry from non-optional value')
}

/** An object of an expression's own. */
export class BuiltObject extends ObjectValue {
  readonly #fields: ReadonlyMap<string, Value>

  constructor(type: ObjectType, fields: ReadonlyMap<string, Value>) {
    super(type, {})
    this.#fields = fields
  }

  override has(name: string): boolean {
    return this.#fields.has(name)
  }

  override get(name: string): Value | undefined {
    return this.#fields.get(name)
  }

  override names(): readonly string[] {
    return [...this.#fields.keys()]
  }
}

/** `Object`, `Object.spec`, `Object.spec.template` ...: what is in it, no schema says. */
export function patchType(name: string): ObjectType | undefined {
  if (name === 'JSONPatch') return jsonPatch
  return name === 'Object' || name.startsWith('Object.')
    ? { kind: 'object', name, fields: new Map(), open: true }
    : undefined
}

const text = { type: plain('string') }
const jsonPatch: ObjectType = {
  kind: 'object',
  name: 'JSONPatch',
  fields: new Map([
    ['op', { jsonName: 'op', ...text }],
    ['path', { jsonName: 'path', ...text }],
    ['from', { jsonName: 'from', ...text }],
    ['value', { jsonName: 'value', type: dyn }],
  ]),
}

/** Each object's type must be named after where it stands; throws CelError with all that are not. */
export function requireNamesOfPlaces(value: BuiltObject, root = value.type.name): void {
  const wrong: string[] = []
  walk(value, root, wrong)
  if (wrong.length > 0) throw new CelError(`type mismatch: ${wrong.join('\n')}`)
}

function walk(value: Value, path: string, wrong: string[]): void {
  if (value instanceof BuiltObject && value.type.name !== 'JSONPatch') {
    const { name } = value.type
    if (name !== path) wrong.push(`the type here is called by its place, "${path}", not "${name}"`)
    for (const field of value.names()) walk(value.get(field)!, `${path}.${field}`, wrong)
  } else if (value instanceof ListValue) {
    for (const each of value) walk(each, path, wrong)
  } else if (value instanceof MapValue) {
    for (const key of value.keys()) walk(value.get(key)!, path, wrong)
  }
}
