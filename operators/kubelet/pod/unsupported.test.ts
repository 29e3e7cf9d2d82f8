import { expect } from 'chai'
import type { RuntimeStatus } from '../../../plugins/runtime/contract.js'
import type { PodSpec } from '../shapes/index.js'
import { unsupportedIn } from './unsupported.js'

const told = (spec: Partial<PodSpec>, lacks: RuntimeStatus['lacks'] = []) =>
  unsupportedIn({ metadata: {}, spec: { containers: [{ name: 'app' }], ...spec } }, lacks)

describe('what a pod is told not to get', () => {
  it('is nothing for one that asks for nothing special', () => {
    const volumes = [
      { name: 'fast', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
      { name: 'big', emptyDir: {} },
    ]
    expect(told({ volumes, securityContext: { seccompProfile: { type: 'Unconfined' } } })).to.deep.equal([])
  })

  it('is each filter, port and limit that is not there', () => {
    const securityContext = { appArmorProfile: { type: 'RuntimeDefault' }, seLinuxOptions: { level: 's0' } }
    const containers = [{ name: 'app', securityContext, ports: [{ containerPort: 80, hostPort: 80 }] }]
    const lines = told(
      {
        containers,
        securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
        volumes: [{ name: 'big', emptyDir: { sizeLimit: '1Mi' } }],
      },
      ['hostPorts'],
    )
    for (const word of ['hostPort', 'seccompProfile', 'appArmorProfile', 'seLinuxOptions', 'emptyDir big'])
      expect(lines.join('; ')).to.contain(word)
    expect(lines).to.have.length(5)
  })

  it('is a port of the node at an address that pods have none like, and any where it can not lead to the pod', () => {
    const at = (hostIP: string) => ({
      containers: [{ name: 'app', ports: [{ containerPort: 80, hostPort: 8080, hostIP }] }],
    })
    expect(told(at('127.0.0.1'))).to.deep.equal([])
    expect(told(at('::1')).join()).to.match(/hostPort 8080 .* ::1/)
    expect(told(at('127.0.0.1'), ['podNetwork']).join()).to.contain('hostPort')
    expect(told({ ...at('127.0.0.1'), hostNetwork: true }, ['podNetwork'])).to.deep.equal([])
  })
})
