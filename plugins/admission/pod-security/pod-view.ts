/** A pod as the checks see it, and the words in which they tell. */
import type { KubeObject } from '../../../core/meta/index.js'
import type { Container as AnyContainer, PodSpec } from '../../../crds/generated/tokens.js'
import type { Violation } from './checks.js'

export interface PodView {
  readonly annotations: Readonly<Record<string, string>>
  readonly spec: PodSpec
}

export type Container = AnyContainer

export interface Check {
  readonly id: string
  /** The minor version from which on it is checked like this. */
  readonly since: number
  /** Checks of the baseline that this one is instead of. */
  readonly overrides?: readonly string[]
  readonly find: (pod: PodView) => Violation | undefined
}

export const podView = (metadata: KubeObject['metadata'] | undefined, spec: unknown): PodView => ({
  annotations: metadata?.annotations ?? {},
  spec: spec as PodSpec,
})

/** First those that initialize, then the others, then the ephemeral ones. */
export function containersOf({ initContainers = [], containers = [], ephemeralContainers = [] }: PodSpec): Container[] {
  return [...initContainers, ...containers, ...(ephemeralContainers as unknown as readonly Container[])]
}

/** Names of containers of which it holds. */
export const namesWhere = ({ spec }: PodView, holds: (container: Container) => boolean): string[] =>
  containersOf(spec).flatMap((container) => (holds(container) ? [container.name ?? ''] : []))

export const quoted = (items: readonly string[]): string => items.map((item) => `"${item}"`).join(', ')

export const plural = (word: string, items: readonly unknown[]): string => (items.length === 1 ? word : `${word}s`)

/** `container "a"`, `containers "a", "b"`. */
export const containersNamed = (names: readonly string[]): string => `${plural('container', names)} ${quoted(names)}`

/** `pod and container "a"`. */
export const settersOf = (isPod: boolean, names: readonly string[]): string[] => [
  ...(isPod ? ['pod'] : []),
  ...(names.length ? [containersNamed(names)] : []),
]

/** Each once, in order of bytes. */
export const sorted = (items: Iterable<string>): string[] => [...new Set(items)].sort()

export const isForWindows = ({ spec }: PodView): boolean => spec.os?.name === 'windows'

/** In a user namespace of its own root is nobody. */
export const hasOwnUsers = ({ spec }: PodView): boolean => spec.hostUsers === false
