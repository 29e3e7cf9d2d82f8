/** Whom a container's command runs as: numbers from the security context, else from the image's USER through its /etc/passwd. */
import { type ContainerConfig, RuntimeError } from '../../contract.js'
import type { RootView } from './root-view.js'

export interface RunAs {
  readonly uid: number
  readonly gid: number
  /** Supplemental groups, without `gid`. */
  readonly groups: readonly number[]
  readonly home: string
}

interface PasswdLine {
  readonly name: string
  readonly uid: number
  readonly gid: number
  readonly home: string
}

/** Throws CreateContainerError for a name that the image doesn't know. */
export function resolveUser(security: ContainerConfig['security'], imageUser: string, view: RootView): RunAs {
  const passwd = readPasswd(view)
  const [imageName = '', imageGroup] = imageUser.split(':')
  const wanted =
    security.runAsUser !== undefined ? String(security.runAsUser) : security.runAsUserName || imageName || '0'
  const entry = passwd.find((one) => one.name === wanted) ?? passwd.find((one) => String(one.uid) === wanted)
  const uid = entry?.uid ?? wholeNumber(wanted)
  if (uid === undefined)
    throw new RuntimeError('CreateContainerError', `unable to find user ${wanted}: no matching entries in passwd file`)
  const groupLines = readGroups(view)
  const fromImage = security.runAsUser === undefined && !security.runAsUserName ? imageGroup : undefined
  const gid = security.runAsGroup ?? resolveGroup(fromImage, groupLines) ?? entry?.gid ?? 0
  const named = entry ? groupLines.filter((one) => one.members.includes(entry.name)).map((one) => one.gid) : []
  const groups = [...new Set([...security.supplementalGroups, ...named])].filter((one) => one !== gid)
  return { uid, gid, groups, home: entry?.home || (uid === 0 ? '/root' : '/') }
}

function resolveGroup(group: string | undefined, lines: ReturnType<typeof readGroups>): number | undefined {
  if (!group) return undefined
  const gid = lines.find((one) => one.name === group)?.gid ?? wholeNumber(group)
  if (gid === undefined)
    throw new RuntimeError('CreateContainerError', `unable to find group ${group}: no matching entries in group file`)
  return gid
}

function readPasswd(view: RootView): PasswdLine[] {
  return fieldsOf(view.read('/etc/passwd')).flatMap(([name = '', , uid = '', gid = '', , home = '']) => {
    const numbers = [wholeNumber(uid), wholeNumber(gid)]
    return numbers[0] === undefined ? [] : [{ name, uid: numbers[0], gid: numbers[1] ?? 0, home }]
  })
}

function readGroups(view: RootView): { name: string; gid: number; members: string[] }[] {
  return fieldsOf(view.read('/etc/group')).flatMap(([name = '', , gid = '', members = '']) => {
    const number = wholeNumber(gid)
    return number === undefined ? [] : [{ name, gid: number, members: members.split(',').filter(Boolean) }]
  })
}

function fieldsOf(text: string | undefined): string[][] {
  return (text ?? '').split('\n').map((line) => line.trim().split(':'))
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined
}
