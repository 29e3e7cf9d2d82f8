import { expect } from 'chai'
import type { Entry } from '../../../core/storage/contract.js'
import { Slots } from './slots.js'

const entry = (key: string, revision = 1, bytes = 700): Entry => ({
  key,
  revision,
  value: { bytes: new Uint8Array(bytes), splice: 0, stamp: 0 },
})

function put(slots: Slots, key: string): void {
  slots.publish(key, 1)
  slots.keep(entry(key))
}

describe('slots', () => {
  it('keep as many entries as there is room for, and every revision', () => {
    const slots = new Slots(10_000)
    for (let at = 0; at < 100; at++) put(slots, `k${at}`)
    const kept = slots.keys('', undefined, 1000).filter((key) => slots.entry(key))
    expect(kept).to.have.length(10)
    expect(slots.count('', undefined)).to.equal(100)
    expect(slots.revision('k3')).to.equal(1)
  })

  it('keep what is read again and again, whatever passes by', () => {
    const slots = new Slots(10_000)
    for (const key of ['hot', 'warm']) put(slots, key)
    for (let at = 0; at < 1000; at++) {
      expect(slots.entry('hot'), `at ${at}`).not.to.equal(undefined)
      expect(slots.entry('warm'), `at ${at}`).not.to.equal(undefined)
      put(slots, `k${at}`)
    }
  })

  it('keep what came last, and what fits after it was read once', () => {
    const slots = new Slots(10_000)
    for (let at = 0; at < 100; at++) put(slots, `k${at}`)
    const last = Array.from({ length: 10 }, (_, at) => `k${90 + at}`)
    expect(last.filter((key) => slots.entry(key))).to.deep.equal(last)
    const first = Array.from({ length: 5 }, (_, at) => `k${at}`)
    for (const key of first) slots.keep(entry(key))
    for (const key of first) slots.keep(entry(key))
    expect(first.filter((key) => slots.entry(key))).to.deep.equal(first)
  })

  it('drop an entry when its key is written or deleted, and give its room to others', () => {
    const slots = new Slots(10_000)
    for (let at = 0; at < 10; at++) put(slots, `k${at}`)
    slots.publish('k3', 2)
    slots.delete('k4')
    expect([slots.entry('k3'), slots.revision('k3'), slots.entry('k4'), slots.revision('k4')]).to.deep.equal([
      undefined,
      2,
      undefined,
      undefined,
    ])
    slots.keep(entry('k3', 1))
    expect(slots.entry('k3'), 'an older version').to.equal(undefined)
    slots.keep(entry('k3', 2))
    put(slots, 'k10')
    expect(slots.keys('', undefined, 100).filter((key) => slots.entry(key))).to.have.length(10)
  })

  it('do not keep what is larger than all the room', () => {
    const slots = new Slots(10_000)
    put(slots, 'small')
    slots.publish('large', 1)
    slots.keep(entry('large', 1, 20_000))
    expect(slots.entry('large')).to.equal(undefined)
    expect(slots.entry('small')).not.to.equal(undefined)
  })
})
