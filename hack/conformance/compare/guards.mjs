/** Who is let in, and how who is not is told: credentials, rights in every form of a request, impersonation, reviews, tokens. */
const json = { 'content-type': 'application/json' }
const bearer = (token) => ({ authorization: `Bearer ${token}` })
const namespace = `reads-guards-${Date.now() % 1000000}`
const inside = `/api/v1/namespaces/${namespace}`

export default async function guards(twins) {
  twins.known.push(
    [
      /^body\.(git|build|go|compiler)|^body\.paths|serverAddress|credential-id|username: "admin"/,
      'what the server is, and ids of its own',
    ],
    [/without impersonating a user name/, 'said in our own words'],
    [/cannot {2}resource/, 'a method without a verb is named'],
    [/nonResourceRules/, 'rules of several roles come in no order'],
    [/managedFields/, 'nobody owns the fields of what is not stored'],
  )
  const both = (asking) =>
    Promise.all(
      [twins.upstream, twins.operon].map((side) => side.ask(typeof asking === 'function' ? asking(side) : asking)),
    )
  await both({ method: 'POST', path: '/api/v1/namespaces', body: { metadata: { name: namespace } } })
  await both({ method: 'POST', path: `${inside}/serviceaccounts`, body: { metadata: { name: 'robot' } } })
  for (const side of [twins.upstream, twins.operon]) {
    const { json: answer } = await side.ask({ method: 'POST', path: `${inside}/serviceaccounts/robot/token`, body: {} })
    side.robot = answer.status.token
  }
  await credentials(twins)
  await refusals(twins, both)
  await impersonation(twins)
}

async function credentials(twins) {
  const paths = [
    '/api/v1/namespaces',
    '/apis',
    '/healthz',
    '/version',
    '/',
    '/none',
    '/api/v1/namespaces/default/pods/x/log',
    '/metrics',
    '/openapi/v2',
    '/.well-known/openid-configuration',
    '/openid/v1/jwks',
  ]
  const heads = [
    { 'x-none': '1' },
    bearer('unknown'),
    bearer('a.b.c'),
    bearer(''),
    { authorization: 'Basic YTpi' },
    { authorization: 'Bearer' },
    { authorization: 'bearer x' },
    { authorization: 'Digest x' },
    { 'x-remote-user': 'admin', 'x-remote-group': 'system:masters' },
  ]
  for (const path of paths) for (const as of heads) await twins.ask({ path, as }, { note: JSON.stringify(as) })
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'])
    for (const as of [{ 'x-none': '1' }, bearer('unknown')])
      await twins.ask(
        { method, path: `${inside}/configmaps/x`, as, ...(method === 'POST' ? { body: {} } : {}) },
        { note: JSON.stringify(as) },
      )
  for (const tampered of [
    (token) => token.slice(0, -4),
    (token) => `${token}x`,
    (token) => token.replace(/\.[^.]*\./, '.e30.'),
    (token) => `${token.split('.')[0]}..`,
  ])
    await twins.ask((side) => ({ path: '/apis', as: bearer(tampered(side.robot)) }), { note: 'a tampered token' })
}

/** One request in each form that a refusal can have. */
const forms = [
  ['GET', '/api/v1/namespaces'],
  ['GET', '/api/v1/namespaces/default'],
  ['GET', '/api/v1/nodes/n'],
  ['GET', '/api/v1/pods'],
  ['GET', '/api/v1/pods?watch=1'],
  ['GET', '/api/v1/namespaces/default/pods'],
  ['GET', '/api/v1/namespaces/default/pods?watch=1&fieldSelector=metadata.name=x'],
  ['GET', '/api/v1/namespaces/default/pods?fieldSelector=metadata.name=x'],
  ['GET', '/api/v1/namespaces/default/pods/x'],
  ['GET', '/api/v1/namespaces/default/pods/x/log'],
  ['GET', '/api/v1/namespaces/default/pods/x/exec?command=a'],
  ['POST', '/api/v1/namespaces/default/pods/x/exec?command=a'],
  ['POST', '/api/v1/namespaces/default/pods/x/portforward'],
  ['GET', '/api/v1/namespaces/default/pods/x/proxy/y'],
  ['POST', '/api/v1/namespaces/default/pods/x/eviction', {}],
  ['POST', '/api/v1/namespaces/default/pods/x/binding', {}],
  ['POST', '/api/v1/namespaces/default/pods', {}],
  ['PUT', '/api/v1/namespaces/default/pods/x', {}],
  ['PATCH', '/api/v1/namespaces/default/pods/x', {}],
  ['DELETE', '/api/v1/namespaces/default/pods/x'],
  ['DELETE', '/api/v1/namespaces/default/pods'],
  ['GET', '/apis/apps/v1/namespaces/default/deployments/x'],
  ['GET', '/apis/apps/v1/namespaces/default/deployments/x/scale'],
  ['PUT', '/apis/apps/v1/namespaces/default/deployments/x/status', {}],
  ['GET', '/apis/rbac.authorization.k8s.io/v1/clusterroles'],
  ['GET', '/apis/rbac.authorization.k8s.io/v1/clusterroles/x'],
  ['POST', '/apis/rbac.authorization.k8s.io/v1/clusterroles', {}],
  ['GET', '/apis/apps/v1/namespaces/nowhere/nothings/x'],
  ['GET', '/apis/none.example.com/v1/things'],
  ['GET', '/apis/none.example.com/v1/namespaces/default/things/x/y'],
  ['GET', '/metrics'],
  ['POST', '/metrics'],
  ['GET', '/logs'],
  ['GET', '/none/of/it'],
  ['GET', '/openapi/v3'],
  ['GET', '/api/v1'],
  ['GET', '/apis/apps'],
  ['GET', '/version'],
  ['GET', '/livez/ping'],
  ['GET', '/configz'],
  ['GET', '/debug/pprof'],
  [
    'POST',
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    { spec: { resourceAttributes: { verb: 'get', resource: 'pods' } } },
  ],
  ['POST', '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews', { spec: { namespace: 'default' } }],
  ['POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', { spec: { user: 'x' } }],
  ['POST', '/apis/authorization.k8s.io/v1/namespaces/default/localsubjectaccessreviews', { spec: { user: 'x' } }],
  ['POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', {}],
  ['POST', '/apis/authentication.k8s.io/v1/tokenreviews', { spec: { token: 'x' } }],
  ['POST', '/api/v1/namespaces/default/serviceaccounts/default/token', {}],
  ['PUT', '/api/v1/namespaces/default/finalize', {}],
  ['PUT', '/apis/certificates.k8s.io/v1/certificatesigningrequests/x/approval', {}],
]

async function refusals(twins, both) {
  const asker = (method, path, body) => ({
    method,
    path,
    body,
    headers: method === 'PATCH' ? { 'content-type': 'application/merge-patch+json' } : {},
  })
  for (const [method, path, body] of forms) {
    const asking = asker(method, path, body)
    await twins.ask({ ...asking, as: { ...asking.headers, 'x-none': '1' } }, { note: 'anonymous' })
    await twins.ask((side) => ({ ...asking, as: { ...asking.headers, ...bearer(side.robot) } }), {
      note: 'a ServiceAccount',
    })
    await twins.ask(
      { ...asking, headers: { ...asking.headers, 'impersonate-user': 'jane', 'impersonate-group': 'makers' } },
      { note: 'jane' },
    )
  }
  // Jane may look at things, and give no more than she has.
  const rbac = '/apis/rbac.authorization.k8s.io/v1'
  const subject = { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'jane' }
  const role = (name, rules) =>
    both({ method: 'POST', path: `${rbac}/namespaces/${namespace}/roles`, body: { metadata: { name }, rules } })
  await role('looker', [
    { apiGroups: [''], resources: ['pods', 'configmaps'], verbs: ['get', 'list', 'watch'] },
    { apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles', 'rolebindings'], verbs: ['*'] },
    { apiGroups: [''], resources: ['secrets'], resourceNames: ['one'], verbs: ['get', 'list', 'delete'] },
  ])
  await role('strong', [
    { apiGroups: ['', 'apps'], resources: ['*'], verbs: ['*'] },
    { apiGroups: ['x.y'], resources: ['as/b'], resourceNames: ['c', 'd'], verbs: ['get', 'use'] },
  ])
  await both({
    method: 'POST',
    path: `${rbac}/namespaces/${namespace}/rolebindings`,
    body: {
      metadata: { name: 'looks' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'looker' },
      subjects: [subject],
    },
  })
  const jane = { 'impersonate-user': 'jane' }
  const asked = [
    ['GET', `${inside}/secrets`],
    ['GET', `${inside}/secrets?fieldSelector=metadata.name=one`],
    ['GET', `${inside}/secrets?fieldSelector=metadata.name%3Done,metadata.namespace%3D${namespace}`],
    ['GET', `${inside}/secrets/one`],
    ['GET', `${inside}/secrets/two`],
    ['DELETE', `${inside}/secrets?fieldSelector=metadata.name=one`],
    ['GET', `${inside}/secrets?watch=1&fieldSelector=metadata.name=one`],
    ['GET', `${inside}/pods/x/log`],
    ['GET', `${inside}/pods`],
    ['GET', '/api/v1/pods'],
    [
      'POST',
      `${rbac}/namespaces/${namespace}/roles`,
      {
        metadata: { name: 'mine' },
        rules: [
          { apiGroups: [''], resources: ['pods', 'secrets'], verbs: ['get', 'create'] },
          { apiGroups: ['a', 'b'], resources: ['c', 'd'], verbs: ['e'] },
        ],
      },
    ],
    [
      'POST',
      `${rbac}/namespaces/${namespace}/roles`,
      { metadata: { name: 'mine2' }, rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] },
    ],
    [
      'POST',
      `${rbac}/namespaces/${namespace}/rolebindings`,
      {
        metadata: { name: 'b' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'strong' },
        subjects: [subject],
      },
    ],
    [
      'POST',
      `${rbac}/namespaces/${namespace}/rolebindings`,
      {
        metadata: { name: 'b' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'missing' },
        subjects: [subject],
      },
    ],
    [
      'POST',
      `${rbac}/namespaces/${namespace}/rolebindings`,
      {
        metadata: { name: 'b' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
        subjects: [subject],
      },
    ],
    [
      'POST',
      `${rbac}/namespaces/${namespace}/rolebindings`,
      {
        metadata: { name: 'b' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
        subjects: [subject],
      },
    ],
    ['POST', `${rbac}/clusterroles`, { metadata: { name: 'b' }, rules: [{ nonResourceURLs: ['/x'], verbs: ['get'] }] }],
  ]
  for (const [method, path, body] of asked)
    await twins.ask({ method, path, body, headers: jane, limit: 1500 }, { note: 'jane, who may look' })
  await twins.ask(
    {
      method: 'PATCH',
      path: `${rbac}/namespaces/${namespace}/roles/looker`,
      headers: { ...jane, 'content-type': 'application/json-patch+json' },
      body: [{ op: 'add', path: '/rules/-', value: { apiGroups: [''], resources: ['nodes'], verbs: ['get'] } }],
    },
    { note: 'jane' },
  )
}

async function impersonation(twins) {
  const asker = {
    method: 'POST',
    path: '/apis/authentication.k8s.io/v1/selfsubjectreviews',
    body: { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
  }
  const heads = [
    { 'impersonate-user': 'jane' },
    { 'impersonate-user': '' },
    { 'impersonate-user': 'jane', 'impersonate-group': ['a', 'b'] },
    { 'impersonate-user': 'jane', 'impersonate-group': 'system:authenticated' },
    { 'impersonate-user': 'jane', 'impersonate-group': 'system:unauthenticated' },
    { 'impersonate-group': 'a' },
    { 'impersonate-uid': '1' },
    { 'impersonate-extra-a': '1' },
    { 'impersonate-user': 'jane', 'impersonate-uid': '5' },
    { 'impersonate-user': 'jane', 'impersonate-uid': '' },
    { 'impersonate-user': 'jane', 'impersonate-extra-scopes': ['a', 'b'], 'impersonate-extra-Some%2fThing': 'x' },
    { 'impersonate-user': 'jane', 'impersonate-extra-': 'x' },
    { 'impersonate-user': 'jane', 'impersonate-extra-a%zz': 'x' },
    { 'impersonate-user': 'system:serviceaccount:default:default' },
    { 'impersonate-user': 'system:serviceaccount:default' },
    { 'impersonate-user': 'system:serviceaccount:default:default', 'impersonate-group': 'only' },
    { 'impersonate-user': 'system:anonymous' },
    { 'impersonate-user': 'system:node:n', 'impersonate-group': 'system:nodes' },
    { 'impersonate-user': 'x', 'impersonate-group': 'system:masters' },
    { 'impersonate-other': 'x', 'impersonate-user': 'jane' },
  ]
  for (const headers of heads) {
    await twins.ask({ ...asker, headers }, { note: JSON.stringify(headers) })
    await twins.ask(
      { ...asker, as: { ...json, 'content-length': JSON.stringify(asker.body).length, ...headers } },
      { note: `anonymous as ${JSON.stringify(headers)}` },
    )
    await twins.ask((side) => ({ ...asker, as: { ...bearer(side.robot), ...headers } }), {
      note: `robot as ${JSON.stringify(headers)}`,
    })
  }
}
