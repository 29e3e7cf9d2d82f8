/** Services of two families through random lives (SEED, ROUNDS): types, policies, families, addresses and ports, by create, update, each patch and apply, dry runs too. Both servers are started with two ranges. */
import { dice } from './dice.mjs'
import { expected } from './on-purpose.mjs'
import { apart, patchTypes, place, unanswered } from './writing.mjs'

const seed = Number(process.env['SEED'] ?? 1)
const rounds = Number(process.env['ROUNDS'] ?? 150)
const steps = 8

export default async function families(twins) {
  twins.known.push(...expected, unanswered)
  twins.known.push([/^body\.spec\.ports\[\d\]\.nodePort: 3\d+ \| 3\d+$/, 'chosen by each server'])
  twins.causesOnce = true
  const space = await place(twins, apart('families'))
  for (let round = 0; round < rounds; round++) await live(twins, `${space}/services`, seed * 10_000 + round)
}

async function live(twins, path, number) {
  const die = dice(number)
  const name = `s${number}`
  const head = { apiVersion: 'v1', kind: 'Service', metadata: { name } }
  const own = {}
  const asSeen = (side, value) =>
    JSON.parse(
      JSON.stringify(value).replaceAll(/"OWN(\d)"/g, (_, at) =>
        JSON.stringify(own[side.name]?.spec.clusterIPs?.[at] ?? ''),
      ),
    )
  const ask = async (asking, note) => {
    const before = twins.differed
    const answers = await twins.ask(
      (side) => ({ ...asking, body: asSeen(side, asking.from ? asking.from(own[side.name]) : asking.body) }),
      { note: `${number} ${note} of ${shown(own.operon)}` },
    )
    const [theirs, ours] = answers
    if (!asking.path.includes('dryRun')) {
      if (theirs.status < 300) own.upstream = theirs.json
      if (ours.status < 300) own.operon = ours.json
    }
    return twins.differed === before || theirs.status < 300 === ours.status < 300
  }
  const dry = () => (die.is(0.15) ? '?dryRun=All' : '')
  const first = drawn(die, die.one([0.1, 0.2, 0.5]))
  first.ports ??= [{ port: 80 }]
  let isAlike = await ask({ method: 'POST', path: path + dry(), body: { ...head, spec: first } }, JSON.stringify(first))
  for (let step = 0; step < steps && isAlike && own.operon && own.upstream; step++) {
    const spec = drawn(die, die.one([0.1, 0.2, 0.3]))
    const how = die.one(ways)
    const asking = how(spec, head, `${path}/${name}`)
    const query = dry()
    asking.path += query && (asking.path.includes('?') ? '&dryRun=All' : query)
    isAlike = await ask(asking, `${how.name} ${JSON.stringify(spec)}${query}`)
  }
  if (own.operon) await twins.ask({ method: 'DELETE', path: `${path}/${name}` }, { note: 'deleted' })
}

const shown = (service) => service && JSON.stringify({ ...service.spec, sessionAffinity: undefined })

/** A draft of a spec; what is null is taken away by a patch, and left out of what is whole. */
function drawn(die, chance) {
  const some = {
    type: () => die.one(['ClusterIP', 'ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName', null]),
    ipFamilyPolicy: () =>
      die.one(['SingleStack', 'PreferDualStack', 'RequireDualStack', null, ...(die.is(0.1) ? ['Other'] : [])]),
    ipFamilies: () =>
      die.one([
        ['IPv4'],
        ['IPv6'],
        ['IPv4', 'IPv6'],
        ['IPv6', 'IPv4'],
        [],
        null,
        ...(die.is(0.2) ? [['IPv4', 'IPv4'], ['IPv5']] : []),
      ]),
    clusterIP: () =>
      die.one(['None', '', null, 'OWN0', 'OWN1', address(die, 4), address(die, 6), ...(die.is(0.1) ? ['x'] : [])]),
    clusterIPs: () =>
      die.one([
        ['None'],
        [],
        null,
        ['OWN0'],
        ['OWN0', 'OWN1'],
        ['OWN1'],
        ['OWN1', 'OWN0'],
        [address(die, 4)],
        [address(die, 6)],
        [address(die, 4), address(die, 6)],
        [address(die, 4), address(die, 4)],
        ['OWN0', address(die, 6)],
        ['None', 'None'],
        ['None', address(die, 6)],
      ]),
    selector: () => die.one([{ app: 'a' }, null, {}]),
    externalName: () => die.one(['example.org', null, '']),
    externalTrafficPolicy: () => die.one(['Local', 'Cluster', null]),
    internalTrafficPolicy: () => die.one(['Local', 'Cluster', null]),
    healthCheckNodePort: () => die.one([0, 30500 + die.below(20), 80, null]),
    allocateLoadBalancerNodePorts: () => die.one([true, false, null]),
    loadBalancerClass: () => die.one(['a.b/c', 'a.b/d', null]),
    loadBalancerIP: () => die.one(['1.2.3.4', null]),
    loadBalancerSourceRanges: () => die.one([['10.0.0.0/8'], ['fd00::/8'], null]),
    externalIPs: () => die.one([['1.2.3.4'], ['fd01::1'], null]),
    publishNotReadyAddresses: () => die.is(0.5),
    sessionAffinity: () => die.one(['ClientIP', 'None', null]),
    trafficDistribution: () => die.one(['PreferClose', 'PreferSameZone', null]),
    ports: () => ports(die),
  }
  const spec = Object.fromEntries(
    Object.entries(some).flatMap(([key, draw]) => (die.is(rare.has(key) ? chance / 3 : chance) ? [[key, draw()]] : [])),
  )
  if (die.is(0.4)) delete spec.clusterIP
  if (die.is(0.4)) delete spec.clusterIPs
  return spec
}

const rare = new Set([
  'externalName',
  'healthCheckNodePort',
  'loadBalancerClass',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
  'externalIPs',
  'publishNotReadyAddresses',
  'sessionAffinity',
  'trafficDistribution',
  'internalTrafficPolicy',
])

/** In the ranges of the clusters, or now and then not. */
const address = (die, family) => {
  if (die.is(0.1)) return family === 4 ? '10.97.0.1' : 'fd00:11::1'
  return family === 4 ? `10.96.77.${die.below(6)}` : `fd00:10:96::77${die.below(6)}`
}

const ports = (die) =>
  die.one([
    [{ port: 80 }],
    [{ port: 80, nodePort: 30600 + die.below(5) }],
    [
      { name: 'a', port: 80 },
      { name: 'b', port: 81, nodePort: 30600 + die.below(5) },
    ],
    [
      { name: 'a', port: 53, protocol: 'TCP' },
      { name: 'b', port: 53, protocol: 'UDP' },
    ],
    [
      { name: 'a', port: 53, protocol: 'TCP', nodePort: 30610 },
      { name: 'b', port: 53, protocol: 'UDP', nodePort: 30610 },
    ],
    [{ name: 'b', port: 80, targetPort: 'web' }],
    [],
    null,
  ])

const without = (spec) => Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== null))

const ways = [
  function put(spec, head, path) {
    return {
      method: 'PUT',
      path,
      from: ({ metadata: { resourceVersion } }) => ({
        ...head,
        metadata: { ...head.metadata, resourceVersion },
        spec: without({ ports: [{ port: 80 }], ...spec }),
      }),
    }
  },
  function edited(spec, _head, path) {
    return { method: 'PUT', path, from: (own) => ({ ...own, spec: without({ ...own.spec, ...spec }) }) }
  },
  function merged(spec, _head, path) {
    return { method: 'PATCH', path, headers: patchTypes.merge, body: { spec } }
  },
  function strategic(spec, _head, path) {
    return { method: 'PATCH', path, headers: patchTypes.strategic, body: { spec } }
  },
  function json(spec, _head, path) {
    const body = Object.entries(spec).map(([key, value]) => ({
      op: value === null ? 'remove' : 'add',
      path: `/spec/${key}`,
      ...(value === null ? {} : { value }),
    }))
    return { method: 'PATCH', path, headers: patchTypes.json, body }
  },
  function applied(spec, head, path) {
    return {
      method: 'PATCH',
      path: `${path}?fieldManager=a&force=true`,
      headers: patchTypes.apply,
      body: { ...head, spec: without(spec) },
    }
  },
]
