/** ValidatingAdmissionPolicy and MutatingAdmissionPolicy with bindings and params: each spoilt at each of its places, and what expressions come to. SEED makes the random ones the same again. */
import { setTimeout as pass } from 'node:timers/promises'
import { mutations as spoilt } from './places.mjs'

const namespace = `policies-${Date.now() % 1000000}`
const inside = `/api/v1/namespaces/${namespace}`
const registration = '/apis/admissionregistration.k8s.io/v1'
const configMaps = { apiGroups: [''], apiVersions: ['v1'], operations: ['*'], resources: ['configmaps'] }
const constraints = (label, rule = configMaps) => ({
  resourceRules: [rule],
  objectSelector: { matchLabels: { case: label } },
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
})

export default async function policies(twins) {
  twins.known.push(
    [/managedFields/, 'compared where writing is'],
    [/(metadata|details)\.name: "(g-|c)\w{5}"/, 'generated names'],
    [/status\.(typeChecking|observedGeneration)/, 'expressions are checked at once; upstream has a controller for it'],
    [/metadata\.generation: 2/, 'upstream counts its status'],
  )
  const both = async (asking) => {
    const answers = await Promise.all([twins.upstream, twins.operon].map((side) => side.ask(asking)))
    for (const { status, text } of answers)
      if (status >= 300) console.log(`in vain: ${JSON.stringify(asking.body).slice(0, 300)} ${text.slice(0, 300)}`)
    return answers
  }
  await both({
    method: 'POST',
    path: '/api/v1/namespaces',
    body: { metadata: { name: namespace, labels: { a: 'b' }, annotations: { n: 'm' } } },
  })
  const ask = (method, path, body, note = '', headers = {}) => twins.ask({ method, path, body, headers }, { note })
  const parts = { shapes, expressions, params, actions, mutations }
  const only = process.env.ONLY?.split(',') ?? Object.keys(parts)
  for (const part of only) await parts[part]({ twins, both, ask })
}

const policy = (name, spec) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicy',
  metadata: { name: `${namespace}-${name}` },
  spec,
})
const binding = (name, spec = {}) => ({
  metadata: { name: `${namespace}-${name}` },
  spec: { policyName: `${namespace}-${name}`, validationActions: ['Deny'], ...spec },
})
const mutating = (name, spec) => ({ ...policy(name, spec), kind: 'MutatingAdmissionPolicy' })
const of = (kind) => `${registration}/${kind.toLowerCase().replace(/y$/, 'ies')}`

/** Each field of each of the four kinds, spoilt. */
async function shapes({ ask }) {
  const selector = { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'c', operator: 'In', values: ['d'] }] }
  const match = {
    matchPolicy: 'Equivalent',
    namespaceSelector: selector,
    objectSelector: selector,
    resourceRules: [{ ...configMaps, scope: '*', resourceNames: ['n'] }],
    excludeResourceRules: [{ ...configMaps, scope: 'Namespaced' }],
  }
  const paramKind = { apiVersion: 'v1', kind: 'ConfigMap' }
  const common = {
    failurePolicy: 'Fail',
    paramKind,
    matchConstraints: match,
    matchConditions: [{ name: 'm', expression: 'true' }],
    variables: [{ name: 'v', expression: '1 + 1' }],
  }
  const paramRef = { name: 'p', namespace: 'n', parameterNotFoundAction: 'Deny' }
  const objects = {
    validatingadmissionpolicies: policy('s', {
      ...common,
      validations: [{ expression: 'variables.v == 2', message: 'm', messageExpression: "'x'", reason: 'Forbidden' }],
      auditAnnotations: [{ key: 'k', valueExpression: "'v'" }],
    }),
    validatingadmissionpolicybindings: {
      metadata: { name: 'b' },
      spec: { policyName: 'p', paramRef, matchResources: match, validationActions: ['Deny', 'Audit'] },
    },
    mutatingadmissionpolicies: mutating('s', {
      ...common,
      reinvocationPolicy: 'Never',
      mutations: [
        { patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{}' } },
        { patchType: 'JSONPatch', jsonPatch: { expression: "[JSONPatch{op: 'add', path: '/a', value: 'b'}]" } },
      ],
    }),
    mutatingadmissionpolicybindings: {
      metadata: { name: 'b' },
      spec: { policyName: 'p', paramRef: { ...paramRef, name: undefined, selector }, matchResources: match },
    },
  }
  for (const [plural, object] of Object.entries(objects)) {
    await ask('POST', `${registration}/${plural}?dryRun=All`, object, 'whole')
    for (const [told, changed] of spoilt(object, ([first]) => first === 'spec'))
      await ask('POST', `${registration}/${plural}?dryRun=All`, changed, told)
  }
  const one = (validation) => policy('s', { matchConstraints: match, validations: [validation] })
  for (const expression of [
    '',
    ' ',
    'true',
    '1',
    "'x'",
    'object',
    'object.x',
    'none',
    'object.metadata.name == 1',
    'variables.v',
    'params.x == 1',
    'authorizer',
    'authorizer.none()',
    'request.none',
    'request.name == 1',
    'namespaceObject.x',
    'namespaceObject.metadata.name',
    'oldObject == null',
    'self',
    'object.all(x, true)',
    '[1, 2].all(x, x > 0)',
    'a b',
    '"',
    'object.?x.orValue(true)',
    'has(object.x)',
    'quantity("1").isGreaterThan(quantity("2"))',
    'cidr("1")',
    'ip.isCanonical("x")',
    'dyn(1) == "x"',
    'format.named("x").hasValue()',
    'x'.repeat(20000),
    '[[[[[[[[[[1]]]]]]]]]] == []',
    'object.items.all(a, object.items.all(b, object.items.all(c, object.items.all(d, a == b && c == d))))',
    'timestamp("x")',
    'duration("1s") == duration("2s")',
    'object.spec.replicas > 3',
    'true ? 1 : 2',
    'null',
    'b"x" == b"x"',
    'semver("1.0.0").major() == 1',
    'sets.contains([1], [1])',
    'optional.of(true)',
    'true || none',
  ])
    for (const place of ['expression', 'messageExpression'])
      await ask(
        'POST',
        `${registration}/validatingadmissionpolicies?dryRun=All`,
        one(place === 'expression' ? { expression } : { expression: 'true', messageExpression: expression }),
        `${place} ${expression.slice(0, 60)}`,
      )
  for (const expression of [
    '',
    'Object{}',
    'Object{metadata: Object.metadata{labels: {"a": "b"}}}',
    '1',
    '{}',
    '[]',
    "[JSONPatch{op: 'add', path: '/a', value: 1}]",
    "[JSONPatch{op: 'add'}]",
    'JSONPatch{}',
    'Object{none: 1}',
    'Object.spec{}',
    'true',
    'object',
    'Object{metadata: object.metadata}',
    '[JSONPatch{op: 1}]',
    '[JSONPatch{none: 1}]',
    'jsonpatch.escapeKey("a/b") == "x"',
  ])
    for (const patchType of ['ApplyConfiguration', 'JSONPatch'])
      await ask(
        'POST',
        `${registration}/mutatingadmissionpolicies?dryRun=All`,
        mutating('s', {
          matchConstraints: match,
          reinvocationPolicy: 'Never',
          mutations: [{ patchType, [patchType === 'JSONPatch' ? 'jsonPatch' : 'applyConfiguration']: { expression } }],
        }),
        `${patchType} ${expression}`,
      )
  for (const variables of [
    [
      { name: 'a', expression: 'variables.b' },
      { name: 'b', expression: '1' },
    ],
    [
      { name: 'a', expression: '1' },
      { name: 'a', expression: '2' },
    ],
    [{ name: 'a-b', expression: '1' }],
    [{ name: 'true', expression: '1' }],
    [
      { name: 'a', expression: '1' },
      { name: 'b', expression: 'variables.a + "x"' },
    ],
    [{ name: 'A', expression: '' }],
  ])
    await ask(
      'POST',
      `${registration}/validatingadmissionpolicies?dryRun=All`,
      policy('s', { matchConstraints: match, variables, validations: [{ expression: 'true' }] }),
      JSON.stringify(variables),
    )
  for (const [nth, spec] of [
    { auditAnnotations: [{ key: 'k', valueExpression: '1' }] },
    {
      auditAnnotations: [
        { key: 'k', valueExpression: 'null' },
        { key: 'k', valueExpression: "'x'" },
      ],
    },
    { auditAnnotations: [{ key: 'a/b', valueExpression: "'x'" }] },
    { auditAnnotations: [{ key: 'K_', valueExpression: "'x'" }] },
    { validations: [] },
    {},
    { validations: [{ expression: 'true', message: 'a\nb' }] },
    { validations: [{ expression: 'true\n||\nfalse' }] },
    { validations: [{ expression: 'true', reason: 'Other' }] },
    { validations: [{ expression: 'true', message: ' ' }] },
  ].entries())
    await ask(
      'POST',
      `${registration}/validatingadmissionpolicies?dryRun=All`,
      policy('s', { matchConstraints: match, ...spec }),
      `spec ${nth} ${JSON.stringify(spec)}`,
    )
}

/** What an expression over a request comes to. */
const judged = [
  'object.data.a == "b"',
  'object.data.none == "b"',
  'has(object.data) && has(object.data.none)',
  'object.metadata.name.startsWith("x")',
  'oldObject == null',
  'oldObject.data == object.data',
  'object == null',
  'object.metadata.labels["case"] == "x"',
  'object.kind == "ConfigMap" && object.apiVersion == "v1"',
  'request.operation == "CREATE"',
  'request.name == object.metadata.name',
  'request.namespace == "x"',
  'request.userInfo.username == "jane"',
  '"system:masters" in request.userInfo.groups',
  'request.userInfo.extra["Team/A"][0] == "blue"',
  'request.kind.kind == "x"',
  'request.resource.resource == "x"',
  'request.subResource == "x"',
  'request.dryRun',
  '!request.dryRun',
  'has(request.options)',
  'request.options.fieldManager == "me"',
  'request.options.kind == "CreateOptions"',
  'request.requestKind == request.kind',
  'request.uid == "x"',
  'has(request.name)',
  'request.object == object',
  'namespaceObject.metadata.labels["a"] == "c"',
  'namespaceObject.metadata.annotations["n"] == "x"',
  'namespaceObject.status.phase == "x"',
  'has(namespaceObject.metadata.managedFields)',
  'namespaceObject.spec.finalizers == []',
  'authorizer.group("").resource("pods").check("create").allowed()',
  'authorizer.group("apps").resource("deployments").subresource("scale").namespace("default").name("x").check("get").allowed()',
  'authorizer.path("/healthz").check("get").allowed()',
  'authorizer.requestResource.check("delete").allowed()',
  'authorizer.requestResource.check("x").reason() == "x"',
  'authorizer.serviceAccount("default", "none").group("").resource("pods").check("get").allowed()',
  'authorizer.requestResource.check("create").errored()',
  'authorizer.group("").resource("pods").fieldSelector("a=b").check("list").allowed()',
  'authorizer.serviceAccount("", "").path("/").check("get").allowed()',
  'params == null',
  'params.data.a == "b"',
  'has(params.data)',
  '1 / 0 == 1',
  'int("x") == 1',
  'object.data.all(k, k == "b")',
  'object.data.exists_one(k, true)',
  'object.metadata.creationTimestamp == timestamp("2020-01-01T00:00:00Z")',
  'object.metadata.uid == "x"',
  'object.metadata.generation == 1',
  'has(object.metadata.managedFields)',
  'object.metadata.resourceVersion == "1"',
  'object.metadata.namespace == "x"',
  'object.data.map(k, object.data[k]) == ["x"]',
  'object.data.a.matches("[") ',
  'object.data.a.find("[0-9]+") == "1"',
  'quantity(object.data.q).isLessThan(quantity("1Gi"))',
  'isQuantity(object.data.a)',
  'url(object.data.a).getHost() == "x"',
  'ip(object.data.a).family() == 4',
  'format.dns1123Label().validate(object.data.a).hasValue()',
  'object.data.a.size() > 100',
  'object.data.a.lowerAscii().split("").join("-") == "x"',
  'dyn(object) == dyn(1)',
  'type(object) == string',
  'object.data["a"] > "c"',
  'double(1) == 2.0',
  '"%s is %d".format([object.data.a, 1]) == "x"',
  'string(object.data) == "x"',
  'variables.v == 3',
  'variables.bad == 1',
  'variables.none == 1',
  'variables.w.size() == 9',
  'object.?data.?none.orValue("x") == "y"',
  'object[?"none"].hasValue()',
  'optional.none().hasValue()',
  'cel.bind(x, 1, x == 2)',
  'lists.range(3) == [1]',
  '[3, 1].sort() == [3, 1]',
  'semver("1.2.3").isLessThan(semver("1.0.0"))',
  'duration("1h").getMinutes() == 1',
  'timestamp("2020-01-01T00:00:00Z").getFullYear() == 1',
  'bytes("x") == b"y"',
  'object.data.transformList(k, v, v) == []',
  'math.greatest(1, 2) == 1',
  'base64.encode(b"x") == "y"',
  'regex.replace("a", "a", "b") == "c"',
  'sets.equivalent([1], [2])',
]
const cm = (label, more = {}, data = { a: 'b', q: '2Gi' }) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'c', labels: { case: label }, ...more },
  data,
})
const jane = { 'impersonate-user': 'jane', 'impersonate-group': 'system:masters', 'impersonate-extra-Team%2fA': 'blue' }
const variables = [
  { name: 'v', expression: '1 + 1' },
  { name: 'bad', expression: 'int(object.data.a)' },
  { name: 'w', expression: '[variables.v, 1]' },
]

async function expressions({ ask, both, twins }) {
  const usable = []
  for (const [nth, expression] of judged.entries()) {
    const label = `e${nth}`
    const answers = await ask(
      'POST',
      of('ValidatingAdmissionPolicy'),
      policy(label, {
        matchConstraints: constraints(label),
        variables: expression.includes('variables') ? variables : [],
        validations: [{ expression }],
      }),
      expression,
    )
    if (answers.every(({ status }) => status < 300)) {
      usable.push([label, expression])
      await both({ method: 'POST', path: bindings, body: binding(label) })
    } else
      await Promise.all(
        [twins.upstream, twins.operon].map((side) =>
          side.ask({ method: 'DELETE', path: `${of('ValidatingAdmissionPolicy')}/${namespace}-${label}` }),
        ),
      )
  }
  await pass(3000)
  for (const [label, expression] of usable) {
    await ask('POST', `${inside}/configmaps?dryRun=All&fieldManager=me`, cm(label), `CREATE ${expression}`, jane)
    const name = `x${label}`
    await ask(
      'POST',
      `${inside}/configmaps?dryRun=All`,
      { ...cm(label), data: undefined, metadata: { generateName: 'g-', labels: { case: label } } },
      `generated ${expression}`,
      jane,
    )
    await Promise.all(
      [twins.upstream, twins.operon].map((side) =>
        side.ask({ method: 'POST', path: `${inside}/configmaps`, body: cm('none', { name }) }),
      ),
    )
    await ask(
      'PUT',
      `${inside}/configmaps/${name}?dryRun=All`,
      cm(label, { name }, { a: '12' }),
      `UPDATE ${expression}`,
      jane,
    )
    await ask(
      'PATCH',
      `${inside}/configmaps/${name}`,
      { metadata: { labels: { case: label } }, data: { a: 'z' } },
      `PATCH ${expression}`,
      { ...jane, 'content-type': 'application/merge-patch+json' },
    )
    await ask('DELETE', `${inside}/configmaps/${name}?dryRun=All`, undefined, `DELETE ${expression}`, jane)
  }
}

const bindings = `${registration}/validatingadmissionpolicybindings`

async function params({ ask, both }) {
  for (const [name, labels, data] of [
    ['one', { p: 'yes' }, { a: 'b' }],
    ['two', { p: 'yes' }, { a: 'c' }],
    ['three', { p: 'no' }, {}],
  ])
    await both({ method: 'POST', path: `${inside}/configmaps`, body: { metadata: { name, labels }, data } })
  const paramKind = { apiVersion: 'v1', kind: 'ConfigMap' }
  const refs = {
    name: { name: 'one', parameterNotFoundAction: 'Deny' },
    placed: { name: 'one', namespace, parameterNotFoundAction: 'Deny' },
    elsewhere: { name: 'one', namespace: 'default', parameterNotFoundAction: 'Deny' },
    allowed: { name: 'none', parameterNotFoundAction: 'Allow' },
    denied: { name: 'none', parameterNotFoundAction: 'Deny' },
    chosen: { selector: { matchLabels: { p: 'yes' } }, parameterNotFoundAction: 'Deny' },
    nothing: { selector: { matchLabels: { p: 'never' } }, parameterNotFoundAction: 'Deny' },
    nothingallowed: { selector: { matchLabels: { p: 'never' } }, parameterNotFoundAction: 'Allow' },
    unsaid: undefined,
    third: { name: 'three', parameterNotFoundAction: 'Deny' },
  }
  const kinds = {
    map: paramKind,
    nokind: { apiVersion: 'example.com/v1', kind: 'Nothing' },
    cluster: { apiVersion: 'v1', kind: 'Namespace' },
  }
  const labels = []
  for (const [kind, paramKind] of Object.entries(kinds))
    for (const [ref, paramRef] of Object.entries(refs))
      for (const failurePolicy of ['Fail', 'Ignore']) {
        if (kind !== 'map' && !['name', 'placed', 'unsaid'].includes(ref)) continue
        const label = `p-${kind}-${ref}-${failurePolicy}`.toLowerCase()
        labels.push(label)
        await ask(
          'POST',
          of('ValidatingAdmissionPolicy'),
          policy(label, {
            failurePolicy,
            paramKind,
            matchConstraints: constraints(label),
            validations: [
              { expression: 'params.data.a == object.data.a', messageExpression: '"wanted " + params.data.a' },
            ],
          }),
        )
        await ask('POST', bindings, binding(label, { paramRef }))
      }
  await pass(3000)
  for (const label of labels) {
    await ask('POST', `${inside}/configmaps?dryRun=All`, cm(label), label)
    await ask('POST', `${inside}/configmaps?dryRun=All`, cm(label, {}, { a: 'z' }), label)
  }
}

async function actions({ ask }) {
  const cases = {
    warn: [{ validations: [{ expression: 'false', message: 'not so' }] }, { validationActions: ['Warn'] }],
    audit: [{ validations: [{ expression: 'false', message: 'not so' }] }, { validationActions: ['Audit'] }],
    denyaudit: [
      { validations: [{ expression: 'false', message: 'not so' }] },
      { validationActions: ['Deny', 'Audit'] },
    ],
    warnaudit: [{ validations: [{ expression: 'false' }] }, { validationActions: ['Warn', 'Audit'] }],
    several: [
      {
        validations: [
          { expression: 'true' },
          { expression: 'false', message: 'one' },
          { expression: 'false', message: 'two' },
        ],
      },
      {},
    ],
    severalwarned: [
      {
        validations: [
          { expression: 'false', message: 'one' },
          { expression: '1/0 == 1', message: 'two' },
        ],
      },
      { validationActions: ['Warn'] },
    ],
    ...Object.fromEntries(
      ['Unauthorized', 'Forbidden', 'Invalid', 'RequestEntityTooLarge'].map((reason) => [
        reason.toLowerCase(),
        [{ validations: [{ expression: 'false', reason, message: 'm' }] }, {}],
      ]),
    ),
    said: [
      {
        validations: [
          { expression: 'false', messageExpression: '"the name is " + object.metadata.name', message: 'other' },
        ],
      },
      {},
    ],
    saidempty: [{ validations: [{ expression: 'false', messageExpression: '""', message: 'other' }] }, {}],
    saidblank: [{ validations: [{ expression: 'false', messageExpression: '"  "' }] }, {}],
    saidlines: [{ validations: [{ expression: 'false', messageExpression: '"a\\nb"', message: 'other' }] }, {}],
    saidbad: [{ validations: [{ expression: 'false', messageExpression: 'object.data.none', message: 'other' }] }, {}],
    saidlong: [
      {
        validations: [
          { expression: 'false', messageExpression: 'lists.range(3000).map(x, "xx").join("")', message: 'other' },
        ],
      },
      {},
    ],
    unsaid: [{ validations: [{ expression: ' false\n ' }] }, {}],
    ignored: [{ failurePolicy: 'Ignore', validations: [{ expression: 'object.data.none == "x"' }] }, {}],
    failed: [{ validations: [{ expression: 'object.data.none == "x"' }] }, {}],
    ignoredfalse: [{ failurePolicy: 'Ignore', validations: [{ expression: 'false' }] }, {}],
    condition: [{ matchConditions: [{ name: 'a', expression: 'false' }], validations: [{ expression: 'false' }] }, {}],
    conditionbad: [
      {
        matchConditions: [{ name: 'a', expression: 'object.data.none == "x"' }],
        validations: [{ expression: 'false' }],
      },
      {},
    ],
    conditionmixed: [
      {
        matchConditions: [
          { name: 'a', expression: 'object.data.none == "x"' },
          { name: 'b', expression: 'false' },
        ],
        validations: [{ expression: 'false' }],
      },
      {},
    ],
    conditionsbad: [
      {
        matchConditions: [
          { name: 'a', expression: 'object.data.none == "x"' },
          { name: 'b', expression: '1/0 == 1' },
        ],
        validations: [{ expression: 'false' }],
      },
      {},
    ],
    conditionignored: [
      {
        failurePolicy: 'Ignore',
        matchConditions: [{ name: 'a', expression: 'object.data.none == "x"' }],
        validations: [{ expression: 'false' }],
      },
      {},
    ],
    conditionvariable: [
      {
        variables: [{ name: 'v', expression: '1' }],
        matchConditions: [{ name: 'a', expression: 'variables.v == 1' }],
        validations: [{ expression: 'false' }],
      },
      {},
    ],
    annotation: [
      { validations: [{ expression: 'true' }], auditAnnotations: [{ key: 'k', valueExpression: 'object.data.none' }] },
      {},
    ],
    annotationonly: [{ auditAnnotations: [{ key: 'k', valueExpression: '"x"' }] }, {}],
    annotationwarned: [
      { auditAnnotations: [{ key: 'k', valueExpression: 'object.data.none' }] },
      { validationActions: ['Warn'] },
    ],
    dear: [{ validations: [{ expression: 'lists.range(10000).all(x, lists.range(10000).all(y, x + y >= 0))' }] }, {}],
    dearignored: [
      {
        failurePolicy: 'Ignore',
        validations: [{ expression: 'lists.range(10000).all(x, lists.range(10000).all(y, x + y >= 0))' }],
      },
      {},
    ],
    bindingelsewhere: [
      { validations: [{ expression: 'false' }] },
      { matchResources: { namespaceSelector: { matchLabels: { a: 'c' } } } },
    ],
    bindinghere: [
      { validations: [{ expression: 'false' }] },
      { matchResources: { namespaceSelector: { matchLabels: { a: 'b' } } } },
    ],
    bindingexcludes: [
      { validations: [{ expression: 'false' }] },
      { matchResources: { excludeResourceRules: [configMaps] } },
    ],
    bindingrules: [
      { validations: [{ expression: 'false' }] },
      { matchResources: { resourceRules: [{ ...configMaps, resources: ['secrets'] }] } },
    ],
    bindingnames: [
      { validations: [{ expression: 'false' }] },
      { matchResources: { resourceRules: [{ ...configMaps, resourceNames: ['c'] }] } },
    ],
    bindingothers: [
      { validations: [{ expression: 'false' }] },
      { matchResources: { resourceRules: [{ ...configMaps, resourceNames: ['d'] }] } },
    ],
    bindingnone: [{ validations: [{ expression: 'false' }] }, { policyName: 'none-at-all' }],
  }
  for (const [label, [spec, bound]] of Object.entries(cases)) {
    await ask(
      'POST',
      of('ValidatingAdmissionPolicy'),
      policy(`a-${label}`, { matchConstraints: constraints(label), ...spec }),
      label,
    )
    await ask('POST', bindings, binding(`a-${label}`, bound), label)
  }
  await pass(3000)
  for (const label of Object.keys(cases)) {
    await ask('POST', `${inside}/configmaps?dryRun=All`, cm(label), label)
    await ask(
      'POST',
      `${inside}/configmaps?dryRun=All`,
      { ...cm(label), metadata: { generateName: 'c', labels: { case: label } } },
      `${label} generated`,
    )
    await ask('PATCH', `${inside}/configmaps/c?dryRun=All&fieldManager=m`, cm(label), `${label} applied`, {
      'content-type': 'application/apply-patch+yaml',
    })
  }
}

async function mutations({ ask }) {
  const apply = (expression) => ({ patchType: 'ApplyConfiguration', applyConfiguration: { expression } })
  const patch = (expression) => ({ patchType: 'JSONPatch', jsonPatch: { expression } })
  const cases = [
    [apply('Object{}')],
    [apply('Object{metadata: Object.metadata{labels: {"x": "y"}}}')],
    [apply('Object{data: {"x": "y"}}')],
    [apply('Object{data: {"x": object.data.a + "!"}}')],
    [apply('Object{data: {"x": object.data.none}}')],
    [apply('Object{metadata: Object.metadata{name: "other"}}')],
    [apply('Object{metadata: Object.metadata{annotations: {"bad key": "y"}}}')],
    [apply('Object{kind: "Secret"}')],
    [apply('Object{immutable: true}')],
    [apply('Object{metadata: Object.metadata{finalizers: ["example.com/x"]}}')],
    [apply('Object{metadata: Object.metadata{finalizers: ["bad"]}}')],
    [apply('has(object.data) ? Object{data: {"has": "data"}} : Object{}')],
    [apply('Object{metadata: Object.metadata{ownerReferences: []}}')],
    [apply('Object{binaryData: {"x": b"y"}}')],
    [apply('Object{none: 1}')],
    [apply('Object{data: {"x": 1}}')],
    [apply('Object{data: "x"}')],
    [patch('[JSONPatch{op: "add", path: "/data/x", value: "y"}]')],
    [patch('[JSONPatch{op: "remove", path: "/data/none"}]')],
    [patch('[JSONPatch{op: "test", path: "/data/a", value: "x"}, JSONPatch{op: "add", path: "/data/x", value: "y"}]')],
    [patch('[JSONPatch{op: "add", path: "/data/" + jsonpatch.escapeKey("a/b~c"), value: "y"}]')],
    [patch('[JSONPatch{op: "add", path: "/metadata/labels", value: {"x": "y"}}]')],
    [patch('[JSONPatch{op: "add", path: "/data/x", value: 1}]')],
    [patch('[JSONPatch{op: "other", path: "/data/x", value: 1}]')],
    [patch('[JSONPatch{op: "copy", from: "/data/a", path: "/data/x"}]')],
    [patch('[JSONPatch{op: "move", from: "/data/a", path: "/data/x"}]')],
    [patch('[JSONPatch{op: "replace", path: "/metadata/name", value: "other"}]')],
    [patch('[JSONPatch{op: "add", path: "/none/x", value: "y"}]')],
    [patch('[]')],
    [patch('1 / 0 == 1 ? [] : [JSONPatch{op: "remove", path: "/data"}]')],
    [patch('[JSONPatch{op: "add", path: "/data", value: null}]')],
    [patch('[JSONPatch{op: "add", path: "/metadata/annotations", value: Object.metadata.annotations{}}]')],
    [patch('[JSONPatch{op: "add", path: "", value: {}}]')],
    [apply('Object{data: {"x": "1"}}'), patch('[JSONPatch{op: "replace", path: "/data/x", value: "2"}]')],
    [patch('[JSONPatch{op: "add", path: "/data/x", value: "y"}]'), apply('Object{data: {"z": object.data.x}}')],
  ]
  const labels = []
  for (const [nth, mutations] of cases.entries())
    for (const failurePolicy of ['Fail', 'Ignore']) {
      const label = `m${nth}${failurePolicy.toLowerCase()}`
      const answers = await ask(
        'POST',
        of('MutatingAdmissionPolicy'),
        mutating(label, {
          failurePolicy,
          reinvocationPolicy: 'Never',
          matchConstraints: {
            ...constraints(label),
            resourceRules: [{ ...configMaps, operations: ['CREATE', 'UPDATE'] }],
          },
          mutations,
        }),
        `${failurePolicy} ${JSON.stringify(mutations)}`,
      )
      if (answers.some(({ status }) => status >= 300)) continue
      labels.push([
        label,
        `${failurePolicy} ${mutations.map(({ applyConfiguration, jsonPatch }) => (applyConfiguration ?? jsonPatch).expression)}`,
      ])
      const { spec, ...rest } = binding(label)
      await ask('POST', `${registration}/mutatingadmissionpolicybindings`, {
        ...rest,
        spec: { policyName: spec.policyName },
      })
    }
  await pass(3000)
  for (const [label, told] of labels) {
    await ask('POST', `${inside}/configmaps?dryRun=All`, cm(label), told)
    await ask('POST', `${inside}/configmaps?dryRun=All`, { ...cm(label), data: undefined }, `no data ${told}`)
    await ask('PATCH', `${inside}/configmaps/c?dryRun=All&fieldManager=m`, cm(label), `apply ${told}`, {
      'content-type': 'application/apply-patch+yaml',
    })
  }
}
