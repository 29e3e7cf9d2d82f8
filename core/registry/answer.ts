/** What goes back to clients: the stored record as it is when it was written in the version asked for, else an object made for that version. */
import { apiVersionOf, type KubeObject } from '../meta/index.js'
import type { StoredRecord } from '../storage/index.js'
import { convert, decode, setDefaults } from './schema-steps.js'
import type { Shelf } from './shelf.js'
import type { Answer, Resource } from './verbs.js'

export function present(shelf: Shelf, resource: Resource, record: StoredRecord): Answer {
  if (record.value.stamp === resource.version.stamp) return { record }
  return { object: presentObject(shelf, resource, readStored(shelf, record)) }
}

/** Turns an object in the stored version into one of the version asked for, in place. */
export function presentObject(shelf: Shelf, resource: Resource, object: KubeObject): KubeObject {
  if (resource.version === shelf.version) return object
  const { definition, version } = resource
  convert(shelf, object, apiVersionOf({ group: definition.group, version: version.name }))
  object.kind = definition.names.kind
  if (version.steps) decode(object, version)
  setDefaults(shelf, object, { version })
  return object
}

/** A stored object, the caller's own to change, in the shelf's version: one written by an older definition is brought up to date. Cost: one JSON parse. */
export function readStored(shelf: Shelf, record: StoredRecord): KubeObject {
  const { bytes, stamp } = record.value
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
  let object = JSON.parse(text) as KubeObject
  object.metadata.resourceVersion = String(record.revision)
  if (stamp === shelf.version.stamp) return object
  convert(shelf, object, shelf.apiVersion)
  object = decode(object, shelf.version).object
  setDefaults(shelf, object)
  return object
}
