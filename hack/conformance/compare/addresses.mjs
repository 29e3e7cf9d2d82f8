/** Addresses and ranges of addresses in each way of writing, at each place of a built-in kind; what a Service's type leaves of its status; time zones and schedules. Asks of main.mjs. */
import { readdirSync, readFileSync } from 'node:fs'
import { Grouped } from './grouped.mjs'
import { expected } from './on-purpose.mjs'

const addresses = [
  '192.0.2.9 192.0.2.09 01.2.3.4 ::ffff:1.2.3.4 ::FFFF:102:304 ::ffff:01.2.3.4 2001:DB8::1 2001:db8:0::1 2001:db8::1 ::0001 ::1 ::1.2.3.4 ::00001',
  '1.2.3 1.2.3.256 1.2.3.4.5 1.2.3.4/32 fe80::1%eth0 fe80::1 127.0.0.1 127.0.0.01 0.0.0.0 :: 224.0.0.1 ff02::1 FF02::1 169.254.1.1 x None 0x1.2.3.4 16909060',
]
  .flatMap((line) => line.split(' '))
  .concat(['', ' 1.2.3.4', '1.2.3.4 '])
const ranges = [
  '10.0.0.0/8 10.0.0.1/8 010.0.0.0/8 10.0.0.0/08 010.0.0.1/08 10.0.0.0/0008 10.0.0.0/33 10.0.0.0/-1 10.0.0.0/+8 10.0.0.0 0.0.0.0/0 1.2.3.4/32',
  '2001:DB8::/32 2001:db8::/32 2001:db8::1/32 2001:db8::/032 2001:db8::/129 ::ffff:10.0.0.0/104 ::ffff:10.0.0.0/8 ::/0 x /8 10.0.0.0/ 10.0.0.0/8/8',
]
  .flatMap((line) => line.split(' '))
  .concat(['', ' 10.0.0.0/8', '10.0.0.0/8 ', ' 2001:DB8::/32 '])
const pairs = (one, other) => one.flatMap((first) => other.map((second) => [first, second]))
const few = ['192.0.2.9', '192.0.2.09', '2001:db8::9', '2001:DB8::9', '::ffff:1.2.3.4', 'x']
const fewRanges = ['10.0.0.0/8', '10.0.0.1/8', '010.0.0.0/8', '2001:db8::/32', '2001:DB8::/32', '::/0', 'x']

const containers = [{ name: 'a', image: 'a' }]
const labels = { a: 'a' }
const podPlaces = [
  (ip) => ({ containers, hostAliases: [{ ip, hostnames: ['a'] }] }),
  (ip) => ({ containers, dnsConfig: { nameservers: [ip] } }),
]
const template = (spec) => ({ metadata: { labels }, spec })
const ports = [{ port: 80 }]
const sources = 'service.beta.kubernetes.io/load-balancer-source-ranges'
const policy = (ipBlock) => ({
  spec: { podSelector: {}, ingress: [{ from: [{ ipBlock }] }], egress: [{ to: [{ ipBlock }] }] },
})
const slice = (addressType) => (ip) => ({ addressType, endpoints: [{ addresses: [ip] }], ports: [] })

/** [resource, object of a value, values] */
const places = [
  ...podPlaces.flatMap((spec) => [
    ['pods', (ip) => ({ spec: spec(ip) }), addresses],
    [
      'deployments.apps',
      (ip) => ({ spec: { selector: { matchLabels: labels }, template: template(spec(ip)) } }),
      addresses,
    ],
    ['podtemplates', (ip) => ({ template: template(spec(ip)) }), few],
    ['jobs.batch', (ip) => ({ spec: { template: { spec: { ...spec(ip), restartPolicy: 'Never' } } } }), few],
  ]),
  ['services', (ip) => ({ spec: { ports, externalIPs: [ip] } }), addresses],
  ['services', (ip) => ({ spec: { ports, clusterIP: ip } }), addresses],
  ['services', (clusterIPs) => ({ spec: { ports, clusterIP: clusterIPs[0], clusterIPs } }), pairs(few, few)],
  ['services', (ip) => ({ spec: { ports, type: 'LoadBalancer', loadBalancerIP: ip } }), addresses],
  ...['LoadBalancer', 'ClusterIP'].flatMap((type) => [
    ['services', (range) => ({ spec: { ports, type, loadBalancerSourceRanges: [range] } }), ranges],
    ['services', (range) => ({ metadata: { annotations: { [sources]: range } }, spec: { ports, type } }), ranges],
  ]),
  [
    'services',
    (both) => ({ metadata: { annotations: { [sources]: both.join(' ,') } }, spec: { ports, type: 'LoadBalancer' } }),
    pairs(fewRanges, fewRanges),
  ],
  ['networkpolicies.networking.k8s.io', (cidr) => policy({ cidr }), ranges],
  ['networkpolicies.networking.k8s.io', (each) => policy({ cidr: '10.0.0.0/7', except: [each] }), ranges],
  [
    'networkpolicies.networking.k8s.io',
    ([cidr, each]) => policy({ cidr, except: [each, '10.9.0.1/16'] }),
    pairs(fewRanges, fewRanges),
  ],
  ['endpoints', (ip) => ({ subsets: [{ addresses: [{ ip }], notReadyAddresses: [{ ip }] }] }), addresses],
  ['endpointslices.discovery.k8s.io', slice('IPv4'), addresses],
  ['endpointslices.discovery.k8s.io', slice('IPv6'), addresses],
  ['endpointslices.discovery.k8s.io', slice('FQDN'), few],
  ['nodes', (podCIDR) => ({ spec: { podCIDR } }), ranges],
  ['nodes', (podCIDRs) => ({ spec: { podCIDRs } }), pairs(fewRanges, fewRanges)],
  ['servicecidrs.networking.k8s.io', (cidr) => ({ spec: { cidrs: [cidr] } }), ranges],
  [
    'ingresses.networking.k8s.io',
    (host) => ({ spec: { rules: [{ host }], defaultBackend: { service: { name: 'a', port: { number: 1 } } } } }),
    addresses,
  ],
]

const balancer = (ip) => ({ loadBalancer: { ingress: [{ ip, ipMode: 'VIP' }] } })
const hosted = (hostIP, more = []) => ({ hostIP, hostIPs: [{ ip: hostIP }, ...more] })
/** [resource, object, status of a value, values] */
const statuses = [
  ['services', { spec: { ports, type: 'LoadBalancer' } }, balancer, addresses],
  [
    'services',
    { spec: { ports, type: 'LoadBalancer' } },
    (hostname) => ({ loadBalancer: { ingress: [{ hostname }] } }),
    addresses,
  ],
  ['services', { spec: { ports } }, balancer, few],
  [
    'ingresses.networking.k8s.io',
    { spec: { defaultBackend: { service: { name: 'a', port: { number: 1 } } } } },
    (ip) => ({ loadBalancer: { ingress: [{ ip }] } }),
    addresses,
  ],
  ['pods', { spec: { containers } }, (ip) => ({ podIP: ip, podIPs: [{ ip }] }), addresses],
  ['pods', { spec: { containers } }, (ip) => hosted(ip), addresses],
  [
    'pods',
    { spec: { containers } },
    ([one, two]) => ({ podIP: one, podIPs: [{ ip: one }, { ip: two }] }),
    pairs(few, few),
  ],
  ['pods', { spec: { containers } }, ([one, two]) => hosted(one, [{ ip: two }]), pairs(few, few)],
]

export default async function everyAddress(twins) {
  twins.known.push(...expected)
  const grouped = new Grouped(twins)
  await grouped.place()
  for (const [resource, object, values] of places)
    for (const value of values) {
      const { kind, apiVersion, path } = grouped.resource(resource)
      const { metadata, ...rest } = object(value)
      const body = { apiVersion, kind, metadata: { name: 'a', ...metadata }, ...rest }
      await grouped.ask(kind, { method: 'POST', path: `${path}?dryRun=All`, body })
    }
  for (const [resource, object, status, values] of statuses)
    await ofStatus(grouped, { resource, object, status, values })
  await sliceTypes(grouped)
  await leftStatus(grouped)
  await timed(grouped)
  grouped.tell()
}

let made = 0

/** An object of both, with a name of its own. Answers its path. */
async function make(grouped, resource, object) {
  const { kind, apiVersion, path } = grouped.resource(resource)
  const name = `addressed-${++made}`
  await grouped.ask(kind, { method: 'POST', path, body: { apiVersion, kind, metadata: { name }, ...object } })
  return { kind, at: `${path}/${name}` }
}

const merge = { 'content-type': 'application/merge-patch+json' }

async function ofStatus(grouped, { resource, object, status, values }) {
  const { kind, at } = await make(grouped, resource, object)
  for (const value of values)
    await grouped.ask(`${kind} status`, {
      method: 'PATCH',
      path: `${at}/status?dryRun=All`,
      headers: merge,
      body: { status: status(value) },
    })
  await grouped.forget(at)
}

async function sliceTypes(grouped) {
  for (const [first, ip] of [
    ['IPv4', '192.0.2.9'],
    ['IPv6', '2001:db8::9'],
    ['FQDN', 'a.example'],
  ]) {
    const { kind, at } = await make(grouped, 'endpointslices.discovery.k8s.io', slice(first)(ip))
    for (const addressType of ['IPv4', 'IPv6', 'FQDN'])
      for (const endpoints of [undefined, [{ addresses: ['192.0.2.10'] }], [{ addresses: ['2001:DB8::1'] }]])
        await grouped.ask(`${kind} type`, {
          method: 'PATCH',
          path: `${at}?dryRun=All`,
          headers: merge,
          body: { addressType, ...(endpoints ? { endpoints } : {}) },
        })
    await grouped.forget(at)
  }
}

/** A load balancer's status, and what each other type leaves of it. */
async function leftStatus(grouped) {
  const changes = [
    { type: 'ClusterIP' },
    { type: 'NodePort' },
    { type: 'ExternalName', externalName: 'a.example' },
    { type: 'LoadBalancer' },
    { sessionAffinity: 'ClientIP' },
  ]
  for (const spec of changes) {
    const { kind, at } = await make(grouped, 'services', { spec: { ports, type: 'LoadBalancer' } })
    const patch = (path, body) => grouped.ask(`${kind} left`, { method: 'PATCH', path, headers: merge, body })
    await patch(`${at}/status`, {
      status: {
        ...balancer('192.0.2.1'),
        conditions: [
          { type: 'A', status: 'True', reason: 'A', message: '', lastTransitionTime: '2026-01-01T00:00:00Z' },
        ],
      },
    })
    await patch(`${at}?dryRun=All`, { spec })
    await patch(at, { spec })
    await patch(at, { metadata: { labels: { b: 'b' } } })
    await patch(at, { spec: { type: 'LoadBalancer', externalName: null } })
    await grouped.ask(`${kind} left`, { path: at })
    await grouped.forget(at)
  }
}

const zones = '/usr/share/zoneinfo'
const schedules = [
  '+1 * * * *|1-+5 * * * *|+1-5/+2 * * * *|*/+2 * * * *|++1 * * * *|-1 * * * *|*/9999999999 * * * *|*/9223372036854775807 * * * *|*/9223372036854775808 * * * *|0000000000001 * * * *',
  '60 * * * *|+60 * * * *|* * * +jan *|* * +0 * *|1+1 * * * *|+ * * * *|@every +1h|TZ=UTC * * * * *|TZ=Nowhere * * * * *|CRON_TZ=europe/berlin * * * * *|TZ=UTC|TZ= * * * * *|TZ=Local * * * * *|TZ=../x * * * * *',
].flatMap((line) => line.split('|'))

async function timed(grouped) {
  const { kind, apiVersion, path } = grouped.resource('cronjobs.batch')
  const jobTemplate = { spec: { template: { spec: { containers, restartPolicy: 'Never' } } } }
  const ask = (spec) =>
    grouped.ask(`${kind} ${spec.timeZone === undefined ? 'schedule' : 'zone'}`, {
      method: 'POST',
      path: `${path}?dryRun=All`,
      body: { apiVersion, kind, metadata: { name: 'a' }, spec: { schedule: '* * * * *', jobTemplate, ...spec } },
    })
  for (const schedule of schedules) await ask({ schedule })
  const odd = [
    '',
    'local',
    'Local',
    'LOCAL',
    'Europe',
    'Europe/',
    '/UTC',
    'Etc//UTC',
    '../UTC',
    'tzdata.zi',
    'zone.tab',
    'US/Pacific-New',
    'SystemV/PST8',
    'Etc/GMT+15',
    'Etc/Unknown',
    '+01:00',
    'GMT+1',
    'Europe/Berlin ',
    'CEST',
    'PST',
    'EST5EDT4',
    'UTC0',
    'Factory',
    'posixrules',
    'localtime',
  ]
  for (const timeZone of [...odd, ...namesIn(zones)]) {
    await ask({ timeZone })
    if (timeZone !== timeZone.toLowerCase()) await ask({ timeZone: timeZone.toLowerCase() })
  }
}

/** Names of zones that this machine has, but for the two doubles of all of them. */
const namesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
    .filter((file) => !/\/(posix|right)\//.test(file) && readFileSync(file).subarray(0, 4).toString() === 'TZif')
    .map((file) => file.slice(folder.length + 1))
