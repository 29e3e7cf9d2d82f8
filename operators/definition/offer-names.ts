import { passOver } from '../../core/client/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { CustomResourceDefinition } from '../../crds/generated/tokens.js'

/** A definition whose names were taken is written again: the API decides anew, in that write, which it can have. */
export async function offerNames({ client, signal }: OperatorContext, name: string): Promise<void> {
  try {
    const { status, metadata } = await client.get(CustomResourceDefinition, { name }, { signal })
    const refused = status?.conditions?.some(({ type, status: is }) => type === 'NamesAccepted' && is === 'False')
    if (!refused) return
    const body = { metadata: { resourceVersion: metadata.resourceVersion }, status: {} }
    await client.patch(
      CustomResourceDefinition,
      { name, patch: { type: 'merge', body } },
      { subresource: 'status', signal },
    )
  } catch (error) {
    passOver('NotFound')(error)
  }
}
