import { expect } from 'chai'
import { OperatorYard } from '../../test/kit/operator-yard.js'
import { IPAddress, ServiceCIDR } from '../kit/kinds.js'
import { serviceCidr } from './index.js'

describe('a ServiceCIDR', () => {
  let yard: OperatorYard

  beforeEach(async () => {
    yard = new OperatorYard([ServiceCIDR, IPAddress])
    await yard.start(serviceCidr)
  })
  afterEach(() => yard.end())

  const range = async (name: string, ...cidrs: string[]) => {
    await yard.put(ServiceCIDR, { metadata: { name }, spec: { cidrs } })
    await yard.clock.advance(100)
  }
  const address = (name: string) =>
    yard.put(IPAddress, {
      metadata: { name, labels: { 'ipaddress.kubernetes.io/managed-by': 'ipallocator.k8s.io' } },
      spec: { parentRef: { resource: 'services', namespace: 'default', name: 'web' } },
    })
  const remove = async (name: string) => {
    await yard.client.delete(ServiceCIDR, { name })
    await yard.clock.advance(5000)
  }
  const all = () =>
    yard.list(ServiceCIDR).map(({ metadata, status }) => {
      const { type, status: is, reason } = status?.conditions?.[0] ?? {}
      return `${metadata.name} ${metadata.finalizers?.length ?? 0} ${type}=${is} ${reason}`.trim()
    })

  it('is ready, and goes when nothing needs it', async () => {
    await range('one', '10.0.0.0/24')
    expect(all()).to.deep.equal(['one 1 Ready=True'])
    await remove('one')
    expect(all()).to.deep.equal([])
  })

  it('waits for its addresses', async () => {
    await range('one', '10.0.0.0/24', 'fd00::/112')
    await address('fd00::7')
    await remove('one')
    expect(all()).to.deep.equal(['one 1 Ready=False Terminating'])
    await yard.client.delete(IPAddress, { name: 'fd00::7' })
    await yard.clock.advance(5000)
    expect(all()).to.deep.equal([])
  })

  it('goes where others have its addresses', async () => {
    await range('one', '10.0.0.0/24')
    await range('wide', '10.0.0.0/16')
    await address('10.0.0.7')
    await remove('one')
    expect(all()).to.deep.equal(['wide 1 Ready=True'])
  })
})
