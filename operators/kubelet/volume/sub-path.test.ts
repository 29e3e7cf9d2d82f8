import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { writeAtomically } from './atomic-writer.js'
import { unmountBelow } from './mounting.js'
import { prepareSubPath } from './sub-path.js'

describe('a subPath', () => {
  let folder: string
  let volume: string
  let target: string
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'subpath-')))
    volume = join(folder, 'volume')
    target = join(folder, 'targets', '0')
    mkdirSync(volume)
    mkdirSync(join(folder, 'secret'))
    writeFileSync(join(folder, 'secret', 'key'), 'secret')
  })
  afterEach(async () => {
    await unmountBelow(folder)
    rmSync(folder, { recursive: true })
  })

  it('that is missing is made', async () => {
    const path = await prepareSubPath(volume, 'deep/er', target)
    expect(statSync(path).isDirectory()).to.equal(true)
    writeFileSync(join(path, 'file'), 'kept')
    expect(readFileSync(join(volume, 'deep/er/file'), 'utf8')).to.equal('kept')
  })

  it("that is made has the volume's mode, so that whoever may write the volume may write there", async () => {
    chmodSync(volume, 0o2777)
    expect(statSync(await prepareSubPath(volume, 'deep/er', target)).mode & 0o7777).to.equal(0o2777)
  })

  it('may be a key of a ConfigMap volume, whose links go through folders that begin with two dots', async () => {
    await writeAtomically(volume, new Map([['key', { bytes: Buffer.from('text'), mode: 0o644 }]]))
    expect(readFileSync(await prepareSubPath(volume, 'key', target), 'utf8')).to.equal('text')
  })

  it('may be a file, reached through links that stay in the volume', async () => {
    writeFileSync(join(volume, 'real'), 'text')
    symlinkSync('real', join(volume, 'link'))
    expect(readFileSync(await prepareSubPath(volume, 'link', target), 'utf8')).to.equal('text')
  })

  it('that leads out of its volume is refused, however it does', async () => {
    symlinkSync(join(folder, 'secret'), join(volume, 'out'))
    symlinkSync('../secret', join(volume, 'up'))
    for (const path of ['out', 'out/key', 'up/key', 'out/new', '../secret', '/etc', 'a/../../secret']) {
      const outcome = await prepareSubPath(volume, path, target).catch((error: Error) => error.message)
      expect(outcome, path).to.match(/leads out of its volume|must stay within/)
    }
  })
})
