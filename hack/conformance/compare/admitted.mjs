/** What admission and preparation make of pods, claims and nodes' tokens: keys of labels, Secrets that an account does not name, claims that grow, audiences that a node asks for. */
import { apart, patchTypes, place } from './writing.mjs'

const container = { name: 'c', image: 'i' }
const annotation = 'kubernetes.io/enforce-mountable-secrets'
const should = 'preferredDuringSchedulingIgnoredDuringExecution'
const must = 'requiredDuringSchedulingIgnoredDuringExecution'
const only = (process.env.ONLY ?? 'labelKeys,secrets,growth,audiences').split(',')

export default async function admitted(twins) {
  twins.known.push(
    [/^body\.status\.(token|expirationTimestamp): /, "each server's own"],
    [/managedFields/, 'compared where writing is'],
    [/^header warning: .*(labelSelector|deprecated|TokenInSecrets)/, 'warnings in our own words'],
    [/finalizers: /, 'protection of what is in use'],
  )
  const name = apart('admitted')
  const space = await place(twins, name)
  const post = (path, body, note) =>
    twins.ask({ method: 'POST', path, body }, { note: note ?? JSON.stringify(body).slice(0, 300) })
  const parts = { labelKeys, secrets, growth, audiences }
  for (const part of only) await parts[part](twins, { space, name, post })
}

async function labelKeys(_, { space, post }) {
  const labels = { h: '1', v: '2' }
  const selectors = [
    undefined,
    null,
    {},
    { matchLabels: { h: '1' } },
    { matchLabels: { x: 'y' }, matchExpressions: [{ key: 'h', operator: 'Exists' }] },
    { matchExpressions: [{ key: 'h', operator: 'In', values: ['1'] }] },
  ]
  const keys = [
    undefined,
    [],
    ['h'],
    ['h', 'v'],
    ['v', 'h', 'gone'],
    ['gone'],
    ['h', 'h'],
    ['a b'],
    [''],
    ['constructor'],
  ]
  for (const labelSelector of selectors)
    for (const matchLabelKeys of keys)
      for (const mismatchLabelKeys of matchLabelKeys?.[0] === 'v'
        ? [undefined]
        : [undefined, ['h'], ['v', 'gone', 'h']]) {
        const term = { topologyKey: 'z', labelSelector, matchLabelKeys, mismatchLabelKeys }
        const note = JSON.stringify(term)
        const made = async (spec, where) => {
          const body = { metadata: { name: 'a', labels }, spec: { containers: [container], ...spec } }
          await post(`${space}/pods?dryRun=All`, body, `${where} ${note}`)
          const deployment = {
            metadata: { name: 'a' },
            spec: { selector: { matchLabels: labels }, template: { ...body, metadata: { labels } } },
          }
          await post(
            `${space.replace('/api/v1', '/apis/apps/v1')}/deployments?dryRun=All`,
            deployment,
            `template ${where} ${note}`,
          )
        }
        await made({ affinity: { podAffinity: { [must]: [term] } } }, 'must')
        await made(
          { affinity: { podAntiAffinity: { [should]: [{ weight: 1, podAffinityTerm: term }] } } },
          'should not',
        )
        if (!mismatchLabelKeys) {
          const { mismatchLabelKeys: _none, ...constraint } = term
          await made(
            { topologySpreadConstraints: [{ maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule', ...constraint }] },
            'spread',
          )
        }
      }
  await post(
    `${space}/pods?dryRun=All`,
    {
      metadata: { name: 'a' },
      spec: {
        containers: [container],
        affinity: { podAffinity: { [must]: [{ topologyKey: 'z', labelSelector: {}, matchLabelKeys: ['h'] }] } },
      },
    },
    'no labels',
  )
}

async function secrets(twins, { space, post }) {
  for (const value of ['true', 'false', '1', 't', 'TRUE', 'True', 'tRUE', 'yes', '', '0', ' true'])
    await post(`${space}/serviceaccounts`, {
      metadata: { name: `a${Buffer.from(value).toString('hex')}`, annotations: { [annotation]: value } },
      secrets: [{ name: 'good' }],
      imagePullSecrets: [{ name: 'pull' }],
    })
  await post(`${space}/serviceaccounts`, { metadata: { name: 'plain' } })
  for (const [at, value] of [
    ['plain', 'true'],
    ['plain', 'false'],
    ['plain', null],
    ['plain', ''],
  ])
    await twins.ask({
      method: 'PATCH',
      path: `${space}/serviceaccounts/${at}?dryRun=All`,
      headers: patchTypes.merge,
      body: { metadata: { annotations: { [annotation]: value } } },
    })
  await twins.ask({
    method: 'PATCH',
    path: `${space}/serviceaccounts/a74727565`,
    headers: patchTypes.merge,
    body: { metadata: { labels: { a: 'b' } } },
  })
  const pods = (name) => [
    { volumes: [{ name: 'v', secret: { secretName: name } }] },
    { volumes: [{ name: 'v', projected: { sources: [{ secret: { name } }] } }] },
    { volumes: [{ name: 'v', csi: { driver: 'd', nodePublishSecretRef: { name } } }] },
    { containers: [{ ...container, env: [{ name: 'E', valueFrom: { secretKeyRef: { name, key: 'k' } } }] }] },
    {
      containers: [
        { ...container, env: [{ name: 'E', valueFrom: { secretKeyRef: { name, key: 'k', optional: true } } }] },
      ],
    },
    { containers: [{ ...container, envFrom: [{ secretRef: { name } }] }] },
    {
      initContainers: [
        { name: 'i', image: 'i', env: [{ name: 'E', valueFrom: { secretKeyRef: { name, key: 'k' } } }] },
      ],
    },
    { initContainers: [{ name: 'i', image: 'i', envFrom: [{ configMapRef: { name } }, { secretRef: { name } }] }] },
    { imagePullSecrets: [{ name }] },
    { imagePullSecrets: [{ name: 'pull' }, { name }] },
    { volumes: [{ name: 'v', secret: { secretName: name } }], imagePullSecrets: [{ name }] },
    { volumes: [{ name: 'v', secret: { secretName: name } }], containers: [] },
  ]
  for (const value of ['true', 'false', '1', 't', 'TRUE', 'True', 'tRUE', 'yes', '', '0', ' true'])
    for (const name of ['good', 'bad', 'pull'])
      for (const spec of value === 'true' ? pods(name) : pods(name).slice(0, 1))
        await post(`${space}/pods?dryRun=All`, {
          metadata: { name: 'p' },
          spec: {
            automountServiceAccountToken: false,
            serviceAccountName: `a${Buffer.from(value).toString('hex')}`,
            containers: [container],
            ...spec,
          },
        })
  const mirror = (spec) => ({
    metadata: { name: 'm', annotations: { 'kubernetes.io/config.mirror': 'x' } },
    spec: { nodeName: 'n', containers: [container], ...spec },
  })
  for (const spec of [
    {},
    { serviceAccountName: 'plain' },
    { volumes: [{ name: 'v', projected: { sources: [{ serviceAccountToken: { path: 'a' } }] } }] },
    ...pods('x').slice(0, -1),
  ])
    await post(`${space}/pods?dryRun=All`, mirror(spec))
  await post(`${space}/pods`, {
    metadata: { name: 'guested' },
    spec: { automountServiceAccountToken: false, serviceAccountName: 'a74727565', containers: [container] },
  })
  for (const name of ['good', 'bad'])
    for (const more of [
      { env: [{ name: 'E', valueFrom: { secretKeyRef: { name, key: 'k' } } }] },
      { envFrom: [{ secretRef: { name } }] },
    ])
      await twins.ask({
        method: 'PATCH',
        path: `${space}/pods/guested/ephemeralcontainers?dryRun=All`,
        headers: patchTypes.strategic,
        body: { spec: { ephemeralContainers: [{ name: 'g', image: 'i', ...more }] } },
      })
}

async function growth(twins, { space, name, post }) {
  const classes = '/apis/storage.k8s.io/v1/storageclasses'
  const named = (what) => `${name}-${what}`
  for (const [what, allowVolumeExpansion] of [
    ['yes', true],
    ['no', false],
    ['unsaid', undefined],
  ])
    await post(classes, { metadata: { name: named(what) }, provisioner: 'p', allowVolumeExpansion })
  const old = 'volume.beta.kubernetes.io/storage-class'
  const cases = [
    ['yes', { storageClassName: named('yes') }],
    ['no', { storageClassName: named('no') }],
    ['unsaid', { storageClassName: named('unsaid') }],
    ['gone', { storageClassName: named('gone') }],
    ['none', {}],
    ['empty', { storageClassName: '' }],
    ['old', {}, { [old]: named('yes') }],
    ['oldno', {}, { [old]: named('no') }],
    ['both', { storageClassName: named('no') }, { [old]: named('yes') }],
    ['moved', {}, { [old]: named('yes') }],
    ['emptyold', { storageClassName: named('yes') }, { [old]: '' }],
  ]
  for (const phase of ['Bound', 'Pending', 'Lost', undefined])
    for (const [of, spec, annotations] of cases) {
      const at = `${space}/persistentvolumeclaims/${of}${(phase ?? 'x').toLowerCase()}`
      const claim = {
        metadata: { name: at.split('/').pop(), annotations },
        spec: { accessModes: ['ReadWriteOnce'], volumeName: 'v', resources: { requests: { storage: '1Gi' } }, ...spec },
      }
      await post(`${space}/persistentvolumeclaims`, claim)
      const patch = (body, sub = '') =>
        twins.ask(
          { method: 'PATCH', path: at + sub, headers: patchTypes.merge, body },
          { note: `${phase} ${of} ${JSON.stringify(body)}` },
        )
      if (phase) await patch({ status: { phase, capacity: { storage: '1Gi' } } }, '/status')
      const size = (storage) => ({ spec: { resources: { requests: { storage } } } })
      for (const each of ['1024Mi', '2Gi', '512Mi', 'x', '-1', null]) await patch(size(each), '?dryRun=All')
      await patch({ ...size('3Gi'), metadata: { annotations: { [old]: named('yes') } } }, '?dryRun=All')
      await patch({ ...size('3Gi'), spec: { ...size('3Gi').spec, accessModes: ['ReadOnlyMany'] } }, '?dryRun=All')
      for (const storageClassName of [named('yes'), named('no'), null])
        for (const annotation of [null, named('yes'), named('no'), ''])
          await patch({ metadata: { annotations: { [old]: annotation } }, spec: { storageClassName } }, '?dryRun=All')
      await patch(size('2Gi'))
    }
}

async function audiences(twins, { space, name, post }) {
  const as = { 'impersonate-user': `system:node:${name}`, 'impersonate-group': 'system:nodes' }
  const account = `${space}/serviceaccounts/default`
  await post('/api/v1/nodes', { metadata: { name } })
  const drivers = '/apis/storage.k8s.io/v1/csidrivers'
  await post(drivers, {
    metadata: { name: `d.${name}` },
    spec: { tokenRequests: [{ audience: 'of-driver' }, { audience: '' }] },
  })
  await post(drivers, { metadata: { name: 'ebs.csi.aws.com' }, spec: { tokenRequests: [{ audience: 'of-cloud' }] } })
  const volume = (what, source) =>
    post('/api/v1/persistentvolumes', {
      metadata: { name: `${name}-${what}` },
      spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], storageClassName: 'x', ...source },
    })
  await volume('csi', { csi: { driver: `d.${name}`, volumeHandle: 'h' } })
  await volume('host', { hostPath: { path: '/x' } })
  await volume('cloud', { awsElasticBlockStore: { volumeID: 'vol-1' } })
  const claim = (of, volumeName) =>
    post(`${space}/persistentvolumeclaims`, {
      metadata: { name: of },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'x',
        volumeName,
        resources: { requests: { storage: '1Gi' } },
      },
    })
  for (const what of ['csi', 'host', 'cloud', 'nowhere']) await claim(what, `${name}-${what}`)
  await claim('unbound', undefined)
  await claim('ephemeral-v', `${name}-csi`)
  const token = (audience) => ({
    name: `t${audience}`,
    projected: { sources: [{ serviceAccountToken: { path: 'p', audience } }] },
  })
  const of = (claimName) => ({ name: 'v', persistentVolumeClaim: { claimName } })
  const template = { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }
  const pods = {
    bare: [],
    plain: [token(undefined)],
    named: [token('mine')],
    driver: [{ name: 'v', csi: { driver: `d.${name}` } }],
    nodriver: [{ name: 'v', csi: { driver: 'not.there' } }],
    csi: [of('csi')],
    host: [of('host')],
    cloud: [of('cloud')],
    nowhere: [of('nowhere')],
    unbound: [of('unbound')],
    noclaim: [of('none')],
    late: [of('none'), token('mine')],
    ephemeral: [{ name: 'v', ephemeral: { volumeClaimTemplate: template } }],
    inline: [{ name: 'v', awsElasticBlockStore: { volumeID: 'vol-1' } }],
  }
  const uids = new Map()
  for (const [pod, volumes] of Object.entries(pods)) {
    const body = {
      metadata: { name: pod },
      spec: { nodeName: name, automountServiceAccountToken: false, containers: [container], volumes },
    }
    await post(`${space}/pods`, body)
    const uid = async (side) => (await side.ask({ path: `${space}/pods/${pod}` })).json?.metadata?.uid
    uids.set(
      pod,
      new Map([
        [twins.upstream, await uid(twins.upstream)],
        [twins.operon, await uid(twins.operon)],
      ]),
    )
  }
  const rules = [
    {
      apiGroups: [''],
      resources: ['allowed'],
      verbs: ['request-serviceaccounts-token-audience'],
      resourceNames: ['default'],
    },
  ]
  await post('/apis/rbac.authorization.k8s.io/v1/clusterroles', { metadata: { name }, rules })
  await post('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ kind: 'Group', name: 'system:nodes', apiGroup: 'rbac.authorization.k8s.io' }],
  })
  for (const role of ['token'])
    await post('/apis/rbac.authorization.k8s.io/v1/clusterroles', {
      metadata: { name: `${name}-${role}` },
      rules: [{ apiGroups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] }],
    })
  await post('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
    metadata: { name: `${name}-token` },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: `${name}-token` },
    subjects: [{ kind: 'Group', name: 'system:nodes', apiGroup: 'rbac.authorization.k8s.io' }],
  })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  for (const pod of Object.keys(pods))
    for (const asked of [
      undefined,
      [],
      [''],
      ['mine'],
      ['of-driver'],
      ['of-cloud'],
      ['zz'],
      ['allowed'],
      ['mine', 'of-driver'],
      ['https://kubernetes.default.svc.cluster.local'],
    ])
      await twins.ask(
        (side) => ({
          method: 'POST',
          path: `${account}/token`,
          headers: as,
          body: {
            apiVersion: 'authentication.k8s.io/v1',
            kind: 'TokenRequest',
            spec: {
              audiences: asked,
              boundObjectRef: { apiVersion: 'v1', kind: 'Pod', name: pod, uid: uids.get(pod).get(side) },
            },
          },
        }),
        { note: `${pod} ${JSON.stringify(asked)}` },
      )
}
