import { expect } from 'chai'
import { StatusError } from '../meta/index.js'
import { requestedTimeoutMs } from './requested-timeout.js'

describe("a request's timeout parameter", () => {
  it('is a duration as Go writes it; 0 and none ask for nothing', () => {
    expect(requestedTimeoutMs('limit=5&timeout=1m30s')).to.equal(90_000)
    expect(requestedTimeoutMs('timeout=1.5s')).to.equal(1500)
    expect(requestedTimeoutMs('timeout=250ms')).to.equal(250)
    for (const query of ['', 'limit=5', 'timeout=0', 'timeout=0s', 'timeout=-5s', 'timeout=', 'mytimeout=x'])
      expect(requestedTimeoutMs(query), query).to.equal(undefined)
  })

  it('is refused at once when it is long and none', () => {
    for (const text of ['1h2m3.5s'.repeat(500), '11m'.repeat(5000), '1'.repeat(60_000)])
      expect(() => requestedTimeoutMs(`timeout=${text}x`)).to.throw(StatusError)
  })

  it('is refused when it is none', () => {
    for (const text of ['invalid', '99999999h', '5', '5 s', '1m30', 's'])
      expect(() => requestedTimeoutMs(`timeout=${text}`), text).to.throw(
        StatusError,
        /^invalid timeout specified in the request URL/,
      )
  })
})
