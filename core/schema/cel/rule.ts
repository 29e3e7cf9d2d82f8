/** One rule of x-kubernetes-validations, compiled. */
import { compile } from './compile.js'
import { CompileError, type Node, parse, showError } from './parse.js'
import { Scope, type Typed } from './typed.js'
import { type CelType, typeText } from './types.js'

/** As written in a schema. */
export interface WrittenRule {
  readonly rule?: string
  readonly message?: string
  readonly messageExpression?: string
  readonly reason?: string
  readonly fieldPath?: string
  readonly optionalOldSelf?: boolean
}

export interface Expression extends Typed {
  readonly usesOldSelf: boolean
}

/** Throws RuleError. `wanted`: the type that it must come to. */
export function compileExpression(
  text: string,
  self: CelType,
  { optionalOldSelf, wanted }: { readonly optionalOldSelf: boolean; readonly wanted: 'bool' | 'string' },
): Expression {
  const oldSelf: CelType = optionalOldSelf ? { kind: 'optional', inner: self } : self
  try {
    const tree = parse(text)
    const { scope } = new Scope(new Map(), 0).with({ self, oldSelf })
    const typed = compile(tree, scope)
    if (typed.type.kind !== wanted)
      throw new RuleError(
        wanted === 'bool' ? 'must evaluate to a bool' : `must evaluate to a string, not ${typeText(typed.type)}`,
      )
    return { ...typed, usesOldSelf: names(tree, 'oldSelf') }
  } catch (error) {
    if (error instanceof CompileError) throw new RuleError(`compilation failed: ${showError(error, text)}`)
    if (error instanceof RangeError) throw new RuleError('compilation failed: nested too deeply')
    throw error
  }
}

/** Why an expression can't be used. */
export class RuleError extends Error {}

/** Whether a tree speaks of a name. */
function names(tree: unknown, name: string): boolean {
  const left: unknown[] = [tree]
  while (left.length > 0) {
    const next = left.pop()
    if (Array.isArray(next)) for (const each of next) left.push(each)
    else if (typeof next === 'object' && next !== null && 'op' in next) {
      const { op, args } = next as Node
      if (op === 'id' && args === name) return true
      if (op !== 'value') left.push(args)
    }
  }
  return false
}
