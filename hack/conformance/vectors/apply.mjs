// Random appliers and updaters of random schemas, through upstream's FieldManager (apimachinery, structured-merge-diff) and through core/schema/managed: objects, owners and conflicts after each step.
// node hack/conformance/vectors/apply.mjs DIR (SEED, ROUNDS, VERSIONS in the environment; needs Go 1.26 and its module proxy; DIR holds the program). Compile first: node hack/build.mjs.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { applyConfiguration, requireTyped, trackUpdate } from '../../../dist/core/schema/managed/index.js'
import { dice } from '../compare/dice.mjs'

const { SEED = '1', ROUNDS = '300', VERSIONS = '1' } = process.env
const [dir] = process.argv.slice(2)
const die = dice(Number(SEED))
const number = { scalar: 'numeric' }
const text = { scalar: 'string' }
const some = (list, chance = 0.5) => list.filter(() => die.is(chance))
const map = (of, rel = '') => ({ map: { of, rel, fields: [] } })
const struct = (fields, rel = '') => ({ map: { of: {}, rel, fields } })
const list = (of, rel, keys) => ({ list: { of, rel, ...(keys && { keys }) } })

function drawType(depth = 0) {
  const more = () => drawType(depth + 1)
  const fieldsOf = (names) => names.map((name) => ({ name, type: more() }))
  const kinds = {
    number: () => number,
    text: () => text,
    struct: () => struct(fieldsOf(['p', ...some(['q', 'r'])]), die.one(['', '', '', 'atomic'])),
    map: () => map(more()),
    wholeMap: () => map(more(), 'atomic'),
    set: () => list(text, 'associative'),
    keyed: () => list(struct([{ name: 'i', type: number }, ...fieldsOf(['p', 'q'])]), 'associative', ['i']),
    byTwo: () =>
      list(
        struct([{ name: 'i', type: number }, { name: 'j', type: number, default: 1 }, ...fieldsOf(['p'])]),
        'associative',
        ['i', 'j'],
      ),
    whole: () => list(more(), 'atomic'),
  }
  return kinds[die.one(depth < 4 ? Object.keys(kinds) : ['number', 'text'])]()
}

function drawRoot() {
  const root = drawType()
  return root.map && root.map.rel !== 'atomic' ? root : drawRoot()
}

function draw(type, nulls) {
  if (die.is(nulls)) return null
  if (type.scalar) return type.scalar === 'numeric' ? die.one([1, 2]) : die.one(['a', 'b'])
  if (type.map) return drawMembers(type.map, nulls)
  const { of, rel, keys } = type.list
  if (rel === 'atomic') return some([0, 1]).map(() => draw(of, 0))
  if (!keys) return some(['a', 'b', 'c', 'd'])
  return some([1, 2, 3]).map((i) => {
    const { i: _, j, ...members } = drawMembers(of.map, nulls)
    return { i, ...(keys[1] && typeof j === 'number' ? { j } : {}), ...members }
  })
}

const drawMembers = ({ fields, of }, nulls) =>
  Object.fromEntries(
    fields.length > 0
      ? some(fields, 0.6).map(({ name, type }) => [name, draw(type, nulls)])
      : some(['x', 'y', 'z']).map((key) => [key, draw(of, nulls)]),
  )

function drawLife(schema, root) {
  const nulls = die.one([0, 0, 0.1])
  const ops = [0, 1, 2, ...some([3, 4, 5])].map(() => ({
    op: die.one(['update', 'apply false', 'apply true', 'apply true']),
    manager: die.one(['a', 'b', 'c']),
    version: `v${1 + die.below(Number(VERSIONS))}`,
    object: draw(root, nulls) ?? {},
    schema,
    type: { name: 'root' },
  }))
  return { ops }
}

/** Their form of a type in ours. */
function typeOf({ scalar, map: members, list: elements }) {
  if (scalar) return { shape: 'scalar', scalar: scalar === 'numeric' ? 'number' : 'string' }
  if (elements) {
    const { of, rel, keys = [] } = elements
    return { shape: 'list', element: typeOf(of), list: rel === 'atomic' ? rel : keys.length > 0 ? 'map' : 'set', keys }
  }
  const atomic = members.rel === 'atomic'
  if (members.fields.length === 0) return { shape: 'map', element: typeOf(members.of), atomic }
  return structOf(
    Object.fromEntries(members.fields.map(({ name, type, ...more }) => [name, { type: typeOf(type), ...more }])),
    atomic,
  )
}

function structOf(fields, atomic = false) {
  const all = Object.entries(fields).map(([name, field]) => [
    name,
    { name, required: false, nullable: true, always: false, ...field },
  ])
  return { shape: 'struct', name: '', preservesUnknown: false, atomic, fields: new Map(all) }
}

const scalar = { type: { shape: 'scalar', scalar: 'string' } }
const whole = (spec) =>
  structOf({ apiVersion: scalar, kind: scalar, metadata: { type: structOf({ name: scalar }) }, spec: { type: spec } })

const sameOrder = (all) => all.map((each) => JSON.stringify(each)).sort()

/** Takes one step; answers the object then, and what refused it. */
function step(live, { op, manager, version, object }, type) {
  const next = { apiVersion: version, kind: 'Thing', metadata: { name: 'x' }, spec: structuredClone(object) }
  const operation = op === 'update' ? 'Update' : 'Apply'
  const owner = { manager, operation, apiVersion: version, subresource: '', time: '2020-01-01T00:00:00Z' }
  const versions = {
    isOwn: true,
    type: () => type,
    convert: (one, apiVersion) => ({ ...structuredClone(one), apiVersion }),
  }
  const about = { type, live: live && { ...structuredClone(live), apiVersion: version }, owner, reset: [], versions }
  try {
    if (op === 'update') {
      trackUpdate(next, about)
      return { live: next }
    }
    requireTyped(next, type)
    return { live: applyConfiguration(next, { ...about, force: op === 'apply true' }) }
  } catch (error) {
    return { live, error }
  }
}

const ours = ({ live, error }) => ({
  isRefused: error !== undefined,
  conflicts: sameOrder((error?.status?.details?.causes ?? []).map(({ message, field }) => [message, field])),
  spec: live?.spec ?? null,
  managers: sameOrder(
    (live?.metadata.managedFields ?? []).map(({ manager, operation, apiVersion, fieldsV1 }) => [
      manager,
      operation,
      apiVersion,
      sorted(fieldsV1),
    ]),
  ),
})

const theirs = ({ error, conflicts = [], spec = null, managers = [] }) => ({
  isRefused: error !== undefined,
  conflicts: sameOrder(conflicts.map(({ message, field }) => [message, field])),
  spec,
  managers: sameOrder(
    managers.map(([manager, operation, apiVersion, set]) => [manager, operation, apiVersion, sorted(JSON.parse(set))]),
  ),
})

const sorted = (set) =>
  Object.fromEntries(
    Object.keys(set)
      .sort()
      .map((key) => [key, sorted(set[key])]),
  )

function upstream(lines) {
  const program = join(dir, 'apply')
  if (!existsSync(program)) {
    mkdirSync(dir, { recursive: true })
    cpSync(new URL('apply.go.txt', import.meta.url).pathname, join(dir, 'main.go'))
    writeFileSync(join(dir, 'go.mod'), 'module apply\n\ngo 1.26.0\n\nrequire k8s.io/apimachinery v0.36.3\n')
    const env = { ...process.env, GOFLAGS: '-mod=mod' }
    execFileSync('go', ['build', '-o', 'apply', '.'], { cwd: dir, env, stdio: 'inherit' })
  }
  const input = lines.map((line) => JSON.stringify(line)).join('\n')
  const out = execFileSync(program, { input, maxBuffer: 2 ** 30, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).results)
}

const schemas = Array.from({ length: Math.ceil(Number(ROUNDS) / 20) }, (_, at) => ({
  schema: at + 1,
  root: drawRoot(),
}))
const lives = schemas.flatMap(({ schema, root }) => Array.from({ length: 20 }, () => drawLife(schema, root)))
const answers = upstream([...schemas.map(({ schema, root }) => ({ schema, types: { root } })), ...lives])
let differ = 0
lives.forEach(({ ops }, at) => {
  const type = whole(typeOf(schemas[ops[0].schema - 1].root))
  let live
  ops.every((op, turn) => {
    const taken = step(live, op, type)
    live = taken.live
    const [one, other] = [theirs(answers[at][turn]), ours(taken)]
    if (isDeepStrictEqual(one, other)) return true
    differ++
    console.log(
      `life ${at}, step ${turn}: ${JSON.stringify(ops.slice(0, turn + 1))}\n  ${JSON.stringify(one)}\n  ${JSON.stringify(other)}`,
    )
    return false
  })
})
console.log(`${lives.length} lives, ${differ} differ`)
