import { expect } from 'chai'
import { describeContainerRuntime } from '../../../test/contract/container-runtime.js'
import { noSecurity } from '../../../test/contract/runtime-configs.js'
import { ContainerLab } from '../../../test/kit/container-lab.js'
import { describeWith } from '../../../test/kit/needs.js'
import { processNeeds, runtimeHome } from '../../../test/kit/process-runtime.js'

describeWith(processNeeds, 'The embedded runtime', () => {
  describeContainerRuntime("on the host's files,", async () => {
    const home = runtimeHome()
    const runtime = await home.open()
    return {
      runtime,
      image: 'localhost/host',
      logDirectory: home.logDirectory,
      commands: { endless: ['sleep', '3600'], endsWith3: ['sh', '-c', 'exit 3'], missing: ['no-such-command'] },
      dispose: async () => {
        await runtime.close()
        await home.remove()
      },
    }
  })

  describeContainerRuntime('where no overlay can be mounted,', async () => {
    const home = runtimeHome({ overlay: 'never' })
    const runtime = await home.open()
    return {
      runtime,
      image: 'localhost/host',
      logDirectory: home.logDirectory,
      commands: { endless: ['sleep', '3600'], endsWith3: ['sh', '-c', 'exit 3'], missing: ['no-such-command'] },
      dispose: async () => {
        await runtime.close()
        await home.remove()
      },
    }
  })

  describe("a container on the host's files", () => {
    const lab = new ContainerLab()
    const runToEnd = lab.runToEnd.bind(lab)
    before(() => lab.open({ hostname: 'ship' }))
    after(() => lab.close())

    it('its output is in the log, in CRI format, by stream', async () => {
      const { log: lines, exitCode } = await runToEnd(['sh', '-c', 'echo out; echo err >&2; printf unfinished; exit 7'])
      expect(exitCode).to.equal(7)
      expect(lines.filter((line) => / stdout (F out|P unfinished)$/.test(line))).to.have.length(2)
      expect(lines.some((line) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z stderr F err$/.test(line))).to.equal(true)
    })

    it("it has its own hostname, process ids, address and environment, and nothing of the node's", async () => {
      const { stdout } = await runToEnd(
        [
          'sh',
          '-c',
          'hostname; echo $$; echo "$GREETING"; env | grep -c OPERON_; for f in /proc/$$/fd/*; do readlink $f; done | grep -vE "^(/dev/null|.*/std(out|err))$"',
        ],
        {
          env: [{ name: 'GREETING', value: `it's "fine" $HOME` }],
        },
      )
      expect(stdout).to.deep.equal(['ship', '1', `it's "fine" $HOME`, '0'])
    })

    it("it can't write the host's files, nor see the data directory", async () => {
      const { stdout } = await runToEnd([
        'sh',
        '-c',
        `touch /operon-was-here /etc/operon 2>/dev/null; echo $?; ls -A ${lab.home.dataDir} 2>/dev/null | wc -l; touch /tmp/mine && echo tmp`,
      ])
      expect(stdout).to.deep.equal(['1', '0', 'tmp'])
    })

    it('it has the usual capabilities, or those asked for; a user other than root has none', async () => {
      const caps = ['sh', '-c', 'grep -E "CapEff|CapBnd|NoNewPrivs" /proc/self/status | cut -f2; id -u; id -g; id -G']
      expect((await runToEnd(caps)).stdout).to.deep.equal(['00000000a80425fb', '00000000a80425fb', '0', '0', '0', '0'])
      const security = {
        ...noSecurity,
        runAsUser: 1234,
        runAsGroup: 4321,
        supplementalGroups: [77],
        dropCapabilities: ['ALL'],
        addCapabilities: ['NET_BIND_SERVICE'],
        noNewPrivileges: true,
      }
      expect((await runToEnd(caps, { security })).stdout).to.deep.equal([
        '0000000000000000',
        '0000000000000400',
        '1',
        '1234',
        '4321',
        '4321 77',
      ])
    })

    it("a signal ends it with 128 and the signal's number", async () => {
      expect(
        await runToEnd(['sh', '-c', 'echo x; sh -c "kill -9 \\$PPID"; sleep 0.1; sh -c "kill -TERM \\$\\$"']),
      ).to.include({ exitCode: 143, reason: 'Error' })
    })
  })
})
