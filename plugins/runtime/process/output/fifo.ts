/** Opens the node's end of a named pipe without ever blocking, even when the other end is gone. */
import { constants, openSync, writeSync, closeSync } from 'node:fs'
import { Socket } from 'node:net'

/** The reading end. It ends when the last writer closed. */
export function openForReading(path: string): Socket {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  return new Socket({ fd, readable: true, writable: false })
}

/** The writing end. Throws ENXIO when nobody reads. */
export function openForWriting(path: string): Socket {
  const fd = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK)
  return new Socket({ fd, readable: false, writable: true })
}

/** Leaves one line in the pipe for whoever waits at it. */
export function leaveLine(path: string): void {
  try {
    const fd = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK)
    try {
      writeSync(fd, 'x\n')
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (!code || !['ENXIO', 'ENOENT', 'EAGAIN', 'EPIPE'].includes(code)) throw error
  }
}
