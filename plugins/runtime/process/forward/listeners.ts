/** Which addresses a network namespace listens at, read from a process in it. */
import { readFileSync } from 'node:fs'

export interface Listener {
  readonly family: 4 | 6
  /** As the kernel prints it: hexadecimal, each four bytes in the machine's order. */
  readonly address: string
  readonly port: number
}

const listening = '0A'
/** ::1 on a little-endian machine. 127.0.0.0/8 ends in 7F there, mapped into IPv6 or not. */
const loopback6 = '00000000000000000000000001000000'

/** TCP listeners in the network namespace of `pid`. */
export function listenersOf(pid: number): Listener[] {
  return [...read(`/proc/${pid}/net/tcp`, 4), ...read(`/proc/${pid}/net/tcp6`, 6)]
}

/** Whether only the namespace itself can connect there, by 127.0.0.1 or ::1. */
export function isLoopback({ address }: Listener): boolean {
  return address.endsWith('7F') || address === loopback6
}

function read(path: string, family: 4 | 6): Listener[] {
  let text: string
  try {
    text = readFileSync(path, 'latin1')
  } catch {
    return []
  }
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === listening)
    .map((fields) => {
      const [address = '', port = ''] = (fields[1] ?? '').split(':')
      return { family, address, port: Number.parseInt(port, 16) }
    })
}
