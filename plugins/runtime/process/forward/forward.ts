/** A byte stream to a TCP port inside of a sandbox's network. */
import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { Duplex } from 'node:stream'
import { RuntimeError } from '../../contract.js'
import { hostEnvironment } from '../host/command.js'
import type { Host } from '../host/host.js'
import type { SandboxRecord } from '../state/records.js'
import { isLoopback, listenersOf } from './listeners.js'

/** Connects there; throws PortForwardError when nothing listens. A server that listens to its own host alone is reached by a process of its own. */
export function forwardTo(host: Host, sandbox: SandboxRecord, port: number): Promise<Duplex> {
  if (!sandbox.ip) return connectTo('127.0.0.1', port)
  const listeners = listenersOf(sandbox.pause.pid).filter((one) => one.port === port)
  if (listeners.length === 0) return Promise.reject(refused(port, 'connection refused'))
  if (listeners.some((one) => !isLoopback(one))) return connectTo(sandbox.ip, port)
  const address = listeners.some((one) => one.family === 4) ? '127.0.0.1' : '::1'
  return connectInside(host, sandbox.pause.pid, { address, port })
}

function connectTo(address: string, port: number): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, allowHalfOpen: true })
    const onError = (error: NodeJS.ErrnoException) => reject(refused(port, reasonOf(error)))
    socket.once('error', onError)
    socket.once('connect', () => {
      socket.off('error', onError)
      resolve(socket)
    })
  })
}

/** No descriptor for a foreign namespace's socket can be had in this process, so another node carries the bytes. Cost: 40 ms and 40 MB each. */
function connectInside(
  host: Host,
  pid: number,
  target: { readonly address: string; readonly port: number },
): Promise<Duplex> {
  const args = ['-t', String(pid), '--net', process.execPath, '-e', carrier, target.address, String(target.port)]
  const child = spawn(host.tools.nsenter, args, { env: hostEnvironment, stdio: ['pipe', 'pipe', 'pipe'] })
  return new Promise((resolve, reject) => {
    let said = ''
    child.on('error', (error) => reject(refused(target.port, error.message)))
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (!said.startsWith('connected\n')) return
      const stream = Duplex.from({ readable: child.stdout, writable: child.stdin })
      stream.on('close', () => child.kill('SIGKILL'))
      resolve(stream)
    })
    child.on('exit', () => reject(refused(target.port, said.trim() || 'the connection ended')))
  })
}

// node's own process.stdout is not ended by what is piped into it: the server's end would stay unknown.
const carrier = `
const { connect, Socket } = require('node:net')
const socket = connect({ host: process.argv[1], port: Number(process.argv[2]), allowHalfOpen: true })
socket.on('error', (error) => { process.stderr.write(error.code + '\\n'); process.exit(1) })
socket.on('connect', () => {
  process.stderr.write('connected\\n')
  process.stdin.pipe(socket)
  socket.pipe(new Socket({ fd: 1, readable: false, writable: true }))
})
`

function refused(port: number, reason: string): RuntimeError {
  return new RuntimeError('PortForwardError', `failed to connect to localhost:${port} inside the pod: ${reason}`)
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === 'ECONNREFUSED' ? 'connection refused' : error.message
}
