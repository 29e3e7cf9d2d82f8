import { expect } from 'chai'
import type { PodSpec } from '../shapes/index.js'
import { unsupportedIn } from './unsupported.js'

const told = (spec: Partial<PodSpec>) =>
  unsupportedIn({ metadata: {}, spec: { containers: [{ name: 'app' }], ...spec } })

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
    const lines = told({
      containers,
      securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
      volumes: [{ name: 'big', emptyDir: { sizeLimit: '1Mi' } }],
    })
    for (const word of ['hostPort', 'seccompProfile', 'appArmorProfile', 'seLinuxOptions', 'emptyDir big'])
      expect(lines.join('; ')).to.contain(word)
    expect(lines).to.have.length(5)
  })
})
