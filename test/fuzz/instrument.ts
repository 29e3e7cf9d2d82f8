/** Module hooks: what is imported with `?fuzz`, and all of ours that it imports, counts its branches in `globalThis.operonHits`. Other imports of the same files are left as they are. */
import type { LoadHook, ResolveHook } from 'node:module'
import ts from 'typescript'

const mark = '?fuzz'
const isCounted = (url: string): boolean => /\/dist\/(core|plugins|operators)\//.test(url)

export const resolve: ResolveHook = async (specifier, context, next) => {
  const inside = context.parentURL?.endsWith(mark) === true
  const found = await next(specifier, context)
  const isOurs = found.url.startsWith('file:') && found.url.includes('/dist/') && !found.url.includes('/node_modules/')
  return inside && isOurs && !found.url.endsWith(mark) ? { ...found, url: found.url + mark } : found
}

let places = 0

export const load: LoadHook = async (url, context, next) => {
  const loaded = await next(url, context)
  if (!url.endsWith(mark) || !isCounted(url) || loaded.source === undefined || loaded.source === null) return loaded
  const text = Buffer.from(loaded.source as Uint8Array).toString('utf8')
  return { ...loaded, source: counted(text, () => places++) }
}

/** The program with a counter at each place that can be reached without another. Lines stay where they are. */
export function counted(text: string, place: () => number): string {
  const file = ts.createSourceFile('a.js', text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS)
  const inserted: { readonly at: number; readonly text: string; readonly order: number }[] = []
  const insert = (at: number, added: string) => inserted.push({ at, text: added, order: inserted.length })
  const step = () => `operonHits[${place()}]++`
  const wrap = (node: ts.Node, [before, after]: readonly [string, string]) => {
    insert(node.getStart(file), before)
    insert(node.end, after)
  }
  const branch = (statement: ts.Statement | undefined) => {
    if (statement && !ts.isBlock(statement)) wrap(statement, [`{${step()};`, '}'])
  }
  const operand = (node: ts.Expression) => wrap(node, [`(${step()},`, ')'])
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node)) insert(node.getStart(file) + 1, `${step()};`)
    else if (ts.isIfStatement(node)) {
      branch(node.thenStatement)
      if (node.elseStatement && !ts.isIfStatement(node.elseStatement)) branch(node.elseStatement)
    } else if (ts.isIterationStatement(node, false)) branch(node.statement)
    else if (ts.isCaseOrDefaultClause(node)) {
      const [first] = node.statements
      if (first) insert(first.getStart(file), `${step()};`)
    } else if (ts.isConditionalExpression(node)) for (const part of [node.whenTrue, node.whenFalse]) operand(part)
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) wrap(node.body, [`(${step()},(`, '))'])
    else if (ts.isBinaryExpression(node) && logical.has(node.operatorToken.kind)) operand(node.right)
    ts.forEachChild(node, visit)
  }
  visit(file)
  // At one place what ends inside comes before what ends outside, and both before what begins.
  const ends = (added: string) => /^[)}]/.test(added)
  inserted.sort((a, b) => {
    if (a.at !== b.at) return a.at - b.at
    if (ends(a.text) !== ends(b.text)) return ends(a.text) ? -1 : 1
    return ends(a.text) ? b.order - a.order : a.order - b.order
  })
  let result = 'const operonHits = globalThis.operonHits;'
  let copied = 0
  for (const { at, text: added } of inserted) {
    result += text.slice(copied, at) + added
    copied = at
  }
  return result + text.slice(copied)
}

const logical: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
])
