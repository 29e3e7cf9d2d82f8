import { expect } from 'chai'
import { unknownConditions } from './silence.js'

describe('the conditions of a silent node', () => {
  const now = Date.UTC(2026, 0, 2)
  const metadata = { name: 'n', creationTimestamp: '2026-01-01T00:00:00Z' }

  it('of which nothing was ever told were last heard of when it was made', () => {
    const [ready, ...others] = unknownConditions({ metadata, spec: {}, status: {} }, now)
    expect(ready).to.include({
      type: 'Ready',
      status: 'Unknown',
      reason: 'NodeStatusNeverUpdated',
      lastHeartbeatTime: '2026-01-01T00:00:00Z',
      lastTransitionTime: '2026-01-02T00:00:00Z',
    })
    expect(others.map(({ type }) => type)).to.deep.equal(['MemoryPressure', 'DiskPressure', 'PIDPressure'])
  })

  it('keep the last word of their kubelet, and change once', () => {
    const told = { type: 'Ready', status: 'True', lastHeartbeatTime: '2026-01-01T10:00:00Z' } as const
    const [ready] = unknownConditions({ metadata, spec: {}, status: { conditions: [told] } }, now)
    expect(ready).to.include({ reason: 'NodeStatusUnknown' }).and.not.have.property('lastHeartbeatTime')
    const conditions = ['Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure'].map((type) => ({
      type,
      status: 'Unknown' as const,
    }))
    expect(unknownConditions({ metadata, spec: {}, status: { conditions } }, now)).to.deep.equal([])
  })
})
