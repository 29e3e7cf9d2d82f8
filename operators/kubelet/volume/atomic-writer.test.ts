import { mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { type Payload, writeAtomically } from './atomic-writer.js'

const files = (entries: Record<string, string>, mode = 0o644): Payload =>
  new Map(Object.entries(entries).map(([path, text]) => [path, { bytes: Buffer.from(text), mode }]))

describe('the atomic writer', () => {
  let root: string
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'volume-'))))
  afterEach(() => rmSync(root, { recursive: true }))

  it('writes files that are read through links, with their modes', async () => {
    await writeAtomically(root, files({ a: 'one', 'deep/b': 'two' }, 0o400))
    expect(readFileSync(join(root, 'a'), 'utf8')).to.equal('one')
    expect(readFileSync(join(root, 'deep/b'), 'utf8')).to.equal('two')
    expect(readlinkSync(join(root, 'a'))).to.equal('..data/a')
    expect(statSync(join(root, 'a')).mode & 0o777).to.equal(0o400)
  })

  it('swaps all of them at once and leaves nothing of the old', async () => {
    await writeAtomically(root, files({ a: 'one', gone: 'x' }))
    const before = readlinkSync(join(root, '..data'))
    expect(await writeAtomically(root, files({ a: 'two', b: 'new' }))).to.equal('written')
    expect(readlinkSync(join(root, '..data'))).to.not.equal(before)
    expect(readdirSync(root).filter((name) => !name.startsWith('..v_'))).to.have.members(['..data', 'a', 'b'])
    expect(readdirSync(root).filter((name) => name.startsWith('..v_'))).to.have.length(1)
    expect(readFileSync(join(root, 'a'), 'utf8')).to.equal('two')
  })

  it('writes nothing when nothing changed', async () => {
    await writeAtomically(root, files({ a: 'one' }))
    const before = readlinkSync(join(root, '..data'))
    expect(await writeAtomically(root, files({ a: 'one' }))).to.equal('unchanged')
    expect(readlinkSync(join(root, '..data'))).to.equal(before)
  })

  for (const path of ['/etc/passwd', '../out', 'a/../../out', '..data', '']) {
    it(`refuses the path "${path}"`, async () => {
      const outcome = await writeAtomically(root, files({ [path]: 'x' })).catch((error: Error) => error.message)
      expect(outcome).to.contain('invalid path')
      expect(readdirSync(root)).to.deep.equal([])
    })
  }
})
