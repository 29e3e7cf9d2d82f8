import { expect } from 'chai'
import { isTrueParameter } from './query-truth.js'

describe('a yes or no in a query', () => {
  it('is yes in whatever words a client has', () => {
    for (const text of ['true', 'True', 'TRUE', '1', 't', 'yes', '']) expect(isTrueParameter(text), text).to.equal(true)
  })

  it('is no when it says so, or is not there', () => {
    for (const text of ['false', 'False', '0', null]) expect(isTrueParameter(text), String(text)).to.equal(false)
  })
})
