import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

const asNode = { 'impersonate-user': 'system:node:n', 'impersonate-group': 'system:nodes' }
const pods = '/api/v1/namespaces/default/pods'

describe('a kubelet', () => {
  let server: TestServer
  const asked = (path: string, method: string, body?: object, headers: Readonly<Record<string, string>> = {}) =>
    server.ask(path, { method, headers: { ...asNode, ...headers }, ...(body && { body }) })
  const made = async (path: string, body: object) => {
    const { status, text, json } = await server.ask(path, { method: 'POST', body })
    expect(status, text).to.equal(201)
    return json as { metadata: { uid: string } }
  }
  const merge = { 'content-type': 'application/merge-patch+json' }
  const whyOf = ({ json }: { json: unknown }) => (json as { message?: string }).message ?? ''

  before(async () => {
    server = await TestServer.start()
    const accounts = '/api/v1/namespaces/default/serviceaccounts'
    await server.ask(accounts, { method: 'POST', body: { metadata: { name: 'default' } } })
    for (const name of ['mine', 'other'])
      await made(pods, {
        metadata: { name },
        spec: { nodeName: name === 'mine' ? 'n' : 'm', containers: [{ name: 'c', image: 'i' }] },
      })
  })
  after(() => server.stop())

  it('registers its own node, and says of it what is its to say', async () => {
    const nodes = '/api/v1/nodes'
    expect((await asked(nodes, 'POST', { metadata: { name: 'm' } })).status).to.equal(403)
    const labels = { 'kubernetes.io/hostname': 'n', 'node.kubernetes.io/a': 'b', team: 'x' }
    expect((await asked(nodes, 'POST', { metadata: { name: 'n', labels } })).status).to.equal(201)
    const patched = (body: object) => asked(`${nodes}/n`, 'PATCH', body, merge)
    for (const label of ['node-role.kubernetes.io/control-plane', 'a.node-restriction.kubernetes.io/b'])
      expect(whyOf(await patched({ metadata: { labels: { [label]: '' } } }))).to.include(label)
    const taints = [{ key: 'a', effect: 'NoSchedule' }]
    expect(whyOf(await patched({ spec: { taints } }))).to.include('taints')
    const ownerReferences = [{ apiVersion: 'v1', kind: 'Node', name: 'x', uid: 'y' }]
    expect(whyOf(await patched({ metadata: { ownerReferences } }))).to.include('ownerReferences')
    expect(whyOf(await asked(`${nodes}/n/status`, 'PATCH', { spec: { taints } }, merge))).to.include('taints')
    expect((await patched({ metadata: { labels: { team: 'y' } } })).status).to.equal(200)
  })

  it('writes the status of the pods that are bound to it, and deletes those', async () => {
    const status = { phase: 'Running' }
    expect((await asked(`${pods}/mine/status`, 'PATCH', { status }, merge)).status).to.equal(200)
    expect((await asked(`${pods}/other/status`, 'PATCH', { status }, merge)).status).to.equal(403)
    const claimed = { extendedResourceClaimStatus: { resourceClaimName: 'x', requestMappings: [] } }
    expect((await asked(`${pods}/mine/status`, 'PATCH', { status: claimed }, merge)).status).to.equal(403)
    expect((await asked(`${pods}/other`, 'DELETE')).status).to.equal(403)
    const evict = (name: string) =>
      asked(`${pods}/${name}/eviction`, 'POST', { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name } })
    expect(whyOf(await evict('other'))).to.include('may evict only')
    expect((await evict('gone')).status).to.equal(404)
    expect((await asked(`${pods}/mine`, 'DELETE')).status).to.equal(200)
  })

  it('makes no pods but mirrors of its own', async () => {
    const spec = { nodeName: 'n', containers: [{ name: 'c', image: 'i' }] }
    expect(whyOf(await asked(pods, 'POST', { metadata: { name: 'a' }, spec }))).to.include('mirror pods')
    const { uid } = (await server.ask('/api/v1/nodes/n')).json.metadata as { uid: string }
    const metadata = {
      name: 'a',
      annotations: { 'kubernetes.io/config.mirror': 'x' },
      ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'n', uid, controller: true }],
    }
    const csi = { volumes: [{ name: 'v', csi: { driver: 'd' } }] }
    const claims = { resourceClaims: [{ name: 'r', resourceClaimName: 'x' }] }
    for (const more of [csi, claims])
      expect((await asked(pods, 'POST', { metadata, spec: { ...spec, ...more } })).status).to.equal(403)
    const theirs = await server.ask(pods, { method: 'POST', body: { metadata, spec: { ...spec, ...claims } } })
    expect(theirs.status).to.equal(422)
    expect((await asked(pods, 'POST', { metadata, spec })).status).to.equal(201)
  })

  it('has its own lease', async () => {
    const leases = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases'
    expect((await asked(leases, 'POST', { metadata: { name: 'm' }, spec: {} })).status).to.equal(403)
  })

  it('gets tokens for the pods that are bound to it', async () => {
    const token = (boundObjectRef?: object) =>
      asked('/api/v1/namespaces/default/serviceaccounts/default/token', 'POST', {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { ...(boundObjectRef && { boundObjectRef }) },
      })
    const { metadata } = (await server.ask(`${pods}/other`)).json as { metadata: { uid: string } }
    expect(whyOf(await token())).to.include('not bound to a pod')
    const there = { apiVersion: 'v1', kind: 'Pod', name: 'other', uid: metadata.uid }
    expect(whyOf(await token(there))).to.include('different node')
  })

  it('gets them for the audiences of their volumes, and for those that it has the right to', async () => {
    const driver = { metadata: { name: 'd' }, spec: { tokenRequests: [{ audience: 'of-driver' }] } }
    await made('/apis/storage.k8s.io/v1/csidrivers', driver)
    const capacity = { storage: '1Gi' }
    const claimed = { accessModes: ['ReadWriteOnce'], storageClassName: 'x' }
    await made('/api/v1/persistentvolumes', {
      metadata: { name: 'v' },
      spec: { ...claimed, capacity, csi: { driver: 'd', volumeHandle: 'h' } },
    })
    const claims = '/api/v1/namespaces/default/persistentvolumeclaims'
    await made(claims, {
      metadata: { name: 'c' },
      spec: { ...claimed, volumeName: 'v', resources: { requests: capacity } },
    })
    const told = async (name: string, volumes: readonly object[]) => {
      const spec = {
        nodeName: 'n',
        automountServiceAccountToken: false,
        containers: [{ name: 'c', image: 'i' }],
        volumes,
      }
      const { metadata } = await made(pods, { metadata: { name }, spec })
      return async (...audiences: string[]) => {
        const boundObjectRef = { apiVersion: 'v1', kind: 'Pod', name, uid: metadata.uid }
        const body = {
          apiVersion: 'authentication.k8s.io/v1',
          kind: 'TokenRequest',
          spec: { audiences, boundObjectRef },
        }
        return (await asked('/api/v1/namespaces/default/serviceaccounts/default/token', 'POST', body)).status
      }
    }
    const token = (audience?: string) => ({
      name: 't',
      projected: { sources: [{ serviceAccountToken: { path: 'p', audience } }] },
    })
    const claim = (claimName: string) => ({ name: 'v', persistentVolumeClaim: { claimName } })
    const bare = await told('bare', [])
    expect([await bare(), await bare('mine'), await bare('right')]).to.deep.equal([403, 403, 403])
    const plain = await told('plain', [token()])
    expect([await plain(), await plain('mine'), await plain('', 'mine')]).to.deep.equal([201, 403, 403])
    expect(await (await told('named', [token('mine')]))('mine')).to.equal(201)
    const stored = await told('stored', [claim('c')])
    expect([await stored('of-driver'), await stored('mine')]).to.deep.equal([201, 403])
    await grant()
    expect([await bare('right'), await bare('mine')]).to.deep.equal([201, 403])
    const broken = await told('broken', [claim('gone'), token('mine')])
    expect([await broken('right'), await broken('mine')]).to.deep.equal([403, 201])
  })

  async function grant() {
    const kinds = '/apis/rbac.authorization.k8s.io/v1'
    const metadata = { name: 'audience' }
    const rules = [{ apiGroups: [''], resources: ['right'], verbs: ['request-serviceaccounts-token-audience'] }]
    await made(`${kinds}/clusterroles`, { metadata, rules })
    const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'audience' }
    const subjects = [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:nodes' }]
    await made(`${kinds}/clusterrolebindings`, { metadata, roleRef, subjects })
  }
})
