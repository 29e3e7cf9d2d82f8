/** Durations as kubectl shows them. */
import { expect } from 'chai'
import { age, humanDuration } from './human-duration.js'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

describe('humanDuration', () => {
  const cases: readonly (readonly [number, string])[] = [
    [-2 * second, '<invalid>'],
    [-second, '0s'],
    [0, '0s'],
    [119.9 * second, '119s'],
    [2 * minute, '2m'],
    [3 * minute + 5 * second, '3m5s'],
    [10 * minute + 5 * second, '10m'],
    [179 * minute, '179m'],
    [3 * hour, '3h'],
    [7 * hour + 59 * minute, '7h59m'],
    [8 * hour + 59 * minute, '8h'],
    [47 * hour, '47h'],
    [2 * day + 4 * hour, '2d4h'],
    [7 * day, '7d'],
    [8 * day + 5 * hour, '8d'],
    [700 * day, '700d'],
    [2 * 365 * day, '2y'],
    [3 * 365 * day + 20 * day, '3y20d'],
    [9 * 365 * day + 20 * day, '9y'],
  ]
  for (const [milliseconds, text] of cases) {
    it(`shows ${milliseconds / second} s as ${text}`, () => {
      expect(humanDuration(milliseconds)).to.equal(text)
    })
  }

  it('tells the age of a time, and of none', () => {
    expect(age('2024-05-01T00:00:00Z', Date.parse('2024-05-01T00:01:00Z'))).to.equal('60s')
    expect([age(null, 0), age('soon', 0)]).to.deep.equal(['<unknown>', '<invalid>'])
  })
})
