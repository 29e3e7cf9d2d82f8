/** JSONPath as kubectl and printer columns use it: members, indexes, slices, `*`, and filters of one comparison (`.status.conditions[?(@.type=="Ready")].status`). */
type Step = (values: readonly unknown[]) => unknown[]

export type JsonPath = (object: unknown) => unknown[]

/** Answers all values that the path leads to, none where it leads nowhere. Braces around and the first dot may be left out. Throws TypeError for a text that is no path. */
export function compileJsonPath(text: string): JsonPath {
  const steps = parse(text.trim().replace(/^\{(.*)\}$/, '$1'))
  return (object) => steps.reduce<unknown[]>((values, step) => step(values), [object])
}

const token =
  /^(?:\.?\['((?:[^'\\]|\\.)*)'\]|\.?\["((?:[^"\\]|\\.)*)"\]|\.?\[([^\]?]*)\]|\[\?\((.*?)\)\]|\.?\*|\.?((?:\\.|[^.[\]\\*])+))/

function parse(text: string): Step[] {
  const steps: Step[] = []
  let rest = text.replace(/^[$@]/, '')
  if (rest === '.') return steps
  while (rest) {
    const match = token.exec(rest)
    if (!match) throw new TypeError(`no JSONPath: ${text}`)
    const [all, single, double, bracket, condition, name] = match
    const member = single ?? double ?? name
    if (member !== undefined) steps.push(memberStep(member.replace(/\\(.)/g, '$1')))
    else if (condition !== undefined) steps.push(filterStep(condition, text))
    else steps.push(bracket === undefined || bracket === '*' ? everyStep : indexStep(bracket, text))
    rest = rest.slice(all.length)
  }
  return steps
}

const memberStep =
  (name: string): Step =>
  (values) =>
    values.flatMap((value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name)) return []
      return [(value as Record<string, unknown>)[name]]
    })

const everyStep: Step = (values) =>
  values.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))

function indexStep(bracket: string, text: string): Step {
  const [first, last, extra] = bracket.split(':')
  if (extra !== undefined || ![first, last ?? '0'].every((part) => /^-?\d*$/.test(part!)) || bracket === '') {
    throw new TypeError(`no JSONPath: ${text}`)
  }
  const lists = (values: readonly unknown[]) => values.filter((value): value is unknown[] => Array.isArray(value))
  if (last === undefined) return (values) => lists(values).flatMap((list) => list.slice(Number(first)).slice(0, 1))
  const end = last === '' ? undefined : Number(last)
  return (values) => lists(values).flatMap((list) => list.slice(Number(first || 0), end))
}

const comparison = /^\s*@((?:[^=!<>]|\\.)*?)\s*(?:(==|!=|<=|>=|<|>)\s*(.+?))?\s*$/

function filterStep(condition: string, text: string): Step {
  const [, path, operator, literal] = comparison.exec(condition) ?? []
  if (path === undefined) throw new TypeError(`no filter that is understood: ${text}`)
  const read = compileJsonPath(path)
  const wanted = literal === undefined ? undefined : literalOf(literal, text)
  const holds = (item: unknown) => {
    const found = read(item)
    return operator ? found.some((value) => compare(value, operator, wanted)) : found.length > 0
  }
  return (values) => values.flatMap((value) => (Array.isArray(value) ? value.filter(holds) : []))
}

function literalOf(literal: string, text: string): string | number | boolean {
  const quoted = /^(?:"(.*)"|'(.*)')$/.exec(literal)
  if (quoted) return quoted[1] ?? quoted[2] ?? ''
  if (literal === 'true' || literal === 'false') return literal === 'true'
  const number = Number(literal)
  if (Number.isNaN(number)) throw new TypeError(`no filter that is understood: ${text}`)
  return number
}

function compare(value: unknown, operator: string, wanted: unknown): boolean {
  if (operator === '==') return value === wanted
  if (operator === '!=') return value !== wanted
  if (typeof value !== typeof wanted || !['number', 'bigint', 'string'].includes(typeof value)) return false
  const [a, b] = [value as number, wanted as number]
  if (operator === '<') return a < b
  if (operator === '<=') return a <= b
  return operator === '>' ? a > b : a >= b
}
