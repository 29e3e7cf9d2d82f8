import { expect } from 'chai'
import { MemoryApi } from '../../test/kit/memory-api.js'
import { fleet, fleets, type Ship, ship, ships } from '../../test/kit/sample-kinds.js'
import { seededRandom, VirtualClock } from '../kit/index.js'
import { StatusError } from '../meta/index.js'
import { Client, isReason, type ObjectEvent, type Transport, TransportError, type TransportRequest } from './index.js'

const at = (name: string) => ({ namespace: 'sea', name })

function memory() {
  const clock = new VirtualClock()
  const api = new MemoryApi({ clock, random: seededRandom(1), kinds: [fleets, ships] })
  return { clock, api, client: api.client() }
}

/** A transport that answers everything alike, and what it was asked. */
function echo(status: number, body: string, headers: Record<string, string> = {}) {
  const asked: TransportRequest[] = []
  const transport: Transport = {
    async request(request) {
      asked.push(request)
      return { status, headers, body: Buffer.from(body) }
    },
    async stream(request) {
      asked.push(request)
      const chunks = (async function* () {
        for (const byte of Buffer.from(body)) yield Buffer.of(byte)
      })()
      return { status, headers, chunks }
    },
    async close() {},
  }
  return { asked, client: new Client(transport, { userAgent: 'fleet/1' }) }
}

async function take<T>(count: number, from: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = []
  for await (const each of from) if (taken.push(each) === count) break
  return taken
}

describe('the client', () => {
  it('creates, gets, updates, patches, lists and deletes', async () => {
    const { client } = memory()
    const made = await client.create(fleets, fleet('f', 2))
    expect(made.metadata.uid).to.be.a('string')
    const updated = await client.update(fleets, { ...made, spec: { ...made.spec, ships: 3 } })
    expect(updated.metadata.generation).to.equal(2)
    await client.updateStatus(fleets, { ...updated, status: { afloat: 1 } })
    await client.patch(fleets, { ...at('f'), patch: { type: 'merge', body: { metadata: { labels: { a: 'b' } } } } })
    const got = await client.get(fleets, at('f'))
    expect(got).to.deep.include({ kind: 'Fleet', apiVersion: 'sea.example/v1', status: { afloat: 1 } })
    expect(got.metadata.labels).to.deep.equal({ a: 'b' })
    const { items, metadata } = await client.list(fleets, { namespace: 'sea', labelSelector: 'a=b' })
    expect(items.map(({ kind }) => kind)).to.deep.equal(['Fleet'])
    expect(metadata.resourceVersion).to.equal(got.metadata.resourceVersion)
    await client.delete(fleets, at('f'), { uid: got.metadata.uid })
    expect(isReason(await client.get(fleets, at('f')).catch((error: unknown) => error), 'NotFound')).to.equal(true)
  })

  it('asks for the revision alone, and takes the object of a server that knows no better', async () => {
    const { asked, client } = echo(201, JSON.stringify(fleet('f', 1)))
    const answer = await client.create(fleets, fleet('f', 1), { answer: 'revision' })
    await client.create(fleets, fleet('f', 1))
    expect(asked.map(({ headers }) => headers?.['prefer'])).to.deep.equal(['return=minimal', undefined])
    expect(answer).to.have.property('metadata')
  })

  it('pages through a list', async () => {
    const { client, api } = memory()
    for (let number = 10; number < 17; number++) await client.create(ships, ship(`s${number}`))
    const names: unknown[] = []
    for await (const each of client.pages(ships, { limit: 3 })) names.push(each.metadata.name)
    expect(names).to.deep.equal(['s10', 's11', 's12', 's13', 's14', 's15', 's16'])
    expect(api.count(/^GET/)).to.equal(3)
  })

  it('watches on over broken connections, missing and repeating nothing', async () => {
    const { client, api, clock } = memory()
    const first = await client.create(ships, ship('a'))
    const seen: ObjectEvent<Ship>[] = []
    const stop = new AbortController()
    const resourceVersion = first.metadata.resourceVersion
    const watching = (async () => {
      for await (const event of client.watch(ships, { resourceVersion, signal: stop.signal })) seen.push(event)
    })()
    await clock.settle()
    for (const name of ['b', 'c', 'd']) {
      await client.create(ships, ship(name))
      await clock.settle()
      api.watches.cut()
      await clock.settle()
    }
    await client.delete(ships, at('a'))
    await clock.settle()
    stop.abort()
    await watching
    expect(seen.map(({ type, object }) => `${type} ${object.metadata.name}`)).to.deep.equal([
      'ADDED b',
      'ADDED c',
      'ADDED d',
      'DELETED a',
    ])
  })

  it('says Expired when the server has forgotten the revision', async () => {
    const { client, api } = memory()
    await client.create(ships, ship('a'))
    api.watches.compact()
    const error = await take(1, client.watch(ships, { resourceVersion: '100' })).catch((thrown: unknown) => thrown)
    expect(isReason(error, 'Expired')).to.equal(true)
  })

  it('puts events together however their bytes are cut', async () => {
    const lines = [
      '{"type":"ADDED","object":{"metadata":{"name":"é"}}}',
      '{"type":"BOOKMARK","object":{"metadata":{}}}',
    ]
    const { client } = echo(200, `${lines.join('\n')}\n`)
    const batches = await take(2, client.watchOnce(ships))
    expect(batches.flat().map(({ type }) => type)).to.deep.equal(['ADDED', 'BOOKMARK'])
    expect(batches[0]![0]!.object.metadata.name).to.equal('é')
  })

  it('throws the Status that the server gave', async () => {
    const status = { kind: 'Status', code: 429, reason: 'TooManyRequests', message: 'slowly', metadata: {} }
    const { client } = echo(429, JSON.stringify(status), { 'retry-after': '3' })
    const error = (await client.get(ships, at('a')).catch((thrown: unknown) => thrown)) as StatusError
    expect(error).to.be.instanceOf(StatusError)
    expect(error).to.include({ code: 429, reason: 'TooManyRequests', message: 'slowly' })
    expect(error.status.details?.retryAfterSeconds).to.equal(3)
    const streamed = await take(1, client.watchOnce(ships)).catch((thrown: unknown) => thrown)
    expect(isReason(streamed, 'TooManyRequests')).to.equal(true)
  })

  it('makes a Status of what something else than an API server answered', async () => {
    const { client } = echo(502, '<html>bad gateway</html>')
    const error = (await client.get(ships, at('a')).catch((thrown: unknown) => thrown)) as StatusError
    expect(error).to.include({ code: 502, message: '<html>bad gateway</html>' })
  })

  it('asks as Kubernetes is asked', async () => {
    const { client, asked } = echo(200, '{"metadata":{},"items":[]}')
    const last = () => `${asked.at(-1)!.method} ${asked.at(-1)!.url}`
    await client.apply(ships, ship('a'), { fieldManager: 'me', force: true })
    expect(last()).to.equal('PATCH /apis/sea.example/v1/namespaces/sea/ships/a?fieldManager=me&force=true')
    expect(asked.at(-1)!.headers).to.include({ 'content-type': 'application/apply-patch+yaml' })
    await client.scale(fleets, { ...at('f'), replicas: 4 })
    expect(last()).to.equal('PATCH /apis/sea.example/v1/namespaces/sea/fleets/f/scale?fieldManager=fleet')
    expect(asked.at(-1)!.body).to.equal('{"spec":{"replicas":4}}')
    await client.delete(ships, at('a'), { uid: 'u', propagationPolicy: 'Foreground', gracePeriodSeconds: 0 })
    expect(JSON.parse(String(asked.at(-1)!.body))).to.deep.include({
      preconditions: { uid: 'u' },
      propagationPolicy: 'Foreground',
      gracePeriodSeconds: 0,
    })
    await client.deleteCollection(ships, { namespace: 'sea', labelSelector: 'a in (b,c)' })
    expect(last()).to.equal('DELETE /apis/sea.example/v1/namespaces/sea/ships?labelSelector=a%20in%20(b%2Cc)')
    await client.list(ships, { metadataOnly: true, limit: 5 })
    expect(last()).to.equal('GET /apis/sea.example/v1/ships?limit=5')
    expect(asked.at(-1)!.headers?.['accept']).to.contain('PartialObjectMetadataList')
    await client.create(ships, ship('a'), { dryRun: true, fieldValidation: 'Strict' })
    expect(last()).to.contain('/namespaces/sea/ships?dryRun=All&fieldValidation=Strict')
    expect(JSON.parse(String(asked.at(-1)!.body))).to.include({ kind: 'Ship', apiVersion: 'sea.example/v1' })
  })

  it('passes on that no answer came', async () => {
    const { client, api } = memory()
    api.fault = () => ({ lost: 'after' })
    const error = await client.create(ships, ship('a')).catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(TransportError).and.include({ outcome: 'unknown' })
    expect(api.store.list(ships)).to.have.length(1)
  })
})
