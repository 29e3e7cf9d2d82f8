import { expect } from 'chai'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cgroups } from './cgroups.js'
import { delegatedHierarchies, type Hierarchy } from './hierarchies.js'

const mountOf = (target: string) => [{ target, options: [], type: 'cgroup2', superOptions: [] }]

/** The kernel's files are only files here: what is written can be read, and nothing is done. */
describe('Control groups of version 2', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'operon-cgroup2-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const unified = (controllers: Hierarchy['controllers']): Hierarchy => ({ version: 2, path: folder, controllers })
  const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')

  it('are not there where memory could not be limited, and nothing is made', () => {
    expect(Cgroups.open('operon/n', [unified(['pids'])])).to.equal(undefined)
    expect(existsSync(join(folder, 'operon'))).to.equal(false)
  })

  it('of a user are the outermost group around its own that belongs to it, with the controllers offered there', function () {
    if (process.getuid?.() !== 0) return this.skip()
    const session = ['user.slice', 'user-7.slice', 'user@7.service', 'app.slice', 'shell.scope']
    const folders = session.map((_, at) => join(folder, ...session.slice(0, at + 1)))
    for (const one of folders) {
      mkdirSync(one)
      writeFileSync(join(one, 'cgroup.controllers'), 'cpuset cpu memory pids\n')
    }
    for (const one of folders.slice(2)) chownSync(one, 7, 7)
    const found = delegatedHierarchies(7, { ownGroup: `/${session.join('/')}`, table: mountOf(folder) })
    expect(found).to.deep.equal([{ version: 2, path: folders[2], controllers: ['cpu', 'memory', 'pids', 'cpuacct'] }])
    const foreign = { ownGroup: '/user.slice/user-7.slice', table: mountOf(folder) }
    expect(delegatedHierarchies(7, foreign)).to.deep.equal([])
  })

  it('are killed whole by the kernel where it can', () => {
    const cgroups = Cgroups.at('operon/n', [unified(['memory'])])
    mkdirSync(join(folder, 'operon/n/pod-a/b'), { recursive: true })
    writeFileSync(join(folder, 'operon/n/pod-a/b/cgroup.kill'), '')
    cgroups.kill('pod-a/b')
    expect(read('operon/n/pod-a/b/cgroup.kill')).to.equal('1')
  })

  it('are seen by a container at /sys/fs/cgroup itself, also those below a delegated group', () => {
    const delegated: Hierarchy = { ...unified(['memory']), path: '/sys/fs/cgroup/user.slice/x' }
    expect(Cgroups.at('operon/n', [delegated]).visibleFolders('a')).to.deep.equal([
      { name: '', path: '/sys/fs/cgroup/user.slice/x/operon/n/a' },
    ])
  })
})
