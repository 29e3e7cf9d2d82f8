import { expect } from 'chai'
import { failure } from './command-session.js'

describe('a command that could not be run', () => {
  it('is told as an internal error, with its cause for clients that read causes', () => {
    const why = 'error executing command in container: no such file'
    expect(JSON.parse(failure(new Error('no such file')).toString())).to.deep.equal({
      metadata: {},
      status: 'Failure',
      message: `Internal error occurred: ${why}`,
      reason: 'InternalError',
      details: { causes: [{ message: why }] },
      code: 500,
    })
  })
})
