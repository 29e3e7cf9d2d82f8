import { expect } from 'chai'
import type { KubeObject } from '../../core/meta/index.js'
import { applyDefaults, loadBuiltIns } from '../../core/schema/index.js'
import { TestServer } from '../../test/kit/server.js'

const { definitions } = loadBuiltIns(new URL('../../crds/generated/', import.meta.url))

describe('plugins that say that what they put in is complete', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  it('leave nothing of a pod to its defaults: account, token, tolerations, priority', async () => {
    await server.ask('/api/v1/namespaces/default/serviceaccounts', {
      method: 'POST',
      body: { metadata: { name: 'puller' }, imagePullSecrets: [{ name: 'key' }] },
    })
    const spec = { serviceAccountName: 'puller', containers: [{ name: 'c', image: 'i' }] }
    const made = await server.ask('/api/v1/namespaces/default/pods', {
      method: 'POST',
      body: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'equipped' }, spec },
    })
    expect(made.status, made.text).to.equal(201)
    const pod = made.json as KubeObject
    const given = pod['spec'] as Record<string, unknown>
    expect(given).to.include({ priority: 0, preemptionPolicy: 'PreemptLowerPriority' })
    expect(given['tolerations']).to.have.length(2)
    expect(given['volumes']).to.have.length(1)
    expect(given['imagePullSecrets']).to.deep.equal([{ name: 'key' }])
    const once = JSON.stringify(pod)
    const pods = definitions.find(({ group, names }) => group === '' && names.plural === 'pods')!
    applyDefaults(pods.versions[0]!, pod)
    expect(JSON.stringify(pod)).to.equal(once)
  })
})
