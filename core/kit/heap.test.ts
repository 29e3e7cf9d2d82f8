import { expect } from 'chai'
import fc from 'fast-check'
import { Heap } from './heap.js'

describe('a heap', () => {
  it('gives the smallest first, whatever went in and came out before', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer(), { nil: undefined })), (steps) => {
        const heap = new Heap<number>((a, b) => a < b)
        const model: number[] = []
        for (const step of steps) {
          if (step === undefined) {
            model.sort((a, b) => a - b)
            expect(heap.peek()).to.equal(model[0])
            expect(heap.pop()).to.equal(model.shift())
          } else {
            heap.push(step)
            model.push(step)
          }
          expect(heap.size).to.equal(model.length)
        }
      }),
    )
  })
})
