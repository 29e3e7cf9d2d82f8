import type { KubeObject } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { Informer } from '../../core/runtime/index.js'
import { CustomResourceDefinition } from '../../crds/generated/tokens.js'
import { APIService } from '../kit/kinds.js'
import { isManaged, keep } from './keep.js'

/** Follows the metadata of definitions alone: they are large. What a group serves is asked of discovery. */
export async function run(context: OperatorContext): Promise<void> {
  const { client, clock, random, log, signal } = context
  const groups = context.queue('groups')
  const world = { client: () => client, clock, random, log }
  const definitions = new Informer<KubeObject>({
    kind: CustomResourceDefinition,
    narrowing: { metadataOnly: true },
    ...world,
  })
  const services = new Informer<APIService>({ kind: APIService, ...world })
  definitions.onChange(({ object }) => groups.add(groupOf(object)))
  services.onChange(({ object }) => {
    if (isManaged(object)) groups.add(object.spec.group ?? '')
  })
  const keepGroup = async (group: string) => {
    await Promise.all([definitions.whenSynced(), services.whenSynced()])
    const hasDefinitions = [...definitions.store.list()].some((each) => groupOf(each) === group)
    const found = [...services.store.list()].filter(({ spec }) => (spec.group ?? '') === group)
    await keep(context, { group, hasDefinitions, found })
  }
  await Promise.all([definitions.run(signal), services.run(signal), groups.run(keepGroup)])
}

/** A definition is named `plural.group`. */
const groupOf = ({ metadata: { name = '' } }: KubeObject): string => name.slice(name.indexOf('.') + 1)
