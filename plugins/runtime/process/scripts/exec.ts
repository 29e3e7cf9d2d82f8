/**
 * The script that runs one more command in a container.
 *
 * It works in a copy of the mount namespace that the monitor lives in, where the host's programs and the container's files are both in reach. The
 * last shell before the command never enters the container's process namespace: it drops its privileges, has its root changed from outside, and only
 * then starts the command as a child. So there is nothing in the container's /proc through which the host could be reached.
 */
import { join } from 'node:path'
import type { Tools } from '../host/tools.js'
import { shellQuote as quote } from '../host/shell-quote.js'
import { protectShell } from './init.js'
import { type Joins, joinFlags } from './input.js'

export interface ExecScriptInput {
  readonly tools: Tools
  readonly isRoot: boolean
  readonly joins: Joins
  /** The container's folder, and this command's own below it. */
  readonly folder: string
  readonly execFolder: string
  readonly shimPid: number
  readonly initPid: number
  readonly groupFiles: readonly string[]
  readonly stdin: boolean
  readonly tty: boolean
  readonly uid: number
  readonly dropPrivileges: readonly string[]
  readonly lastShell: readonly string[]
  readonly shellMounts: readonly string[]
}

/** Descriptors 8 and 9 are the node's: `up` and `down`, as in a container's start. Pipes are held open until the node has opened its ends. */
export function execScript(input: ExecScriptInput): string {
  const { tools } = input
  const flags = ['--mount', ...joinFlags(input.joins, input.isRoot)].join(' ')
  const pipes = input.tty ? ['in', 'out'] : ['in', 'out', 'err']
  const inside = `${protectShell(input)}${input.tty ? withTerminal(input) : enterPids(input)}`
  return `cd ${quote(input.execFolder)} || exit 125
umask 0
${tools.mkfifo} ${pipes.join(' ')} || exit 125
umask 022
${input.groupFiles.map((file) => `echo 0 > ${quote(file)} || exit 125\n`).join('')}exec 3<>in 4<>out 6<start
${input.tty ? 'exec 0<in 1>out 7>&1' : `exec 5<>err\nexec 0<${input.stdin ? 'in' : '/dev/null'} 1>out 7>err`}
echo pipes >&8
read -r opened <&9
exec 3>&- 4>&- 5>&-
exec ${tools.nsenter} -t ${input.shimPid} ${flags} ${tools.unshare} --mount ${tools.sh} -c ${quote(inside)}
`
}

function enterPids(input: ExecScriptInput): string {
  const { tools } = input
  const drop = [...input.dropPrivileges, ...input.lastShell].map(quote).join(' ')
  return `exec ${tools.nsenter} --pid=/proc/${input.initPid}/ns/pid --no-fork ${drop} /proc/self/fd/6\n`
}

/** script(1) makes the terminal, on the container's own devpts. */
function withTerminal(input: ExecScriptInput): string {
  const { tools } = input
  const pts = join(input.folder, 'rootfs', 'dev', 'pts')
  const owner = input.isRoot && input.uid !== 0 ? `${tools.chown} ${input.uid} /proc/self/fd/0\n` : ''
  return `${tools.mount} --bind ${quote(pts)} /dev/pts && ${tools.mount} --bind ${quote(join(pts, 'ptmx'))} /dev/ptmx || exit 125
SHELL=${tools.sh} exec ${tools.script ?? 'script'} -q -e -f -E always -c ${quote(`exec 7>&2\n${owner}${enterPids(input)}`)} /dev/null
`
}
