import { expect } from 'chai'
import { findHierarchies } from './hierarchies.js'
import { limitFiles } from './limits.js'

const resources = { cpuMillicores: 500, cpuRequestMillicores: 250, memoryBytes: 64_000_000, pids: 100 }
const valuesOf = (version: 1 | 2) =>
  Object.fromEntries(
    limitFiles({ version, path: '/x', controllers: ['cpu', 'cpuacct', 'memory', 'pids'] }, resources).map(
      ([file, value]) => [file, value],
    ),
  )

describe("A container's limits", () => {
  it('in cgroups of version 1', () => {
    expect(valuesOf(1)).to.deep.equal({
      'cpu.shares': '256',
      'cpu.cfs_period_us': '100000',
      'cpu.cfs_quota_us': '50000',
      'memory.limit_in_bytes': '64000000',
      'memory.memsw.limit_in_bytes': '64000000',
      'pids.max': '100',
    })
  })

  it('in cgroups of version 2', () => {
    expect(valuesOf(2)).to.deep.equal({
      'cpu.weight': '10',
      'cpu.max': '50000 100000',
      'memory.max': '64000000',
      'memory.swap.max': '0',
      'memory.oom.group': '1',
      'pids.max': '100',
    })
  })

  it("go to the hierarchy that has the controller, and what isn't asked for is left alone", () => {
    expect(limitFiles({ version: 1, path: '/x', controllers: ['memory'] }, { pids: 3 })).to.deep.equal([])
    expect(limitFiles({ version: 2, path: '/x', controllers: [] }, resources)).to.deep.equal([])
  })

  it('are looked for where version 1 is mounted, controllers together or apart', () => {
    const entry = (target: string, superOptions: string[]) => ({
      target,
      options: [],
      type: 'cgroup',
      superOptions,
    })
    const found = findHierarchies([
      entry('/sys/fs/cgroup/cpu,cpuacct', ['rw', 'cpu', 'cpuacct']),
      entry('/sys/fs/cgroup/memory', ['rw', 'memory']),
      entry('/sys/fs/cgroup/blkio', ['rw', 'blkio']),
      entry('/sys/fs/cgroup/systemd', ['rw', 'name=systemd']),
    ])
    expect(found.map(({ path, controllers }) => [path, controllers])).to.deep.equal([
      ['/sys/fs/cgroup/cpu,cpuacct', ['cpu', 'cpuacct']],
      ['/sys/fs/cgroup/memory', ['memory']],
      ['/sys/fs/cgroup/systemd', []],
    ])
  })
})
