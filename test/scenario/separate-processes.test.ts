/** `operon server`, `operon operators` and `operon node`, each started by itself on one data directory. */
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { kubectl, operon, startOperon } from '../kit/cluster.js'
import { describeWith } from '../kit/needs.js'

describeWith(['kubectl'], 'server, operators and node, each started by itself', function () {
  this.timeout(90_000)
  let folder: string
  const running: ChildProcess[] = []
  before(() => (folder = mkdtempSync(join(tmpdir(), 'operon-test-'))))
  after(async () => {
    for (const child of running.reverse()) {
      if (child.exitCode !== null) continue
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await ended
    }
    operon('clean', '--data-dir', folder)
    rmSync(folder, { recursive: true, force: true })
  })

  /** Starts a command, and waits until it says so. */
  async function start(says: RegExp, ...words: string[]): Promise<void> {
    const child = startOperon(...words, '--data-dir', folder)
    running.push(child)
    let said = ''
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        said += chunk.toString('utf8')
        if (says.test(said)) resolve()
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.once('exit', (code) => reject(new Error(`operon ${words[0]} ended with code ${code}: ${said}`)))
    })
  }

  function must(...words: string[]): string {
    const { code, out, err } = kubectl(folder, ...words)
    if (code !== 0) throw new Error(`kubectl ${words.join(' ')} failed with ${code}: ${err}`)
    return out
  }

  it('make a cluster', async () => {
    await start(/export KUBECONFIG/, 'server', '--port', '0', '--bind-address', '127.0.0.1')
    await start(/operators are running/, 'operators', '--fake-nodes', '1')
    await start(/node worker-1 is running/, 'node', '--node-name', 'worker-1', '--runtime', 'fake')
    must('wait', '--for=create', 'node/fake-0000', 'node/worker-1', '--timeout=30s')
    must('wait', '--for=condition=Ready', 'node/fake-0000', 'node/worker-1', '--timeout=30s')
    must('create', 'deployment', 'web', '--image=example/web', '--replicas=4')
    expect(must('rollout', 'status', 'deployment/web', '--timeout=60s')).to.contain('successfully rolled out')
    const nodes = must('get', 'pods', '-o', 'jsonpath={.items[*].spec.nodeName}').split(' ')
    expect([...new Set(nodes)].sort()).to.deep.equal(['fake-0000', 'worker-1'])
  })
})
