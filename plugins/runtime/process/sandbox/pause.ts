/** The one small process of a sandbox: it holds the namespaces that the pod's containers join. */
import { RuntimeError, type SandboxConfig } from '../../contract.js'
import { startDetached } from '../host/command.js'
import type { Host } from '../host/host.js'
import { identify, type ProcessIdentity } from '../host/process-identity.js'
import { shellQuote as quote } from '../host/shell-quote.js'
import { shimGroup } from '../cgroup/cgroups.js'

export interface PauseRequest {
  readonly config: SandboxConfig
  /** Shell commands run inside of the new namespaces before the sandbox counts as made. */
  readonly setup: string
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
  const script = `${joins.map((file) => `echo 0 > ${quote(file)}\n`).join('')}exec ${tools.unshare} ${flags.join(' ')} ${tools.sh} -c ${quote(insideScript(host, request))}`
  const { pid, stdout, stderr } = await startDetached(tools.sh, ['-c', script], '/').catch((cause) => {
    throw new RuntimeError('RunPodSandboxError', `can't start ${tools.sh}`, { cause })
  })
  const identity = stdout === 'ready' ? identify(pid) : undefined
  if (!identity)
    throw new RuntimeError('RunPodSandboxError', `the sandbox's namespaces: ${stderr || 'the process ended'}`)
  return identity
}

function insideScript(host: Host, request: PauseRequest): string {
  const { tools } = host
  const hostname = quote(request.config.hostname)
  const setHostname = host.isRoot
    ? `echo ${hostname} > /proc/sys/kernel/hostname`
    : `${tools.hostname ?? ':'} ${hostname}`
  return `${request.config.network === 'host' ? '' : `${setHostname} || exit 1\n`}${request.setup}
echo ready
exec ${tools.sleep} 2147483647 >/dev/null 2>&1
`
}
