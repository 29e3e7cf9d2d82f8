import { expect } from 'chai'
import { silentLog, systemClock, systemRandom } from '../../core/kit/index.js'
import { Manager } from '../../core/runtime/index.js'
import { Namespace, ResourceClaim } from '../../crds/generated/tokens.js'
import { OperatorYard } from '../../test/kit/operator-yard.js'
import { RealApi } from '../../test/kit/real-api.js'
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

describe('the count of a quota that names kinds which nothing follows', () => {
  let api: RealApi
  let manager: Manager
  beforeEach(async () => {
    api = await RealApi.start()
    await api.client.create(Namespace, { metadata: { name: 'one' } })
    manager = new Manager({ clientOf: api.port().clientOf, clock: systemClock, random: systemRandom, log: silentLog })
    manager.start(resourceQuota)
  })
  afterEach(async () => {
    await manager.close()
    await api.close()
  })

  it('takes their number, and of claims to devices what they ask for by class', async () => {
    const claim = (name: string, deviceClassName: string, count: number) =>
      api.client.create(ResourceClaim, {
        metadata: { namespace: 'one', name },
        spec: { devices: { requests: [{ name: 'r', exactly: { deviceClassName, count } }] } },
      } as never)
    await claim('a', 'gold', 2)
    await claim('b', 'gold', 1)
    await claim('c', 'silver', 7)
    const gold = 'gold.deviceclass.resource.k8s.io/devices'
    const hard = { [gold]: '5', 'count/resourceclaims.resource.k8s.io': '5', 'count/leases.coordination.k8s.io': '5' }
    await api.client.create(ResourceQuota, { metadata: { namespace: 'one', name: 'small' }, spec: { hard } } as never)
    for await (const { object } of api.client.watch(ResourceQuota, { namespace: 'one' })) {
      const { status } = object as ResourceQuota
      if (!status?.used) continue
      const used = { [gold]: '3', 'count/resourceclaims.resource.k8s.io': '3', 'count/leases.coordination.k8s.io': '0' }
      expect(status).to.deep.equal({ hard, used })
      break
    }
  })
})
