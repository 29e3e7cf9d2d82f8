/** What abuses the server in `npm run bench:abuse`: each a request that one client sends over and over. */
import { gzipSync } from 'node:zlib'
import { definitionOf } from '../abuse/definition-of.js'

export interface Abuse {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly type?: string
  readonly encoding?: string
  readonly accept?: string
  /** Of a header that means nothing, bytes. */
  readonly headBytes?: number
  readonly body?: () => string | Uint8Array
}

const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const configMaps = '/api/v1/namespaces/default/configmaps'
const largeConfigMaps = '/api/v1/namespaces/kube-public/configmaps'
const things = '/apis/abuse.example/v1/namespaces/default/things'
const json = 'application/json'

/** What must be there before: method, path, body. */
const policies = '/apis/admissionregistration.k8s.io/v1/validatingadmission'
const policy = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicy',
  metadata: { name: 'costly' },
}
/** Of what no other abuse writes. */
const costlyPolicy = {
  ...policy,
  spec: {
    matchConstraints: {
      resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['limitranges'] }],
    },
    validations: [
      {
        expression:
          'object.metadata.annotations.all(a, object.metadata.annotations.all(b, object.metadata.annotations.all(c, a != b || b != c || true)))',
      },
    ],
  },
}

export const ground: readonly (readonly [string, string, unknown])[] = [
  ['POST', configMaps, configMap({ a: 'b' }, 'victim')],
  ['POST', configMaps, configMap({ a: 'b' }, 'patched')],
  ['POST', definitions, wideDefinition('stays', 20_000)],
  ...Array.from(
    { length: 30 },
    (_, at) => ['POST', largeConfigMaps, configMap({ a: 'x'.repeat(300_000) }, `large-${at}`, 'kube-public')] as const,
  ),
  [
    'POST',
    definitions,
    definitionOf('things', 'Thing', {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: {
            list: {
              type: 'array',
              maxItems: 100000,
              items: { type: 'string', maxLength: 20, pattern: '^(a+)+$' },
              'x-kubernetes-list-type': 'set',
              'x-kubernetes-validations': [{ rule: 'self.all(x, x.size() < 20)' }],
            },
            numbers: {
              type: 'array',
              items: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
              'x-kubernetes-list-type': 'map',
              'x-kubernetes-list-map-keys': ['id'],
            },
            free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
          },
        },
      },
    }),
  ],
  ['POST', `${policies}policies`, costlyPolicy],
  [
    'POST',
    `${policies}policybindings`,
    { ...policy, kind: `${policy.kind}Binding`, spec: { policyName: 'costly', validationActions: ['Deny'] } },
  ],
]

function configMap(data: object, name = 'big', namespace = 'default'): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data }
}

const thing = (spec: object) =>
  JSON.stringify({ apiVersion: 'abuse.example/v1', kind: 'Thing', metadata: { name: 'big' }, spec })
function wideDefinition(plural: string, count: number): object {
  return definitionOf(plural, plural, { type: 'object', properties: keys(count, { type: 'string' }) })
}

function keys(count: number, value: unknown = ''): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, value]))
}

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
/** A thing with a list of what is JSON already. */
const freeList = (items: readonly string[]) =>
  thing({ free: {} }).replace('"free":{}', `"free":{"a":[${items.join()}]}`)

export const abuses: readonly Abuse[] = [
  {
    name: '40,000 keys, created',
    method: 'POST',
    path: `${configMaps}?dryRun=All`,
    type: json,
    body: () => JSON.stringify(configMap(keys(40_000))),
  },
  {
    name: '40,000 keys, applied',
    method: 'PATCH',
    path: `${configMaps}/big?dryRun=All&fieldManager=a&force=true`,
    type: 'application/apply-patch+yaml',
    body: () => JSON.stringify(configMap(keys(40_000))),
  },
  {
    name: '40,000 keys, strategic merge',
    method: 'PATCH',
    path: `${configMaps}/patched?dryRun=All`,
    type: 'application/strategic-merge-patch+json',
    body: () => JSON.stringify({ data: keys(40_000) }),
  },
  {
    name: '40,000 unknown members',
    method: 'POST',
    path: `${configMaps}?dryRun=All`,
    type: json,
    body: () => JSON.stringify({ ...configMap({}), ...keys(40_000) }),
  },
  {
    name: '200,000 keys, refused by size of the object',
    method: 'POST',
    path: `${configMaps}?dryRun=All`,
    type: json,
    body: () => JSON.stringify(configMap(keys(200_000))),
  },
  { name: '3 MB of brackets', method: 'POST', path: configMaps, type: json, body: () => '[{'.repeat(1_500_000) },
  {
    name: '3 MB of one flat list',
    method: 'POST',
    path: configMaps,
    type: json,
    body: () => `[${'1,'.repeat(1_400_000)}1]`,
  },
  {
    name: '500 levels, 400 times',
    method: 'POST',
    path: `${things}?dryRun=All`,
    type: json,
    body: () => freeList(Array.from({ length: 400 }, () => nested(490))),
  },
  {
    name: '500 kB of YAML',
    method: 'POST',
    path: `${configMaps}?dryRun=All`,
    type: 'application/yaml',
    body: () =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: big}\ndata:\n${Array.from({ length: 25_000 }, (_, at) => `  key-${at}: "x"\n`).join('')}`,
  },
  {
    name: 'YAML of nested flow',
    method: 'POST',
    path: configMaps,
    type: 'application/yaml',
    body: () => '[{a: '.repeat(80_000),
  },
  {
    name: 'list of 60,000 in a set with a pattern and CEL',
    method: 'POST',
    path: `${things}?dryRun=All`,
    type: json,
    body: () => thing({ list: Array.from({ length: 60_000 }, (_, at) => `aaa${at}`) }),
  },
  {
    name: 'list of 60,000 by key, applied',
    method: 'PATCH',
    path: `${things}/big?dryRun=All&fieldManager=a&force=true`,
    type: 'application/apply-patch+yaml',
    body: () => thing({ numbers: Array.from({ length: 60_000 }, (_, id) => ({ id })) }),
  },
  {
    name: 'JSON patch of 10,000 operations',
    method: 'PATCH',
    path: `${configMaps}/patched?dryRun=All`,
    type: 'application/json-patch+json',
    body: () =>
      JSON.stringify(Array.from({ length: 10_000 }, (_, at) => ({ op: 'add', path: `/data/k${at}`, value: 'x' }))),
  },
  {
    name: 'strategic merge of 20,000 finalizers',
    method: 'PATCH',
    path: `${configMaps}/patched?dryRun=All`,
    type: 'application/strategic-merge-patch+json',
    body: () => JSON.stringify({ metadata: { finalizers: Array.from({ length: 20_000 }, (_, at) => `a.b/${at}`) } }),
  },
  {
    name: 'selector of 1,000 requirements',
    method: 'GET',
    path: `${configMaps}?labelSelector=${encodeURIComponent(Array.from({ length: 1000 }, (_, at) => `k${at}!=v`).join())}`,
  },
  {
    name: '3 MB, gzip',
    method: 'POST',
    path: configMaps,
    type: json,
    encoding: 'gzip',
    body: () => gzipSync(Buffer.alloc(30_000_000, 32)),
  },
  {
    name: '100,000 long numbers',
    method: 'POST',
    path: `${things}?dryRun=All`,
    type: json,
    body: () => freeList(Array.from({ length: 100_000 }, (_, at) => `90071992547${409930 + at}`)),
  },
  {
    name: '2,000 containers',
    method: 'POST',
    path: '/api/v1/namespaces/default/pods?dryRun=All',
    type: json,
    body: () =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'big' },
        spec: {
          containers: Array.from({ length: 2000 }, (_, at) => ({ name: `c${at}`, image: 'a', env: keysAsList(20) })),
        },
      }),
  },
  {
    name: 'definition of 700 kB',
    method: 'POST',
    path: `${definitions}?dryRun=All`,
    type: json,
    body: () => JSON.stringify(wideDefinition('wides', 20_000)),
  },
  {
    name: 'definition of 60 kB',
    method: 'POST',
    path: `${definitions}?dryRun=All`,
    type: json,
    body: () => JSON.stringify(wideDefinition('wides', 1900)),
  },
  { name: 'definition of 700 kB, deleted', method: 'DELETE', path: `${definitions}/stays.abuse.example?dryRun=All` },
  { name: 'head of 900 kB', method: 'GET', path: `${configMaps}/none`, headBytes: 900_000 },
  { name: 'address of 500 kB', method: 'GET', path: `${configMaps}/${'n'.repeat(500_000)}` },
  { name: '30 objects of 300 kB', method: 'GET', path: largeConfigMaps },
  {
    name: '30 objects of 300 kB as a Table',
    method: 'GET',
    path: largeConfigMaps,
    accept: 'application/json;as=Table;v=v1;g=meta.k8s.io',
  },
  {
    name: 'event with 10,000 annotations',
    method: 'POST',
    path: '/api/v1/namespaces/default/events?dryRun=All',
    type: json,
    body: () =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name: 'big', annotations: keys(10_000) },
        involvedObject: { namespace: 'default' },
      }),
  },
  {
    name: 'review of 3 MB',
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    type: json,
    body: () => JSON.stringify({ spec: { nonResourceAttributes: { path: '/', verb: 'get' } }, ...keys(200_000, 1) }),
  },
  {
    name: 'DeleteOptions of 3 MB',
    method: 'DELETE',
    path: `${configMaps}/none`,
    type: json,
    body: () => JSON.stringify({ kind: 'DeleteOptions', apiVersion: 'v1', ...keys(200_000, 1) }),
  },
  {
    name: 'in with 10,000 values',
    method: 'GET',
    path: `${configMaps}?labelSelector=${encodeURIComponent(`a in (${Array.from({ length: 10_000 }, (_, at) => `v${at}`)})`)}`,
  },
  {
    name: 'policy that costs a million units',
    method: 'POST',
    path: '/api/v1/namespaces/default/limitranges?dryRun=All',
    type: json,
    body: () =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'LimitRange',
        metadata: { name: 'a', annotations: keys(200) },
        spec: { limits: [] },
      }),
  },
  {
    name: '10,000 owner references',
    method: 'POST',
    path: `${configMaps}?dryRun=All`,
    type: json,
    body: () =>
      JSON.stringify({
        ...configMap({}),
        metadata: {
          name: 'big',
          ownerReferences: Array.from({ length: 10_000 }, (_, at) => ({
            apiVersion: 'v1',
            kind: 'ConfigMap',
            name: `a${at}`,
            uid: `u${at}`,
          })),
        },
      }),
  },
]

function keysAsList(count: number): object[] {
  return Array.from({ length: count }, (_, at) => ({ name: `E${at}`, value: 'x' }))
}
