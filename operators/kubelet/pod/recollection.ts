/** What a pod's worker remembers between decisions, as a value: each task answers how it changes. */
import type { PodStatus } from '../shapes/index.js'
import { statusesOf } from './facts.js'
import type { ContainerMemory, PodMemory } from './observation.js'

export type Recollection = Omit<PodMemory, 'terminationMessages'>

/** How a finished task changes what is remembered. */
export type Lesson = (before: Recollection) => Recollection

/** What a kubelet that has just started knows: what the status says of probes of containers that ran. */
export function firstMemory(status: PodStatus): Recollection {
  const running = statusesOf(status).filter(({ state, containerID }) => state?.running && containerID)
  const memories = running.map(({ name, containerID, started, ready }) => {
    const containerId = containerID?.replace(/^.*:\/\//, '') ?? ''
    return [name, { probe: { containerId, started: started ?? false, ready } }] as const
  })
  return { volumes: 'absent', containers: new Map<string, ContainerMemory>(memories), deleted: false }
}

/** Changes what is remembered of one container. */
export function aboutContainer(name: string, change: (before: ContainerMemory) => ContainerMemory): Lesson {
  return (before) => ({
    ...before,
    containers: new Map(before.containers).set(name, change(before.containers.get(name) ?? {})),
  })
}
