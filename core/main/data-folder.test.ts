// What stands in the way of a data directory.
import { expect } from 'chai'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configure } from './configure.js'
import { openDataFolder } from './data-folder.js'

describe('the data directory', () => {
  it('is refused in plain words where a file stands in its way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'operon-data-'))
    const file = join(folder, 'file')
    try {
      writeFileSync(file, '')
      for (const path of [file, join(file, 'below')]) {
        const configuration = await configure('server', ['--data-dir', path], {})
        expect(() => openDataFolder(configuration), path).to.throw(
          `${path} can't be used (a file stands in its way): name another one`,
        )
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
