// Runs the CEL project's own simple tests (the Go module cel.dev/expr, fetched through its proxy) against core/schema/cel: node hack/conformance/cel.mjs [file ...] [-v]
// Says of each file how many tests hold, and with -v which do not. Nothing of the test data is kept in this repository. Compile first: node hack/build.mjs.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Budget, CelError, CelStopped } from '../../dist/core/schema/cel/budget.js'
import { compile } from '../../dist/core/schema/cel/compile.js'
import { equal } from '../../dist/core/schema/cel/equal.js'
import { parse } from '../../dist/core/schema/cel/parse.js'
import { Scope } from '../../dist/core/schema/cel/typed.js'
import * as types from '../../dist/core/schema/cel/types.js'
import * as values from '../../dist/core/schema/cel/values.js'

/** What Kubernetes enables of CEL; the rest is about protobuf messages, enums and extensions that it leaves out. */
const usual = 'basic comparisons conversions dynamic fields fp_math integer_math lists logic macros macros2 parse plumbing string string_ext timestamps optionals type_deduction lists_ext'.split(' ') // biome-ignore format: one line

const args = process.argv.slice(2)
const isVerbose = args.includes('-v')
const named = args.filter((each) => each !== '-v')
const { Dir } = JSON.parse(
  execFileSync('go', ['mod', 'download', '-json', 'cel.dev/expr@v0.25.3'], { encoding: 'utf8' }),
)

/** Protobuf's text form: repeated members are always lists. */
function readText(text) {
  const words = text.matchAll(
    /#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[-+\w./]+|\[[^\]\s]*\/[^\]\s]*\]|[{}<>[\]:,;]/g,
  )
  const tokens = [...words].map(([word]) => word).filter((word) => !word.startsWith('#'))
  let at = 0
  const members = (close) => {
    const found = {}
    while (at < tokens.length && tokens[at] !== close) {
      const name = tokens[at++]
      if (tokens[at] === ':') at++
      const read = value()
      for (const each of Array.isArray(read) ? read : [read]) (found[name] ??= []).push(each)
      while (tokens[at] === ',' || tokens[at] === ';') at++
    }
    at++
    return found
  }
  const value = () => {
    const token = tokens[at++]
    if (token === '{') return members('}')
    if (token === '<') return members('>')
    if (token === '[') {
      const list = []
      while (tokens[at] !== ']') {
        list.push(value())
        if (tokens[at] === ',') at++
      }
      at++
      return list
    }
    if (!/^["']/.test(token)) return token
    let bytes = bytesOf(token)
    while (/^["']/.test(tokens[at] ?? '')) bytes = Buffer.concat([bytes, bytesOf(tokens[at++])])
    return bytes
  }
  return members()
}

const escapes = { n: 10, t: 9, r: 13, a: 7, b: 8, f: 12, v: 11 }
function bytesOf(token) {
  const parts = []
  const pattern = /\\([0-7]{1,3})|\\[xX]([0-9a-fA-F]{1,2})|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\(.)|([^\\]+)/gs
  for (const [, octal, hex, u4, u8, simple, plain] of token.slice(1, -1).matchAll(pattern)) {
    if (octal) parts.push(Buffer.from([Number.parseInt(octal, 8)]))
    else if (hex) parts.push(Buffer.from([Number.parseInt(hex, 16)]))
    else if (u4 ?? u8) parts.push(Buffer.from(String.fromCodePoint(Number.parseInt(u4 ?? u8, 16))))
    else if (simple) parts.push(Buffer.from(simple in escapes ? [escapes[simple]] : simple))
    else parts.push(Buffer.from(plain))
  }
  return Buffer.concat(parts)
}

class Unsupported extends Error {}

/** A google.api.expr.Value as ours. */
function valueFrom(proto) {
  const [[kind, [raw]]] = Object.entries(proto)
  switch (kind) {
    case 'int64_value':
      return BigInt(raw)
    case 'uint64_value':
      return new values.Uint(BigInt(raw))
    case 'double_value':
      return /^-?inf/i.test(raw)
        ? raw.startsWith('-')
          ? -Infinity
          : Infinity
        : raw === 'nan'
          ? Number.NaN
          : Number(raw)
    case 'string_value':
      return raw.toString()
    case 'bytes_value':
      return new Uint8Array(raw)
    case 'bool_value':
      return raw === 'true'
    case 'null_value':
      return null
    case 'type_value':
      return new values.TypeValue(raw.toString())
    case 'list_value':
      return values.ListValue.of((raw.values ?? []).map(valueFrom))
    case 'map_value':
      return new values.MapValue(
        new Map(
          (raw.entries ?? []).map(({ key: [key], value: [value] }) => {
            const read = valueFrom(key)
            return [values.keyOf(read), [read, valueFrom(value)]]
          }),
        ),
      )
    default:
      throw new Unsupported(kind)
  }
}

function run({
  expr: [expr],
  bindings = [],
  type_env: declared = [],
  disable_macros: noMacros,
  disable_check: unchecked,
  container,
}) {
  // Kubernetes checks every expression.
  if (noMacros || container || unchecked) throw new Unsupported('macros or checks off, or a container')
  const names = {}
  for (const {
    name: [name],
  } of declared)
    names[name.toString()] = types.json
  const slots = []
  for (const {
    key: [key],
  } of bindings)
    names[key.toString()] = types.json
  const order = Object.keys(names)
  for (const {
    key: [key],
    value: [value],
  } of bindings)
    slots[order.indexOf(key.toString())] = valueFrom(value.value[0])
  const { scope } = new Scope(new Map(), 0).with(names)
  return compile(parse(expr.toString()), scope, { literals: 'mixed' }).run({ budget: new Budget(), slots })
}

const same = (a, b) =>
  (typeof a === 'number' && typeof b === 'number' && Object.is(a, b)) ||
  (values.typeName(a) === values.typeName(b) && equal(a, b, new Budget()))

/** Undefined: it holds. */
function fault(test) {
  const wantsError = 'eval_error' in test || 'any_eval_errors' in test
  let result
  try {
    result = run(test)
  } catch (error) {
    if (error instanceof Unsupported) throw error
    if (wantsError) return undefined
    if (/^undeclared reference to '(cel|google|TestAllTypes|tuple|sort|fn)\b/.test(error.message))
      throw new Unsupported('messages')
    return `${error instanceof CelError || error instanceof CelStopped ? 'fails' : 'refused'}: ${error.message}`
  }
  if (wantsError) return `comes to ${show(result)}, must fail`
  if (test.check_only) return undefined
  const value = test.value?.[0] ?? test.typed_result?.[0].result?.[0] ?? { bool_value: ['true'] }
  const wanted = valueFrom(value)
  return same(result, wanted) ? undefined : `comes to ${show(result)}, not ${show(wanted)}`
}

const show = (value) =>
  value instanceof values.ListValue ? `[${[...value].map(show)}]` : typeof value === 'bigint' ? String(value) : (JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}` : each)) ?? String(value)) // biome-ignore format: one line

for (const file of named.length > 0 ? named : usual) {
  const data = readText(readFileSync(join(Dir, 'tests/simple/testdata', `${file}.textproto`), 'utf8'))
  const count = { holds: 0, differs: 0, 'not for Kubernetes': 0 }
  for (const {
    name: [section],
    test: tests = [],
  } of data.section ?? [])
    for (const test of tests) {
      let what
      try {
        what = fault(test)
      } catch (error) {
        if (!(error instanceof Unsupported) && isVerbose) console.log(`  ${section}/${test.name[0]}: ${error.stack}`)
        count['not for Kubernetes']++
        continue
      }
      count[what ? 'differs' : 'holds']++
      if (what && isVerbose) console.log(`  ${section}/${test.name[0]}: ${test.expr[0]}\n    ${what}`)
    }
  console.log(
    `${file}: ${Object.entries(count)
      .map(([word, number]) => `${number} ${word}`)
      .join(', ')}`,
  )
}
