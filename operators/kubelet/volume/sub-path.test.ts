import {
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
