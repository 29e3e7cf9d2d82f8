/** The script that mounts a container's files and becomes, with the container's privileges, the last script before its command. */
import { join } from 'node:path'
import { shellQuote as quote } from '../host/shell-quote.js'
import { joinPidNamespace, type ScriptInput } from './input.js'

export function init(input: ScriptInput): string {
  const { tools } = input
  const rootfs = join(input.folder, 'rootfs')
  const inRoot = (path: string) => quote(join(rootfs, path))
  const folders = input.lateFolders.map(inRoot)
  const steps = [
    'fail() { echo "error $*" >&8; exit 125; }',
    // What goes wrong from here on is the runtime's to tell, not the container's log's.
    'exec 7>&2 2>>setup.log',
    'read -r line < /proc/self/stat',
    'set -- $line',
    `echo "$1 \${22}" > pid`,
    ...input.groupFiles.map((file) => `echo 0 > ${quote(file)} || fail cgroup`),
    ...prepareRoot(input),
    // A new /proc shows the namespace of the process that mounts it.
    `${withoutNoFork(joinPidNamespace(input))}${tools.mount} -a -T fstab.fresh || fail mount`,
    `${tools.cp} -a ${quote(input.devTemplate)}/. ${inRoot('dev')}/ || fail dev`,
    ...(folders.length ? [`${tools.mkdir} -p ${folders.join(' ')} || fail mkdir`] : []),
    ...input.lateFiles.map((path) => `: > ${inRoot(path)} || fail file`),
    ...(input.hasNestedMounts ? [countOutside(rootfs)] : []),
    `${tools.mount} -a -T fstab.binds || fail mount`,
    ...(input.hasNestedMounts ? ['was=$outside', countOutside(rootfs), '[ "$was" = "$outside" ] || fail escape'] : []),
    ...(input.tty && input.isRoot && input.uid !== 0 ? [`${tools.chown} ${input.uid} /proc/self/fd/0`] : []),
    'exec 6<start',
    `exec ${tools.unshare} --mount --propagation unchanged ${becomeCommand(input)}`,
    'fail exec',
  ]
  return `${steps.join('\n')}\n`
}

/**
 * Counts the mounts that aren't below the container's root. A mount point in a volume can be swapped for a symbolic link by whoever writes to that
 * volume while this container starts (CVE-2021-30465): then the mount has landed elsewhere, and nothing of the host may be run any more.
 */
function countOutside(rootfs: string): string {
  return `outside=0
while read -r id parent device root target rest; do
  case $target in ${quote(escapedTarget(rootfs))}|${quote(`${escapedTarget(rootfs)}/`)}*) ;; *) outside=$((outside + 1)) ;; esac
done < /proc/self/mountinfo`
}

/** As mountinfo writes it. */
function escapedTarget(path: string): string {
  return path.replace(/[ \t\n\\]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`)
}

function prepareRoot({ tools, preparation }: ScriptInput): string[] {
  if (preparation === 'none') return []
  const target = preparation === 'stage' ? 'stage' : 'rootfs'
  return [
    `${tools.mount} -t tmpfs -o mode=755 ${target} ${target} || fail mount`,
    `${tools.cp} -a skeleton/. ${target}/ || fail copy`,
  ]
}

/** Where others can see the command start, its shell's file must be one they can't write through /proc (CVE-2019-5736). */
function becomeCommand(input: ScriptInput): string {
  const { tools } = input
  const last = `${[...input.dropPrivileges, ...input.lastShell].map(quote).join(' ')} /proc/self/fd/6`
  if (input.joins.pid === 'new') return last
  return `${tools.sh} -c ${quote(`${protectShell(input)}exec ${joinPidNamespace(input)}${last}`)}`
}

/** Shell commands that make the mounts holding the host's sh read-only, in this mount namespace alone. */
export function protectShell(input: Pick<ScriptInput, 'tools' | 'shellMounts'>): string {
  return input.shellMounts
    .map((path) => `${input.tools.mount} -o remount,bind,ro ${quote(path)} || exit 125\n`)
    .join('')
}

function withoutNoFork(words: string): string {
  return words.replace('--no-fork ', '')
}
