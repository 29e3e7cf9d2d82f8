/** @kubernetes/client-node as a foreign client of `operon up`: objects, lists, patches, apply, tokens. */
import { join } from 'node:path'
import {
  AppsV1Api,
  AuthenticationV1Api,
  CoreV1Api,
  KubeConfig,
  KubernetesObjectApi,
  loadAllYaml,
  type KubernetesObject,
  PatchStrategy,
  RbacAuthorizationV1Api,
  setHeaderOptions,
  type V1ConfigMap,
  type V1Deployment,
} from '@kubernetes/client-node'
import { expect } from 'chai'
import { Cluster } from '../kit/cluster.js'
import { follow, refusal } from '../kit/foreign-client.js'

const namespace = 'default'
const typed = (type: string) => setHeaderOptions('Content-Type', type)
const configMap = (name: string, more: Partial<V1ConfigMap> = {}): V1ConfigMap => ({ metadata: { name }, ...more })
const names = (items: readonly KubernetesObject[]) => items.map(({ metadata }) => metadata?.name)

const deployment: V1Deployment = {
  metadata: { name: 'web', labels: { app: 'web' } },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'app', image: 'app:1', ports: [{ containerPort: 80 }] }] },
    },
  },
}

const manifests = `
apiVersion: v1
kind: Namespace
metadata: { name: harbour, labels: { owner: ada } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: harbour }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: harbour }
spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
`

describe('the JavaScript client against operon up', function () {
  this.timeout(60_000)
  let cluster: Cluster
  let config: KubeConfig
  let core: CoreV1Api
  let apps: AppsV1Api

  before(async () => {
    cluster = await Cluster.start(['--runtime', 'fake'])
    config = new KubeConfig()
    config.loadFromFile(join(cluster.folder, 'kubeconfig'))
    core = config.makeApiClient(CoreV1Api)
    apps = config.makeApiClient(AppsV1Api)
  })
  after(async () => cluster?.remove())

  it('creates, reads, replaces and deletes a ConfigMap', async () => {
    const made = await core.createNamespacedConfigMap({ namespace, body: configMap('plain', { data: { a: '1' } }) })
    expect(made.metadata?.creationTimestamp).to.be.instanceOf(Date)
    const read = await core.readNamespacedConfigMap({ namespace, name: 'plain' })
    expect(read.data).to.deep.equal({ a: '1' })
    const replaced = await core.replaceNamespacedConfigMap({
      namespace,
      name: 'plain',
      body: { ...read, data: { a: '2' } },
    })
    expect(replaced.metadata?.uid).to.equal(made.metadata?.uid)
    expect(Number(replaced.metadata?.resourceVersion)).to.be.greaterThan(Number(made.metadata?.resourceVersion))
    const status = await core.deleteNamespacedConfigMap({ namespace, name: 'plain' })
    expect(status.status).to.equal('Success')
    expect((await refusal(core.readNamespacedConfigMap({ namespace, name: 'plain' }))).code).to.equal(404)
  })

  it('folds what a Secret is given as text into its bytes', async () => {
    const body = { metadata: { name: 'key' }, stringData: { word: 'open' }, type: 'Opaque' }
    const made = await core.createNamespacedSecret({ namespace, body })
    expect(made.data).to.deep.equal({ word: Buffer.from('open').toString('base64') })
    expect(made.stringData).to.equal(undefined)
  })

  it('rolls a Deployment out, scales it by its subresource, and deletes it with its pods', async () => {
    await apps.createNamespacedDeployment({ namespace, body: deployment })
    const selected = { labelSelector: 'app=web' }
    const watched = await follow(config, '/apis/apps/v1/namespaces/default/deployments', selected)
    const ready = (count: number) =>
      watched.events.until((all) => all.some(({ object }) => (object as V1Deployment).status?.readyReplicas === count))
    await ready(2)
    const scale = await apps.readNamespacedDeploymentScale({ namespace, name: 'web' })
    expect(scale.status?.selector).to.equal('app=web')
    await apps.replaceNamespacedDeploymentScale({
      namespace,
      name: 'web',
      body: { ...scale, spec: { replicas: 3 } },
    })
    await ready(3)
    watched.end()
    const { items } = await core.listNamespacedPod({ namespace, ...selected })
    expect(items.map(({ status }) => status?.phase)).to.deep.equal(['Running', 'Running', 'Running'])
    const from = (await core.listNamespacedPod({ namespace, ...selected })).metadata?.resourceVersion ?? ''
    const gone = await follow(config, '/api/v1/namespaces/default/pods', { ...selected, resourceVersion: from })
    await apps.deleteNamespacedDeployment({ namespace, name: 'web', propagationPolicy: 'Foreground' })
    await gone.events.until((all) => all.filter(({ type }) => type === 'DELETED').length === 3)
    gone.end()
  })

  it('takes every type of patch', async () => {
    const name = 'patched'
    await core.createNamespacedConfigMap({ namespace, body: configMap(name, { data: { a: '1', b: '2' } }) })
    const patch = (type: string, body: object) => core.patchNamespacedConfigMap({ namespace, name, body }, typed(type))
    const json = await patch(PatchStrategy.JsonPatch, [{ op: 'replace', path: '/data/a', value: 'json' }])
    expect(json.data).to.deep.equal({ a: 'json', b: '2' })
    const merge = await patch(PatchStrategy.MergePatch, { data: { a: 'merge', b: null } })
    expect(merge.data).to.deep.equal({ a: 'merge' })
    await patch(PatchStrategy.MergePatch, { metadata: { finalizers: ['example.com/one'] } })
    const strategic = await patch(PatchStrategy.StrategicMergePatch, {
      metadata: { finalizers: ['example.com/two'] },
    })
    expect(strategic.metadata?.finalizers).to.have.members(['example.com/one', 'example.com/two'])
    await patch(PatchStrategy.JsonPatch, [{ op: 'remove', path: '/metadata/finalizers' }])
    const failed = await refusal(patch(PatchStrategy.JsonPatch, [{ op: 'test', path: '/data/a', value: 'other' }]))
    expect(failed.code).to.equal(422)
  })

  it('applies as several managers, and tells whose field another would take', async () => {
    const apply = (fieldManager: string, value: string, force = false) =>
      core.patchNamespacedConfigMap(
        {
          namespace,
          name: 'applied',
          fieldManager,
          force,
          body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'applied' }, data: { a: value } },
        },
        typed(PatchStrategy.ServerSideApply),
      )
    expect((await apply('one', '1')).metadata?.managedFields?.[0]).to.include({ manager: 'one', operation: 'Apply' })
    const { code, status } = await refusal(apply('two', '2'))
    expect(code).to.equal(409)
    expect(status.message).to.contain('conflict with "one"')
    expect(status.details?.causes).to.have.deep.members([
      { reason: 'FieldManagerConflict', message: 'conflict with "one"', field: '.data.a' },
    ])
    const forced = await apply('two', '2', true)
    expect(forced.metadata?.managedFields?.map(({ manager }) => manager)).to.deep.equal(['two'])
  })

  it('pages through a list with one revision, and selects by labels and fields', async () => {
    for (let i = 0; i < 7; i++) {
      const labels = { set: 'paged', parity: i % 2 ? 'odd' : 'even' }
      await core.createNamespacedConfigMap({ namespace, body: { metadata: { name: `page-${i}`, labels } } })
    }
    const pages: string[][] = []
    const revisions = new Set<string | undefined>()
    let _continue: string | undefined
    do {
      const page = await core.listNamespacedConfigMap({ namespace, labelSelector: 'set=paged', limit: 3, _continue })
      pages.push(page.items.map(({ metadata }) => metadata?.name ?? ''))
      revisions.add(page.metadata?.resourceVersion)
      _continue = page.metadata?._continue
      if (pages.length === 1) await core.deleteNamespacedConfigMap({ namespace, name: 'page-6' })
    } while (_continue)
    expect(pages).to.deep.equal([['page-0', 'page-1', 'page-2'], ['page-3', 'page-4', 'page-5'], ['page-6']])
    expect(revisions.size).to.equal(1)
    const odd = await core.listNamespacedConfigMap({ namespace, labelSelector: 'set in (paged),parity!=even' })
    expect(names(odd.items)).to.deep.equal(['page-1', 'page-3', 'page-5'])
    const one = await core.listConfigMapForAllNamespaces({ fieldSelector: 'metadata.name=page-2' })
    expect(names(one.items)).to.deep.equal(['page-2'])
    const wrong = await refusal(core.listNamespacedConfigMap({ namespace, fieldSelector: 'data.a=1' }))
    expect(wrong.code).to.equal(400)
  })

  it('tells what was wrong in a Status that the client can read', async () => {
    await core.createNamespacedConfigMap({ namespace, body: configMap('twice') })
    const exists = await refusal(core.createNamespacedConfigMap({ namespace, body: configMap('twice') }))
    expect([exists.code, exists.status.reason, exists.status.details?.name]).to.deep.equal([
      409,
      'AlreadyExists',
      'twice',
    ])
    const stale = { ...configMap('twice'), metadata: { name: 'twice', resourceVersion: '1' } }
    const conflict = await refusal(core.replaceNamespacedConfigMap({ namespace, name: 'twice', body: stale }))
    expect([conflict.code, conflict.status.reason]).to.deep.equal([409, 'Conflict'])
    const invalid = await refusal(core.createNamespacedConfigMap({ namespace, body: configMap('Not_a_name') }))
    expect([invalid.code, invalid.status.reason]).to.deep.equal([422, 'Invalid'])
    expect(invalid.status.details?.causes?.[0]).to.include({ field: 'metadata.name', reason: 'FieldValueInvalid' })
    const missing = await refusal(core.readNamespacedConfigMap({ namespace, name: 'none' }))
    expect([missing.code, missing.status.reason]).to.deep.equal([404, 'NotFound'])
    expect(missing.status.message).to.equal('configmaps "none" not found')
  })

  it('applies manifests of any kind, twice without a change, and finds, lists and deletes them', async () => {
    const objects = KubernetesObjectApi.makeApiClient(config)
    for (const object of loadAllYaml(manifests) as KubernetesObject[]) {
      const apply = () => objects.patch(object, undefined, undefined, 'script', true, PatchStrategy.ServerSideApply)
      const [first, again] = [await apply(), await apply()]
      expect(again.metadata?.resourceVersion).to.equal(first.metadata?.resourceVersion)
    }
    const listed = await objects.list('networking.k8s.io/v1', 'Ingress', 'harbour')
    expect(names(listed.items)).to.deep.equal(['web'])
    const wrong = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'wrong', namespace: 'harbour' },
      spec: { ports: [{ port: 70_000 }] },
    }
    const { code, status } = await refusal(objects.create(wrong))
    expect([code, status.details?.causes?.[0]?.field]).to.deep.equal([422, 'spec.ports[0].port'])
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'harbour' } }
    expect(await objects.read(service)).to.have.nested.property('spec.type', 'ClusterIP')
    await objects.delete(service)
    expect((await refusal(objects.read(service))).code).to.equal(404)
  })

  it('answers bodies that are no protobuf to whoever asks for anything', async () => {
    const anything = setHeaderOptions('Accept', '*/*')
    expect((await core.listNamespacedConfigMap({ namespace }, anything)).kind).to.equal('ConfigMapList')
    const preferred = setHeaderOptions('Accept', 'application/json;q=0.9,application/vnd.kubernetes.protobuf;q=0.1')
    expect((await core.listNamespacedConfigMap({ namespace }, preferred)).kind).to.equal('ConfigMapList')
  })

  it('gives a service account a token, with which a client may do what its role says', async () => {
    await core.createNamespacedServiceAccount({ namespace, body: { metadata: { name: 'reader' } } })
    const rbac = config.makeApiClient(RbacAuthorizationV1Api)
    const rules = [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list'] }]
    await rbac.createNamespacedRole({ namespace, body: { metadata: { name: 'reader' }, rules } })
    await rbac.createNamespacedRoleBinding({
      namespace,
      body: {
        metadata: { name: 'reader' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' },
        subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace }],
      },
    })
    const body = { spec: { audiences: [], expirationSeconds: 600 } }
    const asked = await core.createNamespacedServiceAccountToken({ namespace, name: 'reader', body })
    const reader = new KubeConfig()
    reader.loadFromOptions({
      clusters: config.clusters,
      users: [{ name: 'reader', token: asked.status?.token }],
      contexts: [{ name: 'reader', cluster: config.clusters[0]!.name, user: 'reader' }],
      currentContext: 'reader',
    })
    const self = await reader.makeApiClient(AuthenticationV1Api).createSelfSubjectReview({ body: {} })
    expect(self.status?.userInfo?.username).to.equal('system:serviceaccount:default:reader')
    const limited = reader.makeApiClient(CoreV1Api)
    expect((await limited.listNamespacedConfigMap({ namespace })).items).to.have.length.above(0)
    const refused = await refusal(limited.listNamespacedSecret({ namespace }))
    expect([refused.code, refused.status.reason]).to.deep.equal([403, 'Forbidden'])
    expect((await refusal(limited.deleteNamespacedConfigMap({ namespace, name: 'twice' }))).code).to.equal(403)
  })
})
