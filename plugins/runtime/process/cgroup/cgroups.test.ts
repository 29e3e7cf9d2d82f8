import { expect } from 'chai'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cgroups } from './cgroups.js'
import type { Hierarchy } from './hierarchies.js'

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

  it('are killed whole by the kernel where it can', () => {
    const cgroups = Cgroups.at('operon/n', [unified(['memory'])])
    mkdirSync(join(folder, 'operon/n/pod-a/b'), { recursive: true })
    writeFileSync(join(folder, 'operon/n/pod-a/b/cgroup.kill'), '')
    cgroups.kill('pod-a/b')
    expect(read('operon/n/pod-a/b/cgroup.kill')).to.equal('1')
  })

  it('are seen by a container at /sys/fs/cgroup itself, wherever the hierarchy is mounted', () => {
    const elsewhere: Hierarchy = { ...unified(['memory']), path: '/sys/fs/cgroup/unified' }
    expect(Cgroups.at('operon/n', [elsewhere]).visibleFolders('a')).to.deep.equal([
      { name: '', path: '/sys/fs/cgroup/unified/operon/n/a' },
    ])
  })
})
