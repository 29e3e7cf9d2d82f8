import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { containerConfig, describeContainer, nextEvent, sandboxConfig } from '../../../test/contract/runtime-configs.js'
import { ContainerLab } from '../../../test/kit/container-lab.js'
import { describeWith } from '../../../test/kit/needs.js'
import { processNeeds } from '../../../test/kit/process-runtime.js'
import type { OwnerInput, OwnerOutput } from '../../../test/kit/runtime-owner.js'
import { identify } from './host/process-identity.js'
import { cleanLeftovers, listLeftovers } from './index.js'

const ownerProgram = fileURLToPath(new URL('../../../test/kit/runtime-owner.js', import.meta.url))

describeWith(processNeeds, 'A node that was killed', () => {
  let lab: ContainerLab
  beforeEach(() => {
    lab = new ContainerLab()
  })

  /** Starts these in a process of its own, kills that once `until` holds, and waits for its end. */
  async function runAndKill(
    commands: readonly (readonly string[])[],
    until: (output: OwnerOutput) => Promise<void> = async () => {},
  ) {
    const { dataDir, nodeName, podCidr, bridge } = lab.home.options
    const input: OwnerInput = {
      options: { dataDir, nodeName, podCidr, ...(bridge ? { bridge } : {}) },
      sandbox: sandboxConfig(lab.home.logDirectory),
      containers: commands.map((command) => containerConfig('localhost/host', command, { stdin: true })),
    }
    const owner = spawn(process.execPath, [ownerProgram, JSON.stringify(input)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(owner.stdout.setEncoding('utf8'), 'data')) as [string]
    const output = JSON.parse(line) as OwnerOutput
    await until(output)
    const gone = once(owner, 'exit')
    owner.kill('SIGKILL')
    await gone
    return { ...output, logs: input.containers.map((one) => join(lab.home.logDirectory, one.logPath)) }
  }

  it('finds its pods running, each line of their output, and the exit codes of those that ended meanwhile', async () => {
    const gate = join(lab.home.logDirectory, '..', 'gate')
    const talk = `echo before; until [ -e /proc/1/root/dev/shm/go ]; do sleep 0.01; done; echo while down; read -r line; echo "after $line"; exit 5`
    const flood =
      'until [ -e /dev/shm/go ]; do sleep 0.01; done; i=0; while [ $i -lt 20000 ]; do i=$((i+1)); echo "line $i"; done; exit 6'
    const { sandbox, containers, logs } = await runAndKill(
      [
        ['sh', '-c', talk],
        ['sh', '-c', flood],
        ['sh', '-c', 'until [ -e /dev/shm/go ]; do sleep 0.01; done; exit 7'],
      ],
      async () => {
        while (!logText(logs0()).includes('before')) await new Promise((resolve) => setTimeout(resolve, 5))
      },
    )
    function logs0(): string {
      const folder = join(lab.home.logDirectory, 'main')
      return existsSync(folder)
        ? readdirSync(folder)
            .map((name) => join(folder, name))
            .join(' ')
        : ''
    }
    writeFileSync(join('/dev/shm', sharedMemoryOf(sandbox), 'go'), gate)
    const [talker = '', flooder = '', quitter = ''] = containers
    while (!existsSync(join(lab.home.dataDir, 'runtime', 'exits', quitter)))
      await new Promise((resolve) => setTimeout(resolve, 5))
    lab.runtime = await lab.home.open()
    expect((await lab.runtime.listPodSandboxes()).map((one) => [one.id, one.state])).to.deep.equal([[sandbox, 'ready']])
    const flooded = describeContainer(lab.runtime, flooder).then((one) =>
      one.state === 'exited' ? undefined : nextEvent(lab.runtime, flooder, 'exited'),
    )
    expect(await describeContainer(lab.runtime, quitter)).to.include({ state: 'exited', exitCode: 7 })
    expect((await describeContainer(lab.runtime, talker)).state).to.equal('running')
    expect((await lab.exec(talker, ['echo', 'hello'])).stdout).to.equal('hello\n')
    const talked = nextEvent(lab.runtime, talker, 'exited')
    const session = await lab.runtime.attach(talker, { stdin: true, tty: false })
    session.stdin?.write('adoption\n')
    await Promise.all([talked, flooded])
    expect(await describeContainer(lab.runtime, talker)).to.include({ exitCode: 5 })
    expect(await describeContainer(lab.runtime, flooder)).to.include({ exitCode: 6 })
    expect(textOf(logs[0] ?? '')).to.deep.equal(['before', 'while down', 'after adoption'])
    expect(textOf(logs[1] ?? '')).to.deep.equal(Array.from({ length: 20_000 }, (_, at) => `line ${at + 1}`))
    await lab.close()
  })

  it('stops and removes what it adopted, and gives the next pod another address', async () => {
    const { sandbox, containers } = await runAndKill([['sleep', '1000']])
    lab.runtime = await lab.home.open()
    expect((await lab.runtime.status()).lacks).to.not.include('podNetwork')
    const other = await lab.newSandbox()
    const ips = (await lab.runtime.listPodSandboxes()).map((one) => one.ips[0])
    expect(new Set(ips).size).to.equal(2)
    expect(ips).to.not.include(undefined)
    await lab.runtime.stopContainer(containers[0] ?? '', 0)
    expect(await describeContainer(lab.runtime, containers[0] ?? '')).to.include({ state: 'exited', exitCode: 137 })
    await lab.runtime.removePodSandbox(sandbox)
    await lab.runtime.removePodSandbox(other)
    expect((await listLeftovers(lab.home.dataDir)).filter((one) => one.kind === 'process')).to.deep.equal([])
    await lab.close()
  })

  it('takes away what it was making or removing when it was killed', async () => {
    const { sandbox, containers } = await runAndKill([['sleep', '1000']])
    const folders = ['sandboxes', 'containers'].map((name) => join(lab.home.dataDir, 'runtime', name))
    const [halfMade, halfGone] = [join(folders[0] ?? '', 'half-made'), join(folders[1] ?? '', 'half-gone')]
    const pause = spawn('sleep', ['1000'])
    for (const folder of [halfMade, join(halfGone, 'upper')]) mkdirSync(folder, { recursive: true })
    const { startTicks } = identify(pause.pid ?? 0) ?? {}
    writeFileSync(join(halfMade, 'pause'), `${pause.pid} ${startTicks}\n`)
    const ended = once(pause, 'exit')
    lab.runtime = await lab.home.open()
    expect((await ended)[1]).to.equal('SIGKILL')
    expect(folders.map((folder) => readdirSync(folder))).to.deep.equal([[sandbox], containers])
    expect(readFileSync(join(folders[0] ?? '', sandbox, 'pause'), 'utf8')).to.match(/^\d+ \d+\n$/)
    await lab.runtime.removePodSandbox(sandbox)
    await lab.close()
  })

  it("after the machine's restart all have ended, and no process of another is taken for one of them", async () => {
    const { sandbox, containers } = await runAndKill([['sleep', '1000']])
    const [id = ''] = containers
    const folder = join(lab.home.dataDir, 'runtime', 'containers', id)
    const stranger = spawn('sleep', ['1000'])
    // The shim first, or it may live to note how the other ended.
    const dead = ['shim-pid', 'pid'].map((file) => Number(readFileSync(join(folder, file), 'utf8').split(' ')[0]))
    for (const file of ['pid', 'shim-pid']) writeFileSync(join(folder, file), `${stranger.pid} 1\n`)
    for (const pid of dead) process.kill(pid, 'SIGKILL')
    for (const file of [
      join(folder, 'record.json'),
      join(lab.home.dataDir, 'runtime', 'sandboxes', sandbox, 'record.json'),
    ]) {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/"bootId":"[^"]*"/, '"bootId":"another"'))
    }
    lab.runtime = await lab.home.open()
    const ended = { state: 'exited', exitCode: 137, reason: 'ContainerStatusUnknown' }
    expect(await describeContainer(lab.runtime, id)).to.include(ended)
    expect((await lab.runtime.listPodSandboxes())[0]?.state).to.equal('notReady')
    await lab.runtime.removePodSandbox(sandbox)
    await lab.runtime.close()
    await lab.home.remove()
    expect(stranger.exitCode ?? stranger.signalCode).to.equal(null)
    stranger.kill()
  })

  it('whose container lost its shim too finds it running, and its end unknown', async () => {
    const { containers } = await runAndKill([['sleep', '1000']])
    const [id = ''] = containers
    const folder = join(lab.home.dataDir, 'runtime', 'containers', id)
    const [shim] = readFileSync(join(folder, 'shim-pid'), 'utf8').split(' ')
    process.kill(Number(shim), 'SIGKILL')
    lab.runtime = await lab.home.open()
    expect((await describeContainer(lab.runtime, id)).state).to.equal('running')
    await lab.runtime.stopContainer(id, 0)
    expect(await describeContainer(lab.runtime, id)).to.include({ state: 'exited', exitCode: 137 })
    await lab.close()
  })

  it('whose pods have all been stopped leaves records alone, and the next start finds the pods ended', async () => {
    const before = machine()
    const { sandbox, containers } = await runAndKill([['sleep', '1000']])
    lab.runtime = await lab.home.open()
    await lab.runtime.stopPodSandbox(sandbox)
    await lab.runtime.close()
    expect(machine()).to.deep.equal(before)
    expect(new Set((await listLeftovers(lab.home.dataDir)).map((one) => one.kind))).to.deep.equal(new Set(['folder']))
    lab.runtime = await lab.home.open()
    expect((await lab.runtime.listPodSandboxes())[0]?.state).to.equal('notReady')
    expect((await describeContainer(lab.runtime, containers[0] ?? '')).state).to.equal('exited')
    await lab.close()
  })

  it("leaves nothing that can't be named and cleaned; a running node is not cleaned", async () => {
    const before = machine()
    await runAndKill([
      ['sh', '-c', 'sleep 1000 & sleep 1000'],
      ['sleep', '1000'],
    ])
    const named = await listLeftovers(lab.home.dataDir)
    expect(named.filter((one) => one.kind === 'process')).to.have.length.at.least(6)
    expect(new Set(named.map((one) => one.kind))).to.include.all.keys('process', 'link', 'cgroup', 'folder')
    expect(machine()).not.to.deep.equal(before)
    lab.runtime = await lab.home.open()
    const refusal = await cleanLeftovers(lab.home.dataDir).catch((error: Error) => error)
    expect(String(refusal)).to.contain(`in use by process ${process.pid}`)
    await lab.runtime.close()
    const { removed, left } = await cleanLeftovers(lab.home.dataDir)
    expect(left).to.deep.equal([])
    expect(removed.length).to.be.at.least(named.length)
    expect(machine()).to.deep.equal(before)
    await lab.home.remove()
  })

  function sharedMemoryOf(sandbox: string): string {
    return readdirSync('/dev/shm').find((name) => name.endsWith(sandbox)) ?? ''
  }

  /** What this machine has of this test's runtime; other tests may run beside it. */
  function machine() {
    const own = lab.home.options.bridge ?? ''
    return {
      mounts: readFileSync('/proc/self/mountinfo', 'utf8')
        .split('\n')
        .filter((line) => line.includes(lab.home.dataDir)),
      links: readdirSync('/sys/class/net').filter((name) => name === own),
      processes: readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && worksIn(pid, lab.home.dataDir)),
      cgroups: ['.', ...readdirSync('/sys/fs/cgroup')].flatMap((at) => groupsIn(join('/sys/fs/cgroup', at, 'operon'))),
    }
  }

  function groupsIn(folder: string): string[] {
    if (!existsSync(folder)) return []
    return readdirSync(folder).filter((name) => name.startsWith(`${lab.home.options.nodeName}-`))
  }
})

function worksIn(pid: string, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/mountinfo`, 'utf8').includes(folder)
  } catch {
    return false
  }
}

function logText(paths: string): string {
  return paths
    .split(' ')
    .filter(Boolean)
    .map((path) => readFileSync(path, 'utf8'))
    .join('')
}

function textOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' ').slice(3).join(' '))
}
