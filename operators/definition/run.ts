import type { KubeObject } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { Informer } from '../../core/runtime/index.js'
import { CustomResourceDefinition } from '../../crds/generated/tokens.js'
import { empty } from './empty.js'
import { migrate } from './migrate.js'
import { offerNames } from './offer-names.js'

/** Definitions that are emptied at a time. */
const mostAtOnce = 8

/** Follows the metadata of definitions alone: they are large. */
export async function run(context: OperatorContext): Promise<void> {
  const { client, clock, random, log, signal } = context
  const leaving = context.queue('leaving')
  const waiting = context.queue('waiting')
  const moving = context.queue('moving')
  const looked = new Map<string, number>()
  const informer = new Informer<KubeObject>({
    kind: CustomResourceDefinition,
    narrowing: { metadataOnly: true },
    client: () => client,
    clock,
    random,
    log,
  })
  informer.onChange(({ type, object: { metadata } }) => {
    const name = String(metadata.name)
    if (type === 'deleted') for (const other of namesOfGroup(informer, name)) waiting.add(other)
    else if (metadata.deletionTimestamp) leaving.add(name)
    else if (isNewSpec(looked, metadata)) moving.add(name)
    if (type === 'deleted') looked.delete(name)
  })
  await Promise.all([
    informer.run(signal),
    leaving.run(
      async (name) => {
        const again = await empty(context, name)
        if (again) leaving.addAfter(name, again.lookAgainMs)
      },
      { concurrency: mostAtOnce },
    ),
    moving.run(async (name) => {
      const again = await migrate(context, name)
      if (again) moving.addAfter(name, again.lookAgainMs)
    }),
    waiting.run((name) => offerNames(context, name)),
  ])
}

/** Whether the spec may say another storage version than when it was looked at last; the first one never does. */
function isNewSpec(looked: Map<string, number>, { name = '', generation = 1 }: KubeObject['metadata']): boolean {
  const before = looked.get(name) ?? 1
  looked.set(name, generation)
  return generation > before
}

/** Other definitions of the group that `name` (`plural.group`) belonged to. */
function namesOfGroup(informer: Informer<KubeObject>, name: string): string[] {
  const group = name.slice(name.indexOf('.'))
  const names = [...informer.store.list()].map(({ metadata }) => String(metadata.name))
  return names.filter((other) => other !== name && other.slice(other.indexOf('.')) === group)
}
