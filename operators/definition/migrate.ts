import { isReason, passOver } from '../../core/client/index.js'
import type { KindToken, KubeObject } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { CustomResourceDefinition } from '../../crds/generated/tokens.js'

/** On a definition whose objects are being migrated: how far that is. */
const progressAnnotation = 'operon.dev/migration'

/** Objects that are read at once, as metadata; after each page progress is noted. */
const page = 100

/** Objects that are written at a time. */
const mostAtOnce = 8

/** When objects that could not be written are tried again. */
const againMs = 10 * 60_000

interface Progress {
  /** The version that objects get. */
  readonly to: string
  /** Objects that are in it. */
  readonly done: number
  /** Objects that the API would not take as they are. */
  readonly refused: number
  /** Objects that nobody has looked at yet. */
  readonly left: number
  /** Where the list goes on. */
  readonly continue: string
}

type Parts = Pick<OperatorContext, 'client' | 'signal' | 'event'>

/** Writes the objects of a definition anew that may be stored in another version than its storage version, then takes the others off its status. Goes on where it was stopped. */
export async function migrate(context: Parts, name: string): Promise<{ readonly lookAgainMs: number } | undefined> {
  const { client, signal } = context
  const definition = await client.get(CustomResourceDefinition, { name }, { signal }).catch(passOver('NotFound'))
  const kind = definition && kindToWrite(definition)
  if (!definition || !kind) return undefined
  const to = storedIn(definition)
  let progress = progressOf(definition, to)
  do {
    progress = await writePage(context, kind, progress).catch((error: unknown) => {
      const message = `objects are not in ${to} yet, and are tried again: ${(error as Error).message}`
      context.event(definition, { type: 'Warning', reason: 'MigrationFailed', message })
      throw error
    })
    if (progress.continue || progress.refused > 0) await note(context, name, progress)
  } while (progress.continue)
  if (progress.refused === 0) {
    await finish(context, name, to)
    const message = `all objects are stored in ${to} (${progress.done} were looked at)`
    context.event(definition, { type: 'Normal', reason: 'Migrated', message })
    return undefined
  }
  const message = `${progress.refused} objects can not be written in ${to} as they are, ${progress.done} could`
  context.event(definition, { type: 'Warning', reason: 'MigrationIncomplete', message })
  return { lookAgainMs: againMs }
}

const storedIn = ({ spec }: CustomResourceDefinition): string =>
  spec.versions.find(({ storage }) => storage)?.name ?? ''

/** Undefined: there is nothing to migrate. The storage version where it is served: an object goes unconverted then. */
function kindToWrite(definition: CustomResourceDefinition): KindToken<KubeObject> | undefined {
  const { spec, status, metadata } = definition
  const stored = storedIn(definition)
  const others = status?.storedVersions?.some((version) => version !== stored)
  const version =
    spec.versions.find(({ served, storage }) => served && storage) ?? spec.versions.find((each) => each.served)
  if (!others || !version || metadata.deletionTimestamp) return undefined
  const { group, names, scope } = spec
  return { group, version: version.name, kind: names.kind, plural: names.plural, namespaced: scope === 'Namespaced' }
}

/** One that was noted for another version counts for nothing; one that has come to its end is tried again from the start. */
function progressOf({ metadata }: CustomResourceDefinition, to: string): Progress {
  const none: Progress = { to, done: 0, refused: 0, left: 0, continue: '' }
  const noted = metadata.annotations?.[progressAnnotation]
  if (!noted) return none
  try {
    const progress = JSON.parse(noted) as Progress
    return progress.to === to && progress.continue ? progress : none
  } catch {
    return none
  }
}

async function writePage(context: Parts, kind: KindToken<KubeObject>, progress: Progress): Promise<Progress> {
  const { items, metadata } = await readPage(context, kind, progress.continue)
  let next = 0
  let refused = 0
  const work = async () => {
    while (next < items.length) if (!(await rewrite(context, kind, items[next++]!))) refused++
  }
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, items.length) }, work))
  return {
    to: progress.to,
    done: progress.done + items.length - refused,
    refused: progress.refused + refused,
    left: metadata.remainingItemCount ?? 0,
    continue: metadata.continue ?? '',
  }
}

/** When the snapshot of the first page is gone, the list goes on from the same place with what is there now. */
async function readPage({ client, signal }: Parts, kind: KindToken<KubeObject>, from: string) {
  const read = (token: string) =>
    client.list(kind, { metadataOnly: true, limit: page, signal, ...(token ? { continue: token } : {}) })
  try {
    return await read(from)
  } catch (error) {
    if (!from || !isReason(error, 'Expired')) throw error
    return read(error.status.metadata.continue ?? '')
  }
}

/** A patch that changes nothing: the API stores the object in the version that is now the stored one, and makes no revision where it is already. */
async function rewrite(
  { client, signal }: Parts,
  kind: KindToken<KubeObject>,
  { metadata }: KubeObject,
): Promise<boolean> {
  const place = { name: String(metadata.name), ...(metadata.namespace ? { namespace: metadata.namespace } : {}) }
  try {
    await client.patch(kind, { ...place, patch: { type: 'merge', body: {} } }, { signal })
    return true
  } catch (error) {
    if (isReason(error, 'NotFound')) return true
    if (isReason(error, 'Invalid', 'Forbidden')) return false
    throw error
  }
}

async function note({ client, signal }: Parts, name: string, progress: Progress): Promise<void> {
  const body = { metadata: { annotations: { [progressAnnotation]: JSON.stringify(progress) } } }
  await client.patch(CustomResourceDefinition, { name, patch: { type: 'merge', body } }, { signal })
}

/** Nothing is taken off when the storage version was changed meanwhile: that is another migration. */
async function finish(context: Parts, name: string, to: string): Promise<void> {
  const { client, signal } = context
  const found = await client.get(CustomResourceDefinition, { name }, { signal })
  if (storedIn(found) !== to) throw new Error('the storage version was changed meanwhile')
  const { resourceVersion, annotations } = found.metadata
  const status = { metadata: { resourceVersion }, status: { storedVersions: [to] } }
  await client.patch(
    CustomResourceDefinition,
    { name, patch: { type: 'merge', body: status } },
    { subresource: 'status', signal },
  )
  if (annotations?.[progressAnnotation] === undefined) return
  const body = { metadata: { annotations: { [progressAnnotation]: null } } }
  await client.patch(CustomResourceDefinition, { name, patch: { type: 'merge', body } }, { signal })
}
