/** What frames travel on: a duplex stream between processes (a socket pair), or a MessagePort between threads. */
import type { Duplex } from 'node:stream'
import type { MessagePort } from 'node:worker_threads'
import type { FrameCarrier } from './frames.js'

/** Carries frames over a duplex stream, which it owns from `start` on. */
export function streamCarrier(stream: Duplex): FrameCarrier {
  return {
    write: (bytes) => stream.write(bytes),
    get pendingBytes() {
      return stream.writableLength
    },
    start({ onBytes, onDrain, onClose }) {
      let failure: Error | undefined
      stream.on('data', onBytes)
      stream.on('drain', onDrain)
      stream.on('end', () => stream.end())
      stream.on('error', (error: Error) => {
        failure = error
      })
      stream.once('close', () => onClose(failure))
    },
    close: () => void stream.end(() => stream.destroy()),
  }
}

/** Carries frames over a MessagePort; each message is a Uint8Array of whole or partial frames, its memory handed over. */
export function portCarrier(port: MessagePort): FrameCarrier {
  return {
    write(bytes) {
      port.postMessage(bytes, [bytes.buffer as ArrayBuffer])
      return true
    },
    pendingBytes: 0,
    start({ onBytes, onClose }) {
      port.on('message', onBytes)
      port.once('close', () => onClose())
    },
    close: () => port.close(),
  }
}
