/** Gets, lists and watches in every combination of the parameters that choose a revision, a page or a way to watch. */
const namespace = `reads-lists-${Date.now() % 1000000}`
const path = `/api/v1/namespaces/${namespace}/secrets`

/** Every combination of one value of each: objects of parameters; undefined leaves it out. */
export function* combined(parameters) {
  const [first, ...rest] = Object.entries(parameters)
  if (!first) {
    yield {}
    return
  }
  for (const each of combined(Object.fromEntries(rest)))
    for (const value of first[1]) yield { [first[0]]: value, ...each }
}

export const query = (parameters) => {
  const said = Object.entries(parameters).filter(([, value]) => value !== undefined)
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`
}

/** Asks a few at a time: the slow ones wait in the server, not for each other. */
export async function several(askings, ask, width = 12) {
  const left = [...askings]
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await ask(next)
    }),
  )
}

/** Parameters whose values say which revision, in words, become a side's own. */
const of = (side, parameters) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'symbol' ? side.chosen[value.description] : value,
    ]),
  )

const inWords = { chosen: new Proxy({}, { get: (_, name) => `<${String(name)}>` }) }

/** Asks `base` with each of `all`; what else is said of the asking is in `more`. */
export const askCombined = (twins, base, all, more = {}) =>
  several(all, (parameters) =>
    twins.ask((side) => ({ path: `${base}${query(of(side, parameters))}`, ...more }), {
      note: JSON.stringify(of(inWords, parameters)),
    }),
  )

/** A namespace with some Secrets in it, of which one is gone again; each side's `chosen` gets revisions and tokens of it. */
export async function prepare(twins, namespace, count = 7) {
  const at = `/api/v1/namespaces/${namespace}/secrets`
  for (const side of [twins.upstream, twins.operon]) {
    await side.ask({ method: 'POST', path: '/api/v1/namespaces', body: { metadata: { name: namespace } } })
    const revisions = []
    for (let nth = 0; nth < count; nth++) {
      const body = { metadata: { name: `one-${nth}`, labels: { nth: String(nth), odd: String(nth % 2 === 1) } } }
      const { json } = await side.ask({ method: 'POST', path: at, body })
      revisions.push(json.metadata.resourceVersion)
    }
    await side.ask({ method: 'DELETE', path: `${at}/one-0` })
    const { json: now } = await side.ask({ path: at })
    const { json: page } = await side.ask({ path: `${at}?limit=2` })
    const { json: second } = await side.ask({
      path: `${at}?limit=2&continue=${encodeURIComponent(page.metadata.continue)}`,
    })
    side.chosen = {
      old: revisions[3],
      now: now.metadata.resourceVersion,
      next: page.metadata.continue,
      last: second.metadata.continue,
      future: String(Number(now.metadata.resourceVersion) + 1_000_000),
    }
  }
}

export default async function lists(twins) {
  twins.known.push(
    [/^body.message: .*(strconv|invalid syntax)/, 'what is wrong with a number is explained in our own words'],
    [/^body.details.causes.*message: .*strconv/, 'what is wrong with a number is explained in our own words'],
    [/^body.message: .*continue key is not valid/, 'tokens are signed, and say nothing to others'],
    [/^body.message: "(.*)\b\d+(.*)\b\d+" \| "\1\d+\2\d+"$/, 'revisions of their own'],
    [
      /^(status|body.code): 500 \| 400|^body.reason: - \| "BadRequest"/,
      'a revision that is no number is the fault of who asks',
    ],
  )
  await prepare(twins, namespace)
  const [old, now, future, next] = ['old', 'now', 'future', 'next'].map(Symbol)
  const strange = ['abc', '-1', '1.5', ' 1', '01', '18446744073709551616', '9223372036854775808', '1e3', '+1']
  const asked = (base, all) => askCombined(twins, base, all)
  await asked(
    path,
    combined({
      resourceVersion: [undefined, '', '0', old, now, future],
      resourceVersionMatch: [undefined, '', 'Exact', 'NotOlderThan', 'Foo'],
      limit: [undefined, '2', '0', '100'],
      continue: [undefined, '', next],
    }),
  )
  await asked(
    path,
    combined({
      resourceVersion: strange,
      resourceVersionMatch: [undefined, 'Exact', 'NotOlderThan'],
      limit: [undefined, '2'],
    }),
  )
  await asked(
    path,
    combined({
      limit: ['-1', 'x', '1.5', '', '9223372036854775808', '1'],
      timeoutSeconds: [undefined, '0', '-1', 'x', '5'],
    }),
  )
  await asked(
    path,
    combined({
      continue: ['garbage', 'e30', 'eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MCwic3RhcnQiOiJ4XHUwMDAwIn0', '!!'],
      limit: [undefined, '2'],
    }),
  )
  await asked(
    path,
    combined({
      labelSelector: [undefined, 'odd=true', 'odd=none'],
      fieldSelector: [undefined, 'metadata.name=one-3', 'metadata.name!=one-3', 'metadata.namespace=other'],
      limit: [undefined, '1', '2'],
      resourceVersion: [undefined, '0', old],
    }),
  )
  await asked(
    path,
    combined({
      sendInitialEvents: ['true', 'false', '', 'x'],
      resourceVersionMatch: [undefined, 'NotOlderThan', 'Exact'],
      resourceVersion: [undefined, '0'],
      allowWatchBookmarks: [undefined, 'true', 'x'],
    }),
  )
  await asked(
    `${path}/one-3`,
    combined({
      resourceVersion: [undefined, '', '0', old, now, future, ...strange],
      resourceVersionMatch: [undefined, 'Exact', 'Foo'],
      limit: [undefined, '2'],
    }),
  )
  await asked(
    '/api/v1/namespaces/reads-nowhere/secrets',
    combined({ resourceVersion: [undefined, '0'], limit: [undefined, '1'] }),
  )
  await asked(
    '/api/v1/secrets',
    combined({
      fieldSelector: [
        `metadata.namespace=${namespace}`,
        `metadata.namespace==${namespace},metadata.name=one-2`,
        'metadata.namespace=,metadata.name=one-2',
      ],
      limit: [undefined, '2'],
    }),
  )
}
