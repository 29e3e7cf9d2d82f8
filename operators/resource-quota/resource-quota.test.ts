import { expect } from 'chai'
import { OperatorYard } from '../../test/kit/operator-yard.js'
import { PersistentVolumeClaim, Pod, ResourceQuota, Service } from '../kit/kinds.js'
import { resourceQuota } from './index.js'

describe('the count of a quota', () => {
  let yard: OperatorYard

  beforeEach(async () => {
    yard = new OperatorYard([Pod, Service, PersistentVolumeClaim, ResourceQuota])
    await yard.start(resourceQuota)
  })
  afterEach(() => yard.end())

  const quota = (hard: Record<string, string>, more: object = {}) =>
    yard.put(ResourceQuota, { metadata: { namespace: 'default', name: 'small' }, spec: { hard, ...more } } as never)
  const pod = (name: string, cpu: string, phase = 'Running') =>
    yard.put(Pod, {
      metadata: { namespace: 'default', name },
      spec: { containers: [{ name: 'web', resources: { requests: { cpu } } }] },
      status: { phase },
    } as never)
  const status = () => yard.list(ResourceQuota)[0]?.status

  it('takes what objects are there, and what pods that live ask for', async () => {
    await pod('a', '100m')
    await pod('b', '250m')
    await pod('ended', '1', 'Succeeded')
    const hard = { pods: '5', 'requests.cpu': '1', 'count/pods': '9', services: '1', nonsense: '3' }
    await quota(hard)
    await yard.clock.advance(1000)
    expect(status()).to.deep.equal({
      hard,
      used: { pods: '2', 'requests.cpu': '350m', 'count/pods': '3', services: '0' },
    })
  })

  it('takes claims by their class of attributes', async () => {
    const claim = (name: string, volumeAttributesClassName?: string, status: object = {}) =>
      yard.put(PersistentVolumeClaim, {
        metadata: { namespace: 'default', name },
        spec: { ...(volumeAttributesClassName ? { volumeAttributesClassName } : {}) },
        status,
      } as never)
    await claim('plain')
    await claim('asked', 'gold')
    await claim('given', 'silver', { currentVolumeAttributesClassName: 'gold' })
    await claim('other', 'silver')
    const gold = { scopeName: 'VolumeAttributesClass', operator: 'In', values: ['gold'] }
    await quota({ persistentvolumeclaims: '5' }, { scopeSelector: { matchExpressions: [gold] } })
    await yard.clock.advance(1000)
    expect(status()?.used).to.deep.equal({ persistentvolumeclaims: '2' })
  })

  it('follows deletes once the quota has stood still, and leaves alone what was just charged', async () => {
    await quota({ pods: '5' })
    await pod('a', '1')
    await yard.clock.advance(1000)
    expect(status()?.used).to.deep.equal({ pods: '1' })
    const charged = { type: 'merge', body: { status: { used: { pods: '2' } } } } as const
    await yard.client.patch(
      ResourceQuota,
      { namespace: 'default', name: 'small', patch: charged },
      { subresource: 'status' },
    )
    await yard.clock.advance(300)
    expect(status()?.used).to.deep.equal({ pods: '2' })
    await pod('b', '1')
    await yard.clock.advance(1000)
    expect(status()?.used).to.deep.equal({ pods: '2' })
    await yard.client.delete(Pod, { namespace: 'default', name: 'a' })
    await yard.clock.advance(1500)
    expect(status()?.used).to.deep.equal({ pods: '1' })
  })
})
