/** What a person does wrong at the command line, and what it says. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { Cluster, operon } from '../kit/cluster.js'

describe('the command line', function () {
  this.timeout(60_000)
  let cluster: Cluster
  let folder: string
  before(async () => (cluster = await Cluster.start(['--runtime', 'fake'])))
  after(async () => cluster?.remove())
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'operon-test-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('refuses a second cluster on the same data directory, and names the process that has it', () => {
    for (const storage of ['lmdb', 'memory']) {
      const { code, err } = cluster.operon('up', '--port', '0', '--runtime', 'fake', '--storage', storage)
      expect(err).to.contain(`is in use by process ${cluster.pid}`)
      expect(code).to.equal(1)
    }
  })

  it('refuses an occupied port, and says how to choose another', () => {
    const { code, err } = operon('up', '--data-dir', folder, '--port', String(cluster.port), '--runtime', 'fake')
    expect(err).to.match(/port \d+ is already in use.*--port/)
    expect(code).to.equal(1)
  })

  it('cleans nothing while the cluster runs', () => {
    const { code, err } = cluster.operon('clean', '--force')
    expect(err).to.contain(`is in use by process ${cluster.pid}`)
    expect(code).to.equal(1)
    expect(existsSync(join(cluster.folder, 'kubeconfig'))).to.equal(true)
  })

  it("removes with --force what is Operon's, and no file of a person", () => {
    writeFileSync(join(folder, 'letter.txt'), 'dear')
    writeFileSync(join(folder, 'kubeconfig'), '')
    const { code, out } = operon('clean', '--force', '--data-dir', folder)
    expect(code).to.equal(0)
    expect(out).to.contain("1 entries there are not Operon's and stay")
    expect(readdirSync(folder)).to.deep.equal(['letter.txt'])
  })

  it('names a data directory that is none', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { code, err } = operon('up', '--data-dir', file, '--port', '0')
    expect(err).to.contain(`the data directory ${file} can't be used`)
    expect(code).to.equal(1)
  })

  it('tells usage errors by exit code 2, before anything is started', () => {
    for (const words of [
      ['frob'],
      ['up', 'now'],
      ['up', '--operators', 'nope'],
      ['up', '--pod-cidr', 'x'],
      ['up', '--node-name', 'My_Node'],
    ]) {
      const { code, err } = operon(...words, ...(words[0] === 'up' ? ['--data-dir', folder] : []))
      expect(code, words.join(' ')).to.equal(2)
      expect(err).to.contain('Run `operon help`')
    }
    expect(readdirSync(folder)).to.deep.equal([])
  })
})
