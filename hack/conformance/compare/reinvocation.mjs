/** Mutating webhooks and policies that see one another's work (SEED, ROUNDS), and which requests concern them: selectors, conditions, versions, places; and how long they have. */
import { setTimeout as pass } from 'node:timers/promises'
import { dice } from './dice.mjs'
import { allow, hookTools } from './hooked.mjs'

const nth = Date.now() % 1000000
const namespace = `again-${nth}`
const inside = `/api/v1/namespaces/${namespace}`
const apps = `/apis/apps/v1/namespaces/${namespace}`
const registration = '/apis/admissionregistration.k8s.io/v1'
const all = { operations: ['*'], apiGroups: ['*'], apiVersions: ['*'], resources: ['*/*'] }
const configMaps = { operations: ['*'], apiGroups: [''], apiVersions: ['v1'], resources: ['configmaps'] }
const merge = { headers: { 'content-type': 'application/merge-patch+json' } }
const apply = { headers: { 'content-type': 'application/apply-patch+yaml' } }
const b64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64')
const podSpec = { containers: [{ name: 'a', image: 'i' }], terminationGracePeriodSeconds: 0 }
const cm = (name, more = {}, metadata = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, ...metadata },
  ...more,
})

export default async function reinvocation(twins) {
  twins.known.push(
    [/no operator answers/, 'said where nothing acts'],
    [/name: "g-\w{5}"/, 'generated names'],
    [/options\.preconditions: \{"uid":"UID"\}/, 'of namespaces'],
    [/spec\.taints/, 'admission: compared where that is'],
    [/headers\.encoding/, 'no compressed answers are asked for'],
  )
  const tools = await hookTools(twins, namespace)
  const parts = { rounds, selectors, conditions, settings, versions, contents, places, time }
  const only = process.env.ONLY?.split(',') ?? Object.keys(parts)
  for (const part of only) await parts[part](tools)
}

/** A hook that answers with these operations. */
const patching =
  (operations) =>
  ({ body }) => ({
    apiVersion: body.apiVersion,
    kind: 'AdmissionReview',
    response: { uid: body.request?.uid, allowed: true, patch: b64(operations), patchType: 'JSONPatch' },
  })

/** What a hook called `name` does with the object that it sees. */
const behaviours = {
  nothing: () => undefined,
  'empty patch': () => [],
  label: (name) => [{ op: 'add', path: `/metadata/labels/${name}`, value: 'was-here' }],
  count: (name, { metadata: { annotations = {} } }) => [
    { op: 'add', path: `/metadata/annotations/${name}`, value: `${annotations[name] ?? ''}x` },
  ],
  see: (name, { metadata: { annotations = {}, labels = {} } }) => [
    {
      op: 'add',
      path: `/metadata/annotations/${name}`,
      value: [...Object.entries(annotations), ...Object.keys(labels)].flat().sort().join('.'),
    },
  ],
  once: (name, { metadata: { annotations = {} } }) =>
    annotations[name] ? undefined : [{ op: 'add', path: `/metadata/annotations/${name}`, value: 'once' }],
  same: (_, { metadata: { annotations = {} } }) => [{ op: 'add', path: '/metadata/annotations', value: annotations }],
  clear: () => [{ op: 'add', path: '/metadata/annotations', value: { cleared: 'yes' } }],
  gate: () => [{ op: 'add', path: '/metadata/labels/gate', value: 'open' }],
  'take away a default': (_, { kind }) =>
    kind === 'Pod' ? [{ op: 'remove', path: '/spec/containers/0/terminationMessagePath' }] : undefined,
  'other labels': (name) => [{ op: 'add', path: '/metadata/labels', value: { of: name } }],
  fails: () => 'fails',
}

/** Expressions of mutating policies that do alike. */
const mutations = [
  (name) => ({
    patchType: 'ApplyConfiguration',
    applyConfiguration: { expression: `Object{metadata: Object.metadata{labels: {"${name}": "was-here"}}}` },
  }),
  (name) => ({
    patchType: 'JSONPatch',
    jsonPatch: {
      expression: `[JSONPatch{op: "add", path: "/metadata/annotations/${name}", value: (has(object.metadata.annotations) && "${name}" in object.metadata.annotations ? object.metadata.annotations["${name}"] : "") + "y"}]`,
    },
  }),
  (name) => ({
    patchType: 'JSONPatch',
    jsonPatch: {
      expression: `[JSONPatch{op: "add", path: "/metadata/annotations/${name}", value: string(size(object.metadata.annotations)) + "-" + string(size(object.metadata.labels))}]`,
    },
  }),
  () => ({
    patchType: 'JSONPatch',
    jsonPatch: { expression: '[JSONPatch{op: "test", path: "/kind", value: "ConfigMap"}]' },
  }),
  () => ({
    patchType: 'ApplyConfiguration',
    applyConfiguration: { expression: 'Object{metadata: Object.metadata{labels: {"gate": "open"}}}' },
  }),
]

/** Webhooks in several configurations, and policies before them, at random. */
async function rounds(tools) {
  const { ask, both, configure, answersWith } = tools
  const seed = Number(process.env.SEED) || 1
  for (let round = 0; round < (Number(process.env.ROUNDS) || 25); round++) {
    const random = dice(seed * 1000 + round)
    const roles = {}
    const configurations = []
    for (let at = 0; at <= random.below(3); at++) {
      const hooks = []
      for (let nth = 0; nth <= random.below(3); nth++) {
        const name = `h${at}${nth}`
        roles[name] = random.one(Object.keys(behaviours))
        hooks.push({
          name: `${name}.example.com`,
          rules: [{ ...configMaps, operations: ['CREATE', 'UPDATE'], resources: ['configmaps', 'pods'] }],
          reinvocationPolicy: random.one(['IfNeeded', 'IfNeeded', 'Never']),
          failurePolicy: 'Ignore',
          ...(random.is(0.2) ? { objectSelector: { matchLabels: { gate: 'open' } } } : {}),
          ...(random.is(0.15)
            ? {
                matchConditions: [
                  {
                    name: 'c',
                    expression: random.one([
                      '!("of" in object.metadata.labels)',
                      '"h00" in object.metadata.labels',
                      'size(object.metadata.annotations) < 3',
                    ]),
                  },
                ],
              }
            : {}),
        })
      }
      configurations.push(hooks)
    }
    const policies = Array.from({ length: random.below(3) }, (_, at) => ({
      name: `p${at}-${nth}`,
      reinvocationPolicy: random.one(['IfNeeded', 'Never']),
      mutations: Array.from({ length: 1 + random.below(2) }, (_, of) => random.one(mutations)(`p${at}${of}`)),
      ...(random.is(0.2)
        ? {
            matchConditions: [
              { name: 'c', expression: 'has(object.metadata.labels) && "gate" in object.metadata.labels' },
            ],
          }
        : {}),
    }))
    answersWith((one) => {
      const object = one.body.request.object
      const operations = behaviours[roles[one.name]](one.name, object)
      if (operations === 'fails') return { status: 500, text: 'no' }
      return operations === undefined ? allow(one) : patching(operations)(one)
    })
    await usePolicies(tools, policies)
    for (const [at, hooks] of configurations.entries()) await configure('Mutating', `c${at}`, hooks, { wait: 0 })
    await pass(1800)
    const note = `round ${round}: ${configurations
      .flat()
      .map(({ name, reinvocationPolicy, objectSelector, matchConditions }) => {
        const short = name.split('.')[0]
        return `${short} ${roles[short]} ${reinvocationPolicy}${objectSelector ? ' gated' : ''}${matchConditions ? ` if ${matchConditions[0].expression}` : ''}`
      })
      .join(
        ', ',
      )}; ${policies.map(({ name, reinvocationPolicy, mutations: list, matchConditions }) => `${name} ${reinvocationPolicy} ${list.map((each) => JSON.stringify(Object.values(each)[1].expression)).join(' ')}${matchConditions ? ' gated' : ''}`).join(', ')}`
    const metadata = { labels: { a: 'b' }, annotations: { c: 'd' } }
    await ask('POST', `${inside}/configmaps`, cm('c', {}, metadata), { note })
    await ask('PATCH', `${inside}/configmaps/c`, { data: { e: 'f' } }, { note: `merge ${note}`, ...merge })
    await ask('PATCH', `${inside}/configmaps/c?fieldManager=m&force=true`, cm('c', { data: { g: 'h' } }), {
      note: `apply ${note}`,
      ...apply,
    })
    await ask('POST', `${inside}/pods?dryRun=All`, { metadata: { name: 'p', ...metadata }, spec: podSpec }, { note })
    await both({ method: 'DELETE', path: `${inside}/configmaps/c` })
    for (const at of configurations.keys()) await configure('Mutating', `c${at}`, [], { wait: 0 })
    await usePolicies(tools, [], policies)
  }
}

/** Makes these policies, bound to this namespace, or takes them away. */
async function usePolicies({ both }, policies, gone = []) {
  for (const { name } of gone)
    for (const plural of ['mutatingadmissionpolicybindings', 'mutatingadmissionpolicies'])
      await both({ method: 'DELETE', path: `${registration}/${plural}/${name}` })
  for (const { name, ...more } of policies) {
    await both({
      method: 'POST',
      path: `${registration}/mutatingadmissionpolicies`,
      body: {
        metadata: { name },
        spec: {
          failurePolicy: 'Fail',
          matchConstraints: {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
            resourceRules: [{ ...configMaps, operations: ['CREATE', 'UPDATE'], resources: ['configmaps', 'pods'] }],
          },
          ...more,
        },
      },
    })
    await both({
      method: 'POST',
      path: `${registration}/mutatingadmissionpolicybindings`,
      body: { metadata: { name }, spec: { policyName: name } },
    })
  }
}

/** Of namespaces and of objects, that are and that were. */
async function selectors({ ask, both, configure, answersWith }) {
  answersWith(allow)
  const other = `${namespace}-s`
  await both({ method: 'POST', path: '/api/v1/namespaces', body: { metadata: { name: other, labels: { env: 'x' } } } })
  const rules = [{ ...all, resources: ['configmaps', 'namespaces', 'clusterroles', 'namespaces/status', 'nodes'] }]
  const hook = (name, more) => ({ name: `${name}.example.com`, rules, ...more })
  const expressions = (key, operator, ...values) => ({
    matchExpressions: [{ key, operator, ...(values.length ? { values } : {}) }],
  })
  const hooks = [
    hook('in', { namespaceSelector: expressions('env', 'In', 'x', 'y') }),
    hook('notin', { namespaceSelector: expressions('env', 'NotIn', 'x') }),
    hook('exists', { namespaceSelector: expressions('env', 'Exists') }),
    hook('absent', { namespaceSelector: expressions('env', 'DoesNotExist') }),
    hook('nobody', { namespaceSelector: { matchLabels: { env: 'x', none: 'y' } } }),
    hook('object', { namespaceSelector: {}, objectSelector: { matchLabels: { role: 'a' } } }),
    hook('unlabelled', { namespaceSelector: {}, objectSelector: expressions('role', 'DoesNotExist') }),
    hook('both', {
      namespaceSelector: { matchLabels: { env: 'x' } },
      objectSelector: expressions('role', 'NotIn', 'a'),
    }),
    hook('cluster', { namespaceSelector: {}, rules: [{ ...rules[0], scope: 'Cluster' }] }),
    hook('namespaced', { namespaceSelector: {}, rules: [{ ...rules[0], scope: 'Namespaced' }] }),
    hook('anywhere', { namespaceSelector: {}, rules: [{ ...rules[0], scope: '*' }] }),
  ]
  for (const sort of ['Validating', 'Mutating']) {
    await configure(sort, 'selectors', hooks)
    const how = { ordered: sort === 'Mutating', note: sort }
    for (const place of [other, namespace, 'none-at-all']) {
      const path = `/api/v1/namespaces/${place}/configmaps`
      for (const labels of [undefined, { role: 'a' }, { role: 'b' }, {}])
        await ask('POST', `${path}?dryRun=All`, cm('s', {}, labels ? { labels } : {}), how)
      if (place === 'none-at-all') continue
      await ask('POST', path, cm('s', {}, { labels: { role: 'a' } }), how)
      for (const role of ['b', 'a', null, 'a'])
        await ask('PATCH', `${path}/s`, { metadata: { labels: { role } } }, { ...how, ...merge })
      await ask('DELETE', `${path}/s?dryRun=All`, undefined, how)
      await ask('DELETE', `${path}?labelSelector=role=a`, undefined, how)
    }
    const space = `${other}-${sort.toLowerCase()}`
    await ask('POST', '/api/v1/namespaces', { metadata: { name: space, labels: { env: 'x', role: 'a' } } }, how)
    for (const env of ['y', null, 'x'])
      await ask('PATCH', `/api/v1/namespaces/${space}`, { metadata: { labels: { env } } }, { ...how, ...merge })
    await ask(
      'PATCH',
      `/api/v1/namespaces/${space}/status`,
      { metadata: { labels: { env: 'q' } } },
      { ...how, ...merge },
    )
    await ask('DELETE', `/api/v1/namespaces/${space}?dryRun=All`, undefined, how)
    await ask('POST', '/apis/rbac.authorization.k8s.io/v1/clusterroles?dryRun=All', { metadata: { name: 'x' } }, how)
    await ask('POST', '/api/v1/nodes?dryRun=All', { metadata: { name: 'x', labels: { role: 'a' } } }, how)
    await configure(sort, 'selectors', [])
  }
}

/** matchConditions: what they see, and what becomes of those that fail. */
async function conditions({ ask, configure, answersWith }) {
  answersWith(allow)
  const expressions = {
    yes: ['true'],
    no: ['false'],
    'no and error': ['object.metadata.none == "x"', 'false'],
    'error and yes': ['object.metadata.none == "x"', 'true'],
    error: ['object.data.none == "x"'],
    'two errors': ['object.data.none == "x"', 'object.data.nobody == "x"'],
    'of request': ['request.operation == "CREATE" && request.userInfo.username == "jane" && request.dryRun'],
    'of old': ['oldObject == null'],
    'of object': ['object != null && has(object.data)'],
    'of name': ['request.name == "x"'],
    'of kind': ['request.kind.kind == "ConfigMap" && request.resource.resource == "configmaps"'],
    'of options': ['has(request.options) && request.options.kind == "DeleteOptions"'],
    'of subresource': ['request.subResource == ""'],
    'of authorizer': ['authorizer.group("").resource("pods").namespace("default").check("create").allowed()'],
    'of requested': ['authorizer.requestResource.check("create").allowed()'],
    'of groups': ['"system:masters" in request.userInfo.groups'],
    'of extra': ['request.userInfo.extra["team/a"][0] == "blue"'],
    'of namespace': [`request.namespace == "${namespace}"`],
    dear: [
      '[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, [1,2,3,4,5,6,7,8,9].all(c, [1,2,3,4,5,6,7,8,9].all(d, [1,2,3,4,5,6,7,8,9].all(e, [1,2,3,4,5,6,7,8,9].all(f, [1,2,3,4,5,6,7,8,9].all(g, true)))))))',
    ],
  }
  const conditioned = Object.entries(expressions).map(([told, list], at) => ({ told, list, label: `c${at}` }))
  for (const sort of ['Validating', 'Mutating'])
    for (const failurePolicy of ['Fail', 'Ignore']) {
      const hooks = conditioned.map(({ list, label }) => ({
        name: `${label}.example.com`,
        rules: [configMaps],
        failurePolicy,
        objectSelector: { matchLabels: { condition: label } },
        matchConditions: list.map((expression, at) => ({ name: `c${at}`, expression })),
      }))
      const before = { name: 'before.example.com', rules: [configMaps], failurePolicy }
      await configure(sort, 'conditions', [before, ...hooks])
      for (const { told, label } of conditioned) {
        const how = { ordered: sort === 'Mutating', note: `${sort} ${failurePolicy} ${told}` }
        const metadata = { labels: { condition: label } }
        await ask('POST', `${inside}/configmaps?dryRun=All`, cm('x', {}, metadata), how)
        await ask('POST', `${inside}/configmaps`, cm('x', { data: { a: 'b' } }, metadata), how)
        await ask('PUT', `${inside}/configmaps/x`, cm('x', { data: { a: 'c' } }, metadata), how)
        await ask('DELETE', `${inside}/configmaps/x`, undefined, how)
        await ask('POST', `${inside}/configmaps?dryRun=All`, { metadata: { generateName: 'g-', ...metadata } }, how)
        await ask('DELETE', `${inside}/configmaps?labelSelector=condition`, undefined, how)
      }
      await configure(sort, 'conditions', [])
    }
}

/** sideEffects with dry runs, versions of reviews, the order of hooks, what several refuse and warn of. */
async function settings({ ask, configure, answersWith }) {
  const refuse =
    (message, code) =>
    ({ body }) => ({
      apiVersion: body.apiVersion,
      kind: 'AdmissionReview',
      response: { uid: body.request?.uid, allowed: false, status: { message, code }, warnings: [`no: ${message}`] },
    })
  const warn =
    (...warnings) =>
    (one) => {
      const said = allow(one)
      return { ...said, response: { ...said.response, warnings } }
    }
  const roles = {
    a: warn('from a', 'same'),
    b: warn(
      'from b',
      'same',
      'long '.repeat(60),
      'line\nbreak',
      'tab\there',
      'nul\u0000here',
      'bell\u0007here',
      'del\u007fhere',
      'c1\u0085here',
      'back\\slash',
      'emoji 🎉',
    ),
    refuses: refuse('one', 403),
    refusestoo: refuse('two', 409),
    slow: async (one) => {
      await pass(300)
      return refuse('slow', 422)(one)
    },
    broken: () => ({ status: 500, text: 'broken' }),
  }
  answersWith((one) => (roles[one.name] ?? allow)(one))
  const rules = [configMaps]
  const hook = (name, more) => ({ name: `${name}.example.com`, rules, ...more })
  const cases = {
    'two refuse': [hook('refuses'), hook('refusestoo')],
    'two refuse, turned': [hook('refusestoo'), hook('refuses')],
    'the slow one first': [hook('slow'), hook('refuses')],
    'the slow one last': [hook('refuses'), hook('slow')],
    'broken and refuses': [hook('broken'), hook('refuses')],
    'refuses and broken': [hook('refuses'), hook('broken')],
    'broken, ignored, and refuses': [hook('broken', { failurePolicy: 'Ignore' }), hook('refuses')],
    warnings: [hook('a'), hook('b')],
    'warnings of one': [hook('b')],
    'warnings and a refusal': [hook('a'), hook('refuses')],
    'side effects': [hook('a', { sideEffects: 'NoneOnDryRun' })],
    'v1beta1 alone': [hook('x', { admissionReviewVersions: ['v1beta1'] })],
    'an unknown version first': [hook('x', { admissionReviewVersions: ['v7', 'v1', 'v1beta1'] })],
    'rules twice': [hook('x', { rules: [configMaps, configMaps] })],
    'no rules': [hook('x', { rules: [] })],
    'other operations': [hook('x', { rules: [{ ...configMaps, operations: ['DELETE', 'CONNECT'] }] })],
    'other subresource': [hook('x', { rules: [{ ...configMaps, resources: ['configmaps/*'] }] })],
    'any resource': [hook('x', { rules: [{ ...configMaps, resources: ['*'] }] })],
    'any subresource': [hook('x', { rules: [{ ...configMaps, resources: ['*/scale'] }] })],
    'other group': [hook('x', { rules: [{ ...configMaps, apiGroups: ['apps'] }] })],
  }
  for (const sort of ['Validating', 'Mutating'])
    for (const [told, hooks] of Object.entries(cases)) {
      // Who is first when all are asked at once is up to time.
      if (sort === 'Validating' && hooks.length > 1) continue
      await configure(sort, 'settings', hooks)
      const how = { ordered: sort === 'Mutating', note: `${sort} ${told}` }
      await ask('POST', `${inside}/configmaps?dryRun=All`, cm('x'), how)
      await ask('POST', `${inside}/configmaps`, cm('x'), how)
      await ask('DELETE', `${inside}/configmaps/x`, undefined, how)
      await configure(sort, 'settings', [], { wait: 0 })
      await pass(1200)
    }
  // By names of the configurations, whatever the order in which they were made.
  answersWith(patching([{ op: 'add', path: '/data', value: {} }]))
  for (const name of ['b', 'a', 'c-b', 'c', 'b.x', 'a-a'])
    await configure('Mutating', name, [hook(name.replaceAll('.', '-'))], { wait: 0 })
  await pass(1300)
  await ask('POST', `${inside}/configmaps?dryRun=All`, cm('x'), { note: 'in order' })
  for (const name of ['b', 'a', 'c-b', 'c', 'b.x', 'a-a']) await configure('Mutating', name, [], { wait: 0 })
}

/** A kind of two versions whose fields a webhook renames, and autoscalers of two. */
async function versions({ ask, both, configure, answersWith, server, twins }) {
  const known = [
    [/managedFields/, 'managers of versions whose fields are called otherwise'],
    [/oldObject\.spec\.replicas: -2147483648/, 'no number of replicas'],
  ]
  twins.known.push(...known)
  const group = `${namespace}.example.com`
  const convert = ({ body }) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'ConversionReview',
    response: {
      uid: body.request.uid,
      result: { status: 'Success' },
      convertedObjects: body.request.objects.map((object) => {
        const { x, y, ...spec } = object.spec ?? {}
        const value = x ?? y
        const isOld = body.request.desiredAPIVersion.endsWith('v1')
        return {
          ...object,
          apiVersion: body.request.desiredAPIVersion,
          spec: { ...spec, ...(value === undefined ? {} : { [isOld ? 'x' : 'y']: value }) },
        }
      }),
    },
  })
  const version = (name, field) => ({
    name,
    served: true,
    storage: name === 'v1',
    schema: {
      openAPIV3Schema: {
        type: 'object',
        properties: {
          spec: {
            type: 'object',
            properties: {
              replicas: { type: 'integer' },
              [field]: { type: 'string' },
              d: { type: 'string', default: name },
            },
          },
          status: { type: 'object', properties: { replicas: { type: 'integer' } } },
        },
      },
    },
    subresources: { status: {}, scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' } },
  })
  await both((side) => ({
    method: 'POST',
    path: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
    body: {
      metadata: { name: `things.${group}` },
      spec: {
        group,
        scope: 'Namespaced',
        names: { plural: 'things', kind: 'Thing' },
        conversion: {
          strategy: 'Webhook',
          webhook: { conversionReviewVersions: ['v1'], clientConfig: server.clientConfig(side, 'convert') },
        },
        versions: [version('v1', 'x'), version('v2', 'y')],
      },
    },
  }))
  await pass(3000)
  let admission = allow
  answersWith((one) => (one.name === 'convert' ? convert(one) : admission(one)))
  for (const sort of ['Mutating', 'Validating'])
    for (const [matchPolicy, apiVersions] of [
      ['Exact', ['v1']],
      ['Exact', ['v2']],
      ['Equivalent', ['v1']],
      ['Equivalent', ['v2']],
      ['Equivalent', ['*']],
    ]) {
      await configure(sort, 'versions', [
        { name: 'all.example.com', matchPolicy, rules: [{ ...all, apiGroups: [group], apiVersions }] },
      ])
      for (const asked of ['v1', 'v2']) {
        const field = asked === 'v1' ? 'x' : 'y'
        const things = `/apis/${group}/${asked}/namespaces/${namespace}/things`
        const thing = (name, spec) => ({ apiVersion: `${group}/${asked}`, kind: 'Thing', metadata: { name }, spec })
        const note = `${sort} ${matchPolicy} ${apiVersions}`
        const how = { note, mine: true }
        admission = allow
        await ask('POST', things, thing('t', { [field]: 'a' }), how)
        await ask('PATCH', `${things}/t`, { spec: { [field]: 'b' } }, { ...how, ...merge })
        await ask('PATCH', `${things}/t/status`, { status: { replicas: 1 } }, { ...how, ...merge })
        await ask('PATCH', `${things}/t/scale`, { spec: { replicas: 3 } }, { ...how, ...merge })
        if (sort === 'Mutating') {
          admission = (one) =>
            one.body.request.object?.kind === 'Scale'
              ? patching([{ op: 'add', path: '/spec/replicas', value: 5 }])(one)
              : one.body.request.object
                ? patching([
                    {
                      op: 'add',
                      path: `/spec/${one.body.request.resource.version === 'v1' ? 'x' : 'y'}`,
                      value: 'hooked',
                    },
                    { op: 'remove', path: '/spec/d' },
                  ])(one)
                : allow(one)
          await ask('POST', `${things}?dryRun=All`, thing('u', { [field]: 'a' }), how)
          await ask('PATCH', `${things}/t`, { spec: { [field]: 'c' } }, { ...how, ...merge })
          await ask('PATCH', `${things}/t/scale`, { spec: { replicas: 4 } }, { ...how, ...merge })
          await ask('PATCH', `${things}/t?fieldManager=a&force=true`, thing('t', { [field]: 'applied' }), {
            ...how,
            ...apply,
          })
        }
        await ask('DELETE', `${things}/t`, undefined, how)
      }
      const scaler = (spec) => ({
        metadata: { name: 'h' },
        spec: { maxReplicas: 3, scaleTargetRef: { kind: 'Deployment', name: 'd', apiVersion: 'apps/v1' }, ...spec },
      })
      await configure(sort, 'versions', [
        { name: 'all.example.com', matchPolicy, rules: [{ ...all, apiGroups: ['autoscaling'], apiVersions }] },
      ])
      for (const asked of ['v1', 'v2']) {
        const path = `/apis/autoscaling/${asked}/namespaces/${namespace}/horizontalpodautoscalers`
        admission = (one) =>
          sort === 'Mutating' && one.body.request.object
            ? patching([{ op: 'add', path: '/spec/minReplicas', value: 2 }])(one)
            : allow(one)
        const how = { note: `${sort} ${matchPolicy} ${apiVersions}` }
        await ask('POST', path, scaler(asked === 'v1' ? { targetCPUUtilizationPercentage: 50 } : {}), how)
        await ask('PATCH', `${path}/h`, { spec: { maxReplicas: 4 } }, { ...how, ...merge })
        await ask('PATCH', `${path}/h/status`, { status: { currentReplicas: 4 } }, { ...how, ...merge })
        await ask('DELETE', `${path}/h`, undefined, how)
      }
      await configure(sort, 'versions', [], { wait: 0 })
    }
}

/** What a hook makes of an object: fields that go and come back, names, status, owners of fields, nonsense; of subresources. */
async function contents({ ask, both, configure, answersWith }) {
  const op = (name, path, value) => ({ op: name, path, ...(value === undefined ? {} : { value }) })
  await both({
    method: 'POST',
    path: `${inside}/pods`,
    body: { metadata: { name: 'p', labels: { a: 'b' } }, spec: podSpec },
  })
  const workload = {
    replicas: 0,
    selector: { matchLabels: { a: 'b' } },
    template: { metadata: { labels: { a: 'b' } }, spec: podSpec },
  }
  await both({ method: 'POST', path: `${apps}/deployments`, body: { metadata: { name: 'd' }, spec: workload } })
  await configure('Mutating', 'contents', [{ name: 'patches.example.com', rules: [all] }])
  const field = (manager, fields, more = {}) => ({
    manager,
    operation: 'Update',
    apiVersion: 'v1',
    time: '2020-01-01T00:00:00Z',
    fieldsType: 'FieldsV1',
    fieldsV1: fields,
    ...more,
  })
  const ofDeployment = [
    [op('remove', '/spec/replicas')],
    [op('remove', '/spec/strategy')],
    [op('remove', '/spec/template/spec/containers/0/terminationMessagePath')],
    [op('remove', '/spec/template/spec/restartPolicy')],
    [op('add', '/spec/replicas', -1)],
    [op('add', '/spec/replicas', 'x')],
    [op('add', '/spec/replicas', 1.5)],
    [op('add', '/spec/replicas', null)],
    [op('remove', '/spec/selector')],
    [op('add', '/spec/selector/matchLabels', { x: 'y' })],
    [op('add', '/spec/template/metadata/labels', {})],
    [op('add', '/status', { replicas: 7, observedGeneration: 9 })],
    [op('add', '/metadata/generation', 70)],
    [
      op('add', '/metadata/managedFields', [
        field('hook', { 'f:spec': { 'f:replicas': {} } }, { apiVersion: 'apps/v1' }),
      ]),
    ],
    [op('add', '/metadata/managedFields', [])],
    [op('remove', '/metadata/managedFields')],
    [op('add', '/metadata/managedFields', [field('hook', {}, { operation: 'Other' })])],
    [op('add', '/metadata/managedFields', [field('hook', { 'x:y': {} })])],
    [op('add', '/metadata/managedFields', [field('hook', {}, { apiVersion: 'none/v9' })])],
    [op('add', '/metadata/labels', { l: 'm' })],
    [op('add', '/spec/template/spec/containers/-', { name: 'b', image: 'j' })],
    [op('add', '/spec/template/spec/containers/-', { name: 'a', image: 'j' })],
    [op('add', '/spec/template/spec/containers/0/image', '')],
    [op('add', '/spec/template/spec/nobody', 'x')],
    [op('remove', '/spec/template/spec/containers')],
    [op('remove', '/spec')],
    [op('add', '/metadata/deletionGracePeriodSeconds', 3)],
    [op('add', '/metadata/deletionTimestamp', '2020-01-01T00:00:00Z')],
    [op('add', '/metadata/finalizers', ['example.com/x'])],
    [op('add', '/metadata/name', 'other')],
    [op('add', '/metadata/namespace', 'default')],
    [op('add', '/metadata/uid', 'other')],
    [op('add', '/metadata/creationTimestamp', '2020-01-01T00:00:00Z')],
    [op('add', '/metadata/resourceVersion', '1')],
    [op('remove', '/metadata/resourceVersion')],
    [op('remove', '/metadata/name')],
    [op('add', '/metadata/generateName', 'g-')],
    [op('add', '/kind', 'Pod')],
    [op('add', '/apiVersion', 'apps/v1beta1')],
  ]
  for (const operations of ofDeployment) {
    const how = { note: JSON.stringify(operations) }
    answersWith((one) => (one.body.request.object ? patching(operations)(one) : allow(one)))
    const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'e' }, spec: workload }
    await ask('POST', `${apps}/deployments`, deployment, how)
    await ask('PUT', `${apps}/deployments/e`, { ...deployment, spec: { ...workload, replicas: 1 } }, how)
    await ask('PATCH', `${apps}/deployments/e`, { metadata: { annotations: { x: 'y' } } }, { ...how, ...merge })
    await ask(
      'PATCH',
      `${apps}/deployments/e?fieldManager=m&force=true`,
      { ...deployment, spec: { replicas: 0 } },
      { ...how, ...apply },
    )
    await ask(
      'PATCH',
      `${apps}/deployments/e/status`,
      { status: { readyReplicas: 0, observedGeneration: 2 } },
      { ...how, ...merge },
    )
    answersWith(allow)
    await both({ method: 'PATCH', path: `${apps}/deployments/e`, body: { metadata: { finalizers: null } }, ...merge })
    await both({ method: 'DELETE', path: `${apps}/deployments/e?propagationPolicy=Background` })
  }
  const ofOthers = [
    [op('add', '/spec/replicas', 2)],
    [op('add', '/spec/replicas', -2)],
    [op('remove', '/spec/replicas')],
    [op('add', '/status', { replicas: 9 })],
    [op('add', '/metadata/labels', { l: 'm' })],
    [op('add', '/metadata/annotations', { l: 'm' })],
    [op('add', '/metadata/name', 'other')],
    [op('add', '/metadata/namespace', 'default')],
    [op('add', '/target', { kind: 'Node', name: 'n2' })],
    [op('add', '/target/kind', 'Pod')],
    [op('add', '/deleteOptions', { gracePeriodSeconds: 5 })],
    [op('add', '/deleteOptions', { preconditions: { uid: 'x' } })],
    [op('add', '/command', ['x'])],
    [op('add', '/container', 'none')],
    [op('add', '/spec/expirationSeconds', 900)],
    [op('add', '/spec/audiences', ['x'])],
    [op('add', '/kind', 'Other')],
    [op('add', '/none', 1)],
    [op('remove', '/none')],
    [op('add', '', {})],
  ]
  for (const operations of ofOthers) {
    const how = { note: JSON.stringify(operations) }
    answersWith((one) => (one.body.request.object ? patching(operations)(one) : allow(one)))
    await ask('PATCH', `${apps}/deployments/d/scale?dryRun=All`, { spec: { replicas: 1 } }, { ...how, ...merge })
    await ask(
      'PUT',
      `${apps}/deployments/d/scale?dryRun=All`,
      { metadata: { name: 'd', namespace }, spec: { replicas: 1 } },
      how,
    )
    await ask('POST', `${inside}/pods/p/binding?dryRun=All`, { target: { name: 'n1' } }, how)
    await ask('POST', `${inside}/pods/p/eviction?dryRun=All`, { metadata: { name: 'p' } }, how)
    await ask('GET', `${inside}/pods/p/exec?command=a`, undefined, how)
    await ask('GET', `${inside}/pods/p/attach?stdout=true`, undefined, how)
    await ask('GET', `${inside}/pods/p/portforward?ports=80`, undefined, how)
    await ask(
      'POST',
      `${inside}/serviceaccounts/default/token`,
      { spec: { audiences: ['a'], expirationSeconds: 600 } },
      how,
    )
    await ask('PATCH', `${inside}/pods/p/status?dryRun=All`, { status: { reason: 'x' } }, { ...how, ...merge })
    await ask(
      'POST',
      `/apis/authorization.k8s.io/v1/selfsubjectaccessreviews`,
      { spec: { nonResourceAttributes: { path: '/x', verb: 'get' } } },
      how,
    )
    await ask('POST', `${inside}/configmaps?dryRun=All`, { metadata: { generateName: 'g-' } }, how)
  }
  for (const operations of [
    [op('add', '/metadata/name', 'chosen')],
    [op('remove', '/metadata/generateName')],
    [op('add', '/metadata/generateName', 'other-')],
    [op('add', '/metadata/generateName', 'Bad_')],
    [op('add', '/metadata/name', '')],
    [op('test', '/metadata/name', null)],
    [op('remove', '/metadata/name')],
  ]) {
    answersWith((one) => (one.body.request.object ? patching(operations)(one) : allow(one)))
    const how = { note: `generated ${JSON.stringify(operations)}` }
    await ask('POST', `${inside}/configmaps?dryRun=All`, { metadata: { generateName: 'g-' } }, how)
    await ask('POST', `${inside}/configmaps?dryRun=All`, { metadata: { generateName: 'g-', name: 'n' } }, how)
    await ask('POST', `${inside}/configmaps?dryRun=All`, { metadata: {} }, how)
  }
  answersWith(allow)
  await configure('Mutating', 'contents', [])
}

/** Where requests go: collections, ending namespaces, configurations themselves. */
async function places({ ask, both, configure, answersWith, server }) {
  answersWith(allow)
  await configure('Validating', 'places', [{ name: 'all.example.com', rules: [all], namespaceSelector: {} }])
  await configure('Mutating', 'places', [{ name: 'alla.example.com', rules: [all], namespaceSelector: {} }])
  const hooks = (name) => ({
    metadata: { name },
    webhooks: [
      {
        name: 'x.example.com',
        clientConfig: server.clientConfig({ name: 'operon' }, 'x'),
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
        failurePolicy: 'Ignore',
      },
    ],
  })
  for (const sort of ['validating', 'mutating'])
    for (const [method, path, body, how] of [
      ['POST', '', hooks('self')],
      ['PATCH', '/self', { metadata: { labels: { a: 'b' } } }, merge],
      ['DELETE', '/self'],
      ['DELETE', '?labelSelector=none=x'],
    ])
      await ask(method, `${registration}/${sort}webhookconfigurations${path}`, body, { ...how, ordered: false })
  const policy = {
    metadata: { name: `self-${nth}` },
    spec: {
      matchConstraints: { resourceRules: [configMaps] },
      validations: [{ expression: 'true' }],
    },
  }
  await ask('POST', `${registration}/validatingadmissionpolicies`, policy, { ordered: false })
  await ask('DELETE', `${registration}/validatingadmissionpolicies/self-${nth}`, undefined, { ordered: false })
  for (const name of ['c1', 'c2', 'c3'])
    await both({ method: 'POST', path: `${inside}/configmaps`, body: cm(name, {}, { labels: { many: 'yes' } }) })
  await ask('DELETE', `${inside}/configmaps?labelSelector=many=yes&dryRun=All`, undefined, { ordered: false })
  await ask('DELETE', `${inside}/configmaps?labelSelector=many=yes`, { gracePeriodSeconds: 0 }, { ordered: false })
  await ask('DELETE', `${inside}/configmaps?labelSelector=many=yes`, undefined, { ordered: false, note: 'none left' })
  // A namespace that ends.
  const ending = `${namespace}-e`
  await ask(
    'POST',
    '/api/v1/namespaces',
    { metadata: { name: ending, finalizers: ['example.com/x'] } },
    { ordered: false },
  )
  await both({
    method: 'POST',
    path: `/api/v1/namespaces/${ending}/configmaps`,
    body: cm('old', {}, { finalizers: ['example.com/y'] }),
  })
  await ask('DELETE', `/api/v1/namespaces/${ending}`, undefined, { ordered: false })
  await ask('DELETE', `/api/v1/namespaces/${ending}`, undefined, { ordered: false, note: 'again' })
  const ended = `/api/v1/namespaces/${ending}`
  await ask('POST', `${ended}/configmaps`, cm('x'), { ordered: false })
  await ask('POST', `${ended}/configmaps?dryRun=All`, { metadata: { generateName: 'x-' } }, { ordered: false })
  await ask('PATCH', `${ended}/configmaps/x?fieldManager=m`, cm('x'), { ...apply, ordered: false })
  await ask('PATCH', `${ended}/configmaps/old`, { data: { a: 'b' } }, { ...merge, ordered: false })
  await ask('PATCH', ended, { metadata: { labels: { a: 'b' } } }, { ...merge, ordered: false })
  await ask('DELETE', `${ended}/configmaps/old`, undefined, { ordered: false })
  await ask('PATCH', `${ended}/configmaps/old`, { metadata: { finalizers: null } }, { ...merge, ordered: false })
  await ask('PATCH', ended, { metadata: { finalizers: null } }, { ...merge, ordered: false })
  await ask('POST', '/api/v1/namespaces/none-at-all/configmaps', cm('x'), { ordered: false })
  await ask('PATCH', '/api/v1/namespaces/none-at-all/configmaps/x?fieldManager=m', cm('x'), {
    ...apply,
    ordered: false,
  })
  await configure('Validating', 'places', [])
  await configure('Mutating', 'places', [])
  // One that refuses.
  answersWith(({ body }) => ({
    apiVersion: body.apiVersion,
    kind: 'AdmissionReview',
    response: { uid: body.request?.uid, allowed: false, status: { message: 'not so', code: 418, reason: 'Teapot' } },
  }))
  for (const name of ['c1', 'c2'])
    await both({ method: 'POST', path: `${inside}/configmaps`, body: cm(name, {}, { labels: { many: 'yes' } }) })
  await both({
    method: 'PATCH',
    path: `${inside}/pods/p?fieldManager=m`,
    body: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: podSpec },
    ...apply,
  })
  await configure('Validating', 'places', [{ name: 'no.example.com', rules: [all] }])
  for (const [method, path, body, how] of [
    ['DELETE', `${inside}/configmaps/c1`],
    ['DELETE', `${inside}/configmaps/none`],
    ['DELETE', `${inside}/configmaps?labelSelector=many=yes`],
    ['POST', `${inside}/pods/p/eviction`, { metadata: { name: 'p' } }],
    ['POST', `${inside}/pods/p/binding`, { target: { name: 'n' } }],
    ['POST', `${inside}/bindings`, { metadata: { name: 'p' }, target: { name: 'n' } }],
    ['GET', `${inside}/pods/p/exec?command=a`],
    ['GET', `${inside}/pods/p/attach`],
    ['GET', `${inside}/pods/p/portforward?ports=1`],
    ['GET', `${inside}/pods/p/proxy/x`],
    ['GET', `${inside}/pods/p/log`],
    ['POST', `${inside}/serviceaccounts/default/token`, { spec: {} }],
    ['PATCH', `${inside}/pods/p/status`, { status: { reason: 'x' } }, merge],
    [
      'PATCH',
      `${inside}/pods/p/ephemeralcontainers`,
      { spec: { ephemeralContainers: [{ name: 'e', image: 'i' }] } },
      { headers: { 'content-type': 'application/strategic-merge-patch+json' } },
    ],
    [
      'POST',
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      { spec: { nonResourceAttributes: { path: '/x', verb: 'get' } } },
    ],
    ['PATCH', `${inside}/configmaps/c1`, { data: { a: 'b' } }, merge],
    ['PUT', `${inside}/configmaps/c1`, cm('c1')],
    ['POST', `${inside}/configmaps`, cm('c1')],
    ['DELETE', `/api/v1/namespaces/${namespace}?dryRun=All`],
  ])
    await ask(method, path, body, { ...how, note: 'refused' })
  await configure('Validating', 'places', [])
}

/** The hook's time, the request's, and what is left of one for the next. */
async function time({ ask, configure, answersWith }) {
  const slow = (ms) => async (one) => {
    await pass(ms)
    return allow(one)
  }
  const roles = { quick: allow, slow: slow(1500), slower: slow(2500), never: slow(30_000) }
  answersWith((one) => (roles[one.name] ?? allow)(one))
  const hook = (name, timeoutSeconds, failurePolicy) => ({
    name: `${name}.example.com`,
    rules: [configMaps],
    timeoutSeconds,
    failurePolicy,
  })
  const cases = {
    'in time': [hook('slow', 3, 'Fail')],
    'too late': [hook('slower', 1, 'Fail')],
    'too late, ignored': [hook('slower', 1, 'Ignore')],
    'two too late, ignored': [hook('slower', 1, 'Ignore'), hook('never', 2, 'Ignore')],
    'two in time': [hook('slow', 5, 'Fail'), hook('slow', 5, 'Fail')],
    'later ones': [hook('slow', 5, 'Ignore'), hook('quick', 5, 'Fail')],
  }
  for (const sort of ['Validating', 'Mutating'])
    for (const [told, hooks] of Object.entries(cases)) {
      await configure(
        sort,
        'time',
        hooks.map((each, at) => ({ ...each, name: at ? each.name.replace('.', `${at}.`) : each.name })),
      )
      roles.slow1 = roles.slow
      roles.never1 = roles.never
      for (const timeout of [
        '',
        '&timeout=1s',
        '&timeout=2s',
        '&timeout=3500ms',
        '&timeout=60s',
        '&timeout=0',
        '&timeout=x',
      ]) {
        await ask('POST', `${inside}/configmaps?dryRun=All${timeout}`, cm('x'), {
          ordered: sort === 'Mutating',
          note: `${sort} ${told}`,
        })
        await pass(100)
      }
      await configure(sort, 'time', [], { wait: 0 })
    }
}
