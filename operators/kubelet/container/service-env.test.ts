import { expect } from 'chai'
import type { KubeObject } from '../../../core/meta/index.js'
import { linksOf, serviceEnv } from './service-env.js'

const service = (name: string, spec: object) => ({ metadata: { name }, spec }) as unknown as KubeObject

describe('what a pod is told of services', () => {
  it('is address and ports of each that has an address', () => {
    const ports = [
      { name: 'http-in', port: 8765 },
      { port: 53, protocol: 'UDP' },
    ]
    expect(linksOf([service('my-web', { clusterIP: '10.96.1.2', ports })])).to.deep.equal({
      MY_WEB_SERVICE_HOST: '10.96.1.2',
      MY_WEB_SERVICE_PORT: '8765',
      MY_WEB_SERVICE_PORT_HTTP_IN: '8765',
      MY_WEB_PORT: 'tcp://10.96.1.2:8765',
      MY_WEB_PORT_8765_TCP: 'tcp://10.96.1.2:8765',
      MY_WEB_PORT_8765_TCP_PROTO: 'tcp',
      MY_WEB_PORT_8765_TCP_PORT: '8765',
      MY_WEB_PORT_8765_TCP_ADDR: '10.96.1.2',
      MY_WEB_PORT_53_UDP: 'udp://10.96.1.2:53',
      MY_WEB_PORT_53_UDP_PROTO: 'udp',
      MY_WEB_PORT_53_UDP_PORT: '53',
      MY_WEB_PORT_53_UDP_ADDR: '10.96.1.2',
    })
  })

  it('is nothing of those without an address or a port', () => {
    expect(linksOf([service('a', { clusterIP: 'None', ports: [{ port: 1 }] }), service('b', {})])).to.deep.equal({})
  })

  it('is where the API is reached, in brackets when it has an address of version 6', () => {
    const env = serviceEnv({ host: 'fd00::1', port: 6443 })
    expect(env).to.include({ KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_PORT: 'tcp://[fd00::1]:6443' })
  })
})
