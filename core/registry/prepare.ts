/** Where the registry calls a kind's plugin before validation, and records as whom it writes the status. */
import { type KubeObject, timestamp } from '../meta/index.js'
import { trackUpdate } from '../schema/index.js'
import type { KindContext } from './contract.js'
import type { Draft } from './draft.js'
import type { Ground } from './ground.js'
import { membersOf, typeOf } from './shelf.js'
import { isOfPart, keepStatus } from './untouchable.js'

/** Lets the kind's plugin prepare what is written; what it makes of the status is owned by its writer, who does not come to a dry run. */
export function prepare(ground: Ground, { shelf, target, next, current }: Draft, context: KindContext): void {
  if (current && isOfPart(target.subresource?.name)) keepStatus(next, current.object, shelf)
  const { plugin } = shelf
  const writer = plugin?.statusWriter
  const { status } = next
  plugin?.prepare?.(next, current?.object, context)
  if (!writer || context.dryRun || next.status === status) return
  const { apiVersion = '', kind } = next
  const shown = (of: unknown, metadata: KubeObject['metadata']): KubeObject => ({
    apiVersion,
    kind,
    metadata,
    status: Object.fromEntries(Object.entries(membersOf(of)).filter(([name]) => !writer.unowned.includes(name))),
  })
  const { managedFields } = next.metadata
  const after = shown(next.status, {} as KubeObject['metadata'])
  trackUpdate(after, {
    type: typeOf(shelf),
    live: shown(status, (managedFields ? { managedFields } : {}) as KubeObject['metadata']),
    owner: {
      manager: writer.manager,
      operation: 'Update',
      apiVersion,
      subresource: 'status',
      time: timestamp(ground.clock.now()),
    },
    reset: [],
  })
  if (after.metadata.managedFields) next.metadata.managedFields = after.metadata.managedFields
}
