/** The script that makes the pipes, forks the helper, joins the sandbox's namespaces and becomes the monitor. */
import { join } from 'node:path'
import { shellQuote as quote } from '../host/shell-quote.js'
import { joinFlags, type ScriptInput } from './input.js'

/** Descriptors: 8 `up` (init tells the helper), 9 `down` (the helper answers). Both ends are held open by both, so opening never blocks. */
export function shim(input: ScriptInput): string {
  const { tools, folder, joins } = input
  const inputs = [...(input.stdin || input.tty ? ['stdin'] : []), ...(input.stdin ? ['stdin-hold'] : [])]
  const pipes = ['up', 'down', 'hold', 'stdout', 'stderr', ...inputs]
  const flags = joinFlags(joins, input.isRoot)
  const enter = flags.length ? `${tools.nsenter} -t ${input.pausePid} ${flags.join(' ')} ` : ''
  const ownPids = joins.pid === 'new' && !input.tty ? ' --pid' : ''
  return `cd ${quote(folder)} || exit 1
read -r line < /proc/self/stat
set -- $line
echo "$1 \${22}" > shim-pid
umask 0
${tools.mkfifo} ${pipes.join(' ')} || exit 1
umask 022
${input.shimGroupFiles.map((file) => `echo 0 > ${quote(file)}\n`).join('')}exec 8<>up 9<>down
(
${helper(input)}) &
exec >/dev/null 2>&1
exec ${enter}${tools.unshare} --mount --propagation slave${ownPids} ${tools.sh} monitor
`
}

/** Changes the root when init is ready, passes on what becomes of the command, and keeps standard input open until told otherwise. */
function helper(input: ScriptInput): string {
  const owner = input.isRoot ? undefined : '/proc/$$/ns/user'
  return `${input.stdin ? 'exec 3<>stdin 4<>stdin-hold\n' : ''}read -r word rest <&8
if [ "$word" = ready ]; then
  read -r pid start < pid
  if ${changeRoot(input, { pid: '$pid', userNamespace: owner })} 2>>setup.log; then
    echo go >&9
    read -r word rest <&8
  else
    word=error rest=pivot_root
    kill -9 "$pid"
  fi
fi
echo "$word $rest"
${input.stdin ? 'exec >/dev/null 2>&1 8>&- 9>&-\nread -r word <&4\n' : ''}`
}

/** A shell command that makes the container's files the root of everything in the mount namespace of `pid`, and takes the host's away. */
export function changeRoot(
  input: Pick<ScriptInput, 'tools' | 'folder'>,
  target: { readonly pid: string; readonly userNamespace: string | undefined },
): string {
  const { tools } = input
  const root = quote(join(input.folder, 'rootfs'))
  const user = target.userNamespace ? `--user=${target.userNamespace} --preserve-credentials ` : ''
  const enter = `${tools.nsenter} ${user}--mount=/proc/${target.pid}/ns/mnt`
  return `${enter} ${tools.pivot_root} ${root} ${root} && ${enter} --root=/ --wd=/ ${tools.umount} -l -c /proc/${target.pid}/root/..`
}
