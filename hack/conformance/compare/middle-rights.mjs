/**
 * Who may act as whom, and give which rights: upstream's tests of (constrained) impersonation and of escalation, as dice throw them. Who asks has some of the rights that the ways need, and wants to be somebody.
 * SEED, ROUNDS; ONLY: impersonation, escalation, covered. No controllers on either side.
 */
import { dice } from './dice.mjs'
import { apart, grant, patchTypes, place } from './writing.mjs'

const rbac = '/apis/rbac.authorization.k8s.io/v1'
const authentication = 'authentication.k8s.io'
const parts = { impersonation, escalation, covered }
const both = (twins, asking) =>
  Promise.all(
    [twins.upstream, twins.operon].map((side) => side.ask(typeof asking === 'function' ? asking(side) : asking)),
  )

export default async function rights(twins) {
  twins.known.push(
    [/managedFields/, 'compared where writing is'],
    [/resourceRules|nonResourceRules/, 'rules of several roles come in no order'],
    [
      /^status: 400 \| 422|roleRef\.kind NotSupported/,
      'a ClusterRoleBinding to a Role is refused by what a namespace it lacks there',
    ],
    [/credential-id|serviceAccountToken|jti/, 'ids of their own'],
  )
  const name = apart('rights')
  const space = await place(twins, name)
  for (const part of (process.env.ONLY ?? Object.keys(parts).join()).split(','))
    await parts[part](twins, { name, space })
}

const bearer = (side) => ({ authorization: `Bearer ${side.robot}` })
const modes = ['associated-node', 'arbitrary-node', 'serviceaccount', 'user-info']

/** Rules of a role that a dice throws: parts of what the ways need. */
const possible = (namespace) =>
  [
    ...modes.flatMap((mode) => [
      { apiGroups: ['*'], resources: ['*'], verbs: [`impersonate-on:${mode}:list`] },
      { apiGroups: [''], resources: ['pods'], verbs: [`impersonate-on:${mode}:get`, `impersonate-on:${mode}:create`] },
      { apiGroups: [authentication], resources: ['*'], verbs: [`impersonate-on:${mode}:create`] },
      { nonResourceURLs: ['/readyz', '/healthz'], verbs: [`impersonate-on:${mode}:get`] },
    ]),
    { apiGroups: [authentication], resources: ['nodes'], verbs: ['impersonate:associated-node'] },
    { apiGroups: [authentication], resources: ['nodes'], resourceNames: ['*'], verbs: ['impersonate:associated-node'] },
    {
      apiGroups: [authentication],
      resources: ['nodes'],
      resourceNames: ['n1'],
      verbs: ['impersonate:associated-node', 'impersonate:arbitrary-node'],
    },
    { apiGroups: [authentication], resources: ['nodes'], verbs: ['impersonate:arbitrary-node'] },
    { apiGroups: [authentication], resources: ['serviceaccounts'], verbs: ['impersonate:serviceaccount'] },
    {
      apiGroups: [authentication],
      resources: ['serviceaccounts'],
      resourceNames: ['other'],
      verbs: ['impersonate:serviceaccount'],
    },
    { apiGroups: [''], resources: ['serviceaccounts'], verbs: ['impersonate:serviceaccount', 'impersonate'] },
    { apiGroups: [authentication], resources: ['users'], verbs: ['impersonate:user-info'] },
    {
      apiGroups: [authentication],
      resources: ['users'],
      resourceNames: ['jane', 'system:node:n1'],
      verbs: ['impersonate:user-info'],
    },
    { apiGroups: [authentication], resources: ['groups'], verbs: ['impersonate:user-info'] },
    { apiGroups: [authentication], resources: ['groups'], resourceNames: ['makers'], verbs: ['impersonate:user-info'] },
    { apiGroups: [authentication], resources: ['uids'], verbs: ['impersonate:user-info', 'impersonate'] },
    {
      apiGroups: [authentication],
      resources: ['userextras/a.b/scopes'],
      verbs: ['impersonate:user-info', 'impersonate'],
    },
    { apiGroups: [authentication], resources: ['userextras/scopes'], resourceNames: ['view'], verbs: ['impersonate'] },
    { apiGroups: [''], resources: ['users'], verbs: ['impersonate'] },
    { apiGroups: [''], resources: ['users'], resourceNames: ['jane'], verbs: ['impersonate'] },
    { apiGroups: [''], resources: ['groups'], verbs: ['impersonate'] },
    { apiGroups: [''], resources: ['groups'], resourceNames: ['makers', 'system:nodes'], verbs: ['impersonate'] },
    { apiGroups: ['', authentication], resources: ['users', 'groups', 'serviceaccounts', 'nodes'], verbs: ['*'] },
    { apiGroups: [''], resources: ['pods'], verbs: ['impersonate-on:user-info:*'] },
    void namespace,
  ].filter(Boolean)

const wanted = (namespace) => [
  { 'impersonate-user': 'jane' },
  { 'impersonate-user': 'joe' },
  { 'impersonate-user': 'jane', 'impersonate-group': 'makers' },
  { 'impersonate-user': 'jane', 'impersonate-group': ['makers', 'others'] },
  { 'impersonate-user': 'jane', 'impersonate-group': 'system:masters' },
  { 'impersonate-user': 'jane', 'impersonate-group': '' },
  { 'impersonate-user': 'jane', 'impersonate-uid': 'u' },
  { 'impersonate-user': 'jane', 'impersonate-extra-a.b%2Fscopes': 'view' },
  { 'impersonate-user': 'jane', 'impersonate-extra-scopes': 'view' },
  { 'impersonate-user': 'jane', 'impersonate-extra-scopes': ['view', 'edit'] },
  { 'impersonate-user': 'jane', 'impersonate-extra-a.b%2Fscopes': '' },
  { 'impersonate-user': 'system:node:n1' },
  { 'impersonate-user': 'system:node:n2' },
  { 'impersonate-user': 'system:node:' },
  { 'impersonate-user': 'system:node:N_1' },
  { 'impersonate-user': 'system:node:n1', 'impersonate-group': 'system:nodes' },
  { 'impersonate-user': 'system:node:n1', 'impersonate-uid': 'u' },
  { 'impersonate-user': `system:serviceaccount:${namespace}:other` },
  { 'impersonate-user': `system:serviceaccount:${namespace}:default`, 'impersonate-group': 'makers' },
  { 'impersonate-user': 'system:serviceaccount:default:other' },
  { 'impersonate-user': 'system:serviceaccount:Bad:other' },
  { 'impersonate-user': 'system:serviceaccount:a:b:c' },
  { 'impersonate-user': 'system:anonymous' },
  { 'impersonate-user': 'system:admin', 'impersonate-group': ['system:authenticated', 'makers'] },
  { 'impersonate-user': 'jane', 'impersonate-group': 'system:unauthenticated' },
]

const requests = (space) => [
  { method: 'POST', path: `/apis/${authentication}/v1/selfsubjectreviews`, body: {} },
  { path: `${space}/pods` },
  { path: `${space}/pods/none` },
  { path: '/readyz' },
  { path: `${space}/configmaps` },
]

async function impersonation(twins, { name, space }) {
  const roll = dice(Number(process.env.SEED ?? 1))
  await both(twins, {
    method: 'POST',
    path: `${space}/pods`,
    body: { metadata: { name: 'on-n1' }, spec: { nodeName: 'n1', containers: [{ name: 'c', image: 'i' }] } },
  })
  await both(twins, { method: 'POST', path: '/api/v1/nodes', body: { metadata: { name: 'n1' } } })
  for (let round = 0; round < Number(process.env.ROUNDS ?? 40); round++) {
    const account = `robot-${round}`
    await both(twins, { method: 'POST', path: `${space}/serviceaccounts`, body: { metadata: { name: account } } })
    const bound = roll.is(0.4)
    const pod = `p-${round}`
    if (bound)
      await both(twins, {
        method: 'POST',
        path: `${space}/pods`,
        body: {
          metadata: { name: pod },
          spec: { nodeName: 'n1', serviceAccountName: account, containers: [{ name: 'c', image: 'i' }] },
        },
      })
    for (const side of [twins.upstream, twins.operon]) {
      const spec = bound ? { boundObjectRef: { apiVersion: 'v1', kind: 'Pod', name: pod } } : {}
      const { json } = await side.ask({
        method: 'POST',
        path: `${space}/serviceaccounts/${account}/token`,
        body: { spec },
      })
      side.robot = json.status.token
    }
    const all = possible(name)
    const rules = [
      ...all.filter(() => roll.is(0.3)),
      ...(roll.is(0.3)
        ? [
            {
              apiGroups: ['*'],
              resources: ['*'],
              verbs: [
                'impersonate:user-info',
                'impersonate-on:user-info:list',
                'impersonate-on:user-info:get',
                'impersonate-on:user-info:create',
              ],
            },
          ]
        : []),
    ]
    await grant(twins, `${name}-${account}`, {
      rules,
      subject: { kind: 'ServiceAccount', name: account, namespace: name },
    })
    for (let asked = 0; asked < 12; asked++) {
      const asking = roll.one(requests(space))
      const headers = roll.one(wanted(name))
      const answers = await twins.ask(
        (side) => ({
          ...asking,
          as: {
            ...(asking.body ? { 'content-type': 'application/json', 'content-length': 2 } : {}),
            ...headers,
            ...bearer(side),
          },
        }),
        {
          note: `${JSON.stringify(headers)} ${bound ? 'on n1' : ''} ${JSON.stringify(rules)}`.slice(0, 2500),
        },
      )
      const [theirs, ours] = answers.map(({ status, json }) => (status === 403 ? json?.message : ''))
      twins.tell(`the sentence of ${asking.path} ${JSON.stringify(headers)}`, theirs, ours)
    }
  }
}

const groups = [[''], ['apps'], ['*'], ['', 'apps'], ['a', 'b']]
const resources = [
  ['pods'],
  ['pods', 'secrets'],
  ['*'],
  ['pods/log'],
  ['*/scale'],
  ['pods/*'],
  ['deployments/scale'],
  ['*/*'],
]
const verbs = [['get'], ['get', 'list'], ['*'], ['create'], ['escalate'], ['bind']]
const names = [undefined, [], ['one'], ['one', 'two'], ['*'], ['']]
const urls = [['/healthz'], ['/healthz/*'], ['*'], ['/*'], ['/a/b', '/a'], ['/a*']]

function ruleOf(roll, { cluster }) {
  if (cluster && roll.is(0.2)) return { nonResourceURLs: roll.one(urls), verbs: roll.one(verbs) }
  const resourceNames = roll.one(names)
  return {
    apiGroups: roll.one(groups),
    resources: roll.one(resources),
    verbs: roll.one(verbs),
    ...(resourceNames ? { resourceNames } : {}),
  }
}

/** Who manages roles has rules of their own, and gives others: whether each is held to what they have, in each way of writing. */
async function escalation(twins, { name }) {
  const roll = dice(Number(process.env.SEED ?? 1) + 1000)
  for (let round = 0; round < Number(process.env.ROUNDS ?? 40); round++) {
    const user = `manager-${round}`
    const extra = roll.one([[], [], [], ['escalate'], ['bind'], ['escalate', 'bind']])
    const own = Array.from({ length: 1 + roll.below(4) }, () => ruleOf(roll, { cluster: true }))
    const manages = {
      apiGroups: ['rbac.authorization.k8s.io'],
      resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'],
      verbs: ['get', 'create', 'update', 'patch', 'delete', ...extra],
    }
    await grant(twins, `${name}-${user}`, {
      rules: [manages, ...own],
      subject: { kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: user },
    })
    const headers = { 'impersonate-user': user }
    for (let given = 0; given < 6; given++) {
      const cluster = roll.is(0.5)
      const rules = Array.from({ length: 1 + roll.below(2) }, () =>
        roll.is(0.4) ? roll.one(own) : ruleOf(roll, { cluster }),
      ).filter((rule) => cluster || !rule.nonResourceURLs)
      const path = cluster ? `${rbac}/clusterroles` : `${rbac}/namespaces/${name}/roles`
      const called = `r-${round}-${given}`
      const note = `${JSON.stringify(own)} gives ${JSON.stringify(rules)} ${extra}`
      await twins.ask(
        { method: 'POST', path: `${path}?dryRun=All`, headers, body: { metadata: { name: called }, rules } },
        { note },
      )
      await both(twins, { method: 'POST', path, body: { metadata: { name: called }, rules } })
      await twins.ask(
        {
          method: 'PATCH',
          path: `${path}/${called}?dryRun=All`,
          headers: { ...headers, ...patchTypes.merge },
          body: { metadata: { labels: { a: 'b' } } },
        },
        { note },
      )
      await twins.ask(
        {
          method: 'PATCH',
          path: `${path}/${called}?dryRun=All`,
          headers: { ...headers, ...patchTypes.merge },
          body: { rules: [...rules, ruleOf(roll, { cluster: false })] },
        },
        { note },
      )
      await twins.ask(
        {
          method: 'PATCH',
          path: `${path}/${called}?dryRun=All&fieldManager=x&force=1`,
          headers: { ...headers, ...patchTypes.apply },
          body: {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: cluster ? 'ClusterRole' : 'Role',
            metadata: { name: called },
            rules: rules.slice(0, 1),
          },
        },
        { note },
      )
      const kind = cluster ? 'ClusterRole' : 'Role'
      const bind = (at, more = {}) => ({
        method: 'POST',
        path: `${at}?dryRun=All`,
        headers,
        body: {
          metadata: { name: called },
          roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name: called },
          subjects: [{ kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: 'x' }],
          ...more,
        },
      })
      await twins.ask(bind(`${rbac}/namespaces/${name}/rolebindings`), { note })
      await twins.ask(bind(`${rbac}/clusterrolebindings`), { note })
      if (cluster) {
        await twins.ask(
          {
            method: 'POST',
            path: `${path}?dryRun=All`,
            headers,
            body: {
              metadata: { name: `${called}-sum` },
              rules: [],
              aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] },
            },
          },
          { note },
        )
        await twins.ask(
          {
            method: 'PATCH',
            path: `${path}/${called}?dryRun=All`,
            headers: { ...headers, ...patchTypes.merge },
            body: { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] } },
          },
          { note },
        )
      }
    }
  }
}

/** What rules let through, as reviews tell it. */
async function covered(twins, { name, space }) {
  const roll = dice(Number(process.env.SEED ?? 1) + 2000)
  for (let round = 0; round < Number(process.env.ROUNDS ?? 40); round++) {
    const user = `user-${round}`
    const rules = Array.from({ length: 1 + roll.below(3) }, () => ruleOf(roll, { cluster: true }))
    await grant(twins, `${name}-${user}`, {
      rules,
      subject: { kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: user },
    })
    const note = JSON.stringify(rules)
    const ask = (spec) =>
      twins.ask(
        {
          method: 'POST',
          path: '/apis/authorization.k8s.io/v1/subjectaccessreviews',
          body: { spec: { user, ...spec } },
        },
        { note },
      )
    for (let asked = 0; asked < 8; asked++)
      await ask({
        resourceAttributes: {
          group: roll.one(['', 'apps', '*', 'a']),
          resource: roll.one(['pods', 'secrets', 'deployments', '*', '']),
          subresource: roll.one(['', '', 'log', 'scale', '*']),
          verb: roll.one(['get', 'list', 'create', '*', 'none']),
          ...roll.one([{}, { name: 'one' }, { name: 'two' }, { name: 'three' }, { name: '*' }]),
          ...roll.one([{}, { namespace: name }]),
        },
      })
    for (const path of ['/healthz', '/healthz/ping', '/a', '/a/b', '/ab', '/', '', '*', '/a/../b'])
      await ask({ nonResourceAttributes: { path, verb: roll.one(['get', 'post', '*']) } })
    await twins.ask(
      {
        method: 'POST',
        path: '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
        headers: { 'impersonate-user': user },
        body: { spec: { namespace: name } },
      },
      { note },
    )
  }
  void space
}
