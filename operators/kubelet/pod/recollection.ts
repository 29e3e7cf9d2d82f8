/** What a pod's worker remembers between decisions, as a value: each task answers how it changes. */
import type { ContainerMemory, PodMemory } from './observation.js'

export type Recollection = Omit<PodMemory, 'terminationMessages'>

/** How a finished task changes what is remembered. */
export type Lesson = (before: Recollection) => Recollection

export function emptyMemory(): Recollection {
  return { volumes: 'absent', containers: new Map(), deleted: false }
}

/** Changes what is remembered of one container. */
export function aboutContainer(name: string, change: (before: ContainerMemory) => ContainerMemory): Lesson {
  return (before) => ({
    ...before,
    containers: new Map(before.containers).set(name, change(before.containers.get(name) ?? {})),
  })
}
