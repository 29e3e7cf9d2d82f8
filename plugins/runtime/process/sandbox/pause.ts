/** The one small process of a sandbox: it holds the namespaces that the pod's containers join. */
import { RuntimeError, type SandboxConfig } from '../../contract.js'
import { startDetached } from '../host/command.js'
import type { Host } from '../host/host.js'
import { identify, type ProcessIdentity } from '../host/process-identity.js'
import { shellQuote as quote } from '../host/shell-quote.js'
import type { Tools } from '../host/tools.js'
import { shimGroup } from '../cgroup/cgroups.js'

export interface PauseRequest {
  readonly config: SandboxConfig
  /** Shell commands run inside of the new namespaces before the sandbox counts as made. */
  readonly setup: string
  /** Where it notes who it is before it says so, for whoever comes after a crash. */
  readonly note: string
  /** Makes an own network namespace. */
  readonly ownNetwork: boolean
}

/** Starts it and waits until its namespaces are set up. Throws RunPodSandboxError with what the setup said. */
export async function startPause(host: Host, request: PauseRequest): Promise<ProcessIdentity> {
  const { tools } = host
  const { config } = request
  const flags = [
    ...(host.isRoot ? [] : ['--user', '--map-root-user']),
    ...(request.ownNetwork ? ['--net'] : []),
    ...(config.ipc === 'pod' ? ['--ipc'] : []),
    ...(config.network === 'host' ? [] : ['--uts']),
  ]
  const joins = host.cgroups?.joinFiles(shimGroup) ?? []
  const inside = `${setupScript(host, request)}${config.pid === 'pod' ? firstOfPod(tools, request.note) : waitForever(tools.sleep, request.note)}`
  const script = `${joins.map((file) => `echo 0 > ${quote(file)}\n`).join('')}exec ${tools.unshare} ${flags.join(' ')} ${tools.sh} -c ${quote(inside)}`
  const { stdout, stderr } = await startDetached(host.clock, tools.sh, { args: ['-c', script], cwd: '/' }).catch(
    (cause) => {
      throw new RuntimeError('RunPodSandboxError', `can't start ${tools.sh}`, { cause })
    },
  )
  const [word, pid] = stdout.split(' ')
  const identity = word === 'ready' ? identify(Number(pid)) : undefined
  if (!identity)
    throw new RuntimeError('RunPodSandboxError', `the sandbox's namespaces: ${stderr || 'the process ended'}`)
  return identity
}

function setupScript(host: Host, request: PauseRequest): string {
  const hostname = quote(request.config.hostname)
  const setHostname = host.isRoot
    ? `echo ${hostname} > /proc/sys/kernel/hostname`
    : `${host.tools.hostname ?? ':'} ${hostname}`
  return `${request.config.network === 'host' ? '' : `${setHostname} || exit 1\n`}${request.setup}\n${sysctlScript(request.config)}`
}

/** Whether a setting is the pod's own is for the caller to know: the kernel has some for the whole machine. */
function sysctlScript({ sysctls = [] }: SandboxConfig): string {
  return sysctls
    .map(({ name, value }) => `echo ${quote(value)} > ${quote(`/proc/sys/${name.replaceAll('.', '/')}`)} || exit 1\n`)
    .join('')
}

const sayReady = (note: string) => `read -r line < /proc/self/stat
set -- $line
echo "$1 \${22}" > ${quote(note)}
echo "ready $1"
exec >/dev/null 2>&1
`

function waitForever(sleep: string, note: string): string {
  return `${sayReady(note)}exec ${sleep} 2147483647\n`
}

/** The first process of a namespace of processes is a child of the shell that makes it. It inherits every orphan of the pod. */
function firstOfPod(tools: Tools, note: string): string {
  const reap = `${sayReady(note)}trap 'exit 0' TERM
while :; do
  ${tools.sleep} 2147483647 &
  wait
done
`
  const forked = `${tools.sh} -c ${quote(reap)} & exit 0`
  return `exec ${tools.unshare} --pid ${tools.sh} -c ${quote(forked)}\n`
}
