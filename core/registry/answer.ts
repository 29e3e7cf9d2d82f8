/** What goes back to clients: the stored record as it is when it was written in the version asked for, else an object made for that version. */
import { type MaybePromise, readJson, textOf, whenThere } from '../kit/index.js'
import { apiVersionOf, type KubeObject } from '../meta/index.js'
import type { StoredRecord } from '../storage/index.js'
import { convert, convertAll, convertInto, takeIn } from './conversion.js'
import { decode, setDefaults } from './schema-steps.js'
import type { Shelf } from './shelf.js'
import type { Answer, Resource } from './verbs.js'

export const objectIn = (answer: Answer): KubeObject => ('object' in answer ? answer.object : answer.record.object())

/** At once but where a webhook converts. */
export function present(shelf: Shelf, resource: Resource, record: StoredRecord): MaybePromise<Answer> {
  if (record.value.stamp === resource.version.stamp) return { record }
  if (shelf.definition.conversion) return whenThere(presentAll(shelf, resource, [record]), ([answer]) => answer!)
  const shown = whenThere(readStored(shelf, record), (object) => presentObject(shelf, resource, object))
  return whenThere(shown, (object) => ({ object }))
}

/** As `present` for many: those that need a conversion get it together, straight from the version that they are stored in. */
export function presentAll(
  shelf: Shelf,
  resource: Resource,
  records: readonly StoredRecord[],
): MaybePromise<readonly Answer[]> {
  const { stamp } = resource.version
  if (!shelf.definition.conversion) return records.map((record) => present(shelf, resource, record) as Answer)
  const others = records.filter(({ value }) => value.stamp !== stamp).map((record) => parseSettled(shelf, record))
  return whenThere(convertAll(shelf, others, apiVersionIn(resource)), (converted) => {
    let next = 0
    return records.map((record) =>
      record.value.stamp === stamp ? { record } : { object: finish(shelf, resource, converted[next++]!) },
    )
  })
}

/** Turns an object in the stored version into one of the version asked for, in place where no conversion makes another. */
export function presentObject(shelf: Shelf, resource: Resource, object: KubeObject): MaybePromise<KubeObject> {
  if (resource.version === shelf.version) return object
  return whenThere(convert(shelf, object, { apiVersion: apiVersionIn(resource) }), (converted) =>
    finish(shelf, resource, converted),
  )
}

const apiVersionIn = ({ definition: { group }, version: { name } }: Resource): string =>
  apiVersionOf({ group, version: name })

function finish(shelf: Shelf, { definition, version }: Resource, object: KubeObject): KubeObject {
  if (version.steps) return takeIn(shelf, object, version)
  object.kind = definition.names.kind
  setDefaults(shelf, object, { version })
  return object
}

/** The object as it is stored: itself, or a copy that a conversion has made, with what that version fills in. */
export function asStored(shelf: Shelf, object: KubeObject): MaybePromise<KubeObject> {
  const { version, stored } = shelf
  if (version === stored) return object
  return whenThere(convertInto(shelf, structuredClone(object), stored), (converted) => {
    setDefaults(shelf, converted, { version: stored })
    return converted
  })
}

/** The way back from there, of what nobody has stored. */
export function fromStored(shelf: Shelf, object: KubeObject): MaybePromise<KubeObject> {
  return convertInto(shelf, object, shelf.version)
}

/** A stored object, the caller's own to change, in the shelf's version: one written by an older definition is brought up to date. Cost: one JSON parse. */
export function readStored(shelf: Shelf, record: StoredRecord): MaybePromise<KubeObject> {
  const object = parse(record)
  if (record.value.stamp === shelf.version.stamp) return object
  const isOther = object.apiVersion !== shelf.apiVersion
  if (isOther) settle(shelf, object, record)
  return whenThere(convert(shelf, object, shelf), (converted) => {
    if (isOther && shelf.version.steps) return takeIn(shelf, converted, shelf.version)
    const current = decode(converted, shelf.version).object
    setDefaults(shelf, current)
    return current
  })
}

/** Of people's own kinds, an object as the version that it is stored in has it by now: pruned and defaulted by that alone, as upstream. */
function settle(shelf: Shelf, object: KubeObject, { value }: StoredRecord): void {
  if (value.stamp === shelf.stored.stamp) return
  const version = shelf.definition.versions.find(
    ({ name }) => object.apiVersion === `${shelf.definition.group}/${name}`,
  )
  if (!version?.steps) return
  decode(object, version)
  setDefaults(shelf, object, { version })
}

function parseSettled(shelf: Shelf, record: StoredRecord): KubeObject {
  const object = parse(record)
  settle(shelf, object, record)
  return object
}

function parse({ value: { bytes }, revision }: StoredRecord): KubeObject {
  const object = readJson(textOf(bytes)) as KubeObject
  object.metadata.resourceVersion = String(revision)
  return object
}
