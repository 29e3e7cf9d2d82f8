import { expect } from 'chai'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { digest, type TarEntry, tarOf } from '../../../../test/kit/image-builder.js'
import { rootOf } from './flatten.js'
import { ImageStore } from './store.js'
import { unpackLayer } from './unpack.js'

describe('A layer', () => {
  let folder: string
  let store: ImageStore
  beforeEach(() => {
    folder = mkdtempSync('/tmp/operon-layers-')
    store = new ImageStore(join(folder, 'images'))
    mkdirSync(join(folder, 'outside'))
    writeFileSync(join(folder, 'outside', 'precious'), 'host')
  })
  afterEach(() => {
    expect(readdirSync(join(folder, 'outside'))).to.deep.equal(['precious'])
    expect(readFileSync(join(folder, 'outside', 'precious'), 'utf8')).to.equal('host')
    expect(readdirSync(store.incoming)).to.deep.equal([])
    rmSync(folder, { recursive: true, force: true })
  })

  async function unpack(entries: readonly TarEntry[], change: (tar: Buffer) => Buffer = (tar) => tar): Promise<string> {
    const tar = await tarOf(entries)
    const blob = join(folder, 'blob')
    writeFileSync(blob, change(tar))
    await unpackLayer(store, blob, digest(tar))
    return digest(tar)
  }

  async function join_(...layers: (readonly TarEntry[])[]): Promise<string> {
    const diffIds: string[] = []
    for (const layer of layers) diffIds.push(await unpack(layer))
    return rootOf(store, { id: `sha256:${'1'.repeat(64)}`, diffIds })
  }

  it('keeps files, folders, links, modes and owners', async () => {
    const root = await join_([
      { name: './a/', type: 'directory', mode: 0o750, uid: 12, gid: 34 },
      { name: './a/file', content: 'text', mode: 0o4755, uid: 12, gid: 34 },
      { name: 'a/again', type: 'link', linkname: 'a/file' },
      { name: 'a/link', type: 'symlink', linkname: '/etc/passwd' },
      { name: '/rooted', content: 'x' },
    ])
    expect(statSync(join(root, 'a')).mode & 0o7777).to.equal(0o750)
    expect(statSync(join(root, 'a/file')).mode & 0o7777).to.equal(0o4755)
    expect(statSync(join(root, 'a/again')).ino).to.equal(statSync(join(root, 'a/file')).ino)
    expect(readlinkSync(join(root, 'a/link'))).to.equal('/etc/passwd')
    expect(readFileSync(join(root, 'rooted'), 'utf8')).to.equal('x')
    if (process.getuid?.() === 0) expect(statSync(join(root, 'a/file'))).to.include({ uid: 12, gid: 34 })
  })

  it('may be gzipped, and is unpacked once', async () => {
    const diffId = await unpack([{ name: 'a', content: 'x' }], (tar) => gzipSync(tar))
    const before = statSync(store.layerFolder(diffId)).ino
    await unpack([{ name: 'a', content: 'x' }])
    expect(statSync(store.layerFolder(diffId)).ino).to.equal(before)
  })

  it('may not have another content than its digest says', async () => {
    const damaged = await unpack([{ name: 'a', content: 'xx' }], (tar) =>
      Buffer.from(tar.toString('latin1').replace('xx', 'xy'), 'latin1'),
    ).catch((error: Error) => error)
    expect(String(damaged)).to.contain("the layer's content is not sha256:")
  })

  for (const [title, entries] of [
    ['climbs out with ..', [{ name: 'a/../../../outside/evil', content: 'x' }]],
    ['hard-links to what is outside', [{ name: 'steal', type: 'link', linkname: '../../outside/precious' }]],
    ['hard-links to a file of the host', [{ name: 'steal', type: 'link', linkname: '/etc/passwd' }]],
    ['replaces its root', [{ name: './', content: 'x' }]],
  ] as [string, TarEntry[]][]) {
    it(`that ${title} is refused`, async () => {
      const outcome = await unpack(entries).catch((error: Error) => error)
      expect(outcome).to.be.instanceOf(Error)
      expect(readdirSync(join(folder, 'images', 'layers'))).to.deep.equal([])
    })
  }

  it('that writes through its own symbolic links stays inside', async () => {
    const up = '../../../../../..'
    const root = await join_([
      { name: 'abs', type: 'symlink', linkname: join(folder, 'outside') },
      { name: 'abs/evil', content: 'x' },
      { name: 'rel', type: 'symlink', linkname: `${up}${folder}/outside` },
      { name: 'rel/evil', content: 'x' },
      { name: 'file', type: 'symlink', linkname: join(folder, 'outside', 'precious') },
      { name: 'file', content: 'overwritten' },
      { name: 'loop', type: 'symlink', linkname: 'here' },
      { name: 'here', type: 'directory' },
      { name: 'loop/inside', content: 'ok' },
    ])
    expect(lstatSync(join(root, 'file')).isFile()).to.equal(true)
    expect(readFileSync(join(root, 'here/inside'), 'utf8')).to.equal('ok')
    expect(existsSync(join(root, folder, 'outside', 'evil'))).to.equal(true)
  })

  it('has its devices and pipes left out', async () => {
    const root = await join_([
      { name: 'disk', type: 'block-device', devmajor: 8, devminor: 0 },
      { name: 'mem', type: 'character-device', devmajor: 1, devminor: 1 },
      { name: 'pipe', type: 'fifo' },
      { name: 'file', content: 'x' },
    ])
    expect(readdirSync(root)).to.deep.equal(['file'])
  })

  it("that is compressed with zstd is unpacked where Node can, and refused by name where it can't", async () => {
    const outcome = await unpack([{ name: 'a', content: 'x' }], () => Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0])).catch(
      (error: Error) => error,
    )
    expect(String(outcome)).to.match(/zstd|unexpected|Data|frame/i)
  })

  describe('on top of another', () => {
    const base: TarEntry[] = [
      { name: 'kept', type: 'directory', mode: 0o700 },
      { name: 'kept/old', content: 'old' },
      { name: 'gone', type: 'directory' },
      { name: 'gone/file', content: 'x' },
      { name: 'hidden', type: 'directory' },
      { name: 'hidden/lower', content: 'x' },
      { name: 'lib', type: 'symlink', linkname: 'usr/lib' },
      { name: 'usr/lib/a', content: 'a' },
      { name: 'file', content: 'lower' },
    ]

    it('adds, replaces, and takes away by whiteouts', async () => {
      const root = await join_(base, [
        { name: 'kept/new', content: 'new' },
        { name: '.wh.gone', content: '' },
        { name: 'hidden/.wh..wh..opq', content: '' },
        { name: 'hidden/upper', content: 'y' },
        { name: 'file', content: 'upper' },
        { name: 'lib/b', content: 'b' },
      ])
      expect(readdirSync(root).sort()).to.deep.equal(['file', 'hidden', 'kept', 'lib', 'usr'])
      expect(readdirSync(join(root, 'kept')).sort()).to.deep.equal(['new', 'old'])
      expect(statSync(join(root, 'kept')).mode & 0o7777).to.equal(0o700)
      expect(readdirSync(join(root, 'hidden'))).to.deep.equal(['upper'])
      expect(readFileSync(join(root, 'file'), 'utf8')).to.equal('upper')
      expect(readlinkSync(join(root, 'lib'))).to.equal('usr/lib')
      expect(readdirSync(join(root, 'usr/lib')).sort()).to.deep.equal(['a', 'b'])
    })

    it('leaves the lower one as it was', async () => {
      await join_(base, [
        { name: '.wh.file', content: '' },
        { name: 'kept', type: 'directory', mode: 0o755 },
      ])
      const lower = store.layerFolder(digest(await tarOf(base)))
      expect(readFileSync(join(lower, 'file'), 'utf8')).to.equal('lower')
      expect(statSync(join(lower, 'kept')).mode & 0o7777).to.equal(0o700)
    })

    it("can't take away what is outside, through a lower one's symbolic links", async () => {
      await join_(
        [{ name: 'door', type: 'symlink', linkname: join(folder, 'outside') }],
        [
          { name: 'door/.wh.precious', content: '' },
          { name: 'door/evil', content: 'x' },
        ],
      )
    })
  })
})
