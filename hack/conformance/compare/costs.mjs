/** Where the cost of a rule stops it at run time: for each rule the longest list that is judged still, found by halving, on both sides. ONLY=text chooses rules. */
import { define } from './custom-kind.mjs'

const group = 'costs.example.com'
const base = `/apis/${group}/v1/namespaces/default`
const most = 1500

/** Rules over `self`, a list of texts of 8 characters (or of what is said), that are true of any. */
const rules = [
  'self.all(x, self.all(y, x == y || true))',
  'self.all(x, self.exists(y, x == y))',
  'self.all(x, self.filter(y, y != x).size() >= 0)',
  'self.map(x, self.map(y, x)).size() >= 0',
  'self.all(x, self.all(y, (x + y).size() > 0))',
  "self.all(x, self.all(y, x.startsWith('a') || y.endsWith('b') || true))",
  'self.all(x, self.all(y, x.contains(y) || true))',
  "self.all(x, self.all(y, x.matches('^[a-z0-9]+$')))",
  "self.all(x, self.all(y, x.replace('a', 'b').size() > 0))",
  "self.all(x, self.all(y, x.split('1').size() > 0))",
  'self.all(x, self.all(y, x.indexOf(y) >= -1))',
  'self.all(x, self.all(y, x.lowerAscii() == x))',
  'self.all(x, self.all(y, x in self))',
  'self.all(x, self.all(y, [x, y].size() == 2))',
  'self.all(x, self.all(y, {x: y}.size() == 1))',
  'self.all(x, self.all(y, x < y || true))',
  'self.all(x, self.all(y, string(x.size()) != y))',
  "self.all(x, self.all(y, quantity('1Mi').isGreaterThan(quantity('1Ki'))))",
  "self.all(x, self.all(y, duration('1h') > duration('1m')))",
  "self.all(x, self.all(y, ip('10.0.0.1').family() == 4))",
  "self.all(x, self.all(y, cidr('10.0.0.0/8').containsIP('10.0.0.1')))",
  "self.all(x, self.all(y, url('https://a.b/c').getHost() == 'a.b'))",
  "self.all(x, self.all(y, isSemver('1.2.3')))",
  'self.all(x, self.all(y, self.size() > 0))',
  'self.all(x, self.isSorted() || true)',
  'self.all(x, self.indexOf(x) >= 0)',
  'self.all(x, sets.contains(self, [x]))',
  'self.all(x, sets.intersects(self, self))',
  'self.all(x, self.slice(0, 1).size() == 1)',
  'self.all(x, self.min() <= self.max())',
  "self.all(x, self.join(',').size() > 0)",
  'self.all(x, self == self)',
  'self.all(x, self + [x] != self)',
  'self.all(x, self.all(y, x.substring(0, 2).size() == 2))',
  "self.all(x, self.all(y, '%s-%s'.format([x, y]).size() > 0))",
  "self.all(x, self.all(y, x.find('[0-9]+').size() >= 0))",
  'self.all(x, self.all(y, x == y ? true : (x > y ? true : y > x)))',
  'self.all(i, x, self.exists(j, y, i == j))',
  'self.exists_one(x, self.all(y, x != y)) || true',
  'self.all(x, self.sum() >= 0)',
]

const integers = (rule) => /sum\(\)/.test(rule)
const text = (nth) => `a${String(nth).padStart(7, '0')}`

export default async function costs(twins) {
  const chosen = rules.filter((rule) => rule.includes(process.env.ONLY ?? ''))
  const properties = {}
  chosen.forEach((rule, nth) => {
    const items = integers(rule) ? { type: 'integer' } : { type: 'string', maxLength: 8 }
    properties[`r${nth}`] = {
      type: 'array',
      maxItems: 20,
      items,
      'x-kubernetes-validations': [{ rule, message: 'no' }],
    }
  })
  const taken = new Set()
  // The bound that an estimate allows is lifted by degrees, as far as both sides take the rule.
  for (const [nth, rule] of chosen.entries()) {
    const own = properties[`r${nth}`]
    let bound
    for (const maxItems of [most, 1000, 600, 400, 250, 150, 100, 60]) {
      const answers = await Promise.all(
        [twins.upstream, twins.operon].map((side) =>
          side.ask({
            method: 'POST',
            path: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions?dryRun=All',
            body: definitionOf({ [`r${nth}`]: { ...own, maxItems } }),
          }),
        ),
      )
      if (answers.every(({ status }) => status === 201)) {
        bound = maxItems
        break
      }
      if (answers[0].status !== answers[1].status)
        twins.tell(`${rule} maxItems ${maxItems}`, answers[0].status, answers[1].status)
    }
    if (!bound) console.log(`never taken: ${rule}`)
    else {
      own.maxItems = bound
      taken.add(nth)
    }
  }
  // A definition's rules may cost ten times what one may.
  for (let from = 0; from < chosen.length; from += 9) {
    const part = chosen.slice(from, from + 9).filter((_, at) => taken.has(from + at))
    const plural = `bills${from}`
    const names = part.map((rule) => `r${chosen.indexOf(rule)}`)
    await define(
      twins,
      definitionOf(Object.fromEntries(names.map((name) => [name, properties[name]])), plural),
      `${base}/${plural}`,
    )
    for (const [at, rule] of part.entries()) {
      const asked = { at: `${base}/${plural}`, name: names[at], list: properties[names[at]] }
      const longest = await Promise.all([twins.upstream, twins.operon].map((side) => halved(side, asked)))
      twins.tell(`${rule} (at most ${asked.list.maxItems})`, longest[0], longest[1])
      if (!longest[0].why) console.log(`never stopped: ${rule}`)
    }
  }
}

const definitionOf = (properties, plural = 'bills') => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${plural}.${group}` },
  spec: {
    group,
    scope: 'Namespaced',
    names: { plural, singular: plural, kind: plural, listKind: `${plural}list` },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties } } } },
      },
    ],
  },
})

/** The most entries with which an object is taken, and why not one more. */
async function halved(side, { at, name, list: { maxItems, items } }) {
  const asked = async (count) => {
    const list = Array.from({ length: count }, (_, nth) => (items.type === 'integer' ? nth : text(nth)))
    const body = {
      apiVersion: `${group}/v1`,
      kind: at.replace(/^.*[/]/, ''),
      metadata: { name: 'a' },
      spec: { [name]: list },
    }
    const { status, json } = await side.ask({ method: 'POST', path: `${at}?dryRun=All`, body })
    return { status, reasons: json?.details?.causes?.map(({ field, reason }) => `${field} ${reason}`) }
  }
  let [taken, refused] = [0, maxItems + 1]
  let why
  while (refused - taken > 1) {
    const middle = (taken + refused) >> 1
    const answer = await asked(middle)
    if (answer.status === 201) taken = middle
    else [refused, why] = [middle, answer.reasons]
  }
  return { taken, why }
}
