/** What the embedded runtime does for a user who isn't root: run under another uid by a test, with a folder of that user's; prints what it saw. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog, systemClock, systemRandom } from '../../core/kit/index.js'
import { cleanLeftovers, listLeftovers, loadImage, openProcessRuntime } from '../../plugins/runtime/process/index.js'
import {
  containerConfig,
  describeContainer,
  nextEvent,
  noSecurity,
  sandboxConfig,
} from '../contract/runtime-configs.js'
import { finished, logTexts } from './container-lab.js'
import { buildImage, busyboxEntries, dockerArchive } from './image-builder.js'

const folder = process.argv[2]
if (folder) console.log(JSON.stringify(await scenario(folder)))

async function scenario(home: string) {
  const dataDir = join(home, 'data')
  writeFileSync(
    join(home, 'image.tar'),
    await dockerArchive(await buildImage([await busyboxEntries(), [{ name: '.wh.data', content: '' }]]), [
      'user/busybox',
    ]),
  )
  await loadImage(dataDir, join(home, 'image.tar'))
  const open = () =>
    openProcessRuntime({
      dataDir,
      nodeName: 'user',
      podCidr: '10.99.0.0/24',
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
    })
  let runtime = await open()
  const { lacks } = await runtime.status()
  const logDirectory = join(home, 'logs')
  const sandbox = await runtime.runPodSandbox(sandboxConfig(logDirectory, { hostname: 'dinghy' }))
  const run = async (...parameters: Parameters<typeof containerConfig>) => {
    const config = containerConfig(...parameters)
    const id = await runtime.createContainer(sandbox, config)
    const exit = nextEvent(runtime, id, 'exited')
    await runtime.startContainer(id)
    await exit
    return {
      exitCode: (await describeContainer(runtime, id)).exitCode,
      ...logTexts(join(logDirectory, config.logPath)),
    }
  }
  const onHost = await run('localhost/host', [
    'sh',
    '-c',
    'id -u; hostname; echo $$; touch /etc/x /tmp/x; ls -A "$1"; exit 3',
    'sh',
    dataDir,
  ])
  const asOther = await run('localhost/host', ['id', '-u'], { security: { ...noSecurity, runAsUser: 1234 } })
  const onImage = await run('user/busybox', [
    'sh',
    '-c',
    'ls / | tr "\\n" " "; rm /bin/id; ls /bin/id; echo new > /file; cat /file',
  ])
  const missing = await run('user/busybox', ['no-such']).catch((error: Error) => error.message)
  const hostPid = await runtime
    .runPodSandbox(sandboxConfig(logDirectory, { pid: 'host' }))
    .catch((error: Error) => error.message)
  const id = await runtime.createContainer(sandbox, containerConfig('user/busybox', ['sleep', '1000']))
  await runtime.startContainer(id)
  const exec = await runtime.exec(id, { command: ['sh', '-c', 'cat; hostname; exit 4'], stdin: true, tty: false })
  exec.stdin?.end('typed\n')
  const execAnswer = await finished(exec)
  const terminal = await finished(
    await runtime.exec(id, { command: ['sh', '-c', 'test -t 0 && echo terminal'], stdin: true, tty: true }),
  )
  await runtime.close()
  runtime = await open()
  const adopted = (await describeContainer(runtime, id)).state
  await runtime.stopContainer(id, 0)
  const stopped = (await describeContainer(runtime, id)).exitCode
  await runtime.startContainer(
    await runtime.createContainer(sandbox, containerConfig('user/busybox', ['sleep', '1000'])),
  )
  await runtime.close()
  const processes = (await listLeftovers(dataDir)).filter((one) => one.kind === 'process').length
  const { left } = await cleanLeftovers(dataDir)
  return { lacks, hostPid, onHost, asOther, onImage, missing, execAnswer, terminal, adopted, stopped, processes, left }
}
