import { expect } from 'chai'
import type { PodStatus } from '../shapes/index.js'
import { statusPatch } from './pod-api.js'

const ready = (status: 'True' | 'False') => ({ type: 'Ready', status })

describe('the patch of a status', () => {
  it('holds what differs, conditions one by one, and null for what is gone', () => {
    const before: PodStatus = {
      phase: 'Pending',
      reason: 'x',
      startTime: 't',
      conditions: [
        { ...ready('False'), reason: 'ContainersNotReady' },
        { type: 'Initialized', status: 'True' },
      ],
    }
    const after: PodStatus = {
      phase: 'Running',
      startTime: 't',
      conditions: [ready('True'), { type: 'Initialized', status: 'True' }],
    }
    const conditions = [{ ...ready('True'), reason: null }]
    expect(statusPatch(before, after)).to.deep.equal({ phase: 'Running', reason: null, conditions })
  })

  it('takes back what a condition no longer says', () => {
    const before: PodStatus = { conditions: [{ ...ready('False'), reason: 'ContainersNotReady', message: 'm' }] }
    expect(statusPatch(before, { conditions: [ready('True')] })).to.deep.equal({
      conditions: [{ type: 'Ready', status: 'True', reason: null, message: null }],
    })
  })

  it('replaces addresses as a whole', () => {
    expect(statusPatch({ podIPs: [{ ip: 'a' }] }, { podIPs: [{ ip: 'b' }] })).to.deep.equal({
      podIPs: [{ $patch: 'replace' }, { ip: 'b' }],
    })
    expect(statusPatch({}, { podIPs: [{ ip: 'b' }] })).to.deep.equal({ podIPs: [{ ip: 'b' }] })
  })
})
