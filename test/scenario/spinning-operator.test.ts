/** An operator that spins whenever it has work: the others go on, once it is known. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { Cluster } from '../kit/cluster.js'
import { describeWith } from '../kit/needs.js'
import { plantOperator } from '../kit/planted-operator.js'

/** Answers for ConfigMaps; one named `trap` never lets it go, after a pause in which the runtime is no longer on the stack. */
const source = `
export const planted = {
  name: 'spinner',
  description: 'spins',
  kind: { group: '', version: 'v1', kind: 'ConfigMap', plural: 'configmaps', namespaced: true },
  async reconcile({ name }, { client, log }) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    if (name === 'trap') for (;;);
    log.error('spinner looked at ' + name)
  },
}
`

describeWith(['kubectl'], 'an operator that spins', function () {
  this.timeout(180_000)
  let folder: string
  let cluster: Cluster

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'operon-planted-'))
    const command = plantOperator(join(folder, 'program'), 'spinner', source)
    cluster = await Cluster.start(['--runtime', 'fake'], command)
  })
  after(async () => {
    await cluster?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  it('gets a process of its own the second time, and the others go on', async () => {
    const first = cluster.childPid('operators')
    cluster.must('create', 'configmap', 'trap')
    await cluster.says(/operator spinner spun and stopped the others/)
    await cluster.says(/operator spinner spun again: it gets a process of its own/)
    // It spins on, now alone, and is stopped each time.
    await cluster.says(/operator spinner gave no sign[\s\S]*operator spinner gave no sign/)
    const before = cluster.childPids('operators')
    cluster.must('create', 'deployment', 'web', '--image=example/web:1', '--replicas=2')
    cluster.must('rollout', 'status', 'deployment/web', '--timeout=30s')
    cluster.must('delete', 'configmap', 'trap')
    cluster.must('create', 'configmap', 'free')
    await cluster.says(/spinner looked at free/)
    const after = cluster.childPids('operators')
    expect(after.filter((pid) => before.includes(pid) && pid !== first)).not.to.be.empty
    expect(
      cluster.said.match(/operators gave no sign of life/g),
      'the others were stopped twice in all',
    ).to.have.length(2)
  })
})
