/**
 * What a node may do, as upstream's tests of NodeRestriction and of the certificates' plugins have it: every deed on pods of its own, of another's and of none; nodes, leases, claims, tokens, certificates.
 * Upstream with `--enable-admission-plugins=NodeRestriction`, no controllers. Nodes are bound to cluster-admin on both sides, so that admission alone decides.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { apart, grant, patchTypes, place, remember } from './writing.mjs'

const me = 'node-me'
const other = 'node-other'
const asNode = { 'impersonate-user': `system:node:${me}`, 'impersonate-group': 'system:nodes' }
const parts = { pods, referring, owners, nodes, others, tokens, claims, certificates, signing }
const rbac = '/apis/rbac.authorization.k8s.io/v1'

export default async function middleNodes(twins) {
  twins.known.push(
    [/managedFields/, 'compared where writing is'],
    [/^body\.status\.(token|expirationTimestamp): /, "each server's own"],
    [/finalizers: \["kubernetes.io/, 'nobody here would take it off'],
    [/^body\.metadata\.name: "x/, 'made'],
  )
  const name = apart('nodes')
  const space = await place(twins, name)
  await both(twins, {
    method: 'POST',
    path: `${rbac}/clusterrolebindings`,
    body: {
      metadata: { name: 'nodes-all' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'Group', apiGroup: 'rbac.authorization.k8s.io', name: 'system:nodes' }],
    },
  })
  for (const node of [me, other])
    await both(twins, { method: 'POST', path: '/api/v1/nodes', body: { metadata: { name: node } } })
  for (const part of (process.env.ONLY ?? Object.keys(parts).join()).split(','))
    await parts[part](twins, { name, space })
}

const both = (twins, asking) =>
  Promise.all(
    [twins.upstream, twins.operon].map((side) => side.ask(typeof asking === 'function' ? asking(side) : asking)),
  )
/** As the node. `asking` may be of a side. */
const node = (twins, asking, note = '') =>
  twins.ask(
    (side) => ({
      ...(typeof asking === 'function' ? asking(side) : asking),
      headers: { ...(typeof asking === 'function' ? asking(side) : asking).headers, ...asNode },
    }),
    { note },
  )

const container = { name: 'c', image: 'i' }
const places = { self: me, another: other, none: undefined }
let count = 0

const mirror = (uid) => ({
  annotations: { 'kubernetes.io/config.mirror': 'x' },
  ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: me, uid, controller: true }],
})

async function uidOf(twins, path) {
  const seen = await remember(twins, path)
  return (side) => seen(side)?.metadata?.uid
}

async function pods(twins, { space }) {
  const uid = await uidOf(twins, `/api/v1/nodes/${me}`)
  for (const isMirror of [true, false])
    for (const [where, nodeName] of Object.entries(places)) {
      const note = `${isMirror ? 'mirror' : 'normal'} ${where}`
      const body = (side, called, more = {}) => ({
        metadata: { name: called, labels: { a: 'b' }, ...(isMirror ? mirror(uid(side)) : {}) },
        spec: {
          containers: [container],
          automountServiceAccountToken: false,
          ...(isMirror ? { serviceAccountName: '' } : {}),
          ...(nodeName ? { nodeName } : {}),
          ...more,
        },
      })
      const made = `n-${++count}`
      await node(twins, (side) => ({ method: 'POST', path: `${space}/pods`, body: body(side, made) }), `${note} create`)
      const at = `${space}/pods/p-${++count}`
      const called = at.split('/').at(-1)
      const fresh = () => both(twins, (side) => ({ method: 'POST', path: `${space}/pods`, body: body(side, called) }))
      await fresh()
      const stands = await remember(twins, at)
      const changed = (side, metadata, status) => ({
        ...stands(side),
        metadata: { ...stands(side).metadata, ...metadata },
        ...(status ? { status } : {}),
      })
      for (const [what, asking] of Object.entries({
        update: (side) => ({ method: 'PUT', path: at, body: changed(side, { labels: { c: 'd' } }) }),
        'update nothing': (side) => ({ method: 'PUT', path: at, body: stands(side) }),
        patch: {
          method: 'PATCH',
          path: at,
          headers: patchTypes.merge,
          body: { metadata: { annotations: { x: 'y' } } },
        },
        'dry patch': {
          method: 'PATCH',
          path: `${at}?dryRun=All`,
          headers: patchTypes.strategic,
          body: { metadata: { annotations: { x: 'y' } } },
        },
        'create status': (side) => ({ method: 'POST', path: `${at}/status`, body: stands(side) }),
        'delete status': { method: 'DELETE', path: `${at}/status` },
        'labels by status': (side) => ({
          method: 'PUT',
          path: `${at}/status`,
          body: changed(side, { labels: { a: 'c' } }),
        }),
        'more labels by status': {
          method: 'PATCH',
          path: `${at}/status`,
          headers: patchTypes.merge,
          body: { metadata: { labels: { z: '1' } } },
        },
        'no labels by status': {
          method: 'PATCH',
          path: `${at}/status`,
          headers: patchTypes.merge,
          body: { metadata: { labels: null } },
        },
        status: {
          method: 'PATCH',
          path: `${at}/status`,
          headers: patchTypes.strategic,
          body: { status: { phase: 'Running', message: 'm' } },
        },
        'applied status': {
          method: 'PATCH',
          path: `${at}/status?fieldManager=k`,
          headers: patchTypes.apply,
          body: { apiVersion: 'v1', kind: 'Pod', metadata: { name: called }, status: { reason: 'r' } },
        },
        'extended claims': {
          method: 'PATCH',
          path: `${at}/status`,
          headers: patchTypes.merge,
          body: {
            status: {
              extendedResourceClaimStatus: {
                resourceClaimName: 'x',
                requestMappings: [{ containerName: 'c', resourceName: 'a.b/c', requestName: 'r' }],
              },
            },
          },
        },
        claims: {
          method: 'PATCH',
          path: `${at}/status`,
          headers: patchTypes.merge,
          body: { status: { resourceClaimStatuses: [{ name: 'x', resourceClaimName: 'y' }] } },
        },
        nominated: {
          method: 'PATCH',
          path: `${at}/status`,
          headers: patchTypes.merge,
          body: { status: { nominatedNodeName: other } },
        },
        resize: {
          method: 'PATCH',
          path: `${at}/resize`,
          headers: patchTypes.strategic,
          body: { spec: { containers: [{ name: 'c', resources: { limits: { cpu: '1' } } }] } },
        },
        ephemeral: {
          method: 'PATCH',
          path: `${at}/ephemeralcontainers`,
          headers: patchTypes.strategic,
          body: { spec: { ephemeralContainers: [{ name: 'e', image: 'i', terminationMessagePolicy: 'File' }] } },
        },
        bind: { method: 'POST', path: `${at}/binding`, body: { target: { kind: 'Node', name: me } } },
        binding: {
          method: 'POST',
          path: `${space}/bindings`,
          body: { metadata: { name: called }, target: { kind: 'Node', name: me } },
        },
        read: { path: at },
        log: { path: `${at}/log` },
        'dry eviction': {
          method: 'POST',
          path: `${at}/eviction?dryRun=All`,
          body: { kind: 'Eviction', apiVersion: 'policy/v1', metadata: { name: called } },
        },
        'unnamed dry eviction': {
          method: 'POST',
          path: `${at}/eviction?dryRun=All`,
          body: { kind: 'Eviction', apiVersion: 'policy/v1' },
        },
        'misnamed eviction': {
          method: 'POST',
          path: `${at}/eviction?dryRun=All`,
          body: { kind: 'Eviction', apiVersion: 'policy/v1', metadata: { name: 'none' } },
        },
        eviction: {
          method: 'POST',
          path: `${at}/eviction`,
          body: { kind: 'Eviction', apiVersion: 'policy/v1', metadata: { name: called } },
        },
        collection: { method: 'DELETE', path: `${space}/pods?fieldSelector=metadata.name%3D${called}` },
        delete: { method: 'DELETE', path: at, body: { gracePeriodSeconds: 0 } },
        'delete again': { method: 'DELETE', path: at, body: { gracePeriodSeconds: 0 } },
      })) {
        await node(twins, asking, `${note} ${what}`)
        if (what === 'eviction' || what === 'collection') await fresh()
      }
      await both(twins, { method: 'DELETE', path: at, body: { gracePeriodSeconds: 0 } })
      await both(twins, { method: 'DELETE', path: `${space}/pods/${made}`, body: { gracePeriodSeconds: 0 } })
    }
  for (const asking of [
    { method: 'DELETE', path: `${space}/pods/none` },
    {
      method: 'POST',
      path: `${space}/pods/none/eviction`,
      body: { kind: 'Eviction', apiVersion: 'policy/v1', metadata: { name: 'none' } },
    },
    { method: 'PATCH', path: `${space}/pods/none/status`, headers: patchTypes.merge, body: {} },
  ])
    await node(twins, asking, 'of nothing')
}

/** Mirror pods that refer to what the API holds. */
async function referring(twins, { space }) {
  const uid = await uidOf(twins, `/api/v1/nodes/${me}`)
  await both(twins, { method: 'POST', path: `${space}/secrets`, body: { metadata: { name: 's' } } })
  const volumes = (volume) => ({ volumes: [{ name: 'v', ...volume }] })
  for (const more of [
    {},
    { serviceAccountName: 'default' },
    { serviceAccount: 'default' },
    { automountServiceAccountToken: true },
    volumes({ secret: { secretName: 's' } }),
    volumes({ configMap: { name: 'c' } }),
    volumes({ persistentVolumeClaim: { claimName: 'c' } }),
    volumes({ emptyDir: {} }),
    volumes({ hostPath: { path: '/a' } }),
    volumes({ downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'metadata.name' } }] } }),
    volumes({ projected: { sources: [{ secret: { name: 's' } }] } }),
    volumes({ projected: { sources: [{ configMap: { name: 's' } }] } }),
    volumes({ projected: { sources: [{ serviceAccountToken: { path: 't' } }] } }),
    volumes({ projected: { sources: [{ downwardAPI: { items: [] } }] } }),
    volumes({ projected: { sources: [{ clusterTrustBundle: { name: 'x', path: 'p' } }] } }),
    volumes({ csi: { driver: 'a.b', nodePublishSecretRef: { name: 's' } } }),
    volumes({ csi: { driver: 'a.b' } }),
    volumes({
      ephemeral: {
        volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1' } } } },
      },
    }),
    { containers: [{ ...container, env: [{ name: 'e', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }] }] },
    { containers: [{ ...container, envFrom: [{ configMapRef: { name: 's' } }] }] },
    {
      initContainers: [
        { ...container, name: 'i', env: [{ name: 'e', valueFrom: { configMapKeyRef: { name: 's', key: 'k' } } }] },
      ],
    },
    { imagePullSecrets: [{ name: 's' }] },
    { resourceClaims: [{ name: 'r', resourceClaimName: 'x' }] },
    { resourceClaims: [{ name: 'r', resourceClaimTemplateName: 'x' }] },
    { ephemeralContainers: [{ name: 'e', image: 'i' }] },
    { priorityClassName: 'system-node-critical' },
    { runtimeClassName: 'none' },
    { tolerations: [{ operator: 'Exists' }] },
    { hostNetwork: true },
  ])
    for (const by of [node, (given, asking, note) => given.ask(asking, { note: `admin ${note}` })])
      await by(
        twins,
        (side) => ({
          method: 'POST',
          path: `${space}/pods?dryRun=All`,
          body: {
            metadata: { name: `r-${count}`, ...mirror(uid(side)) },
            spec: { nodeName: me, containers: [container], ...more },
          },
        }),
        JSON.stringify(more),
      )
}

/** Whom a mirror pod says to belong to. */
async function owners(twins, { space }) {
  const uid = await uidOf(twins, `/api/v1/nodes/${me}`)
  const othersUid = await uidOf(twins, `/api/v1/nodes/${other}`)
  const right = (side) => mirror(uid(side)).ownerReferences[0]
  for (const [what, of] of Object.entries({
    none: () => undefined,
    right: (side) => [right(side)],
    twice: (side) => [right(side), { ...right(side), uid: 'x' }],
    name: (side) => [{ ...right(side), name: other }],
    uid: (side) => [{ ...right(side), uid: 'x' }],
    other: (side) => [{ ...right(side), name: other, uid: othersUid(side) }],
    unknown: (side) => [{ ...right(side), name: 'unknown' }],
    version: (side) => [{ ...right(side), apiVersion: 'v2' }],
    kind: (side) => [{ ...right(side), kind: 'Pod' }],
    'no controller': (side) => [{ ...right(side), controller: undefined }],
    'false controller': (side) => [{ ...right(side), controller: false }],
    blocking: (side) => [{ ...right(side), blockOwnerDeletion: true }],
    'not blocking': (side) => [{ ...right(side), blockOwnerDeletion: false }],
  }))
    await node(
      twins,
      (side) => ({
        method: 'POST',
        path: `${space}/pods?dryRun=All`,
        body: {
          metadata: { name: 'owned', annotations: { 'kubernetes.io/config.mirror': 'x' }, ownerReferences: of(side) },
          spec: { nodeName: me, containers: [container] },
        },
      }),
      what,
    )
}

const labels = {
  'kubernetes.io/hostname': 'h',
  'node.kubernetes.io/exclude-from-external-load-balancers': 'x',
  'topology.kubernetes.io/zone': 'z',
  'topology.kubernetes.io/region': 'z',
  'failure-domain.beta.kubernetes.io/zone': 'z',
  'failure-domain.beta.kubernetes.io/region': 'z',
  'kubernetes.io/arch': 'a',
  'kubernetes.io/os': 'a',
  'beta.kubernetes.io/arch': 'a',
  'beta.kubernetes.io/os': 'a',
  'beta.kubernetes.io/instance-type': 'a',
  'node.kubernetes.io/instance-type': 'a',
  'node.kubernetes.io/anything': 'a',
  'kubelet.kubernetes.io/anything': 'a',
  'foo.kubelet.kubernetes.io/bar': 'a',
  'foo.node.kubernetes.io/bar': 'a',
  'node-restriction.kubernetes.io/x': 'a',
  'foo.node-restriction.kubernetes.io/x': 'a',
  'node-role.kubernetes.io/master': '',
  'kubernetes.io/anything': 'a',
  'other.kubernetes.io/anything': 'a',
  'k8s.io/anything': 'a',
  'other.k8s.io/anything': 'a',
  'example.com/anything': 'a',
  plain: 'a',
  'topology.k8s.io/zone': 'a',
}

async function nodes(twins) {
  const path = '/api/v1/nodes'
  const create = (metadata, spec, note) =>
    node(twins, { method: 'POST', path: `${path}?dryRun=All`, body: { metadata, spec } }, note)
  await both(twins, { method: 'DELETE', path: `${path}/${me}` })
  await create({ name: me }, undefined, 'of its own')
  await create({ name: 'node-third' }, undefined, 'of another')
  await create({}, undefined, 'without a name')
  await create({ generateName: me }, undefined, 'made')
  await create({ name: me }, { taints: [{ key: 'a', effect: 'NoSchedule' }] }, 'taints')
  await create(
    { name: me },
    { configSource: { configMap: { name: 'a', namespace: 'b', kubeletConfigKey: 'c' } } },
    'configSource',
  )
  await create({ name: me }, { providerID: 'x', unschedulable: true, podCIDR: '10.0.0.0/24' }, 'spec')
  await create(
    { name: me, ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'x', uid: 'y' }] },
    undefined,
    'owner',
  )
  for (const [key, value] of Object.entries(labels))
    await create({ name: me, labels: { [key]: value } }, undefined, key)
  await create({ name: me, labels }, undefined, 'all')
  await both(twins, { method: 'POST', path, body: { metadata: { name: me } } })
  const patch = (at, body, note) =>
    node(twins, { method: 'PATCH', path: `${path}/${at}?dryRun=All`, headers: patchTypes.merge, body }, note)
  for (const at of [me, `${me}/status`, other, `${other}/status`, 'none', 'none/status']) {
    for (const [key, value] of Object.entries(labels)) await patch(at, { metadata: { labels: { [key]: value } } }, key)
    for (const body of [
      {},
      { spec: { taints: [{ key: 'a', effect: 'NoSchedule' }] } },
      { spec: { unschedulable: true } },
      { spec: { configSource: { configMap: { name: 'a', namespace: 'b', kubeletConfigKey: 'c' } } } },
      { metadata: { annotations: { a: 'b' } } },
      { metadata: { ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'x', uid: 'y' }] } },
      { metadata: { finalizers: ['a.b/c'] } },
      { status: { capacity: { cpu: '1' } } },
      { status: { conditions: [{ type: 'Ready', status: 'True' }] } },
      { status: { addresses: [{ type: 'Hostname', address: 'x' }] } },
      { status: { declaredFeatures: ['A'] } },
    ])
      await patch(at, body, JSON.stringify(body))
  }
  const all = { ...labels }
  const set = (body) => both(twins, { method: 'PATCH', path: `${path}/${me}`, headers: patchTypes.merge, body })
  await set({
    metadata: { labels: all, ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'x', uid: 'y' }] },
    spec: { taints: [{ key: 'a', effect: 'NoSchedule' }] },
  })
  for (const key of Object.keys(labels)) {
    await patch(me, { metadata: { labels: { [key]: 'changed' } } }, `changed ${key}`)
    await patch(me, { metadata: { labels: { [key]: null } } }, `gone ${key}`)
  }
  await patch(me, { spec: { taints: null } }, 'no taints')
  await patch(me, { spec: { taints: [{ key: 'a', effect: 'NoExecute' }] } }, 'other taints')
  await patch(me, { metadata: { ownerReferences: null } }, 'no owner')
  await patch(
    me,
    { metadata: { ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'x', uid: 'z' }] } },
    'another owner',
  )
  await set({
    metadata: { labels: Object.fromEntries(Object.keys(all).map((key) => [key, null])), ownerReferences: null },
    spec: { taints: null },
  })
  await node(twins, { method: 'DELETE', path: `${path}/${other}` }, 'another')
  await node(twins, { method: 'DELETE', path: `${path}?labelSelector=none` }, 'collection')
  await node(twins, { method: 'DELETE', path: `${path}/${me}?dryRun=All` }, 'its own')
}

async function others(twins, { space, name }) {
  const leases = (at) => `/apis/coordination.k8s.io/v1/namespaces/${at}/leases`
  await both(twins, { method: 'POST', path: '/api/v1/namespaces', body: { metadata: { name: 'kube-node-lease' } } })
  for (const at of [name, 'kube-node-lease'])
    for (const called of [me, other]) {
      const path = leases(at)
      await node(twins, {
        method: 'POST',
        path,
        body: { metadata: { name: called }, spec: { holderIdentity: called } },
      })
      await both(twins, { method: 'POST', path, body: { metadata: { name: called } } })
      await node(twins, {
        method: 'PATCH',
        path: `${path}/${called}`,
        headers: patchTypes.merge,
        body: { spec: { holderIdentity: 'x' } },
      })
      await node(twins, { path: `${path}/${called}` })
      await node(twins, { path })
      await node(twins, { method: 'DELETE', path: `${path}/${called}` })
      await node(
        twins,
        { method: 'PUT', path: `${path}/${called}`, body: { metadata: { name: called } } },
        'created by an update',
      )
      await node(twins, { method: 'DELETE', path: `${path}?fieldSelector=metadata.name%3D${called}` })
    }
  const cluster = [
    ['/apis/storage.k8s.io/v1/csinodes', { spec: { drivers: [] } }],
    [
      '/apis/resource.k8s.io/v1/resourceslices',
      { spec: { driver: 'a.b', nodeName: me, pool: { name: 'p', generation: 1, resourceSliceCount: 1 } } },
    ],
    [
      '/apis/resource.k8s.io/v1/resourceslices',
      { spec: { driver: 'a.b', nodeName: other, pool: { name: 'p', generation: 1, resourceSliceCount: 1 } } },
    ],
    [
      '/apis/resource.k8s.io/v1/resourceslices',
      { spec: { driver: 'a.b', allNodes: true, pool: { name: 'p', generation: 1, resourceSliceCount: 1 } } },
    ],
    ['/apis/storage.k8s.io/v1/storageclasses', { provisioner: 'a.b' }],
    ['/api/v1/namespaces', {}],
  ]
  for (const [path, body] of cluster)
    for (const called of [me, other]) {
      await both(twins, { method: 'DELETE', path: `${path}/${called}` })
      await node(twins, { method: 'POST', path, body: { metadata: { name: called }, ...body } })
      await both(twins, { method: 'POST', path, body: { metadata: { name: called }, ...body } })
      await node(twins, {
        method: 'PATCH',
        path: `${path}/${called}`,
        headers: patchTypes.merge,
        body: { metadata: { labels: { a: 'b' } } },
      })
      await node(twins, { path: `${path}/${called}` })
      await node(twins, { path: `${path}?fieldSelector=metadata.name%3D${called}` })
      await node(twins, { method: 'DELETE', path: `${path}/${called}` })
      await both(twins, { method: 'DELETE', path: `${path}/${called}` })
    }
  for (const asking of [
    { method: 'POST', path: `${space}/configmaps`, body: { metadata: { name: 'x' } } },
    {
      method: 'POST',
      path: `${space}/events`,
      body: { metadata: { name: 'e' }, involvedObject: { namespace: name }, source: { host: other } },
    },
    { method: 'POST', path: `${space}/serviceaccounts`, body: { metadata: { name: 'x' } } },
    { method: 'POST', path: `${space}/services`, body: { metadata: { name: 'x' }, spec: { clusterIP: 'None' } } },
    { path: `${space}/secrets` },
    { path: '/apis/resource.k8s.io/v1/resourceslices?fieldSelector=spec.nodeName%3Dnode-other' },
  ])
    await node(twins, asking)
}

async function tokens(twins, { space }) {
  const path = `${space}/serviceaccounts/default/token`
  const pod = async (called, spec) => {
    await both(twins, {
      method: 'POST',
      path: `${space}/pods`,
      body: { metadata: { name: called }, spec: { containers: [container], serviceAccountName: 'default', ...spec } },
    })
    return uidOf(twins, `${space}/pods/${called}`)
  }
  const volume = (audience) => ({
    volumes: [
      {
        name: 't',
        projected: {
          sources: [{ serviceAccountToken: { path: 't', ...(audience === undefined ? {} : { audience }) } }],
        },
      },
    ],
  })
  const mine = await pod('t-mine', { nodeName: me, ...volume('vault') })
  const theirs = await pod('t-theirs', { nodeName: other, ...volume('vault') })
  const loose = await pod('t-loose', volume('vault'))
  const bare = await pod('t-bare', { nodeName: me, automountServiceAccountToken: false })
  const elsewhere = await pod('t-empty', { nodeName: me, ...volume('') })
  const pods = {
    't-mine': mine,
    't-theirs': theirs,
    't-loose': loose,
    't-bare': bare,
    't-empty': elsewhere,
    't-none': () => 'x',
  }
  const audiences = [
    undefined,
    [],
    [''],
    ['vault'],
    ['other'],
    ['vault', 'other'],
    ['https://kubernetes.default.svc.cluster.local'],
  ]
  for (const list of audiences) {
    const spec = list ? { audiences: list } : {}
    await node(twins, { method: 'POST', path, body: { spec } }, 'unbound')
    for (const [called, uid] of Object.entries(pods))
      for (const stated of [true, false])
        await node(
          twins,
          (side) => ({
            method: 'POST',
            path,
            body: {
              spec: {
                ...spec,
                boundObjectRef: { kind: 'Pod', apiVersion: 'v1', name: called, ...(stated ? { uid: uid(side) } : {}) },
              },
            },
          }),
          `${called} ${JSON.stringify(list)} ${stated}`,
        )
  }
  for (const boundObjectRef of [
    { kind: 'Secret', apiVersion: 'v1', name: 's', uid: 'x' },
    { kind: 'Node', apiVersion: 'v1', name: me },
    { kind: 'Pod', apiVersion: 'v2', name: 't-mine', uid: 'x' },
    { kind: 'Pod', name: 't-mine', uid: 'x' },
    { kind: 'Pod', apiVersion: 'v1', uid: 'x' },
    {},
  ])
    await node(twins, { method: 'POST', path, body: { spec: { boundObjectRef } } })
  for (const called of ['t-mine', 't-theirs', 't-loose', 't-bare', 't-empty'])
    await both(twins, { method: 'DELETE', path: `${space}/pods/${called}`, body: { gracePeriodSeconds: 0 } })
}

async function claims(twins, { space }) {
  const path = `${space}/persistentvolumeclaims`
  await both(twins, {
    method: 'POST',
    path,
    body: {
      metadata: { name: 'c' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        volumeName: 'v',
        storageClassName: '',
        resources: { requests: { storage: '1Gi' } },
      },
    },
  })
  await both(twins, {
    method: 'PATCH',
    path: `${path}/c/status`,
    headers: patchTypes.merge,
    body: { status: { phase: 'Bound', capacity: { storage: '1Gi' } } },
  })
  for (const at of [`${path}/c/status`, `${path}/c`])
    for (const body of [
      {},
      { status: { capacity: { storage: '2Gi' } } },
      { status: { conditions: [{ type: 'Resizing', status: 'True' }] } },
      { status: { allocatedResources: { storage: '1Gi' } } },
      { status: { allocatedResourceStatuses: { storage: 'NodeResizeInProgress' } } },
      { status: { phase: 'Lost' } },
      { status: { accessModes: ['ReadWriteMany'] } },
      { status: { currentVolumeAttributesClassName: 'x' } },
      { metadata: { labels: { a: 'b' } } },
      { metadata: { annotations: { a: 'b' } } },
      { spec: { resources: { requests: { storage: '2Gi' } } } },
      { status: { capacity: { storage: '2Gi' }, phase: 'Lost' } },
    ])
      await node(
        twins,
        { method: 'PATCH', path: `${at}?dryRun=All`, headers: patchTypes.merge, body },
        JSON.stringify(body),
      )
  await node(twins, {
    method: 'POST',
    path,
    body: {
      metadata: { name: 'd' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  })
  await node(twins, { method: 'DELETE', path: `${path}/c?dryRun=All` })
}

const folder = mkdtempSync('/tmp/requests-')
const made = new Map()
/** A certificate request in base64. */
function requestOf(subject, extension = '') {
  const known = `${subject}${extension}`
  if (!made.has(known)) {
    const addition = extension ? ['-addext', extension] : []
    const arguments_ = [
      'req',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      `${folder}/key`,
      '-subj',
      subject,
      ...addition,
    ]
    made.set(known, execFileSync('openssl', arguments_, { stdio: ['ignore', 'pipe', 'ignore'] }).toString('base64'))
  }
  return made.get(known)
}

const requests = '/apis/certificates.k8s.io/v1/certificatesigningrequests'

async function certificates(twins) {
  const names = [
    '/O=system:nodes/CN=system:node:node-me',
    '/O=system:nodes/CN=system:node:node-other',
    '/O=system:masters/CN=x',
    '/O=system:nodes/O=system:masters/CN=system:node:node-me',
    '/CN=x',
    '/O=system:nodes/CN=x',
    '/O=other/CN=system:node:node-other',
  ]
  const signers = [
    'kubernetes.io/kubelet-serving',
    'kubernetes.io/kube-apiserver-client-kubelet',
    'kubernetes.io/kube-apiserver-client',
    'kubernetes.io/legacy-unknown',
    'abc.com/xyz',
    'kubernetes.io/none',
    'none',
  ]
  const usages = {
    client: ['digital signature', 'key encipherment', 'client auth'],
    short: ['digital signature', 'client auth'],
    serving: ['digital signature', 'server auth'],
    none: undefined,
  }
  for (const subject of names)
    for (const signerName of signers)
      for (const [usage, list] of Object.entries(usages))
        for (const extension of subject.includes('me') && usage === 'serving'
          ? ['', 'subjectAltName=DNS:node-me,IP:10.0.0.1', 'subjectAltName=email:a@b.c']
          : [''])
          for (const by of [node, (given, asking, note) => given.ask(asking, { note: `admin ${note}` })])
            await by(
              twins,
              {
                method: 'POST',
                path: `${requests}?dryRun=All`,
                body: {
                  metadata: { name: 'r' },
                  spec: { request: requestOf(subject, extension), signerName, usages: list },
                },
              },
              `${subject} ${signerName} ${usage} ${extension}`,
            )
  for (const request of [
    '',
    'eA==',
    Buffer.from('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n').toString('base64'),
    Buffer.from(`x\n${Buffer.from(requestOf('/CN=x'), 'base64')}`).toString('base64'),
    Buffer.from(`${Buffer.from(requestOf('/CN=x'), 'base64')}\ny`).toString('base64'),
  ])
    for (const signerName of signers)
      await twins.ask({
        method: 'POST',
        path: `${requests}?dryRun=All`,
        body: { metadata: { name: 'r' }, spec: { request, signerName, usages: ['client auth'] } },
      })
}

/** Who may approve for, and sign as, which signer. */
async function signing(twins, { name }) {
  const rules = (verb, resourceNames) => [
    {
      apiGroups: ['certificates.k8s.io'],
      resources: [
        'certificatesigningrequests',
        'certificatesigningrequests/approval',
        'certificatesigningrequests/status',
      ],
      verbs: ['*'],
    },
    { apiGroups: ['certificates.k8s.io'], resources: ['signers'], resourceNames, verbs: [verb] },
  ]
  const users = { exact: ['abc.com/xyz'], wide: ['abc.com/*'], stranger: ['notabc.com/xyz'] }
  for (const verb of ['approve', 'sign'])
    for (const [user, resourceNames] of Object.entries(users)) {
      const called = `${name}-${verb}-${user}`
      const subject = { kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: called }
      await grant(twins, called, { rules: rules(verb, resourceNames), subject })
      for (const signerName of ['abc.com/xyz', 'abc.com/other', 'notabc.com/xyz', 'kubernetes.io/legacy-unknown']) {
        const request = `${called}-${++count}`
        const at = `${requests}/${request}`
        await both(twins, {
          method: 'POST',
          path: requests,
          body: {
            metadata: { name: request },
            spec: { request: requestOf('/CN=x'), signerName, usages: ['client auth', 'digital signature'] },
          },
        })
        const headers = { 'impersonate-user': called, ...patchTypes.merge }
        const patch = (part, body) =>
          twins.ask({ method: 'PATCH', path: `${at}${part}`, headers, body }, { note: `${user} ${verb} ${signerName}` })
        const condition = (type) => ({
          status: {
            conditions: [
              {
                type,
                status: 'True',
                reason: 'r',
                lastUpdateTime: '2020-01-01T00:00:00Z',
                lastTransitionTime: '2020-01-01T00:00:00Z',
              },
            ],
          },
        })
        await patch('', { metadata: { labels: { a: 'b' } } })
        await patch('', condition('Approved'))
        await patch('/status', {})
        await patch('/status', { metadata: { labels: { c: 'd' } } })
        await patch('/status', condition('Approved'))
        await patch('/approval', { metadata: { labels: { e: 'f' } } })
        await patch('/approval', { spec: { signerName: 'abc.com/xyz' } })
        await patch('/approval', { status: { certificate: 'eA==' } })
        await patch('/approval', condition('Failed'))
        await patch('/approval', condition('Approved'))
        await patch('/approval', condition('Denied'))
        await patch('/approval', { status: { conditions: null } })
        await patch('/status', condition('Failed'))
        await patch('/status', { status: { certificate: 'eA==' } })
        await twins.ask({ method: 'DELETE', path: at, headers: { 'impersonate-user': called } })
      }
    }
}
