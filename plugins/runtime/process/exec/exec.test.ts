import { expect } from 'chai'
import { expectRefusal } from '../../../../test/contract/container-runtime.js'
import { noSecurity } from '../../../../test/contract/runtime-configs.js'
import { ContainerLab, finished } from '../../../../test/kit/container-lab.js'
import { describeWith } from '../../../../test/kit/needs.js'
import { processNeeds } from '../../../../test/kit/process-runtime.js'

describeWith([...processNeeds, 'script'], 'A command in a running container', () => {
  const lab = new ContainerLab()
  let id: string
  before(async () => {
    await lab.open({ hostname: 'ship' })
    id = await lab.start(['sleep', '3600'], {
      env: [{ name: 'GREETING', value: 'hello' }],
      workingDirectory: '/usr',
      security: { ...noSecurity, runAsUser: 1000, runAsGroup: 1000, dropCapabilities: ['ALL'], noNewPrivileges: true },
    })
  })
  after(() => lab.close())

  it('runs as the container does: user, environment, folder, host name, capabilities, processes', async () => {
    const { stdout, code } = await lab.exec(id, [
      'sh',
      '-c',
      'id -u; echo $GREETING; pwd; hostname; grep -E "CapBnd|CapEff|NoNew" /proc/self/status | cut -f2; cat /proc/1/comm; exit 9',
    ])
    expect(stdout.trim().split('\n')).to.deep.equal([
      '1000',
      'hello',
      '/usr',
      'ship',
      '0000000000000000',
      '0000000000000000',
      '1',
      'sleep',
    ])
    expect(code).to.equal(9)
  })

  it('is given its input, and its two outputs stay apart', async () => {
    const answer = await lab.exec(id, ['sh', '-c', 'cat; echo problem >&2'], 'a\nb\n')
    expect(answer).to.deep.equal({ code: 0, stdout: 'a\nb\n', stderr: 'problem\n' })
  })

  it('carries a megabyte through unharmed', async () => {
    const text = 'abcdefg\n'.repeat(128 * 1024)
    expect((await lab.exec(id, ['cat'], text)).stdout).to.equal(text)
  })

  it('can open its outputs by name', async () => {
    expect(await lab.exec(id, ['sh', '-c', 'echo out >/dev/stdout; echo err >/dev/stderr'])).to.include({
      stdout: 'out\n',
      stderr: 'err\n',
    })
  })

  it("has no descriptor of the host's, and sees no process of the host's", async () => {
    const { stdout } = await lab.exec(id, [
      'sh',
      '-c',
      'for f in /proc/$$/fd/*; do readlink $f; done | grep -vE "^(/dev/null|.*/(in|out|err))$"; ls -d /proc/[0-9]* | wc -l',
    ])
    expect(Number(stdout)).to.be.at.most(4)
  })

  it('a command that is not there is refused before it starts', async () => {
    const refusal = await expectRefusal(
      () => lab.runtime.exec(id, { command: ['no-such'], stdin: false, tty: false }),
      'StartError',
    )
    expect(refusal.message).to.equal(
      'unable to start container process: exec: "no-such": executable file not found in $PATH',
    )
  })

  it('ends when the client goes, with its children', async () => {
    const session = await lab.runtime.exec(id, {
      command: ['sh', '-c', 'sleep 1234 & sleep 1234'],
      stdin: false,
      tty: false,
    })
    session.kill()
    expect(await session.exit).to.equal(137)
    const { stdout } = await lab.exec(id, [
      'sh',
      '-c',
      'cat /proc/[0-9]*/cmdline | tr "\\0" " " | grep -c "sleep 1[2]34"',
    ])
    expect(stdout.trim()).to.equal('0')
  })

  it('with a terminal: it is one, has the size it is given, and takes keys', async () => {
    const session = await lab.runtime.exec(id, { command: ['sh'], stdin: true, tty: true })
    expect(session.stderr).to.equal(undefined)
    session.resize(93, 31)
    session.stdin?.write('tty; until [ "$(stty size)" = "31 93" ]; do :; done; stty size; echo ready\n')
    session.stdin?.write('exit 4\n')
    const { code, stdout } = await finished(session)
    expect(stdout).to.match(/\/dev\/pts\/\d+\r\n/)
    expect(stdout).to.contain('31 93\r\nready\r\n')
    expect(code).to.equal(4)
  })

  it('with a terminal: control-C interrupts what runs in the foreground, not the session', async () => {
    const session = await lab.runtime.exec(id, {
      // What says that it waits is what is to be interrupted: a shell that was, before its command had started, would wait for that first.
      command: ['sh', '-c', 'trap "echo interrupted; exit 5" INT; sh -c "echo waiting; exec sleep 1000"'],
      stdin: true,
      tty: true,
    })
    let typed = false
    session.stdout.on('data', (chunk) => {
      if (typed || !String(chunk).includes('waiting')) return
      typed = true
      session.stdin?.write('\x03')
    })
    expect(await session.exit).to.equal(5)
  })

  it('is refused in a container that has ended', async () => {
    const ended = await lab.runToEnd(['true'])
    await expectRefusal(() => lab.runtime.exec(ended.id, { command: ['true'], stdin: false, tty: false }), 'NotRunning')
  })
})
