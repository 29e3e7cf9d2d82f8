/** What whole objects inside of people's own objects must be like: their apiVersion, kind and metadata (upstream's apiserver/schema/objectmeta). */
import { isMembers } from '../../kit/index.js'
import {
  checkMetadataValues,
  dns1035LabelErrors,
  dns1123LabelErrors,
  invalidValue,
  type ObjectMeta,
  parseApiVersion,
  pathSegmentErrors,
  qualifiedNameErrors,
  type StatusCause,
} from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import { isEmbedded, type Members, memberPath, othersOf, propertyOf } from './shape.js'

/** All that is wrong, in order of place; the object itself is looked at elsewhere. Cost: linear in the object where the schema has embedded ones, else nothing. */
export function embeddedErrors(schema: SchemaNode, object: Members): StatusCause[] {
  const causes: StatusCause[] = []
  walk(schema, object, { path: '', root: true, causes, check: checkWhole })
  return causes
}

/** As `embeddedErrors` for any value, which may be a whole object itself. */
export function embeddedValueErrors(schema: SchemaNode, value: unknown, path: string): StatusCause[] {
  const causes: StatusCause[] = []
  walk(schema, value, { path, root: false, causes, check: checkWhole })
  return causes
}

/** The first whole object whose apiVersion, kind or metadata is of a wrong type, if any. */
export function embeddedMisfit(schema: SchemaNode, value: unknown, path: string): StatusCause | undefined {
  const causes: StatusCause[] = []
  walk(schema, value, { path, root: false, causes, check: checkTypes })
  return causes[0]
}

/** Whether there is anything to look at. */
export function hasEmbedded(schema: SchemaNode): boolean {
  if (isEmbedded(schema)) return true
  const others = othersOf(schema)
  if ((others && hasEmbedded(others)) || (schema.items && hasEmbedded(schema.items))) return true
  return Object.values(schema.properties ?? {}).some(hasEmbedded)
}

/** Whether anything is set that a request leaves out. */
export function hasDefaults(schema: SchemaNode): boolean {
  if (schema.default !== undefined) return true
  const others = othersOf(schema)
  if ((others && hasDefaults(others)) || (schema.items && hasDefaults(schema.items))) return true
  return Object.values(schema.properties ?? {}).some(hasDefaults)
}

interface Place {
  readonly path: string
  readonly root: boolean
  readonly causes: StatusCause[]
  readonly check: (object: Members, path: string, causes: StatusCause[]) => void
}

function walk(schema: SchemaNode, value: unknown, place: Place): void {
  const { path, causes } = place
  const below = (inner: SchemaNode, each: unknown, at: string) => walk(inner, each, { ...place, path: at, root: false })
  if (Array.isArray(value)) {
    const { items } = schema
    if (items) value.forEach((each, at) => void below(items, each, `${path}[${at}]`))
    return
  }
  if (!isMembers(value)) return
  if (!place.root && isEmbedded(schema)) place.check(value, path, causes)
  const others = othersOf(schema)
  for (const name in value) {
    const property = propertyOf(schema, name)
    if (property) below(property, value[name], memberPath(path, name))
    else if (others) below(others, value[name], `${path}[${name}]`)
  }
}

function checkTypes(object: Members, path: string, causes: StatusCause[]): void {
  const refuse = (field: string, why: string) => {
    const message = invalidValue(object[field], why)
    causes.push({ reason: 'FieldValueInvalid', message, field: memberPath(path, field) })
  }
  for (const member of ['apiVersion', 'kind'])
    if (Object.hasOwn(object, member) && typeof object[member] !== 'string') refuse(member, 'must be a string')
  const { metadata } = object
  if (metadata !== undefined && metadata !== null && !isObjectMeta(metadata))
    refuse('metadata', 'must be an ObjectMeta')
}

function checkWhole(object: Members, path: string, causes: StatusCause[]): void {
  const refuse = (field: string, message: string, reason = 'FieldValueInvalid') =>
    void causes.push({ reason, message, field: memberPath(path, field) })
  for (const member of ['apiVersion', 'kind'] as const) {
    const value = object[member]
    if (!Object.hasOwn(object, member)) refuse(member, 'Required value', 'FieldValueRequired')
    else if (typeof value !== 'string') refuse(member, invalidValue(value, 'must be a string'))
    else if (value === '') refuse(member, invalidValue(value, 'must not be empty'))
    else for (const why of said[member](value)) refuse(member, invalidValue(value, why))
  }
  const { metadata } = object
  if (metadata === undefined || metadata === null) return
  if (isObjectMeta(metadata)) checkMetadata(metadata, refuse)
  else refuse('metadata', invalidValue(metadata, 'must be an ObjectMeta'))
}

const textual = ['name', 'generateName', 'namespace'] as const

/** As far as is looked at here; in objects, decoding has seen to it. */
function isObjectMeta(metadata: unknown): metadata is ObjectMeta {
  if (!isMembers(metadata)) return false
  const isText = (value: unknown) => value === undefined || value === null || typeof value === 'string'
  const areTexts = (value: unknown) =>
    value === undefined || value === null || (isMembers(value) && Object.values(value).every(isText))
  const texts = [metadata['labels'], metadata['annotations']]
  return textual.every((name) => isText(metadata[name])) && texts.every(areTexts)
}

const said = {
  apiVersion: (value: string) =>
    parseApiVersion(value).version.includes('/') ? [`unexpected GroupVersion string: ${value}`] : [],
  kind: (value: string) => dns1035LabelErrors(value.toLowerCase()).map((why) => `in lower case, it ${why}`),
}

type Refuse = (field: string, message: string, reason?: string) => void

function checkMetadata(metadata: ObjectMeta, refuseIn: Refuse): void {
  const refuse: Refuse = (field, message, reason) => refuseIn(`metadata.${field}`, message, reason)
  const { name, namespace, generateName, finalizers } = metadata
  if (generateName)
    for (const why of pathSegmentErrors(generateName)) refuse('generateName', invalidValue(generateName, why))
  if (name) for (const why of pathSegmentErrors(name)) refuse('name', invalidValue(name, why))
  if (namespace) for (const why of dns1123LabelErrors(namespace)) refuse('namespace', invalidValue(namespace, why))
  checkMetadataValues(metadata, refuse)
  for (const finalizer of finalizers ?? [])
    for (const why of qualifiedNameErrors(finalizer)) refuse('finalizers', invalidValue(finalizer, why))
}
