/** The kinds that are asked by creating them, and the tokens of service accounts: what is refused, what is answered, what is in a token. */
const namespace = `reads-reviews-${Date.now() % 1000000}`
const inside = `/api/v1/namespaces/${namespace}`
const authorization = '/apis/authorization.k8s.io/v1'
const authentication = '/apis/authentication.k8s.io/v1'

export default async function reviews(twins) {
  twins.known.push(
    [/^body\.details\.kind: - \| /, 'refused reviews say their kind, which upstream forgets'],
    [/^body\.spec\.token: |serverAddress: /, 'tokens and addresses of their own'],
    [/^body\.status\.error: |username: "admin"/, 'what is wrong with a token is not told'],
    [/^body\.status\.allowed: false \| true/, "the paths of health are everybody's, of a user without groups too"],
    [/managedFields/, 'nobody owns the fields of what is not stored'],
    [/^body\.status\.(token|expirationTimestamp)/, 'tokens of their own'],
    [/credential-id/, 'ids of their own'],
    [/nonResourceRules|resourceRules/, 'rules of several roles come in no order'],
    [/RBAC: |reason: "RBAC/, 'roles of their own'],
  )
  const both = (asking) => Promise.all([twins.upstream, twins.operon].map((side) => side.ask(asking)))
  await both({ method: 'POST', path: '/api/v1/namespaces', body: { metadata: { name: namespace } } })
  await both({ method: 'POST', path: `${inside}/serviceaccounts`, body: { metadata: { name: 'robot' } } })
  await both({ method: 'POST', path: `${inside}/secrets`, body: { metadata: { name: 'kept' } } })
  await both({
    method: 'POST',
    path: `${inside}/pods`,
    body: { metadata: { name: 'pod' }, spec: { serviceAccountName: 'robot', containers: [{ name: 'a', image: 'i' }] } },
  })
  const ask = (path, body, note = '', query = '') =>
    twins.ask({ method: 'POST', path: `${path}${query}`, body }, { note })
  const resource = { verb: 'get', resource: 'pods', namespace: 'default' }
  const specs = [
    {},
    { user: 'x' },
    { user: 'x', resourceAttributes: resource },
    { user: 'x', nonResourceAttributes: { path: '/healthz', verb: 'get' } },
    { user: 'x', nonResourceAttributes: {} },
    { user: 'x', resourceAttributes: {} },
    { user: 'x', resourceAttributes: resource, nonResourceAttributes: { path: '/' } },
    { groups: ['system:masters'], resourceAttributes: resource },
    {
      groups: ['system:masters'],
      user: 'x',
      resourceAttributes: { ...resource, subresource: 'log', name: 'n', group: '*', version: '*' },
    },
    { resourceAttributes: resource },
    { user: 'x', uid: 'u', extra: { A: ['b'] }, resourceAttributes: resource },
    { user: 'system:serviceaccount:kube-system:default', groups: [], resourceAttributes: resource },
    { user: 'x', resourceAttributes: { ...resource, fieldSelector: { rawSelector: 'a=b' } } },
    {
      user: 'x',
      resourceAttributes: {
        ...resource,
        fieldSelector: { rawSelector: 'a=b', requirements: [{ key: 'a', operator: 'In', values: ['b'] }] },
      },
    },
    {
      user: 'x',
      resourceAttributes: { ...resource, labelSelector: { requirements: [{ key: '', operator: 'In', values: [] }] } },
    },
    {
      user: 'x',
      resourceAttributes: { ...resource, labelSelector: { requirements: [{ key: 'a', operator: 'Strange' }] } },
    },
    {
      user: 'x',
      resourceAttributes: {
        ...resource,
        labelSelector: { requirements: [{ key: 'a', operator: 'Exists', values: ['x'] }] },
      },
    },
    { user: 'x', resourceAttributes: { ...resource, fieldSelector: {} } },
    { user: 'x', resourceAttributes: { ...resource, labelSelector: { rawSelector: '((' } } },
  ]
  for (const spec of specs)
    for (const path of [
      `${authorization}/subjectaccessreviews`,
      `${authorization}/selfsubjectaccessreviews`,
      `${authorization}/namespaces/default/localsubjectaccessreviews`,
      `${authorization}/namespaces/${namespace}/localsubjectaccessreviews`,
    ])
      await ask(path, { spec, ...(path.includes('local') ? { metadata: { namespace: path.split('/')[5] } } : {}) })
  for (const more of ['?dryRun=All', '?dryRun=x', '?fieldValidation=Strict', '?fieldManager=a'])
    await ask(
      `${authorization}/selfsubjectaccessreviews`,
      { spec: { resourceAttributes: resource }, none: 1 },
      more,
      more,
    )
  for (const metadata of [{ name: 'x' }, { namespace: 'default' }, { labels: { a: 'b' } }, { generateName: 'x' }])
    for (const plural of ['subjectaccessreviews', 'selfsubjectaccessreviews'])
      await ask(
        `${authorization}/${plural}`,
        { metadata, spec: { user: 'x', resourceAttributes: resource } },
        'metadata',
      )
  for (const spec of [{}, { namespace: '' }, { namespace: 'default' }, { namespace: 'nowhere' }])
    await ask(`${authorization}/selfsubjectrulesreviews`, { spec })
  await ask(`${authentication}/selfsubjectreviews`, { metadata: { name: 'x' } })
  await ask(`${authentication}/selfsubjectreviews`, { spec: {} }, 'strict', '?fieldValidation=Strict')
  await tokens(twins, ask)
}

async function tokens(twins, ask) {
  const path = `${inside}/serviceaccounts/robot/token`
  const bound = (kind, name, more = {}) => ({ boundObjectRef: { kind, apiVersion: 'v1', name, ...more } })
  const specs = [
    undefined,
    {},
    { expirationSeconds: 600 },
    { expirationSeconds: 599 },
    { expirationSeconds: 0 },
    { expirationSeconds: -1 },
    { expirationSeconds: 4294967296 },
    { expirationSeconds: 4294967297 },
    { audiences: ['a', 'b'] },
    { audiences: [] },
    { audiences: [''] },
    bound('Pod', 'pod'),
    bound('Secret', 'kept'),
    bound('Node', 'none'),
    bound('Pod', 'none'),
    bound('Secret', 'none'),
    bound('ConfigMap', 'x'),
    bound('Pod', 'pod', { uid: 'x' }),
    bound('Pod', ''),
    bound('', 'pod'),
    bound('Pod', 'pod', { apiVersion: 'v2' }),
  ]
  for (const spec of specs)
    await ask(
      path,
      { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', ...(spec ? { spec } : {}) },
      'token',
    )
  await ask(`${inside}/serviceaccounts/none/token`, { spec: {} }, 'no account')
  for (const metadata of [{ name: 'other' }, { namespace: 'other' }, { uid: 'x' }, { name: 'robot' }])
    await ask(path, { metadata, spec: {} }, 'metadata')
  await ask(path, { apiVersion: 'v1', kind: 'Pod' }, 'kind')
  await ask(path, {}, 'dry run', '?dryRun=All')
  const sorted = (value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
        )
      : value
  const given = new Map()
  for (const spec of [
    { expirationSeconds: 3600 },
    bound('Pod', 'pod'),
    bound('Secret', 'kept'),
    { audiences: ['other'] },
  ])
    for (const side of [twins.upstream, twins.operon]) {
      const { json } = await side.ask({ method: 'POST', path, body: { spec } })
      given.set(side, [...(given.get(side) ?? []), json.status.token])
    }
  const plain = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
  const shown = (value) =>
    JSON.stringify(sorted(value), (key, each) => (/^(exp|iat|nbf|jti|uid|warnafter)$/.test(key) ? key : each))
  for (let nth = 0; nth < 4; nth++) {
    const [theirs, ours] = [twins.upstream, twins.operon].map((side) => shown(plain(given.get(side)[nth])))
    if (theirs !== ours) console.log(`claims of token ${nth}\n    ${theirs}\n    ${ours}`)
    const lives = [twins.upstream, twins.operon]
      .map((side) => plain(given.get(side)[nth]))
      .map(({ exp, iat, nbf }) => [exp - iat, nbf - iat])
    if (String(lives[0]) !== String(lives[1])) console.log(`lives of token ${nth}: ${lives.join(' | ')}`)
    const head = [twins.upstream, twins.operon].map((side) =>
      Object.keys(JSON.parse(Buffer.from(given.get(side)[nth].split('.')[0], 'base64url').toString())).join(),
    )
    if (head[0] !== head[1]) console.log(`head of token ${nth}: ${head.join(' | ')}`)
    for (const audiences of [
      undefined,
      ['https://kubernetes.default.svc.cluster.local'],
      ['other'],
      ['other', 'https://kubernetes.default.svc.cluster.local'],
      ['strange'],
    ])
      await twins.ask(
        (side) => ({
          method: 'POST',
          path: `${authentication}/tokenreviews`,
          body: { spec: { token: given.get(side)[nth], audiences } },
        }),
        { note: `token ${nth} for ${audiences}` },
      )
    await twins.ask((side) => ({ path: '/api', as: { authorization: `Bearer ${given.get(side)[nth]}` } }), {
      note: `token ${nth} used`,
    })
    await twins.ask(
      (side) => ({
        method: 'POST',
        path: `${authentication}/selfsubjectreviews`,
        body: {},
        as: {
          'content-type': 'application/json',
          'content-length': 2,
          authorization: `Bearer ${given.get(side)[nth]}`,
        },
      }),
      { note: `token ${nth} used` },
    )
  }
  for (const spec of [{}, { token: '' }, { token: 'x' }, { token: 'a.b.c' }, { audiences: ['x'] }])
    await ask(`${authentication}/tokenreviews`, { spec }, 'review')
  for (const gone of [`${inside}/pods/pod?gracePeriodSeconds=0`, `${inside}/secrets/kept`])
    await Promise.all([twins.upstream, twins.operon].map((side) => side.ask({ method: 'DELETE', path: gone })))
  await new Promise((resolve) => setTimeout(resolve, 500))
  for (const nth of [1, 2]) {
    await twins.ask(
      (side) => ({
        method: 'POST',
        path: `${authentication}/tokenreviews`,
        body: { spec: { token: given.get(side)[nth] } },
      }),
      { note: 'what it was bound to is gone' },
    )
    await twins.ask((side) => ({ path: '/api', as: { authorization: `Bearer ${given.get(side)[nth]}` } }), {
      note: 'what it was bound to is gone',
    })
  }
}
