/** In whose name managedFields records a write. */
import { apiVersionOf, timestamp } from '../meta/index.js'
import type { Ground } from './ground.js'
import type { Shelf } from './shelf.js'
import type { Target, WriteContext } from './verbs.js'

export function ownerOf(
  ground: Ground,
  shelf: Shelf,
  { target, context }: { readonly target: Target; readonly context: WriteContext },
) {
  return {
    manager: context.fieldManager,
    operation: 'Update' as const,
    apiVersion: versionOfOwner(shelf, target),
    subresource: target.subresource?.name ?? '',
    time: timestamp(ground.clock.now()),
  }
}

/** The version asked for. */
function versionOfOwner({ definition, version, apiVersion }: Shelf, { resource }: Target): string {
  if (resource.version === version) return apiVersion
  return apiVersionOf({ group: definition.group, version: resource.version.name })
}
