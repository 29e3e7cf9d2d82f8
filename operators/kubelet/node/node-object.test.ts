import { expect } from 'chai'
import type { RuntimeStatus } from '../../../plugins/runtime/contract.js'
import { allocatableOf, hasChanged, nodeConditions, withTimes } from './node-object.js'

const runtime = (more: Partial<RuntimeStatus> = {}): RuntimeStatus => ({
  conditions: [{ type: 'RuntimeReady', status: true, reason: '', message: '' }],
  lacks: [],
  ...more,
})
const roomy = { memoryAvailableBytes: 2 ** 30, diskFreePart: 0.5, inodesFreePart: 0.5, pidsFreePart: 0.9 }
const statuses = (...args: Parameters<typeof nodeConditions>) =>
  Object.fromEntries(nodeConditions(...args).map(({ type, status }) => [type, status]))

describe("a node's status", () => {
  it('is Ready with no pressure while the runtime is', () => {
    expect(statuses(runtime(), roomy)).to.deep.equal({
      MemoryPressure: 'False',
      DiskPressure: 'False',
      PIDPressure: 'False',
      Ready: 'True',
    })
  })

  it('says what presses, and what the runtime lacks or waits for', () => {
    const pressed = { memoryAvailableBytes: 2 ** 20, diskFreePart: 0.01, inodesFreePart: 0.5, pidsFreePart: 0.001 }
    const broken = { type: 'NetworkReady', status: false, reason: 'NoBridge', message: 'no bridge' } as const
    expect(statuses(runtime({ conditions: [broken] }), pressed)).to.deep.equal({
      MemoryPressure: 'True',
      DiskPressure: 'True',
      PIDPressure: 'True',
      Ready: 'False',
    })
    expect(nodeConditions(runtime({ lacks: ['podNetwork'] }), roomy).at(-1)?.message).to.contain(
      "pods share the host's network",
    )
    const why = { type: 'NetworkReady', status: true, reason: 'HostNetwork', message: 'the range is taken' } as const
    expect(nodeConditions(runtime({ lacks: ['podNetwork'], conditions: [why] }), roomy).at(-1)?.message).to.contain(
      'the range is taken',
    )
  })

  it('keeps the time of a condition that stands, and is no news when only its heartbeat moved', () => {
    const first = withTimes(nodeConditions(runtime(), roomy), [], 0)
    const later = withTimes(nodeConditions(runtime(), roomy), first, 60_000)
    expect(later[3]?.lastTransitionTime).to.equal('1970-01-01T00:00:00Z')
    expect(hasChanged({ conditions: first }, { conditions: later })).to.equal(false)
    expect(
      hasChanged(
        { conditions: first },
        { conditions: withTimes(nodeConditions(runtime(), { ...roomy, diskFreePart: 0 }), first, 0) },
      ),
    ).to.equal(true)
  })

  it('leaves pods less than all of memory and disk', () => {
    const capacity = { cpu: '2', memory: '1048576Ki', 'ephemeral-storage': '1000000Ki', pods: '110' }
    expect(allocatableOf(capacity)).to.deep.equal({
      cpu: '2',
      memory: '924Mi',
      'ephemeral-storage': '900000Ki',
      pods: '110',
    })
  })
})
