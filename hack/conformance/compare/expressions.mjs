/** Random rules over random schemas (SEED, and how many definitions in ROUNDS): what is accepted, what it is said to cost, and what it says of random objects and changes. */
import { define } from './custom-kind.mjs'
import { dice } from './dice.mjs'
import { Maker, schemaOf, drawn } from './expression-maker.mjs'

const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const objects = '/apis/rules.example.com/v1/namespaces/default/things'

const definitionOf = (properties) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'things.rules.example.com' },
  spec: {
    group: 'rules.example.com',
    scope: 'Namespaced',
    names: { plural: 'things', kind: 'Thing' },
    versions: [
      { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object', properties } } },
    ],
  },
})

/** Of each rule what is wrong with it, without the words. A cost is told as its factor. */
function complaints({ json }) {
  const told = {}
  for (const { field, reason, message } of json?.details?.causes ?? []) {
    const place = /properties\[(\w+)\].*x-kubernetes-validations\[(\d+)\]\.(\w+)$/.exec(field)
    if (!place) continue
    const [, part, at, member] = place
    const factor = /factor of (.*?x)/.exec(message)?.[1]
    if (/among the rules|contributed/.test(message)) continue
    const key = `${at}.${member}`
    told[key] ??= {}
    told[key][part] = factor ?? reason
  }
  return told
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)

/** How often the rules stand in an object: what they cost shows as a multiple of what is allowed. */
const times = { one: 10_000_000, some: 100_000, few: 1_000 }

async function askOnce(twins, seed) {
  const die = dice(seed)
  const { schema, type } = schemaOf(die)
  const rules = Array.from({ length: 40 }, (_, at) => {
    const isOld = die.is(0.2)
    const maker = new Maker(die, { self: type, old: isOld })
    const rule = maker.rule()
    const usesOld = /\boldSelf\b/.test(rule)
    const message = die.is(0.2)
      ? { messageExpression: new Maker(die, { self: type, old: usesOld }).of('string', 2) }
      : {}
    return { rule, message: `r${at}`, ...message, ...(usesOld && die.is(0.3) ? { optionalOldSelf: true } : {}) }
  }).filter(({ rule }) => rule.length < 2000)
  // An old self in a list has no identity, unless nothing but rules of what it is now are there.
  const ruled = (all) => ({ ...schema, 'x-kubernetes-validations': all })
  const isNow = ({ rule, messageExpression = '' }) => !/oldSelf/.test(rule + messageExpression)
  const now = rules.map((each) => (isNow(each) ? each : { rule: 'true' }))
  const dear = []
  const [theirs, ours] = [{}, {}]
  for (const [name, maxItems] of Object.entries(times)) {
    const properties = { [name]: { type: 'array', maxItems, items: ruled(now) } }
    const asked = await both(twins, {
      method: 'POST',
      path: `${definitions}?dryRun=All`,
      body: definitionOf(properties),
    })
    dear.push(asked)
    asked.map(complaints).forEach((told, side) => {
      for (const [key, of] of Object.entries(told)) Object.assign(([theirs, ours][side][key] ??= {}), of)
    })
  }
  const whole = await both(twins, {
    method: 'POST',
    path: `${definitions}?dryRun=All`,
    body: definitionOf({ spec: ruled(rules) }),
  })
  const [theirRight, ourRight] = whole.map(complaints)
  const good = []
  rules.forEach((rule, at) => {
    const of = (told) => ['rule', 'messageExpression', 'optionalOldSelf'].map((member) => told[`${at}.${member}`])
    twins.asked++
    for (const [kind, a, b] of [
      ['cost', of(theirs), of(ours)],
      ['alone', of(theirRight), of(ourRight)],
    ])
      if (!same(a, b)) {
        twins.differed++
        console.log(
          `seed ${seed} ${kind} rule ${JSON.stringify(rule)}\n    ${JSON.stringify(a)} | ${JSON.stringify(b)}`,
        )
        const [their, words] = kind === 'cost' ? dear[0] : whole
        for (const side of [their, words]) {
          const cause = side.json?.details?.causes?.find(({ field }) => field.includes(`validations[${at}]`))
          if (cause)
            console.log(
              `      ${side === their ? 'upstream' : 'operon'}: ${cause.message.replaceAll('\n', ' ').slice(0, 300)}`,
            )
        }
        return
      }
    if (of(theirRight).every((each) => each === undefined)) good.push(rule)
  })
  await askObjects(twins, { die, seed, schema: ruled(good), good })
}

async function both({ upstream, operon }, asking) {
  return Promise.all([upstream, operon].map((side) => side.ask(asking)))
}

/** What schemas say beside rules is not asked here, and why an evaluation failed is told in our own words. */
const aside =
  / in body (must|should) |must be of type|Unsupported value|Too |Required value|validation rules were not checked|the rules of the schema have not been asked|Duplicate value/
const worded = (cause) => cause.replace(/^(\S+ \S+) [\s\S]*(?: evaluating rule| for rule): (r\d+)$/, '$1 fails in $2')

async function askObjects(twins, { die, seed, schema, good }) {
  if (good.length === 0) return
  await define(twins, definitionOf({ spec: schema }), objects)
  const object = (name) => ({
    apiVersion: 'rules.example.com/v1',
    kind: 'Thing',
    metadata: { name },
    spec: drawn(die, schema),
  })
  const told = async (asking, note) => {
    const answers = await both(twins, asking)
    twins.asked++
    const [theirs, ours] = answers.map(({ status, json }) => {
      const causes = (json?.details?.causes ?? []).map(({ field, reason, message }) => `${field} ${reason} ${message}`)
      return {
        status,
        causes: causes
          .filter((each) => !aside.test(each))
          .map(worded)
          .sort(),
      }
    })
    if (same(theirs, ours)) return
    twins.differed++
    console.log(`seed ${seed} ${note} ${JSON.stringify(asking.body.spec).slice(0, 700)}`)
    if (theirs.status !== ours.status) console.log(`    status ${theirs.status} | ${ours.status}`)
    const ruleOf = (line) => good.find(({ message }) => message === /\b(r\d+)$/.exec(line)?.[1])
    const shown = (line, side) =>
      console.log(`    ${side}: ${line.replaceAll('\n', ' ').slice(0, 400)} ${JSON.stringify(ruleOf(line) ?? '')}`)
    for (const line of theirs.causes) if (!ours.causes.includes(line)) shown(line, 'upstream')
    for (const line of ours.causes) if (!theirs.causes.includes(line)) shown(line, 'operon')
  }
  for (let at = 0; at < 12; at++)
    await told({ method: 'POST', path: `${objects}?dryRun=All`, body: object('new') }, 'create')
  // Without its rules an object may stand that breaks them.
  const { 'x-kubernetes-validations': _, ...free } = schema
  for (const side of [twins.upstream, twins.operon])
    await side.ask({
      method: 'PATCH',
      path: `${definitions}/things.rules.example.com`,
      headers: { 'content-type': 'application/json-patch+json' },
      body: [{ op: 'replace', path: '/spec/versions/0/schema/openAPIV3Schema/properties/spec', value: free }],
    })
  const [first] = await both(twins, { method: 'POST', path: objects, body: object('stands') })
  for (const side of [twins.upstream, twins.operon])
    await side.ask({
      method: 'PATCH',
      path: `${definitions}/things.rules.example.com`,
      headers: { 'content-type': 'application/json-patch+json' },
      body: [{ op: 'replace', path: '/spec/versions/0/schema/openAPIV3Schema/properties/spec', value: schema }],
    })
  if (first.status !== 201) return
  await new Promise((resolve) => setTimeout(resolve, 300))
  const old = first.json.spec
  for (let at = 0; at < 8; at++) {
    const { spec } = object('stands')
    const mixed = Object.fromEntries(
      [...new Set([...Object.keys(old), ...Object.keys(spec)])].flatMap((name) => {
        const value = (die.is(0.5) ? old : spec)[name]
        return value === undefined ? [] : [[name, value]]
      }),
    )
    await told(
      {
        method: 'PUT',
        path: `${objects}/stands?dryRun=All`,
        body: {
          apiVersion: 'rules.example.com/v1',
          kind: 'Thing',
          metadata: { name: 'stands', resourceVersion: '' },
          spec: mixed,
        },
      },
      'update',
    )
  }
}

export default async function askExpressions(twins) {
  const seed = Number(process.env.SEED) || 1
  const rounds = Number(process.env.ROUNDS) || 20
  for (let at = 0; at < rounds; at++) await askOnce(twins, seed + at)
}
