/** Strategic merge patch: merge patch that knows lists by their merge keys, with its directives (apimachinery's util/strategicpatch describes the behaviour). */
import { isMembers, writeJson } from '../../kit/index.js'
import { badRequest } from '../../meta/index.js'
import type { Field, Type } from '../type.js'
import { orderElements } from './element-order.js'
import { KeyedList } from './keyed-list.js'

type Members = Record<string, unknown>

const directive = '$patch'
const retainKeys = '$retainKeys'
const deleteFromList = '$deleteFromPrimitiveList/'
const setOrder = '$setElementOrder/'

/**
 * Merges `patch` into `object` in place and answers it. `type` says how lists merge; where it knows nothing, objects merge and lists are replaced. A patch of null changes nothing.
 * Throws 400 for a malformed directive or an element without its merge key.
 */
export function applyStrategicMergePatch(object: Members, patch: unknown, type: Type): Members {
  if (patch === null) return object
  if (!isMembers(patch)) throw badRequest('a strategic merge patch must be an object')
  return mergeMembers(object, patch, type)
}

function mergeMembers(original: Members, patch: Members, type: Type | undefined): Members {
  const asked = patch[directive]
  if (asked === 'replace') return withoutDirectives(patch) as Members
  if (asked === 'delete') return {}
  if (asked !== undefined) throw badRequest(`unknown patch directive: ${writeJson(asked)}`)
  if (patch[retainKeys] !== undefined) retain(original, patch)
  for (const key of Object.keys(patch)) {
    if (key === directive || key === retainKeys || key.startsWith(setOrder)) continue
    refuseProto(key)
    if (key.startsWith(deleteFromList)) removeValues(original, key.slice(deleteFromList.length), patch[key])
    else {
      const [value, field, order] = [patch[key], fieldOf(type, key), patch[setOrder + key]]
      requireOrdered(key, { value, field, order })
      mergeMember(original, key, { value, field, order })
    }
  }
  for (const key of Object.keys(patch)) {
    if (!key.startsWith(setOrder)) continue
    const name = key.slice(setOrder.length)
    if (!(name in patch)) reorder(original, name, { order: patch[key], field: fieldOf(type, name) })
  }
  return original
}

interface MemberPatch {
  readonly value: unknown
  readonly field: Pick<Field, 'type' | 'patchStrategy' | 'patchMergeKey'> | undefined
  readonly order: unknown
}

function mergeMember(original: Members, key: string, patch: MemberPatch): void {
  const { value, field } = patch
  if (value === null) {
    delete original[key]
    return
  }
  const present = Object.hasOwn(original, key) ? original[key] : undefined
  if (isMembers(value) && isMembers(present) && !field?.patchStrategy?.includes('replace')) {
    original[key] = mergeMembers(present, value, field?.type)
  } else if (Array.isArray(value) && Array.isArray(present) && field?.patchStrategy?.includes('merge')) {
    const { merged, stood } = mergeList(present, value, field)
    original[key] = merged
    reorder(original, key, { ...patch, stood })
  } else {
    // Where there is no such list yet, elements of one identity stay apart.
    original[key] = withoutDirectives(value)
    reorder(original, key, patch)
  }
}

interface MergedList {
  readonly merged: unknown[]
  /** What the order asked for is laid over. */
  readonly stood: readonly unknown[]
}

function mergeList(
  original: readonly unknown[],
  patch: readonly unknown[],
  field: Pick<Field, 'type' | 'patchMergeKey'>,
): MergedList {
  const key = field.patchMergeKey
  if (!key || !patch.some(isMembers)) return { merged: mergeScalars(original, patch), stood: original }
  const items = patch.map((item) => {
    if (!isMembers(item)) throw badRequest(`an element of a list merged by "${key}" must be an object`)
    if (item[key] === undefined && item[directive] !== 'replace')
      throw badRequest(`map: ${writeJson(item)} does not contain declared merge key: ${key}`)
    return item
  })
  if (items.some((item) => item[directive] === 'replace')) {
    const merged = items.filter(isPlain).map(withoutDirectives)
    return { merged, stood: original }
  }
  return mergeKeyed(new KeyedList(original, key), items, { key, original, type: elementOf(field.type) })
}

const elementOf = (type: Type): Type | undefined => (type.shape === 'list' ? type.element : undefined)

const isPlain = (item: Members): boolean => item[directive] !== 'replace' && item[directive] !== 'delete'

/** What is to be deleted goes first, wherever the patch says so. */
function mergeKeyed(
  list: KeyedList,
  items: readonly Members[],
  by: { readonly key: string; readonly original: readonly unknown[]; readonly type: Type | undefined },
): MergedList {
  const { key, original, type } = by
  const gone = items.filter((item) => !isPlain(item)).reduce((count, item) => count + list.delete(item[key]), 0)
  const kept = list.elements()
  const added: unknown[] = []
  const stated = items.filter(isPlain)
  for (const item of stated) {
    const identity = item[key]
    const present = list.find(identity)
    if (item[directive] !== undefined) throw badRequest(`unknown patch directive: ${writeJson(item[directive])}`)
    if (present) list.replace(identity, mergeMembers(present, item, type))
    else {
      const fresh = withoutDirectives(item) as Members
      list.push(identity, fresh)
      added.push(fresh)
    }
  }
  const identity = (item: unknown) => (isMembers(item) ? item[key] : item)
  const merged = orderElements(list.elements(), { order: stated, server: original, identity })
  // As upstream, whose lists are changed in place: what is added takes the room of what was deleted.
  return { merged, stood: gone > 0 ? [...kept, ...added.slice(0, gone)] : original }
}

function mergeScalars(original: readonly unknown[], patch: readonly unknown[]): unknown[] {
  const merged = [...new Set([...original, ...patch])]
  return orderElements(merged, { order: patch, server: original, identity: (item) => item })
}

function reorder(
  original: Members,
  key: string,
  patch: Pick<MemberPatch, 'order' | 'field'> & { readonly stood?: readonly unknown[] },
): void {
  const list = original[key]
  if (patch.order === undefined || !Array.isArray(list)) return
  if (!Array.isArray(patch.order)) throw badRequest(`${setOrder}${key} must be a list`)
  const mergeKey = patch.field?.patchMergeKey
  const identity = (item: unknown) => (mergeKey && isMembers(item) ? item[mergeKey] : item)
  original[key] = orderElements(list, { order: patch.order, server: patch.stood ?? list, identity })
}

/** What the patch states of a list must stand in the order that it asks for. */
function requireOrdered(key: string, { value, field, order }: MemberPatch): void {
  if (!Array.isArray(order) || !Array.isArray(value)) return
  const mergeKey = field?.patchMergeKey
  const identity = (item: unknown) => (mergeKey && isMembers(item) ? item[mergeKey] : item)
  const isDirective = (item: unknown) =>
    isMembers(item) && (item[directive] === 'delete' || item[directive] === 'replace')
  const stated = value.filter((item) => !isDirective(item))
  let met = 0
  for (const item of order) if (met < stated.length && identity(stated[met]) === identity(item)) met++
  if (met === stated.length) return
  const shown = (list: readonly unknown[]) => writeJson(list.map(identity))
  throw badRequest(
    `The order in patch list:\n${shown(stated)}\n doesn't match ${setOrder}${key} list:\n${shown(order)}\n`,
  )
}

function removeValues(original: Members, key: string, values: unknown): void {
  const list = original[key]
  if (!Array.isArray(values)) return
  const gone = new Set(values)
  if (Array.isArray(list)) original[key] = list.filter((item) => !gone.has(item))
}

function retain(original: Members, patch: Members): void {
  const keys = patch[retainKeys]
  if (!Array.isArray(keys)) throw badRequest(`${retainKeys} must be a list`)
  const kept = new Set(keys)
  const stray = Object.keys(patch).find((key) => !key.startsWith('$') && patch[key] !== null && !kept.has(key))
  if (stray) throw badRequest(`the patch sets "${stray}", which its ${retainKeys} does not list`)
  for (const key of Object.keys(original)) if (!keys.includes(key)) delete original[key]
}

/** What a patch leaves where nothing stood: directives have no meaning there, and null means absent. */
function withoutDirectives(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .filter((item) => !isMembers(item) || (item[directive] !== 'delete' && item[directive] !== 'replace'))
      .map(withoutDirectives)
  }
  if (!isMembers(value)) return value
  const kept: Members = {}
  for (const key of Object.keys(value)) {
    const isDirective =
      key === directive || key === retainKeys || key.startsWith(deleteFromList) || key.startsWith(setOrder)
    refuseProto(key)
    if (!isDirective && value[key] !== null) kept[key] = withoutDirectives(value[key])
  }
  return kept
}

/** As everywhere else: the name would change what plain code does with the object. */
function refuseProto(key: string): void {
  if (key === '__proto__') throw badRequest("a member of a patch can't have the name __proto__")
}

function fieldOf(type: Type | undefined, name: string): MemberPatch['field'] {
  if (type?.shape === 'struct') return type.fields.get(name)
  if (type?.shape === 'map') return { type: type.element }
  return undefined
}
