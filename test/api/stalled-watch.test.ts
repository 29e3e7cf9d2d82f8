import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const secrets = '/api/v1/namespaces/default/secrets'
/** More than sockets hold and a watcher may fall behind, together. */
const count = 400
const filler = Buffer.alloc(75_000, 'x').toString('base64')

describe('a watcher that does not read', () => {
  it('is cut off within its budget, and the others see everything in order', async () => {
    const server = await TestServer.start()
    const from = (await server.ask(secrets)).json.metadata.resourceVersion
    const path = `${secrets}?watch=1&resourceVersion=${from}`
    const stalled = await server.follow(path)
    const others = await Promise.all(Array.from({ length: 30 }, () => server.follow(path)))
    const reading = others.map(async (watch) => {
      const seen: string[] = []
      while (seen.length < count) seen.push((await watch.next()).object.metadata.name)
      watch.end()
      return seen
    })
    const made = Array.from({ length: count }, (_, at) => `s-${at}`)
    for (const name of made)
      expect(
        (await server.ask(secrets, { method: 'POST', body: { metadata: { name }, data: { filler } } })).status,
      ).to.equal(201)
    for (const seen of await Promise.all(reading)) expect(seen).to.deep.equal(made)
    const left: string[] = []
    for (let event = await stalled.next(); event; event = await stalled.next()) left.push(event.object.metadata.name)
    expect(left, 'what it still had before it was cut off').to.deep.equal(made.slice(0, left.length))
    expect(left.length).to.be.below(count)
    await server.stop()
  })
})
