import { expect } from 'chai'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expectRefusal } from '../../../../test/contract/container-runtime.js'
import {
  type BuiltImage,
  buildImage,
  dockerArchive,
  tarOf,
  writeOciLayout,
} from '../../../../test/kit/image-builder.js'
import { Images, listImages, loadImage } from './images.js'

describe('Images of a data directory', () => {
  let folder: string
  let image: BuiltImage
  before(async () => {
    image = await buildImage([[{ name: 'a', content: 'lower' }], [{ name: 'b', content: 'upper' }]], {
      Cmd: ['/a'],
      Env: ['X=1'],
      User: 'me',
      WorkingDir: '/w',
      StopSignal: 'SIGQUIT',
    })
  })
  beforeEach(() => {
    folder = mkdtempSync('/tmp/operon-images-')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const names = () => listImages(folder).flatMap((one) => one.tags)

  it('are loaded from a docker archive under its tags', async () => {
    writeFileSync(join(folder, 'image.tar'), await dockerArchive(image, ['web:1', 'example.com/web:2']))
    const lines: string[] = []
    const loaded = await loadImage(folder, join(folder, 'image.tar'), { onProgress: (line) => lines.push(line) })
    expect(loaded).to.deep.equal([{ id: image.id, names: ['docker.io/library/web:1', 'example.com/web:2'] }])
    expect(names()).to.include.members(['docker.io/library/web:1', 'example.com/web:2', 'localhost/host:latest'])
    expect(lines.at(-1)).to.equal('loaded docker.io/library/web:1, example.com/web:2')
    const root = new Images(join(folder, 'images')).root('web:1')
    expect(readdirSync(root.folder ?? '').sort()).to.deep.equal(['a', 'b'])
    expect(root.config).to.deep.equal({
      env: ['X=1'],
      entrypoint: [],
      cmd: ['/a'],
      user: 'me',
      workingDir: '/w',
      stopSignal: 'SIGQUIT',
    })
    expect(readdirSync(join(folder, 'images', 'incoming'))).to.deep.equal([])
  })

  it('are loaded from a gzipped one, under a name given for it', async () => {
    writeFileSync(join(folder, 'image.tar.gz'), gzipSync(await dockerArchive(image, [])))
    await loadImage(folder, join(folder, 'image.tar.gz'), { name: 'mine' })
    expect(names()).to.include('docker.io/library/mine:latest')
  })

  it("are loaded from an OCI layout, as a folder and as a tar, for this machine's platform", async () => {
    mkdirSync(join(folder, 'layout'))
    writeOciLayout(join(folder, 'layout'), image, 'docker.io/library/fromlayout:3')
    expect((await loadImage(folder, join(folder, 'layout')))[0]?.id).to.equal(image.id)
    const blobs = readdirSync(join(folder, 'layout', 'blobs', 'sha256')).map((name) => `blobs/sha256/${name}`)
    const tar = await tarOf(
      ['oci-layout', 'index.json', ...blobs].map((name) => ({
        name,
        content: readFileSync(join(folder, 'layout', name)),
      })),
    )
    writeFileSync(join(folder, 'layout.tar'), tar)
    expect((await loadImage(folder, join(folder, 'layout.tar')))[0]?.names).to.deep.equal([
      'docker.io/library/fromlayout:3',
    ])
  })

  it('go with their files when the last tag goes', async () => {
    writeFileSync(join(folder, 'image.tar'), await dockerArchive(image, ['web:1', 'web:2']))
    await loadImage(folder, join(folder, 'image.tar'))
    const images = new Images(join(folder, 'images'))
    images.root('web:1')
    await images.remove('web:1')
    expect(images.status('web:2')?.id).to.equal(image.id)
    await images.remove('web:2')
    expect(images.status(image.id)).to.equal(undefined)
    for (const name of ['blobs/sha256', 'images', 'names', 'layers', 'roots'])
      expect(readdirSync(join(folder, 'images', name))).to.deep.equal([])
  })

  for (const [title, bytes, why] of [
    ['a file that is no archive', Buffer.from('hello '.repeat(200)), /tar/i],
    ['an empty file', Buffer.alloc(0), /neither|tar/i],
    ['an archive that holds no image', undefined, /neither an OCI layout nor a docker archive/],
  ] as const) {
    it(`${title} is refused`, async () => {
      const path = join(folder, 'bad.tar')
      writeFileSync(path, bytes ?? (await tarOf([{ name: 'readme', content: 'x' }])))
      const refusal = await expectRefusal(() => loadImage(folder, path), 'InvalidImage')
      expect(refusal.message).to.match(why)
    })
  }

  it('an archive in which a layer is damaged or missing is refused, and leaves no image', async () => {
    const broken = {
      ...image,
      layers: image.layers.map((layer) => ({
        ...layer,
        tar: Buffer.from(layer.tar.toString('latin1').replace('upper', 'UPPER'), 'latin1'),
      })),
    }
    writeFileSync(join(folder, 'image.tar'), await dockerArchive(broken, ['web:1']))
    await expectRefusal(() => loadImage(folder, join(folder, 'image.tar')), 'InvalidImage')
    writeFileSync(
      join(folder, 'image.tar'),
      await dockerArchive({ ...image, layers: image.layers.slice(1) }, ['web:1']),
    )
    await expectRefusal(() => loadImage(folder, join(folder, 'image.tar')), 'InvalidImage')
    expect(names()).to.deep.equal(['localhost/host:latest'])
  })

  it('a path that is not there is refused', async () => {
    await expectRefusal(() => loadImage(folder, join(folder, 'nowhere')), 'InvalidImage')
  })
})
