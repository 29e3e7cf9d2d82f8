/**
 * The shell scripts that start a container and outlive the node. Plain POSIX sh and util-linux: no compiler, no Node.
 *
 * Processes: `shim` becomes `monitor` (waits, keeps the exit code, holds the pipes open), whose child runs `init` and becomes the container's command.
 * A short-lived helper, forked by `shim`, watches over the start and tells the node how it went.
 *
 * Invariant: privileges are dropped before the container's files are entered, by host programs, and the root is changed last, from outside:
 * pivot_root(2) moves every process of a mount namespace. So no program of the image ever runs with more than the container's privileges,
 * and no host program ever loads a library from the image.
 */
import { join } from 'node:path'
import type { Tools } from '../host/tools.js'
import { shellQuote as quote } from '../host/shell-quote.js'

export interface ScriptInput {
  readonly tools: Tools
  readonly isRoot: boolean
  readonly folder: string
  /** The sandbox's process; its namespaces are joined. */
  readonly pausePid: number
  readonly joins: {
    readonly network: boolean
    readonly ipc: boolean
    readonly uts: boolean
    readonly pid: 'new' | 'pod' | 'host'
  }
  readonly exitFile: string
  readonly shimGroupFiles: readonly string[]
  readonly groupFiles: readonly string[]
  readonly stdin: boolean
  readonly lateFolders: readonly string[]
  readonly lateFiles: readonly string[]
  /** Before the mounts: a scratch filesystem for the mount points of a read-only host tree. */
  readonly needsStage: boolean
  readonly devTemplate: string
  /** setpriv and its options, or what stands for it. */
  readonly dropPrivileges: readonly string[]
}

/** Names and texts of the scripts, to be written into the container's folder. */
export function containerScripts(input: ScriptInput): Readonly<Record<'shim' | 'monitor' | 'init', string>> {
  return { shim: shim(input), monitor: monitor(input), init: init(input) }
}

/** Descriptors: 8 `up` (init tells the helper), 9 `down` (the helper answers). Both ends are held open by both, so opening never blocks. */
function shim(input: ScriptInput): string {
  const { tools, folder, joins } = input
  const pipes = ['up', 'down', 'hold', 'stdout', 'stderr', ...(input.stdin ? ['stdin', 'stdin-hold'] : [])]
  const user = input.isRoot ? '' : `--user=/proc/$$/ns/user --preserve-credentials `
  const root = quote(join(folder, 'rootfs'))
  const enter = `${tools.nsenter} ${user}--mount=/proc/$pid/ns/mnt`
  const joinFlags = [
    `-t ${input.pausePid}`,
    ...(joins.network ? ['--net'] : []),
    ...(joins.ipc ? ['--ipc'] : []),
    ...(joins.uts ? ['--uts'] : []),
    ...(input.isRoot ? [] : ['--user', '--preserve-credentials']),
    ...(joins.pid === 'pod' ? ['--pid', '--no-fork'] : []),
  ]
  const join_ = joinFlags.length > 1 ? `${tools.nsenter} ${joinFlags.join(' ')} ` : ''
  return `cd ${quote(folder)} || exit 1
read -r line < /proc/self/stat
set -- $line
echo "$1 \${22}" > shim-pid
umask 0
${tools.mkfifo} ${pipes.join(' ')} || exit 1
umask 022
${input.shimGroupFiles.map((file) => `echo 0 > ${quote(file)}\n`).join('')}exec 8<>up 9<>down
(
${input.stdin ? 'exec 3<>stdin 4<>stdin-hold\n' : ''}read -r word rest <&8
if [ "$word" = ready ]; then
  read -r pid start < pid
  if ${enter} ${tools.pivot_root} ${root} ${root} &&
    ${enter} --root=/ --wd=/ ${tools.umount} -l -c "/proc/$pid/root/.." 2>>setup.log
  then
    echo go >&9
    read -r word rest <&8
  else
    word=error rest=pivot_root
    kill -9 "$pid"
  fi
fi
echo "$word $rest"
${input.stdin ? 'exec >/dev/null 2>&1 8>&- 9>&-\nread -r word <&4\n' : ''}) &
exec >/dev/null 2>&1
exec ${join_}${tools.unshare} --mount --propagation slave${joins.pid === 'new' ? ' --pid' : ''} ${tools.sh} monitor
`
}

/**
 * Waits in the foreground: a background child would start with SIGINT ignored. Can't fork after the container's first process ended, so all is
 * built in. Stays until the node has opened the pipes and says so, lest output nobody has read be lost.
 */
function monitor(input: ScriptInput): string {
  return `trap : HUP INT QUIT TERM
exec 4<>stdout 5<>stderr 7<>hold
${input.tools.sh} init <${input.stdin ? 'stdin' : '/dev/null'} >stdout 2>stderr 4>&- 5>&- 7>&-
code=$?
echo "$code" > ${quote(input.exitFile)}
echo "gone $code" >&8
exec 8>&- 9>&-
${input.stdin ? 'echo gone > stdin-hold\n' : ''}read -r word <&7
`
}

function init(input: ScriptInput): string {
  const { tools, folder } = input
  const rootfs = join(folder, 'rootfs')
  const mountAll = (file: string) => `${tools.mount} -a -T ${file} 2>>setup.log || fail mount\n`
  const folders = input.lateFolders.map((path) => quote(join(rootfs, path)))
  return `fail() { echo "error $*" >&8; exit 125; }
read -r line < /proc/self/stat
set -- $line
echo "$1 \${22}" > pid
${input.groupFiles.map((file) => `echo 0 > ${quote(file)} || fail cgroup\n`).join('')}${
  input.needsStage
    ? `${tools.mount} -t tmpfs -o mode=755 stage stage 2>>setup.log || fail mount
${tools.cp} -a skeleton/. stage/ 2>>setup.log || fail stage\n`
    : ''
}${mountAll('fstab.fresh')}${tools.cp} -a ${quote(input.devTemplate)}/. ${quote(join(rootfs, 'dev'))}/ 2>>setup.log || fail dev
${folders.length ? `${tools.mkdir} -p ${folders.join(' ')} 2>>setup.log || fail mkdir\n` : ''}${input.lateFiles
  .map((path) => `: > ${quote(join(rootfs, path))} || fail file\n`)
  .join('')}${mountAll('fstab.binds')}exec 6<start
exec ${tools.unshare} --mount --propagation unchanged ${input.dropPrivileges.map(quote).join(' ')} ${tools.sh} /proc/self/fd/6
fail exec
`
}
