import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

describe('a LimitRange', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  const range = (namespace: string, ...limits: object[]) =>
    server.ask(`/api/v1/namespaces/${namespace}/limitranges`, {
      method: 'POST',
      body: { apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'limits' }, spec: { limits } },
    })
  const pod = async (namespace: string, resources: object, more: object = {}) => {
    const containers = [{ name: 'web', image: 'x', resources }]
    const { json } = await server.ask(`/api/v1/namespaces/${namespace}/pods`, {
      method: 'POST',
      body: { apiVersion: 'v1', kind: 'Pod', metadata: { generateName: 'p-' }, spec: { containers, ...more } },
    })
    return json
  }
  const inNamespace = async (name: string, ...limits: object[]) => {
    await server.ask('/api/v1/namespaces', { method: 'POST', body: { metadata: { name } } })
    const account = { metadata: { name: 'default' } }
    await server.ask(`/api/v1/namespaces/${name}/serviceaccounts`, { method: 'POST', body: account })
    const made = await range(name, ...limits)
    expect(made.status, made.text).to.equal(201)
    return (resources: object, more?: object) => pod(name, resources, more)
  }

  it('gives containers what they do not ask for, and notes it', async () => {
    const create = await inNamespace('gives', {
      type: 'Container',
      default: { cpu: '200m', memory: '64Mi' },
      defaultRequest: { cpu: '100m' },
    })
    const bare = await create(
      {},
      { initContainers: [{ name: 'first', image: 'x', resources: { limits: { cpu: '1' } } }] },
    )
    const given = { limits: { cpu: '200m', memory: '64Mi' }, requests: { cpu: '100m', memory: '64Mi' } }
    expect(bare.spec.containers[0].resources).to.deep.equal(given)
    expect(bare.spec.initContainers[0].resources).to.deep.equal({
      limits: { cpu: '1', memory: '64Mi' },
      requests: { cpu: '1', memory: '64Mi' },
    })
    expect(bare.metadata.annotations['kubernetes.io/limit-ranger']).to.equal(
      'LimitRanger plugin set: cpu, memory request for container web; cpu, memory limit for container web; memory request for init container first; memory limit for init container first',
    )
    expect(bare.status.qosClass).to.equal('Burstable')
    const whole = await create({ limits: { cpu: '1', memory: '1Gi' } })
    expect(whole.metadata).not.to.have.property('annotations')
  })

  it('bounds what is resized, too', async () => {
    const create = await inNamespace('resized', { type: 'Container', max: { cpu: '1' } })
    const made = await create({ requests: { cpu: '100m' }, limits: { cpu: '500m' } })
    const resize = async (cpu: string) => {
      const containers = [{ name: 'web', resources: { requests: { cpu: '100m' }, limits: { cpu } } }]
      const { status, json } = await server.ask(`/api/v1/namespaces/resized/pods/${made.metadata.name}/resize`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/strategic-merge-patch+json' },
        body: { spec: { containers } },
      })
      return `${status} ${json.message ?? ''}`
    }
    expect(await resize('1')).to.equal('200 ')
    expect(await resize('2')).to.match(/^403 .*maximum cpu usage per Container is 1, but limit is 2/)
  })

  it('refuses what asks for too little, too much, or nothing', async () => {
    const create = await inNamespace('bounds', {
      type: 'Container',
      min: { cpu: '100m' },
      max: { cpu: '1', memory: '1Gi' },
      default: { cpu: '500m', memory: '512Mi' },
      maxLimitRequestRatio: { cpu: '2' },
    })
    const why = async (resources: object) => {
      const { code, message } = await create(resources)
      expect(code, message).to.equal(403)
      return String(message).replace(/^pods "p-\w+" is forbidden: /, '')
    }
    expect(await why({ limits: { cpu: '50m' } })).to.equal(
      'minimum cpu usage per Container is 100m, but request is 50m',
    )
    expect(await why({ limits: { cpu: '1100m', memory: '2Gi' }, requests: { cpu: '1' } })).to.equal(
      '[maximum cpu usage per Container is 1, but limit is 1100m, maximum memory usage per Container is 1Gi, but limit is 2Gi]',
    )
    expect(await why({ limits: { cpu: '1' }, requests: { cpu: '250m' } })).to.equal(
      'cpu max limit to request ratio per Container is 2, but provided ratio is 4.000000',
    )
    expect((await create({ limits: { cpu: '1' }, requests: { cpu: '500m' } })).kind).to.equal('Pod')
  })

  it('counts a whole pod, and claims', async () => {
    const create = await inNamespace(
      'whole',
      { type: 'Pod', max: { cpu: '1' } },
      { type: 'PersistentVolumeClaim', min: { storage: '1Gi' }, max: { storage: '2Gi' } },
    )
    const two = { containers: ['a', 'b'].map((name) => ({ name, image: 'x', resources: { limits: { cpu: '600m' } } })) }
    expect((await create({}, two)).message).to.contain('maximum cpu usage per Pod is 1, but limit is 1200m')
    expect((await create({})).message).to.contain('maximum cpu usage per Pod is 1.  No limit is specified')
    const claim = (storage: string) =>
      server.ask('/api/v1/namespaces/whole/persistentvolumeclaims', {
        method: 'POST',
        body: {
          metadata: { generateName: 'c-' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
        },
      })
    expect((await claim('500Mi')).json.message).to.contain(
      'minimum storage usage per PersistentVolumeClaim is 1Gi, but request is 500Mi',
    )
    expect((await claim('3Gi')).json.message).to.contain(
      'maximum storage usage per PersistentVolumeClaim is 2Gi, but request is 3Gi',
    )
    expect((await claim('1Gi')).status).to.equal(201)
  })
})
