import type { ContainerLimits } from '../container/config.js'

/** What can be done to a pod on this node. */
export type Action =
  | { readonly type: 'mountVolumes' }
  | { readonly type: 'unmountVolumes' }
  | { readonly type: 'createSandbox'; readonly attempt: number }
  | { readonly type: 'stopSandbox'; readonly id: string }
  | { readonly type: 'removeSandbox'; readonly id: string }
  | {
      readonly type: 'startContainer'
      readonly name: string
      readonly attempt: number
      readonly sandboxId: string
      /** It is a restart of the one that finished then. */
      readonly finishedAtMs?: number
    }
  | {
      readonly type: 'stopContainer'
      readonly name: string
      readonly id: string
      readonly graceSeconds: number
      readonly message: string
    }
  | {
      readonly type: 'resizeContainer'
      readonly name: string
      readonly id: string
      readonly limits: ContainerLimits
    }
  | { readonly type: 'removeContainer'; readonly name: string; readonly id: string }
  | { readonly type: 'deletePod' }

/** Actions of one key never run at the same time. */
export function keyOf(action: Action): string {
  switch (action.type) {
    case 'mountVolumes':
    case 'unmountVolumes':
      return 'volumes'
    case 'createSandbox':
    case 'stopSandbox':
    case 'removeSandbox':
      return 'sandbox'
    case 'startContainer':
    case 'stopContainer':
    case 'resizeContainer':
      return containerKey(action.name)
    case 'removeContainer':
      return `remove/${action.id}`
    case 'deletePod':
      return 'delete'
  }
}

export const containerKey = (name: string): string => `container/${name}`
