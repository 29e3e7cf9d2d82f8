/** The last script before a container's command: it already has the command's privileges, waits for the new root, and becomes the command. */
import { shellQuote as quote } from '../host/shell-quote.js'

export interface StartInput {
  readonly workingDirectory: string
  readonly env: readonly { readonly name: string; readonly value: string }[]
  readonly command: readonly string[]
  readonly failureToken: string
  /** `exec`: becomes the command. `fork`: runs it as a child, so that the waiting part is never visible to the container. */
  readonly mode: 'exec' | 'fork'
  readonly hasTerminal: boolean
  readonly shellIsBusybox: boolean
}

/** Names that sh can export; Kubernetes allows `.` and `-` besides. */
export function isShellName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
}

/**
 * Speaks on descriptor 8: `ready`, then `exec` or `fail <why>`; waits on 9; 7 is the command's standard error. Looks the command up itself, so that a missing one is told apart from
 * one that ends with 127; what only execve finds (a missing interpreter) is told by `failureToken` on standard error.
 */
export function startScript(input: StartInput): string {
  const exports = input.env
    .filter((one) => isShellName(one.name))
    .map((one) => `export ${one.name}=${quote(one.value)}\n`)
  const [command = '', ...args] = input.command
  const words = [input.shellIsBusybox ? '"$found"' : quote(command), ...args.map(quote)].join(' ')
  return `echo "ready $$" >&8
read -r go <&9
exec 2>&7 6<&- 7>&- 9<&-
fail() { echo "fail $*" >&8; exit 127; }
cd ${quote(input.workingDirectory)} 2>/dev/null || fail workdir
unset PWD OLDPWD SHLVL LC_ALL PATH
${exports.join('')}command=${quote(command)}
found=
case $command in
*/*) found=$command ;;
*)
  set -f
  IFS=:
  for folder in $PATH; do
    if [ -f "\${folder:-.}/$command" ] && [ -x "\${folder:-.}/$command" ]; then found=\${folder:-.}/$command; break; fi
  done
  unset IFS
  set +f
  [ -n "$found" ] || fail path ;;
esac
[ -e "$found" ] || fail missing
[ ! -d "$found" ] || fail folder
[ -x "$found" ] || fail denied
unset command folder line go
echo exec >&8
exec 8>&-
${input.mode === 'exec' ? `trap 'echo ${input.failureToken} >&2' EXIT\nexec ${words}\n` : runAsChild(words, input.hasTerminal)}`
}

/**
 * Shell lines that run `words` as a child and end with its exit code, saying nothing themselves. On a terminal the child is the foreground group,
 * as a shell in it wants to be; should it be stopped there, it goes on at once, since nobody else could continue it.
 */
export function runAsChild(words: string, hasTerminal: boolean): string {
  const jobs = hasTerminal ? 'while jobs %% >/dev/null 2>&1; do fg >/dev/null 2>&1; code=$?; done\n' : ''
  return `trap : HUP INT QUIT TERM
exec 7>&2 2>/dev/null
${hasTerminal ? 'set -m\n' : ''}${words} 2>&7 7>&-
code=$?
${jobs}exit $code
`
}
