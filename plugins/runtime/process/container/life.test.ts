import { expect } from 'chai'
import { writeFileSync } from 'node:fs'
import { describeContainer, nextEvent, noSecurity } from '../../../../test/contract/runtime-configs.js'
import { ContainerLab, finished } from '../../../../test/kit/container-lab.js'
import { describeWith } from '../../../../test/kit/needs.js'
import { processNeeds } from '../../../../test/kit/process-runtime.js'
import { listLeftovers } from '../index.js'

describeWith([...processNeeds, 'script'], 'A container of the embedded runtime', () => {
  const lab = new ContainerLab()
  before(() => lab.open({ hostname: 'ship' }))
  after(() => lab.close())

  it('with a terminal: it is one, and its output is in the log', async () => {
    const ended = await lab.runToEnd(['sh', '-c', 'tty; echo $TERM; sh -c "exit 6"'], { tty: true })
    expect(ended.stdout).to.deep.equal(['/dev/pts/0\r', 'xterm\r'])
    expect(ended.exitCode).to.equal(6)
  })

  it('with a terminal: whoever attaches types into it, sees its output, and sizes it', async () => {
    const id = await lab.start(['sh'], { tty: true, stdin: true })
    const session = await lab.runtime.attach(id, { stdin: true, tty: true })
    session.resize(77, 22)
    session.stdin?.write('until [ "$(stty size)" = "22 77" ]; do :; done; echo sized $((20 + 3))\nexit 8\n')
    const { code, stdout } = await finished(session)
    expect(stdout).to.contain('sized 23\r\n')
    expect(code).to.equal(8)
  })

  it("with a command that can't be started and a terminal: StartError", async () => {
    const outcome = await lab.start(['no-such'], { tty: true }).catch((error: unknown) => error)
    expect(outcome).to.include({ reason: 'StartError' })
  })

  it('with a terminal and a script whose interpreter is missing: a StartError in the end', async () => {
    const script = `${lab.home.dataDir}-script`
    writeFileSync(script, '#!/no/such/shell\n', { mode: 0o755 })
    const mounts = [{ hostPath: script, containerPath: '/tmp/script', readOnly: true, propagation: 'private' as const }]
    const ended = await lab.runToEnd(['/tmp/script'], { tty: true, mounts })
    expect(ended).to.include({ exitCode: 128, reason: 'StartError' })
  })

  it('is shown as ended once its last words are in its log', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await lab.start(['sh', '-c', 'echo last words; exit 3'])
      while ((await describeContainer(lab.runtime, id)).state === 'running') await new Promise(setImmediate)
      expect((await lab.logOf(id)).stdout).to.deep.equal(['last words'])
    }
  })

  it('reads what is attached, and keeps its input open for the next one', async () => {
    const id = await lab.start(['sh', '-c', 'while read -r line; do echo "got $line"; done; echo end'], { stdin: true })
    for (const word of ['one', 'two']) {
      const session = await lab.runtime.attach(id, { stdin: true, tty: false })
      session.stdin?.end(`${word}\n`)
      await lab.untilLogged(id, `got ${word}`)
      session.kill()
    }
    expect((await describeContainer(lab.runtime, id)).state).to.equal('running')
  })

  it('lets go of a client whose input ends, and goes on', async () => {
    const id = await lab.start(['cat'], { stdin: true })
    const session = await lab.runtime.attach(id, { stdin: true, tty: false })
    session.stdin?.end('one\n')
    expect((await finished(session)).code).to.equal(0)
    await lab.untilLogged(id, 'one')
    expect((await describeContainer(lab.runtime, id)).state).to.equal('running')
  })

  it("with stdinOnce: its input ends with the first client's", async () => {
    const id = await lab.start(['sh', '-c', 'cat; echo end'], { stdin: true, stdinOnce: true })
    const session = await lab.runtime.attach(id, { stdin: true, tty: false })
    session.stdin?.end('text\n')
    expect(await finished(session)).to.deep.equal({ code: 0, stdout: 'text\nend\n', stderr: '' })
  })

  it('that takes more memory than it may is OOMKilled', async () => {
    const hog = ['sh', '-c', 'x=$(head -c 60000000 /dev/zero | tr "\\0" x); echo done']
    const ended = await lab.runToEnd(hog, { resources: { memoryBytes: 20_000_000 } })
    expect(ended).to.include({ exitCode: 137, reason: 'OOMKilled' })
  })

  it('can read its limits, and not change them', async () => {
    const file = '$(ls /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max 2>/dev/null)'
    const command = ['sh', '-c', `cat ${file}; echo 1 > ${file} || echo refused`]
    const ended = await lab.runToEnd(command, { resources: { memoryBytes: 40_960_000 } })
    expect(ended.stdout).to.deep.equal(['40960000', 'refused'])
  })

  it('may not have more processes than its limit', async () => {
    const ended = await lab.runToEnd(['sh', '-c', 'sleep 5 & sleep 5 & sleep 5 & sleep 5 & echo all'], {
      resources: { pids: 3 },
    })
    expect(ended.exitCode).not.to.equal(0)
    expect(ended.stderr.join()).to.contain('fork')
  })

  it('tells what it uses', async () => {
    const id = await lab.start(['sh', '-c', 'i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; echo done; sleep 1000'])
    await lab.untilLogged(id, 'done')
    const stats = await lab.runtime.stats(id)
    expect(stats?.cpuCoreNanoSeconds).to.be.greaterThan(1_000_000)
    expect(stats?.memoryWorkingSetBytes).to.be.greaterThan(50_000)
  })

  it("that shares the pod's processes sees the others, and is stopped with all it started", async () => {
    const sandbox = await lab.newSandbox({ pid: 'pod' })
    const first = await lab.start(['sh', '-c', 'sleep 4321 & echo up; wait'], {}, sandbox)
    await lab.untilLogged(first, 'up')
    const seen = await lab.runToEnd(['sh', '-c', 'cat /proc/[0-9]*/cmdline | tr "\\0" " "; echo; echo $$'], {}, sandbox)
    expect(seen.stdout.join('\n')).to.contain('sleep 4321')
    expect(seen.stdout.at(-1)).not.to.equal('1')
    expect((await lab.exec(first, ['sh', '-c', 'echo hi'])).stdout).to.equal('hi\n')
    const exit = nextEvent(lab.runtime, first, 'exited')
    await lab.runtime.stopContainer(first, 20)
    await exit
    expect((await describeContainer(lab.runtime, first)).exitCode).to.equal(143)
    const after = await lab.runToEnd(['sh', '-c', 'cat /proc/[0-9]*/cmdline | tr "\\0" " "'], {}, sandbox)
    expect(after.stdout.join('\n')).not.to.contain('sleep 4321')
  })

  it("on the host's processes sees them", async () => {
    const sandbox = await lab.newSandbox({ pid: 'host' })
    const ended = await lab.runToEnd(['sh', '-c', `tr "\\0" " " < /proc/${process.pid}/comm; exit 2`], {}, sandbox)
    expect(ended.stdout.join('')).to.contain('node')
    expect(ended.exitCode).to.equal(2)
  })

  it('shares memory with its pod, not with others', async () => {
    await lab.runToEnd(['sh', '-c', 'echo shared > /dev/shm/file'])
    expect((await lab.runToEnd(['cat', '/dev/shm/file'])).stdout).to.deep.equal(['shared'])
    const other = await lab.newSandbox()
    expect((await lab.runToEnd(['cat', '/dev/shm/file'], {}, other)).exitCode).to.equal(1)
  })

  it("that is privileged has every capability and the host's devices", async () => {
    const security = { ...noSecurity, privileged: true }
    const own = ['sh', '-c', 'mount -t tmpfs x /mnt && echo mounted; ls /dev | wc -l']
    const { stdout } = await lab.runToEnd(own, { security })
    expect(stdout[0]).to.equal('mounted')
    expect(Number(stdout[1])).to.be.greaterThan(15)
  })

  it('costs two processes, its own and a shell that waits', async () => {
    const processes = async () => (await listLeftovers(lab.home.dataDir)).filter((one) => one.kind === 'process').length
    const before = await processes()
    await lab.start(['sleep', '1000'])
    // The helper of the start is about to end.
    while ((await processes()) - before > 2);
    expect((await processes()) - before).to.equal(2)
  })
})
