/** Kills a process with all that descends from it. */
import { readdirSync, readFileSync } from 'node:fs'
import { identify, type ProcessIdentity, signalProcess } from './process-identity.js'

/** They are all stopped first, lest one forks while the others are killed. Cost: reads every process's status a few times. */
export function killTree(root: ProcessIdentity): void {
  const stopped = new Map<number, ProcessIdentity>()
  for (let found = newOnes(root.pid, stopped); found.length; found = newOnes(root.pid, stopped)) {
    for (const identity of found) {
      signalProcess(identity, 'SIGSTOP')
      stopped.set(identity.pid, identity)
    }
  }
  for (const identity of stopped.values()) signalProcess(identity, 'SIGKILL')
}

function newOnes(root: number, known: ReadonlyMap<number, ProcessIdentity>): ProcessIdentity[] {
  const children = childrenByParent()
  const found: ProcessIdentity[] = []
  const visit = (pid: number) => {
    const identity = known.has(pid) ? undefined : identify(pid)
    if (identity) found.push(identity)
    for (const child of children.get(pid) ?? []) visit(child)
  }
  visit(root)
  return found
}

/** The processes whose parent is `pid`. */
export function childrenOf(pid: number): number[] {
  return childrenByParent().get(pid) ?? []
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = parentOf(name)
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  return children
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}
