/** CEL's grammar: tokens to a tree, after the language definition's rules and with the positions that cel-go shows. */
import { CompileError } from './compile-error.js'
import { Lexer, type Token } from './lexer.js'
import type { Node } from './parse.js'

/** As cel-go's: how deep expressions may stand in each other. */
const maxDepth = 250

const reserved = new Set(
  'as break const continue else for function if import let loop package namespace return var void while'.split(' '),
)
const relations = new Set(['<', '<=', '>', '>=', '==', '!=', 'in'])
const sums = new Set(['+', '-'])
const products = new Set(['*', '/', '%'])

/** Throws CompileError. */
export function parseExpression(text: string): Node {
  const grammar = new Grammar(new Lexer(text))
  const tree = grammar.expression()
  grammar.end()
  return tree
}

class Grammar {
  readonly #lexer: Lexer
  #token: Token
  #depth = 0

  constructor(lexer: Lexer) {
    this.#lexer = lexer
    this.#token = lexer.next()
  }

  end(): void {
    if (this.#token.kind !== 'end') throw this.#unexpected()
  }

  expression(): Node {
    if (++this.#depth > maxDepth)
      throw new CompileError(`Syntax error: expression recursion limit exceeded: ${maxDepth}`, this.#token.pos)
    const test = this.#logical('||', () => this.#logical('&&', () => this.#relation()))
    const node = this.#token.kind === '?' ? this.#conditional(test) : test
    this.#depth--
    return node
  }

  #conditional(test: Node): Node {
    const { pos } = this.#take()
    const yes = this.#logical('||', () => this.#logical('&&', () => this.#relation()))
    this.#expect(':')
    return { op: '?:', args: [test, yes, this.expression()], pos }
  }

  /** A tree as flat as can be: a thousand conditions are ten deep. */
  #logical(op: '||' | '&&', operand: () => Node): Node {
    const operands = [operand()]
    const places: number[] = []
    while (this.#token.kind === op) {
      places.push(this.#take().pos)
      operands.push(operand())
    }
    const balanced = (from: number, to: number): Node => {
      if (from === to) return operands[from]!
      const middle = (from + to) >> 1
      return { op, args: [balanced(from, middle), balanced(middle + 1, to)], pos: places[middle]! }
    }
    return balanced(0, operands.length - 1)
  }

  #relation(): Node {
    return this.#leftward(relations, () => this.#leftward(sums, () => this.#leftward(products, () => this.#unary())))
  }

  #leftward(ops: ReadonlySet<string>, operand: () => Node): Node {
    let left = operand()
    while (ops.has(this.#token.kind)) {
      const { kind: op, pos } = this.#take()
      left = { op, args: [left, operand()], pos }
    }
    return left
  }

  /** Signs of one sort, which cancel each other out by twos. */
  #unary(): Node {
    const { kind, pos } = this.#token
    if (kind !== '!' && kind !== '-') return this.#member()
    let times = 0
    for (; this.#token.kind === kind; times++) this.#take()
    const inner = this.#member()
    return times % 2 === 0 ? inner : { op: `${kind}_`, args: inner, pos }
  }

  #member(): Node {
    let node = this.#primary()
    for (;;) {
      if (this.#token.kind === '.') node = this.#selection(node)
      else if (this.#token.kind === '[') node = this.#index(node)
      else return node
    }
  }

  #selection(holder: Node): Node {
    const { pos } = this.#take()
    const isOptional = this.#skip('?')
    const { kind, text } = this.#token
    if (kind !== 'name') throw this.#unexpected()
    this.#take()
    if (!isOptional && this.#token.kind === '(') {
      const open = this.#token.pos
      return { op: 'rcall', args: [text, holder, this.#arguments()], pos: open }
    }
    return { op: isOptional ? '.?' : '.', args: [holder, text], pos }
  }

  #index(holder: Node): Node {
    const { pos } = this.#take()
    const op = this.#skip('?') ? '[?]' : '[]'
    const index = this.expression()
    this.#expect(']')
    return { op, args: [holder, index], pos }
  }

  #arguments(): Node[] {
    this.#expect('(')
    const found: Node[] = []
    if (!this.#skip(')')) {
      do found.push(this.expression())
      while (this.#skip(','))
      this.#expect(')')
    }
    return found
  }

  #primary(): Node {
    const { kind, pos, value } = this.#token
    switch (kind) {
      case 'literal':
        this.#take()
        return { op: 'value', args: value, pos }
      case '(': {
        this.#take()
        const inner = this.expression()
        this.#expect(')')
        return inner
      }
      case '[':
        return this.#list()
      case '{':
        return this.#map()
      case '.':
        this.#take()
        return this.#named()
      case 'name':
        return this.#named()
      default:
        throw this.#unexpected()
    }
  }

  /** A name, a call, or an object of a named type. */
  #named(): Node {
    const { kind, text, pos } = this.#token
    if (kind !== 'name') throw this.#unexpected()
    this.#take()
    if (this.#token.kind === '{') return this.#object(text)
    if (reserved.has(text)) throw new CompileError(`Syntax error: reserved identifier: ${text}`, pos)
    if (this.#token.kind === '(') {
      const open = this.#token.pos
      return { op: 'call', args: [text, this.#arguments()], pos: open }
    }
    const node: Node = { op: 'id', args: text, pos }
    return this.#token.kind === '.' ? this.#dotted(node) : node
  }

  /** `a.b.c`, which may turn out to be the name of a type: `a.b.c{...}`. */
  #dotted(first: Node): Node {
    let node = first
    let path = first.args as string
    while (this.#token.kind === '.') {
      const selected = this.#selection(node)
      if (selected.op !== '.') return selected
      node = selected
      path += `.${(selected.args as readonly [Node, string])[1]}`
      if (this.#token.kind === '{') return this.#object(path)
    }
    return node
  }

  #list(): Node {
    const { pos } = this.#take()
    const entries = this.#entries(']', () => this.expression())
    return { op: 'list', args: entries.found, pos, ...entries.marks }
  }

  #map(): Node {
    const { pos } = this.#take()
    const entries = this.#entries('}', () => {
      const key = this.expression()
      this.#expect(':')
      return [key, this.expression()]
    })
    return { op: 'map', args: entries.found, pos, ...entries.marks }
  }

  #object(name: string): Node {
    const { pos } = this.#take()
    const entries = this.#entries('}', () => {
      const { kind, text } = this.#token
      if (kind !== 'name') throw this.#unexpected()
      this.#take()
      this.#expect(':')
      return [text, this.expression()]
    })
    return { op: 'object', args: [name, entries.found], pos, ...entries.marks }
  }

  #entries<Entry>(close: string, entry: () => Entry): { found: Entry[]; marks: Pick<Node, 'optional'> } {
    const found: Entry[] = []
    const optional = new Set<number>()
    while (!this.#skip(close)) {
      if (this.#skip('?')) optional.add(found.length)
      found.push(entry())
      if (this.#skip(',')) continue
      this.#expect(close)
      break
    }
    return { found, marks: optional.size > 0 ? { optional } : {} }
  }

  #take(): Token {
    const taken = this.#token
    this.#token = this.#lexer.next()
    return taken
  }

  #skip(kind: string): boolean {
    const isThere = this.#token.kind === kind
    if (isThere) this.#take()
    return isThere
  }

  #expect(kind: string): void {
    if (!this.#skip(kind)) throw this.#unexpected(kind)
  }

  #unexpected(wanted?: string): CompileError {
    const { text, pos } = this.#token
    return new CompileError(`Syntax error: mismatched input '${text}'${wanted ? ` expecting '${wanted}'` : ''}`, pos)
  }
}
