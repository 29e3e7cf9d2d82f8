/** Generated expressions: ours against the parser library's own evaluator where both speak the same, and no text that throws anything unforeseen. */
import { Environment } from '@marcbachmann/cel-js'
import { expect } from 'chai'
import fc from 'fast-check'
import { Budget, CelError, CelStopped } from './budget.js'
import { compileExpression, RuleError } from './rule.js'
import { dyn } from './types.js'

const int = fc.integer({ min: -9, max: 9 }).map((n) => (n < 0 ? `(${n})` : String(n)))
const text = fc.constantFrom("''", "'a'", "'ab'", "'bab'", "'aé'")

const { int_, text_, bool_ } = fc.letrec<{ int_: string; text_: string; bool_: string }>((tie) => ({
  int_: fc.oneof(
    { maxDepth: 4 },
    int,
    fc
      .tuple(tie('int_'), fc.constantFrom('+', '-', '*', '/', '%'), tie('int_'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie('text_').map((a) => `size(${a})`),
    fc.tuple(tie('bool_'), tie('int_'), tie('int_')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.tuple(tie('int_'), tie('int_')).map(([a, b]) => `[${a}, ${b}].map(x, x + 1)[0]`),
  ),
  text_: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.tuple(tie('text_'), tie('text_')).map(([a, b]) => `(${a} + ${b})`),
    tie('int_').map((a) => `string(${a})`),
  ),
  bool_: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('true', 'false'),
    fc
      .tuple(tie('int_'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('int_'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('bool_'), fc.constantFrom('&&', '||'), tie('bool_')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie('bool_').map((a) => `!${a}`),
    fc
      .tuple(tie('text_'), fc.constantFrom('startsWith', 'endsWith', 'contains'), tie('text_'))
      .map(([a, name, b]) => `${a}.${name}(${b})`),
    fc
      .tuple(
        fc.array(tie('int_'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('all', 'exists', 'exists_one'),
        tie('int_'),
      )
      .map(([list, name, b]) => `[${list.join(', ')}].${name}(x, x > ${b})`),
    fc
      .tuple(tie('int_'), fc.array(tie('int_'), { minLength: 1, maxLength: 3 }))
      .map(([a, list]) => `(${a} in [${list.join(', ')}])`),
  ),
}))

const theirs = new Environment()

function ours(expression: string): boolean | 'error' {
  const { run } = compileExpression(expression, dyn, { optionalOldSelf: false, wanted: 'bool' })
  try {
    return run({ budget: new Budget(), slots: [null] }) as boolean
  } catch (error) {
    if (error instanceof CelError) return 'error'
    throw error
  }
}

function wanted(expression: string): boolean | 'error' {
  try {
    return theirs.evaluate(expression) as boolean
  } catch {
    return 'error'
  }
}

describe('generated expressions', () => {
  it("come to what the library's own evaluator says", () => {
    fc.assert(
      fc.property(bool_, (expression) => {
        expect(ours(expression), expression).to.equal(wanted(expression))
      }),
      { numRuns: 1000 },
    )
    void [int_, text_]
  })

  it('are refused, fail or stop, and do nothing else, whatever is written', () => {
    const token = fc.constantFrom(
      ...[
        'self',
        'x',
        'oldSelf',
        '.',
        '?',
        ':',
        '[',
        ']',
        '(',
        ')',
        '{',
        '}',
        ',',
        '+',
        '-',
        '==',
        '<',
        '&&',
        '||',
        '!',
        'in',
      ],
      ...[
        '1',
        '1.5',
        "'a'",
        "b'a'",
        'null',
        'true',
        'all',
        'map',
        'has',
        'size',
        'format',
        'optional',
        'of',
        'dyn',
        'type',
        '__proto__',
      ],
      ...['self.all(x, x == 1)', 'dyn(self)', "'a'.replace('', 'b')", '[1].map(x, x)', 'constructor', 'toString'],
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        try {
          const { run } = compileExpression(tokens.join(''), dyn, { optionalOldSelf: true, wanted: 'bool' })
          expect(run({ budget: new Budget(), slots: [1n, null] })).to.be.a('boolean')
        } catch (error) {
          if (!(error instanceof RuleError || error instanceof CelError || error instanceof CelStopped)) throw error
        }
      }),
      { numRuns: 3000 },
    )
  })
})
