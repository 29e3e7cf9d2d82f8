/** Histories of concurrent writers and watchers while the server is killed and started again: the nine properties of a watch, and linearizability of each object. */
import { expect } from 'chai'
import { seededRandom } from '../../core/kit/index.js'
import { CrashingServer } from '../kit/crashing-server.js'
import { impossible, isLinearizable, type Operation } from '../kit/linearizable.js'
import { filtered, offences, type Seen, type Written } from '../kit/watch-history.js'

const path = '/api/v1/namespaces/default/configmaps'
const names = ['a', 'b', 'c', 'd', 'e']
const writers = 4
const operationsEach = 150
const crashes = 3

describe('histories of a server that is killed now and then', () => {
  let history: History
  before(async function () {
    this.timeout(180_000)
    history = await record(20_261)
  })

  it('hold enough to tell: writes, refusals, lost answers and resumed watches', () => {
    expect(history.written.length).to.be.above(100)
    expect(history.refused).to.be.above(5)
    expect(history.resumed).to.be.above(crashes)
    expect(history.all.filter(({ type }) => type === 'BOOKMARK')).not.to.have.length(0)
  })

  it('show watches that are ordered, unique, atomic, reliable, resumable and bookmarkable, with true previous values and creates', () => {
    expect(offences(history.all, history.written, new Map())).to.deep.equal([])
  })

  it('show the same to every watcher, and through a selector what it leaves of that', () => {
    const events = (seen: readonly Seen[]) => seen.filter(({ type }) => type !== 'BOOKMARK')
    expect(events(history.other)).to.deep.equal(events(history.all))
    const unlabelled = events(history.even).map(({ label: _, ...event }) => event)
    expect(unlabelled).to.deep.equal(filtered(history.all, 'even'))
  })

  it('are linearizable, object by object', () => {
    for (const [name, operations] of history.operations) expect(isLinearizable(operations), name).to.equal(true)
  })

  it('with an event lost, doubled, swapped or changed are found wrong', () => {
    const { all, written } = history
    const at = all.findIndex(({ revision }) => revision === written[written.length >> 1]!.revision)
    const event = all[at]!
    const planted: Record<string, Seen[]> = {
      reliable: all.toSpliced(at, 1),
      unique: all.toSpliced(at, 0, event),
      ordered: [...all.slice(0, at), ...all.slice(at, at + 2).reverse(), ...all.slice(at + 2)],
      'is-create': all.with(at, { ...event, type: event.type === 'ADDED' ? 'MODIFIED' : 'ADDED' }),
      atomic: all.with(at, { ...event, name: 'another', type: 'ADDED' }),
      bookmarkable: all.toSpliced(at + 1, 0, { ...event, type: 'BOOKMARK', revision: 1 }),
    }
    for (const [property, seen] of Object.entries(planted))
      expect(offences(seen, written, new Map()).join('\n'), property).to.contain(property)
    const gone = all.findIndex(({ type }) => type === 'DELETED')
    const changed = all.with(gone, { ...all[gone]!, text: 'something else' })
    expect(offences(changed, [], new Map()).join('\n')).to.contain('previous value')
  })

  it('with a stale read or a lost update are found not linearizable', () => {
    const write = (text: string, calledAt: number, expected?: string): Operation => ({
      ...{ calledAt, answeredAt: calledAt + 1 },
      step: (state) => (state === expected ? text : impossible),
    })
    const read = (text: string, calledAt: number): Operation => ({
      ...{ calledAt, answeredAt: calledAt + 1 },
      step: (state) => (state === text ? state : impossible),
    })
    expect(isLinearizable([write('x', 0), write('y', 2, 'x'), read('y', 4)])).to.equal(true)
    expect(isLinearizable([write('x', 0), write('y', 2, 'x'), read('x', 4)])).to.equal(false)
    expect(isLinearizable([write('x', 0), write('y', 2, 'x'), write('z', 4, 'x')])).to.equal(false)
    expect(
      isLinearizable([
        write('x', 0),
        { ...write('y', 2, 'x'), answeredAt: Number.POSITIVE_INFINITY },
        read('x', 4),
        read('y', 6),
      ]),
    ).to.equal(true)
  })
})

interface History {
  readonly all: Seen[]
  readonly other: Seen[]
  readonly even: Seen[]
  readonly written: Written[]
  readonly operations: ReadonlyMap<string, Operation[]>
  refused: number
  resumed: number
}

async function record(seed: number): Promise<History> {
  const server = await CrashingServer.start()
  const operations = new Map(names.map((name) => [name, [] as Operation[]]))
  const history: History = { all: [], other: [], even: [], written: [], operations, refused: 0, resumed: 0 }
  const start = (await server.ask('GET', path)).json.metadata.resourceVersion as string
  const watches = [
    follow(server, history, { seen: history.all, start, selector: '' }),
    follow(server, history, { seen: history.other, start, selector: '' }),
    follow(server, history, { seen: history.even, start, selector: '&labelSelector=parity%3Deven' }),
  ]
  const clock = { now: 0 }
  const each = Array.from(
    { length: writers },
    (_, at) => new Writer(server, history, { seed: seed + at, tag: `w${at}`, clock }),
  )
  const writing = each.map((writer) => writer.run())
  for (let crash = 1; crash <= crashes; crash++) {
    await each[0]!.reached((operationsEach * crash) / (crashes + 1))
    await server.crash()
  }
  await Promise.all(writing)
  // The writers may be done within the first second, before a watch has come to its timeout.
  while (!history.all.some(({ type }) => type === 'BOOKMARK')) await server.ask('GET', path)
  const last = { metadata: { name: 'last', labels: { parity: 'even' } }, data: { text: 'last' } }
  expect((await server.ask('POST', path, last)).status).to.equal(201)
  await Promise.all(watches)
  await server.stop()
  return history
}

/** A watch that goes on where it was, until it has seen the last object. */
async function follow(
  server: CrashingServer,
  history: History,
  { seen, start, selector }: { readonly seen: Seen[]; readonly start: string; readonly selector: string },
): Promise<void> {
  let place = start
  let isOver = false
  while (!isOver) {
    const query = `watch=1&allowWatchBookmarks=true&timeoutSeconds=1&resourceVersion=${place}${selector}`
    try {
      await server.watch(`${path}?${query}`, ({ type, object }) => {
        if (type === 'ERROR') throw new Error(JSON.stringify(object))
        const { name = '', resourceVersion, labels } = object.metadata
        place = resourceVersion
        isOver = name === 'last'
        if (!isOver && (type === 'BOOKMARK' || names.includes(name)))
          seen.push({
            type,
            revision: Number(resourceVersion),
            name,
            text: object.data?.text ?? '',
            label: labels?.parity ?? '',
          })
        return !isOver
      })
    } catch (error) {
      if (!isBroken(error)) throw error
      await server.back()
    }
    history.resumed++
  }
}

const isBroken = (error: unknown): boolean =>
  /ECONN|EPIPE|aborted|hang up|socket|Unexpected end|disconnected/.test(String((error as Error).message ?? error))

/** One client: creates, changes and deletes objects that the others do too, always going by what it last read. */
class Writer {
  readonly #server: CrashingServer
  readonly #history: History
  readonly #random
  readonly #tag: string
  readonly #clock: { now: number }
  #done = 0
  #waiting: { readonly count: number; readonly resolve: () => void }[] = []

  constructor(
    server: CrashingServer,
    history: History,
    { seed, tag, clock }: { readonly seed: number; readonly tag: string; readonly clock: { now: number } },
  ) {
    this.#server = server
    this.#history = history
    this.#random = seededRandom(seed)
    this.#tag = tag
    this.#clock = clock
  }

  /** Resolves when it has done so many operations. */
  reached(count: number): Promise<void> {
    if (this.#done >= count) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push({ count, resolve }))
  }

  async run(): Promise<void> {
    for (; this.#done < operationsEach; this.#count()) {
      const name = names[Math.floor(this.#random.fraction() * names.length)]!
      const text = `${this.#tag}-${this.#done}`
      const present = await this.#send(name, 'GET', undefined, ({ status, json }) => {
        const shown = status === 404 ? undefined : (json.data.text as string)
        return (state) => (state === shown ? state : impossible)
      })
      if (present) await this.#write(name, text, present.status === 404 ? undefined : present.json)
    }
  }

  #count(): void {
    this.#done++
    for (const { resolve } of this.#waiting.filter(({ count }) => count <= this.#done)) resolve()
    this.#waiting = this.#waiting.filter(({ count }) => count > this.#done)
  }

  // biome-ignore lint/suspicious/noExplicitAny: an object as it was answered
  async #write(name: string, text: string, present: any): Promise<void> {
    const expected = present?.data.text as string | undefined
    const isDeletion = present && this.#random.fraction() < 0.3
    const next = isDeletion ? undefined : text
    const parity = this.#random.fraction() < 0.5 ? 'even' : 'odd'
    const { resourceVersion } = present?.metadata ?? {}
    const object = { metadata: { name, labels: { parity }, ...(present ? { resourceVersion } : {}) }, data: { text } }
    const body = isDeletion ? { preconditions: { resourceVersion } } : object
    const method = isDeletion ? 'DELETE' : present ? 'PUT' : 'POST'
    const happen: Operation['step'] = (state) => (state === expected ? next : impossible)
    const reply = await this.#send(
      name,
      method,
      body,
      ({ status }) => (status < 300 ? happen : (state) => (state === expected ? impossible : state)),
      happen,
    )
    if (!reply) return
    if (reply.status >= 300) this.#history.refused++
    else if (!isDeletion)
      this.#history.written.push({ revision: Number(reply.json.metadata.resourceVersion), name, text })
  }

  /** Notes the operation; undefined when it was not answered: it may have happened. */
  async #send(
    name: string,
    method: string,
    body: object | undefined,
    stepOf: (reply: Awaited<ReturnType<CrashingServer['ask']>>) => Operation['step'],
    unknown?: Operation['step'],
  ) {
    const calledAt = this.#clock.now++
    const operations = this.#history.operations.get(name)!
    try {
      const reply = await this.#server.ask(method, method === 'POST' ? path : `${path}/${name}`, body)
      if (![200, 201, 404, 409].includes(reply.status)) throw new Error(`${method}: ${JSON.stringify(reply.json)}`)
      operations.push({ calledAt, answeredAt: this.#clock.now++, step: stepOf(reply) })
      return reply
    } catch (error) {
      if (!isBroken(error)) throw error
      if (unknown) operations.push({ calledAt, answeredAt: Number.POSITIVE_INFINITY, step: unknown })
      await this.#server.back()
      return undefined
    }
  }
}
