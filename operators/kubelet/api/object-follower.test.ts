import { expect } from 'chai'
import { MemoryApi } from '../../../test/kit/memory-api.js'
import { VirtualClock, seededRandom, silentLog } from '../../../core/kit/index.js'
import { configMaps, secrets } from './kinds.js'
import { WatchedObjects } from './object-follower.js'

function world() {
  const clock = new VirtualClock()
  const api = new MemoryApi({ clock, random: seededRandom(1), kinds: [configMaps, secrets] })
  const client = api.client('test')
  const objects = new WatchedObjects({ client: api.client('kubelet'), clock, log: silentLog })
  const name = { kind: 'configMap', namespace: 'default', name: 'settings' } as const
  const place = { namespace: 'default', name: 'settings' }
  const put = (colour: string) => client.create(configMaps, { metadata: { ...place }, data: { colour } })
  const paint = (colour: string) =>
    client.patch(configMaps, { ...place, patch: { type: 'merge', body: { data: { colour } } } })
  const colourNow = async () => ((await objects.read(name))?.['data'] as { colour?: string } | undefined)?.colour
  return { clock, client, objects, name, place, put, paint, colourNow }
}

describe('single objects that are followed', () => {
  it('are read once, and told of at each change', async () => {
    const { clock, objects, name, put, paint, colourNow } = world()
    await put('blue')
    let changes = 0
    const followed = objects.follow(name, () => changes++)
    expect((await followed.current)?.['data']).to.deep.equal({ colour: 'blue' })
    await clock.advance(10)
    expect(changes).to.equal(0)
    await paint('red')
    await clock.advance(10)
    expect([changes, await colourNow()]).to.deep.equal([1, 'red'])
    followed.stop()
  })

  it('may come later, and go', async () => {
    const { clock, client, objects, name, place, put, colourNow } = world()
    let changes = 0
    const followed = objects.follow(name, () => changes++)
    expect(await followed.current).to.equal(undefined)
    await clock.advance(10)
    await put('blue')
    await clock.advance(10)
    expect([changes, await colourNow()]).to.deep.equal([1, 'blue'])
    await client.delete(configMaps, place)
    await clock.advance(10)
    expect([changes, await colourNow()]).to.deep.equal([2, undefined])
    followed.stop()
  })

  it('are followed no more when the last follower stops', async () => {
    const { clock, objects, name, put, paint } = world()
    await put('blue')
    let changes = 0
    const first = objects.follow(name, () => changes++)
    const second = objects.follow(name, () => changes++)
    await clock.advance(10)
    first.stop()
    await paint('red')
    await clock.advance(10)
    second.stop()
    await paint('green')
    await clock.advance(10)
    expect(changes).to.equal(1)
  })
})
