import { expect } from 'chai'
import type { StatusError } from '../../core/meta/index.js'
import { logQuery } from './log-options.js'

const asked = (query: string) => logQuery(new URLSearchParams(query), 'web')

describe('the options of a log', () => {
  it('are passed on, but for those that are for the API', () => {
    const { query, trustsAnyBackend } = asked('follow=true&container=app&tailLines=0&limitBytes=1&sinceSeconds=1&x=y')
    expect(String(query)).to.equal('follow=true&tailLines=0&sinceSeconds=1&limitBytes=1')
    expect(String(asked('follow=0&sinceTime=2030-01-01T00:00:00.5%2B02:00').query)).to.equal(
      'sinceTime=2029-12-31T22%3A00%3A00Z',
    )
    expect(trustsAnyBackend).to.equal(false)
    expect(asked('insecureSkipTLSVerifyBackend=true').trustsAnyBackend).to.equal(true)
  })

  it('are refused in each way that they can be wrong', () => {
    const table: [query: string, code: number, text: string][] = [
      ['tailLines=-1', 422, 'PodLogOptions "web" is invalid: tailLines: Invalid value: -1: must be greater'],
      ['limitBytes=0', 422, 'limitBytes: Invalid value: 0: must be greater than 0'],
      ['sinceSeconds=0', 422, 'sinceSeconds: Invalid value: 0'],
      ['sinceSeconds=1&sinceTime=2030-01-01T00:00:00Z', 422, 'at most one of `sinceTime` or `sinceSeconds`'],
      ['stream=All', 422, 'stream: Forbidden: may not be specified'],
      ['tailLines=', 400, 'tailLines must be a whole number'],
      ['sinceTime=2030-02-30T00:00:00Z', 400, 'sinceTime must be a time'],
      ['sinceTime=2030-01-01T24:00:00Z', 400, 'sinceTime must be a time'],
      ['tailLines=many', 400, 'tailLines must be a whole number'],
      ['sinceTime=yesterday', 400, 'sinceTime must be a time'],
    ]
    for (const [query, code, text] of table) {
      let refused: StatusError | undefined
      try {
        asked(query)
      } catch (error) {
        refused = error as StatusError
      }
      expect(refused?.status.code, query).to.equal(code)
      expect(refused?.message, query).to.contain(text)
    }
  })
})
