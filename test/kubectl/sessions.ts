/**
 * Sessions of kubectl as text: a line `$ command` and below it what kubectl prints (both streams), then `[code]` if it does not end with 0.
 * In expected lines `{name}` stands for a pattern of `patterns`, `{a|b}` for one of several words, and a line `...` for any number of lines.
 */
import { expect } from 'chai'

export interface Step {
  readonly line: number
  readonly command: string
  readonly expected: string
}

const patterns: Readonly<Record<string, string>> = {
  age: '(?:\\d+[smh])+|<invalid>',
  ip: '\\d+\\.\\d+\\.\\d+\\.\\d+',
  port: '\\d+',
  hash: '[0-9a-z]{5,16}',
  id: '[0-9a-z-]{4,64}',
  time: '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ',
  day: '\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d [+-]\\d{4}',
  words: '.*',
}

/** The steps of a session; lines before the first command are words about it. */
export function steps(text: string): Step[] {
  const found: { line: number; command: string; expected: string[] }[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('$ ')) found.push({ line: index + 1, command: line.slice(2), expected: [] })
    else found.at(-1)?.expected.push(line)
  }
  return found.map((step) => ({ ...step, expected: tidy(step.expected.join('\n')) }))
}

/** As compared: without white space at the ends of lines and of the whole, and without the namespace that kubectl 1.34 and later name after a deletion; columns may be any two or more spaces wide. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .trimEnd()
        .replace(/(\S) {2,}/g, '$1  ')
        .replace(/( deleted) from \S+ namespace/, '$1'),
    )
    .join('\n')
    .trimEnd()
}

/** Throws, showing both, unless what was printed is what the step expects. */
export function compare(step: Step, printed: string): void {
  const actual = tidy(printed)
  if (!patternOf(step.expected).test(`${actual}\n`))
    expect(actual, `line ${step.line}: ${step.command}`).to.equal(step.expected)
}

function patternOf(expected: string): RegExp {
  const lines = expected.split('\n').map((line) => (line === '...' ? '(?:.*\\n)*?' : `${patternOfLine(line)}\\n`))
  return new RegExp(`^${lines.join('')}$`)
}

function patternOfLine(line: string): string {
  return line
    .split(/(\{(?:[a-z]+|[^{}|]*\|[^{}]*)\})/)
    .map((piece, index) => (index % 2 ? patternOfBraces(piece.slice(1, -1)) : literal(piece)))
    .join('')
}

function patternOfBraces(inside: string): string {
  const pattern = inside.includes('|') ? inside.split('|').map(literal).join('|') : patterns[inside]
  if (pattern === undefined) throw new Error(`no pattern is named ${inside}`)
  return `(?:${pattern})`
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
