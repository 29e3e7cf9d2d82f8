import { expect } from 'chai'
import { timestamp } from '../../core/meta/index.js'
import { OperatorYard } from '../../test/kit/operator-yard.js'
import { Job } from '../kit/kinds.js'
import { ttlAfterFinished } from './index.js'

describe('a job that has ended', () => {
  let yard: OperatorYard

  beforeEach(async () => {
    yard = new OperatorYard([Job])
    await yard.start(ttlAfterFinished)
  })

  afterEach(() => yard.end())

  const put = (name: string, spec: object, conditionType?: string) => {
    const condition = { type: conditionType, status: 'True', lastTransitionTime: timestamp(yard.clock.now()) }
    return yard.put(Job, {
      metadata: { namespace: 'default', name },
      spec,
      ...(conditionType ? { status: { conditions: [condition] } } : {}),
    } as unknown as Job)
  }
  const names = () => yard.list(Job).map(({ metadata }) => metadata.name)

  it('is deleted after its time, not before, and whether it succeeded or failed', async () => {
    await put('done', { ttlSecondsAfterFinished: 60 }, 'Complete')
    await put('broken', { ttlSecondsAfterFinished: 120 }, 'Failed')
    await put('at-once', { ttlSecondsAfterFinished: 0 }, 'Complete')
    await yard.clock.advance(58_000)
    expect(names()).to.deep.equal(['broken', 'done'])
    await yard.clock.advance(3000)
    expect(names()).to.deep.equal(['broken'])
    await yard.clock.advance(60_000)
    expect(names()).to.deep.equal([])
  })

  it('stays without a time to live, and while it goes on', async () => {
    await put('kept', {}, 'Complete')
    await put('going-on', { ttlSecondsAfterFinished: 1 })
    await put('deciding', { ttlSecondsAfterFinished: 1 }, 'FailureTarget')
    await yard.clock.advance(100_000)
    expect(names()).to.deep.equal(['deciding', 'going-on', 'kept'])
  })

  it('stays longer when its time is extended', async () => {
    await put('done', { ttlSecondsAfterFinished: 60 }, 'Complete')
    await yard.clock.advance(50_000)
    const patch = { type: 'merge', body: { spec: { ttlSecondsAfterFinished: 300 } } } as const
    await yard.client.patch(Job, { namespace: 'default', name: 'done', patch })
    await yard.clock.advance(200_000)
    expect(names()).to.deep.equal(['done'])
    await yard.clock.advance(60_000)
    expect(names()).to.deep.equal([])
  })
})
