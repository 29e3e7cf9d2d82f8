import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expectRefusal } from '../../../../test/contract/container-runtime.js'
import { type BuiltImage, buildImage } from '../../../../test/kit/image-builder.js'
import { type RegistryServer, serveRegistry } from '../../../../test/kit/registry-server.js'
import { Images, listImages, pullImage } from './images.js'

const auth = { username: 'captain', password: 'secret' }

describe('Pulling an image', () => {
  let folder: string
  let image: BuiltImage
  let server: RegistryServer
  before(async () => {
    const big = randomBytes(300_000)
    image = await buildImage([[{ name: 'a', content: big }], [{ name: 'b', content: 'upper' }]], { Cmd: ['/a'] })
  })
  beforeEach(() => {
    folder = mkdtempSync('/tmp/operon-pull-')
  })
  afterEach(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const serve = async (authentication: 'none' | 'token' | 'basic') => {
    server = await serveRegistry({ repository: 'fleet/ship', tag: 'v1', image, authentication })
    return `${server.host}/fleet/ship`
  }

  for (const authentication of ['none', 'token', 'basic'] as const) {
    it(`with ${authentication} authentication: chooses the platform, keeps its tag and digest, tells how far it is`, async () => {
      const name = await serve(authentication)
      const lines: string[] = []
      expect(await pullImage(folder, `${name}:v1`, { auth, onProgress: (line) => lines.push(line) })).to.equal(image.id)
      const pulled = listImages(folder).find((one) => one.id === image.id)
      expect(pulled?.tags).to.deep.equal([`${name}:v1`])
      expect(pulled?.digests.map((one) => one.split('@')[0])).to.deep.equal([name])
      expect(lines[0]).to.equal(`pulling ${name}:v1`)
      expect(lines.filter((line) => line.endsWith(': downloaded'))).to.have.length(3)
      expect(lines.at(-1)).to.equal(`pulled ${name}:v1`)
      expect(readdirSync(new Images(join(folder, 'images')).root(`${name}:v1`).folder ?? '').sort()).to.deep.equal([
        'a',
        'b',
      ])
    })
  }

  it('again fetches no blob', async () => {
    const name = await serve('none')
    await pullImage(folder, `${name}:v1`)
    server.requests.length = 0
    await pullImage(folder, `${name}:v1`)
    expect(server.requests.filter((path) => path.includes('/blobs/'))).to.deep.equal([])
  })

  it('by digest finds it under that name', async () => {
    const name = await serve('none')
    const reference = `${name}@${image.manifestDigest}`
    await pullImage(folder, reference)
    expect(new Images(join(folder, 'images')).status(reference)?.id).to.equal(image.id)
  })

  it('that broke off goes on where it broke off', async () => {
    const name = await serve('none')
    const images = new Images(join(folder, 'images'))
    // Three blobs are fetched at a time: the first asked for is cut short, whichever it is.
    server.breakNextBlobAfter(100)
    await expectRefusal(() => images.pull(`${name}:v1`, {}), 'ErrImagePull')
    await images.pull(`${name}:v1`, {})
    expect(server.requests.filter((path) => path.endsWith(' bytes=100-'))).to.have.length(1)
    expect(images.status(`${name}:v1`)?.id).to.equal(image.id)
  })

  it("with a blob that isn't what its digest says is refused, and starts that blob anew the next time", async () => {
    const name = await serve('none')
    const layer = image.layers[1]
    server.corrupt(layer?.digest ?? '', Buffer.alloc(layer?.gzip.length ?? 0))
    const refusal = await expectRefusal(() => pullImage(folder, `${name}:v1`), 'ErrImagePull')
    expect(refusal.message).to.contain('damaged')
    server.corrupt(layer?.digest ?? '', layer?.gzip ?? Buffer.alloc(0))
    expect(await pullImage(folder, `${name}:v1`)).to.equal(image.id)
  })

  it("that is not there, or with the wrong password, or from nowhere, is refused in Docker's words", async () => {
    const name = await serve('token')
    expect((await expectRefusal(() => pullImage(folder, `${name}:v2`, { auth }), 'ErrImagePull')).message).to.equal(
      `failed to pull and unpack image "${name}:v2": not found`,
    )
    const wrong = { username: 'captain', password: 'guess' }
    expect(
      (await expectRefusal(() => pullImage(folder, `${name}:v1`, { auth: wrong }), 'ErrImagePull')).message,
    ).to.contain('pull access denied')
    expect((await expectRefusal(() => pullImage(folder, 'localhost:1/x'), 'ErrImagePull')).message).to.contain(
      'failed to do request',
    )
    await expectRefusal(() => pullImage(folder, 'NOT VALID'), 'InvalidImageName')
  })

  it('can be given up', async () => {
    const name = await serve('none')
    const abort = new AbortController()
    abort.abort()
    await expectRefusal(() => pullImage(folder, `${name}:v1`, { signal: abort.signal }), 'ErrImagePull')
  })

  it('asked for twice at once is done once', async () => {
    const name = await serve('none')
    const images = new Images(join(folder, 'images'))
    await Promise.all([images.pull(`${name}:v1`, {}), images.pull(`${name}:v1`, {})])
    expect(server.requests.filter((path) => path.includes('/blobs/'))).to.have.length(3)
  })
})
