/** Runs one probe once: exec, httpGet, tcpSocket or grpc. */
import { connect } from 'node:net'
import type { Clock } from '../../../core/kit/index.js'
import type { ContainerRuntime } from '../../../plugins/runtime/contract.js'
import type { ContainerSpec, Probe } from '../shapes/index.js'
import { grpcHealth } from './grpc-health.js'
import { httpGet } from './http-get.js'
import { portNumber } from './port.js'
import { runCommand } from './run-command.js'

export interface ProbeTarget {
  readonly runtime: ContainerRuntime
  readonly clock: Clock
  readonly containerId: string
  readonly spec: ContainerSpec
  readonly podAddress: string
}

/** Undefined: success. Otherwise why it failed, in words for an event. Never throws. */
export async function runProbe(probe: Probe, target: ProbeTarget): Promise<string | undefined> {
  const timeoutMs = (probe.timeoutSeconds ?? 1) * 1000
  try {
    if (probe.exec) return await execOnce(probe.exec.command ?? [], target, timeoutMs)
    if (probe.httpGet) await httpGet(probe.httpGet, { ...target, timeoutMs })
    else if (probe.tcpSocket) await connectOnce(probe.tcpSocket, target, timeoutMs)
    else if (probe.grpc) {
      const { port, service = '' } = probe.grpc
      await grpcHealth({ clock: target.clock, host: target.podAddress, port, service, timeoutMs })
    } else return 'this kind of probe is not supported'
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function execOnce(
  command: readonly string[],
  target: ProbeTarget,
  timeoutMs: number,
): Promise<string | undefined> {
  const { exitCode, output } = await runCommand({ ...target, command, timeoutMs })
  return exitCode === 0 ? undefined : output.trim() || `command exited with ${exitCode}`
}

function connectOnce(
  { port, host }: NonNullable<Probe['tcpSocket']>,
  { clock, spec, podAddress }: ProbeTarget,
  timeoutMs: number,
): Promise<void> {
  const address = { host: host || podAddress, port: portNumber(port, spec) }
  return new Promise((resolve, reject) => {
    const socket = connect(address)
    const end = (error?: Error) => {
      timer.cancel()
      socket.destroy()
      if (error) reject(new Error(`dial tcp ${address.host}:${address.port}: ${error.message}`))
      else resolve()
    }
    const timer = clock.after(timeoutMs, () => end(new Error('i/o timeout')))
    socket.once('connect', () => end())
    socket.once('error', end)
  })
}
