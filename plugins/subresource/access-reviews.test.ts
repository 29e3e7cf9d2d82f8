import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

describe('an access review', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  const base = '/apis/authorization.k8s.io/v1'
  const review = async (kind: string, spec: object, namespace = '') => {
    const plural = `${kind.toLowerCase()}s`
    const path = namespace ? `${base}/namespaces/${namespace}/${plural}` : `${base}/${plural}`
    const metadata = namespace ? { namespace } : {}
    const body = { apiVersion: 'authorization.k8s.io/v1', kind, metadata, spec }
    const { status, json } = await server.ask(path, { method: 'POST', body })
    return status === 201 ? json.status : [status, json.details?.causes?.[0]?.field]
  }
  const pods = { verb: 'get', resource: 'pods', namespace: 'default' }

  it('tells whether somebody may', async () => {
    expect(await review('SelfSubjectAccessReview', { resourceAttributes: pods })).to.deep.equal({ allowed: true })
    const asked = { user: 'ann', resourceAttributes: pods }
    expect(await review('SubjectAccessReview', asked)).to.include({ allowed: false })
    expect(await review('LocalSubjectAccessReview', asked, 'default')).to.include({ allowed: false })
    const path = {
      user: 'ann',
      groups: ['system:authenticated'],
      nonResourceAttributes: { verb: 'get', path: '/version' },
    }
    expect(await review('SubjectAccessReview', path)).to.include({ allowed: true })
  })

  it('says whom and what it asks, or is told why not', async () => {
    expect(await review('SelfSubjectAccessReview', {})).to.deep.equal([422, 'spec.resourceAttributes'])
    const both = { resourceAttributes: pods, nonResourceAttributes: { verb: 'get', path: '/' } }
    expect(await review('SelfSubjectAccessReview', both)).to.deep.equal([422, 'spec.nonResourceAttributes'])
    expect(await review('SubjectAccessReview', { resourceAttributes: pods })).to.deep.equal([422, 'spec.user'])
    const other = { user: 'ann', resourceAttributes: { ...pods, namespace: 'kube-system' } }
    const field = 'spec.resourceAttributes.namespace'
    expect(await review('LocalSubjectAccessReview', other, 'default')).to.deep.equal([422, field])
  })
})
