import { expect } from 'chai'
import { type Fleet, fleet } from '../../test/kit/sample-kinds.js'
import { Shipyard } from '../../test/kit/shipyard.js'
import { silentLog } from '../kit/index.js'
import { EventRecorder } from './event-recorder.js'

describe('an event recorder', () => {
  const about: Fleet = {
    apiVersion: 'sea.example/v1',
    kind: 'Fleet',
    ...fleet('f', 1, { uid: 'u', resourceVersion: '7' }),
  }
  let yard: Shipyard
  let stop: AbortController
  let recorder: EventRecorder

  beforeEach(() => {
    yard = new Shipyard()
    stop = new AbortController()
    const { clock, random } = yard
    const client = yard.api.client('fleet')
    recorder = new EventRecorder({
      client,
      source: { component: 'fleet' },
      clock,
      random,
      log: silentLog,
      signal: stop.signal,
    })
  })

  afterEach(() => stop.abort())

  const tell = (message: string, reason = 'Sailed') => recorder.record(about, { type: 'Normal', reason, message })
  const told = () => yard.events().map((event) => [event['count'], event['message']])

  it('writes core/v1 events as kubectl describe looks for them', async () => {
    tell('off we go')
    await recorder.flushed()
    const [event] = yard.events()
    expect(event).to.deep.include({
      involvedObject: {
        apiVersion: 'sea.example/v1',
        kind: 'Fleet',
        namespace: 'sea',
        name: 'f',
        uid: 'u',
        resourceVersion: '7',
      },
      source: { component: 'fleet' },
      reason: 'Sailed',
      type: 'Normal',
      firstTimestamp: '2023-11-14T22:13:20Z',
    })
    expect(event!.metadata).to.include({ namespace: 'sea' })
    expect(event!.metadata.name).to.match(/^f\.[0-9a-f]+$/)
  })

  it('writes the newer form of an event that says what was tried, and counts it as a series', async () => {
    const event = { type: 'Warning', reason: 'Adrift', message: 'no wind', action: 'Sailing' } as const
    recorder.record(about, event)
    recorder.record(about, event)
    await recorder.flushed()
    const time = '2023-11-14T22:13:20.000000Z'
    expect(yard.events()).to.have.length(1)
    expect(yard.events()[0]).to.deep.include({
      action: 'Sailing',
      eventTime: time,
      reportingComponent: 'fleet',
      reportingInstance: 'fleet',
      series: { count: 2, lastObservedTime: time },
    })
    expect(yard.events()[0]).not.to.have.any.keys('count', 'firstTimestamp', 'lastTimestamp')
  })

  it('counts the same event within 10 minutes, and writes a new one after', async () => {
    tell('aground')
    await yard.clock.advance(300_000)
    tell('aground')
    tell('aground')
    await recorder.flushed()
    expect(told()).to.deep.equal([[3, 'aground']])
    expect(yard.events()[0]!['lastTimestamp']).to.equal('2023-11-14T22:18:20Z')
    await yard.clock.advance(601_000)
    tell('aground')
    await recorder.flushed()
    expect(told()).to.deep.equal([
      [3, 'aground'],
      [1, 'aground'],
    ])
  })

  it('combines alike events beyond ten', async () => {
    for (let wave = 0; wave < 14; wave++) tell(`wave ${wave}`)
    await recorder.flushed()
    expect(told()).to.have.length(11)
    expect(told()).to.deep.include([4, '(combined from similar events): wave 13'])
  })

  it('cuts a flood about one object off at 25, and lets one more through each 5 minutes', async () => {
    for (let drop = 0; drop < 100; drop++) tell(`drop ${drop}`, `Reason${drop}`)
    await recorder.flushed()
    expect(told()).to.have.length(25)
    await yard.clock.advance(300_000)
    tell('another')
    tell('and another')
    await recorder.flushed()
    expect(told()).to.have.length(26)
  })

  it('writes an event once when the answer is lost, and gives up on one that is refused', async () => {
    let faults = 2
    yard.api.fault = () => (faults-- > 0 ? { lost: 'after' } : undefined)
    tell('a')
    await yard.clock.advance(5000)
    await recorder.flushed()
    expect(told()).to.deep.equal([[1, 'a']])
  })

  it('makes the event anew when the server has dropped it', async () => {
    tell('a')
    await recorder.flushed()
    const [event] = yard.events()
    await yard.client.delete(
      { group: '', version: 'v1', kind: 'Event', plural: 'events', namespaced: true },
      { namespace: 'sea', name: String(event!.metadata.name) },
    )
    await yard.clock.advance(1000)
    tell('a')
    await recorder.flushed()
    expect(told()).to.deep.equal([[1, 'a']])
  })
})
