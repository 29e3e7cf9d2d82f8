/** Whether a pod may run on a node, and if not, why: in upstream's words, which people search for. */
import type { NodeState } from './node-state.js'
import type { PodNeeds } from './pod-needs.js'
import { isTolerated, untolerated } from './taints.js'

const cordoned = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' } as const

/** Cost: no allocation. */
export function fits(needs: PodNeeds, state: NodeState): boolean {
  if (state.node.spec.unschedulable && !isTolerated(cordoned, needs.tolerations)) return false
  if (state.taints.length && untolerated(state.taints, needs.tolerations)) return false
  if (needs.accepts && !needs.accepts(state.node)) return false
  if (needs.ports.length && !state.ports.areFree(needs.ports)) return false
  return hasRoom(needs, state)
}

function hasRoom({ requests }: PodNeeds, { allocatable, taken, pods, mostPods }: NodeState): boolean {
  if (pods + 1 > mostPods) return false
  if (requests.cpu > 0 && requests.cpu > allocatable.cpu - taken.cpu) return false
  if (requests.memory > 0 && requests.memory > allocatable.memory - taken.memory) return false
  if (requests.storage > 0 && requests.storage > allocatable.storage - taken.storage) return false
  for (const [name, wanted] of requests.others) {
    if (wanted > 0 && wanted > (allocatable.others.get(name) ?? 0) - (taken.others.get(name) ?? 0)) return false
  }
  return true
}

/** What stands against the pod on this node: the first filter that refuses; of resources, each that lacks. Empty: nothing. */
export function obstacles(needs: PodNeeds, state: NodeState): readonly string[] {
  if (state.node.spec.unschedulable && !isTolerated(cordoned, needs.tolerations)) return ['node(s) were unschedulable']
  const taint = untolerated(state.taints, needs.tolerations)
  if (taint) return [`node(s) had untolerated taint {${taint.key}: ${taint.value ?? ''}}`]
  if (needs.accepts && !needs.accepts(state.node)) return ["node(s) didn't match Pod's node affinity/selector"]
  if (!state.ports.areFree(needs.ports)) return ["node(s) didn't have free ports for the requested pod ports"]
  return shortages(needs, state)
}

function shortages({ requests }: PodNeeds, { allocatable, taken, pods, mostPods }: NodeState): string[] {
  const found: string[] = []
  if (pods + 1 > mostPods) found.push('Too many pods')
  const check = (name: string, wanted: number, free: number) => {
    if (wanted > 0 && wanted > free) found.push(`Insufficient ${name}`)
  }
  check('cpu', requests.cpu, allocatable.cpu - taken.cpu)
  check('memory', requests.memory, allocatable.memory - taken.memory)
  check('ephemeral-storage', requests.storage, allocatable.storage - taken.storage)
  for (const [name, wanted] of requests.others) {
    check(name, wanted, (allocatable.others.get(name) ?? 0) - (taken.others.get(name) ?? 0))
  }
  return found
}

/** Whether a pod refused for this reason may fit when another pod goes. */
export function mayBeFreed(reason: string): boolean {
  return /^(Too many pods|Insufficient |node\(s\) didn't have free ports)/.test(reason)
}
