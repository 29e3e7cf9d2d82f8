/** Where a child's main thread is, when it answers nothing any more: asked of V8's inspector, which a signal opens in the stuck process. Costs nothing until then. */
import type { ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Clock } from '../../kit/index.js'

export interface StackFrame {
  readonly url: string
  readonly functionName: string
  readonly line: number
}

/** Flags that a child must be started with: its inspector listens on a free port of this machine only, under an address that only its standard error tells. */
export const probeFlags: readonly string[] = ['--inspect-port=127.0.0.1:0', '--inspect-publish-uid=stderr']
/** What the inspector says on standard error; not for people. */
export const isProbeLine = (line: string): boolean =>
  /^(Debugger (listening|attached|ending)|For help, see: https:)/.test(line)

const patienceMs = 3000

/**
 * The stack of a process that is busy, innermost frame first, and stops it there: it is to be killed afterwards.
 * `lines` are those of its standard error. Empty when it does not answer in 3 s: it waits in the kernel or in native code.
 */
export function stackOf(child: ChildProcess, lines: Readable, clock: Clock): Promise<readonly StackFrame[]> {
  return new Promise((resolve) => {
    let socket: Promise<WebSocket> | undefined
    const end = (frames: readonly StackFrame[]) => {
      timer.cancel()
      lines.off('data', listen)
      void socket?.then((opened) => opened.terminate())
      resolve(frames)
    }
    const timer = clock.after(patienceMs, () => end([]))
    let text = ''
    const listen = (chunk: Buffer | string) => {
      text += String(chunk)
      const address = /^Debugger listening on (ws:\/\/127\.0\.0\.1:\S+)\n/m.exec(text)?.[1]
      if (address) socket ??= pausing(address, end)
    }
    lines.on('data', listen)
    child.kill('SIGUSR1')
  })
}

async function pausing(address: string, end: (frames: readonly StackFrame[]) => void): Promise<WebSocket> {
  const { WebSocket } = await import('ws')
  const socket = new WebSocket(address)
  socket.on('error', () => end([]))
  socket.on('open', () => {
    socket.send('{"id":1,"method":"Debugger.enable"}')
    socket.send('{"id":2,"method":"Debugger.pause"}')
  })
  const urls = new Map<string, string>()
  socket.on('message', (message) => {
    const told = JSON.parse(String(message)) as Told
    if (told.method === 'Debugger.scriptParsed') urls.set(told.params.scriptId, told.params.url)
    if (told.method !== 'Debugger.paused') return
    end(
      told.params.callFrames.map(({ functionName, location: { scriptId, lineNumber } }) => ({
        url: urls.get(scriptId) ?? '',
        functionName,
        line: lineNumber + 1,
      })),
    )
  })
  return socket
}

/** What the inspector says, as far as it is listened to. Every script is announced before the answer to `Debugger.enable`. */
type Told =
  | { readonly method: 'Debugger.scriptParsed'; readonly params: { readonly scriptId: string; readonly url: string } }
  | { readonly method: 'Debugger.paused'; readonly params: { readonly callFrames: readonly CallFrame[] } }
  | { readonly method?: undefined }

interface CallFrame {
  readonly functionName: string
  readonly location: { readonly scriptId: string; readonly lineNumber: number }
}
