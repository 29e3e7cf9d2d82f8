/** A command in a fake container: what goes in comes out, or what the container's life says. */
import { PassThrough, Readable } from 'node:stream'
import type { ExecSession } from '../contract.js'
import type { FakeLife } from './life.js'

export function fakeExec(
  life: FakeLife,
  options: { readonly command: readonly string[]; readonly stdin: boolean; readonly tty: boolean },
): ExecSession {
  if (options.stdin) return fakeEcho(options)
  const answer = life.exec?.(options.command) ?? { stdout: `${options.command.join(' ')}\n`, exitCode: 0 }
  const stdout = Readable.from([Buffer.from(answer.stdout ?? '')])
  const stderr = options.tty ? undefined : Readable.from([Buffer.from(answer.stderr ?? '')])
  const ends = [stdout, ...(stderr ? [stderr] : [])].map(
    (stream) => new Promise((resolve) => stream.once('close', resolve)),
  )
  return {
    stdin: undefined,
    stdout,
    stderr,
    resize() {},
    exit: Promise.all(ends).then(() => answer.exitCode),
    kill() {
      stdout.destroy()
      stderr?.destroy()
    },
  }
}

/** Sends stdin back on stdout until it ends; exit code 0, or 137 when killed. */
export function fakeEcho(options: { readonly tty: boolean }): ExecSession {
  const pipe = new PassThrough()
  let settle: (exitCode: number) => void = () => {}
  const exit = new Promise<number>((resolve) => (settle = resolve))
  pipe.on('end', () => settle(0))
  return {
    stdin: pipe,
    stdout: pipe,
    stderr: options.tty ? undefined : Readable.from([]),
    resize() {},
    exit,
    kill() {
      settle(137)
      pipe.destroy()
    },
  }
}
