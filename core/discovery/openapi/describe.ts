/** What an operation takes and answers, in references to components; shared by both versions of documents. */
import type { Definition } from '../../schema/index.js'
import type { ServedResource } from '../groups.js'
import { type Components, metaType } from './components.js'
import { groupWord, type Operation } from './operations.js'

export interface Described {
  readonly operation: Operation
  /** Undefined: no body, or any (connect). */
  readonly body?: object
  /** Undefined: text. */
  readonly answer?: object
  readonly codes: readonly (readonly [code: number, text: string])[]
  readonly description: string
  /** `apps_v1`. */
  readonly tag: string
  readonly gvk: { readonly group: string; readonly kind: string; readonly version: string }
}

const plainWords = { get: 'Reads', list: 'Lists or watches', put: 'Replaces', post: 'Creates', delete: 'Deletes' }
const words = {
  ...plainWords,
  deletecollection: 'Deletes many',
  patch: 'Changes parts of',
  connect: 'Connects to',
  watch: 'Watches one',
  watchlist: 'Watches many',
}

/** `definitions`: where the kinds of subresources are found. */
export function describe(operation: Operation, components: Components, definitions: readonly Definition[]): Described {
  const { action, shape, resource, subresource } = operation
  const isText = action === 'connect' || subresource?.produces !== undefined
  const own = isText ? undefined : shapeOf(operation, components, definitions)
  const status = () => components.refer(metaType('Status'), { group: '', kind: 'Status', version: 'v1' })
  const gone =
    action === 'deletecollection' || (action === 'delete' && resource.definition.strategy.deleteReturns === 'status')
  const answer = gone ? status() : (answerOf(operation, components) ?? own)
  const body = bodyOf(operation, components, own)
  const target = subresource ? `${subresource.name} of a ${resource.definition.names.kind}` : shape.kind
  return {
    operation,
    ...(body ? { body } : {}),
    ...(answer ? { answer } : {}),
    codes: codesOf(operation),
    description: `${words[action]} ${target}.`,
    tag: tagOf(resource),
    gvk: gvkOf(operation),
  }
}

export function tagOf({ definition, version }: ServedResource): string {
  const word = groupWord(definition.group)
  return `${word[0]!.toLowerCase()}${word.slice(1)}_${version.name}`
}

function answerOf({ action, resource, subresource }: Operation, components: Components): object | undefined {
  if (action === 'list') return components.referKind(resource, 'list')
  if (action === 'watch' || action === 'watchlist') return components.refer(metaType('WatchEvent'))
  return action === 'connect' || subresource?.produces ? { type: 'string' } : undefined
}

/** Of people's own kinds it is the kind that has the subresource. */
function gvkOf({ shape, resource: { definition, version } }: Operation): Described['gvk'] {
  if (definition.builtIn) return { group: shape.group, kind: shape.kind, version: shape.version }
  return { group: definition.group, kind: definition.names.kind, version: version.name }
}

function bodyOf({ action, resource }: Operation, components: Components, own: object | undefined): object | undefined {
  if (action === 'deletecollection' && !resource.definition.builtIn) return undefined
  if (action === 'post' || action === 'put') return own
  if (action === 'patch') return components.refer(metaType('Patch'))
  if (action === 'delete' || action === 'deletecollection') return components.refer(metaType('DeleteOptions'))
  return undefined
}

function codesOf({ action, resource }: Operation): Described['codes'] {
  const ok = [200, 'OK'] as const
  const created = [201, 'Created'] as const
  const accepted = [202, 'Accepted'] as const
  const refused = [401, 'Unauthorized'] as const
  if (action === 'post') return [ok, created, accepted, refused]
  if (action === 'put' || (action === 'patch' && resource.definition.builtIn)) return [ok, created, refused]
  return action === 'delete' ? [ok, accepted, refused] : [ok, refused]
}

function shapeOf(
  { shape, subresource, resource }: Operation,
  components: Components,
  definitions: readonly Definition[],
): object {
  const { definition, version } = resource
  const isOwn = !subresource || (shape.kind === definition.names.kind && shape.group === definition.group)
  if (isOwn) return components.referKind({ definition, version }, 'object')
  const served = definitions.find(({ group, names }) => group === shape.group && names.kind === shape.kind)
  const at = served?.versions.find(({ name }) => name === shape.version)
  if (served && at) return components.referKind({ definition: served, version: at }, 'object')
  const short = shape.group === '' ? 'core' : shape.group.split('.')[0]
  const { group, kind } = shape
  return components.refer(`io.k8s.api.${short}.${shape.version}.${kind}`, { group, kind, version: shape.version })
}
