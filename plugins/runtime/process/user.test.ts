import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describeWith } from '../../../test/kit/needs.js'
import { processNeeds } from '../../../test/kit/process-runtime.js'

const program = fileURLToPath(new URL('../../../test/kit/user-scenario.js', import.meta.url))
const user = 54_321
const asUser = ['--reuid', String(user), '--regid', String(user), '--clear-groups', process.execPath]

/** Undefined when another user can run this checkout's code in a user namespace of its own. */
function reasonAgainst(): string | undefined {
  if (spawnSync('setpriv', [...asUser, '--check', program]).status !== 0) return "another user can't read this checkout"
  if (spawnSync('setpriv', [...asUser.slice(0, -1), 'unshare', '--user', '--map-root-user', 'true']).status !== 0)
    return 'users may not make user namespaces here'
  return undefined
}

describeWith([...processNeeds, 'busybox', 'script'], "The embedded runtime of a user who isn't root", () => {
  it("runs pods in a user namespace on the host's network, and says what it can't do", function () {
    const reason = reasonAgainst()
    if (reason) {
      if (process.env['CI'] === 'true') throw new Error(reason)
      console.log(`      left out: ${reason}`)
      return this.skip()
    }
    const folder = mkdtempSync('/tmp/operon-user-')
    chownSync(folder, user, user)
    try {
      const { stdout, stderr, status } = spawnSync('setpriv', [...asUser, program, folder], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] },
        cwd: '/',
      })
      expect({ stderr, status }).to.deep.equal({ stderr: '', status: 0 })
      const saw = JSON.parse(stdout)
      expect(saw.lacks).to.have.members(['limits', 'podNetwork', 'users'])
      expect(saw.onHost.exitCode).to.equal(3)
      expect(saw.onHost.stdout).to.deep.equal(['0', 'dinghy', '1'])
      expect(saw.onHost.stderr[0]).to.contain('/etc/x')
      expect(saw.asOther.stdout).to.deep.equal(['1234'])
      expect(saw.onImage.stdout).to.deep.equal(['bin dev etc home proc sys tmp usr new'])
      expect(saw.missing).to.contain('executable file not found in $PATH')
      expect(saw.hostPid).to.contain('hostPID')
      expect(saw.execAnswer).to.deep.equal({ code: 4, stdout: 'typed\ndinghy\n', stderr: '' })
      expect(saw.terminal.stdout.trim()).to.equal('terminal')
      expect(saw).to.include({ adopted: 'running', stopped: 137, processes: 3 })
      expect(saw.left).to.deep.equal([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
