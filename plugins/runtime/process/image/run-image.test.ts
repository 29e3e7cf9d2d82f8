import { expect } from 'chai'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeContainerRuntime, expectRefusal } from '../../../../test/contract/container-runtime.js'
import { containerConfig, describeContainer, noSecurity } from '../../../../test/contract/runtime-configs.js'
import { ContainerLab } from '../../../../test/kit/container-lab.js'
import { buildImage, busyboxEntries, dockerArchive } from '../../../../test/kit/image-builder.js'
import { describeWith } from '../../../../test/kit/needs.js'
import { processNeeds, runtimeHome } from '../../../../test/kit/process-runtime.js'
import type { Mount } from '../../contract.js'
import { loadImage } from './images.js'

const imageName = 'docker.io/test/busybox:1'

/** Busybox, with a layer of traps on top: a link where a mount point is asked for, a preloaded library, a command without an interpreter. */
async function loadTestImage(dataDir: string): Promise<void> {
  const image = await buildImage(
    [
      await busyboxEntries(),
      [
        { name: 'var/run', type: 'symlink', linkname: '/run' },
        { name: 'trap', type: 'symlink', linkname: '../../../../../../../tmp' },
        { name: 'etc/ld.so.preload', content: '/evil.so\n' },
        { name: 'evil.so', content: 'not a library' },
        { name: 'bin/no-interpreter', mode: 0o755, content: '#!/no/such/shell\n' },
        { name: 'bin/not-executable', mode: 0o644, content: 'x' },
        { name: 'data/lower', content: 'image' },
      ],
    ],
    {
      Entrypoint: ['/bin/sh', '-c'],
      Cmd: ['echo default; pwd; id -un; echo $COLOR'],
      Env: ['PATH=/bin', 'COLOR=red'],
      User: 'sailor',
      WorkingDir: '/work/here',
      StopSignal: 'SIGUSR1',
    },
  )
  const path = `${dataDir}.tar`
  writeFileSync(path, await dockerArchive(image, [imageName]))
  await loadImage(dataDir, path)
}

describeWith([...processNeeds, 'busybox'], 'An image', () => {
  describeContainerRuntime('The embedded runtime, with an image of busybox,', async () => {
    const home = runtimeHome()
    await loadTestImage(home.dataDir)
    const runtime = await home.open()
    return {
      runtime,
      image: imageName,
      logDirectory: home.logDirectory,
      commands: {
        endless: ['/bin/sleep', '3600'],
        endsWith3: ['/bin/sh', '-c', 'exit 3'],
        missing: ['no-such-command'],
      },
      dispose: async () => {
        await runtime.close()
        await home.remove()
      },
    }
  })

  for (const overlay of ['mounted', 'copied'] as const) describeImageUse(overlay)
})

function describeImageUse(overlay: 'mounted' | 'copied'): void {
  describe(`${overlay} in a container`, () => {
    const lab = new ContainerLab(overlay === 'copied' ? { overlay: 'never' } : {})
    lab.image = imageName
    const mount = (hostPath: string, containerPath: string, more: Partial<Mount> = {}): Mount => ({
      hostPath,
      containerPath,
      readOnly: false,
      propagation: 'private',
      ...more,
    })
    before(async () => {
      await loadTestImage(lab.home.dataDir)
      await lab.open({ hostname: 'ship' })
    })
    after(() => lab.close())

    it('gives its command, environment, user and working folder, which is made', async () => {
      const { stdout } = await lab.runToEnd([])
      expect(stdout).to.deep.equal(['default', '/work/here', 'sailor', 'red'])
    })

    it("gives the user's groups; a user it doesn't know is refused", async () => {
      expect((await lab.runToEnd(['id'])).stdout).to.deep.equal([
        'uid=1000(sailor) gid=1000(sailor) groups=1000(sailor),2000(crew)',
      ])
      const refusal = await expectRefusal(
        () => lab.start(['id'], { security: { ...noSecurity, runAsUserName: 'pirate' } }),
        'CreateContainerError',
      )
      expect(refusal.message).to.equal('unable to find user pirate: no matching entries in passwd file')
    })

    it('is written by one container without another seeing it', async () => {
      const security = { ...noSecurity, runAsUser: 0 }
      expect(
        (await lab.runToEnd(['sh', '-c', 'echo mine > /data/lower; cat /data/lower'], { security })).stdout,
      ).to.deep.equal(['mine'])
      expect((await lab.runToEnd(['cat', '/data/lower'])).stdout).to.deep.equal(['image'])
    })

    it('can be made read-only', async () => {
      const security = { ...noSecurity, runAsUser: 0, readOnlyRootFilesystem: true }
      const { stderr } = await lab.runToEnd(['sh', '-c', 'touch /data/x; touch /dev/shm/x'], { security })
      expect(stderr).to.deep.equal(['touch: /data/x: Read-only file system'])
    })

    it('sees files and folders mounted, through its own links, read-only if asked', async () => {
      const folder = join(lab.home.dataDir, 'volume')
      mkdirSync(join(folder, 'sub'), { recursive: true, mode: 0o777 })
      writeFileSync(join(folder, 'file'), 'from the host')
      const { stdout, stderr } = await lab.runToEnd(
        [
          'sh',
          '-c',
          'cat /etc/app/conf /var/run/secrets/token; echo; cat /run/secrets/token; echo; touch /vol/new /ro/new; ls /vol',
        ],
        {
          security: { ...noSecurity, runAsUser: 0 },
          mounts: [
            mount(join(folder, 'file'), '/etc/app/conf'),
            mount(folder, '/vol'),
            mount(folder, '/ro', { readOnly: true }),
            mount(join(folder, 'file'), '/var/run/secrets/token'),
          ],
        },
      )
      expect(stdout).to.deep.equal(['from the hostfrom the host', 'from the host', 'file', 'new', 'sub'])
      expect(stderr).to.deep.equal(['touch: /ro/new: Read-only file system'])
      expect(existsSync(join(folder, 'new'))).to.equal(true)
    })

    it('takes the termination message where the kubelet mounts it, and variables of any name', async () => {
      const message = join(lab.home.dataDir, 'message')
      writeFileSync(message, '')
      await lab.runToEnd(['sh', '-c', 'echo why > /dev/termination-log'], {
        security: { ...noSecurity, runAsUser: 0 },
        mounts: [mount(message, '/dev/termination-log')],
      })
      expect(readFileSync(message, 'utf8')).to.equal('why\n')
      const odd = await lab.runToEnd(['env'], { env: [{ name: 'db.pass-word', value: "it's $ecret" }] })
      expect(odd.stdout).to.include("db.pass-word=it's $ecret")
    })

    it('is stopped by the signal it names', async () => {
      const id = await lab.start(['sh', '-c', 'trap "echo usr1; exit 9" USR1; echo up; while :; do sleep 0.01; done'])
      await lab.untilLogged(id, 'up')
      await lab.runtime.stopContainer(id, 20)
      expect(await describeContainer(lab.runtime, id)).to.include({ state: 'exited', exitCode: 9 })
    })

    it('a mount in a volume is made there; one that would propagate to the host is refused', async () => {
      const volume = join(lab.home.dataDir, 'outer')
      mkdirSync(volume, { recursive: true })
      const inner = join(lab.home.dataDir, 'inner')
      writeFileSync(inner, 'inner')
      const mounts = [mount(inner, '/vol/deep/file'), mount(volume, '/vol')]
      expect((await lab.runToEnd(['cat', '/vol/deep/file'], { mounts })).stdout).to.deep.equal(['inner'])
      expect(existsSync(join(volume, 'deep', 'file'))).to.equal(true)
      const refused = [mount(volume, '/vol', { propagation: 'bidirectional' })]
      await expectRefusal(() => lab.start(['true'], { mounts: refused }), 'CreateContainerError')
    })

    it('whoever swaps a mount point for a link while a container starts gains nothing by it', async () => {
      const volume = join(lab.home.dataDir, 'swapped')
      const stolen = join(lab.home.dataDir, 'stolen')
      mkdirSync(volume)
      writeFileSync(stolen, 'stolen')
      const mounts = [mount(volume, '/vol'), mount(stolen, '/vol/sub/hostname')]
      const id = await lab.runtime.createContainer(lab.sandbox, containerConfig(imageName, ['true'], { mounts }))
      rmSync(join(volume, 'sub'), { recursive: true })
      symlinkSync('/etc', join(volume, 'sub'))
      const refusal = await expectRefusal(() => lab.runtime.startContainer(id), 'RunContainerError')
      expect(refusal.message).to.contain('escape')
      expect(readFileSync('/etc/hostname', 'utf8')).not.to.equal('stolen')
    })

    it("can't lead a mount out of itself by a link", async () => {
      writeFileSync(join(lab.home.dataDir, 'secret'), 'x')
      const { stdout } = await lab.runToEnd(['sh', '-c', 'cat /trap/operon-trap/f; readlink /trap; ls /tmp'], {
        mounts: [mount(join(lab.home.dataDir, 'secret'), '/trap/operon-trap/f')],
      })
      expect(stdout).to.deep.equal(['x../../../../../../../tmp', 'operon-trap'])
      expect(existsSync('/tmp/operon-trap')).to.equal(false)
    })

    it('a folder mounted on a file is refused', async () => {
      const refusal = await expectRefusal(
        () => lab.start(['true'], { mounts: [mount('/tmp', '/etc/passwd')] }),
        'CreateContainerError',
      )
      expect(refusal.message).to.contain('/etc/passwd')
    })

    for (const [command, message] of [
      ['no-such-command', 'exec: "no-such-command": executable file not found in $PATH'],
      ['/bin/nope', 'exec: "/bin/nope": stat /bin/nope: no such file or directory'],
      ['/data', 'exec: "/data": is a directory'],
      ['/bin/not-executable', 'exec: "/bin/not-executable": permission denied'],
    ] as const) {
      it(`the command ${command} is a StartError in runc's words`, async () => {
        const refusal = await expectRefusal(() => lab.start([command]), 'StartError')
        expect(refusal.message).to.equal(`unable to start container process: ${message}`)
      })
    }

    it('a script whose interpreter is missing ends as a StartError', async () => {
      const ended = await lab.runToEnd(['/bin/no-interpreter'])
      expect(ended).to.include({ exitCode: 128, reason: 'StartError' })
    })

    it("its preloaded libraries are never loaded by the host's programs", async () => {
      const { stderr, exitCode } = await lab.runToEnd(['true'])
      expect({ stderr, exitCode }).to.deep.equal({ stderr: [], exitCode: 0 })
    })

    it("can't reach the host's files from its root, nor leave it by chroot", async () => {
      const wayOut =
        'mkdir -p /x/y; cd /x; chroot /x/y /bin/true 2>/dev/null; ls -d ../../../../../../etc/hostname; ls /..; ls -A /proc/1/root/'
      const { stdout } = await lab.runToEnd(['sh', '-c', wayOut], { security: { ...noSecurity, runAsUser: 0 } })
      expect(stdout.join(' ')).not.to.match(/boot|usr\/sbin|work\/main|lost\+found/)
      expect(readFileSync('/etc/hostname', 'utf8')).to.be.a('string')
    })

    it('in use is not removed', async () => {
      const id = await lab.start(['sleep', '1000'])
      await expectRefusal(() => lab.runtime.removeImage(imageName), 'ImageInUse')
      await lab.runtime.removeContainer(id)
    })

    it('that is not here is ErrImageNeverPull', async () => {
      lab.image = 'docker.io/test/other:1'
      await expectRefusal(() => lab.start(['true']), 'ErrImageNeverPull')
      lab.image = imageName
    })
  })
}
