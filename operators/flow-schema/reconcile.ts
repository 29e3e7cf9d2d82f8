import { passOver } from '../../core/client/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { conditionOf, newCondition, withCondition } from '../kit/condition.js'
import { type Condition, FlowSchema, PriorityLevelConfiguration } from '../kit/kinds.js'

/** Cost: two look-ups, and one write when it was not said yet. */
export async function reconcile(
  { name }: { readonly name: string },
  { cache, client, clock, signal }: OperatorContext,
): Promise<undefined> {
  const schema = cache.get(FlowSchema, { name })
  if (!schema || schema.metadata.deletionTimestamp) return undefined
  const level = schema.spec?.priorityLevelConfiguration?.name ?? ''
  const wanted = danglingOf(level, cache.get(PriorityLevelConfiguration, { name: level }) !== undefined)
  const before = (schema.status?.conditions ?? []) as Condition[]
  const said = conditionOf(before, wanted.type)
  if (said?.status === wanted.status && said.message === wanted.message) return undefined
  const others = said?.status === wanted.status ? before.filter(({ type }) => type !== wanted.type) : before
  const conditions = withCondition([...others], newCondition(wanted, clock.now()))
  const body = { metadata: { uid: schema.metadata.uid }, status: { conditions } }
  const patch = { type: 'merge', body } as const
  await client
    .patch(FlowSchema, { name, patch }, { subresource: 'status', signal })
    .catch(passOver('NotFound', 'Conflict'))
  return undefined
}

const danglingOf = (level: string, isThere: boolean) => {
  const named = `the PriorityLevelConfiguration ${JSON.stringify(level)} that it names`
  return isThere
    ? { type: 'Dangling', status: 'False', reason: 'Found', message: `${named} is there` }
    : { type: 'Dangling', status: 'True', reason: 'NotFound', message: `${named} is not there` }
}
