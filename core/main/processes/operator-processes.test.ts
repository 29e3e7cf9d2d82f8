import { expect } from 'chai'
import { operatorOf } from './operator-processes.js'

const frame = (url: string) => ({ url, functionName: 'f', line: 1 })

describe('a stack of the operators process', () => {
  it('names the innermost operator on it', () => {
    const stack = ['node:internal/x', 'file:///a/dist/operators/kit/at-most.js', 'file:///a/dist/operators/job/plan.js']
    expect(operatorOf([...stack, 'file:///a/dist/operators/cronjob/plan.js'].map(frame))).to.equal('job')
  })

  it('names none where none is on it', () => {
    expect(
      operatorOf(['file:///a/dist/core/runtime/informer.js', 'file:///a/dist/operators/index.js'].map(frame)),
    ).to.equal(undefined)
  })
})
