/** Small languages: selectors, quantities, JSONPath, patterns, paths, tokens, media types, times. */
import { wantedOf } from '../../../core/funnel/media-type.js'
import { deleteOptions, listOptions, parametersOf, watchOptions } from '../../../core/funnel/query.js'
import { requestedTimeoutMs } from '../../../core/funnel/requested-timeout.js'
import { routeOf } from '../../../core/funnel/route.js'
import { writeContext } from '../../../core/funnel/write-options.js'
import { seededRandom } from '../../../core/kit/index.js'
import {
  formatLabelSelector,
  formatQuantity,
  meetsFieldRequirements,
  meetsRequirements,
  parseFieldSelector,
  parseLabelSelector,
  parseQuantity,
} from '../../../core/meta/index.js'
import { ContinueTokens } from '../../../core/registry/continue-token.js'
import { compileJsonPath, NoWay } from '../../../core/schema/index.js'
import { patternOf } from '../../../core/schema/custom/patterns.js'
import { type FuzzTarget, refusable, same } from '../target.js'

const labels: readonly Readonly<Record<string, string>>[] = [
  {},
  { a: 'b' },
  { a: '', 'x.y/z': '10' },
  { a: '-9223372036854775808', b: 'c' },
]

const selectors: FuzzTarget = {
  name: 'selectors',
  seeds: ['a=b,c!=d,e in (x,y),!f,g', 'x.y/z>10,a<5', 'a notin (,b)', 'metadata.name=a\\,b,spec.x!=\\=', ' a == b , in in (in)'], // biome-ignore format: one list
  words: ['=', '==', '!=', ' in (', ' notin (', ')', ',', '!', '>', '<', 'a', 'x.y/z', '\\', '\\,', ' '],
  run(input) {
    const text = input.toString('utf8')
    const requirements = refusable(() => parseLabelSelector(text))
    if (requirements) {
      const again = parseLabelSelector(formatLabelSelector(requirements))
      for (const each of labels)
        same(meetsRequirements(again, each), meetsRequirements(requirements, each), 'printed and read again')
    }
    const fields = refusable(() => parseFieldSelector(text))
    if (!fields) return
    const escaped = (value: string) => value.replace(/[\\,=]/g, '\\$&')
    const printed = fields.map(({ path, operator, value }) => `${path}${operator}${escaped(value)}`).join()
    same(parseFieldSelector(printed), fields, 'printed and read again')
    meetsFieldRequirements(fields, () => 'a')
  },
}

const quantities: FuzzTarget = {
  name: 'quantities',
  seeds: ['500m', '1.5Gi', '2e3', '-0.5', '9223372036854775807', '1E-9', '+.5k', '12345678901234567890n'],
  words: ['e', 'E', 'Ki', 'Ei', 'm', 'n', '.', '-', '+', '0', '999999999999', 'e400', 'e-400'],
  run(input) {
    const quantity = refusable(() => parseQuantity(input.toString('utf8')), TypeError)
    if (!quantity) return
    const text = formatQuantity(quantity)
    const again = parseQuantity(text)
    same(again.nano, quantity.nano, 'written and read again')
    same(formatQuantity(again), text, 'written twice')
  },
}

const seen = { status: { conditions: [{ type: 'Ready', status: 'True' }, { type: 'a"b', n: 3 }], 'a.b': [1, [2, [3]]] }, spec: { x: null } } // biome-ignore format: one object

const jsonPaths: FuzzTarget = {
  name: 'jsonpath',
  seeds: ['.status.conditions[?(@.type=="Ready")].status', "{.status['a.b'][0]}", '.status.conditions[*].type', '.status.a\\.b[-1:]', "$.spec..x[?(@.n>=3)]"], // biome-ignore format: one list
  words: ['[', ']', '[*]', '[?(@', '==', '>=', '"a"', "'", '.', '..', '\\.', '@', '[0:1]', '[-1]', '{', '}', '(', ')'],
  run(input) {
    const path = refusable(() => compileJsonPath(input.toString('utf8')), TypeError)
    if (path) refusable(() => path(seen), NoWay)
  },
}

const patterns: FuzzTarget = {
  name: 'patterns',
  seeds: ['^(a+)+$', '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', '\\p{L}{2,5}|(?i:x)\\b', '(?P<n>a{1,1000})', '[[:alpha:]]\\x{10ffff}\\Q.*\\E'], // biome-ignore format: one list
  words: ['(?i)', '(?:', '(?P<a>', '{1,1000}', '{2}', '*', '+', '?', '|', '^', '$', '\\b', '\\pL', '[^', '[[:alpha:]]', '\\Q', '\\E', '\\x{41}', '\\z', '\\C'], // biome-ignore format: one list
  run(input) {
    const pattern = refusable(() => patternOf(input.toString('utf8')), SyntaxError)
    if (!pattern) return
    for (const text of ['', 'a', `${'a'.repeat(60)}!`, 'é💣\ud800']) same(pattern(text), pattern(text), 'asked twice')
  },
  // A pattern may be repeated a thousand times inside of itself, as upstream: its program is bounded, and so is what it costs.
  steps: (bytes) => 20_000_000 + 100_000 * bytes,
}

const wellFormed = (name: string): boolean => !/[/\\\0]/.test(name) && name !== '.' && name !== '..'

const addresses: FuzzTarget = {
  name: 'addresses',
  seeds: [
    'GET /api/v1/namespaces/default/pods/a/log?follow=true&tailLines=5',
    'PATCH /apis/apps/v1/namespaces/a%20b/deployments/web/scale?fieldManager=x&dryRun=All&force=true',
    'GET /api/v1/watch/namespaces/x/pods?labelSelector=a%3Db&limit=5&continue=abc&timeoutSeconds=9999999999',
    'DELETE /api/v1/namespaces/x/status?propagationPolicy=Foreground&gracePeriodSeconds=-1&dryRun=',
    'GET /api/v1/nodes/n/proxy/a/../b//c?timeout=1h2m3.5s',
  ],
  words: ['/', '//', '..', '%2e%2e', '%2f', '%00', '%', '%c0%ae', '?', '&', '=', 'watch=1', '/namespaces/', '/api/v1/', '/apis/', 'fieldValidation=Strict', 'timeout=', 'limit=', '9007199254740993'], // biome-ignore format: one list
  run(input) {
    const [method = '', ...rest] = input.toString('latin1').split(' ')
    const route = refusable(() => routeOf(method, rest.join(' ')))
    if (!route) return
    const query = parametersOf(route.query)
    const writer = { user: { username: 'a', uid: '', groups: [], extra: {} }, userAgent: method, warnings: [] }
    for (const read of [
      () => listOptions(query),
      () => watchOptions(query),
      () => deleteOptions(query, undefined),
      () => requestedTimeoutMs(route.query),
      () => writeContext(query, writer, 'PatchOptions'),
    ])
      refusable<unknown>(read)
    const { resource } = route
    if (resource && !(wellFormed(resource.name) && wellFormed(resource.namespace)))
      throw new Error(`a name that means another path: ${JSON.stringify(resource)}`)
  },
}

const tokens: FuzzTarget = {
  name: 'tokens',
  get seeds() {
    return [issued, `${issued}=`, issued.toUpperCase(), 'AAAA', Buffer.alloc(40).toString('base64url')]
  },
  words: ['A', '-', '_', '=', 'eyJ2Ijoi'],
  run(input) {
    const text = input.toString('utf8')
    const found = refusable(() => office.decode('core/pods/', text))
    if (found) same(found, { revision: 7, after: 'core/pods/default/a', remaining: 3 }, 'a token that nobody gave out')
    same(
      refusable(() => office.decode('core/nodes/', text)),
      undefined,
      'a token of another collection',
    )
  },
}
const office = new ContinueTokens(seededRandom(7).bytes(32))
const issued = office.encode('core/pods/', { revision: 7, after: 'core/pods/default/a', remaining: 3 })

const accepts: FuzzTarget = {
  name: 'accepts',
  seeds: ['application/json;as=Table;v=v1;g=meta.k8s.io,application/json', 'application/vnd.kubernetes.protobuf, */*;q=0.1', 'text/yaml;q=0,application/yaml'], // biome-ignore format: one list
  words: ['application/json', 'as=Table', ';', ',', '=', 'q=', 'g=meta.k8s.io', 'as=PartialObjectMetadata', '*/*'],
  run(input) {
    const wanted = refusable(() => wantedOf(input.toString('latin1'), 'objects'))
    if (wanted && !['v1', 'v1beta1'].includes(wanted.version) && wanted.as !== '') throw new Error('a version of none')
  },
}

export const words: readonly FuzzTarget[] = [selectors, quantities, jsonPaths, patterns, addresses, tokens, accepts]
