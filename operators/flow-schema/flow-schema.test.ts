import { expect } from 'chai'
import { OperatorYard } from '../../test/kit/operator-yard.js'
import { FlowSchema, PriorityLevelConfiguration } from '../kit/kinds.js'
import { flowSchema } from './index.js'

describe('a FlowSchema', () => {
  it('is told to dangle until its priority level is there, and again when that goes', async () => {
    const yard = new OperatorYard([FlowSchema, PriorityLevelConfiguration])
    await yard.start(flowSchema)
    const dangling = () => {
      const { type, status, reason } = yard.list(FlowSchema)[0]?.status?.conditions?.[0] ?? {}
      return `${type}=${status} ${reason}`
    }
    const spec = { matchingPrecedence: 100, priorityLevelConfiguration: { name: 'slow' } }
    await yard.put(FlowSchema, { metadata: { name: 'reports' }, spec })
    await yard.clock.advance(100)
    expect(dangling()).to.equal('Dangling=True NotFound')
    await yard.put(PriorityLevelConfiguration, { metadata: { name: 'slow' } })
    await yard.clock.advance(100)
    expect(dangling()).to.equal('Dangling=False Found')
    await yard.client.delete(PriorityLevelConfiguration, { name: 'slow' })
    await yard.clock.advance(100)
    expect(dangling()).to.equal('Dangling=True NotFound')
    await yard.end()
  })
})
