import { expect } from 'chai'
import { notFound } from '../../core/meta/index.js'
import type { Guarded } from '../../core/registry/contract.js'
import { locate } from './address.js'

const slice = { endpoints: [{ addresses: ['10.88.0.2'] }], ports: [{ name: 'https', port: 8443 }] }
const guarded = {
  get: async (resource: string, namespace: string, name: string) => {
    if (resource !== 'services' || name !== 'hook') throw notFound({ group: '', plural: resource }, name)
    const ports = [{ name: 'https', port: 443, targetPort: 8443 }]
    return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { ports } }
  },
  list: async (resource: string) => (resource === 'discovery.k8s.io/endpointslices' ? [slice] : []),
} as unknown as Guarded
const parts = { guarded, random: { fraction: () => 0 } } as unknown as Parameters<typeof locate>[1]

describe('the address of a webhook', () => {
  it('of a Service is where its endpoints are; it is called by the name and port of the Service', async () => {
    const { host, port, name, authority } = await locate({ service: { namespace: 'a', name: 'hook' } }, parts)
    expect([host, port]).to.deep.equal(['10.88.0.2', 8443])
    expect([name, authority]).to.deep.equal(['hook.a.svc', 'hook.a.svc:443'])
  })

  it('of a URL is called as the URL says', async () => {
    const { host, port, authority } = await locate({ url: 'https://[fd00::1]:8443/x' }, parts)
    expect([host, port, authority]).to.deep.equal(['fd00::1', 8443, '[fd00::1]:8443'])
    expect((await locate({ url: 'https://example.com/x' }, parts)).authority).to.equal('example.com')
  })
})
