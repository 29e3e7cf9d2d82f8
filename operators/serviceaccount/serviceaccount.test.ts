import { expect } from 'chai'
import { RunningCluster } from '../../test/kit/running-cluster.js'
import { ConfigMap, Namespace, ServiceAccount } from '../kit/kinds.js'
import { serviceaccount } from './index.js'

describe('the serviceaccount operator', () => {
  let cluster: RunningCluster
  const bundle = { namespace: 'shop', name: 'kube-root-ca.crt' }

  beforeEach(async () => {
    cluster = await RunningCluster.start(serviceaccount)
    await cluster.client.create(Namespace, { metadata: { name: 'shop' } })
    await cluster.until(ServiceAccount, { namespace: 'shop' }, (found) => found.length === 1)
  })

  afterEach(() => cluster.stop())

  it('gives each namespace its account and the root certificate of the API', async () => {
    const [found] = await cluster.until(ConfigMap, { namespace: 'shop' }, (found) => found.length === 1)
    expect(found!.data).to.deep.equal({ 'ca.crt': cluster.api.authority.certificate })
    const bundles = await cluster.until(ConfigMap, {}, (found) => found.length >= 5)
    expect(bundles.map(({ metadata }) => metadata.namespace)).to.include.members(['default', 'kube-public', 'shop'])
  })

  it('makes them again when they are deleted, and puts the certificate right', async () => {
    const { client } = cluster
    const [before] = (await client.list(ServiceAccount, { namespace: 'shop' })).items
    await client.delete(ServiceAccount, { namespace: 'shop', name: 'default' })
    await cluster.until(ServiceAccount, { namespace: 'shop' }, (found) =>
      found.some(({ metadata }) => metadata.uid !== before!.metadata.uid),
    )
    await cluster.until(ConfigMap, { namespace: 'shop' }, (found) => found.length === 1)
    await client.patch(ConfigMap, {
      ...bundle,
      patch: { type: 'merge', body: { data: { 'ca.crt': 'forged', 'more.crt': 'x' } } },
    })
    const [right] = await cluster.until(
      ConfigMap,
      { namespace: 'shop' },
      ([found]) => found?.data?.['ca.crt'] !== 'forged',
    )
    expect(Object.keys(right!.data!)).to.deep.equal(['ca.crt'])
  })
})
