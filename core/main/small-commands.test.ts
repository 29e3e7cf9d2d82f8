import { expect } from 'chai'
import { outermost } from './small-commands.js'

describe('what operon clean says', () => {
  it('names each thing, and of nested cgroups the outermost', () => {
    const cgroup = (name: string) => ({ kind: 'cgroup', name, detail: '' })
    expect(
      outermost([
        { kind: 'process', name: '12', detail: 'sleep 1' },
        cgroup('/cg/cpu/a'),
        cgroup('/cg/cpu/a/pod'),
        cgroup('/cg/cpu/a/pod/container'),
        cgroup('/cg/cpu/ab'),
        { kind: 'folder', name: '/x', detail: '' },
      ]),
    ).to.deep.equal(['process 12 (sleep 1)', 'cgroup /cg/cpu/a (with 2 in it)', 'cgroup /cg/cpu/ab', 'folder /x'])
  })
})
