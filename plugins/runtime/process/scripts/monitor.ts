/** The script that waits for a container's command, keeps its exit code, and holds its output open while nobody reads. */
import { shellQuote as quote } from '../host/shell-quote.js'
import type { ScriptInput } from './input.js'
import { runAsChild } from './start.js'

/**
 * Waits in the foreground: a background child would start with SIGINT ignored. Can't fork after the first process of the namespace ended, so all
 * is built in. Stays until the node has opened the pipes and says so, lest output nobody has read be lost.
 */
export function monitor(input: ScriptInput): string {
  const stdin = input.stdin ? 'stdin' : '/dev/null'
  return `trap : HUP INT QUIT TERM
exec 4<>stdout 5<>stderr 7<>hold${input.stdin ? ' 3<>stdin-hold' : ''}
${input.tty ? underTerminal(input) : `${input.tools.sh} init <${stdin} >stdout 2>stderr 3>&- 4>&- 5>&- 7>&-\n`}code=$?
echo "$code" > ${quote(input.exitFile)}
echo "gone $code" >&8
exec 8>&- 9>&-
${input.stdin ? 'echo gone >&3\n' : ''}read -r word <&7
`
}

/** The terminal is one of the container's own devpts, which is why that is mounted here, over the host's, and only bound by init. */
function underTerminal(input: ScriptInput): string {
  const { tools } = input
  const group = input.isRoot ? ',gid=5' : ''
  const open = input.stdin ? '<stdin' : '0<>stdin'
  const inner =
    input.joins.pid === 'new' ? `exec ${tools.unshare} --pid ${tools.sh} terminal` : `exec ${tools.sh} terminal`
  return `${tools.mount} -t devpts -o nosuid,noexec,newinstance,ptmxmode=0666,mode=0620${group} devpts /dev/pts 2>>setup.log &&
${tools.mount} --bind /dev/pts/ptmx /dev/ptmx 2>>setup.log || echo 'error terminal' >&8
SHELL=${tools.sh} ${tools.script ?? 'script'} -q -e -f -E always -c ${quote(inner)} /dev/null ${open} >stdout 2>&1 3>&- 4>&- 5>&- 7>&-
`
}

/** Runs init under the terminal, untouched by what is typed into it. */
export function terminalParent(input: ScriptInput): string {
  const words = `${input.tools.sh} init`
  // Where the last shell waits outside of the container's processes, that one leads the foreground.
  return input.joins.pid === 'new' ? runAsChild(words, true) : `exec ${words}\n`
}
